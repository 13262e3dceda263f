"""Which of many texts may have much in common: MinHash, without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

_BANDS, _ROWS = 85, 3  # of pairs that have 40 % in common, all but one in 200 are found


def likely(texts: Iterable[Iterable[str]], least: float, most: int) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by their numbers, that may have more than the share ``least`` in common.

    A text is given as its fragments.  Of those that are like it, the ``most`` likely are told.
    """
    from datasketch import MinHash, MinHashLSH  # numpy and scipy come with it

    index = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
    empty = MinHash(num_perm=_BANDS * _ROWS, hashfunc=_hashed)
    signatures = []
    for number, fragments in enumerate(texts):
        signature = empty.copy()
        signature.update_batch({*fragments})
        signatures.append(signature)
        index.insert(number, signature)
    pairs: set[tuple[int, int]] = set()
    for number, signature in enumerate(signatures):
        found = (
            (-signature.jaccard(signatures[other]), other)
            for other in index.query(signature)
            if other != number
        )
        best = sorted(each for each in found if -each[0] >= least)[:most]
        pairs.update((min(number, other), max(number, other)) for _, other in best)
    yield from sorted(pairs)


def _hashed(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))
