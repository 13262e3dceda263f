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
_NEXT = 8  # reports that one is held against, in each band
_MOST = 20  # pairs of a report, behind which no more of it are looked for
_AT_ONCE = 20_000  # pairs


class Pairs(NamedTuple):
    """Pairs of texts, by their numbers; ``percent`` of what both say together is the same."""

    left: Numbers
    right: Numbers
    percent: Numbers


def likely(signatures: NDArray[np.uint16], bands: NDArray[np.uint64]) -> Pairs:
    """Pairs of texts that have most in common."""
    import numpy as np

    count = len(signatures)
    known = np.zeros(0, np.int64)  # left * count + right
    shares = np.zeros(0, np.float64)
    pairs = np.zeros(count, np.int64)  # of each text
    for left, right in _candidates(bands):
        keys = left * count + right
        new = ~np.isin(keys, known) & ((pairs[left] < _MOST) | (pairs[right] < _MOST))
        left, right, keys = left[new], right[new], keys[new]
        found = _shares(signatures, left, right)
        like = found >= LEAST
        known, shares = np.append(known, keys[like]), np.append(shares, found[like])
        for side in (left, right):
            pairs += np.bincount(side[like], minlength=count)
    order = np.argsort(known)
    known, shares = known[order], shares[order]
    of_both = np.rint(200 * shares / (1 + shares)).astype(np.int64)
    return Pairs(known // max(count, 1), known % max(count, 1), of_both)


def _candidates(bands: NDArray[np.uint64]) -> Iterator[tuple[Numbers, Numbers]]:
    """For each band the pairs that have it in common: equal texts stand side by side."""
    import numpy as np

    odd = (2 * np.arange(bands.shape[1]) + 1).astype(np.uint64)
    whole = np.bitwise_xor.reduce(bands * odd, axis=1)
    for number in range(bands.shape[1]):
        following = bands[:, (number + 1) % bands.shape[1]]
        order = np.lexsort((whole, following, bands[:, number]))
        band = bands[order, number]
        lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for step in range(1, _NEXT + 1):
            same = band[step:] == band[:-step]
            lefts.append(order[:-step][same])
            rights.append(order[step:][same])
        left, right = np.concatenate(lefts), np.concatenate(rights)
        yield np.minimum(left, right), np.maximum(left, right)


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
