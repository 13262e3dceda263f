"""Which linter checks which file: configuration and command line together."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from gklint.accept.file import Item, extended
from gklint.errors import ConfigError, UsageError
from gklint.findings.diagnostics import Acceptance
from gklint.formats.limits import Limits
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.ruleset.selection import Selection
from gklint.ruleset.severity import Severity
from gklint.text.source import Source
from tests.support.folders import configure
from tests.support.sample import NO_CONTACT, write

pytestmark = pytest.mark.usefixtures("here")


def test_options_can_be_sent_to_another_process() -> None:
    options = Options(
        select=("GK3",), severity=(("GK303", Severity.INFO),), limits=Limits(pages=3), lang="en"
    )

    assert options == pickle.loads(pickle.dumps(options))


def test_files_that_the_same_holds_for_share_a_linter() -> None:
    configure('[per-file-rules."旧/"]\nignore = ["GK501"]\n[per-file-rules."b*"]\nignore = []\n')
    project = Project()
    linters = [project.linter(Path(name)) for name in ("a.txt", "新/c.txt", "旧/a.txt", "旧/c.txt")]

    assert linters[0] is linters[1]
    assert linters[2] is linters[3]
    assert linters[0] is not linters[2]
    assert (
        len({id(project.linter(Path(name))) for name in ("b1", "旧/b1")} | {*map(id, linters)}) == 4
    )


def test_entries_for_some_files_add_to_each_other_and_the_command_line_goes_over_them() -> None:
    configure(
        'select = ["GK1"]\nignore = ["GK104"]\n'
        '[per-file-rules."*.txt"]\nselect = ["GK3"]\nignore = ["GK302"]\n'
        '[per-file-rules."a*"]\nignore = ["GK301"]\nseverity = {GK303 = "info", GK305 = "info"}\n'
    )
    given = Options(ignore=("GK305",), severity=(("GK303", Severity.WARNING),))
    severity = {"GK303": Severity.WARNING, "GK305": Severity.INFO}

    assert (
        Selection(("GK3",), ("GK104", "GK302", "GK301", "GK305"), severity)
        == Project(given).linter(Path("a.txt")).selection
    )
    assert ("GK5",) == Project(Options(select=("GK5",))).linter(Path("a.txt")).selection.select
    assert () == Project(Options(select=("GK5",))).linter(Path("a.txt")).selection.ignore


def test_what_is_in_force_is_the_configuration_with_the_command_line_over_it(
    tmp_path: Path,
) -> None:
    configure('rules = ["r.yaml"]\nbaseline = "b.json"\nfail-on = "info"\n')
    given = Options(rules=(Path("s.yaml"),), accept=Path("ok.toml"), fail_on="never")
    project = Project(given)
    force = project.config(Path("a.txt"))

    assert (tmp_path / "r.yaml", Path("s.yaml")) == force.rules
    assert (Path("ok.toml"), tmp_path / "b.json", "never") == (
        force.accept,
        force.baseline,
        force.fail_on,
    )


def test_fingerprints_name_files_from_the_folder_of_the_configuration() -> None:
    configure("", "库")
    report = Project().linter(Path("库/年报/a.txt")).check(Source(NO_CONTACT, "库/年报/a.txt"))
    same = Project(Options(isolated=True)).linter(Path("a.txt"))

    assert report.diagnostics[0].fingerprint == (
        same.check(Source(NO_CONTACT, "年报/a.txt")).diagnostics[0].fingerprint
    )


def test_what_is_accepted_depends_on_the_day(tmp_path: Path) -> None:
    write(tmp_path, a=NO_CONTACT)
    (found,) = Project().linter(Path("a.txt")).check(Source(NO_CONTACT, "a.txt")).diagnostics
    until = Acceptance("file", "好", date(2025, 6, 30))
    item = Item("a.txt", "GK501", found.known_in("a.txt"), until)
    Path("ok.toml").write_bytes(extended(Path("ok.toml"), [item], "zh"))
    for day, codes in ((date(2025, 6, 30), []), (date(2025, 7, 1), ["GK006"])):
        project = Project(Options(accept=Path("ok.toml")), day)
        report = project.linter(Path("a.txt")).check(Source(NO_CONTACT, "a.txt"))
        used = {each.entry for each in report.accepted if each.entry}

        assert len(codes) == len(report.diagnostics)
        remarks = [
            each.code
            for file in project.accept_reports([Path("a.txt")], used)
            for each in file.diagnostics
        ]
        assert codes == remarks


def test_an_accept_file_need_not_exist_where_it_is_to_be_written() -> None:
    given = Options(accept=Path("ok.toml"))
    with pytest.raises(ConfigError, match=r"^ok\.toml：找不到这个接受文件；gklint accept 可以"):
        Project(given).linter(Path("a.txt"))

    project = Project(Options(accept=Path("ok.toml"), writes_lists=True))
    assert () == project.linter(Path("a.txt")).elsewhere.lists


def test_a_wrong_code_is_refused_before_anything_is_checked() -> None:
    with pytest.raises(UsageError, match="没有规则“GK999”"):
        Project(Options(ignore=("GK999",))).linter(Path("a.txt"))


def test_a_baseline_is_not_read_where_none_is_wanted() -> None:
    configure('baseline = "none.json"\n')

    assert not Project(Options(writes_lists=True)).linter(Path("a")).elsewhere.compared
    with pytest.raises(
        ConfigError,
        match=r"^gklint\.toml:1: baseline：none\.json：找不到这个基线文件；gklint baseline 可以",
    ):
        Project().linter(Path("a"))
