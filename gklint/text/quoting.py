"""Running text as it is quoted in messages: short, with Chinese marks, only what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gklint.text.expressions import lazy_compile

_MARK = lazy_compile(r"(?<!\d)[,:]|[,:](?!\d)|[;!?()]")
_FULL_WIDTH = {ord(mark): chr(ord(mark) + 0xFEE0) for mark in ",:;!?()"}
_NUMBER = lazy_compile(r"\d+(?:[.,]\d+)*")
_AROUND = 6  # characters beside what differs
_COMPARED = 2000  # characters, from the first that differs
_LESS = "…"

_Stretch = tuple[int, int]


def quoted(text: str, most: int) -> str:
    """The first words of a text without blanks."""
    shown = text if len(text) <= most else text[:most] + _LESS
    return _MARK.sub(lambda match: match[0].translate(_FULL_WIDTH), shown)


def differing(left: str, right: str) -> tuple[str, str]:
    """What of each text differs from the other one, with a few characters beside it."""
    from rapidfuzz.distance import Levenshtein, Prefix  # only texts that differ need it

    same = Prefix.similarity(left, right)
    texts = left[same : same + _COMPARED], right[same : same + _COMPARED]
    changed = [each for each in Levenshtein.opcodes(*texts) if each.tag != "equal"]
    return (
        _shown(left, ((same + each.src_start, same + each.src_end) for each in changed)),
        _shown(right, ((same + each.dest_start, same + each.dest_end) for each in changed)),
    )


def _shown(text: str, stretches: Iterable[_Stretch]) -> str:
    parts: list[_Stretch] = []
    for start, end in _whole_numbers(text, stretches):
        start, end = max(start - _AROUND, 0), min(end + _AROUND, len(text))
        if parts and start <= parts[-1][1]:
            start = parts.pop()[0]
        parts.append((start, end))
    shown = _LESS.join(text[start:end] for start, end in parts)
    if parts and parts[0][0] > 0:
        shown = _LESS + shown
    if parts and parts[-1][1] < len(text):
        shown += _LESS
    return quoted(shown, len(shown))


def _whole_numbers(text: str, stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """The same stretches, none of which begins or ends within a number."""
    numbers = [match.span() for match in _NUMBER.finditer(text)]
    for start, end in stretches:
        touched = [each for each in numbers if each[0] <= end and start <= each[1]]
        yield (
            min([start, *(each[0] for each in touched)]),
            max([end, *(each[1] for each in touched)]),
        )
