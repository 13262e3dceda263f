"""Lines, tokens, tables and all else that the parser makes of a text, in a compact form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gklint.form.form import Form
from gklint.parse.contents import without_contents
from gklint.parse.headings import settled
from gklint.parse.layout import Page, lay_out
from gklint.parse.lexing import lex
from gklint.parse.lines import Line
from gklint.parse.tokens import Kind, Token
from gklint.ruleset.loading import load_rules
from gklint.text.normalise import normalise, words
from gklint.text.piece import Piece
from gklint.text.simplified import simplifier
from gklint.text.source import Source
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
