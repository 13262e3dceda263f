"""Headings, tables, rows and columns against the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from gklint.checks.options import NUMBER, SECTION, TEXT, Options, one_of, option, several
from gklint.checks.registry import Context, check
from gklint.form.structure import Structure, name_of
from gklint.model.document import Address, Deviation, Document, Element, Section, Wrong
from gklint.model.outcomes import Edit, Finding, NotApplicable, Outcome
from gklint.text.normalise import words
from gklint.text.numbering import is_wrongly_marked, split_numbering
from gklint.text.prose import SENTENCE
from gklint.text.source import Span

_CONSISTS = re.compile("组成|构成")
_FEWEST_LISTED = 3  # names of sections in one sentence
_MARKS = re.compile(r"[\r\n\t|*_`#<>\[\]]")


class DeviationOptions(Options):
    """``element``: heading, part, table, row or column; ``wrong``: the ways it may differ."""

    element: str = option(one_of(*(each.value for each in Element)))
    wrong: tuple[str, ...] = option(
        several(one_of(*(each.value for each in Wrong)), "rulefiles.differences")
    )


@check("deviation", DeviationOptions)
def deviation(context: Context, options: DeviationOptions) -> Iterable[Outcome]:
    """Find the elements that differ from the grammar in one of the given ways."""
    document = context.document
    for found in document.deviations:
        if found.element.value == options.element and found.wrong.value in options.wrong:
            above = _above(context, found)
            misplaced = (found.element, found.wrong) == (Element.ROW, Wrong.MISPLACED)
            yield Finding(
                address=found.address,
                span=found.span,
                args={
                    "printed": found.printed,
                    "mandated": found.mandated,
                    "count": found.mandated.count("；") + 1,
                    "above": above,
                    "paste": _to_paste(document, found),
                },
                kind="first" if misplaced and above is None else found.wrong.value,
                edits=_edits(context, found),
            )


def _above(context: Context, found: Deviation) -> str | None:
    """The label of the row above the place where a row belongs; None at the top of a table."""
    table = context.document.tables.get(found.address.part)
    if table is None or found.element is not Element.ROW:
        return None
    pairs = pairwise(table.shape.rows)
    return next(
        (
            context.form.structure.printed[above.element]
            for above, row in pairs
            if row.name == found.address.row
        ),
        None,
    )


def _edits(context: Context, found: Deviation) -> tuple[Edit, ...]:
    """What mends a deviation, where nothing but writing is to be changed."""
    if found.wrong is not Wrong.ALTERED:
        return ()
    if found.element is Element.HEADING:
        return _mandated_words(context, found)
    return _mandated_mark(context.document, found) if found.element is Element.ROW else ()


def _mandated_mark(document: Document, found: Deviation) -> tuple[Edit, ...]:
    """The mandated mark behind the number of a label, if nothing else differs: 1. for 1。"""
    text = document.normal[slice(*found.span)]
    numbering, rest = split_numbering(text)
    mandated, new = split_numbering(found.mandated)
    if numbering is None or numbering != mandated or words(rest) != words(new):
        return ()
    if not is_wrongly_marked(text):
        return ()
    at = found.span.start + len(text[: len(text) - len(rest)].rstrip()) - 1
    mark = found.mandated[: len(found.mandated) - len(new)].rstrip()[-1]
    return (Edit(Span(at, at + 1), mark),)


def _mandated_words(context: Context, found: Deviation) -> tuple[Edit, ...]:
    """The mandated words for those of a heading; its number, its marks and blanks around it stay.

    No edit if it is not known, not at its place, or wrongly numbered.
    """
    document = context.document
    text = document.normal[slice(*found.span)]
    label = context.form.wordings.label(text)
    if label is None or [*map(name_of, label.elements)] != [found.address.part]:
        return ()
    mandated, new = split_numbering(found.mandated)
    numbering, rest = split_numbering(text)
    if numbering not in (None, mandated) or _stands_amiss(document, found):
        return ()
    inked = [index for index, char in enumerate(rest) if words(char)]
    start = found.span.end - len(rest)
    span = Span(start + inked[0], start + inked[-1] + 1)
    if _MARKS.search(document.source.text, *span):
        return ()
    return (Edit(span, new),)


def _stands_amiss(document: Document, found: Deviation) -> bool:
    """Whether the heading is misplaced or comes again."""
    return any(
        other.element is Element.HEADING
        and other.address == found.address
        and other.wrong not in (Wrong.ALTERED, Wrong.RENUMBERED)
        for other in document.deviations
    )


def _to_paste(document: Document, found: Deviation) -> str:
    """A missing row as a line of the report's own layout, with its cells empty."""
    if found.element is not Element.ROW or found.wrong is not Wrong.MISSING:
        return found.mandated
    source = document.source
    if source.rows:
        return found.mandated
    # The normal text, which has no comments.
    line = document.normal[slice(*source.line_span(source.position(found.span.start).line))]
    label = document.normal[slice(*found.span)]
    if label not in line or not re.search(r"[|\t]", line):
        return found.mandated
    after = line[line.index(label) + len(label) :]
    return found.mandated + re.sub(r"[^|\t]+", " ", after.rstrip())


@check("section-empty", Options)
def section_empty(context: Context, _: Options) -> Iterable[Outcome]:
    """Find headings with neither text nor a table below them."""
    for section in context.document.sections.values():
        if not section.has_table and section.silent:
            address = Address(section.name)
            yield Finding(address, section.heading, {"heading": _printed(context, section)})


def _printed(context: Context, section: Section) -> str:
    return context.form.structure.printed[section.name]


@check("part-missing", Options)
def part_missing(context: Context, _: Options) -> Iterable[Outcome]:
    """Find the parts of a section that neither a sub-heading nor the prose speaks of.

    Where it speaks of none, that is one finding.
    """
    lacking = [
        found
        for found in context.document.deviations
        if found.element is Element.PART and found.wrong is Wrong.MISSING
    ]
    if not lacking:
        return
    stems = {name_of(part): stems for part, stems in context.form.wordings.stems.items()}
    for section in context.document.sections.values():
        parts = [*context.form.structure.parts.values()].count(section.name)
        headless = [found for found in lacking if found.address.part == section.name]
        if not headless or section.silent:
            continue
        text = _own_text(section, context)
        missing = [
            found
            for found in headless
            if not any(stem in text for stem in stems.get(found.address.row or "", ()))
        ]
        if len(missing) == parts:
            args = {
                "heading": _printed(context, section),
                "first": missing[0].mandated,
                "last": missing[-1].mandated,
            }
            yield Finding(Address(section.name, "parts"), section.heading, args, "none")
            continue
        for found in missing:
            yield Finding(found.address, found.span, {"mandated": found.mandated})


def _own_text(section: Section, context: Context) -> str:
    """The running text of a section, without sentences that list what a report consists of."""
    names = _section_names(context.form.structure)
    sentences = SENTENCE.findall(section.text)
    return "".join(each for each in sentences if not _lists_parts(words(each), names))


@cache
def _section_names(structure: Structure) -> Sequence[str]:
    """The headings of the form without their numbers."""
    return [words(split_numbering(structure.printed[each])[1]) for each in structure.sections]


def _lists_parts(sentence: str, names: Sequence[str]) -> bool:
    listed = sum(name in sentence for name in names)
    return listed >= _FEWEST_LISTED or (listed > 0 and _CONSISTS.search(sentence) is not None)


class LengthOptions(Options):
    """``section``: by its name; bounds in characters without blanks.

    ``ignoring``: characters that say nothing and do not count.
    """

    section: str = option(SECTION)
    ignoring: str = option(TEXT, "")
    at_most: int | None = option(NUMBER, None)
    at_least: int | None = option(NUMBER, None)


@check("section-length", LengthOptions)
def section_length(context: Context, options: LengthOptions) -> Iterable[Outcome]:
    """Find a section whose running text is too long or too short."""
    section = context.document.sections.get(options.section)
    if section is None or section.silent:
        yield NotApplicable()
        return
    length = len(section.text)
    if options.ignoring:
        length -= sum(map(section.text.count, options.ignoring))
    too_long = options.at_most is not None and length > options.at_most
    too_short = options.at_least is not None and length < options.at_least
    if too_long or too_short:
        first = section.passages[0].prose
        span = section.heading if too_long else first.span(0, len(first.text))
        args = {
            "heading": _printed(context, section),
            "length": length,
            "limit": options.at_most if too_long else options.at_least,
            "text": section.text[:30],
        }
        yield Finding(Address(section.name), span, args)
