"""The columns of a flat table of reports: the same whatever reports and formats come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from gklint.findings.messages import Speaker
from gklint.form.structure import Structure
from gklint.model.document import Address
from gklint.model.facts import Cell, Facts, Quote, State
from gklint.model.outcomes import CellName
from gklint.text.values import Number

_JOINT = "; "
Value = str | Number | None
Show = Callable[[Address], str]


class Column(NamedTuple):
    """A column: its name in the contract's terms, its Chinese name, what it says, its value."""

    name: str
    printed: str
    meaning: str
    value: Callable[[Facts], Value]


_FILE = (
    Column("path", "文件", "文件的路径", lambda facts: facts.path),
    Column("format", "格式", "2021（现行格式）或 2019（试行格式）", lambda facts: facts.format),
    Column("agency", "机关", "标题中的机关名称", lambda facts: facts.agency),
    Column("year", "年度", "报告的年度", lambda facts: facts.year),
    Column(
        "error",
        "错误代码",
        "文件无法读取或不是年度报告时的规则代码；此时其余各列多为空",
        lambda facts: facts.error.code if facts.error else None,
    ),
    Column(
        "error_message",
        "错误说明",
        "为什么无法读取",
        lambda facts: facts.error.message if facts.error else None,
    ),
    Column("title", "标题", "报告的标题", lambda facts: facts.title.text if facts.title else None),
    Column(
        "period_start",
        "统计期限起",
        "前言所写的起始日期；未写年份的只有月、日",
        lambda facts: facts.period.start if facts.period else None,
    ),
    Column(
        "period_end",
        "统计期限止",
        "前言所写的截止日期",
        lambda facts: facts.period.end if facts.period else None,
    ),
    Column("telephone", "电话", "正文中的电话", lambda facts: _joined(facts.contact.telephone)),
    Column("fax", "传真", "正文中的传真", lambda facts: _joined(facts.contact.fax)),
    Column("email", "电子邮箱", "正文中的电子邮箱", lambda facts: _joined(facts.contact.email)),
    Column("address", "地址", "正文中的联系地址", lambda facts: _joined(facts.contact.address)),
    Column("postcode", "邮编", "正文中的邮政编码", lambda facts: _joined(facts.contact.postcode)),
)


def columns(speaker: Speaker, show: Show) -> tuple[Column, ...]:
    """All columns in order; ``show`` names the cells that are blank, unreadable or missing."""
    return (*_FILE, *_sections(speaker.structure), *_states(show), *_numbers(speaker))


def cell_names(structure: Structure) -> dict[CellName, bool]:
    """All cells in the order of the form, those of former formats last; whether one is such."""
    newest = [structure.start(table) for table in structure.tables]
    former = [start for start in structure.shapes if start not in newest]
    names: dict[CellName, bool] = {}
    for start in (*newest, *former):
        shape = structure.shapes[start]
        for row, column in shape.cells():
            names.setdefault(CellName(shape.name, row, column), start in former)
    return names


def dotted(address: Address) -> str:
    """``requests.granted.total``: an address by the names of the contract."""
    return ".".join(filter(None, address))


def printed(speaker: Speaker, address: Address) -> str:
    """表三, the label of the row, the head of the column: an address by the printed names."""
    return " ".join(filter(None, speaker.names(address).values()))


def _joined(quotes: Iterable[Quote]) -> str:
    return _JOINT.join(dict.fromkeys(quote.text for quote in quotes))


def _sections(structure: Structure) -> Iterator[Column]:
    for name in structure.sections:
        value = partial(_has_section, name=name)
        yield Column(f"sections.{name}", structure.printed[name], "有这一部分为1，没有为0", value)


def _has_section(facts: Facts, name: str) -> int | None:
    return None if facts.error else int(any(name == found.name for found in facts.sections))


# -- the tables ----------------------------------------------------------------------------


def _states(show: Show) -> Iterator[Column]:
    for state, title, meaning in (
        (State.BLANK, "空白", "表中空白或画线的格；整行、整表空白的只写行、表"),
        (State.UNREADABLE, "读不出", "有内容但不是数字的格，或无法分到各列的行"),
        (State.MISSING, "缺少", "报告里没有的表、行"),
    ):
        value = partial(_in_state, state=state, show=show)
        yield Column(state.value, title, meaning, value)


def _in_state(facts: Facts, state: State, show: Show) -> str:
    return _JOINT.join(map(show, _addresses(facts, state)))


def _addresses(facts: Facts, state: State) -> Iterator[Address]:
    """The cells in a state; a row or table of nothing else as a whole."""
    for table, rows in facts.tables.items():
        if all(_all(row.values(), state) for row in rows.values()):
            yield Address(table)
            continue
        for name, row in rows.items():
            if _all(row.values(), state):
                yield Address(table, name)
                continue
            yield from (
                Address(table, name, column) for column, cell in row.items() if cell.state is state
            )


def _all(cells: Iterable[Cell], state: State) -> bool:
    return all(cell.state is state for cell in cells)


def _numbers(speaker: Speaker) -> Iterator[Column]:
    for name, former in cell_names(speaker.structure).items():
        address = Address(*name)
        meaning = "没有数字时为空" + ("；只见于以前的格式" if former else "")
        value = partial(_number, name=name)
        yield Column(dotted(address), printed(speaker, address), meaning, value)


def _number(facts: Facts, name: CellName) -> Number | None:
    cell = facts.cell(name)
    return cell.value if cell else None
