"""Requests that are counted: what was done with them, how they ended, and who asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from gklint.form.vocabulary import Mention, Vocabulary
from gklint.model.statements import Count, Doubt, NoRequests
from gklint.parse.prose.clauses import Clause, beside, clauses, in_turn, joined
from gklint.parse.prose.no_requests import none_received
from gklint.parse.prose.phrases import COUNTED, INFORMATION, Quantity, numbers_in, quantity
from gklint.parse.prose.place import Place
from gklint.parse.prose.scope import Scope, goes_on_about_new, is_of_many_kinds
from gklint.parse.prose.telling import Beside, told_by
from gklint.text.expressions import lazy_compile

_CASES = frozenset(("件", "条", "宗", "件次", "件(次)", "份", "起", "例", "项", "个"))
_NOT_A_CASE = lazy_compile(r"(?<=个)(?!$|申请|政府信息|依申请|信息公开)")  # 3个工作日
_CARRIED_WITHIN = 4  # characters of a clause: 全部结转下年
_NO_PART = lazy_compile(r"另|不含|不包括|除|较|比")
_COUNTABLE = lazy_compile(
    rf"{COUNTED.pattern}|(?:无|没有|未)[^,。;]{{0,8}}(?:转|公开|办结|处理|提供)"
)
_NO = lazy_compile(r"(?:无|没有|未有|未产生|未发生|未出现|未作出|没有出现)(?:需|须)?(?:20\d\d)?$")
_NO_MORE = lazy_compile(r"(?:的|答复|决定|情况|情形|申请|件|事项){0,4}")
_ALL = lazy_compile(r"(?:政府信息公开)?(?:且|并)?(?:申请人|申请|其)?(?:均|全部|皆|都)")
_ATTRIBUTE = lazy_compile(r"(?:其中)?依申请公开\d")  # of documents: 主动公开5件,依申请公开2件
_BOTH = lazy_compile(r"共|合计|总计|累计|一并|连同")
_WITHIN = lazy_compile(r"其中|含|包括")
_ENDED = frozenset(("handled", "answered", "dealt"))
_WHOLE = frozenset(("new", "answered", "dealt"))
_OF_ANY = _ENDED | _WHOLE


def requests(place: Place, words: Vocabulary, scope: Scope) -> tuple[list[Count], list[NoRequests]]:
    """Counts of requests; where there is none of new ones, that there were none."""
    counts = _Reader(place, words, scope).told_apart() if _COUNTABLE.search(place.text) else []
    none = [*none_received(place, words, scope)]
    none += [
        NoRequests("新收" in place.clause(count.at), count.where)
        for count in counts
        if count.of_new and not count.some and not count.partial
    ]
    some = {count.where.year for count in counts if count.of_new and count.some}
    return (
        [count for count in counts if not count.of_new or count.some],
        [found for found in none if found.where.year not in some][:1],
    )


_Counts = Iterator[Count]


class _Told(NamedTuple):
    about: str
    column: str | None = None
    apart: bool = False


class _Reader:
    """Goes through a sentence, clause by clause."""

    def __init__(self, place: Place, words: Vocabulary, scope: Scope) -> None:
        self.place, self.words, self.scope = place, words, scope
        self.on_topic = place.on_topic
        self.foreign = False  # a clause speaks of something else, and so do those behind it
        self.compares = False  # the sentence compares with another year
        self.among = False  # behind 其中
        self.vague = False  # behind 其中, of which of several counts cannot be told
        self.topics: list[str] = []  # what the numbers of all requests counted so far
        self.whole: Count | None = None  # the last of these numbers
        self.last: Count | None = None  # the last number, and where it ends
        self.last_end = -1
        self.opener: Count | None = None  # the number that the bracket explains
        self.left_out = False  # the bracket is about others
        self.asked: str | None = None  # the applicants of whom the clauses behind speak
        self.firmly = False  # … to the end of the sentence
        self.pending: Mention | None = None  # a word without a number that ended the last clause
        self.open: tuple[int, int, Quantity] | None = None  # a number that nothing tells yet
        self.none_of = False  # the clause before denies what this one may go on with
        self.turned: set[int] = set()  # the numbers that were told in turn
        self.carried_at: int | None = None  # the number of those carried in, side by side

    def told_apart(self) -> list[Count]:
        """All counts; those received are apart where a sentence has those carried in beside."""
        counts = [*self.read()]
        flow = {count.about for count in counts if count.column is None}
        if "carried_out" in flow or self.carried_at is not None:
            # Beside what was carried, all that was done is counted, not one way of doing it.
            counts = [c._replace(about="handled") if c.about == "answered" else c for c in counts]
        return [
            count._replace(apart=count.apart or self._is_beside(count.at))
            if count.of_new
            else count
            for count in counts
        ]

    def _is_beside(self, at: int) -> bool:
        """Behind the number of those carried in 共 may have them both."""
        if self.carried_at is None:
            return False
        return at < self.carried_at or not _BOTH.search(self.place.clause(at))

    def read(self) -> Iterator[Count]:
        sentence, words = self.place.text, self.words
        # What is nowhere in the sentence is in none of its clauses.
        informs = INFORMATION.search(sentence) is not None
        if not informs and not self.on_topic:
            return
        leaves = words.other_matters.search(sentence) is not None
        self.compares = words.comparison.search(sentence) is not None
        yield from self._in_turn()
        for clause in clauses(sentence):
            self._open_or_close(clause)
            text = clause.text
            if "其中" in text:
                self.among = True
                self.vague = self.vague or bool(self.last and self.last is not self.whole)
            left = self.foreign and _ATTRIBUTE.match(text)
            if informs and not left and INFORMATION.search(text):
                self.on_topic, self.foreign = True, False
            mentions = [*words.requests.mentions(text)]
            plain = self._plain(text, mentions)
            if leaves and words.other_matters.search(plain):
                self.foreign = True
            if not self.foreign and self.on_topic and not self.left_out and self._is_told(plain):
                yield from self._counts(clause, mentions, plain)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether the sentence leaves no doubt of whom and when it speaks."""
        return self.scope.is_plain(self.place.text)

    def _in_turn(self) -> Iterator[Count]:
        """予以公开、部分公开分别为5件、3件."""
        text = self.place.text
        if "分别" not in text or not self.on_topic:
            return
        for mention, match in in_turn(text, [*self.words.requests.mentions(text)]):
            counted = quantity(match)
            if counted and mention.group == "outcomes" and match["unit"] in _CASES:
                doubt = counted.doubt
                where = self.place.where(*match.span())
                yield Count(mention.name, counted.number, doubt, where, match.start())
                self.turned.add(match.start())

    def _open_or_close(self, clause: Clause) -> None:
        if ")" in clause.mark:
            self.opener, self.left_out, self.asked = None, False, None
        if "(" in clause.mark:
            opened = clause.start - len(clause.mark) + clause.mark.index("(")
            self.opener = self.last if self.last_end == opened else None
            self.left_out = bool(_NO_PART.match(clause.text))

    def _plain(self, text: str, mentions: Sequence[Mention]) -> str:
        """A clause without the words of outcomes and applicants, which sound like other matters."""
        for mention in reversed(mentions):
            if mention.group != "requests":
                start = mention.start - 2 * text.startswith("涉及", mention.start - 2)
                text = f"{text[:start]}…{text[mention.end :]}"
        return text

    def _is_told(self, plain: str) -> bool:
        if "复议" in plain or "诉讼" in plain or "费" in plain:
            return False
        return not (self.compares and self.words.comparison.search(plain))

    def _counts(self, clause: Clause, mentions: list[Mention], plain: str) -> Iterator[Count]:
        text = clause.text
        found = numbers_in(text, _CASES)
        numbers = [each for each in found if not _NOT_A_CASE.match(text, each.end())]
        if mentions and (self.none_of or "无" in text or "没" in text or "未" in text):
            yield from self._none(clause, mentions, plain)
        if not numbers:
            yield from self._all(clause, mentions, plain, 0)
            yield from self._carried(clause, mentions, plain)
            ends = mentions and mentions[-1].end == len(text)
            self.pending = mentions[-1] if ends else None
            return
        self.open = None
        for match, near, follow in beside(numbers, mentions):
            counted, words = quantity(match), told_by(text, match, near, follow=follow)
            told = self._told(clause, words)
            self.pending = None
            if counted is None or clause.start + match.start() in self.turned:
                continue
            if told is None:
                self.open = (clause.start + match.start(), clause.start + match.end(), counted)
                continue
            if told.column is None and self._is_part(told):
                continue
            at = clause.start + match.start()
            end = clause.start + match.end()
            doubt = self._doubt(told.about, clause, plain, end)
            if doubt in (None, Doubt.SHARE) and told.about in _OF_ANY:
                doubt = words.doubt() or doubt
            doubt = doubt or counted.doubt
            where = self.place.where(at, end)
            count = Count(told.about, counted.number, doubt, where, at, told.column, told.apart)
            self._note(count, end, text)
            yield count
        yield from self._all(clause, mentions, plain, numbers[-1].end())

    def _is_part(self, told: _Told) -> bool:
        """Whether a number is of some of those that are counted before."""
        within = self.opener is not None and self.opener.about == told.about
        return not told.apart and (within or (self.among and told.about in _WHOLE))

    def _note(self, count: Count, end: int, text: str) -> None:
        self.last, self.last_end = count, end
        if count.column is None and count.about in self.words.counts["requests"]:
            self.topics.append(count.about)
            self.whole = count
        inside = self.opener or self.among or _WITHIN.search(text)
        if count.about == "carried_in" and not inside:
            self.carried_at = count.at

    # -- what a number counts ------------------------------------------------------------------

    def _told(self, clause: Clause, told: Beside) -> _Told | None:
        """What a number counts, of which applicants, and whether apart from others."""
        if joined(clause.text, told.near) or self._is_joined(clause, told.near):
            return None
        verb, asked = told.verb(), told.applicant()
        column = asked.name if asked else None
        if asked or verb:
            self.asked = None
        if asked and (told.outcome() or told.is_of_them(asked)):
            self.asked, self.firmly = asked.name, told.is_of_them(asked)
        if outcome := told.outcome():
            return _Told(outcome, column or self._applicants(clause))
        if verb == "unclear" or (told.is_those() and not _ALL.match(clause.text, told.end)):
            return None  # 收到的4件申请结转…
        if verb:
            return _Told("new" if verb == "received" else verb, column, verb == "new")
        if asked:
            return None if told.is_each(asked) else _Told(self._topic(), column)
        return self._told_by_no_word(told)

    def _told_by_no_word(self, told: Beside) -> _Told | None:
        if told.is_in_hand():
            return _Told("carried_out")
        if not told.near and self.last and told.is_in_all() and self.last.about in _OF_ANY:
            return _Told(self.last.about)
        return _Told("new") if not told.near and told.is_of_requests() else None

    def _applicants(self, clause: Clause) -> str | None:
        """The applicants of whom an outcome is told that names none."""
        if self.opener:
            return self.opener.column
        return self.asked if self.firmly or clause.mark == "、" else None

    def _is_joined(self, clause: Clause, near: Sequence[Mention]) -> bool:
        """Whether the clause before named something that this number counts too."""
        pending = self.pending
        return bool(
            pending
            and near
            and clause.mark == "、"
            and pending.group == near[0].group != "requests"
            and near[0].start == 0
        )

    def _topic(self) -> str:
        """What applicants are counted of."""
        if self.opener:
            return self.opener.about
        topics = {"handled" if topic in _ENDED else topic for topic in self.topics}
        topics &= {"handled", "new"}
        return topics.pop() if len(topics) == 1 else "requests"

    def _doubt(self, about: str, clause: Clause, plain: str, end: int) -> Doubt | None:
        doubt = None if self._is_plain else self.scope.doubt(self.place.text[:end], plain)
        if doubt is None and self.vague and self.opener is None:
            return Doubt.PART
        if doubt is None and about in _ENDED and goes_on_about_new(self.place.text, end):
            return Doubt.NEW
        if doubt is None and is_of_many_kinds(self.place.text, plain, end):
            return Doubt.WIDER
        if doubt is None and about in self.words.counts["outcomes"]:
            return self._doubt_of_outcome(about, clause)
        return doubt

    def _doubt_of_outcome(self, about: str, clause: Clause) -> Doubt | None:
        """Those that came in may have ended so and so; the table counts those carried in too."""
        if about.startswith("rejected_") and "收到" in clause.text:
            return Doubt.PART
        topics = {*self.topics}
        if topics & _ENDED or topics >= {"new", "carried_in"}:
            return None
        among_them = "new" in topics or self.place.text.startswith("其中")
        return Doubt.NEW if among_them else None

    def _none(self, clause: Clause, mentions: Sequence[Mention], plain: str) -> Iterator[Count]:
        """无上年结转; 没有部分公开、不予公开的情形."""
        text, goes_on = clause.text, self.none_of and clause.mark == "、"
        self.none_of = False
        for mention in mentions:
            denied = _NO.search(text, 0, mention.start)
            if not denied and (not goes_on or mention.start):
                continue
            ended = mention.group == "outcomes" and _NO_MORE.fullmatch(text, mention.end)
            if ended or mention.name.startswith("carried_"):
                start = clause.start + (denied.start() if denied else mention.start)
                where = self.place.where(start, clause.start + mention.end)
                doubt = self._doubt(mention.name, clause, plain, clause.end)
                yield Count(mention.name, 0, doubt, where, start)
                self.none_of = True

    def _carried(self, clause: Clause, mentions: Sequence[Mention], plain: str) -> Iterator[Count]:
        """尚有5件未到期限,结转下年: what became of the number in the clause before."""
        if not self.open or not mentions or mentions[0].start > _CARRIED_WITHIN:
            return
        (start, end, counted), name = self.open, mentions[0].name
        self.open = None
        if name in ("carried_in", "carried_out") and counted.number is not None:
            doubt = self._doubt(name, clause, plain, clause.end)
            yield Count(name, counted.number, doubt, self.place.where(start, end), start)

    def _all(self, clause: Clause, mentions: Sequence[Mention], plain: str, start: int) -> _Counts:
        """均为自然人申请, 全部予以公开: the number before once more."""
        whole = self.whole
        if not whole or not mentions or not _ALL.match(clause.text, start):
            return
        told = [m for m in mentions if m.group != "requests" and m.start >= start]
        if len(told) != 1:
            return
        mention = told[0]
        by_outcome = mention.group == "outcomes"
        about = mention.name if by_outcome else whole.about
        end = clause.start + mention.end
        doubt = whole.doubt or self._doubt(about, clause, plain, end)
        column = None if by_outcome else mention.name
        where = self.place.where(clause.start + start, end)
        yield Count(about, whole.number, doubt, where, whole.at, column, again=True)
