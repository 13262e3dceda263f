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
    shares = np.zeros(0, np.float64)
    pairs = np.zeros(count, np.int64)  # of each text
    for left, right in _candidates(signatures):
        keys = left * count + right
        new = ~_within(keys, known) & ((pairs[left] < _MOST) | (pairs[right] < _MOST))
        left, right, keys = left[new], right[new], keys[new]
        found = _shares(signatures, left, right)
        like = found >= LEAST
        known, shares = np.append(known, keys[like]), np.append(shares, found[like])
        order = np.argsort(known, kind="stable")
        known, shares = known[order], shares[order]
        for side in (left, right):
            pairs += np.bincount(side[like], minlength=count)
    of_both = np.rint(200 * shares / (1 + shares)).astype(np.int64)
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


def _candidates(signatures: NDArray[np.uint16]) -> Iterator[tuple[Numbers, Numbers]]:
    """For each band the pairs that have it in common: equal texts stand side by side."""
    import numpy as np

    whole = np.zeros(len(signatures), np.uint64)
    for number in range(_BANDS):
        whole = (whole ^ _band(signatures, number)) * np.uint64(_PRIME)
    following = _band(signatures, 0)
    for number in reversed(range(_BANDS)):
        own = _band(signatures, number)
        order = np.lexsort((whole, following, own))
        band = own[order]
        lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
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


def _shares(signatures: NDArray[np.uint16], left: Numbers, right: Numbers) -> NDArray[np.float64]:
    """How much of both texts' fragments is common to both, nearly."""
    import numpy as np

    found = [np.zeros(0, np.float64)]
    for start in range(0, len(left), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        same = (signatures[left[some]] == signatures[right[some]]).sum(axis=1)
        found.append(same / SIZE)
    return np.concatenate(found)


def groups(pairs: Pairs) -> Numbers:
    """The group that each pair belongs to, from 1: what hangs together by pairs is one."""
    import numpy as np

    above: dict[int, int] = {}

    def top(text: int) -> int:
        while (up := above.setdefault(text, text)) != text:
            above[text] = text = above[up]
        return text

    for left, right in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
        one, other = sorted((top(left), top(right)))
        above[other] = one
    tops = [top(left) for left in pairs.left.tolist()]
    numbers = {each: number for number, each in enumerate(sorted({*tops}), start=1)}
    return np.array([numbers[each] for each in tops], np.int64)
