"""Which of many texts may have much in common: MinHash, without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_BANDS, _ROWS = 85, 3  # of pairs that have 40 % in common, all but one in 200 are found
_SEED = 1  # the same pairs in every run


def likely(texts: Iterable[Iterable[str]], least: float, most: int) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by their numbers, that may have more than the share ``least`` in common.

    A text is given as its fragments.  Of those that are like it, the ``most`` likely are told.
    """
    from rensa import RMinHash, RMinHashLSH

    size = _BANDS * _ROWS
    signatures = RMinHash.from_token_sets(map(list, texts), size, _SEED)
    index = RMinHashLSH(least, size, _BANDS)
    index.insert_many(signatures)
    pairs: set[tuple[int, int]] = set()
    for number, like in enumerate(index.query_all(signatures)):
        found = (
            (-signatures[number].jaccard(signatures[other]), other)
            for other in like
            if other != number
        )
        best = sorted(each for each in found if -each[0] >= least)[:most]
        pairs.update((min(number, other), max(number, other)) for _, other in best)
    yield from sorted(pairs)
