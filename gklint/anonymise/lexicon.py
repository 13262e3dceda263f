"""The words that stay: those of the form, and those by which a report is read and checked.

They are taken from where they are used: the grammar, the rule files, and the expressions of the
modules that read reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import walk_packages
from typing import NamedTuple

from gklint.ruleset.loading import load_rules

_RUN = re.compile(r"[\u3400-\u9fff]+")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
_READERS = ("gklint.parse", "gklint.checks", "gklint.text")
_LONGEST = 40
# Of one character: what counts, dates, what a place or a body is, and what joins other words.
_SINGLE = frozenset(
    "年月日件个份项宗起条次元万亿号省市州盟县区旗镇乡村局委办厅院所站队处部府会"
    "一二三四五六七八九十零两无没未不我本全共均各为第其等及和与的自至到止起增减取"
)


class Lexicon(NamedTuple):
    """``words``: those that stay.  ``used``: the characters of all that is sought in reports."""

    words: frozenset[str]
    used: frozenset[str]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where words that stay stand in a normal text; of several that begin there the longest."""
        at = 0
        while at < len(text):
            most = min(_LONGEST, len(text) - at)
            length = next((n for n in range(most, 1, -1) if text[at : at + n] in self.words), 0)
            length = length or int(text[at] in _SINGLE)
            if length:
                yield at, at + length
            at += length or 1


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of the shipped form and rules."""
    texts = {*_texts()}
    words = {run for text in texts for run in _RUN.findall(_CLASS.sub(" ", text)) if len(run) > 1}
    used = {character for text in texts for run in _RUN.findall(text) for character in run}
    return Lexicon(frozenset(words), frozenset(used | _SINGLE))


def _texts() -> Iterator[str]:
    rules = load_rules()
    form = rules.form
    known: set[int] = set()
    yield from form.wordings.known  # not what it keeps of the reports that were read
    for value in (vars(form.vocabulary), vars(form.bodies)):
        yield from _within(value, known)
    for rule in rules.rules.values():
        options = rule.options() if callable(rule.options) else rule.options
        yield from _within(vars(options) if options else (), known)
    for name in _READERS:
        package = import_module(name)
        for found in walk_packages(package.__path__, f"{name}."):
            yield from _within(vars(import_module(found.name)), known)


def _within(value: object, known: set[int]) -> Iterator[str]:
    """The texts in a value: of containers and of expressions."""
    if isinstance(value, str):
        yield value
    elif isinstance(pattern := getattr(value, "pattern", None), str):
        yield pattern
    elif isinstance(value, Mapping | list | tuple | set | frozenset) and id(value) not in known:
        known.add(id(value))
        inner = (*value.keys(), *value.values()) if isinstance(value, Mapping) else value
        for each in [*inner]:
            yield from _within(each, known)
