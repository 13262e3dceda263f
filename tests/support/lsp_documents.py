"""Documents that were checked, without a process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types

from gklint.linter import Linter
from gklint.lsp.checking import Checked, check
from gklint.lsp.positions import position_of
from gklint.lsp.settings import InForce, Settings
from gklint.ruleset.loading import load_rules
from tests.support.lsp_client import URI

BREAK = re.compile("\r\n|\r|\n")
CODING = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Defaults(Settings):
    """The default settings, whatever stands around the tests."""

    def of(self, path: Path) -> InForce:  # noqa: ARG002
        return InForce(Linter(load_rules(), lang=self.lang))


def checked(
    text: str, uri: str = URI, lang: str = "zh", units: str = "utf-16", saved: str | None = None
) -> Checked:
    return check(uri, text, text if saved is None else saved, Defaults(lang), units)


def at(found: Checked, words: str, skip: int = 0) -> types.Position:
    """The position of ``words``, which occur once, or ``skip`` characters into them."""
    assert found.file.text.count(words) == 1, words
    return position_of(found.file.text.index(words) + skip, found.file, found.units)


def applied(text: str, edits: Sequence[types.TextEdit], units: str = "utf-16") -> str:
    """The text after edits that do not overlap, as a client makes them, in bytes of each line."""
    encoding, size = CODING[units]
    ends = [match.end() for match in BREAK.finditer(text)]
    pieces = zip([0, *ends], [*ends, len(text)], strict=True)
    lines = [text[start:end].encode(encoding) for start, end in pieces]

    def offset(at: types.Position) -> int:
        assert at.character * size <= len(lines[at.line])
        return sum(map(len, lines[: at.line])) + at.character * size

    data = b"".join(lines)
    ranges = [(offset(edit.range.start), offset(edit.range.end), edit.new_text) for edit in edits]
    for start, end, new in sorted(ranges, reverse=True):
        data = data[:start] + new.encode(encoding) + data[end:]
    return data.decode(encoding)


def walk(
    found: list[types.DocumentSymbol], within: types.DocumentSymbol | None = None
) -> Iterator[tuple[types.DocumentSymbol, types.DocumentSymbol | None]]:
    """Each symbol with the one that holds it."""
    for symbol in found:
        yield symbol, within
        yield from walk([*(symbol.children or ())], symbol)


def key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def holds(outer: types.Range, inner: types.Range) -> bool:
    return key(outer.start) <= key(inner.start) <= key(inner.end) <= key(outer.end)


def assert_well_formed(found: list[types.DocumentSymbol]) -> None:
    for symbol, within in walk(found):
        assert symbol.name
        assert holds(symbol.range, symbol.selection_range)
        assert within is None or holds(within.range, symbol.range)
