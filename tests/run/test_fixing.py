"""Fixes applied to texts: what is taken, what is refused, and what that costs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.findings.diagnostics import Diagnostic, Fix, Replacement
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.ruleset.severity import Severity
from gklint.run.fixing import Fixed, apply, fix, fixable, without_overlaps
from gklint.text.source import Source, Span
from tests.generator import LAYOUTS, make_report
from tests.generator.document import Document, build_document
from tests.generator.noise import NOISES, render_noisy
from tests.generator.rewrite import rewrite
from tests.support import diagnostics
from tests.support.checking import linter
from tests.support.generated import SOME, with_glosses
from tests.support.sample import changed

# -- a linter whose findings are letters -----------------------------------------------------


class Letters(Linter):
    """Finds each small letter, to be made a capital; a capital H is a finding with no fix.

    ``harmless_after``: the letter that must be a capital before H is no finding any more.
    """

    def __init__(self, harmless_after: str = "") -> None:
        self.harmless_after = harmless_after
        self.checks = 0

    def check(self, source: Source) -> Report:
        self.checks += 1
        bad = (
            "[a-z]"
            if self.harmless_after.upper() in source.text and self.harmless_after
            else "[a-zH]"
        )
        found = [letter(source, match) for match in re.finditer(bad, source.text)]
        return Report(source.path, source, None, None, None, tuple(found))


def letter(source: Source, match: re.Match[str]) -> Diagnostic:
    mended = Fix(True, (replacement(source, Span(*match.span()), match[0].upper()),))
    return finding(source, Span(*match.span()), None if match[0] == "H" else mended)


def replacement(source: Source, span: Span, new: str) -> Replacement:
    return Replacement(span, source.text[slice(*span)], new)


def finding(source: Source, span: Span, mend: Fix | None) -> Diagnostic:
    made = diagnostics.finding(
        place=source.range(span), severity=Severity.INFO, code="GK703" if mend else "GK707"
    )
    mark = f"{span.start}{source.text[slice(*span)]}"
    return made._replace(span=span, fingerprint=mark, fix=mend)


def edited(text: str, *edits: tuple[int, int, str], old: str | None = None) -> Diagnostic:
    """A finding with these edits of a text."""
    source = Source(text)
    made = [replacement(source, Span(start, end), new) for start, end, new in edits]
    if old is not None:
        made = [edit._replace(old=old) for edit in made]
    return finding(source, made[0].span, Fix(True, tuple(made)))


def fixed(linter: Letters, text: str) -> Fixed:
    report = linter.check(Source(text))
    linter.checks = 0
    return fix(linter, report, Source, unsafe=False)


def test_all_fixes_are_applied_with_one_check() -> None:
    linter = Letters()

    assert "A B C D" == fixed(linter, "a b c d").text
    assert 1 == linter.checks


def test_a_fix_that_leads_to_a_new_finding_is_refused_and_the_others_are_applied() -> None:
    done = fixed(Letters(), "a b h d")

    assert "A B h D" == done.text
    assert ["4h"] == [each.fingerprint for each in done.refused]
    assert ["0a", "2b", "6d"] == [each.fingerprint for each in done.applied]


def test_a_second_call_changes_nothing() -> None:
    linter = Letters()
    first = fixed(linter, "h a h b")
    second = fixed(linter, first.text)

    assert first.text == second.text == "h A h B"
    assert () == second.applied
    assert first.refused == second.refused


def test_what_is_harmless_only_after_another_fix_is_applied_after_it() -> None:
    assert "H Z" == fixed(Letters("z"), "h z").text
    assert "h Y" == fixed(Letters("z"), "h y").text


def test_one_harmful_fix_among_a_thousand_is_found_with_few_checks() -> None:
    text = " ".join("a" * 600 + "h" + "b" * 399)
    linter = Letters()
    done = fixed(linter, text)

    assert text.upper().replace("H", "h") == done.text
    assert 24 >= linter.checks


@pytest.mark.slow
def test_where_all_fixes_do_harm_the_number_of_checks_is_bounded() -> None:
    linter = Letters()
    done = fixed(linter, "h " * 1000)

    assert "h " * 1000 == done.text
    assert 1000 == len(done.refused)
    assert 64 >= linter.checks


def test_a_fix_that_overlaps_a_refused_one_gets_its_turn() -> None:
    source = Source("h,a")

    class Both(Letters):
        def check(self, source: Source) -> Report:
            report = super().check(source)
            wide = edited(source.text, (0, 3, "H;A")) if source.text == "h,a" else None
            return Report(
                None, source, None, None, None, (*((wide,) if wide else ()), *report.diagnostics)
            )

    linter = Both()
    assert "h,A" == fix(linter, linter.check(source), Source, unsafe=False).text


def test_a_text_that_the_file_cannot_hold_is_refused() -> None:
    linter = Letters()
    report = linter.check(Source("a b"))

    def read(text: str) -> Source | None:
        return None if "B" in text else Source(text)

    done = fix(linter, report, read, unsafe=False)

    assert "A b" == done.text
    assert ["2b"] == [each.fingerprint for each in done.refused]


def test_a_text_that_is_read_back_otherwise_is_refused() -> None:
    linter = Letters()
    report = linter.check(Source("a b"))

    done = fix(linter, report, lambda text: Source(text.replace("B", "?")), unsafe=False)

    assert "A b" == done.text


# -- edits of a text -------------------------------------------------------------------------


def test_nothing_is_replaced_where_something_else_stands() -> None:
    assert "甲x丙" == apply("甲乙丙", [edited("甲乙丙", (1, 2, "x"))])
    assert None is apply("甲丁丙", [edited("甲乙丙", (1, 2, "x"))])
    assert None is apply("甲", [edited("甲乙丙", (1, 2, "x"))])
    assert None is apply("甲乙丙", [edited("甲乙丙", (0, 2, "x"), (1, 3, "y"))])


def test_edits_may_insert_and_delete_at_both_ends() -> None:
    found = edited("abc", (0, 0, "^"), (0, 1, ""), (3, 3, "$"))

    assert "^bc$" == apply("abc", [found])


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ((0, 2), (2, 4), 1),
        ((0, 2), (3, 4), 2),
        ((0, 9), (3, 4), 1),
        ((3, 4), (0, 9), 1),
        ((3, 3), (3, 3), 1),
        ((4, 6), (0, 3), 2),
    ],
)
def test_of_fixes_that_touch_only_the_first_is_taken(
    first: tuple[int, int], second: tuple[int, int], kept: int
) -> None:
    text = "0123456789"
    found = [edited(text, (*first, "")), edited(text, (*second, ""))]

    assert found[:kept] == without_overlaps(found)


@SOME
@given(st.lists(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=3), max_size=8))
def test_what_is_left_of_overlapping_fixes_can_be_applied_together(
    spans: list[list[tuple[int, int]]],
) -> None:
    text = "0123456789" * 5
    found = [
        edited(text, *((start, start + length, "") for start, length in each))
        for each in spans
        if each and apart(each)
    ]
    kept = without_overlaps(found)

    assert found[:1] == kept[:1]
    assert None is not apply(text, kept)
    touched = [edit.span for each in kept if each.fix for edit in each.fix.edits]
    for each in found:
        if each not in kept and each.fix:
            assert any(
                one.start <= edit.span.end and edit.span.start <= one.end
                for edit in each.fix.edits
                for one in touched
            )


def apart(spans: Iterable[tuple[int, int]]) -> bool:
    ordered = sorted((start, start + length) for start, length in spans)
    return all(one[1] < other[0] for one, other in pairwise(ordered))


@pytest.mark.slow
def test_a_hundred_thousand_edits_are_made_without_delay() -> None:
    text = "a,b;" * 100_000
    commas = edited(text, *((at, at + 1, "，") for at in range(1, len(text), 4)))
    stops = edited(text, *((at, at + 1, "；") for at in range(3, len(text), 4)))

    assert "a，b；" * 100_000 == apply(text, without_overlaps([commas, stops]))


# -- reports ---------------------------------------------------------------------------------


def said(report: Report) -> Counter[object]:
    assert report.document
    numbers = (
        (name, *key, number)
        for name, table in report.document.tables.items()
        for key, number in table.numbers.items()
    )
    counts = (("count", each.number) for each in report.document.statements.counts)
    return Counter([report.agency, report.year, *numbers, *counts])


def blanked(document: Document, rng: Random) -> Document:
    return rewrite(document, value=lambda text: "" if text == "0" and rng.random() < 0.05 else text)


CHANGES = {"glosses": with_glosses, "blanks": blanked}


@pytest.mark.slow
@pytest.mark.parametrize("unsafe", [False, True])
@SOME
@given(
    st.integers(min_value=0, max_value=2**32 - 1),
    st.sampled_from(LAYOUTS),
    st.sets(st.sampled_from(sorted(NOISES)), max_size=4),
    st.sets(st.sampled_from(sorted(CHANGES))),
)
def test_after_fixing_nothing_is_left_nothing_is_new_and_all_is_read_as_before(
    unsafe: bool, seed: int, layout: str, noises: set[str], changes: set[str]
) -> None:
    rng = Random(seed)
    document = build_document(make_report(rng))
    for name in sorted(changes):
        document = CHANGES[name](document, rng)
    text = render_noisy(document, layout, rng, tuple(sorted(noises))).text
    before = linter().check(Source(text))

    done = fix(linter(), before, Source, unsafe=unsafe)
    after = linter().check(Source(done.text))
    again = fix(linter(), after, Source, unsafe=unsafe)

    assert done.report == after
    assert done.text == again.text
    assert done.refused == again.refused
    known = {each.fingerprint for each in before.diagnostics}
    new = {each.code for each in after.diagnostics if each.fingerprint not in known}
    assert new <= {"GK213"}  # a remark on numbers, which waited for the blank ones
    assert said(before) <= said(after)
    assert () == done.refused
    assert [] == fixable(after, unsafe=unsafe)


def test_accepted_findings_are_not_fixed() -> None:
    wrong = ("2023年，本机关未收取信息处理费。", "２０２３年，本机关未收取〝信息处理费〞。")
    comment = "<!-- gklint: accept GK703 理由：引文如此 -->"
    text = changed((wrong[0], f"{wrong[1]}{comment}"))
    done = fix(linter(), linter().check(Source(text)), Source, unsafe=True)

    assert text.replace("２０２３", "2023") == done.text
    assert ["GK703"] == [each.diagnostic.code for each in done.report.accepted]


def test_what_is_left_of_a_finding_is_no_new_one() -> None:
    right = "2023年，本机关未收取信息处理费。"
    text = changed((right, '2023年，本机关未收取〝信息处理费〞。\n其他"事项。'))
    done = fix(linter(), linter().check(Source(text)), Source, unsafe=False)

    assert text.replace("〝", "“").replace("〞", "”") == done.text
    assert ["GK703"] == [each.code for each in done.report.diagnostics]
    assert () == done.refused
