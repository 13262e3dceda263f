"""Tables of which too much cannot be read to say anything of their rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gklint.checks.options import NUMBER, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document, Element, RowState, Table, Wrong
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.text.source import Span

_NUMBER = re.compile(r"(?<!\S)\d[\d,.]*(?!\S)")


class UnreadOptions(Options):
    """A table without borders is unread, if more than ``percent`` of its rows cannot be read, and
    at least so many (``least``): one or two may be the author's.  So may be one or two values too
    many, or too few, where all rows stand in one line.
    """

    percent: int = option(NUMBER)
    least: int = option(NUMBER)


@check("table-unread", UnreadOptions)
def table_unread(context: Context, options: UnreadOptions) -> Iterable[Outcome]:
    """Find tables whose cells nothing marks, or line breaks part, and whose rows came apart.

    Words of other cells in a label are a sign of that, too.
    """
    document = context.document
    loose = [table for table in document.tables.values() if table.loose or _broken(table, document)]
    lost = [*_lost(context)]
    if not loose and not lost:
        yield NotApplicable()
    for address, span, rows in lost:
        yield Finding(address, span, {"count": rows, "total": rows})
    for table in loose:
        altered = {
            each.address.row
            for each in document.deviations
            if each.address.part == table.name and each.wrong is Wrong.ALTERED
        }
        total = len(table.shape.rows)
        count = sum(
            row.name in altered or not _is_read(table, row.name, options.least)
            for row in table.shape.rows
        )
        if count >= options.least and 100 * count > options.percent * total:
            yield Finding(Address(table.name), table.span, {"count": count, "total": total})


def _broken(table: Table, document: Document) -> bool:
    """Whether line breaks stand in so many cells as only a converter leaves there."""
    text = document.source.text
    return text.count("<br", *table.span) + text.count("<BR", *table.span) > len(table.shape.rows)


def _lost(context: Context) -> Iterator[tuple[Address, Span, int]]:
    """Tables of which nothing was found but their numbers: where, and how many rows they have."""
    document, structure = context.document, context.form.structure
    for each in document.deviations:
        if (each.element, each.wrong) != (Element.TABLE, Wrong.MISSING):
            continue
        shape = structure.shapes[structure.start(each.address.part)]
        section = document.sections[structure.tables[each.address.part]]
        below = [other.heading.start for other in document.sections.values()]
        end = min((at for at in below if at > section.heading.start), default=None)
        numbers = _NUMBER.findall(document.normal[section.heading.end : end])
        if 2 * len(numbers) > len([*shape.cells()]):
            yield each.address, section.heading, len(shape.rows)


def _is_read(table: Table, name: str, least: int) -> bool:
    """Whether a row is there, with values that could be told apart."""
    row = table.rows.get(name)
    if row is not None and row.state is RowState.MISCOUNTED and table.shape.wide:
        return abs(len(row.cells) - table.shape.width(name)) < least
    return row is not None and row.state is RowState.READ and any(cell.text for cell in row.cells)
