"""Comments that accept, in web pages and Word files, and in every layout of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gklint
from gklint.accept.comments import read_comments
from gklint.formats.reading import take
from gklint.ruleset.loading import load_rules
from tests.generator import Broken, broken_cases
from tests.support.accepting_comments import (
    ALTERED,
    REASON,
    TITLE,
    accepted,
    check,
    codes,
    linter_of_today,
)
from tests.support.sample import changed
from tests.support.word import paragraphs

# -- web pages ---------------------------------------------------------------------------------


def page(*lines: str) -> str:
    """The sample report as a page, with these lines for the title of section six."""
    body: list[str] = []
    for line in changed().split("\n"):
        cells = line.split("|")
        if line == TITLE:
            body += lines
        elif len(cells) == 1:
            body.append(f"<p>{line}</p>")
    return "\n".join(["<html><head><title>甲</title></head><body>", *body, "</body></html>"])


@pytest.mark.parametrize(
    "lines",
    [
        [f"<p>{ALTERED}<!-- gklint: accept GK104 {REASON} --></p>"],
        [f"<!-- gklint: accept GK104 {REASON} -->", f"<p>{ALTERED}</p>"],
        [f"<!-- gklint: accept GK104 {REASON} -->", "<div>", "<p>", ALTERED, "</p></div>"],
        [f"<p><!-- gklint: accept GK104 {REASON} -->", f"{ALTERED}</p>"],
        [
            "<!-- gklint: accept-start GK104",
            f"{REASON} -->",
            f"<p>{ALTERED}</p><!-- gklint: accept-end -->",
        ],
        [
            "<script>var a = '<!--';</script>",
            f"<p>{ALTERED}<!-- gklint: accept GK104 {REASON} --></p>",
        ],
        [
            "<!--[if IE]><p>旧</p><![endif]-->",
            f"<p>{ALTERED}<!-- gklint: accept GK104 {REASON} --></p>",
        ],
        [
            "<!--[if !IE]><!-->",
            f"<p>{ALTERED}</p><!-- gklint: accept GK104 {REASON} --><!--<![endif]-->",
        ],
    ],
)
def test_comments_of_a_web_page_count_too(lines: list[str]) -> None:
    report = check(page(*lines), name="a.html")

    assert "GK104" in accepted(report)
    assert not {"GK005", "GK007", "GK104"} & {*codes(report)}


def test_a_comment_changes_nothing_else_of_a_web_page() -> None:
    plain = check(page(f"<p>{ALTERED}</p>"), name="a.html")
    report = check(page(f"<p>{ALTERED}<!-- gklint: accept GK104 {REASON} --></p>"), name="a.html")

    assert codes(plain) == sorted([*codes(report), "GK104"], key=codes(plain).index)


def test_an_idle_comment_of_a_web_page_is_shown_where_it_stands() -> None:
    text = page(f"<p>{ALTERED}<!-- gklint: accept GK104 GK105 {REASON} --></p>")

    (found,) = [each for each in check(text, name="a.html").diagnostics if each.code == "GK005"]
    assert found.range is not None
    assert ALTERED in text.split("\n")[found.range.start.line - 1]
    assert found.span is None


def test_a_comment_alone_before_a_blank_cell_is_about_that_cell() -> None:
    source = take(
        "<p>甲</p><table><tr><td>乙</td>\n<!-- gklint: accept GK104 理由：好 -->\n<td></td>\n"
        "<td>丙</td></tr></table>".encode(),
        "a.html",
    )
    (statement,), _ = read_comments(source, load_rules().rules)

    assert range(3, 4) == statement.lines


# -- Word ----------------------------------------------------------------------------------------


def test_in_word_such_a_comment_is_text_and_named_as_that() -> None:
    lines = changed((TITLE, f"{ALTERED}<!-- gklint: accept-file GK104 {REASON} -->")).split("\n")
    data = paragraphs("\n".join(lines))
    report = linter_of_today().check(take(data, "a.docx"))

    assert () == report.accepted
    assert "GK104" in codes(report)
    (found,) = [each for each in report.diagnostics if each.code == "GK007"]
    assert (
        "写在 Word、PDF 里的接受说明不起作用，还会印出来。"
        "请从文件里删去，改用 gklint accept 记入接受文件。"
    ) == found.message
    places = [each.place.paragraph for each in report.diagnostics if each.place]
    assert sorted(filter(None, places)) == [place for place in places if place]


# -- all layouts ---------------------------------------------------------------------------------


NOTE = "<!-- 编辑注：| 5 |\t據(jù) ×× 一、总体情况 2023年 电话：123 -->"


def places(text: str, shift: Callable[[int], int] = lambda line: line) -> list[tuple[object, ...]]:
    return sorted(
        (each.code, each.fingerprint, shift(each.range.start.line), each.range.start.column)
        for each in gklint.check(text).diagnostics
        if each.range
    )


@pytest.mark.slow
@settings(
    derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
@given(broken_cases(), st.integers(min_value=0, max_value=10_000), st.booleans())
def test_a_comment_anywhere_changes_no_finding(case: Broken, where: int, own_line: bool) -> None:
    lines = case.text.split("\n")
    at = where % len(lines)
    if own_line and at:
        lines.insert(at, NOTE)
    else:
        lines = [f"{line} {NOTE}" for line in lines]
    moved = own_line and at

    assert places(case.text) == places(
        "\n".join(lines), lambda line: line - 1 if moved and line > at else line
    )
