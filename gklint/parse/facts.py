"""The facts of a report: its numbers, its statements, its contact; each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain, takewhile

from gklint.form.form import Form
from gklint.form.structure import Shape, Structure
from gklint.model.abstract import Figure, figures
from gklint.model.document import Document, RowState, Table, TableRow
from gklint.model.facts import (
    Cell,
    Contact,
    Facts,
    Heading,
    Period,
    Quote,
    Stated,
    Statement,
    Tables,
)
from gklint.model.statements import Where
from gklint.parse.prose.contact import CONTACT_WORDS, EMAIL
from gklint.text.prose import Prose
from gklint.text.source import Span
from gklint.text.values import Number

_OTHER_LABELS = "邮编|邮政|电话|联系|传真|电子|邮箱|网址"
_ADDRESS = re.compile(
    r"(?<!邮箱)(?<!邮件)(?<!网站)地址(?:[:为是]{1,2}|位于)"
    rf"(?P<text>(?=\w{{0,20}}[\u4e00-\u9fff])(?:\([^()]{{1,20}}\)|(?!{_OTHER_LABELS})[^,;。:()]){{4,60}})"
)
_POSTCODE = re.compile(r"(?:邮编|邮政编码)[:为是]{0,2}(?P<text>\d{6})(?!\d)")
_PROSE_CONTACTS = {
    "email": re.compile(f"(?P<text>{EMAIL.pattern})", re.ASCII),
    "address": _ADDRESS,
    "postcode": _POSTCODE,
}


def facts_of(document: Document, form: Form) -> Facts:
    """The facts of a report; of one that no version of the form covers there are no numbers."""
    reader = _Reader(document)
    return Facts(
        path=document.source.path,
        format=document.version,
        agency=document.agency,
        year=document.year,
        error=None,
        title=reader.title(),
        period=reader.period(),
        contact=reader.contact(),
        sections=reader.sections(),
        tables=reader.tables(document.version, form.structure) if document.version else {},
        statements=reader.statements(),
    )


def statements_of(document: Document) -> Stated:
    """The statements of the running text by themselves."""
    return _Reader(document).statements()


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = document.source
        passages = chain(*(section.passages for section in document.sections.values()))
        self.proses = [*document.front, *(passage.prose for passage in passages)]
        self.ink = sorted(chain(*map(_ink, self.proses)))

    def title(self) -> Quote | None:
        title = self.document.title
        return Quote(title.text, *self.source.locate(title.span)) if title else None

    def period(self) -> Period | None:
        for first, last, where in self.document.periods:
            year, *day = first
            last_year, *last_day = last
            location = self.source.locate(where.span)
            return Period(_date(year, *day), _date(last_year or year, *last_day), *location)
        return None

    def sections(self) -> tuple[Heading, ...]:
        found = sorted(self.document.sections.values(), key=lambda section: section.heading)
        return tuple(
            Heading(
                section.name,
                self.source.text[slice(*section.heading)].strip("#* \t\r\n"),
                *self.source.locate(section.heading),
            )
            for section in found
        )

    # -- tables --------------------------------------------------------------------------

    def tables(self, version: str, structure: Structure) -> Tables:
        """The cells of all tables; a table that is not there has those of the version."""
        tables = {}
        for name in structure.tables:
            found = self.document.tables.get(name)
            shape = found.shape if found else structure.shapes[structure.start(name, version)]
            tables[name] = self.table(shape, found)
        return tables

    def table(self, shape: Shape, found: Table | None) -> Mapping[str, Mapping[str, Cell]]:
        rows: dict[str, dict[str, Cell]] = {}
        for (name, column), figure in figures(shape, found).items():
            row = found.rows.get(name) if found else None
            rows.setdefault(name, {})[column] = self.cell(figure, row)
        return rows

    def cell(self, figure: Figure, row: TableRow | None) -> Cell:
        number, state, span = figure
        if row is None or span is None:
            return Cell(None, None, state, None, None)
        text: str | None = self.source.text[slice(*span)]
        if row.state is not RowState.READ:  # all that stands in the row
            text = None if span == row.label else " ".join(str(text).split())
        shown = None if text in ("", str(number)) else text
        recognition = self.source.recognition
        seen = recognition.at(span.start) if recognition and text else None
        return Cell(number, shown, state, *self.source.locate(span), seen)

    # -- running text --------------------------------------------------------------------

    def contact(self) -> Contact:
        found: dict[str, list[Quote]] = {}
        for phone in self.document.statements.phones:
            kind = "fax" if phone.label == "传真" else "telephone"
            location = self.source.locate(phone.where.span)
            found.setdefault(kind, []).append(Quote(phone.number, *location))
        for prose in self.proses:
            if CONTACT_WORDS.search(prose.text):
                for kind, pattern in _PROSE_CONTACTS.items():
                    found.setdefault(kind, []).extend(self.quotes(prose, pattern))
        return Contact(**{kind: tuple(quotes) for kind, quotes in found.items()})

    def quotes(self, prose: Prose, pattern: re.Pattern[str]) -> Iterator[Quote]:
        for match in pattern.finditer(prose.text):
            yield Quote(match["text"], *self.source.locate(prose.span(*match.span("text"))))

    def statements(self) -> Stated:
        found, say = self.document.statements, self.say
        return Stated(
            counts=tuple(
                say(
                    count.where,
                    about=count.about,
                    number=count.number,
                    partial=count.partial,
                    column=count.column,
                )
                for count in found.counts
            ),
            no_requests=tuple(
                say(none.where, only_new=none.only_new) for none in found.no_requests
            ),
            no_disputes=tuple(say(where, about=about) for about, where in found.no_disputes),
            fees=tuple(
                say(
                    fee.where,
                    none=fee.none,
                    charged=_whole(fee.charged),
                    notified=_whole(fee.notified),
                    notices=fee.notices,
                    rests_on=fee.rests_on,
                )
                for fee in found.fees
            ),
            fee_notices=tuple(say(where) for where in found.notices),
            sums=tuple(
                say(
                    total.where,
                    total=total.total,
                    parts=total.parts,
                    unit=total.unit,
                    complete=total.complete,
                )
                for total in found.parts
            ),
            charges=tuple(
                say(charge.where, about=charge.about, yuan=_whole(charge.yuan))
                for charge in found.charges
            ),
        )

    def say(self, where: Where, **said: object) -> Statement:
        return Statement(
            said,
            where.section,
            where.part,
            where.year,
            self.printed(where.sentence),
            *self.source.locate(where.span),
        )

    def printed(self, span: Span) -> str:
        """Running text as printed: no blanks, no page numbers or tables that break it up."""
        first = max(bisect_right(self.ink, span) - 1, 0)
        return "".join(
            self.source.text[max(start, span.start) : min(end, span.end)]
            for start, end in takewhile(lambda each: each.start < span.end, self.ink[first:])
        )


def _ink(prose: Prose) -> Iterator[Span]:
    """The stretches of the source that a prose is made of."""
    ends = [*prose.starts, len(prose.text)][1:]
    for start, end, origin in zip(prose.starts, ends, prose.origins, strict=True):
        yield Span(origin, origin + end - start)


def _date(year: int | None, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}" if year else f"{month:02}-{day:02}"


def _whole(amount: Decimal | None) -> Number | None:
    """An amount, as an integer if it is one."""
    return int(amount) if amount is not None and amount == int(amount) else amount
