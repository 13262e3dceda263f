"""The forms of single characters: quotation marks, digits in numbers, brackets.

Where what is right is beyond doubt, the finding says how to mend it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from gklint.checks.options import OptionKind, Options, by_name, expression, option
from gklint.checks.registry import Context, check
from gklint.checks.traces import PatternOptions, matches
from gklint.files import kinds
from gklint.form.formula import Key, compute, holds
from gklint.model.document import Address, Document, RowState, Table, TableRow
from gklint.model.outcomes import Edit, Finding, Outcome
from gklint.text.expressions import Expression
from gklint.text.piece import Piece
from gklint.text.source import Span
from gklint.text.values import out_of_circle, read_value
from gklint.words import Message

_OPENING, _CLOSING = "“〝", "”〞"
# Expressions are compiled where something was found, which is seldom.
_QUOTES = '[“”〝〞＂"]'
_RIGHT = "“”"
_STRAIGHT = '"＂'
_UNIT_BREAKS = r"[\r\n\t|]+"
# Marks of Markdown, HTML or YAML stand around these quotes, so they are no punctuation.
_MARKUP = r"""\]\(|=["']|^\s*[A-Za-z_-]+:\s*["']"""
_NOT_OPENED = r"[\s，。、；：！？）》」』,;:!?)]|$"
_NOT_CLOSED = r"[\s（《「『(]"

_FULL_DIGITS = "０１２３４５６７８９"
_NUMBER = r"[-+]?\d[\d,. ]*"
_SPACED_THOUSANDS = r"[-+]?\d{1,3}(?: \d{3})+(?:\.\d+)?"
_BREAKS = "\n\r\t|"
_BLANKS_AND_MARKS = " \u3000#>*"
_LINK = r"(?:https?://|\]\()[^\s，。；、）]*$"


# -- quotation marks -------------------------------------------------------------------------


@check("quotes", PatternOptions)
def quotes(context: Context, options: PatternOptions) -> Iterable[Outcome]:
    """Find wrong quotation marks: one finding for the file, at the first."""
    document = context.document
    found = matches(document, options.patterns)
    if not found:
        return
    text = document.source.text
    starts = [match.start() for match in found]
    wrong = {*starts}
    edits: dict[int, str] = {}
    for pair in _pairs(document, starts):
        if not wrong.isdisjoint(pair):
            edits.update((at, new) for at, new in zip(pair, _RIGHT, strict=True) if text[at] != new)
    yield Finding(
        Address("text", "quotes"),
        Span(*found[0].span()),
        {"printed": found[0][0].strip(), "count": len({*wrong, *edits})},
        edits=tuple(Edit(Span(at, at + 1), edits[at]) for at in sorted(edits)),
    )


def _pairs(document: Document, wrong: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The quotation marks that belong together, in the paragraphs and cells where that is plain.

    Only those are looked at that have a ``wrong`` one; where these stand, in order.
    """
    gaps = [each.gap for each in document.broken_lines]
    for start, end in document.extent:
        found = re.compile(_UNIT_BREAKS).finditer(document.source.text, start, end)
        breaks = [match.span() for match in found]
        if gaps:
            breaks = [each for each in breaks if not any(_lies_in(each, gap) for gap in gaps)]
        begins = [start, *(after for _, after in breaks)]
        ends = [*(before for before, _ in breaks), end]
        for unit in map(Span, begins, ends):
            if bisect_left(wrong, unit.start) < bisect_left(wrong, unit.end):
                yield from _pairs_in(document.source.text, unit)


def _lies_in(span: tuple[int, int], gap: Span) -> bool:
    return gap.start <= span[0] and span[1] <= gap.end


def _pairs_in(text: str, unit: Span) -> list[tuple[int, int]]:
    """The pairs of one paragraph; none if it is not plain for all what opens and what closes."""
    marks = [match.start() for match in re.compile(_QUOTES).finditer(text, *unit)]
    if not marks or len(marks) % 2 or re.compile(_MARKUP).search(text[slice(*unit)]):
        return []
    pairs = [*zip(marks[::2], marks[1::2], strict=True)]
    plain = all(_opens(text, start, unit) and _closes(text, end) for start, end in pairs)
    return pairs if plain and not _nested([text[at] for at in marks]) else []


def _opens(text: str, at: int, unit: Span) -> bool:
    after = re.compile(_NOT_OPENED).match(text, at + 1, unit.end)
    return text[at] not in _CLOSING and after is None and not _is_inches(text, at)


def _closes(text: str, at: int) -> bool:
    before = re.compile(_NOT_CLOSED).match(text, at - 1)
    return text[at] not in _OPENING and before is None and not _is_inches(text, at)


def _is_inches(text: str, at: int) -> bool:
    return text[at] in _STRAIGHT and text[at - 1 : at].isdigit()


def _nested(marks: Iterable[str]) -> bool:
    """Whether straight quotes stand within others that are balanced without them."""
    depth, inside = 0, False
    for mark in marks:
        inside = inside or (depth > 0 and mark in _STRAIGHT)
        depth += (mark in _OPENING) - (mark in _CLOSING)
        if depth < 0:
            return False
    return inside and depth == 0


def _at_first(document: Document, name: str, found: Mapping[Span, tuple[Edit, ...]]) -> Finding:
    """One finding for the file, at the first of the places and with the edits of all."""
    first = min(found)
    args = {"count": len(found), "printed": document.source.text[slice(*first)]}
    edits = tuple(sorted(edit for each in found.values() for edit in each))
    return Finding(Address("text", name), first, args, edits=edits)


# -- numbers ---------------------------------------------------------------------------------


@check("number-writing", PatternOptions)
def number_writing(context: Context, options: PatternOptions) -> Iterable[Outcome]:
    """Find full-width digits, numbers in circles, and blanks within: one finding for the file.

    ``patterns``: what is a number in running text.  In the tables all cells are looked at.
    """
    document = context.document
    text = document.source.text
    full = any(digit in text for digit in _FULL_DIGITS)
    found = {span: edits for span, edits in _cells(context, full=full) if edits}
    known = {edit.span for edits in found.values() for edit in edits}
    for match in matches(document, options.patterns) if full else ():
        edits = _half_width(document, Span(*match.span()), digits_only=True)
        if edits and known.isdisjoint(edit.span for edit in edits):
            found[Span(*match.span())] = edits
    if found:
        yield _at_first(document, "numbers", found)


def _cells(context: Context, *, full: bool) -> Iterable[tuple[Span, tuple[Edit, ...]]]:
    """The cells whose numbers are written wrongly, and what mends each.

    ``full``: whether there are full-width digits anywhere.
    """
    for table in context.document.tables.values():
        if table.plain and not full:
            continue
        doubtful: set[Key] | None = None
        for row in table.rows.values():
            if row.state is not RowState.READ:
                continue
            for column, cell in zip(row.columns, row.cells, strict=True):
                spaced = " " in cell.text and _is_spaced(cell.text)
                if not spaced and not full and out_of_circle(cell.text) is None:
                    continue
                if spaced and doubtful is None:
                    doubtful = _doubtful(context, table)
                spaced = spaced and (row.name, column) not in (doubtful or ())
                yield cell.span, _mended(context.document, cell, spaced=spaced)


def _is_spaced(text: str) -> bool:
    """Whether blanks stand within the number that a cell holds; thin ones may part thousands."""
    return bool(re.compile(_NUMBER).fullmatch(text)) and not re.compile(
        _SPACED_THOUSANDS
    ).fullmatch(text)


def _doubtful(context: Context, table: Table) -> set[Key]:
    """Cells whose blank may part two numbers: others in the row are blank, or sums are broken."""
    broken = [
        each
        for each in context.identities.get(table.name, ())
        if (sums := compute(each, table.numbers)) is not None and not holds(each, sums)
    ]
    cells = {cell for each in broken for cell in each.cells()}
    return cells | {key for row in table.rows.values() if _lacks(row) for key in _keys(row)}


def _lacks(row: TableRow) -> bool:
    return any(cell.number is None for cell in row.cells)


def _keys(row: TableRow) -> Iterable[Key]:
    return ((row.name, column) for column in row.columns)


def _mended(document: Document, cell: Piece, *, spaced: bool) -> tuple[Edit, ...]:
    """The edits of one cell; they leave the number that is read as it is."""
    if digits := out_of_circle(cell.text):
        return (Edit(cell.span, digits),)
    pure = re.compile(_NUMBER).fullmatch(cell.text) is not None
    edits = [*_half_width(document, cell.span, digits_only=not pure)]
    if spaced:
        blanks = [cell.start + at for at, char in enumerate(cell.text) if char == " "]
        if any(unicodedata.category(document.source.text[at])[0] not in "ZC" for at in blanks):
            return ()  # markup or a comment
        edits += [Edit(Span(at, at + 1), "") for at in blanks]
    changed = {edit.span.start: edit.text for edit in edits}
    after = "".join(changed.get(cell.start + at, char) for at, char in enumerate(cell.text))
    return tuple(sorted(edits)) if read_value(after) == read_value(cell.text) else ()


def _half_width(document: Document, span: Span, *, digits_only: bool) -> tuple[Edit, ...]:
    """Half-width characters for the full-width ones (of a number: its points and commas too)."""
    text, normal = document.source.text, document.normal
    return tuple(
        Edit(Span(at, at + 1), normal[at])
        for at in range(*span)
        if text[at] in _FULL_DIGITS or (not digits_only and text[at] in "．，－＋")
    )


# -- brackets --------------------------------------------------------------------------------


def _pair_problem(text: str) -> Message | None:
    return None if len(text) == 2 else Message("rulefiles.no-pair", {"found": text})


_PAIR = OptionKind(lambda _: kinds.text("rulefiles.pair", _pair_problem))

_PAIRS = by_name(_PAIR, "rulefiles.pairs", expression(groups=2))


class BracketOptions(Options):
    """``pairs``: expressions whose first two groups are brackets, and the right pair for each.

    ``leading``: the same, for the beginning of a line or cell.
    """

    pairs: Mapping[Expression, str] = option(_PAIRS)
    leading: Mapping[Expression, str] = option(_PAIRS, {})


@check("bracket-form", BracketOptions)
def bracket_form(context: Context, options: BracketOptions) -> Iterable[Outcome]:
    """Find brackets of the wrong form: one finding for the file, at the first."""
    document = context.document
    text = document.source.text
    found: dict[Span, tuple[Edit, ...]] = {}
    for each, right in (*options.pairs.items(), *options.leading.items()):
        for match in matches(document, (each,)):
            if match[1] + match[2] == right or _in_link(text, match.start(1)):
                continue
            if each in options.leading and not _leads(text, match.start(1)):
                continue
            spans = (Span(*match.span(1)), Span(match.start(2), _past_blanks(text, match.end(2))))
            found[Span(match.start(1), match.end(2))] = tuple(
                Edit(span, bracket)
                for span, bracket in zip(spans, right, strict=True)
                if text[slice(*span)] != bracket
            )
    if found:
        yield _at_first(document, "brackets", found)


def _leads(text: str, at: int) -> bool:
    """Whether a line or cell begins there, but for blanks and marks of Markdown."""
    while at and text[at - 1] in _BLANKS_AND_MARKS:
        at -= 1
    return at > 0 and text[at - 1] in _BREAKS


def _past_blanks(text: str, at: int) -> int:
    """Where blanks end that begin here: what puts a half-width bracket adds one behind it."""
    while text.startswith(" ", at):
        at += 1
    return at


def _in_link(text: str, at: int) -> bool:
    """Whether a place lies in a web address or in the target of a Markdown link."""
    line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return re.compile(_LINK).search(text, line, at) is not None
