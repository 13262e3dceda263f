"""Findings that are accepted by a comment in the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gklint
from gklint.accept.comments import read_comments
from gklint.findings.diagnostics import Acceptance
from gklint.findings.report import Report
from gklint.formats.reading import take
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.ruleset.selection import Selection
from gklint.text.source import Source
from tests.generator import Broken, broken_cases
from tests.support.sample import changed
from tests.support.word import p, package, parts

RULES = load_rules()
TODAY = date(2025, 1, 15)
EVERY = Selection()
TITLE = "六、其他需要报告的事项"
ALTERED = "六、其他需要说明的事项"  # GK104
WHY = "理由：经上级同意保留"
LINTER = Linter(RULES, EVERY, "zh", today=TODAY)


def check(text: str, selection: Selection = EVERY, name: str = "a.txt") -> Report:
    source = Source(text) if name.endswith(".txt") else take(text.encode(), name)
    return Linter(RULES, selection, "zh", today=TODAY).check(source)


def altered(new: str) -> str:
    return changed((TITLE, new))


def codes(report: Report) -> list[str]:
    return [found.code for found in report.diagnostics]


def accepted(report: Report) -> list[str]:
    return [each.diagnostic.code for each in report.accepted]


@pytest.mark.parametrize(
    "new",
    [
        f"<!-- gklint: accept GK104 {WHY} -->\n{ALTERED}",
        f"<!-- gklint: accept GK104 {WHY} -->\n\n\n{ALTERED}",
        f"<!-- gklint: accept GK104 {WHY} -->\n<!-- 旧标题 -->\n{ALTERED}",
        f"{ALTERED} <!-- gklint: accept GK104 {WHY} -->",
        f"{ALTERED}<!--gklint：accept GK104\n{WHY}-->",
        f"<!-- gklint: accept-start GK104 {WHY} -->\n{ALTERED}\n<!-- gklint: accept-end -->",
        f"{ALTERED}\n<!-- gklint: accept-file GK104 {WHY} -->",
        f"{ALTERED} <!-- GKlint accept GK104；{WHY} -->",
        f"{ALTERED} <!-- gklint: Accept GK104{WHY}，详见“理由：二”-->",
        f"<!-- gklint: accept GK104 reason: agreed, until: 2025-01-15 -->\n{ALTERED}",
        f"<!-- gklint: accept GK104 到期：2025-01-15 {WHY} -->\n{ALTERED}",
    ],
)
def test_a_finding_that_a_comment_accepts_does_not_count(new: str) -> None:
    report = check(altered(new))

    assert [] == codes(report)
    assert ["GK104"] == accepted(report)


def test_what_is_accepted_keeps_its_reason_and_its_last_day() -> None:
    report = check(altered(f"{ALTERED} <!-- gklint: accept GK104 {WHY}。到期：2025-06-30 -->"))

    (each,) = report.accepted
    assert Acceptance("comment", "经上级同意保留", date(2025, 6, 30)) == each.acceptance
    assert ALTERED in each.diagnostic.message


@pytest.mark.parametrize(
    "new",
    [
        f"{ALTERED}\n<!-- gklint: accept GK104 {WHY} -->\n其他",
        f"其他 <!-- gklint: accept GK104 {WHY} -->\n{ALTERED}",
        f"<!-- gklint: accept-start GK104 {WHY} -->\n<!-- gklint: accept-end -->\n{ALTERED}",
    ],
)
def test_a_comment_reaches_no_further_than_its_lines(new: str) -> None:
    assert {"GK104", "GK005"} <= {*codes(check(altered(new)))}


def test_blocks_may_stand_in_one_another() -> None:
    inner = f"<!-- gklint: accept-start GK105 {WHY} -->\n<!-- gklint: accept-end -->"
    report = check(
        altered(
            f"<!-- gklint: accept-start GK104 {WHY} -->\n{inner}\n{ALTERED}\n"
            "<!-- gklint: accept-end -->"
        )
    )

    assert ["GK005"] == codes(report)
    assert ["GK104"] == accepted(report)


def test_after_its_last_day_a_comment_holds_no_longer() -> None:
    report = check(altered(f"{ALTERED} <!-- gklint: accept GK104 {WHY} 到期：2025-01-14 -->"))

    assert ["GK104", "GK006"] == codes(report)
    assert (
        "对 GK104 的接受到 2025-01-14 为止，现已过期，不再有效。"
        "请改正问题，并删去这条接受说明；确需继续接受的，写明新的理由和日期。"
    ) == report.diagnostics[1].message


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("accept GK104", "这条接受说明没有写理由，没有起作用。请在规则代码后面写“理由：……”。"),
        ("accept GK104 理由： ", "这条接受说明没有写理由，没有起作用。"),
        ("accept GK104 理由：……", "这条接受说明没有写理由，没有起作用。"),
        ("accept 理由：好", "这条接受说明没有写规则代码，没有起作用。"),
        ("accept gk104 理由：好", "接受说明里的“gk104”不是规则代码，是否想写 GK104？"),
        ("accept 标题 理由：好", "接受说明里的“标题”不是规则代码；gklint rule 列出全部规则。"),
        ("accept GK104 理由：好 到期：明年", "接受说明的到期日“明年”看不懂，没有起作用。"),
        ("accept GK001 理由：好", "GK001 按规则集的规定不能接受，"),
        ("acept GK104 理由：好", "不认识“gklint: acept”，是否想写 accept？"),
        ("ignore GK104 理由：好", "不认识“gklint: ignore”，是否想写 accept？"),
        ("accept-start GK104 理由：好", "这里的 accept-start 没有对应的 accept-end，"),
        ("accept-end", "这里的 accept-end 前面没有 accept-start，"),
        ("accept GK104 理由：好 到期日：2026-02-30", "接受说明的到期日“2026-02-30”看不懂，"),
        ("accept GK1 理由：好", "接受说明里的“GK1”不是规则代码"),
    ],
)
def test_a_comment_that_cannot_hold_says_why(comment: str, message: str) -> None:
    report = check(altered(f"<!-- gklint: {comment} -->\n{ALTERED}"))

    found = [each for each in report.diagnostics if each.code == "GK007"]
    assert [True] == [each.message.startswith(message) for each in found], found
    assert "GK104" in codes(report)


def test_the_known_codes_of_a_comment_hold_beside_an_unknown_one() -> None:
    report = check(altered(f"{ALTERED} <!-- gklint: accept GK104、GK999 {WHY} -->"))

    assert ["GK007"] == codes(report)
    assert ["GK104"] == accepted(report)


def test_what_was_not_looked_for_is_not_called_idle() -> None:
    text = altered(f"{TITLE} <!-- gklint: accept GK104 {WHY} -->")

    assert ["GK005"] == codes(check(text))
    assert [] == codes(check(text, Selection(ignore=("GK104",))))
    assert [] == codes(check(text, Selection(select=("GK3",))))
    assert [] == codes(check(text, Selection(ignore=("GK005",))))


def test_what_stands_in_a_comment_is_no_part_of_the_report() -> None:
    text = altered(f"<!-- XX待填\n六、其他需要报告的事项\n-->\n{TITLE}<!-- ××× -->")

    assert [] == codes(check(text))


def test_an_open_comment_is_text_like_any_other() -> None:
    assert ["GK707"] == codes(check(changed(("如有疑问", "<!-- XX局\n如有疑问"))))


def test_a_word_before_a_colon_that_comes_again_belongs_to_the_reason() -> None:
    text = altered(
        f"{ALTERED} <!-- gklint: accept GK104 理由：见函，内附“理由：甲” 到期：2025-06-30 -->"
    )

    (each,) = check(text).accepted
    assert Acceptance("comment", "见函，内附“理由：甲”", date(2025, 6, 30)) == each.acceptance


def test_of_several_comments_about_a_finding_the_closest_gives_the_reason() -> None:
    file = "<!-- gklint: accept-file GK104 理由：全文 -->"
    report = check(altered(f"{file}\n{ALTERED} <!-- gklint: accept GK104 理由：本行 -->"))

    assert [] == codes(report)
    assert ["本行"] == [each.acceptance.reason for each in report.accepted]


def test_a_comment_accepts_several_rules() -> None:
    text = altered(f"五、其他需要说明的事项 <!-- gklint: accept GK104、GK105 {WHY} -->")

    assert {"GK104", "GK105"} == {*accepted(check(text))}
    assert [] == codes(check(text))


@pytest.mark.parametrize("rest", ["", "\n其他", "\n<!-- gklint: accept GK105 理由：好 -->"])
def test_a_comment_without_its_end_is_named(rest: str) -> None:
    report = check(altered(f"<!-- gklint: accept GK104 {WHY}{rest}\n{ALTERED}"))

    (found,) = [each for each in report.diagnostics if "“-->”" in each.message]
    assert "GK007" == found.code
    assert (
        "这条接受说明没有写结尾的“-->”，没有起作用。请补上：<!-- gklint: accept GK303 理由：…… -->"
    ) == found.message


def test_a_block_that_cannot_hold_is_named_once() -> None:
    block = f"<!-- gklint: accept-start GK104 -->\n{ALTERED}\n<!-- gklint: accept-end -->"

    assert ["GK007", "GK104"] == codes(check(altered(block)))


def test_other_comments_that_name_gklint_are_let_alone() -> None:
    notes = "<!-- gklint 已检查 --><!-- 见 gklint: accept --><!-- gklint-web: x -->"

    assert [] == codes(check(altered(f"{TITLE}{notes}")))


def test_line_breaks_and_encoding_do_not_matter() -> None:
    text = altered(f"<!-- gklint: accept GK104 {WHY} -->\n{ALTERED}").replace("\n", "\r\n")
    for data in (text.encode("gb18030"), b"\xef\xbb\xbf" + text.encode()):
        report = LINTER.check(take(data, "a.txt"))

        assert ([], ["GK104"]) == (codes(report), accepted(report))


ROW = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |"


@pytest.mark.parametrize(
    "row",
    [
        "{row}| <!-- gklint: accept GK303 理由：| 5 | -->",
        "<!-- gklint: accept GK303 理由：\t| 5\n| -->\n{row}|",
    ],
)
def test_a_comment_at_a_row_of_a_table_leaves_its_cells_alone(row: str) -> None:
    wrong = ROW.replace("| 3 |", "| 5 |")
    report = check(
        changed(
            (
                f"三、本年度办理结果 | {ROW} |",
                row.replace("{row}", f"三、本年度办理结果 | {wrong} "),
            )
        )
    )

    assert (["GK302"], ["GK303"]) == (codes(report), accepted(report))


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
        [f"<p>{ALTERED}<!-- gklint: accept GK104 {WHY} --></p>"],
        [f"<!-- gklint: accept GK104 {WHY} -->", f"<p>{ALTERED}</p>"],
        [f"<!-- gklint: accept GK104 {WHY} -->", "<div>", "<p>", ALTERED, "</p></div>"],
        [f"<p><!-- gklint: accept GK104 {WHY} -->", f"{ALTERED}</p>"],
        [
            "<!-- gklint: accept-start GK104",
            f"{WHY} -->",
            f"<p>{ALTERED}</p><!-- gklint: accept-end -->",
        ],
        [
            "<script>var a = '<!--';</script>",
            f"<p>{ALTERED}<!-- gklint: accept GK104 {WHY} --></p>",
        ],
        [
            "<!--[if IE]><p>旧</p><![endif]-->",
            f"<p>{ALTERED}<!-- gklint: accept GK104 {WHY} --></p>",
        ],
        [
            "<!--[if !IE]><!-->",
            f"<p>{ALTERED}</p><!-- gklint: accept GK104 {WHY} --><!--<![endif]-->",
        ],
    ],
)
def test_comments_of_a_web_page_count_too(lines: list[str]) -> None:
    report = check(page(*lines), name="a.html")

    assert "GK104" in accepted(report)
    assert not {"GK005", "GK007", "GK104"} & {*codes(report)}


def test_a_comment_changes_nothing_else_of_a_web_page() -> None:
    plain = check(page(f"<p>{ALTERED}</p>"), name="a.html")
    report = check(page(f"<p>{ALTERED}<!-- gklint: accept GK104 {WHY} --></p>"), name="a.html")

    assert codes(plain) == sorted([*codes(report), "GK104"], key=codes(plain).index)


def test_an_idle_comment_of_a_web_page_is_shown_where_it_stands() -> None:
    text = page(f"<p>{ALTERED}<!-- gklint: accept GK104 GK105 {WHY} --></p>")

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
    (statement,), _ = read_comments(source, RULES.rules)

    assert range(3, 4) == statement.lines


# -- Word ----------------------------------------------------------------------------------------


def test_in_word_such_a_comment_is_text_and_named_as_that() -> None:
    lines = changed((TITLE, f"{ALTERED}<!-- gklint: accept-file GK104 {WHY} -->")).split("\n")
    data = package(parts("".join(p(escape(line)) for line in lines if "|" not in line)))
    report = LINTER.check(take(data, "a.docx"))

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


def test_many_open_comments_take_linear_time() -> None:
    text = "<!--" * 200_000 + changed()

    assert "GK104" not in codes(check(text))
