"""Lines of running text put together to paragraphs.

A page end or a hard line break can fall into the middle of a word; a sentence is
found again only when the lines are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gklint.model.document import Break
from gklint.text.prose import Prose, squeeze
from gklint.text.source import Span

_ENDS = frozenset('。!?;:”"》)】>…')
_OPENS_PARAGRAPH = re.compile(
    r"\s*(?:[#>*•·\-]|\(?[一二三四五六七八九十]{1,2}[、)]|[一二三四五六七八九十]是|\(?\d{1,2}[.、)])"
)
_AFTER_NUMBER = tuple("年月日件条元项个名次份")
_LONG_LINE = 15
_SHORT_REST = 12


class Paragraphs(NamedTuple):
    """The paragraphs that lines make, and where one was broken off within a sentence."""

    proses: tuple[Prose, ...]
    broken: tuple[Break, ...]


def join(normal: str, lines: Sequence[Span]) -> Paragraphs:
    """The paragraphs of lines (spans of the normal text)."""
    groups: list[list[Span]] = []
    broken: list[Break] = []
    for line in lines:
        above = groups[-1][-1] if groups else None
        if above and goes_on(_text(normal, above), _text(normal, line)):
            broken.append(Break(above, Span(above.end, line.start)))
            groups[-1].append(line)
        else:
            groups.append([line])
    return Paragraphs(tuple(squeeze(normal, group) for group in groups), tuple(broken))


def _text(normal: str, span: Span) -> str:
    return normal[span.start : span.end].strip()


def goes_on(line: str, following: str) -> bool:
    """Whether ``following`` continues the sentence of ``line``."""
    if line[-1:] == ":" and re.match(r"[(+]?\d", following):
        return True
    if not line or line[-1] in _ENDS or _OPENS_PARAGRAPH.match(following):
        return False
    if line[-1].isdigit() and following[:1] in _AFTER_NUMBER:
        return True
    is_heading = _OPENS_PARAGRAPH.match(line) and "," not in line and "。" not in line
    if is_heading:
        return False
    if len(line) >= _LONG_LINE:
        return True
    return len(following) <= _SHORT_REST and following[-1:] == "。"
