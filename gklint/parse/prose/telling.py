"""What a number of requests counts, by the words that stand beside it in its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gklint.form.vocabulary import Mention
from gklint.model.statements import Doubt
from gklint.parse.prose.no_requests import CHANNELS, is_any
from gklint.parse.prose.phrases import OURSELVES
from gklint.text.expressions import lazy_compile

_LOOK_BACK = 60
_LOOK_AHEAD = 12
_NOT_A_VERB = lazy_compile(r"点|窗口|文书|模板|渠道|流程|台账|地址|书(?!面)|意见|率|时限|期限|指南")
_REQUESTS = lazy_compile(
    r"(?:申请(?:事项|案件|数量|总数|总量|量|数|件)?|依申请公开(?:事项|办件|件)(?:总量|总数|数量)?)(?:共计|共|为|是|:|[多高]?达到?|[仅只]有?)?$"
)
_REQUESTS_FOLLOW = lazy_compile(r"(?:政府)?(?:信息公开|依申请公开)?申请(?!人|书|表|公开)")
_THOSE = lazy_compile(r"(?:收到|受理|接到|办结)的$")
_OF_THEM = lazy_compile(r"的?(?:申请)?(?:事项|件)?[中里]")
_ANY_OF = lazy_compile(
    r"申请(?:事项|书|件|材料|表)?|案件|件|共计|共|总计|合计|累计|为|了|到|过|:|[多高]?达到?|[仅只]有?|[“”]|数量|总数|总量|数|量|各类|全部|来自|20\d\d年|本年度?|公民|法人|或|群众"
)
_WHEN = lazy_compile(
    r"20\d\d年度?|全年度?|本年度?|年内|一年来|报告期内|今年以来|截至[^,。;]{0,12}|共计?|累计|合计|另?有"
    rf"|{OURSELVES}|全[县市区镇乡]"
)
_IN_ALL = lazy_compile(r"^(?:全[省市县区州镇乡]|[两三]项|以上)?(?:共计|总计|合计)$")
_IN_HAND = lazy_compile("在办(?!理|结)")
_NOT_ENDED = frozenset(("条", "项", "个"))  # of information, not of requests
# Between how requests ended and how many did.
_ENDED_SO = lazy_compile(
    r"(?:的|答复|决定|告知|处理|情形|情况|类|申请|政府信息|相关|信息|而|已获取|不再|、|行政机关|其|公开"
    r"|自然人|商业企业|企业|法人[或和及、]其他组织|共计|共|为|是|有|:|“|”){0,8}"
)


class Beside(NamedTuple):
    """A number in the ``text`` of its clause, and the words ``near``: before it, or behind it."""

    text: str
    match: re.Match[str]
    near: tuple[Mention, ...]
    follow: bool

    @property
    def end(self) -> int:
        """Where the number ends."""
        return self.match.end()

    @property
    def before(self) -> str:
        """The clause up to the number."""
        return self.text[: self.match.start()]

    def verb(self) -> str | None:
        """What was done, by the last verb; ``unclear`` if carried in and closed are in one."""
        verbs = [m.name for m in self.near if m.group == "requests" and _is_verb(self.text, m)]
        if "carried_in" in verbs and {"handled", "answered"} & {*verbs}:
            return "unclear"
        if "carried_in" in verbs and {"new", "received"} & {*verbs}:
            return "received"
        told = [name for name in verbs if name != "dealt"] or verbs
        return told[-1] if told else None

    def outcome(self) -> str | None:
        """How requests ended: the heading, or the row under it where the reason is named.

        With 等 a reason stands for several.
        """
        text, outcomes = self.text, [m for m in self.near if m.group == "outcomes"]
        found = [m.name for m in outcomes if text[m.end : m.end + 1] != "等"]
        if not found or self.match["unit"] in _NOT_ENDED:
            return None
        if not self.follow and not _ENDED_SO.fullmatch(text, outcomes[-1].end, self.match.start()):
            return None
        return next((name for name in found if name.startswith(f"{found[-1]}_")), found[-1])

    def applicant(self) -> Mention | None:
        """Who asked."""
        return next((m for m in reversed(self.near) if m.group == "applicants"), None)

    def is_of_them(self, asked: Mention) -> bool:
        """Whether the rest of the sentence speaks of these applicants (自然人申请中…)."""
        return bool(_OF_THEM.match(self.text, asked.end))

    def is_each(self, asked: Mention) -> bool:
        """Whether it is of each of several applicants (2名自然人各提出1件)."""
        return "各" in self.text[asked.end : self.match.start()]

    def is_those(self) -> bool:
        """Whether the clause goes on about so many (收到的4件申请…)."""
        return bool(_THOSE.search(self.before))

    def is_in_hand(self) -> bool:
        """Whether so many are not done yet (6件在办)."""
        return bool(_IN_HAND.match(self.text, self.end))

    def is_in_all(self) -> bool:
        """Whether it adds up what was counted before (合计33件)."""
        return bool(_IN_ALL.search(self.before))

    def is_of_requests(self) -> bool:
        """Whether requests are named beside it without a verb (全年政府信息公开申请5件)."""
        named = _REQUESTS.search(self.before)
        if not named and not _REQUESTS_FOLLOW.match(self.text, self.end):
            return False
        return is_any(_WHEN.sub("", self.before[: named.start()] if named else self.before))

    def doubt(self) -> Doubt | None:
        """That the verb is of some channel, or of some kind (收到法律援助申请)."""
        verbs = [m for m in self.near if m.group == "requests" and m.end <= self.match.start()]
        if not verbs:
            return None
        gap = self.text[verbs[-1].end : self.match.start()]
        for mention in self.near:
            if mention.group == "applicants" and mention.start >= verbs[-1].end:
                gap = gap.replace(self.text[mention.start : mention.end], "")
        return _doubt(gap)


@lru_cache(maxsize=1024)
def _doubt(gap: str) -> Doubt | None:
    plain = _ANY_OF.sub("", gap)
    if is_any(plain):
        return None
    return Doubt.SHARE if is_any(CHANNELS.sub("", plain)) else Doubt.PART


def told_by(text: str, match: re.Match[str], near: Sequence[Mention], *, follow: bool) -> Beside:
    """A number with those of the words that are close enough, or may stand behind it."""
    if follow:
        found = (m for m in near if m.start - match.end() <= _LOOK_AHEAD)
        near = [m for m in found if m.group != "requests" or _follows(text, match, m)]
    else:
        near = [m for m in near if m.end >= match.start() - _LOOK_BACK]
    return Beside(text, match, tuple(near), follow)


def _follows(text: str, number: re.Match[str], verb: Mention) -> bool:
    """Whether a verb behind a number says what became of so many: 1件已办结, 1件结转下年度."""
    if verb.name in ("carried_in", "carried_out"):
        return True
    gap = text[number.end() : verb.start]
    return verb.name == "handled" and gap in ("", "已", "已经", "均已", "已按期", "已全部")


def _is_verb(text: str, mention: Mention) -> bool:
    negated = text[max(mention.start - 1, 0) : mention.start] in ("未", "无")
    return not negated and not _NOT_A_VERB.match(text, mention.end)
