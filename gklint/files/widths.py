"""Characters of Chinese keyboards that stand where a file of keys and values needs others.

Chinese text may hold them anywhere.  They are blamed only where a parser does better without them:
an answer that sends someone to a right character is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from gklint.files.keyed import LINE_END, control_problem
from gklint.words import Message

MEANT: Mapping[str, str] = {
    **dict.fromkeys("：﹕︰∶", ": "),
    **dict.fromkeys("，、﹐", ", "),
    **dict.fromkeys("＝﹦", "="),
    **dict.fromkeys("［【〔﹝", "["),
    **dict.fromkeys("］】〕﹞", "]"),
    **dict.fromkeys("｛﹛", "{"),
    **dict.fromkeys("｝﹜", "}"),
    **dict.fromkeys("“”„〝〞＂「」", '"'),
    **dict.fromkeys("‘’＇", "'"),
    **dict.fromkeys("－—–―−", "-"),
    **dict.fromkeys("＃﹟", "#"),
    **dict.fromkeys("｜", "|"),
    **dict.fromkeys("＞", ">"),
    **dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009\u202f", " "),
    **dict.fromkeys("\u2028\u2029\x85", "\n"),
    **dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060\xad", ""),
}
"""What each of them should be, in YAML."""
IN_TOML: Mapping[str, str] = {**MEANT, **dict.fromkeys("：﹕︰∶", "=")}
_KINDS = ("", ":", ",", "=", "[]{}", "\"'", "-", "#", "|>", " ", "\n")
# What a larger file would take to be read so often is not worth it; ours have a hundredth.
_LARGEST = 100_000
_MOST_LINES = 4
_MOST_TRIED = 40


class Blamed(NamedTuple):
    """A character that should be another, and its offset."""

    offset: int
    problem: Message


def blame(
    text: str,
    lines: range,
    wrong_line: Callable[[str], int | None],
    meant: Mapping[str, str] = MEANT,
) -> Blamed | None:
    """The first character without which what is wrong in the ``lines`` (from 1) would be right.

    wrong_line: the line where a text is wrong; None if it is not.
    """
    if len(text) > _LARGEST:
        return None
    groups = [*_groups(text, lines)]

    def better(chosen: list[list[int]]) -> bool:
        offsets = {offset for group in chosen for offset in group}
        mended = (meant[each] if at in offsets else each for at, each in enumerate(text))
        line = wrong_line("".join(mended))
        return line is None or line >= lines.stop

    if not groups or not better(groups):
        return None
    first, *others = _fewest(groups, better)
    needed = _fewest([[each] for each in first], lambda chosen: better([*chosen, *others]))
    offset = needed[0][0]
    return Blamed(offset, problem_of(text[offset], meant))


def _fewest(groups: list[list[int]], better: Callable[[list[list[int]]], bool]) -> list[list[int]]:
    """The groups without those that make nothing better."""
    for group in groups[:_MOST_TRIED]:
        fewer = [each for each in groups if each is not group]
        if better(fewer):
            groups = fewer
    return groups


def problem_of(character: str, meant: Mapping[str, str] = MEANT) -> Message:
    """What is said of a character that should be another."""
    right = meant[character]
    if right in ("", "\n"):
        return control_problem(character)
    if right == " ":
        return Message("syntax.wide-blank", {"code": f"U+{ord(character):04X}"})
    if right == ": ":
        return Message("syntax.yaml-wide-colon")
    return Message("syntax.wide", {"wrong": character, "right": right.strip()})


def _kind(character: str) -> str:
    return next(kind for kind in _KINDS if MEANT[character][:1] in kind)


def _groups(text: str, lines: range) -> Iterator[list[int]]:
    """The offsets of such characters, by line and kind, of the last lines that have any."""
    starts = [0, *(end.end() for end in LINE_END.finditer(text)), len(text)]
    found: list[list[list[int]]] = []
    for number in lines:
        at = [at for at in range(*starts[number - 1 : number + 1]) if text[at] in MEANT]
        kinds = ([each for each in at if _kind(text[each]) == kind] for kind in _KINDS)
        found.append([kind for kind in kinds if kind])
    for of_line in [each for each in found if each][-_MOST_LINES:]:
        yield from of_line
