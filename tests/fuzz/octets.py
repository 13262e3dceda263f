"""Bytes damaged at random, and archives of which one part is."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.texts import damaged

_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"4294967296", b"99999999999999999999", b"1e999")
_RUNS = (1, 1, 2, 8, 64, 1000)
_TAG = re.compile(rb"<[^<>]{1,200}>|\S{1,40}")
_MOST = 5  # changes


def flipped(data: bytes, rng: Random, others: Sequence[bytes] = ()) -> bytes:
    """Some bytes changed, taken out, doubled, or put in; numbers made absurd; words exchanged."""
    found = bytearray(data)
    for _ in range(rng.randint(1, _MOST)):
        rng.choice(_CHANGES)(rng, found)
        if others and rng.random() < 0.03:
            other = rng.choice(others)
            at = rng.randrange(len(other) or 1)
            found[_at(rng, found) : 0] = other[at : at + rng.choice(_RUNS)]
    return bytes(found)


def marked_up(data: bytes, rng: Random, others: Sequence[bytes] = ()) -> bytes:
    """A text with markup: its elements taken out, doubled and exchanged, or any bytes changed."""
    if rng.random() < 0.3:
        text = damaged(data.decode("utf-8", "replace"), rng)
        return text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.5:
        return flipped(data, rng, others)
    pieces = [match.span() for match in _TAG.finditer(data)]
    if len(pieces) < 2:
        return flipped(data, rng, others)
    for _ in range(rng.randint(1, _MOST)):
        one, other = sorted((rng.choice(pieces), rng.choice(pieces)))
        first, second = data[slice(*one)], data[slice(*other)]
        new = rng.choice((b"", first + first, second, first * 50))
        if one[1] <= other[0]:
            data = data[: one[0]] + new + data[one[1] :]
            pieces = [match.span() for match in _TAG.finditer(data)] or [(0, 0)]
    return data


def repacked(
    data: bytes, rng: Random, change: Callable[[bytes, Random], bytes] = marked_up
) -> bytes:
    """An archive with one part damaged, left out, doubled or called otherwise; or its own bytes."""
    if rng.random() < 0.15:
        return flipped(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = [(info.filename, old.read(info)) for info in old.infolist()]
    at = rng.randrange(len(parts))
    name, part = parts[at]
    way = rng.random()
    if way < 0.8:
        parts[at] = (name, change(part, rng))
    elif way < 0.87:
        del parts[at]
    elif way < 0.94:
        parts[at] = (rng.choice(("../" + name, name.upper(), "a" * 300, "")) or "x", part)
    else:
        parts.append((parts[rng.randrange(len(parts))][0], part))
    return packed(parts)


def packed(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """An archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two parts of one name are what is wanted
        for name, part in parts:
            info = zipfile.ZipInfo(name)
            new.writestr(info, part)
    return stream.getvalue()


def _at(rng: Random, data: bytearray) -> int:
    return rng.randrange(len(data)) if data else 0


def _change(rng: Random, data: bytearray) -> None:
    if data:
        data[_at(rng, data)] = rng.choice((0, 0xFF, 0x80, rng.randrange(256)))


def _take_out(rng: Random, data: bytearray) -> None:
    at = _at(rng, data)
    del data[at : at + rng.choice(_RUNS)]


def _put_in(rng: Random, data: bytearray) -> None:
    at = _at(rng, data)
    data[at:at] = bytes([rng.randrange(256)]) * rng.choice(_RUNS)


def _double(rng: Random, data: bytearray) -> None:
    at = _at(rng, data)
    data[at:at] = data[at : at + rng.choice(_RUNS)] * rng.choice((1, 1, 20))


def _number(rng: Random, data: bytearray) -> None:
    numbers = [match.span() for match in re.finditer(rb"\d+", data)]
    if numbers:
        start, end = rng.choice(numbers)
        data[start:end] = rng.choice(_NUMBERS)


def _cut(rng: Random, data: bytearray) -> None:
    if rng.random() < 0.2:
        del data[_at(rng, data) :]


_CHANGES = (_change, _take_out, _put_in, _double, _number, _cut)
