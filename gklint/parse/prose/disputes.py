"""Administrative reviews and lawsuits: how many, with which results, or that there were none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gklint.form.vocabulary import Mention, Vocabulary
from gklint.model.statements import Count, Doubt, Where
from gklint.parse.prose.clauses import Clause, beside, clauses, in_turn, joined
from gklint.parse.prose.phrases import COUNTED, INFORMATION, OURSELVES, numbers_in, quantity
from gklint.parse.prose.place import Place
from gklint.parse.prose.scope import Scope
from gklint.text.expressions import lazy_compile

_CASES = frozenset(("件", "件次", "件(次)", "起", "宗", "次", "例", "个"))
_BEFORE = lazy_compile(
    r"(?:的|类|案件|申请|案|事项|情况|件数|决定|案件数)?"
    r"(?:共计|共|总计|合计|为|有|是|各|均|了|数量|数|:|发生|受理|收到|办理){0,4}"
)
_BEHIND = lazy_compile(
    r"(?:被|已|均|获|了|案件)?(?:申请|提起|引发|引起|结果)?(?:政府)?(?:信息公开)?(?:类|的)?(?:行政)?"
)
_OF_ANY = lazy_compile(
    r"(?:^|信息公开|公开|工作|申请|提起|引发|引起|导致|发生|产生|出现|的|办理|收到|受理|共|和|及|与|或|类|涉及"
    r"|有关|相关|方面|因|被|为|有|:|年|度|内|年来|中|无|对|…|了|本|均)$"
)
_EACH = lazy_compile(r"[各均]")
_ALL = lazy_compile(r"(?:且|并|结果|目前|现)?(?:均|全部|皆|都)")
_NO_DISPUTE = lazy_compile(
    r"(?:未|没有|无|均未|从未)(?:发生|产生|出现|收到|引起|引发|涉及|有|因|被|政府信息公开|(?=行政复议|行政诉讼))"
    r"(?P<of>[^。;,]{0,30}?(?:复议|诉讼)[^。;,]{0,12})"
)
_GROUND = lazy_compile(r"因(?P<ground>[^。;,]{0,24}?)(?:被|引起|引发|产生|导致|发生|而)")
# The ground of any dispute; another narrows what there was none of (因答复超期).
_ANY_GROUND = lazy_compile(
    rf"(?:政府|信息|公开|依申请|申请|工作|答复|事项|问题|行为|事宜|业务|政务|办理|申请人|不服|不满|对|等|的|相关|有关|{OURSELVES}){{0,12}}"
)
_NUMBERED = lazy_compile(rf"{COUNTED.pattern}|零|为0")
_ZERO = lazy_compile(
    r"(?:案件|申请|情况|数量|案)?(?:均|都)?(?:为|是|共)?(?:0|零)(?:[件起宗次例]|发生|$)"
)


def disputes(
    place: Place, words: Vocabulary, scope: Scope
) -> tuple[list[Count], list[tuple[str, Where]]]:
    """Counts of disputes about the information of the body; what there was none of, and where."""
    about_information = (
        INFORMATION.search(place.text)
        or place.passage.part == words.on_request
        or place.passage.section == words.of_disputes
    )
    if not about_information:
        return [], []
    some = _NUMBERED.search(place.text)
    counts = [*_Reader(place, words, scope).read()] if some else []
    return counts, [*_none(place, words)]


def _none(place: Place, words: Vocabulary) -> Iterator[tuple[str, Where]]:
    for match in _NO_DISPUTE.finditer(place.text):
        ground = _GROUND.search(match[0])
        if ground and not _ANY_GROUND.fullmatch(ground["ground"]):
            continue
        clause = place.clause(match.start())
        if words.some_disputes.search(match["of"]) or words.comparison.search(clause):
            continue
        for word, about in (("复议", "review"), ("诉讼", "litigation")):
            if word in match[0]:
                yield about, place.where(*match.span())


class _Reader:
    """Goes through a sentence, clause by clause."""

    def __init__(self, place: Place, words: Vocabulary, scope: Scope) -> None:
        self.place, self.words, self.scope = place, words, scope
        self.subject: str | None = None  # the disputes that results are of
        self.pending: tuple[Mention, ...] = ()  # named without a number yet
        self.wholes: list[Count] = []  # the numbers of all reviews, of all lawsuits

    def read(self) -> Iterator[Count]:
        sentence = self.place.text
        mentions = [*self.words.disputes.mentions(sentence)] if "分别" in sentence else []
        for mention, match in in_turn(sentence, mentions) if mentions else ():
            counted = quantity(match)
            if counted and mention.group == "disputes":
                doubt = self._doubt(match.end())
                where = self.place.where(*match.span())
                yield Count(mention.name, counted.number, doubt, where, match.start())
        for clause in clauses(self.place.text):
            text = clause.text
            mentions = [*self.words.disputes.mentions(text)]
            if self.words.comparison.search(text):
                continue
            numbers = numbers_in(text, _CASES)
            if not numbers:
                yield from self._without(clause, mentions)
            for match, near, follow in beside(numbers, mentions):
                yield from self._count(clause, match, near, follow=follow)
                self.pending = ()

    def _without(self, clause: Clause, mentions: Sequence[Mention]) -> Iterator[Count]:
        """A clause without a number: 行政复议、…; 均维持."""
        yield from self._zero(clause, [m for m in mentions if m.group == "disputes"])
        results = [m for m in mentions if m.group == "results"]
        if len(results) == 1 and len(mentions) == 1 and _ALL.match(clause.text):
            where = self.place.where(clause.start, clause.end)
            for whole in self.wholes:
                yield whole._replace(column=results[0].name, where=where, again=True)
        subjects = tuple(m for m in mentions if m.group == "disputes")
        at_end = subjects and mentions[-1] is subjects[-1] and self._ends(clause, subjects[-1])
        self.pending = subjects if at_end else ()
        if subjects:
            self.subject = subjects[-1].name

    def _zero(self, clause: Clause, subjects: Sequence[Mention]) -> Iterator[Count]:
        """行政复议、行政诉讼均为零."""
        if not subjects or not _ZERO.fullmatch(clause.text, subjects[-1].end):
            return
        before = self.pending if clause.mark == "、" else ()
        start = clause.start + subjects[0].start
        for name in dict.fromkeys(m.name for m in (*before, *subjects)):
            where = self.place.where(start, clause.end)
            yield Count(name, 0, self._doubt(clause.end), where, start)

    @staticmethod
    def _ends(clause: Clause, mention: Mention) -> bool:
        return bool(_BEFORE.fullmatch(clause.text, mention.end))

    def _count(
        self, clause: Clause, match: re.Match[str], near: Sequence[Mention], *, follow: bool
    ) -> Iterator[Count]:
        counted = quantity(match)
        subjects = [m for m in near if m.group == "disputes"]
        results = [m for m in near if m.group == "results"]
        if subjects:
            self.subject = subjects[0].name if follow else subjects[-1].name
        if counted is None or not near or not self._is_beside(clause.text, match, near, follow):
            return
        names = self._names(clause, subjects)
        if _EACH.search(clause.text[near[-1].end : match.start()]):
            names = [*dict.fromkeys((*(m.name for m in self.pending), *(m.name for m in subjects)))]
        elif joined(clause.text, results) or (not names and not self.subject):
            return
        column = results[-1].name if results else None
        doubt = self._doubt(clause.end) or counted.doubt
        if subjects and not follow and not _OF_ANY.search(clause.text, 0, subjects[0].start):
            doubt = doubt or Doubt.PART  # 林权行政复议
        start, end = near[0].start, max(match.end(), near[-1].end)
        where = self.place.where(clause.start + min(start, match.start()), clause.start + end)
        for name in names or [self.subject or ""]:
            count = Count(name, counted.number, doubt, where, clause.start + match.start(), column)
            if column is None:
                self.wholes.append(count)
            yield count

    def _names(self, clause: Clause, subjects: Sequence[Mention]) -> list[str]:
        """What is counted: reviews, lawsuits, or both together."""
        named = {m.name for m in subjects}
        if clause.mark == "、":
            named |= {m.name for m in self.pending}
        if len(named) > 1 and named <= {"review", "litigation"}:
            return ["disputes"]
        return [subjects[-1].name] if subjects else []

    @staticmethod
    def _is_beside(text: str, match: re.Match[str], near: Sequence[Mention], follow: bool) -> bool:
        if follow:
            return bool(_BEHIND.fullmatch(text, match.end(), near[0].start))
        return bool(_BEFORE.fullmatch(text, near[-1].end, match.start()))

    def _doubt(self, end: int) -> Doubt | None:
        if self.words.disputes_of_others.search(self.place.text):
            return Doubt.WIDER
        ground = _GROUND.search(self.place.text, 0, end)
        if ground and not _ANY_GROUND.fullmatch(ground["ground"]):
            return Doubt.PART
        return self.scope.doubt(self.place.text[:end], "")
