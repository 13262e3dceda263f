"""Cells and rows filled in the wrong way: formulas, sentences, units, split numbers, old rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .broken import Edit, Expect, Task, defect, defect_of_2021, document_of, no_fee, one, suited
from .document import Row, Value, amount_text, disclosure_table, with_rows, with_table
from .edits import any_cell, replace_marked, row_places, with_cell
from .figures import FEES, broken_sums
from .labels import (
    APPLICANTS,
    DISCLOSURE_2019,
    OTHER_OF_2019,
    REQUEST_COLUMNS,
    REQUEST_ROWS,
    CellKey,
)
from .layouts import VANISHING
from .phrases_overview import NORMATIVE

if TYPE_CHECKING:
    from .model import Report

_FORMULAS = ("=SUM(C8:C28)", "=C8+C9", "#VALUE!", "#REF!", "#DIV/0!", "=SUM(D6,D7)")
_SENTENCES = (
    "本机关无此类申请",
    "本年度未开展此项工作",
    "详见第六部分说明",
    "无相关收费项目",
    "待上级部门核定后填报",
    "与上年数据保持一致",
)


@defect
def cell_formula(task: Task) -> Edit:
    """A formula of a spreadsheet, or its error, in place of the number."""
    cell = any_cell(task.report, task.rng)
    document = with_cell(document_of(task.report), cell, task.rng.choice(_FORMULAS))
    return Edit(document, one("GK207", ("cell", *cell)), once=True)


@defect
def cell_sentence(task: Task) -> Edit:
    """A sentence in place of the number."""
    cell = any_cell(task.report, task.rng)
    document = with_cell(document_of(task.report), cell, task.rng.choice(_SENTENCES))
    return Edit(document, one("GK207", ("cell", *cell)), once=True)


@defect_of_2021
def fee_in_yuan(task: Task) -> Edit:
    """An amount in yuan in a column of 万元."""
    yuan = f"{task.rng.randint(200, 99999)}元"
    report = suited(task.report, task.rng, no_fee)
    document = with_cell(document_of(report), FEES, yuan)
    return Edit(document, one("GK214", ("cell", *FEES)))


@defect
def column_blank(task: Task) -> Edit:
    """A whole column of table three left blank."""
    report, rng = task.report, task.rng
    text = rng.choice(("/", "—") if task.layout in VANISHING else ("", "/", "—"))
    column = rng.choice(REQUEST_COLUMNS)
    cells = [key for key in report.numbers.counts if key[0] == "requests" and key[2] == column]
    document = document_of(report)
    for cell in cells:
        document = with_cell(document, cell, text)
    places = tuple(("cell", *cell) for cell in cells)
    headers = (("header", "requests", column), ("heading", "requests"), ("table", "requests"))
    return Edit(document, one("GK206", *places, *headers), once=True)


@defect
def number_split(task: Task) -> Edit:
    """A number of two digits torn into two cells."""
    report = suited(task.report, task.rng, lambda r: bool(_long(r)), scale="some")
    name, key, column = task.rng.choice(_long(report))

    def values(old: tuple[Value, ...]) -> tuple[Value, ...]:
        at = [value.column for value in old].index(column)
        text = old[at].text
        parts = (Value(column, text[:1]), Value("extra", text[1:]))
        return (*old[:at], *parts, *old[at + 1 :])

    def rows(old: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(replace(r, values=values(r.values)) if r.key == key else r for r in old)

    document = with_rows(document_of(report), name, rows)
    return Edit(document, one("GK205", *row_places(name, key)))


def _long(report: Report) -> list[CellKey]:
    return [k for k, value in report.numbers.counts.items() if k[0] == "requests" and value > 9]


@defect
def full_stop_in_labels(task: Task) -> Edit:
    """1。 for 1. in some labels of table three."""
    numbered = [row.key for row in REQUEST_ROWS[:20] if row.label[1] == "."]
    chosen = task.rng.sample(numbered, task.rng.randint(1, 4))

    def rows(old: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(
            replace(row, label=row.label.replace(".", "。", 1)) if row.key in chosen else row
            for row in old
        )

    document = with_rows(document_of(task.report), "requests", rows)
    return Edit(document, tuple(Expect("GK211", (("row", "requests", key),)) for key in chosen))


@defect_of_2021
def first_block_of_2019(task: Task) -> Edit:
    """The first block of table two in the form of 2019, the rest in today's."""
    old = disclosure_table(task.report.numbers, DISCLOSURE_2019[:1]).groups
    document = replace_marked(document_of(task.report), NORMATIVE, ())
    document = with_table(
        document, "disclosure", lambda table: replace(table, groups=(*old, *table.groups[1:]))
    )
    places = (("header", "disclosure", "0"), ("caption", "disclosure", "0"))
    rows = (("row", "disclosure"), ("cell", "disclosure"))
    return Edit(document, one("GK209", *places, *rows))


@defect_of_2021
def other_handling_in_one_row(task: Task) -> Edit:
    """（六）其他处理 as one row, as in the form of 2019."""
    report = suited(task.report, task.rng, no_fee)
    keys = [row.key for row in REQUEST_ROWS if row.key.startswith("other_")]
    values = tuple(
        Value(column, str(sum(report.numbers.request(key, column) for key in keys)))
        for column in REQUEST_COLUMNS
    )
    whole = Row(OTHER_OF_2019.key, OTHER_OF_2019.path, OTHER_OF_2019.label, values)

    def rows(old: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(whole if row.key == keys[0] else row for row in old if row.key not in keys[1:])

    document = with_rows(document_of(report), "requests", rows)
    return Edit(document, one("GK203", *row_places("requests", OTHER_OF_2019.key)))


@defect
def request_in_another_column(task: Task) -> Edit:
    """One request counted in the column of another kind of applicant, in row one."""
    report, rng = task.report, task.rng
    report = suited(report, rng, lambda r: r.numbers.request("new") > 0)
    counts = report.numbers.counts
    source = rng.choice([each for each in APPLICANTS if counts["requests", "new", each]])
    target = rng.choice([each for each in APPLICANTS if each != source])
    document, changes = document_of(report), dict(counts)
    for column, step in ((source, -1), (target, 1)):
        changes["requests", "new", column] += step
        text = str(changes["requests", "new", column])
        document = with_cell(document, ("requests", "new", column), text)
    expects = tuple(
        Expect(each.code, tuple(("cell", *cell) for cell in each.cells))
        for each in broken_sums(changes)
    )
    return Edit(document, expects, frozenset(("GK402",)))


@defect_of_2021
def amount_with_its_unit(task: Task) -> Edit:
    """160.5964万元 in the column of 万元: nothing is wrong."""
    amount = amount_text(task.report.numbers.fee_amount)
    return Edit(with_cell(document_of(task.report), FEES, f"{amount}万元"), ())
