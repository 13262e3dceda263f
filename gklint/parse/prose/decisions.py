"""Decisions and charges that table two counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gklint.form.vocabulary import Mention, Vocabulary
from gklint.model.statements import Charge, Count, Doubt
from gklint.parse.prose.clauses import Clause, beside, clauses, in_turn, joined
from gklint.parse.prose.phrases import AMOUNT, is_rough, numbers_in, quantity, yuan
from gklint.parse.prose.place import Place
from gklint.parse.prose.scope import Scope
from gklint.text.expressions import lazy_compile

_CASES = frozenset(("件", "件次", "件(次)", "起", "宗", "例", "份", "项", "次"))
_DONE = lazy_compile("办理|作出|办结|完成|实施")
_BEFORE = lazy_compile(
    r"(?:的)?(?:案件|案|事项|行为|措施)?(?:作出|处理|办理|办结|完成|实施)?(?:决定书|决定)?"
    r"(?:数量|总数|数|总量|量)?(?:共计|共|总计|合计|为|有|是|:|了|达|计){0,3}"
)
_NAMED = lazy_compile(r"(?:决定|案件|事项|措施)?")
_BEHIND = lazy_compile(r"(?:的)?")
_NO = lazy_compile(
    r"(?:未|没有|无)(?:作出|实施|采取|发生|办理|产生|涉及|收取)?(?:过)?$",
)
_NOT_MADE = lazy_compile(r"(?:不予|免予|免于|从轻|减轻|撤销|拟)$")
_NOTHING = lazy_compile(r"(?:决定|事项|措施|行为|案件|情况|情形){0,2}(?:$|[。,;、])")
_CHARGED = lazy_compile(
    r"(?:的)?(?:收入|总额|总金额|金额|收取|征收|收缴|执收)?(?:共计|共|总计|合计|为|有|是|:|了|达|计|约)?"
    r"(?:人民币)?"
)
_AMOUNT = lazy_compile(AMOUNT)
_CHARGED_AGAIN = lazy_compile(
    r"(?:全年|年内|本年度?|共|合计|累计|实际){0,3}(?:收费|收取|征收)(?:收入)?(?:总额|总金额|金额)?"
    rf"(?:共计|共|合计|为|是|达|:){{0,2}}{AMOUNT}$"
)
_NOT_CHARGED = lazy_compile(
    r"代收|代征|减免|免征|免收|降低|减征|退还|取消|停征|让利|减轻|为[^,。;]{0,8}(?:节约|节省)"
)


def decisions(place: Place, words: Vocabulary, scope: Scope) -> Iterator[Count]:
    """How many decisions of a kind were made."""
    sentence = place.text
    for mention, match in in_turn(sentence, [*words.decisions.mentions(sentence)]):
        counted = quantity(match)
        if counted and match["unit"] in _CASES and mention.group == "decisions":
            doubt = _doubt(place, words, scope, match.end(), sentence[: mention.start])
            where = place.where(*match.span())
            yield Count(mention.name, counted.number, doubt, where, match.start())
    pending = False  # the clause before names decisions that this number counts too
    for clause in clauses(sentence):
        text = clause.text
        mentions = [m for m in words.decisions.mentions(text) if m.group == "decisions"]
        if not mentions or words.comparison.search(text):
            pending = False
            continue
        doubt = _doubt(place, words, scope, clause.end, text)
        numbers = numbers_in(text, _CASES)
        for match, near, follow in beside(numbers, mentions):
            counted = quantity(match)
            joint = (pending and clause.mark == "、") or joined(text, near)
            pending = False
            if not near:  # 36件行政许可决定和行政处罚决定3件
                near, follow = [m for m in mentions if m.start >= match.end()][:1], True
            if counted is None or joint or _is_of_list(text, match):
                continue
            if near and _NOT_MADE.search(text, 0, near[-1].start):
                continue
            if near and _is_beside(text, match, near, follow):
                mention = near[0] if follow else near[-1]
                start = clause.start + min(match.start(), mention.start)
                where = place.where(start, clause.start + max(match.end(), mention.end))
                why = doubt or counted.doubt
                yield Count(mention.name, counted.number, why, where, clause.start + match.start())
        yield from _none(place, clause, mentions, doubt)
        pending = not numbers and bool(_NAMED.fullmatch(text, mentions[-1].end))


def _is_of_list(text: str, match: re.Match[str]) -> bool:
    """Whether matters are counted that may be decided (行政许可事项28项), not decisions."""
    return match["unit"] == "项" and "事项" in text and not _DONE.search(text)


def _doubt(place: Place, words: Vocabulary, scope: Scope, end: int, clause: str) -> Doubt | None:
    if words.some_decisions.search(clause):
        return Doubt.PART
    return scope.doubt(place.text[:end], clause)


def _none(
    place: Place, clause: Clause, mentions: Sequence[Mention], doubt: Doubt | None
) -> Iterator[Count]:
    """未作出行政处罚决定: none of a kind."""
    for mention in mentions:
        denied = _NO.search(clause.text, 0, mention.start)
        if denied and _NOTHING.match(clause.text, mention.end):
            start = clause.start + denied.start()
            yield Count(
                mention.name, 0, doubt, place.where(start, clause.start + mention.end), start
            )


def _is_beside(text: str, match: re.Match[str], near: Sequence[Mention], follow: bool) -> bool:
    if follow:
        return bool(_BEHIND.fullmatch(text, match.end(), near[0].start))
    return bool(_BEFORE.fullmatch(text, near[-1].end, match.start()))


def charges(place: Place, words: Vocabulary, scope: Scope) -> Iterator[Charge]:
    """How much was charged in all."""
    named = ""
    for clause in clauses(place.text):
        text = clause.text
        mentions = [m for m in words.decisions.mentions(text) if m.group == "charges"]
        again = _CHARGED_AGAIN.match(text) if named else None
        if again and (amount := yuan(again)) is not None:
            doubt = scope.doubt(place.text[: clause.end], text)
            span = clause.start + again.start("amount"), clause.start + again.end()
            yield Charge(named, amount, doubt, place.where(*span))
        if not mentions or words.comparison.search(text) or _NOT_CHARGED.search(text):
            continue
        named = mentions[-1].name
        for mention in mentions:
            doubt = scope.doubt(place.text[: clause.end], text)
            denied = _NO.search(text, 0, mention.start)
            if denied and _NOTHING.match(text, mention.end):
                where = place.where(clause.start + denied.start(), clause.start + mention.end)
                yield Charge(mention.name, Decimal(0), doubt, where)
            match = _AMOUNT.search(text, mention.end)
            if match is None or not _CHARGED.fullmatch(text, mention.end, match.start()):
                continue
            amount = yuan(match)
            if amount is None:
                continue
            if is_rough(match):
                doubt = doubt or Doubt.ROUGH
            where = place.where(clause.start + match.start(), clause.start + match.end())
            yield Charge(mention.name, amount, doubt, where)
