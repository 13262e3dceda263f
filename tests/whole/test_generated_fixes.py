"""Properties of fixes, on reports that nobody wrote."""

from __future__ import annotations

from collections import Counter
from itertools import count
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gklint.findings.report import Report
from gklint.form.formula import Key
from gklint.formats.reading import take
from gklint.model.outcomes import CellName
from gklint.text.source import Source
from gklint.text.values import Number
from tests.generator import LAYOUTS, make_report
from tests.generator.document import Document, build_document
from tests.generator.html import write_html
from tests.generator.layouts import VANISHING
from tests.generator.noise import NOISES, render_noisy
from tests.generator.rewrite import rewrite
from tests.support.checking import linter
from tests.support.fixes import applied, replaced
from tests.support.generated import SEEDS, SOME, with_glosses

FORMS = (*LAYOUTS, "html")
WRITING = ("half_width", "full_digits", "number_gaps", "quotes", "value_spaces", "thousands")


def printed(document: Document, form: str, rng: Random, noises: tuple[str, ...] = ()) -> Source:
    """A document with kinds of noise as a text in a layout, or as a web page."""
    if form != "html":
        return Source(render_noisy(document, form, rng, noises).text)
    for name in noises:
        if change := NOISES[name].document:
            document = change(document, rng)
    return take(write_html(document, rng).data, "a.html")


def again(report: Report, text: str) -> Report:
    """The check of a report's new text."""
    if report.source.file is report.source:
        return linter().check(Source(text))
    return linter().check(take(text.encode(), "a.html"))


def safely(report: Report) -> str:
    return replaced(
        report.source.file,
        (found.fix for found in report.diagnostics if found.fix and found.fix.safe),
    )


def said(report: Report) -> Counter[tuple[str, CellName | None]]:
    return Counter((found.code, found.cell) for found in report.diagnostics)


def numbers(report: Report) -> dict[tuple[str, Key], Number]:
    assert report.document
    tables = report.document.tables
    return {(name, key): n for name, table in tables.items() for key, n in table.numbers.items()}


def content(report: Report) -> object:
    assert report.document
    stated = [each.number for each in report.document.statements.counts]
    return report.agency, report.year, numbers(report), stated


@SOME
@given(SEEDS, st.sampled_from(FORMS), st.sets(st.sampled_from(WRITING), min_size=1), st.booleans())
def test_safe_fixes_leave_nothing_to_fix_nothing_new_and_all_that_is_said(
    seed: int, form: str, noises: set[str], has_glosses: bool
) -> None:
    rng = Random(seed)
    document = build_document(make_report(rng))
    document = with_glosses(document, rng) if has_glosses else document
    before = linter().check(printed(document, form, rng, tuple(sorted(noises))))

    after = again(before, safely(before))

    assert Counter() == said(after) - said(before)
    assert [] == [found.code for found in after.diagnostics if found.fix and found.fix.safe]
    assert content(before) == content(after)


@SOME
@given(SEEDS, st.sampled_from(FORMS), st.sampled_from(("", "", "/", "—", "  ")))
def test_a_blank_becomes_0_only_where_0_stood_before_it_was_lost(
    seed: int, form: str, blank: str
) -> None:
    rng = Random(seed)
    whole = build_document(make_report(rng))
    share = rng.choice((0.02, 0.2))
    full = linter().check(printed(whole, "tab", Random(seed)))
    partly = rewrite(whole, value=lambda t: blank if t == "0" and rng.random() < share else t)
    before = linter().check(printed(partly, form, Random(seed)))
    assume(numbers(before).items() <= numbers(full).items())  # blanks can hide where cells begin

    after = again(before, applied(before, "GK206"))

    # What is left of a group of blanks is reported at another cell of it; with the last blank
    # filled it can be told that all is zero.
    assert {"GK206", "GK213"} >= {code for code, _ in said(after) - said(before)}
    assert numbers(before).items() <= numbers(after).items() <= numbers(full).items()


@pytest.mark.parametrize("form", [form for form in FORMS if form not in VANISHING])
def test_the_0_stands_between_the_borders_of_its_cell(form: str) -> None:
    whole = build_document(make_report(Random(3)))
    full = linter().check(printed(whole, form, Random(3)))
    before = linter().check(printed(without_one_zero(whole), form, Random(3)))

    after = again(before, applied(before, "GK206"))

    assert content(full) == content(after) != content(before)
    if form != "html":
        assert inked(full.source.text) == inked(after.source.text) != inked(before.source.text)


@pytest.mark.parametrize("form", sorted(VANISHING))
def test_an_empty_cell_that_leaves_no_trace_is_not_filled(form: str) -> None:
    document = without_one_zero(build_document(make_report(Random(3))))
    before = linter().check(printed(document, form, Random(3)))

    assert before.source.text == applied(before, "GK206")


def without_one_zero(document: Document) -> Document:
    zeros = count()
    return rewrite(document, value=lambda t: "" if t == "0" and next(zeros) == 40 else t)


def inked(text: str) -> str:
    return text.replace(" ", "").replace("\n", "")


@SOME
@given(SEEDS, st.sampled_from(FORMS), st.booleans())
def test_simplified_characters_say_the_same(seed: int, form: str, broken: bool) -> None:
    rng = Random(seed)
    document = build_document(make_report(rng))
    noises = ("traditional", "broken_sentence") if broken and form != "html" else ("traditional",)
    before = linter().check(printed(document, form, rng, noises))

    after = again(before, applied(before, "GK702", "GK704"))

    assert Counter() == said(after) - said(before)
    assert content(before) == content(after)
    assert {"GK702", "GK704"}.isdisjoint(found.code for found in after.diagnostics)
