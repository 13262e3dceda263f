"""Tokens fitted into the form: what is as expected, missing, misplaced, doubled, unexpected.

``align`` runs tokens through the automaton of the form and, where they do not fit, finds the
cheapest set of omissions and insertions that makes them fit.  There is no second list of
headings or rows anywhere.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gklint.form.structure import Automaton

Candidates = tuple[str, ...]
"""The elements a token may be."""


class Step(NamedTuple):
    """One step of an alignment.

    ``element`` and ``token``: token number ``token`` is this element.  No token: the
    element is missing before token ``at``.  No element: the token is not expected.
    """

    element: str | None
    token: int | None
    at: int


_MOST_TOKENS = 400


@lru_cache(maxsize=4096)
def align(automaton: Automaton, tokens: tuple[Candidates, ...]) -> tuple[Step, ...]:
    """Fit ``tokens`` into the grammar at the least cost: one a token left out or put in.

    Of an absurd number of tokens only the first are fitted; the rest is not expected.
    """
    direct = _direct(automaton, tokens)
    if direct is not None:
        return direct
    rest = range(_MOST_TOKENS, len(tokens))
    left_out = tuple(Step(None, index, index) for index in rest)
    return _cheapest(automaton, tokens[:_MOST_TOKENS]) + left_out


def _direct(automaton: Automaton, tokens: Sequence[Candidates]) -> tuple[Step, ...] | None:
    state = 0
    steps = []
    for index, candidates in enumerate(tokens):
        edges = automaton.edges[state]
        element = next((name for name in candidates if name in edges), None)
        if element is None:
            return None
        state = edges[element]
        steps.append(Step(element, index, index))
    return tuple(steps) if state in automaton.accepting else None


def _cheapest(automaton: Automaton, tokens: Sequence[Candidates]) -> tuple[Step, ...]:
    """Dijkstra over (state, tokens read); ties go to the path that has read more."""
    best: dict[tuple[int, int], int] = {}
    parents: dict[tuple[int, int], tuple[tuple[int, int], Step]] = {}
    heap = [(0, 0, 0)]
    best[0, 0] = 0
    while heap:
        cost, minus_index, state = heapq.heappop(heap)
        index = -minus_index
        node = (state, index)
        if cost > best[node]:
            continue
        if index == len(tokens) and state in automaton.accepting:
            return _path(parents, node)
        for step, target, price in _moves(automaton, tokens, state, index):
            total = cost + price
            if total < best.get(target, total + 1):
                best[target] = total
                parents[target] = (node, step)
                heapq.heappush(heap, (total, -target[1], target[0]))
    raise AssertionError("the automaton has no accepting state")


def _moves(
    automaton: Automaton, tokens: Sequence[Candidates], state: int, index: int
) -> list[tuple[Step, tuple[int, int], int]]:
    edges = automaton.edges[state]
    moves = [(Step(element, None, index), (target, index), 1) for element, target in edges.items()]
    if index < len(tokens):
        moves += [
            (Step(element, index, index), (edges[element], index + 1), 0)
            for element in tokens[index]
            if element in edges
        ]
        moves.append((Step(None, index, index), (state, index + 1), 1))
    return moves


def _path(
    parents: Mapping[tuple[int, int], tuple[tuple[int, int], Step]], node: tuple[int, int]
) -> tuple[Step, ...]:
    steps: list[Step] = []
    while node in parents:
        node, step = parents[node]
        steps.append(step)
    return tuple(reversed(steps))
