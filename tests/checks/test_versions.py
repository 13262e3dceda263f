"""One report in two files that differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.counties import county, diagnostics, flagged, ran
from tests.support.sample import CLEAN, replace_once

NUMBER = ("行政许可 | 36 |", "行政许可 | 63 |")
WORDS = ("全年主动公开政府信息120条", "全年主动公开政府信息125条")
GONE = ("做好网站专栏维护，优化检索功能。", "")


def said(
    folder: Path, *pairs: tuple[str, str], lang: str = "zh"
) -> list[tuple[str, str, list[str]]]:
    """File, message and notes of what differs between the sample report and a changed one."""
    text = CLEAN
    for old, new in pairs:
        text = replace_once(text, old, new)
    (folder / "年报.txt").write_text(CLEAN, "utf-8")
    (folder / "网页.md").write_text(text, "utf-8")
    return [
        (name, each.message, [note.message for note in each.related])
        for name, told in diagnostics(folder, "GK607", lang).items()
        for each in told
    ]


def test_two_files_that_say_the_same_are_no_finding(tmp_path: Path) -> None:
    assert [] == said(tmp_path)


def test_a_number_is_shown_with_its_cell_in_both_files(tmp_path: Path) -> None:
    message = (
        "同一份报告的两个文件不一致：表二“行政许可”“本年处理决定数量”，这里是 36，"
        "“网页.md”里是 63，请核对哪个对，改成一致。"
    )

    assert [("年报.txt", message, ["另一个文件里的这一处：63"])] == said(tmp_path, NUMBER)


def test_a_sentence_is_shown_by_what_differs(tmp_path: Path) -> None:
    message = (
        "同一份报告的两个文件不一致：这里写作“…公开政府信息120条，其中网站…”，"
        "“网页.md”里写作“…公开政府信息125条，其中网站…”，请核对哪个对，改成一致。"
    )
    note = "另一个文件里的这一处：…公开政府信息125条，其中网站…"

    assert [("年报.txt", message, [note])] == said(tmp_path, WORDS)


def test_a_sentence_is_shown_in_the_only_file_that_has_it(tmp_path: Path) -> None:
    message = (
        "同一份报告的两个文件不一致：“做好网站专栏维护，优化检索功能。”只在这个文件里有，"
        "“网页.md”里没有，请核对后改成一致。"
    )

    assert [("年报.txt", message, [])] == said(tmp_path, GONE)


def test_each_difference_is_a_finding_of_its_own(tmp_path: Path) -> None:
    assert 3 == len(said(tmp_path, NUMBER, WORDS, GONE))


def test_it_is_said_in_english_too(tmp_path: Path) -> None:
    ((_, message, notes),) = said(tmp_path, NUMBER, lang="en")

    assert message.endswith("is 36 here and 63 in 网页.md.")
    assert ["This place in the other file: 63"] == [note.capitalize() for note in notes]


def test_what_cannot_be_read_in_one_file_is_undecided() -> None:
    texts = {"a.txt": CLEAN, "b.md": replace_once(CLEAN, NUMBER[0], "行政许可 | 三六 |")}
    found = ran(county(texts), "GK607")

    assert [0, 0] == [len(each.findings) for each in found]
    assert [[{"file": "b.md", "count": 1}], []] == [
        [reason.args for _, reason in each.undecided] for each in found
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("b.md", CLEAN.replace("青石县水务局", "青石县司法局").replace(*NUMBER)),
        ("b.md", CLEAN.replace("2023", "2022").replace(*NUMBER)),
        ("b.txt", CLEAN.replace("0 | 0 | 0", "7 | 7 | 7").replace(*NUMBER)),
        (
            "b.md",
            "青石县水务局2023年政府信息公开工作年度报告\n一、总体情况\n全是别的话，没有一句相同。",
        ),
    ],
)
def test_what_is_another_report_is_not_compared(name: str, text: str) -> None:
    assert [] == flagged(county({"a.txt": CLEAN, name: text}), "GK607")


def test_two_files_of_one_format_that_are_nearly_equal_are_one_report() -> None:
    assert [0] == flagged(county({"a.txt": CLEAN, "b.txt": CLEAN.replace(*NUMBER)}), "GK607")


def test_three_files_are_held_against_the_first_and_the_one_before() -> None:
    other = CLEAN.replace(*NUMBER)

    assert [0, 1] == flagged(county({"a.txt": CLEAN, "b.md": other, "c.html": CLEAN}), "GK607")


def test_a_report_by_itself_is_no_version() -> None:
    (found,) = ran(county({"a.txt": CLEAN}), "GK607")

    assert (0, 1) == (found.checks.failed, found.checks.not_applicable)
