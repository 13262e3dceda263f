"""A report as headings, paragraphs and tables: what layouts print and defects change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .figures import FEES, SPENT, Numbers
from .labels import (
    APPLICANTS_BODIES,
    APPLICANTS_TOP,
    CORNER,
    DISCLOSURE,
    DISCLOSURE_2019,
    DISPUTE_COLUMNS,
    DISPUTE_HEADERS,
    DISPUTE_ROWS,
    REQUEST_COLUMNS,
    REQUEST_HEADERS,
    REQUEST_ROWS,
    REQUEST_ROWS_2019,
    SECTIONS,
    Address,
    BlockName,
    CellKey,
)
from .voice import NUMERALS, Paragraph, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from .model import Part, Report


@dataclass(frozen=True)
class Value:
    """One value cell: its column and what is printed in it."""

    column: str
    text: str


@dataclass(frozen=True)
class Row:
    """One data row: key, group labels above it (outermost first), label, values."""

    key: str
    path: tuple[str, ...]
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Group:
    """Rows under one header row: caption ("" if none), (column, header) pairs, rows."""

    caption: str
    headers: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """A table: four groups for disclosure, one for requests, one per row for disputes.

    `over`: headers that span others, in reading order.
    """

    name: str
    groups: tuple[Group, ...]
    over: tuple[str, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """All data rows in order."""
        return tuple(row for group in self.groups for row in group.rows)


Block = Paragraph | Table


@dataclass(frozen=True)
class Section:
    """A section: key, its heading as numeral and words ("" and "" when missing), its blocks."""

    key: str
    numeral: str
    words: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """Title lines and preamble, sections, closing paragraphs."""

    title: tuple[str, ...]
    preamble: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    closing: tuple[Paragraph, ...]


def build_document(report: Report) -> Document:
    """The document of a report, in the official order and wording."""
    bodies: dict[str, tuple[Block, ...]] = {
        "overview": (*report.intro, *_part_paragraphs(report)),
        "disclosure": (
            disclosure_table(
                report.numbers, DISCLOSURE_2019 if report.numbers.of_2019 else DISCLOSURE
            ),
        ),
        "requests": (_requests_table(report.numbers),),
        "disputes": (_disputes_table(report.numbers),),
        "problems": tuple(report.problems),
        "other": tuple(report.other),
    }
    sections = tuple(Section(s.key, s.numeral, s.words, bodies[s.key]) for s in SECTIONS)
    return Document(report.title, report.preamble, sections, report.closing)


def amount_text(amount: Decimal) -> str:
    """A fee in 10,000 yuan without trailing zeros: 0.038."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def disclosure_table(numbers: Numbers, blocks: tuple[BlockName, ...]) -> Table:
    """Table two in the given form; cells unknown to `numbers` are 0."""

    def text(key: CellKey) -> str:
        if key == SPENT:
            return numbers.spent
        return amount_text(numbers.fee_amount) if key == FEES else str(numbers.counts.get(key, 0))

    groups = []
    for block in blocks:
        rows = tuple(
            Row(
                row,
                (),
                label,
                tuple(Value(c, text(("disclosure", row, c))) for c, _ in block.headers[1:]),
            )
            for row, label in block.rows
        )
        groups.append(Group(block.caption, block.headers, rows))
    return Table("disclosure", tuple(groups))


def _requests_table(numbers: Numbers) -> Table:
    rows = tuple(
        Row(
            name.key,
            name.path,
            name.label,
            tuple(Value(c, str(numbers.request(name.key, c))) for c in REQUEST_COLUMNS),
        )
        for name in (REQUEST_ROWS_2019 if numbers.of_2019 else REQUEST_ROWS)
    )
    over = (CORNER, APPLICANTS_TOP, APPLICANTS_BODIES)
    return Table("requests", (Group("", tuple(REQUEST_HEADERS.items()), rows),), over)


def _disputes_table(numbers: Numbers) -> Table:
    groups = tuple(
        Group(
            "",
            tuple(DISPUTE_HEADERS.items()),
            (
                Row(
                    name.key,
                    name.path,
                    name.label,
                    tuple(Value(c, str(numbers.dispute(name.key, c))) for c in DISPUTE_COLUMNS),
                ),
            ),
        )
        for name in DISPUTE_ROWS
    )
    return Table("disputes", groups, ("行政诉讼",))


def _part_paragraphs(report: Report) -> tuple[Paragraph, ...]:
    if report.part_style == "enumerated":
        return (tuple(s for i, part in enumerate(report.parts) for s in _enumerated(i, part)),)
    paragraphs: list[Paragraph] = []
    for index, part in enumerate(report.parts):
        mark: Address = ("part", part.key)
        point = {"arabic": ".", "comma": "、"}.get(report.part_style)
        number = f"{index + 1}{point}" if point else f"（{NUMERALS[index]}）"
        if report.part_style == "inline":
            head = Sentence(f"{number}{part.name}。", (mark,))
            paragraphs.append((head, *part.sentences))
        else:
            paragraphs.append((Sentence(number + part.name, (mark,)),))
            paragraphs.append(part.sentences)
    return tuple(paragraphs)


def _enumerated(index: int, part: Part) -> tuple[Sentence, ...]:
    stem = part.name.removesuffix("情况").removesuffix("方面")
    head = Sentence(f"{NUMERALS[index]}是扎实做好{stem}工作。", (("part", part.key),))
    return (head, *part.sentences)


def section_of(document: Document, key: str) -> Section:
    """The section with this key."""
    return next(section for section in document.sections if section.key == key)


def with_section(document: Document, key: str, **changes: object) -> Document:
    """A copy with one section changed."""
    sections = tuple(
        replace(section, **changes) if section.key == key else section  # type: ignore[arg-type]
        for section in document.sections
    )
    return replace(document, sections=sections)


def with_table(document: Document, name: str, change: Callable[[Table], Table]) -> Document:
    """A copy with one table changed."""
    blocks = tuple(
        change(block) if isinstance(block, Table) and block.name == name else block
        for block in section_of(document, name).blocks
    )
    return with_section(document, name, blocks=blocks)


def with_rows(
    document: Document, name: str, change: Callable[[tuple[Row, ...]], tuple[Row, ...]]
) -> Document:
    """A copy with the rows of one table changed, group by group."""

    def apply(table: Table) -> Table:
        groups = tuple(replace(group, rows=change(group.rows)) for group in table.groups)
        return replace(table, groups=groups)

    return with_table(document, name, apply)


def with_sentences(
    document: Document, change: Callable[[Sentence], tuple[Sentence, ...]]
) -> Document:
    """A copy with every sentence replaced by what `change` returns; empty paragraphs go."""

    def prose(paragraph: Paragraph) -> Paragraph:
        return tuple(new for sentence in paragraph for new in change(sentence))

    def kept(blocks: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(p for p in map(prose, blocks) if p)

    sections = []
    for section in document.sections:
        blocks: list[Block] = []
        for block in section.blocks:
            new = block if isinstance(block, Table) else prose(block)
            if new:
                blocks.append(new)
        sections.append(replace(section, blocks=tuple(blocks)))
    return Document(
        document.title, kept(document.preamble), tuple(sections), kept(document.closing)
    )
