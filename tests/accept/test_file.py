"""Accept files: findings accepted with a reason, for files that cannot hold a comment."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from gklint.accept.file import Item, extended, read_accept_file
from gklint.cli import main
from gklint.errors import ConfigError, UsageError
from gklint.findings.diagnostics import Acceptance
from tests.support.running import as_json, codes
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, replace_once, write

pytestmark = pytest.mark.usefixtures("here")


HEAD = "# 经审核接受的检查结果，由 gklint accept 写入。改正后请删去相应的一条。\n"
SARIF = ("--format", "sarif=s")
ENTRY = Item("a.txt", "GK501", "0123456789abcdef", Acceptance("file", "好"))


def accept(*arguments: str) -> int:
    return main(["accept", *arguments])


def told(file: str, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Line, code and message of what is said of a file."""
    document = as_json(capsys, *arguments)
    found = [each for each in document["files"] if each["path"] == file]
    return [
        f"{each['range']['start']['line']} {each['code']} {each['message']}"
        for file in found
        for each in file["diagnostics"]
    ]


# -- gklint accept -----------------------------------------------------------------------------


def test_what_is_accepted_is_written_once_and_counts_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--code", "GK501", "--reason", "总机在封面", "--accept", "ok.toml"]

    assert 0 == accept(*given, "--until", "2099-12-31")
    assert (
        "a.txt：接受 GK501：全文没有联系方式。请在开头或末尾写明，例如“联系电话：区号-号码”。\n"
        "ok.toml：写入 1 条。\n"
    ) == capsys.readouterr().out
    (entry,) = read_accept_file(Path("ok.toml")).entries
    text = Path("ok.toml").read_text("utf-8")
    assert (
        f'{HEAD}\n[[accept]]\nfile = "a.txt"\ncode = "GK501"\n'
        f'fingerprint = "{entry.fingerprint}"\nreason = "总机在封面"\nuntil = 2099-12-31\n'
    ) == text
    assert 1 == accept(*given)
    assert (
        "a.txt：没有 GK501 的问题，或者已经接受。\n没有可以接受的结果，ok.toml 没有改动。\n"
    ) == capsys.readouterr().out
    assert text == Path("ok.toml").read_text("utf-8")
    assert (1, 0) == (main(["check", "a.txt"]), main(["check", "a.txt", "--accept", "ok.toml"]))


def test_only_the_finding_of_one_cell_is_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=WRONG_SUM)
    given = ["a.txt", "--code", "GK303", "--reason", "好", "--accept", "ok.toml", "--cell"]

    assert (1, 0) == (accept(*given, "denied.total"), accept(*given, "granted.total"))
    capsys.readouterr()
    assert ["GK302"] == codes(as_json(capsys, "a.txt", "--accept", "ok.toml"))


@pytest.mark.parametrize(
    "before",
    [
        b'# x\n[[accept]]\nfile = "b"\ncode = "GK501"\nfingerprint = "1"\nreason = "r" # x',
        b"\xef\xbb\xbf# mine\r\n",
        b"accept = []  # none",
        b"\n  \n",
    ],
)
def test_what_stands_in_an_accept_file_is_kept(before: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ok.toml"
    path.write_bytes(before)
    if b"[]" in before:
        with pytest.raises(ConfigError, match=r"^ok\.toml：后面加不上新的一条；请把每一条都写成"):
            extended(path, [ENTRY])
        return
    after = extended(path, [ENTRY])
    path.write_bytes(after)

    assert after.startswith(before)
    assert ENTRY == read_accept_file(path).entries[-1]
    assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in before else 0)


@pytest.mark.parametrize(
    "text",
    ["\"引\"'号'", "C:\\新\\x", "一\n二\r\t三", "𠮷🙂", "\x00\x1f\x7f\x85\u2028", "a # b = [c]"],
)
def test_any_text_is_written_so_that_it_is_read_back(text: str, tmp_path: Path) -> None:
    path = tmp_path / "ok.toml"
    entry = Item(
        f"甲{text}.docx", "GK501", "1", Acceptance("file", f"因{text}故", date(2030, 1, 2))
    )
    path.write_bytes(extended(path, [entry, ENTRY]))

    assert (entry, ENTRY) == read_accept_file(path).entries


def test_a_name_that_toml_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="接受文件记不下这样的文件名或理由"):
        extended(tmp_path / "ok.toml", [ENTRY._replace(file="\udcff.txt")])


def test_files_are_named_from_the_folder_of_the_accept_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "年报").mkdir()
    (tmp_path / "设置").mkdir()
    write(tmp_path / "年报", a=NO_CONTACT)
    Path("gklint.toml").write_text('accept = "设置/ok.toml"\n', "utf-8")

    assert 0 == accept("年报/a.txt", "--code", "GK501", "--reason", "好")
    (entry,) = read_accept_file(Path("设置/ok.toml")).entries
    assert "../年报/a.txt" == entry.file
    assert 0 == main(["check", "年报"])
    monkeypatch.chdir("年报")
    assert 0 == main(["check", "./a.txt"])
    assert 0 == main(["check", str(tmp_path / "年报" / "a.txt")])


def test_each_report_is_accepted_in_the_file_of_its_own_configuration(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, a=NO_CONTACT)
        (tmp_path / name / "gklint.toml").write_text('accept = "ok.toml"\n', "utf-8")

    assert 0 == accept(".", "--code", "GK501", "--reason", "好")
    for name in ("甲", "乙"):
        (entry,) = read_accept_file(tmp_path / name / "ok.toml").entries
        assert "a.txt" == entry.file
    assert 0 == main(["check", "."])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "请用 --accept 给出接受文件，例如：--accept gklint-accept.toml"),
        (["--accept", "ok.toml", "--reason", "  "], "--reason 不能是空的：接受一个结果要写明理由"),
        (["--accept", "ok.toml", "--code", "GK3"], "没有规则“GK3”；gklint rule 列出全部规则"),
        (["--accept", "no/ok.toml"], "无法写入 no/ok.toml：没有这个文件夹"),
        (
            ["--accept", "ok.toml", "--until", "20301231"],
            "选项 --until: 应为日期，如 2026-12-31，现为“20301231”"
            "（gklint accept --help 列出全部选项）",
        ),
    ],
)
def test_what_cannot_be_accepted_is_one_line_and_writes_nothing(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)

    assert 2 == accept("a.txt", "--code", "GK501", "--reason", "好", *arguments)
    assert f"gklint: {message}\n" == capsys.readouterr().err
    assert not Path("ok.toml").exists()


def test_a_rule_set_may_forbid_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--accept", "ok.toml"]
    accept(*given, "--code", "GK501", "--reason", "好")
    Path("local.yaml").write_text("not_acceptable: [GK501]\n", "utf-8")
    local = ["--rules", "local.yaml"]
    capsys.readouterr()

    assert 1 == accept(*given, "--code", "GK501", "--reason", "好", *local)
    said = capsys.readouterr().out
    assert "a.txt：没有接受 GK501：规则集规定 GK501 不能接受。" == said.split("\n")[0]
    assert ["GK501"] == [line.split()[1] for line in told("a.txt", capsys, *given, *local)]
    assert ["3 GK007 GK501 按规则集的规定不能接受，请改正问题，并删去这条接受说明。"] == told(
        "ok.toml", capsys, *given, *local
    )


def test_a_rule_may_forbid_it_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=NO_CONTACT)
    Path("local.yaml").write_text("rules: [{code: GK501, acceptable: false}]\n", "utf-8")
    given = ["a.txt", "--accept", "ok.toml", "--code", "GK501", "--reason", "好"]

    assert 1 == accept(*given, "--rules", "local.yaml")
    assert "没有接受 GK501" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a="\x00\x01\x02", b=NO_CONTACT)

    assert 3 == accept(".", "--code", "GK501", "--reason", "好", "--accept", "ok.toml")
    done = capsys.readouterr()
    assert "ok.toml：写入 1 条。\n" in done.out
    assert done.err.startswith("a.txt: GK001 无法检查这个文件：")


# -- what is said of the entries -----------------------------------------------------------------


def accepting(*entries: str) -> None:
    """Write an accept file of entries for GK501 of a.txt, each changed by what it says."""
    given = ["a.txt", "--code", "GK501", "--reason", "好", "--accept", "all.toml"]
    write(Path(), a=NO_CONTACT)
    assert 0 == accept(*given)
    entry = Path("all.toml").read_text("utf-8").removeprefix(HEAD)
    texts = []
    for changes in entries:
        text = entry
        for line in filter(None, changes.split("; ")):
            key = line.split(" = ")[0]
            old = next((each for each in text.split("\n") if each.startswith(f"{key} = ")), None)
            text = replace_once(text, old, line) if old else f"{text}{line}\n"
        texts.append(text)
    Path("all.toml").write_text("".join(texts), "utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    return told("all.toml", capsys, *arguments, "--accept", "all.toml")


def test_an_entry_that_is_used_is_not_spoken_of(capsys: pytest.CaptureFixture[str]) -> None:
    accepting("")

    assert [] == said(capsys, "a.txt")
    assert [] == codes(as_json(capsys, "a.txt", "--accept", "all.toml"))


def test_an_idle_entry_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    accepting("", 'code = "GK502"', 'fingerprint = "ffff"')

    assert [
        "8 GK005 这一条接受“a.txt”里的 GK502，但那里没有这个问题（可能已经改好，或换了位置）。"
        "请删去这一条；仍要接受的，用 gklint accept 重新接受。",
        "14 GK005 这一条接受“a.txt”里的 GK501，但那里没有这个问题（可能已经改好，或换了位置）。"
        "请删去这一条；仍要接受的，用 gklint accept 重新接受。",
    ] == said(capsys, ".")


def test_what_was_not_looked_for_is_not_idle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, b=CLEAN, c="\x00\x01\x02", d="王某\n")
    accepting('code = "GK502"', 'file = "c.txt"', 'file = "d.txt"', 'file = "./d.txt"')

    assert [] == said(capsys, "b.txt")
    assert [] == said(capsys, ".", "--select", "GK501")
    assert [] == said(capsys, ".", "--ignore", "GK502")
    assert 1 == len(said(capsys, "a.txt"))


def test_an_entry_for_a_file_that_is_gone_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    accepting("", 'file = "旧/b.docx"')

    assert [
        "8 GK005 这里接受的是“旧/b.docx”里的 GK501，但这个文件已经没有了。"
        "请删去这一条；文件只是改了名的，用 gklint accept 重新接受。"
    ] == said(capsys, "a.txt")


def test_an_entry_of_an_unknown_code_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    accepting('code = "GK5O1"', 'code = "标题"')

    assert [
        "2 GK007 接受说明里的“GK5O1”不是规则代码，是否想写 GK501？",
        "8 GK007 接受说明里的“标题”不是规则代码；gklint rule 列出全部规则。",
    ] == said(capsys, "a.txt")


def test_an_entry_holds_on_its_last_day_and_not_after_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    accepting("until = 2020-02-29")

    assert [
        "2 GK006 对 GK501 的接受到 2020-02-29 为止，现已过期，不再有效。"
        "请改正问题，并删去这条接受说明；确需继续接受的，写明新的理由和日期。"
    ] == said(capsys, "a.txt")
    assert ["GK501", "GK006"] == codes(as_json(capsys, "a.txt", "--accept", "all.toml"))
    accepting(f"until = {date.max}")
    assert [] == said(capsys, "a.txt")


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_entries_for_a_finding_the_one_that_holds_counts(
    turn: int, capsys: pytest.CaptureFixture[str]
) -> None:
    accepting(*["until = 2020-02-29", 'reason = "新"'][::turn])

    assert ["GK006"] == [line.split()[1] for line in said(capsys, "a.txt")]
    assert ["GK006"] == codes(as_json(capsys, "a.txt", "--accept", "all.toml"))


def test_findings_about_entries_can_be_selected_and_fail_a_run(tmp_path: Path) -> None:
    accepting('code = "GK502"')
    write(tmp_path, a=CLEAN)
    given = ["check", "a.txt", "--accept", "all.toml"]

    assert 0 == main(given)
    assert 1 == main([*given, "--fail-on", "warning"])
    assert 0 == main([*given, "--fail-on", "warning", "--ignore", "GK0"])
    assert 1 == main([*given, "--severity", "GK005=error"])


def test_what_is_wrong_with_an_accept_file_is_shown_as_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepting('file = "b.txt"')
    write(tmp_path, a=CLEAN)
    capsys.readouterr()
    main(
        ["check", "a.txt", "--accept", "all.toml", "--format", "text", "--format", "lsp=l", *SARIF]
    )
    text = capsys.readouterr().out
    lsp = json.loads(Path("l").read_text("utf-8"))
    (run,) = json.loads(Path("s").read_text("utf-8"))["runs"]
    (result,) = run["results"]

    assert "all.toml:2:1 警告 GK005 这里接受的是“b.txt”里的 GK501，" in text
    assert "    2 │ [[accept]]\n" in text
    assert [(tmp_path / name).as_uri() for name in ("a.txt", "all.toml")] == [
        each["uri"] for each in lsp
    ]
    assert [1] == [each["range"]["start"]["line"] for each in lsp[1]["diagnostics"]]
    place = result["locations"][0]["physicalLocation"]
    assert ("all.toml", 2) == (place["artifactLocation"]["uri"], place["region"]["startLine"])


def test_the_accept_file_of_the_command_line_takes_the_place_of_the_configured_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    accepting("")
    Path("gklint.toml").write_text('accept = "all.toml"\n', "utf-8")
    Path("none.toml").write_text("", "utf-8")
    capsys.readouterr()

    assert [] == codes(as_json(capsys, "a.txt"))
    assert ["GK501"] == codes(as_json(capsys, "a.txt", "--accept", "none.toml"))
    assert ["GK501"] == codes(as_json(capsys, "a.txt", "--isolated"))


def test_many_reports_in_several_processes_obey_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"r{number:02}" for number in range(30)]
    write(tmp_path, **dict.fromkeys(names, NO_CONTACT))
    given = [".", "--jobs", "2", "--accept", "ok.toml"]

    assert 0 == accept(".", "--code", "GK501", "--reason", "好", "--accept", "ok.toml")
    capsys.readouterr()
    document = as_json(capsys, *given)
    assert [30, 0] == [document["summary"]["files"], document["summary"]["error"]]
    assert [{"by": "file", "reason": "好", "until": None}] * 30 == [
        each["accepted"] for file in document["files"] for each in file["accepted"]
    ]


def test_a_local_rule_is_known_where_its_rule_set_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever configuration comes first."""
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, a=WRONG_COUNT)
        (tmp_path / name / "gklint.toml").write_text('accept = "../ok.toml"\n', "utf-8")
    Path("乙/gklint.toml").write_text('accept = "../ok.toml"\nrules = ["l.yaml"]\n', "utf-8")
    Path("乙/l.yaml").write_text(
        "rules:\n- {code: LX101, name: local, severity: error, check: pattern,\n"
        "   finds: {zh: 甲, en: a}, basis: {grade: I, source: x, zh: 甲, en: a},\n"
        "   message: {zh: 甲, en: a},\n"
        "   options: {patterns: ['政府信息公开工作年度报告']}}\n",
        "utf-8",
    )
    accept("乙", "--code", "LX101", "--reason", "好")
    capsys.readouterr()

    for paths in (["甲", "乙"], ["乙", "甲"], ["甲"]):
        assert [] == told("ok.toml", capsys, *paths)


# -- what is no accept file ------------------------------------------------------------------------

GOOD = '[[accept]]\nfile = "a"\ncode = "GK501"\nfingerprint = "1"\nreason = "好"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"{GOOD}until = 明年\n",
            "ok.toml:6: TOML 语法有误：值写得不对（文字要加引号，列表要有“]”）",
        ),
        (
            f'{GOOD}until = "2030-01-01"\n',
            "ok.toml:6: accept.until：应为日期，不加引号，例如 2026-12-31",
        ),
        (f"{GOOD}until = 2030-01-01T00:00:00\n", "ok.toml:6: accept.until：应为日期，不加引号，"),
        (f'{GOOD}raeson = "好"\n', "ok.toml:6: accept.raeson：不认识“raeson”；是否想写 reason？"),
        (GOOD.replace('reason = "好"\n', ""), "ok.toml:1: accept：缺少“reason”（要加引号的文字）"),
        (GOOD.replace('"好"', '"  "'), "ok.toml:5: accept.reason：缺少“reason”（要加引号的文字）"),
        (GOOD.replace('"GK501"', "501"), "ok.toml:3: accept.code：缺少“code”（要加引号的文字）"),
        (GOOD.replace("[[accept]]", "[accept]"), "ok.toml:1: accept：每一条应以“[[accept]]”开头"),
        ("accept = [1]\n", "ok.toml:1: accept：每一条应以“[[accept]]”开头"),
        (
            GOOD.replace("[[accept]]", "[[accepts]]"),
            "ok.toml:1: accepts：不认识“accepts”；是否想写 accept？",
        ),
    ],
)
def test_what_is_no_accept_file_is_refused_with_its_line(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    Path("ok.toml").write_text(text, "utf-8")

    assert 2 == main(["check", "a.txt", "--accept", "ok.toml"])
    done = capsys.readouterr()
    assert ("", True) == (done.out, done.err.startswith(f"gklint: {message}")), done.err


def test_a_missing_accept_file_is_an_error_of_a_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    Path("gklint.toml").write_text('accept = "ok.toml"\n', "utf-8")

    assert 2 == main(["check", "a.txt"])
    assert (
        "gklint: gklint.toml:1: accept：ok.toml：找不到这个接受文件；gklint accept 可以生成一个\n"
        == capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--code", "GK304"], "a.txt：没有 GK304 的问题，或者已经接受。"),
        (
            ["--code", "GK303", "--cell", "granted.totals"],
            "a.txt：这一格没有 GK303 的问题；--cell 可以写 granted.total。",
        ),
    ],
)
def test_why_nothing_is_accepted_is_said(
    given: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=WRONG_SUM)

    assert 1 == main(["accept", "a.txt", *given, "--reason", "好", "--accept", "ok.toml"])
    nothing = "没有可以接受的结果，ok.toml 没有改动。"
    assert f"{said}\n{nothing}\n" == capsys.readouterr().out


def test_a_day_that_is_past_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--code", "GK501", "--accept", "ok.toml"]

    assert 2 == main(["accept", *given, "--reason", "好", "--until", "2024-12-31"])
    said = "gklint: --until 2024-12-31：这一天已经过去，接受不会起作用\n"
    assert ("", said) == capsys.readouterr()
    assert not Path("ok.toml").exists()


@pytest.mark.parametrize("reason", ["", "  ", "……", "。"])
def test_a_reason_says_something(
    reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--code", "GK501", "--accept", "ok.toml", "--reason", reason]

    assert 2 == main(["accept", *given])
    assert "gklint: --reason 不能是空的：接受一个结果要写明理由\n" == capsys.readouterr().err
