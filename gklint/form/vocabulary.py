"""The words by which statements are found in running text, and where to look for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from gklint.frozen import Frozen
from gklint.text.expressions import lazy_compile

GROUPS = (
    "requests",
    "outcomes",
    "applicants",
    "disputes",
    "results",
    "papers",
    "acts",
    "decisions",
    "charges",
)
"""The groups of words that name what a text counts (``counts``)."""

PATTERNS = (
    "anyone",
    "other_matters",
    "channels",
    "partial",
    "wider",
    "times",
    "others",
    "ours",
    "bodies",
    "disputes_of_others",
    "some_disputes",
    "some_decisions",
    "slogans",
    "comparison",
    "parts_end",
    "parts_break",
    "parts_rest",
    "chrome",
    "formal",
)
"""The lists of expressions."""

Counts = Mapping[str, Mapping[str, Sequence[str]]]


class Mention(NamedTuple):
    """A word in a text: its group, what it names, and where it stands."""

    group: str
    name: str
    start: int
    end: int


class Words:
    """The words of some groups; of two that begin at the same place the longer one is meant."""

    def __init__(self, counts: Counts, *groups: str) -> None:
        self._named = {
            word: (group, name)
            for group in groups
            for name, words in counts[group].items()
            for word in words
        }
        longest_first = sorted(self._named, key=len, reverse=True)
        self.pattern = lazy_compile("|".join(map(re.escape, longest_first)))

    def mentions(self, text: str) -> Iterator[Mention]:
        """Each word in a text, from left to right."""
        for match in self.pattern.finditer(text):
            yield Mention(*self._named[match[0]], *match.span())


def of_paper(paper: str, act: str) -> str:
    """What documents with which something was done are called: those that every body has, by that
    alone.
    """
    return act if paper == "normative_documents" else f"{paper}_{act}"


class Vocabulary(Frozen, eq=False):
    """``rules/format/prose.yaml``, which says what each list is for.

    ``on_request``: the part of a section, and ``requests_alone``: the section that is about
    requests alone; ``counting``: the sections that may count what the tables count;
    ``of_disputes``: the section that is about disputes alone.  A group ``own`` of ``others`` is
    what an agency of that level calls itself, ``seat`` the government that it may be,
    ``named`` and ``end`` a name, or the end of one, that it may have itself.
    """

    counts: Counts
    on_request: str
    requests_alone: str
    counting: frozenset[str]
    of_disputes: str
    government: re.Pattern[str]
    territory: re.Pattern[str]
    anyone: re.Pattern[str]
    other_matters: re.Pattern[str]
    channels: re.Pattern[str]
    partial: re.Pattern[str]
    wider: re.Pattern[str]
    times: re.Pattern[str]
    others: re.Pattern[str]
    ours: re.Pattern[str]
    bodies: re.Pattern[str]
    disputes_of_others: re.Pattern[str]
    some_disputes: re.Pattern[str]
    some_decisions: re.Pattern[str]
    slogans: re.Pattern[str]
    comparison: re.Pattern[str]
    parts_end: re.Pattern[str]
    parts_break: re.Pattern[str]
    parts_rest: re.Pattern[str]
    chrome: re.Pattern[str]
    formal: re.Pattern[str]

    @cached_property
    def counted(self) -> frozenset[str]:
        """All that a text may count, for whom, and with which result."""
        counts = self.counts
        pairs = {of_paper(paper, act) for paper in counts["papers"] for act in counts["acts"]}
        names = {name for group in counts.values() for name in group}
        return frozenset(names | pairs | {"requests", "disputes"})

    @cached_property
    def requests(self) -> Words:
        """What was done with requests, how they ended, and who asked."""
        return Words(self.counts, "requests", "outcomes", "applicants")

    @cached_property
    def disputes(self) -> Words:
        """Reviews and lawsuits, and their results."""
        return Words(self.counts, "disputes", "results")

    @cached_property
    def documents(self) -> Words:
        """Documents, and what became of them."""
        return Words(self.counts, "papers", "acts")

    @cached_property
    def decisions(self) -> Words:
        """Decisions and charges."""
        return Words(self.counts, "decisions", "charges")
