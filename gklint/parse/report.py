"""From the text of a file to the model of the report in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gklint.form.form import Form
from gklint.model.document import Deviation, Document, Section, Table
from gklint.model.statements import Passage, Period, Statements
from gklint.parse.copies import Copies, find_copies
from gklint.parse.layout import Page, lay_out
from gklint.parse.lines import Line
from gklint.parse.odd_characters import odd_characters
from gklint.parse.prose.sentences import read_statements
from gklint.parse.regions import find_regions, find_signs, starts_of, tell_version
from gklint.parse.sections import read_sections
from gklint.parse.strokes import at_a_stroke
from gklint.parse.surroundings import Extent, find_chrome, find_extent
from gklint.parse.tables import build_table
from gklint.parse.title import Front, read_front
from gklint.parse.tokens import Kind, Token
from gklint.text.blanking import blanked
from gklint.text.comments import without_comments
from gklint.text.left_out import find_left_out
from gklint.text.markup import without_markup
from gklint.text.normalise import normalise
from gklint.text.prose import Prose
from gklint.text.simplified import simplifier
from gklint.text.source import Source, Span

_OPENING = 2  # paragraphs
_FEWEST_LABELS = 3  # of a table without any value


def parse(source: Source, form: Form, *, said: bool = True) -> Document:
    """Read ``source`` into the model.  Never raises, whatever the text.

    ``said``: also what the running text states, which takes a quarter of the time.
    """
    text, left_out = _without_marks(source)
    normal, glosses, traditional = normalise(text, simplifier)
    if source.recognition:
        from gklint.parse.misread import with_misread  # few reports are scans

        form = form._replace(wordings=with_misread(source, normal, form.wordings))
    page = _laid_out(source, normal, form)
    copies = find_copies(normal, page.lines, form)
    lines, tokens = copies.kept
    extent = _extent(source, normal, copies)
    if source.containers:
        tokens = [token for token in tokens if extent.holds(token.span.start)]
    chrome = find_chrome(tokens, normal, form.vocabulary.chrome)
    tokens = [token for token in tokens if token.span not in chrome]
    front = read_front(normal, tokens, extent.spans[-1])
    if odd := odd_characters(front.title, text, normal, traditional, form.bodies):
        normal = _put_back(normal, text, odd)
        traditional = tuple(offset for offset in traditional if offset not in odd)
        front = read_front(normal, tokens, extent.spans[-1])
    regions = find_regions(tokens, form)
    signs = find_signs(regions, form)
    version = tell_version(signs, front.year, form)
    built = _tables(regions, version, form)
    firsts = {regions[name][0].span: name for name in built}
    sections = read_sections(normal, tokens, front.title, firsts, form)
    first = form.structure.sections[0]
    passages = _passages(front, sections.found.values()) if said else ()
    statements = read_statements(passages, form.vocabulary, front.agency)
    return Document(
        source=source,
        normal=normal,
        version=version,
        signs=signs,
        title=front.title,
        agency=front.agency,
        year=front.year,
        front=front.paragraphs.proses,
        preamble=(*front.paragraphs.proses, *_opening(sections.found.get(first))),
        periods=_periods(statements, first),
        sections=sections.found,
        tables={name: table for name, (table, _) in built.items()},
        deviations=(*copies.others, *_of_tables(built.values()), *sections.deviations),
        statements=statements,
        extent=extent.spans,
        last_line=_last(lines, extent),
        glosses=tuple(span for span in glosses if extent.holds(span.start)),
        traditional=tuple(offset for offset in traditional if extent.holds(offset)),
        left_out=left_out,
        page_numbers=tuple(span for span in page.page_numbers if extent.holds(span.start)),
        broken_lines=(*front.paragraphs.broken, *sections.broken),
        chrome=tuple(sorted(span for span in chrome if not extent.sets_apart(span))),
    )


def _without_marks(source: Source) -> tuple[str, tuple[Span, ...] | None]:
    """The text without comments, markup and what is no content of it; where that was left out.

    Readers of other formats have left out what is none; what looks like comments or markup is text.
    """
    plain = not source.where
    text = without_comments(source.text) if plain else source.text
    found = find_left_out(text, markup=plain)
    text = blanked(text, found)
    left_out = tuple(sorted((*(source.left_out or ()), *found))) if found else source.left_out
    return (without_markup(text) if plain else text), left_out


def _laid_out(source: Source, normal: str, form: Form) -> Page:
    """The lines of a text, those of whole tables in one."""
    if not source.rows:
        return lay_out(source, normal, at_a_stroke(normal, form.wordings))
    from gklint.parse.marked import put_in_blocks

    page = lay_out(source, normal)
    return page._replace(lines=put_in_blocks(page.lines, form.wordings))


def _extent(source: Source, normal: str, copies: Copies) -> Extent:
    """Where the report stands that is read."""
    extent = find_extent(source, normal, copies.kept.tokens, copies.kept.lines)
    return extent.within(copies.kept.span) if copies.others else extent


def _put_back(normal: str, text: str, offsets: Iterable[int]) -> str:
    """The normal text with the characters of the original at some places."""
    chars = [*normal]
    for offset in offsets:
        chars[offset] = text[offset]
    return "".join(chars)


def _tables(
    regions: Mapping[str, Sequence[Token]], version: str | None, form: Form
) -> Mapping[str, tuple[Table, Sequence[Deviation]]]:
    """Each table with what differs in it."""
    return {
        name: build_table(labels, form.structure, starts_of(name, version, form))
        for name, labels in regions.items()
        if _is_table(labels)
    }


def _is_table(tokens: Sequence[Token]) -> bool:
    """Whether tokens make a table: there is a value, or there are several labels."""
    labels = sum(token.kind is Kind.LABEL for token in tokens)
    return labels >= _FEWEST_LABELS or any(token.cells for token in tokens)


def _of_tables(built: Iterable[tuple[Table, Sequence[Deviation]]]) -> Iterable[Deviation]:
    return (deviation for _, deviations in built for deviation in deviations)


def _passages(front: Front, sections: Iterable[Section]) -> Iterable[Passage]:
    """All running text, in the order of the form."""
    yield from (Passage(None, None, prose) for prose in front.paragraphs.proses)
    for section in sections:
        yield from section.passages


def _opening(section: Section | None) -> Sequence[Prose]:
    """The paragraphs of the first section that may still be preamble."""
    passages = section.passages if section else ()
    return [each.prose for each in passages if each.part is None][:_OPENING]


def _last(lines: Sequence[Line], extent: Extent) -> Span:
    """The last line of the report."""
    spans = (line.span for line in reversed(lines))
    return next((span for span in spans if extent.holds(span.start)), Span(0, 0))


def _periods(statements: Statements, first: str) -> tuple[Period, ...]:
    """The period that is given for the figures: in the front, or else in the first section."""
    front = [each for each in statements.periods if each.where.section is None]
    return tuple(
        (front or [each for each in statements.periods if each.where.section == first])[:1]
    )
