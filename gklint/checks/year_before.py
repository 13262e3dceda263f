"""Numbers that follow from the report of the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import Any, NamedTuple

from gklint.checks.options import COLUMN, PATTERNS, ROW, ROWS, TABLE, Cell, Options, option
from gklint.checks.registry import Context, check
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.form.form import Form
from gklint.model.abstract import Abstract, State, Stated
from gklint.model.county import Earlier, Lacking
from gklint.model.document import Address
from gklint.model.outcomes import (
    CellName,
    Finding,
    NotApplicable,
    Note,
    Outcome,
    Passed,
    Suspect,
    Undecided,
)
from gklint.text.expressions import Expression
from gklint.text.source import Span
from gklint.text.values import Number


class CarriedOptions(Options):
    """What the row ``left`` of a ``table`` had the year before, its row ``taken`` has now."""

    table: str = option(TABLE)
    taken: str = option(ROW)
    left: str = option(ROW)

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse rows that the table does not have."""
        for key in ("taken", "left"):
            _verify(form, file, (*path, key), found["table"], found[key])


class StockOptions(Options):
    """What there was the year before in the column ``stock``, with ``added`` and less ``removed``.

    ``rows``: of a ``table``.  ``explained``: expressions, by one of which the running text tells
    why it is otherwise.
    """

    table: str = option(TABLE)
    rows: tuple[str, ...] = option(ROWS)
    stock: str = option(COLUMN)
    added: str = option(COLUMN)
    removed: str = option(COLUMN)
    explained: tuple[Expression, ...] = option(PATTERNS)

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse cells that the table does not have."""
        for index, row in enumerate(found["rows"]):
            _verify(form, file, (*path, "rows", index), found["table"], row)
            for key in ("stock", "added", "removed"):
                _verify(form, file, (*path, key), found["table"], row, found[key])


def _verify(
    form: Form, file: KeyedFile, path: KeyPath, table: str, row: str, column: str | None = None
) -> None:
    cells = [cell for cell in form.structure.cells() if cell[0] == table]
    if column is None:
        file.one_of(path, row, sorted({cell[1] for cell in cells}))
    else:
        file.one_of(path, column, sorted({cell[2] for cell in cells if cell[1] == row}))


@check("carried-over", CarriedOptions, compares=True)
def carried_over(context: Context, options: CarriedOptions) -> Iterable[Outcome]:
    """Find columns in which what was left last year is not what was taken over this year."""
    yield from _compared(context, options.table, partial(_carried, context, options))


def _carried(context: Context, options: CarriedOptions, earlier: Earlier) -> Iterator[Outcome]:
    rows = context.document.tables[options.table].shape.rows
    for column in next((row.columns for row in rows if row.name == options.taken), ()):
        here, there = (Cell(options.table, row, column) for row in (options.taken, options.left))
        numbers = _numbers(context, [here], earlier.report, there)
        if isinstance(numbers, Undecided):
            yield numbers
            continue
        now, then = numbers
        if now.value == then.value:
            yield Passed()
        else:
            yield _finding(context, now, earlier, then, then.value)


@check("stock-over-years", StockOptions, compares=True)
def stock_over_years(context: Context, options: StockOptions) -> Iterable[Outcome]:
    """Find rows whose stock is not that of last year with what was added and removed."""
    yield from _compared(context, options.table, partial(_stocks, context, options))


def _stocks(context: Context, options: StockOptions, earlier: Earlier) -> Iterator[Outcome]:
    if not _same_form(context, earlier.report):
        return
    columns = (options.stock, options.added, options.removed)
    for row in options.rows:
        stock, *changes = (Cell(options.table, row, column) for column in columns)
        numbers = _numbers(context, [stock, *changes], earlier.report, stock)
        if isinstance(numbers, Undecided):
            yield numbers
            continue
        now, added, removed, then = numbers
        expected = then.value + added.value - removed.value
        if now.value == expected:
            yield Passed()
        elif any(each.search(context.document.prose.text) for each in options.explained):
            yield NotApplicable()
        else:
            found = _finding(context, now, earlier, then, expected)
            args = {**found.args, "added": added.value, "removed": removed.value}
            notes = (*found.notes, *map(_note, (added, removed)))
            yield found._replace(args=args, notes=notes)


def _same_form(context: Context, before: Abstract) -> bool:
    """Whether both years have one version of the form, by their years and by what they are."""
    document, form = context.document, context.form
    mandated = form.version_for(document.year) == form.version_for(before.year)
    return mandated and document.version == before.format


# -- what both have in common --------------------------------------------------------------------


class _Known(NamedTuple):
    """The number in a cell."""

    cell: Cell
    value: Number
    span: Span


def _compared(
    context: Context, table: str, compare: Callable[[Earlier], Iterator[Outcome]]
) -> Iterable[Outcome]:
    """What comes of a comparison with the report of the year before, where there is one."""
    earlier = context.earlier
    if earlier is None or table not in context.document.tables:
        return [NotApplicable()]
    if isinstance(earlier, Lacking):
        return [Undecided(earlier.reason, Address(table), earlier.args)]
    return [*compare(earlier)] or [NotApplicable()]


def _numbers(
    context: Context, cells: Sequence[Cell], before: Abstract, there: Cell
) -> list[_Known] | Undecided:
    """The numbers of cells and of last year's; or which is the first without one."""
    found = []
    for cell in cells:
        table = context.document.tables[cell.table]
        number = table.number(*cell.key)
        if number is None:
            read = "cell" if cell.key in table.cells else "row"
            key = f"{read}-unreadable" if cell.row in table.rows else "row-missing"
            return _undecided(f"messages.{key}", cell, cells[0])
        found.append(_Known(cell, number, table.cells[cell.key].span))
    figure = before.figure(*there)
    if figure is None or figure.number is None or figure.span is None:
        missing = figure is None or figure.state is State.MISSING
        key = "earlier.cell-missing" if missing else "earlier.cell-unreadable"
        return _undecided(key, there, cells[0], file=before.path)
    return [*found, _Known(there, figure.number, figure.span)]


def _undecided(key: str, cell: Cell, here: Cell, **args: object) -> Undecided:
    args = {"missing_row": cell.row, "missing_column": cell.column, **args}
    return Undecided(key, here.address, args)


def _finding(
    context: Context, now: _Known, earlier: Earlier, then: _Known, expected: Number
) -> Finding:
    """That a number is not the one that follows from the year before.

    The running text of one of the years may tell which of them is wrong.
    """
    before = earlier.report
    kind: str = "default"
    suspects: tuple[Suspect, ...] = ()
    if _is_denied(context.stated(), now, expected):
        suspects = (Suspect(CellName(*now.cell), now.value, expected),)
    elif _is_denied(earlier.stated(), then, then.value + now.value - expected):
        kind = "earlier"
    args = {
        "now": now.value,
        "then": then.value,
        "expected": expected,
        "file": PurePath(before.path or "").name,
        "year": before.year,
    }
    about = {"year": before.year, "value": then.value}
    note = Note("earlier.cell", then.span, then.cell.address, about, before.path)
    return Finding(now.cell.address, now.span, args, kind, (note,), suspects)


def _is_denied(stated: Mapping[str, Stated], known: _Known, number: Number) -> bool:
    """Whether the running text has this number for a cell, and never that in the table."""
    said = stated.get(known.cell.table, {}).get(known.cell.key, frozenset())
    return number in said and known.value not in said


def _note(known: _Known) -> Note:
    return Note("messages.addend", known.span, known.cell.address, {"value": known.value})
