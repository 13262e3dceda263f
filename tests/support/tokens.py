"""Lines, tokens, tables and all else that the parser makes of a text, in a compact form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gklint.form.form import Form
from gklint.model.document import Deviation, RowState, TableRow
from gklint.parse.contents import without_contents
from gklint.parse.headings import settled
from gklint.parse.layout import Page, lay_out
from gklint.parse.lexing import lex
from gklint.parse.lines import Line
from gklint.parse.paragraphs import Paragraphs, join
from gklint.parse.regions import find_regions, find_signs, starts_of, tell_version
from gklint.parse.report import parse
from gklint.parse.sections import read_sections
from gklint.parse.tables import build_table
from gklint.parse.title import read_front
from gklint.parse.tokens import Kind, Token
from gklint.ruleset.loading import load_rules
from gklint.text.normalise import normalise, words
from gklint.text.piece import Piece
from gklint.text.simplified import simplifier
from gklint.text.source import Source, Span
from tests.support.snippets import LEFT_OUT


def form() -> Form:
    """The form that gklint ships."""
    return load_rules().form


def normal_of(text: str) -> str:
    """The normal text."""
    return normalise(text, simplifier).text


def page_of(text: str) -> Page:
    """The lines of a plain text."""
    return lay_out(Source(text), normal_of(text))


def tokens_of(lines: Sequence[Line]) -> list[Token]:
    """The tokens of a page, as they are fitted into the form."""
    return without_contents(settled(lex(lines, form().wordings)))


def shown_text(text: str) -> str:
    """The tokens of a plain text."""
    return shown_tokens(normal_of(text), tokens_of(page_of(text).lines))


def shown_lines(lines: Iterable[Line]) -> str:
    """Each line, its pieces between brackets where they are cells."""
    return "".join(f"{_line(line)}\n" for line in lines)


def _line(line: Line) -> str:
    if not line.cells:
        return f"text   {line.pieces[0].text}"
    cells = [f"[{piece.text}]" for piece in line.pieces]
    if line.marked:
        cells = [f"{at}{cell}" for at, cell in zip(line.columns, cells, strict=True)]
    return f"{'marked' if line.marked else 'cells '} {' '.join(cells)}"


def shown_tokens(normal: str, tokens: Sequence[Token]) -> str:
    """Each token: its kind, the elements that it may be, its text, its values, where they stand.

    ``~``: not the mandated words.  ``3@1``: the value 3, in column 1 of the label's own line.
    """
    shown = [_token(normal, token) for token in tokens]
    shown += [f"{LEFT_OUT}{text}" for text in left_out(normal, tokens)]
    return "".join(f"{line}\n" for line in shown)


def _token(normal: str, token: Token) -> str:
    printed = normal[slice(*token.span)]
    if token.kind is Kind.PROSE:
        return f"prose   {printed}"
    elements = "/".join(token.label.elements) if token.label else ""
    exact = "" if token.exact or not elements else "~"
    text = token.text if token.text == printed else f"{token.text} <{printed}>"
    start = f"{token.kind.value:7} {elements or '-'}{exact} {text}"
    values = " | ".join(map(_value, token.cells, token.columns))
    return start + (f": {values}" if token.cells else "") + (" (glued)" if token.glued else "")


def _value(piece: Piece, column: int) -> str:
    return piece.text if column < 0 else f"{piece.text}@{column}"


def left_out(normal: str, tokens: Iterable[Token]) -> Iterator[str]:
    """The characters with a meaning that are in no token, by line.

    A label that was broken over lines stands in its first place, and holds the words of all.
    """
    places = [at for at, char in enumerate(normal) if words(char)]
    held: set[int] = set()
    elsewhere: list[tuple[int, str]] = []
    for token in tokens:
        for span in (token.span, *(cell.span for cell in token.cells)):
            held.update(range(*span))
        if token.kind is not Kind.PROSE:
            shown = words(normal[slice(*token.span)])
            elsewhere.append((token.span.end, words(token.text)[len(shown) :]))
    rest = [at for at in places if at not in held]
    for end, text in elsewhere:
        for char in text:
            rest.remove(next(at for at in rest if at >= end and normal[at] == char))
    lines: dict[int, str] = {}
    for at in rest:
        number = normal.count("\n", 0, at)
        lines[number] = lines.get(number, "") + normal[at]
    yield from lines.values()


def shown_regions(text: str) -> str:
    """The tokens of each table, how many values each has, and the version that they tell."""
    regions = find_regions(tokens_of(page_of(text).lines), form())
    shown = [f"version {tell_version(find_signs(regions, form()), None, form())}"]
    for name, tokens in regions.items():
        labels = (f"{token.text}{len(token.cells) or ''}" for token in tokens)
        shown.append(f"{name}: {' | '.join(labels)}")
    return "".join(f"{line}\n" for line in shown)


def shown_tables(text: str) -> str:
    """The tables of a report without title or year: start rule, rows, and what differs."""
    normal = normal_of(text)
    regions = find_regions(tokens_of(page_of(text).lines), form())
    version = tell_version(find_signs(regions, form()), None, form())
    shown = []
    for name, tokens in regions.items():
        table, found = build_table(tokens, form().structure, starts_of(name, version, form()))
        lines = normal[slice(*table.span)].split("\n")
        shown.append(f"{table.start} from «{lines[0]}» to «{lines[-1]}»")
        shown += [f"  {_row(row)}" for row in table.rows.values()]
        shown += [shown_deviation(normal, deviation) for deviation in found]
    return "".join(f"{line}\n" for line in shown)


def _row(row: TableRow) -> str:
    cells = " | ".join(cell.text for cell in row.cells)
    label = f"{row.name} «{row.printed}»"
    if row.state is RowState.READ:
        return f"{label}: {cells}"
    return f"{label} is {row.state.value}: {cells}"


def shown_deviation(normal: str, found: Deviation) -> str:
    """What differs from the form, and where."""
    address = "/".join(each or "*" for each in found.address)
    wrong = f"{found.wrong.value} {found.element.value} {address}"
    return f"! {wrong} «{found.printed}» → «{found.mandated}» at «{normal[slice(*found.span)]}»"


def shown_front(text: str) -> str:
    """What stands before the first heading: the title, agency and year, the paragraphs below."""
    normal = normal_of(text)
    front = read_front(normal, tokens_of(page_of(text).lines), Span(0, len(normal)))
    shown = [f"agency {front.agency}", f"year   {front.year}"]
    if front.title:
        title = front.title
        printed = normal[slice(*title.span)].replace("\n", " / ")
        shown.insert(0, f"title  {title.text}: {title.agency}, {title.year} at «{printed}»")
    shown += _paragraphs(normal, front.paragraphs)
    return "".join(f"{line}\n" for line in shown)


def _paragraphs(normal: str, paragraphs: Paragraphs) -> Iterator[str]:
    yield from (f"prose  {prose.text}" for prose in paragraphs.proses)
    for line, gap in paragraphs.broken:
        yield f"broken {normal[slice(*line)]}{normal[slice(*gap)]!r}"


def shown_paragraphs(text: str) -> str:
    """The paragraphs that lines make, and where one was broken off."""
    normal = normal_of(text)
    paragraphs = join(normal, [line.span for line in page_of(text).lines])
    return "".join(f"{line}\n" for line in _paragraphs(normal, paragraphs))


def shown_sections(text: str) -> str:
    """The sections of a report with their running text, and what differs from the form."""
    normal = normal_of(text)
    tokens = tokens_of(page_of(text).lines)
    front = read_front(normal, tokens, Span(0, len(normal)))
    regions = find_regions(tokens, form())
    firsts = {found[0].span: name for name, found in regions.items()}
    found = read_sections(normal, tokens, front.title, firsts, form())
    shown = []
    for name, section in found.found.items():
        table = ", with a table" if section.has_table else ""
        shown.append(f"{name} «{normal[slice(*section.heading)]}»{table}")
        shown += [f"  {p.part or '-'}: {p.prose.text}" for p in section.passages]
    shown += [shown_deviation(normal, deviation) for deviation in found.deviations]
    shown += [f"broken {normal[slice(*line)]}" for line, _ in found.broken]
    return "".join(f"{line}\n" for line in shown)


_OPENS, _CLOSES = "⟦", "⟧"


def enclosed(text: str) -> Source:
    """A source whose lines ``⟦`` and ``⟧`` are the tags around elements of a web page."""
    kept: list[str] = []
    opened: list[int] = []
    containers: list[Span] = []
    length = 0
    for line in text.split("\n"):
        if line == _OPENS:
            opened.append(length)
        elif line == _CLOSES:
            containers.append(Span(opened.pop(), length))
        else:
            kept.append(line + "\n")
            length += len(line) + 1
    containers.sort(key=lambda span: (span.start, -span.end))
    return Source("".join(kept), containers=tuple(containers))


def shown_page(text: str) -> str:
    """Each line of a page: of the report, or beside it; copied along with it, or set apart."""
    source = enclosed(text)
    document = parse(source, form())
    shown = []
    for number in range(1, len(source.line_starts)):
        span = source.line_span(number)
        inside = any(start <= span.start < end for start, end in document.extent)
        marks = ["chrome"] * (span in document.chrome) + ["last"] * (span == document.last_line)
        where = "report" if inside else "beside"
        shown.append(f"{where} {' '.join(marks):6} {source.text[slice(*span)]}".rstrip())
    title = document.title.text if document.title else None
    return "".join(f"{line}\n" for line in [*shown, f"title {title}"])
