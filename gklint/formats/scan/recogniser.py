"""Pictures of lines to readings: the recognition model alone, over batches.

The model (PP-OCR, of the package rapidocr) says for each narrow strip of a line how likely which
character is seen there, or none.  What else than the likeliest a line of digits may say is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import onnxruntime

from gklint.errors import UnreadableFileError
from gklint.formats.scan.arrays import Grey, Pixels
from gklint.text.recognition import CLEAR

_HEIGHT = 48  # pixels, of the model
_NARROWEST = 48
_WIDEST = 3200
_BATCH = 2400  # pixels of width together: more take memory, not less time
_STEP = 32  # pixels by which lines of one batch may differ
_LEAST = 1e-4  # how likely a character has to be to be thought of
_LIKELY = 0.02  # how likely another digit has to be to be named
_BEAMS = 12
_LEAST_LINE = 1e-6


class Char(NamedTuple):
    """A character as it was seen: how likely, and where: a share of the width of the line.

    ``other``: of a digit that is not clear, the other digit that it may be, if there is one.
    """

    text: str
    sure: float
    at: float
    other: str = ""


class Line(NamedTuple):
    """What was read in a picture of a line.

    ``others``: all that it may say, the likeliest first, and how likely.  Only of short lines.
    """

    chars: tuple[Char, ...]
    others: tuple[tuple[str, float], ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def sure(self) -> float:
        """How sure the least sure of its characters is; marks are mixed up, and no matter."""
        return min((char.sure for char in self.chars if char.text.isalnum()), default=1.0)


class Recogniser:
    """The model, loaded."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # files are read by several processes
        self.session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
        self.input = self.session.get_inputs()[0].name
        names = self.session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self.names = ["", *names, " "]
        self.digits = [self.names.index(digit) for digit in "0123456789"]

    def read(self, pictures: Sequence[Grey], *, longest: int = 0) -> list[Line]:
        """What stands in pictures of lines; all readings of those of at most ``longest`` signs."""
        found: list[Line | None] = [None] * len(pictures)
        for numbers in _batches([_width(each) for each in pictures]):
            batch = _batch([pictures[number] for number in numbers])
            for number, (likely, width) in zip(numbers, self._run(batch), strict=True):
                found[number] = self._line(likely, width, longest)
        return [each for each in found if each is not None]

    def _run(self, batch: tuple[Pixels, list[int]]) -> Iterator[tuple[Pixels, float]]:
        """For each line how likely its characters are, and how many strips it takes."""
        pixels, widths = batch
        likely = self.session.run(None, {self.input: pixels})[0]
        for each, width in zip(likely, widths, strict=True):
            yield each, width / pixels.shape[3] * each.shape[0]

    def _line(self, likely: Pixels, strips: float, longest: int) -> Line:
        best = likely.argmax(axis=1)
        begins = [
            at for at, number in enumerate(best) if number and (at == 0 or number != best[at - 1])
        ]
        chars: list[Char] = []
        edges = [0, *begins, len(best)]
        for before, at, after in zip(edges, begins, edges[2:], strict=False):
            number = best[at]
            # That it is in none of the strips from the character before to the one behind.
            around = likely[before + (before != at and at != begins[0]) : after, number]
            sure = 1 - float(np.prod(1 - np.minimum(around, 1)))
            other = self._other(likely[at], int(number)) if sure < CLEAR else ""
            where = min((at + 0.5) / max(strips, 1), 1.0)
            chars.append(Char(self.names[number], sure, where, other))
        few = len(chars) <= longest
        return Line(tuple(chars), tuple(self._others(likely)) if few else ())

    def _other(self, strip: Pixels, number: int) -> str:
        """The likeliest other digit, where a digit is seen; none where no other is likely."""
        if number not in self.digits:
            return ""
        other = max((each for each in self.digits if each != number), key=lambda each: strip[each])
        return self.names[other] if strip[other] > _LIKELY else ""

    def _others(self, likely: Pixels) -> Iterator[tuple[str, float]]:
        """All that a line may say, by a search over the characters that may be seen."""
        beams: dict[tuple[int, ...], tuple[float, float]] = {(): (1.0, 0.0)}
        for strip in likely:
            seen = np.flatnonzero(strip > _LEAST)
            beams = _grown(beams, {int(number): float(strip[number]) for number in seen})
        for numbers, shares in sorted(beams.items(), key=lambda each: -sum(each[1])):
            if (share := sum(shares)) > _LEAST_LINE:
                yield "".join(self.names[number] for number in numbers), share


_Beams = dict[tuple[int, ...], tuple[float, float]]
"""By the characters so far: how likely they are, where the last strip shows none, and the last."""


def _grown(beams: _Beams, strip: dict[int, float]) -> _Beams:
    """The likeliest of all that may be said with one more strip (prefix search of CTC)."""
    grown: _Beams = {}

    def add(text: tuple[int, ...], none: float, last: float) -> None:
        before = grown.get(text, (0.0, 0.0))
        grown[text] = (before[0] + none, before[1] + last)

    for text, (none, last) in beams.items():
        for number, share in strip.items():
            if not number:
                add(text, (none + last) * share, 0.0)
            elif text and text[-1] == number:
                add(text, 0.0, last * share)
                add((*text, number), 0.0, none * share)
            else:
                add((*text, number), 0.0, (none + last) * share)
    kept = sorted(grown.items(), key=lambda each: -sum(each[1]))[:_BEAMS]
    return dict(kept)


def _width(picture: Grey) -> int:
    height, width = map(int, picture.shape)
    return min(max(round(width * _HEIGHT / max(height, 1)), 8), _WIDEST)


def _batches(widths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of lines that are recognised together: those of much the same width."""
    batch: list[int] = []
    for number in sorted(range(len(widths)), key=widths.__getitem__):
        first = max(widths[batch[0]], _NARROWEST) if batch else 0
        full = batch and widths[number] * (len(batch) + 1) > _BATCH
        if batch and (full or widths[number] > first + _STEP):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _batch(pictures: Iterable[Grey]) -> tuple[Pixels, list[int]]:
    """Pictures side by side as the model takes them, and how wide each is."""
    scaled = [
        cv2.resize(
            each,
            (_width(each), _HEIGHT),
            interpolation=cv2.INTER_AREA if each.shape[0] > _HEIGHT else cv2.INTER_CUBIC,
        )
        for each in pictures
    ]
    widths = [each.shape[1] for each in scaled]
    whole = np.zeros((len(scaled), 3, _HEIGHT, max(*widths, _NARROWEST)), np.float32)
    for number, each in enumerate(scaled):
        whole[number, :, :, : each.shape[1]] = each.astype(np.float32) / 127.5 - 1
    return whole, widths


@cache
def recogniser() -> Recogniser:
    """The model, loaded once in a process."""
    spec = find_spec("rapidocr")
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        for path in sorted(Path(folder, "models").glob("*rec*.onnx")):
            return Recogniser(path)
    raise UnreadableFileError("scanned")
