"""Of whom, when and how much a sentence speaks: what makes that a count proves nothing.

The figures of a government are those of its whole territory: 全县 says no more in its report
than nothing, but in that of a department it says that others are counted too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Doubt
from gklint.parse.prose.phrases import ANY_NUMBER
from gklint.text.expressions import lazy_compile

_BRACKETS = lazy_compile(r"\([^()]*\)")
_OF_NEW = lazy_compile(r"对[^,。;]{0,8}新收到?的|新收到?的?[^,。;]{0,12}[中里],")
_ASIDE = lazy_compile(rf"\((?:含|包括|包含)[^()\d]{{1,30}}\)(?={ANY_NUMBER})")
_OF_MOTTOS = lazy_compile("[一第几]|1[件个项次份]")  # for speed alone
_FOR_INFORMATION = lazy_compile("信息公开|公开信息|依申请公开|申请公开|公开申请")
_OF_THIS_KIND = lazy_compile(
    r"其中[,:]?[^,。;、\d]{0,4}(?:政府信息公开|依申请公开)[^,。;、\d]{0,8}\d"
)


class Scope:
    """What the figures of an agency are, by its name (None: not known)."""

    def __init__(self, agency: str | None, words: Vocabulary) -> None:
        self._agency = (agency or "").rstrip("#* ")
        found = words.government.search(self._agency)
        self._level = found["level"] if found else None
        self._words = words

    def is_plain(self, sentence: str) -> bool:
        """Whether nothing in a sentence can leave a doubt about any count of it."""
        words = self._words
        of_whom = (words.wider, words.others, words.territory)
        patterns = (words.times, *of_whom, words.partial, words.channels)
        return not self._level and not any(pattern.search(sentence) for pattern in patterns)

    def doubt(self, before: str, clause: str) -> Doubt | None:
        """Why a count in ``clause`` may not be that of the table; the sentence up to its end is
        ``before``.
        """
        words = self._words
        if words.times.search(before, max(before.rfind("全年"), 0)):
            return Doubt.TIME
        mine = self._since_ours(before)
        if words.wider.search(mine) or self._is_beyond(mine):
            return Doubt.WIDER
        if words.partial.search(clause) or self._is_of_another(mine):
            return Doubt.PART
        if self._level and words.bodies.search(clause):
            return Doubt.PART
        return Doubt.SHARE if words.channels.search(clause) else None

    def is_of_others(self, before: str) -> bool:
        """Whether the end of a sentence ``before`` there speaks of other bodies alone."""
        mine = self._since_ours(before)
        others = self._words.others.finditer(mine)
        return bool(self._words.wider.search(mine)) or not all(map(self._may_be_own, others))

    def _may_be_own(self, other: re.Match[str]) -> bool:
        own = other["own"] or other["seat"]
        if own and not self._agency:
            return True
        return self._has_name(other) if own is None else own == self._level

    def _since_ours(self, text: str) -> str:
        """A text from where it last speaks of the agency itself, or of all its territory."""
        text = _BRACKETS.sub("", text) if "(" in text else text
        ours = [match.end() for match in self._words.ours.finditer(text)]
        ours += [each.end() for each in self._territories(text) if self._is_own(each)]
        return text[max(ours, default=0) :]

    def _territories(self, text: str) -> Iterator[re.Match[str]]:
        return self._words.territory.finditer(text)

    def _is_own(self, territory: re.Match[str]) -> bool:
        return (territory["whole"] or territory["our"]) == self._level

    def _is_beyond(self, text: str) -> bool:
        return not all(map(self._is_own, self._territories(text)))

    def _is_of_another(self, text: str) -> bool:
        found = self._words.others.finditer(text)
        return not all(
            (self._level and match["own"] == self._level) or self._has_name(match)
            for match in found
        )

    def _has_name(self, other: re.Match[str]) -> bool:
        """Whether it is the agency by its name, or by a short one (人社局); any if not known."""
        if other["end"]:
            return self._agency.endswith(other["end"])
        letters = iter(self._agency)
        short = other["named"]
        return bool(short) and (not self._agency or all(each in letters for each in short))


def goes_on_about_new(sentence: str, end: int) -> bool:
    """Whether a sentence speaks of the new requests alone (对新收的5件,办结4件)."""
    return "新收" in sentence and _OF_NEW.search(sentence, 0, end) is not None


def is_of_many_kinds(sentence: str, clause: str, end: int) -> bool:
    """Whether those for information are but some of so many (各类申请41件,其中…)."""
    if "其中" not in sentence or _FOR_INFORMATION.search(clause):
        return False
    return _OF_THIS_KIND.match(sentence, end + 1) is not None


def only_counts(sentence: str, words: Vocabulary) -> str:
    """A sentence in which mottos (办结一件、解决一个), 公民、法人和其他组织 and what a bracket says
    before a number count and name nothing; all else stays in its place.
    """
    if "(" in sentence:
        sentence = _ASIDE.sub(_blank, sentence)
    if _OF_MOTTOS.search(sentence):
        sentence = words.slogans.sub(_blank, sentence)
    return words.anyone.sub(_blank, sentence) if "法人" in sentence else sentence


def _blank(match: re.Match[str]) -> str:
    return "…" * len(match[0])
