"""``check --previous``: reports compared with those of the year before."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gklint.formats.limits import Limits
from gklint.project.last_year_files import Taken
from gklint.project.last_year_reading import stated_by, take_file
from gklint.ruleset.loading import RuleSet, load_rules
from tests.support.annotating import as_word, sample
from tests.support.running import Run, as_json, codes, give, in_process
from tests.support.sample import CLEAN, changed, last_year, write

LEFT = "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||"
BROKEN = last_year((LEFT, "四、结转下年度继续办理 | 1 | 2 | 0 | 0 | 0 | 0 | 3 | ||"))
FOUND = ["GK601", "GK601"]
ALONE = "有 {} 份报告没有与上年对照，原因见该报告的“无法判断”。\n"
OTHER = "青石县林业局"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "去年").mkdir()
    (tmp_path / "今年").mkdir()
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    return in_process(capsys, "check", *arguments)


def reasons(document: dict[str, object]) -> set[str]:
    files: list[dict[str, list[dict[str, str]]]] = document["files"]  # type: ignore[assignment]
    return {each["reason"] for file in files for each in file["undecided"]}


# -- what is said --------------------------------------------------------------------------------


def test_the_text_output_names_both_files(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("去年"), a=BROKEN)
    write(Path("今年"), b=CLEAN)
    done = check(capsys, "今年/b.txt", "--previous", "去年/a.txt", "--select", "GK601")

    assert (1, "") == (done.status, done.err)
    assert [
        "今年/b.txt:31:24 错误 GK601 表三“二、上年结转政府信息公开申请数量”“商业企业”填了 0，"
        "而 2022 年报告（a.txt）这一列结转下年度继续办理的是 2，两者应当相等。",
        "   31 │ 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||",
        "      │                                        ^",
        "    去年/a.txt:54:19 2022 年报告，表三“四、结转下年度继续办理”“商业企业”：2",
    ] == done.out.split("\n")[:4]


def test_json_names_the_file_of_a_related_place(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("去年"), a=BROKEN)
    write(Path("今年"), b=CLEAN)
    document = as_json(capsys, "今年/b.txt", "--previous", "去年/a.txt")
    (related,) = document["files"][0]["diagnostics"][0]["related"]

    assert FOUND == codes(document)
    assert {
        "message": "2022 年报告，表三“四、结转下年度继续办理”“商业企业”：2",
        "range": {"start": {"line": 54, "column": 19}, "end": {"line": 54, "column": 20}},
        "place": None,
        "cell": {"table": "requests", "row": "carried_out", "column": "commercial"},
        "path": "去年/a.txt",
    } == related


def test_the_running_text_of_last_year_is_read_where_a_number_differs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 4 | ||"
    write(Path("去年"), a=last_year((LEFT, wrong)), b=last_year().replace("水务局", "林业局"))
    write(Path("今年"), a=CLEAN, b=CLEAN.replace("水务局", "林业局"))
    read: list[str] = []

    def stated(rules: RuleSet, path: Path, limits: Limits) -> object:
        read.append(path.name)
        return stated_by(rules, path, limits)

    monkeypatch.setattr("gklint.project.last_year_reading.stated_by", stated)
    options = ("--previous", "去年", "--select", "GK601", "--jobs", 1, "--no-cache")
    (said,) = check(capsys, "今年", "--format", "concise", *options).out.splitlines()[:1]

    assert "2022 年报告的正文也写作 1，看来是那一年的表填错了。" in said
    assert ["a.txt"] == read


def test_of_a_report_of_last_year_that_has_gone_nothing_more_is_known(here: Path) -> None:
    assert {} == stated_by(load_rules(), here / "去年" / "a.txt", Limits())


def test_a_place_in_a_word_file_is_said_in_its_own_way(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    (here / "去年.docx").write_bytes(as_word(BROKEN))
    write(here, b=CLEAN)
    document = as_json(capsys, "b.txt", "--previous", "去年.docx")
    (related,) = document["files"][0]["diagnostics"][0]["related"]

    assert ("去年.docx", None) == (related["path"], related["range"])
    assert {"table": 2, "row": 28, "cell": 3} == related["place"]


# -- which report --------------------------------------------------------------------------------


def test_in_a_folder_each_body_is_compared_with_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(Path("去年"), x=BROKEN, y=last_year().replace("青石县水务局", OTHER))
    write(Path("今年"), a=CLEAN.replace("青石县水务局", OTHER), b=CLEAN)
    document = as_json(capsys, "今年", "--previous", "去年")

    assert [("今年/a.txt", 0), ("今年/b.txt", 2)] == [
        (file["path"], len(file["diagnostics"])) for file in document["files"]
    ]
    assert set() == reasons(document)


def test_bodies_without_a_report_are_undecided_and_counted_at_the_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(Path("去年"), x=BROKEN)
    write(Path("今年"), a=CLEAN.replace("青石县水务局", OTHER), b=CLEAN)
    document = as_json(capsys, "今年", "--previous", "去年")
    done = check(capsys, "今年", "--previous", "去年")

    assert {f"去年 中没有找到{OTHER} 2022 年的报告，没有与上年对照"} == reasons(document)
    assert (1, ALONE.format(1)) == (done.status, done.err)


def test_both_years_may_lie_in_one_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), a=BROKEN, b=CLEAN)
    done = check(capsys, ".", "--previous", ".", "--format", "json")

    assert FOUND == [each for each in codes(json.loads(done.out)) if each.startswith("GK60")]
    assert ALONE.format(1) == done.err  # last year's, whose own is not there


def test_one_file_is_compared_with_the_report_of_its_body_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(Path("去年"), x=BROKEN)
    write(Path("今年"), a=CLEAN.replace("青石县水务局", OTHER), b=CLEAN)
    document = as_json(capsys, "今年", "--previous", "去年/x.txt")

    assert FOUND == codes(document)
    assert {f"去年/x.txt 是青石县水务局的报告，不是{OTHER}的，没有与上年对照"} == reasons(document)


def test_last_years_files_are_found_also_where_this_years_are_excluded(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    write(Path("去年"), x=BROKEN)
    write(Path("今年"), b=CLEAN)
    settings = 'exclude = ["去年"]\nprevious = "去年"\npaths = ["."]'
    (here / "gklint.toml").write_text(settings, "utf-8")

    assert FOUND == codes(as_json(capsys))


def test_standard_input_is_compared_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Path("去年"), x=BROKEN)
    give(monkeypatch, CLEAN.encode())

    assert FOUND == codes(as_json(capsys, "-", "--previous", "去年"))


# -- bad input -----------------------------------------------------------------------------------


def test_a_file_of_last_years_that_cannot_be_read_is_said_and_all_else_goes_on(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    (here / "去年.docx").write_bytes(b"PK\x03\x04 broken")
    write(here, b=changed(("新收政府信息公开申请5件", "新收政府信息公开申请八件")))
    document = as_json(capsys, "b.txt", "--previous", "去年.docx")
    done = check(capsys, "b.txt", "--previous", "去年.docx")

    assert ["GK402"] == codes(document)
    assert (0, ALONE.format(1)) == (done.status, done.err)
    (reason,) = reasons(document)
    assert reason.startswith("上年的报告 去年.docx 无法用来对照：")


@pytest.mark.parametrize(
    ("previous", "problem"),
    [
        ("没有", "找不到文件或文件夹：没有"),
        ("空", "文件夹里没有可以检查的文件"),
    ],
)
def test_a_path_without_reports_is_refused_in_one_line(
    previous: str, problem: str, capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    (here / "空").mkdir()
    write(here, b=CLEAN)
    for paths in (["b.txt"], ["b.txt", "--jobs", "1"]):
        done = check(capsys, *paths, "--previous", previous)

        assert (2, "") == (done.status, done.out)
        assert done.err.startswith(f"gklint: {problem}")
        assert 1 == done.err.count("\n")


def test_a_configured_path_that_is_not_there_is_refused_with_its_line(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    write(here, b=CLEAN)
    (here / "gklint.toml").write_text('\nprevious = "没有"', "utf-8")
    done = check(capsys, "b.txt")

    assert (
        2,
        "gklint: gklint.toml:2: previous：没有：找不到这个文件或文件夹（上年的报告）\n",
    ) == (done.status, done.err)


# -- settings ------------------------------------------------------------------------------------


def test_the_command_line_comes_before_the_configuration(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    write(here, a=last_year(), c=BROKEN)
    write(here / "今年", b=CLEAN)
    (here / "gklint.toml").write_text('previous = "没有.txt"', "utf-8")

    assert [] == codes(as_json(capsys, "今年", "--previous", "a.txt"))
    assert FOUND == codes(as_json(capsys, "今年", "--previous", "c.txt"))


def test_rules_of_ones_own_hold_for_last_years_words_too(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    row = "四、还在办理的"
    write(here, a=BROKEN.replace("四、结转下年度继续办理", row), b=CLEAN)
    (here / "words.yaml").write_text(f"wordings: {{variants: {{carried_out: [{row}]}}}}", "utf-8")

    assert [] == codes(as_json(capsys, "b.txt", "--previous", "a.txt"))
    found = as_json(capsys, "b.txt", "--previous", "a.txt", "--rules", "words.yaml")
    assert FOUND == codes(found)


# -- how often it is read ------------------------------------------------------------------------


@pytest.mark.slow
def test_in_several_processes_the_same_is_found_as_in_one(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    for number in range(60):
        body = f"青石县第{number}水务局"
        before = last_year() if number % 3 else BROKEN
        write(here / "去年", **{f"x{number}": before.replace("青石县水务局", body)})
        write(here / "今年", **{f"y{number}": CLEAN.replace("青石县水务局", body)})
    one, two = (
        check(capsys, "今年", "--previous", "去年", "--format", "json", "--jobs", jobs)
        for jobs in (1, 2)
    )

    assert one == two
    assert 2 * 20 == len(codes(json.loads(two.out)))


def test_each_report_is_read_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Path("去年"), x=BROKEN, y=last_year().replace("青石县水务局", OTHER))
    write(Path("今年"), a=CLEAN.replace("青石县水务局", OTHER), b=CLEAN, c=CLEAN)
    read: list[str] = []

    def noting(rules: RuleSet, path: Path, limits: Limits, lost: str | None) -> Taken:
        read.append(path.name)
        return take_file(rules, path, limits, lost)

    monkeypatch.setattr("gklint.run.last_year.take_file", noting)
    check(capsys, "今年", "--previous", "去年")

    assert ["x.txt", "y.txt"] == read


# -- other commands ------------------------------------------------------------------------------


def test_annotate_accept_and_baseline_compare_as_well(
    capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    write(here, a=BROKEN)
    (here / "b.docx").write_bytes(sample())
    shutil.copy("b.docx", "c.docx")
    last = ("--previous", "a.txt")

    assert (
        "out.docx：已加 2 条批注。\n"
        == in_process(capsys, "annotate", "b.docx", "-o", "out.docx", *last).out
    )
    accepted = ("accept", "b.docx", "--code", "GK601", "--reason", "好", "--accept", "好.toml")
    assert "好.toml：写入 2 条。" in in_process(capsys, *accepted, *last).out
    based = in_process(capsys, "baseline", "c.docx", "-o", "基线.json", *last)
    assert "记下了 1 个文件的 2 条结果" in based.out
