"""Findings that are accepted by a comment in the text."""

from __future__ import annotations

from datetime import date

import pytest

from gklint.findings.diagnostics import Acceptance
from gklint.formats.reading import take
from gklint.ruleset.selection import Selection
from tests.support.accepting_comments import (
    ALTERED,
    REASON,
    TITLE,
    accepted,
    altered,
    check,
    codes,
    linter_of_today,
)
from tests.support.sample import changed


@pytest.mark.parametrize(
    "new",
    [
        f"<!-- gklint: accept GK104 {REASON} -->\n{ALTERED}",
        f"<!-- gklint: accept GK104 {REASON} -->\n\n\n{ALTERED}",
        f"<!-- gklint: accept GK104 {REASON} -->\n<!-- 旧标题 -->\n{ALTERED}",
        f"{ALTERED} <!-- gklint: accept GK104 {REASON} -->",
        f"{ALTERED}<!--gklint：accept GK104\n{REASON}-->",
        f"<!-- gklint: accept-start GK104 {REASON} -->\n{ALTERED}\n<!-- gklint: accept-end -->",
        f"{ALTERED}\n<!-- gklint: accept-file GK104 {REASON} -->",
        f"{ALTERED} <!-- GKlint accept GK104；{REASON} -->",
        f"{ALTERED} <!-- gklint: Accept GK104{REASON}，详见“理由：二”-->",
        f"<!-- gklint: accept GK104 reason: agreed, until: 2025-01-15 -->\n{ALTERED}",
        f"<!-- gklint: accept GK104 到期：2025-01-15 {REASON} -->\n{ALTERED}",
    ],
)
def test_a_finding_that_a_comment_accepts_does_not_count(new: str) -> None:
    report = check(altered(new))

    assert [] == codes(report)
    assert ["GK104"] == accepted(report)


def test_what_is_accepted_keeps_its_reason_and_its_last_day() -> None:
    report = check(altered(f"{ALTERED} <!-- gklint: accept GK104 {REASON}。到期：2025-06-30 -->"))

    (each,) = report.accepted
    assert Acceptance("comment", "经上级同意保留", date(2025, 6, 30)) == each.acceptance
    assert ALTERED in each.diagnostic.message


@pytest.mark.parametrize(
    "new",
    [
        f"{ALTERED}\n<!-- gklint: accept GK104 {REASON} -->\n其他",
        f"其他 <!-- gklint: accept GK104 {REASON} -->\n{ALTERED}",
        f"<!-- gklint: accept-start GK104 {REASON} -->\n<!-- gklint: accept-end -->\n{ALTERED}",
    ],
)
def test_a_comment_reaches_no_further_than_its_lines(new: str) -> None:
    assert {"GK104", "GK005"} <= {*codes(check(altered(new)))}


def test_blocks_may_stand_in_one_another() -> None:
    inner = f"<!-- gklint: accept-start GK105 {REASON} -->\n<!-- gklint: accept-end -->"
    report = check(
        altered(
            f"<!-- gklint: accept-start GK104 {REASON} -->\n{inner}\n{ALTERED}\n"
            "<!-- gklint: accept-end -->"
        )
    )

    assert ["GK005"] == codes(report)
    assert ["GK104"] == accepted(report)


def test_after_its_last_day_a_comment_holds_no_longer() -> None:
    report = check(altered(f"{ALTERED} <!-- gklint: accept GK104 {REASON} 到期：2025-01-14 -->"))

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
    report = check(altered(f"{ALTERED} <!-- gklint: accept GK104、GK999 {REASON} -->"))

    assert ["GK007"] == codes(report)
    assert ["GK104"] == accepted(report)


def test_what_was_not_looked_for_is_not_called_idle() -> None:
    text = altered(f"{TITLE} <!-- gklint: accept GK104 {REASON} -->")

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
    text = altered(f"五、其他需要说明的事项 <!-- gklint: accept GK104、GK105 {REASON} -->")

    assert {"GK104", "GK105"} == {*accepted(check(text))}
    assert [] == codes(check(text))


@pytest.mark.parametrize("rest", ["", "\n其他", "\n<!-- gklint: accept GK105 理由：好 -->"])
def test_a_comment_without_its_end_is_named(rest: str) -> None:
    report = check(altered(f"<!-- gklint: accept GK104 {REASON}{rest}\n{ALTERED}"))

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
    text = altered(f"<!-- gklint: accept GK104 {REASON} -->\n{ALTERED}").replace("\n", "\r\n")
    for data in (text.encode("gb18030"), b"\xef\xbb\xbf" + text.encode()):
        report = linter_of_today().check(take(data, "a.txt"))

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


def test_many_open_comments_take_linear_time() -> None:
    text = "<!--" * 200_000 + changed()

    assert "GK104" not in codes(check(text))
