"""A report that stands more than once in its file, as preview of an attachment and as text.

The copy that is most whole is read; the others are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.form.form import Form
from gklint.form.wordings import Wordings
from gklint.model.document import Address, Deviation, Element, Wrong
from gklint.parse.contents import without_contents
from gklint.parse.feet import without_page_numbers
from gklint.parse.headings import settled
from gklint.parse.hidden import brought_out
from gklint.parse.lexing import lex
from gklint.parse.lines import Line
from gklint.parse.title import find_title
from gklint.parse.tokens import Kind, Token
from gklint.parse.whole import are_whole
from gklint.text.normalise import says_anything
from gklint.text.source import Span

_FEWEST = 3  # so many headings come again where a report does
_FEWEST_FROM_FIRST = 2  # beginning with the first section
_LONG = 400  # characters of a line; no list of headings in a preamble has so many


class Copy(NamedTuple):
    """Lines that hold a report, and what they are."""

    lines: Sequence[Line]
    tokens: Sequence[Token]

    @property
    def span(self) -> Span:
        """From its first line to its last."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def headings(self) -> list[Token]:
        """Its headings that the form knows."""
        return [each for each in self.tokens if each.kind is Kind.HEADING and each.element]


class Copies(NamedTuple):
    """The copy that is read, and for each other one that the file holds it."""

    kept: Copy
    others: tuple[Deviation, ...] = ()


def find_copies(normal: str, lines: Sequence[Line], form: Form) -> Copies:
    """The report that ``lines`` hold, or the copies of one that comes again.

    None counts as a copy where one has a section or a table that the most whole one lacks.
    """
    whole = _copy(lines, form)
    long = [line for line in lines if len(line.pieces[0].text) >= _LONG and not line.cells]
    apart = [line for line in long if _is_report(line, form.wordings)]
    rest = _copy([line for line in lines if line not in apart], form) if apart else whole
    headings = rest.headings
    if not headings or not (apart or _come_again(headings)):
        return Copies(whole)  # as nearly all reports
    parts = [*_parted(normal, rest.lines, _runs(headings, form)), *([line] for line in apart)]
    copies = [_copy(part, form) for part in parts] if len(parts) > 1 else [rest]
    kept = max(copies, key=lambda copy: _worth(normal, copy, form.wordings))
    if not all(_held(copy, form.wordings) <= _held(kept, form.wordings) for copy in copies):
        return Copies(whole)
    others = [copy for copy in copies if copy is not kept and copy.headings]
    return Copies(kept, tuple(map(_deviation, others)))


def _copy(lines: Sequence[Line], form: Form) -> Copy:
    tokens = lex(lines, form.wordings)
    kept = without_page_numbers(lines, tokens, form.wordings)
    if kept is not lines:
        lines, tokens = kept, lex(kept, form.wordings)
    tokens = without_contents(settled(tokens))
    if are_whole(tokens, form.structure):
        return Copy(lines, tokens)
    from gklint.parse.aligned import put_together

    return Copy(lines, put_together(lines, tokens, form.structure))


def _is_report(line: Line, wordings: Wordings) -> bool:
    """Whether a single line holds several headings, each with text: all line breaks were lost."""
    parts = brought_out((line,), wordings.headings, wordings)
    return parts is not None and len(parts) > _FEWEST


def _come_again(headings: Sequence[Token]) -> bool:
    return len(headings) > len({token.element for token in headings})


def _runs(headings: Iterable[Token], form: Form) -> list[list[Token]]:
    """The headings of each report: one that begins again has several of those before."""
    runs: list[list[Token]] = [[]]
    names: set[str | None] = set()
    for run in _once_each(headings):
        again = names.intersection(token.element for token in run)
        from_first = run[0].element == form.structure.sections[0]
        if len(again) >= (_FEWEST_FROM_FIRST if from_first else _FEWEST):
            runs.append([])
            names = set()
        runs[-1] += run
        names.update(token.element for token in run)
    return runs


def _once_each(headings: Iterable[Token]) -> Iterator[list[Token]]:
    """The headings, parted where one comes again."""
    run: list[Token] = []
    for token in headings:
        if any(token.element == above.element for above in run):
            yield run
            run = []
        run.append(token)
    yield run


def _parted(
    normal: str, lines: Sequence[Line], runs: Sequence[Sequence[Token]]
) -> Iterator[Sequence[Line]]:
    """The lines of each report.

    One begins with its title.  Where it has none, what stands between the headings of two
    reports belongs to both: to the end of one, and to the front of the other.
    """
    begin = 0
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        if following is None:
            yield lines[begin:]
            return
        last, first = _at(lines, run[-1]), _at(lines, following[0])
        title, _ = find_title(normal, [line.span for line in lines[last + 1 : first]])
        if title:
            first = next(at for at, line in enumerate(lines) if line.span.start >= title.span.start)
        yield lines[begin:first]
        begin = first if title else last + 1


def _at(lines: Sequence[Line], token: Token) -> int:
    """The line that a token stands in."""
    return next(at for at, line in enumerate(lines) if token.span.start < line.span.end)


def _held(copy: Copy, wordings: Wordings) -> set[str]:
    """The sections and the filled tables of a copy."""
    filled = (token.label.elements for token in copy.tokens if token.label and token.cells)
    tables = (wordings.tables(elements) for elements in filled)
    named = {f"{table} table" for homes in tables if len(homes) == 1 for table in homes}
    return named.union(token.element for token in copy.headings if token.element)


def _worth(normal: str, copy: Copy, wordings: Wordings) -> tuple[int, int, int]:
    """How whole a copy is: in sections and tables, in sections with text, in rows."""
    telling: set[str | None] = set()
    section: str | None = None
    for token in copy.tokens:
        if token.kind is Kind.HEADING:
            section = token.element
        elif token.kind in (Kind.PROSE, Kind.PART) and says_anything(normal[slice(*token.span)]):
            telling.add(section)
    rows = {token.label.elements for token in copy.tokens if token.label and token.cells}
    return len(_held(copy, wordings)), len(telling), len(rows)


def _deviation(copy: Copy) -> Deviation:
    first = copy.headings[0]
    printed = first.text.strip("#* ")
    return Deviation(Wrong.DOUBLED, Element.REPORT, Address("file"), first.span, printed, "")
