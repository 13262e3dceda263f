"""Documents that are counted: issued, repealed, in force."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gklint.form.vocabulary import Mention, Vocabulary, of_paper
from gklint.model.statements import Count, Doubt
from gklint.parse.prose.clauses import Clause, beside, clauses, joined
from gklint.parse.prose.phrases import CASES, OURSELVES, numbers_in, quantity
from gklint.parse.prose.place import Place
from gklint.parse.prose.scope import Scope
from gklint.text.expressions import lazy_compile

_PIECES = frozenset(("件", "个", "份", "部", "项"))
# Between what was done and the document; anything else makes it one kind of documents.
_OF = lazy_compile(
    rf"(?:《[^《》]{{1,40}}》[、和]?|等|税务|税收|的|并|和|与|及|或|了|过|新|共|各类|政府|部门|任何|实施|公开|发布|执行|本级|{OURSELVES}){{0,4}}"
)
_NUMBER_OF = lazy_compile(r"(?:的|共计|共|总计|合计|为|是|有|达|数量|数|总数|件数|:|了){0,4}")
# A clause that counts what the one before has named.
_ONLY_ACT = lazy_compile(
    r"(?:并|另|同时|其中|全年|本年度?|年内|目前|截至[^,。;]{0,12}|已|新|共|宣布|清理|自动|到期|予以|现|保留|继续|尚?有){0,4}"
)
_AMONG = lazy_compile("(?:其中|含|包括)?")
# Those in force among the ones that were looked through: 清理12件,其中继续有效11件.
_LOOKED_THROUGH = lazy_compile(
    rf"(?:清理|梳理|评估)(?!失效)[^,。;\d]{{0,16}}[\d,]{{0,8}}{CASES}"
    rf"|{CASES}[^,。;]{{0,4}}进行[^,。;]{{0,4}}(?:清理|梳理|评估)"
)
_NO = lazy_compile(r"(?:未|没有|无|均未|暂未|尚未|从未)(?:新|有|再)?$")
_NOT_DONE = lazy_compile(r"(?:拟|应|需|待|建议|应当|需要|准备)$")


def documents(place: Place, words: Vocabulary, scope: Scope) -> Iterator[Count]:
    """How many documents were issued, repealed, or are in force."""
    counts = [*_Reader(place, words, scope).read()]
    times = Counter(count.about for count in counts)
    for count in counts:
        # Two numbers of one thing (废止3件，宣布失效1件) add up to what the table has.
        several = count.doubt is None and times[count.about] > 1
        yield count._replace(doubt=Doubt.PART) if several else count


class _Reader:
    """Goes through a sentence, clause by clause."""

    def __init__(self, place: Place, words: Vocabulary, scope: Scope) -> None:
        self.place, self.words, self.scope = place, words, scope
        self.paper: str | None = None  # the document that was named last
        self.act: str | None = None  # what was said last to have become of one
        self.kind = False  # only one kind of these documents is spoken of

    def read(self) -> Iterator[Count]:
        for clause in clauses(self.place.text):
            text = clause.text
            mentions = [*self.words.documents.mentions(text)]
            if not mentions or self.words.comparison.search(text):
                self.act = None
                continue
            yield from self._none(clause, mentions)
            numbers = numbers_in(text, _PIECES)
            if not numbers:
                self._remember(clause, mentions)
            for match, near, follow in beside(numbers, mentions):
                yield from self._count(clause, match, near, follow=follow)

    def _remember(self, clause: Clause, near: Sequence[Mention]) -> None:
        papers = [m for m in near if m.group == "papers"]
        acts = [m for m in near if m.group == "acts"]
        if papers:
            self.kind = bool(acts) and not self._is_any(clause.text, near)
            self.paper = None if joined(clause.text, papers) else papers[-1].name
        self.act = acts[-1].name if acts else self.act if papers else None

    def _count(
        self, clause: Clause, match: re.Match[str], near: Sequence[Mention], *, follow: bool
    ) -> Iterator[Count]:
        text = clause.text
        papers = [m for m in near if m.group == "papers"]
        acts = [m for m in near if m.group == "acts"]
        act = acts[-1].name if acts else None
        if not acts and papers and _AMONG.fullmatch(text, 0, papers[0].start):
            act = self.act  # 制定规章0件、规范性文件2件
        self._remember(clause, near)
        counted = quantity(match)
        if counted is None or act is None or self.paper is None or joined(text, acts):
            return
        if not self._is_beside(text, match, near, papers=bool(papers), follow=follow):
            return
        if any(_NOT_DONE.search(text, 0, m.start) or _NO.search(text, 0, m.start) for m in acts):
            return
        doubt = self._doubt(clause, act) or counted.doubt
        start = min(match.start(), near[0].start)
        where = self.place.where(
            clause.start + start, clause.start + max(match.end(), near[-1].end)
        )
        about = of_paper(self.paper, act)
        yield Count(about, counted.number, doubt, where, clause.start + match.start())

    @staticmethod
    def _is_beside(
        text: str, match: re.Match[str], near: Sequence[Mention], *, papers: bool, follow: bool
    ) -> bool:
        """Whether nothing but these words is counted."""
        if follow:
            return near[0].start - match.end() <= 1
        alone = papers or _ONLY_ACT.fullmatch(text, 0, near[0].start)
        return bool(alone and _NUMBER_OF.fullmatch(text, near[-1].end, match.start()))

    def _is_any(self, text: str, near: Sequence[Mention]) -> bool:
        """Whether nothing stands between what was done and the documents."""
        return all(_OF.fullmatch(text, one.end, other.start) for one, other in pairwise(near))

    def _doubt(self, clause: Clause, act: str | None) -> Doubt | None:
        doubt = self.scope.doubt(self.place.text[: clause.end], clause.text)
        some = act == "in_force" and _LOOKED_THROUGH.search(self.place.text, 0, clause.start)
        return doubt or (Doubt.PART if self.kind or some else None)

    def _none(self, clause: Clause, mentions: Sequence[Mention]) -> Iterator[Count]:
        """未制发、废止规范性文件: none of it."""
        text = clause.text
        papers = [m for m in mentions if m.group == "papers"]
        acts = [m for m in mentions if m.group == "acts"]
        if not papers or not acts or acts[0].start > papers[0].start:
            return
        denied = _NO.search(text, 0, acts[0].start)
        if not denied or not self._is_any(text, mentions):
            return
        doubt = self._doubt(clause, None)
        for act in acts:
            for paper in papers:
                where = self.place.where(
                    clause.start + denied.start(), clause.start + papers[-1].end
                )
                at = clause.start + act.start
                yield Count(of_paper(paper.name, act.name), 0, doubt, where, at)
