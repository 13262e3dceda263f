"""Tables of which too much cannot be read to say anything of their rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gklint.checks.options import NUMBER, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Deviation, Document, Element, RowState, Table, Wrong
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.text.normalise import words
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
            if each.address.part == table.name and each.wrong is Wrong.ALTERED and _is_other(each)
        }
        total = len(table.shape.rows)
        count = sum(
            row.name in altered or not _is_read(table, row.name, options.least)
            for row in table.shape.rows
        )
        much = count >= options.least and 100 * count > options.percent * total
        if much or (count and _is_torn(table, context, count >= options.least)):
            yield Finding(Address(table.name), table.span, {"count": count, "total": total})


def _is_other(deviation: Deviation) -> bool:
    """Whether it is one of words: a wrong mark (1。) is no sign that words came apart."""
    return words(deviation.printed) != words(deviation.mandated)


def _is_torn(table: Table, context: Context, several: bool) -> bool:
    """Whether words of a table's labels are not together, and yet all of them are there.

    What an author leaves out or alters is not.  ``several``: of a few rows that cannot be read, or
    else of one, and the header.
    """
    found = {
        each.element
        for each in context.document.deviations
        if each.address.part == table.name
        and each.wrong in (Wrong.ALTERED, Wrong.MISSING)
        and _is_other(each)
    }
    if not found or not (several or Element.COLUMN in found):
        return False
    structure = context.form.structure
    form = structure.automata[table.start].form
    there = Counter(words(_below(context.document, structure.tables[table.name])))
    return Counter(words("".join(structure.printed[slot.element] for slot in form))) <= there


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
        numbers = _NUMBER.findall(_below(document, section.name))
        if 2 * len(numbers) > len([*shape.cells()]):
            yield each.address, section.heading, len(shape.rows)


def _below(document: Document, name: str) -> str:
    """The text between the heading of a section and the next one; all, if there is none."""
    section = document.sections.get(name)
    if section is None:
        return document.normal
    below = [other.heading.start for other in document.sections.values()]
    end = min((at for at in below if at > section.heading.start), default=None)
    return document.normal[section.heading.end : end]


def _is_read(table: Table, name: str, least: int) -> bool:
    """Whether a row is there, with values that could be told apart."""
    row = table.rows.get(name)
    if row is not None and row.state is RowState.MISCOUNTED and table.shape.wide:
        return abs(len(row.cells) - table.shape.width(name)) < least
    return row is not None and row.state is RowState.READ and any(cell.text for cell in row.cells)
