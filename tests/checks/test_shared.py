"""Texts that bodies of a county have in common."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from gklint import extras
from gklint.errors import UsageError
from gklint.model.county import Member
from tests.generator.copies import bodies, copied, printed, written
from tests.support.counties import county, diagnostics, flagged, ran
from tests.support.sample import CLEAN

WATER, LAW = "青石县水务局", "青石县司法局"
COPY = CLEAN.replace(WATER, LAW)


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")


def test_both_reports_are_told_of_a_copy(tmp_path: Path) -> None:
    write(tmp_path, a=CLEAN, b=COPY)
    said = {
        name: [each.message for each in told]
        for name, told in diagnostics(tmp_path, "GK605").items()
    }
    message = (
        "正文有 100% 与“{}”的报告相同或几乎相同（格式规定的话和各单位都写的话不算），"
        "请核对是谁照抄了谁，并按本机关的情况重写。"
    )

    assert {"a.txt": [message.format(LAW)], "b.txt": [message.format(WATER)]} == said


def test_the_longest_passages_are_shown_in_both_files(tmp_path: Path) -> None:
    write(tmp_path, a=CLEAN, b=COPY)
    (found,) = diagnostics(tmp_path, "GK605")["b.txt"]

    assert [str(tmp_path / "a.txt"), None, str(tmp_path / "a.txt")] == [
        each.path for each in found.related
    ]
    assert [6, 61, 61] == [each.range.start.line for each in found.related if each.range]


@pytest.mark.parametrize(
    "line",
    [
        "做好网站专栏维护，{}的信息优化检索功能。",
        "如有疑问，请与{}办公室联系（地址：青石县河滨路8号，电话：0919-2345678）。",
    ],
)
def test_the_name_of_the_other_body_is_named_where_it_stayed(line: str, tmp_path: Path) -> None:
    old = line.replace("{}的信息", "").format(WATER)
    assert old in CLEAN
    text = CLEAN.replace(old, line.format(WATER))
    write(tmp_path, a=text, b=COPY.replace(old.replace(WATER, LAW), line.format(WATER)))
    found = diagnostics(tmp_path, "GK605")

    assert "连对方的名称“青石县水务局”也留在文中" in found["b.txt"][0].message
    assert "也留在文中" not in found["a.txt"][0].message


@pytest.mark.parametrize(
    ("there", "here", "named"),
    [
        ("水务局定期检查栏目。", "水务局定期检查栏目。", "水务局"),
        ("我局定期检查栏目。", "水务局定期检查栏目。", None),
        ("会同县司法局检查栏目。", "我局检查栏目。", None),
    ],
)
def test_a_short_name_is_named_where_both_reports_have_it(
    there: str, here: str, named: str | None
) -> None:
    line = "做好网站专栏维护，优化检索功能。"
    texts = {"a": CLEAN.replace(line, line + there), "b": COPY.replace(line, line + here)}
    (_, finding) = ran(county(texts), "GK605")[1].findings[0]

    assert (named or "", "named" if named else "default") == (finding.args["left"], finding.kind)


def test_a_superior_may_be_named() -> None:
    line, own = "做好网站专栏维护，优化检索功能。", "按青石县人民政府的部署做好网站专栏维护。"
    seat = "青石县人民政府"
    texts = {"a": CLEAN.replace(line, own).replace(WATER, seat), "b": COPY.replace(line, own)}
    members = [Member(seat), Member(LAW, seat)]
    found = ran(county(texts, members), "GK605")

    assert ["default", "default"] == [
        finding.kind for each in found for _, finding in each.findings
    ]


def test_a_report_that_stands_in_a_longer_one_is_told_of() -> None:
    sentence = "围绕第{}个村的{}工程，把用水量、水价和收支逐户张贴公布，听取村民意见后调整方案。"
    more = "".join(sentence.format(n, chr(0x4E00 + 99 * n) * 20) for n in range(12))
    line = "做好网站专栏维护，优化检索功能。"
    texts = {"a": CLEAN, "b": COPY.replace(line, line + more)}
    kinds = [[finding.kind for _, finding in each.findings] for each in ran(county(texts), "GK605")]

    assert [["default"], ["within"]] == kinds


def test_other_bodies_with_the_same_text_are_in_the_notes(tmp_path: Path) -> None:
    write(tmp_path, a=CLEAN, b=COPY, c=CLEAN.replace(WATER, "青石县财政局"))
    (found,) = diagnostics(tmp_path, "GK605")["a.txt"]

    assert f"与“{LAW}”" in found.message
    assert ("与“青石县财政局”的报告也有 100% 相同", str(tmp_path / "c.txt")) == (
        found.related[-1].message,
        found.related[-1].path,
    )


def test_reports_that_were_written_by_themselves_are_not_told_of() -> None:
    texts = {
        f"{number}.txt": printed(written(agency, 2023, Random(number)), Random(number))
        for number, agency in enumerate(bodies(9))
    }

    assert [] == flagged(county(texts), "GK605")


def test_what_many_bodies_write_is_no_copy() -> None:
    texts = {
        f"{number}.txt": CLEAN.replace(WATER, agency.name)
        for number, agency in enumerate(bodies(12))
    }

    assert [] == flagged(county(texts), "GK605")
    assert [*range(9)] == flagged(county(dict([*texts.items()][:9])), "GK605")


def test_two_files_of_one_body_are_no_copies() -> None:
    assert [] == flagged(county({"a.txt": CLEAN, "b.html": CLEAN}), "GK605")


def test_a_copy_among_many_is_found_by_itself() -> None:
    agencies = bodies(12)
    documents = [written(each, 2023, Random(n)) for n, each in enumerate(agencies)]
    documents[7] = copied(documents[3], agencies[3], agencies[7], Random(0))
    texts = {f"{n}.txt": printed(each, Random(n)) for n, each in enumerate(documents)}

    assert [3, 7] == flagged(county(texts), "GK605")


@pytest.mark.parametrize("text", ["", "无。", "一、总体情况\n无。"])
def test_reports_without_text_are_undecided(text: str) -> None:
    found = ran(county({"a": text, "b": text}), "GK605")

    assert [0, 0] == [len(each.findings) for each in found]
    assert [1, 1] == [len(each.undecided) for each in found]


def test_a_county_without_reports_is_no_error() -> None:
    assert [] == [*ran(county({}), "GK605")]


def test_one_sentence_a_hundred_times_is_compared() -> None:
    line = "做好网站专栏维护，优化检索功能。"
    texts = {"a": CLEAN.replace(line, line * 100), "b": COPY.replace(line, line * 100)}

    assert [0, 1] == flagged(county(texts), "GK605")


def test_without_rensa_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "has_module", lambda name: (name == "pip") or None)
    with pytest.raises(
        UsageError, match=r"审核全县的报告还要安装别的包，请运行：.* install .*\"rensa"
    ):
        ran(county({"a": CLEAN}), "GK605")
