"""Defects of tables, rows and headers: GK201 to GK204, GK209 to GK211."""

from __future__ import annotations

import itertools
from dataclasses import replace

from .broken import (
    Edit,
    Task,
    defect,
    defect_of_2021,
    document_of,
    no_fee,
    one,
    suited,
)
from .document import (
    Row,
    Value,
    disclosure_table,
    with_rows,
    with_section,
    with_table,
)
from .edits import row_places, table_of, with_cell
from .labels import DISCLOSURE_2019, SECTION_KEYS, TABLES

_UNKNOWN = {
    "denied_administrative_query": "9.其他不予公开情形",
    "unable_unclear": "4.其他无法提供情形",
    "rejected_reconfirm": "6.其他不予处理情形",
    "other_other": "4.移送其他机关办理",
    "compulsory": "行政确认",
    "licences": "行政裁决",
}


_HEADERS: dict[str, dict[str, tuple[str, ...]]] = {
    "disclosure": {
        "issued": ("本年制发数", "本年发文件数"),
        "repealed": ("本年废止数",),
        "in_force": ("现行有效件数（历史累计）", "现有有效数"),
        "decisions": ("本年处理数", "本年决定数"),
        "amount": ("本年收费金额（单位：元）", "本年收费"),
    },
    "requests": {
        "natural_person": ("公民", "个人"),
        "commercial": ("企业单位", "商业公司"),
        "research": ("科研院所",),
        "social": ("公益组织",),
        "legal": ("法律机构", "律师事务所"),
        "total": ("合计",),
    },
    "disputes": {
        "upheld": ("维持",),
        "corrected": ("结果改正",),
        "pending": ("未审结", "尚未办结"),
        "total": ("合计",),
    },
}


_LABELS = {
    "normative_documents": ("规范性文件", "行政规范性文件数"),
    "penalties": ("行政处罚决定",),
    "fees": ("事业性收费",),
    "new": ("一、本年新收信息公开申请数量", "一、本年度新收政府信息公开申请数量"),
    "carried_in": ("二、上年转结政府信息公开申请数量",),
    "denied_by_law": ("2.其他法律行政止公开",),
    "denied_internal_affairs": ("5.属于内部事务信息",),
    "denied_administrative_query": ("8.属于行政查询事宜",),
    "unable_not_held": ("1.本机关不掌握相关信息",),
    "rejected_petition": ("1.信访投诉举报类申请",),
    "rejected_reconfirm": ("5.要求重新出具已获取信息",),
    "other_not_corrected": ("1.申请人无正当理由逾期不补正",),
    "handled_total": ("（七）合计",),
    "carried_out": ("四、结转下年继续办理",),
}


@defect
def table_missing(task: Task) -> Edit:
    """A heading without its table."""
    report, rng = task.report, task.rng
    name = rng.choice(TABLES)
    after = SECTION_KEYS[SECTION_KEYS.index(name) + 1]
    document = with_section(document_of(report), name, blocks=())
    return Edit(document, one("GK201", ("heading", name), ("heading", after)))


@defect
def row_missing(task: Task) -> Edit:
    """A row lost, label and values."""
    report, rng = task.report, task.rng
    document = document_of(report)
    name = rng.choice(("disclosure", "requests", "requests"))
    keys = [row.key for row in table_of(document, name).rows()]
    at = rng.randrange(len(keys))
    near = tuple(("row", name, keys[i]) for i in (at - 1, at + 1) if 0 <= i < len(keys))
    after = SECTION_KEYS[SECTION_KEYS.index(name) + 1]
    places = (("heading", name), ("heading", after), ("table", name), ("caption", name), *near)
    document = with_rows(document, name, lambda rows: tuple(r for r in rows if r.key != keys[at]))
    return Edit(document, one("GK202", *places))


@defect_of_2021
def row_unknown(task: Task) -> Edit:
    """A row that the form does not have, all zeros."""
    report, rng = task.report, task.rng
    anchor, label = rng.choice(tuple(_UNKNOWN.items()))
    name = "disclosure" if anchor in ("compulsory", "licences") else "requests"

    def added(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        new = []
        for row in rows:
            new.append(row)
            if row.key == anchor:
                zeros = tuple(Value(v.column, "0") for v in row.values)
                new.append(Row("unknown", row.path, label, zeros))
        return tuple(new)

    document = with_rows(document_of(report), name, added)
    return Edit(document, one("GK203", *row_places(name, "unknown")))


@defect
def rows_swapped(task: Task) -> Edit:
    """Two neighbouring rows of one group changed places."""
    report, rng = task.report, task.rng
    name = rng.choice(("disclosure", "requests", "requests", "requests"))
    document = document_of(report)
    groups = [group.rows for group in table_of(document, name).groups]
    pairs = [(a, b) for rows in groups for a, b in itertools.pairwise(rows) if a.path == b.path]
    first, second = rng.choice(pairs)
    exchange = {first.key: second, second.key: first}
    document = with_rows(
        document, name, lambda rows: tuple(exchange.get(row.key, row) for row in rows)
    )
    places = (*row_places(name, first.key), *row_places(name, second.key))
    return Edit(document, one("GK204", *places))


@defect_of_2021
def table_of_2019(task: Task) -> Edit:
    """Table two in the trial form of 2019."""
    report, rng = task.report, task.rng
    report = suited(report, rng, no_fee)
    old = disclosure_table(report.numbers, DISCLOSURE_2019)
    document = with_table(document_of(report), "disclosure", lambda _: old)
    if rng.random() < 0.5:
        document = with_cell(document, ("disclosure", "licences", "change"), "-1")
    places = tuple((kind, "disclosure") for kind in ("heading", "caption", "header", "row", "cell"))
    return Edit(document, one("GK209", *places, ("table", "disclosure")))


@defect_of_2021
def header_wrong(task: Task) -> Edit:
    """A column header with other words."""
    report, rng = task.report, task.rng
    name = rng.choice(TABLES)
    column, words = rng.choice(tuple(_HEADERS[name].items()))
    document = document_of(report)
    groups = table_of(document, name).groups
    chosen = rng.choice([i for i, group in enumerate(groups) if column in dict(group.headers)])
    headers = {**dict(groups[chosen].headers), column: rng.choice(words)}
    new = replace(groups[chosen], headers=tuple(headers.items()))
    changed = (*groups[:chosen], new, *groups[chosen + 1 :])
    document = with_table(document, name, lambda table: replace(table, groups=changed))
    middle = {
        "disclosure": (str(chosen),),
        "requests": (),
        "disputes": (groups[chosen].rows[0].key,),
    }[name]
    return Edit(document, one("GK210", ("header", name, *middle, column)))


@defect_of_2021
def label_altered(task: Task) -> Edit:
    """A row label with other words."""
    report, rng = task.report, task.rng
    key, words = rng.choice(tuple(_LABELS.items()))
    name = "disclosure" if key in ("normative_documents", "penalties", "fees") else "requests"
    new = rng.choice(words)
    document = with_rows(
        document_of(report),
        name,
        lambda rows: tuple(replace(r, label=new) if r.key == key else r for r in rows),
    )
    return Edit(document, one("GK211", ("row", name, key)))
