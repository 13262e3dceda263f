"""The sections of a report: their headings and parts fitted into the form, their running text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from gklint.form.alignment import Candidates, Step, align
from gklint.form.form import Form
from gklint.form.structure import REPORT, TABLE, Structure, name_of, table_of
from gklint.model.document import Address, Break, Deviation, Element, Section, Title, Wrong
from gklint.model.statements import Passage
from gklint.parse.paragraphs import join
from gklint.parse.tokens import ROWS, Kind, Token
from gklint.text.normalise import says_anything
from gklint.text.numbering import split_numbering
from gklint.text.source import Span

_BREAKS = ("\r", "\n", "")
_NAMED = (Kind.HEADING, Kind.PART)


class Sections(NamedTuple):
    """The sections that were found, by name, and what differs from the form."""

    found: Mapping[str, Section]
    deviations: tuple[Deviation, ...]
    broken: tuple[Break, ...]


def read_sections(
    normal: str,
    tokens: Sequence[Token],
    title: Title | None,
    tables: Mapping[Span, str],
    form: Form,
) -> Sections:
    """Read the sections.  ``tables``: where each table that was found begins, and its name."""
    steps, elements = _fitted(tokens, title, tables, form.structure)
    chosen, wrong = _chosen(steps, elements, form.structure)
    wrong += [
        _deviation(Wrong.INLINE, token, name, form.structure)
        for name, token in chosen.items()
        if name in form.structure.sections and _is_inline(normal, token.span)
    ]
    missing = [
        deviation
        for step in steps
        if step.token is None and step.element and step.element not in chosen
        for deviation in _missing(step.element, chosen, tokens, {*tables.values()}, form.structure)
    ]
    found, broken = _filled(normal, tokens, chosen, form.structure)
    return Sections(found, (*wrong, *missing), broken)


def _fitted(
    tokens: Sequence[Token],
    title: Title | None,
    tables: Mapping[Span, str],
    structure: Structure,
) -> tuple[tuple[Step, ...], list[Token]]:
    """The elements that the form speaks of, fitted: title, headings, parts, each table once."""
    elements: list[Token] = []
    candidates: list[Candidates] = []
    automaton = structure.automata[REPORT]
    if title:
        elements.append(Token(Kind.PROSE, title.span, title.text, None))
        candidates.append((automaton.form[0].element,))
    for token in tokens:
        if token.kind in _NAMED and token.label:
            elements.append(token)
            candidates.append(token.label.elements)
        elif token.span in tables:
            elements.append(token)
            candidates.append((tables[token.span] + TABLE,))
    return align(automaton, tuple(candidates)), elements


def _chosen(
    steps: Sequence[Step], elements: Sequence[Token], structure: Structure
) -> tuple[dict[str, Token], list[Deviation]]:
    """Which token is which element; and those that are misplaced, doubled or not expected."""
    missing = {step.element for step in steps if step.token is None}
    chosen: dict[str, Token] = {}
    wrong: list[Deviation] = []
    for step in steps:
        if step.token is None:
            continue
        token = elements[step.token]
        name = step.element or token.element
        if name is None:
            wrong.append(_deviation(Wrong.UNEXPECTED, token, None, structure))
        elif step.element:
            chosen.setdefault(name, token)
            wrong += _differences(name, token, structure)
        elif name in structure.sections:
            how = Wrong.MISPLACED if name in missing else Wrong.DOUBLED
            wrong.append(_deviation(how, token, name, structure))
            if how is Wrong.MISPLACED:
                chosen[name] = token
                wrong += _differences(name, token, structure)
    return chosen, wrong


def _differences(name: str, token: Token, structure: Structure) -> Iterable[Deviation]:
    """Where a heading's words or number differ from the mandated ones."""
    if name not in structure.sections or token.label is None:
        return
    if name not in token.label.same:
        yield _deviation(Wrong.ALTERED, token, name, structure)
    if token.label.numbering != split_numbering(structure.printed[name])[0]:
        yield _deviation(Wrong.RENUMBERED, token, name, structure)


def _is_inline(normal: str, heading: Span) -> bool:
    """Whether something stands before a heading on its line."""
    if normal[heading.start - 1 : heading.start] in _BREAKS:
        return False
    start = max(normal.rfind(end, 0, heading.start) for end in "\r\n") + 1
    return says_anything(normal[start : heading.start])


def _deviation(how: Wrong, token: Token, name: str | None, structure: Structure) -> Deviation:
    mandated = structure.printed.get(name, "") if name else ""
    address = Address(name_of(name) if name else token.text)
    printed = token.text.strip("#* ")
    return Deviation(how, Element.HEADING, address, token.span, printed, mandated)


def _missing(
    name: str,
    chosen: Mapping[str, Token],
    tokens: Sequence[Token],
    tables: set[str],
    structure: Structure,
) -> Iterable[Deviation]:
    """What is missing, where it was expected; of a section that is missing nothing else is."""
    printed = structure.printed.get(name, "")
    if name in structure.sections:
        order = structure.sections
        after = [chosen[each] for each in order[order.index(name) :] if each in chosen]
        span = after[0].span if after else tokens[-1].span if tokens else Span(0, 0)
        yield Deviation(Wrong.MISSING, Element.HEADING, Address(name), span, "", printed)
    elif name in structure.parts:
        section = structure.parts[name]
        if section in chosen:
            address, span = Address(section, name_of(name)), chosen[section].span
            yield Deviation(Wrong.MISSING, Element.PART, address, span, "", printed)
    elif name not in structure.printed:
        table = table_of(name)
        section = structure.tables[table]
        if table not in tables and section in chosen:
            span = chosen[section].span
            yield Deviation(Wrong.MISSING, Element.TABLE, Address(table), span, "", printed)


def _filled(
    normal: str, tokens: Sequence[Token], chosen: Mapping[str, Token], structure: Structure
) -> tuple[dict[str, Section], tuple[Break, ...]]:
    """The running text of each section; a doubled heading adds to the same section."""
    lines: dict[str, list[tuple[str | None, Span]]] = {
        name: [] for name in chosen if name in structure.sections
    }
    tables: set[str] = set()
    section: str | None = None
    part: str | None = None
    for token in tokens:
        if token.kind is Kind.HEADING:
            section, part = token.element, None
        elif section is None or section not in lines:
            continue
        elif token.kind in ROWS:
            tables.add(section)
        else:
            part = token.element if token.kind is Kind.PART else part
            lines[section].append((part, token.span))
    broken: list[Break] = []
    sections = {
        name: Section(
            name=name,
            heading=chosen[name].span,
            passages=tuple(_passages(normal, name, found, broken)),
            has_table=name in tables,
        )
        for name, found in lines.items()
    }
    return sections, tuple(broken)


def _passages(
    normal: str, section: str, lines: Sequence[tuple[str | None, Span]], broken: list[Break]
) -> Iterable[Passage]:
    """The paragraphs of a section with their parts; ``broken`` takes in where lines broke off."""
    for part, group in groupby(lines, key=itemgetter(0)):
        paragraphs = join(normal, [span for _, span in group])
        broken += paragraphs.broken
        yield from (Passage(section, part, prose) for prose in paragraphs.proses)
