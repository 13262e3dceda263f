"""A sentence of a phrase in a complete report, true or contradicting its tables."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from tests.generator.agencies import draw_agency, draw_bureau, draw_government
from tests.generator.document import (
    amount_text,
)
from tests.generator.edits import with_cell
from tests.generator.figures import FEES, Fee
from tests.generator.labels import PARTS
from tests.generator.layouts import LAYOUTS, print_document
from tests.generator.lines import Rendered, assemble
from tests.generator.model import Report, make_report
from tests.generator.noise import render_noisy
from tests.generator.voice import Sentence

from . import of_requests, of_tables, temptations
from .facts import Facts, another, facts_of, written
from .grammar import expand
from .lexicon import LEXICON
from .phrase import Phrase, never
from .placing import placed
from .words import LABELS, TRAPS, parts_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.generator.labels import Address

CLAIM: Address = ("claim",)
CLAIMS = (*of_requests.PHRASES, *of_tables.PHRASES)
TRUE = tuple(each for each in (*CLAIMS, *temptations.PHRASES) if each.holds is not never)
FALSE = tuple(each for each in CLAIMS if each.codes)
_OF_ANY_FORM = tuple(each for each in of_requests.PHRASES if "{other_" not in each.grammar)
_SLOT = re.compile(r"\{(\w[\w.]*)(~?)\}")
_BODIES = {"government": draw_government, "bureau": draw_bureau, "": draw_agency}
_TRIES = 60


@dataclass(frozen=True)
class Case:
    """A report with a sentence, and what there is to say about it.

    `codes`: any of them at the sentence is right; none: nothing is to be said. `altered`: which
    number was changed, from what to what, or that the statement itself was turned round.
    """

    name: str
    kind: str
    sentence: str
    printed: Rendered
    codes: frozenset[str] = frozenset()
    altered: str = ""


@dataclass(frozen=True)
class _Said:
    """A sentence about a report, its slots filled."""

    report: Report
    text: str
    altered: str = ""


def clean_case(seed: int, number: int) -> Case:
    """A true sentence, or one that only looks as if it contradicted; `number` sets the kind."""
    rng = Random(f"clean {seed} {number}")
    phrase, said = _drawn(_of_kinds(TRUE, number, rng), False, rng)
    return _case(f"clean {seed} {number}", phrase, said, frozenset(), rng)


def contradicting_case(seed: int, number: int) -> Case:
    """A sentence that contradicts the tables, or itself."""
    rng = Random(f"contradicting {seed} {number}")
    phrase, said = _drawn(_of_kinds(FALSE, number, rng), True, rng)
    return _case(f"contradicting {seed} {number}", phrase, said, phrase.codes, rng)


def _of_kinds(phrases: Sequence[Phrase], number: int, rng: Random) -> Phrase:
    """A phrase of the kind whose turn it is."""
    kinds: defaultdict[str, list[Phrase]] = defaultdict(list)
    for each in phrases:
        kinds[each.kind].append(each)
    names = list(kinds)
    return rng.choice(kinds[names[number % len(names)]])


def _drawn(phrase: Phrase, wrong: bool, rng: Random) -> tuple[Phrase, _Said]:
    """A sentence of the phrase and a report that it fits."""
    while True:
        open_text = expand(phrase.grammar, LEXICON, rng)
        turned = (
            wrong
            and phrase.holds is not None
            and (phrase.holds is never or not _numbers_in(open_text, phrase) or rng.random() < 0.7)
        )
        for _ in range(_TRIES):
            report = _report(phrase, rng)
            facts = facts_of(report.numbers)
            if _fits(phrase, open_text, facts, turned):
                return phrase, _filled(phrase, open_text, report, wrong and not turned, rng)


def _report(phrase: Phrase, rng: Random) -> Report:
    scale = rng.choice(("few", "some", "some", "many", "zero", "some"))
    of_2019 = phrase in _OF_ANY_FORM and rng.random() < 0.1
    return make_report(rng, scale, _BODIES[phrase.body](rng), of_2019)


def _fits(phrase: Phrase, text: str, facts: Facts, turned: bool) -> bool:
    if not phrase.needs(facts):
        return False
    if phrase.holds is not None and phrase.holds(facts) == turned:
        return False
    if phrase.total in facts and facts[phrase.total] < 8:
        return False
    return all(facts.get(name, 1) > 0 or zero for name, zero in _SLOT.findall(text))


def _numbers_in(text: str, phrase: Phrase) -> list[str]:
    """The slots whose number may be altered."""
    names = [name for name, _ in _SLOT.findall(text)]
    facts = _counted()
    summed = [name for name in names if name in ("t", "a", "b", "c", "d")]
    return [name for name in names if name in facts] + (summed if phrase.total else [])


def _filled(phrase: Phrase, text: str, report: Report, alter: bool, rng: Random) -> _Said:
    facts = facts_of(report.numbers)
    slots = [name for name, _ in _SLOT.findall(text)]
    step = 10 if "fee" in phrase.places else 1
    own = parts_of(slots, facts.get(phrase.total), step, rng) if phrase.total else {}
    if own and step > 1:
        report = _with_fee(report, own["t"])
    values = {name: {**facts, **own}[name] for name in slots if name in facts or name in own}
    altered = ""
    if alter:
        name = rng.choice(_numbers_in(text, phrase))
        wrong = _wrong(name, facts, own, set(values.values()), rng)
        altered = f"{name}: {values[name]} → {wrong}"
        values[name] = wrong
    words = words_of(report, facts, rng)
    labels = iter(rng.sample(LABELS, len(LABELS)))
    traps = iter(rng.sample(TRAPS, len(TRAPS)))

    def fill(slot: re.Match[str]) -> str:
        name = slot[1]
        if name in values:
            return written(name, values[name], rng)
        if name in ("label", "trap"):
            return next(labels if name == "label" else traps)
        return words[name]

    return _Said(report, _SLOT.sub(fill, text), altered)


def _wrong(name: str, facts: Facts, own: Mapping[str, int], said: set[int], rng: Random) -> int:
    if name == "t":
        return own["t"] - rng.randint(1, min(own[part] for part in "ab"))
    if name in own:
        return own[name] + 10 * rng.randint(1, max(1, own["t"] // 20))
    return another(name, facts, said, rng)


def _with_fee(report: Report, yuan: int) -> Report:
    """The report of a body that was paid a fee."""
    amount = report.numbers.fee_amount + Decimal(yuan) / 10000
    return replace(report, numbers=report.numbers.with_fee(Fee(1, yuan, yuan), amount))


def _case(name: str, phrase: Phrase, said: _Said, codes: frozenset[str], rng: Random) -> Case:
    place = rng.choice(phrase.places)
    sentence = Sentence(said.text, (CLAIM,))
    keeps = not phrase.codes and rng.random() < 0.5
    before, after = (_beside(said.report, place, rng) for _ in range(2))
    document = placed(said.report, place, (*before, sentence, *after), keeps)
    if phrase.in_yuan:
        yuan = amount_text(said.report.numbers.fee_amount * 10000)
        document = with_cell(document, FEES, yuan)
    layout = rng.choice(LAYOUTS)
    if rng.random() < 0.25:
        printed = render_noisy(document, layout, rng)
    else:
        printed = assemble(print_document(document, layout, rng))
    altered = said.altered or ("turned round" if codes else "")
    return Case(name, f"{phrase.kind} in {place}", said.text, printed, codes, altered)


def _beside(report: Report, place: str, rng: Random) -> tuple[Sentence, ...]:
    """Half of the time another sentence of an aspect, one that contradicts nothing."""
    fitting = [each for each in temptations.PHRASES if place in each.places and not each.body]
    if place not in PARTS or rng.random() < 0.5:
        return ()
    phrase = rng.choice(fitting)
    text = expand(phrase.grammar, LEXICON, rng)
    if not _fits(phrase, text, facts_of(report.numbers), False):
        return ()
    return (Sentence(_filled(phrase, text, report, False, rng).text),)


@cache
def _counted() -> Facts:
    """The facts of some report, for their names."""
    return facts_of(make_report(Random(0)).numbers)
