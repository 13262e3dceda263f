"""Which signatures are alike, without comparing each with each.

Two texts are looked at where a band of their signatures is the same.  What hundreds of reports have
from one template would be pairs by the ten thousand: so each is only held against the next few of
those with a band in common, and has some pairs with others of its group; the group has them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from gklint.corpus.likening import SIZE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Texts = NDArray[np.int32]  # a band has hundreds of thousands of them in pairs

LEAST = 0.6  # of two texts' fragments
# Of pairs that have these in common, all but two in a hundred are found; of those with 20 %, as
# texts of two bodies may have by chance, two in a hundred are looked at.
_BAND = 5  # numbers of a signature
_BANDS = SIZE // _BAND
_PRIME = 0x9E3779B97F4A7C15
_NEXT = 8  # reports that one is held against, in each band
_MOST = 20  # pairs of a report, behind which no more of it are looked for
_AT_ONCE = 5_000  # pairs


class Pairs(NamedTuple):
    """Pairs of texts, by their numbers; ``percent`` of what both say together is the same."""

    left: Numbers
    right: Numbers
    percent: Numbers


def likely(signatures: NDArray[np.uint16]) -> Pairs:
    """Pairs of texts that have most in common."""
    import numpy as np

    count = len(signatures)
    known = np.zeros(0, np.int64)  # left * count + right, sorted
    same = np.zeros(0, np.uint8)  # numbers of their signatures
    pairs = np.zeros(count, np.int64)  # of each text
    for left, right in _candidates(signatures):
        keys = left.astype(np.int64) * count + right
        new = ~_within(keys, known) & ((pairs[left] < _MOST) | (pairs[right] < _MOST))
        left, right, keys = left[new], right[new], keys[new]
        found = _same(signatures, left, right)
        like = found >= LEAST * SIZE
        known, same = np.append(known, keys[like]), np.append(same, found[like])
        order = np.argsort(known, kind="stable")
        known, same = known[order], same[order]
        for side in (left, right):
            pairs += np.bincount(side[like], minlength=count)
    of_both = np.rint(200 * (same / SIZE) / (1 + same / SIZE)).astype(np.int64)
    return Pairs(known // max(count, 1), known % max(count, 1), of_both)


def _within(keys: Numbers, known: Numbers) -> NDArray[np.bool_]:
    """Which of some numbers are among others, which are sorted.

    What NumPy has for it takes seconds for a million of these.
    """
    import numpy as np

    if not len(known):
        return np.zeros(len(keys), np.bool_)
    places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    found: NDArray[np.bool_] = known[places] == keys
    return found


def _candidates(signatures: NDArray[np.uint16]) -> Iterator[tuple[Texts, Texts]]:
    """For each band the pairs that have it in common: equal texts stand side by side."""
    import numpy as np

    whole = np.zeros(len(signatures), np.uint64)
    for number in range(_BANDS):
        whole = (whole ^ _band(signatures, number)) * np.uint64(_PRIME)
    following = _band(signatures, 0)
    for number in reversed(range(_BANDS)):
        own = _band(signatures, number)
        order = np.lexsort((whole, following, own)).astype(np.int32)
        band = own[order]
        lefts, rights = [order[:0]], [order[:0]]
        for step in range(1, _NEXT + 1):
            same = band[step:] == band[:-step]
            lefts.append(order[:-step][same])
            rights.append(order[step:][same])
        left, right = np.concatenate(lefts), np.concatenate(rights)
        yield np.minimum(left, right), np.maximum(left, right)
        following = own


def _band(signatures: NDArray[np.uint16], number: int) -> NDArray[np.uint64]:
    """A few numbers of each signature as one."""
    import numpy as np

    found = np.zeros(len(signatures), np.uint64)
    for each in signatures[:, number * _BAND : (number + 1) * _BAND].T:
        found = (found ^ each) * np.uint64(_PRIME)
        found ^= found >> np.uint64(32)
    return found


def _same(signatures: NDArray[np.uint16], left: Texts, right: Texts) -> NDArray[np.uint8]:
    """How many numbers are the same in both signatures: as much of both texts is common, nearly."""
    import numpy as np

    found = [np.zeros(0, np.uint8)]
    for start in range(0, len(left), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        same = signatures[left[some]] == signatures[right[some]]
        found.append(same.sum(axis=1, dtype=np.uint8))
    return np.concatenate(found)


def groups(pairs: Pairs) -> Numbers:
    """The group that each pair belongs to, from 1: what hangs together by pairs is one."""
    import numpy as np

    count = int(max(pairs.left.max(initial=-1), pairs.right.max(initial=-1))) + 1
    first = np.arange(count)  # of the texts that each one is known to hang together with
    while True:
        lower = np.minimum(first[pairs.left], first[pairs.right])
        known = first.copy()
        for side in (pairs.left, pairs.right):
            np.minimum.at(first, first[side], lower)
            np.minimum.at(first, side, lower)
        first = first[first]
        if np.array_equal(first, known):
            _, numbers = np.unique(first[pairs.left], return_inverse=True)
            return numbers + 1
