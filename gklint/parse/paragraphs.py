"""Lines of running text put together to paragraphs.

A page end or a hard line break can fall into the middle of a word; a sentence is
found again only when the lines are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gklint.text.prose import Prose, squeeze
from gklint.text.source import Span

_ENDS = frozenset('。!?;:”"》)】>…')
_OPENS_PARAGRAPH = re.compile(
    r"\s*(?:[#>*•·\-]|\(?[一二三四五六七八九十]{1,2}[、)]|[一二三四五六七八九十]是|\(?\d{1,2}[.、)])"
)
_AFTER_NUMBER = tuple("年月日件条元项个名次份")
_LONG_LINE = 15
_SHORT_REST = 12


def join(normal: str, spans: Sequence[Span]) -> tuple[list[Prose], list[Span]]:
    """The paragraphs that the lines ``spans`` make, and the lines that were broken off."""
    groups: list[list[Span]] = []
    broken: list[Span] = []
    for span in spans:
        if groups and goes_on(_text(normal, groups[-1][-1]), _text(normal, span)):
            broken.append(groups[-1][-1])
            groups[-1].append(span)
        else:
            groups.append([span])
    return [squeeze(normal, group) for group in groups], broken


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
