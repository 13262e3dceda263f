"""Lines of running text put together to paragraphs.

A page end or a hard line break can fall into the middle of a word; a sentence is
found again only when the lines are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gklint.model.document import Break
from gklint.text.expressions import lazy_compile
from gklint.text.prose import Prose, squeeze
from gklint.text.source import Span

_ENDS = frozenset('。!?;”"》)】>…')
_OPENS_PARAGRAPH = lazy_compile(
    r"\s*(?:[#>*•·\-①-⒇]|\(?[一二三四五六七八九十]{1,2} ?[、)]|[一二三四五六七八九十][是要]"
    r"|\(?\d{1,2} ?(?:[、)]|\.(?!\d))|[第其][一二三四五六],)"  # a blank for a backslash: 1\.
)
_AFTER_NUMBER = tuple("年月日件条元项个名次份")
_NUMBER_BEHIND_COLON = lazy_compile(  # no item: 1.…, (1)…; no sentence: 2024年,…
    r"(?!\d{1,2}(?:[、)]|\.(?!\d))|\(\d{1,2}\)(?![年月日件条元项个名次份]))[(+]?\d(?!\d{3}年(?!\d))"
)
_RULED = ("===", "---", "***", "___", "———")
_TITLES = ("报告", "年报", "总结", "模板", "编制说明")
_TITLE = lazy_compile(r"(?!现|根据|按照|依据|本)[^。,;]{6,62}$")
_DAY = lazy_compile(r"月 ?\d{1,2} ?日 ?(?:星期.)?$")
_AFTER_DAY = tuple("至到起止前后间的,、—-~)")
_MARKED_HEADING = lazy_compile(r"#|\*\*[^*]{1,60}\*\*$")
_SENTENCE = lazy_compile(r"[。;:\d]|其中|[一二两三四五六七八九十百千]{1,5}[件条项个名次份篇期人]")
_MIDST = tuple("的地得和与及或在对以并为按从向把被将是了着,、")  # no clause ends so
_HEADING_CHARS = 40
_WIDTH = 3  # by which lines differ that were broken off where they were full
_SHORT_HEADING = lazy_compile(r"[^,。;:\d]{0,12}(?:情况|问题|不足|方面|措施|打算|计划|思路|事项)$")
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
    above = ""
    for line in lines:
        text = normal[line.start : line.end].strip()
        if goes_on(above, text):
            last = groups[-1][-1]
            broken.append(Break(last, Span(last.end, line.start)))
            groups[-1].append(line)
        else:
            groups.append([line])
        above = text
    return Paragraphs(tuple(squeeze(normal, group) for group in groups), tuple(broken))


def goes_on(line: str, following: str) -> bool:
    """Whether ``following`` continues the sentence of ``line``."""
    if not line or line[-1] in _ENDS or _stands_alone(line) or _stands_alone(following):
        return False
    if line[-1] in ":—":
        return _NUMBER_BEHIND_COLON.match(following) is not None
    if _OPENS_PARAGRAPH.match(following):
        return False
    if line[-1].isdigit() and following[:1] in _AFTER_NUMBER:
        return True
    if _is_heading(line, following) or _is_date(line, following):
        return False
    if len(line) >= _LONG_LINE:
        return True
    return len(following) <= _SHORT_REST and following[-1:] == "。"


def _stands_alone(line: str) -> bool:
    """Whether it is a ruled line, or a title, also one at the head of a page."""
    if line.startswith(_RULED):
        return True
    return line.endswith(_TITLES) and _TITLE.match(line) is not None


def _is_heading(line: str, following: str) -> bool:
    """Whether a line is a sub-heading: （一）强化组织协调，着力做好主动公开."""
    if _MARKED_HEADING.match(line) or _SHORT_HEADING.match(line):
        return True
    opening = _OPENS_PARAGRAPH.match(line)
    if opening and "," not in line and "。" not in line:
        return True
    inner = opening.end() if opening else 0
    if len(line) > _HEADING_CHARS or _SENTENCE.search(line, inner) or line.endswith(_MIDST):
        return False
    full = abs(len(following) - len(line)) <= _WIDTH
    return (
        opening is not None
        or ("," in line and not full)
        or len(following) > max(_SHORT_REST, 2 * len(line))
    )


def _is_date(line: str, following: str) -> bool:
    """Whether a line ends in a day that no period or sentence goes on from."""
    return _DAY.search(line) is not None and not following.startswith(_AFTER_DAY)
