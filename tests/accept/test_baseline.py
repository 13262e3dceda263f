"""Baselines: what was found before does not count, what is new does."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import gklint
from gklint.cli import main
from tests.generator import DEFECTS
from tests.generator.strategies import broken_case
from tests.support.running import as_json, codes, give
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, changed, write

pytestmark = pytest.mark.usefixtures("here")
ROW = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | {} |"
NO_PATHS = (
    "请给出要检查的文件或文件夹，例如：gklint baseline reports/ -o 基线.json"
    "（或在 gklint.toml 里写 paths）"
)
FORMATS = ("text", "concise", "json", "lsp", "sarif", "github", "gitlab", "junit")


def baseline(*arguments: str) -> int:
    return main(["baseline", *arguments])


def new(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The codes of what is not in the baseline ``b.json``."""
    capsys.readouterr()
    return codes(as_json(capsys, *arguments, "--baseline", "b.json"))


def known(path: str = "b.json") -> list[dict[str, Any]]:
    document: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
    findings: list[dict[str, Any]] = document["findings"]
    return findings


@pytest.mark.slow
def test_what_is_in_a_baseline_does_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT, b=WRONG_SUM, c=CLEAN)

    assert 0 == baseline(".", "-o", "b.json")
    *listed, said = capsys.readouterr().out.splitlines()
    assert "b.json：记下了 3 个文件的 3 条结果。以后用 --baseline b.json 检查，只列出新的。" == said
    assert ["+ a.txt: GK501", "+ b.txt: GK302", "+ b.txt: GK303"] == [
        line[: len("+ a.txt: GK501")] for line in listed
    ]
    assert [("a.txt", "GK501"), ("b.txt", "GK302"), ("b.txt", "GK303")] == [
        (each["file"], each["code"]) for each in known()
    ]
    assert [] == new(capsys, ".")
    assert 0 == main(["check", ".", "--baseline", "b.json", "--fail-on", "info"])
    assert "共检查 3 个文件：错误 0，警告 0，提示 0，基线中已有 3。\n" in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_only_what_is_new_fails_whatever_the_format(name: str, tmp_path: Path) -> None:
    write(tmp_path, a=WRONG_COUNT)
    baseline(".", "-o", "b.json")
    given = ["check", ".", "--format", name, "--baseline", "b.json", "--fail-on", "warning"]

    assert 0 == main(given)
    write(tmp_path, b=WRONG_COUNT)
    assert 1 == main(given)
    assert 0 == main([*given, "--fail-on", "error"])
    assert 1 == main([*given, "--fail-on", "info"])
    assert 0 == main([*given, "--fail-on", "never"])


def test_moved_lines_and_other_numbers_do_not_make_it_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=changed((ROW.format(3), ROW.format(5))))
    baseline(".", "-o", "b.json")

    write(tmp_path, a="\n\n" + changed((ROW.format(3), ROW.format(9))))
    assert [] == new(capsys, "a.txt")


def test_the_same_rule_at_another_cell_is_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [(ROW.format(3), ROW.format(5))]
    write(tmp_path, a=changed(*both))
    baseline(".", "-o", "b.json")

    line = next(each for each in changed().split("\n") if "（二）部分公开" in each)
    write(tmp_path, a=changed(*both, (line, line.replace("| 1 | ||", "| 7 | ||"))))
    assert ["GK303"] == new(capsys, "a.txt")


def test_a_renamed_file_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=NO_CONTACT)
    baseline(".", "-o", "b.json")
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")

    assert ["GK501"] == new(capsys, ".")


def test_what_is_said_of_a_file_itself_is_always_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idle = changed(("六、其他", "<!-- gklint: accept GK104 理由：好 -->\n六、其他"))
    write(tmp_path, a="\x00\x01\x02", b="王某\n", c=idle, d=NO_CONTACT)

    assert 3 == baseline(".", "-o", "b.json")
    assert capsys.readouterr().err.startswith("a.txt: GK001 无法检查这个文件：")
    assert ["GK501"] == [each["code"] for each in known()]
    assert ["GK001", "GK002", "GK005"] == new(capsys, ".")


def test_what_may_not_be_accepted_is_not_taken_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT, b=WRONG_COUNT)
    Path("local.yaml").write_text("not_acceptable: [GK501]\n", "utf-8")

    assert 0 == baseline(".", "-o", "b.json", "--rules", "local.yaml")
    assert ["GK402"] == [each["code"] for each in known()]
    assert ["GK501"] == new(capsys, ".", "--rules", "local.yaml")


def test_a_new_baseline_has_all_that_the_old_one_had(tmp_path: Path) -> None:
    write(tmp_path, a=NO_CONTACT)
    Path("gklint.toml").write_text('baseline = "b.json"\npaths = ["."]\n', "utf-8")

    assert 0 == baseline()
    first = known()
    assert 0 == main(["check"])
    assert 0 == baseline()
    assert 1 == len(first)
    assert first == known()


# -- the same from everywhere ----------------------------------------------------------------------


def _with_config(root: Path) -> None:
    (root / "gklint.toml").write_text("", "utf-8")


def _as_repository(root: Path) -> None:
    subprocess.run(["git", "init", "-q", str(root)], check=True)


@pytest.mark.parametrize("make", [_with_config, _as_repository])
def test_a_baseline_holds_from_every_folder_and_for_every_way_to_name_a_file(
    make: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if make is _as_repository and not shutil.which("git"):
        pytest.skip("git is not installed")
    root = tmp_path / "库"
    folder = root / "年报" / "2023"
    folder.mkdir(parents=True)
    make(root)
    write(folder, a=NO_CONTACT)
    monkeypatch.chdir(root)
    baseline("年报", "-o", "b.json")
    (found,) = known()
    assert "年报/2023/a.txt" == found["file"]

    ways = {
        root: ["年报/2023/a.txt", "./年报/2023/a.txt", "年报/../年报/2023/a.txt", ".", "年报"],
        folder: ["a.txt", "./a.txt", "../2023/a.txt", str(folder / "a.txt"), ".", "../.."],
        tmp_path: ["库/年报/2023/a.txt", "库"],
    }
    for start, paths in ways.items():
        monkeypatch.chdir(start)
        for path in paths:
            capsys.readouterr()
            document = as_json(capsys, path, "--baseline", str(root / "b.json"))
            assert [] == codes(document), (start, path)
            (baselined,) = document["files"][0]["accepted"]
            assert found["fingerprint"] == baselined["fingerprint"]


def test_standard_input_is_the_file_that_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    baseline("a.txt", "-o", "b.json")
    for name in ("a.txt", "./a.txt", str(tmp_path / "a.txt")):
        give(monkeypatch, NO_CONTACT.encode())
        assert [] == new(capsys, "-", "--stdin-filename", name)


# -- keyed by structure ------------------------------------------------------------------------

LINES = ("tab", "pipe_lead", "cell", "markdown", "plainblank")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(DEFECTS))
def test_a_finding_is_the_same_in_every_layout_and_whatever_lines_are_added(name: str) -> None:
    fingerprints = set()
    for layout in LINES:
        case = broken_case(7, name, layout)
        expected = {each.code for each in case.answer.expected}
        for text in (case.text, "\n\n" + case.text.replace("\n", "\n\n")):
            found = [each for each in gklint.check(text).diagnostics if each.code in expected]
            fingerprints.add(frozenset(each.fingerprint for each in found))

    assert 1 == len(fingerprints)


# -- what is no baseline ---------------------------------------------------------------------------

AGAIN = "请用 gklint baseline 重新生成"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", f":1: JSON 语法有误，{AGAIN}"),
        ('{"version": 1,\n"findings": [', f":2: JSON 语法有误，{AGAIN}"),
        ("[\n" * 100_000, f":41: 嵌套太深，最多 40 层，{AGAIN}"),
        ("[]", f":1: 不是 gklint 的基线文件，{AGAIN}"),
        ('{\n"version": "1"}', f":2: version：不是 gklint 的基线文件，{AGAIN}"),
        ('{"version": true}', f":1: version：不是 gklint 的基线文件，{AGAIN}"),
        ('{"version": NaN}', f":1: version：不是 gklint 的基线文件，{AGAIN}"),
        ('{"a": 1}', f":1: 不是 gklint 的基线文件，{AGAIN}"),
        (
            '{\n\n"version": 2, "findings": []}',
            f":3: version：是第 2 版的基线文件，gklint {gklint.__version__} 只认第 1 版，{AGAIN}",
        ),
        ('{"version": 1}', f":1: 基线文件不完整，findings 应为列表，{AGAIN}"),
        (
            '{"version": 1,\n"findings": {"a": 1}}',
            f":2: findings：基线文件不完整，findings 应为列表，{AGAIN}",
        ),
        (
            '{"version": 1, "findings": [\n{"code": "GK501"}]}',
            f":2: findings.0：基线文件不完整，缺少“fingerprint”（文字），{AGAIN}",
        ),
        (
            '{"version": 1, "findings": [\n{"code":\n1, "fingerprint": ""}]}',
            f":2: findings.0.code：基线文件不完整，缺少“code”（文字），{AGAIN}",
        ),
        (
            '{"version": 1, "findings": [\n\n1]}',
            f":3: findings.0：基线文件不完整，应为含 code 和 fingerprint 的一条，{AGAIN}",
        ),
        (
            '{"version": 1, "findings": [],\n"findings": []}',
            f":2: findings：同一个键写了两次，{AGAIN}",
        ),
        (None, "：找不到这个基线文件；gklint baseline 可以生成一个"),
    ],
)
def test_what_is_no_baseline_is_refused_in_one_line(
    text: str | None, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    if text is not None:
        Path("b.json").write_text(text, "utf-8")

    assert 2 == main(["check", "a.txt", "--baseline", "b.json"])
    assert ("", f"gklint: b.json{problem}\n") == capsys.readouterr()
    Path("gklint.toml").write_text('baseline = "b.json"\n', "utf-8")
    assert 2 == main(["check", "a.txt"])
    missing = "gklint.toml:1: baseline：b.json：找不到这个基线文件；gklint baseline 可以生成一个"
    said = missing if text is None else f"b.json{problem}"
    assert ("", f"gklint: {said}\n") == capsys.readouterr()


@pytest.mark.slow
def test_a_baseline_may_be_large_and_say_the_same_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    baseline(".", "-o", "b.json")
    entries = known() * 50_000 + [{"code": "GK501", "fingerprint": f"{n:x}"} for n in range(50_000)]
    Path("b.json").write_text("\ufeff" + json.dumps({"version": 1, "findings": entries}), "utf-8")

    assert [] == new(capsys, "a.txt")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt"], "请用 -o 给出基线文件，例如：gklint baseline reports/ -o 基线.json"),
        (["-o", "b.json"], NO_PATHS),
        (["a.txt", "-o", "no/b.json"], "无法写入 no/b.json：没有这个文件夹"),
        (["a.txt", "-o", "folder"], "无法写入 folder：这是文件夹，不是文件"),
        (["x.txt", "-o", "b.json"], "找不到文件或文件夹：x.txt"),
    ],
)
def test_a_baseline_that_cannot_be_written_says_why(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    (tmp_path / "folder").mkdir()

    assert 2 == baseline(*arguments)
    assert ("", f"gklint: {message}\n") == capsys.readouterr()


def test_of_files_with_the_same_name_only_the_known_one_is_in_the_baseline(tmp_path: Path) -> None:
    for name in "AB":
        (tmp_path / name).mkdir()
        (tmp_path / name / "gklint.toml").touch()  # from here fingerprints name files
    (tmp_path / "A/a.txt").write_text(NO_CONTACT, "utf-8")
    (tmp_path / "B/a.txt").write_text(CLEAN, "utf-8")
    assert 0 == main(["baseline", "A", "B", "-o", "base.json"])
    assert 0 == main(["check", "A", "B", "--baseline", "base.json"])

    (tmp_path / "B/a.txt").write_text(NO_CONTACT, "utf-8")

    assert 0 == main(["check", "A", "--baseline", "base.json"])
    assert 1 == main(["check", "A", "B", "--baseline", "base.json"])


def test_a_baseline_holds_wherever_gklint_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/a.txt").write_text(NO_CONTACT, "utf-8")
    assert 0 == main(["baseline", "reports", "-o", "base.json"])
    monkeypatch.chdir(tmp_path / "reports")

    assert 0 == main(["check", ".", "--baseline", "../base.json"])
    assert 0 == main(["check", str(tmp_path), "--baseline", str(tmp_path / "base.json")])
