"""Whatever the files of the user hold: a result, or one line that names the file, and its line."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gklint.cli import main
from tests.support.nested import TomlWriter, as_json, values
from tests.support.sample import NO_CONTACT

pytestmark = pytest.mark.slow

FEW = settings(max_examples=30, deadline=None)
MANY = settings(max_examples=80, deadline=None)
# The file that is written, and how a check is told of it.
RULES = ("a.yaml", "--rules")
CONFIG = ("gklint.toml", "--config")
ACCEPT = ("a.toml", "--accept")
BASELINE = ("a.json", "--baseline")


@pytest.fixture(scope="module", autouse=True)
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("any")
    (folder / "报告.txt").write_text(NO_CONTACT, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("GKLINT_CACHE_DIR", str(folder / "cache"))
        yield


def holds(kind: tuple[str, str], data: bytes) -> None:
    """Check a report with a file that holds this."""
    name, option = kind
    Path(name).write_bytes(data)
    isolated = [] if option == "--config" else ["--isolated"]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["check", "报告.txt", *isolated, option, name])
    assert "GK003" not in out.getvalue()
    if status == 2:
        place = re.fullmatch(rf"gklint: {re.escape(name)}:(\d+)(?::\d+)?: [^\n]+\n", err.getvalue())
        assert place, err.getvalue()
        assert 1 <= int(place[1]) <= len(re.split(b"\r\n|\r|\n", data))
    else:
        assert status in (0, 1)
        assert re.fullmatch(rf"(?:{re.escape(name)}：其中 \d+ 条[^\n]+\n)?", err.getvalue())


@pytest.mark.parametrize("kind", [RULES, CONFIG, ACCEPT, BASELINE], ids=lambda kind: str(kind[0]))
@MANY
@given(data=st.binary(max_size=60))
def test_any_bytes(kind: tuple[str, str], data: bytes) -> None:
    holds(kind, data)


@pytest.mark.parametrize("kind", [RULES, CONFIG, ACCEPT, BASELINE], ids=lambda kind: str(kind[0]))
@MANY
@given(
    data=st.text(
        st.sampled_from(" \n\r\t-:=?,.[]{}#&*!|>'\"%@ab10~<\\：“\u2028\x85\0"), max_size=40
    )
)
def test_any_text(kind: tuple[str, str], data: str) -> None:
    holds(kind, data.encode())


# -- what has the keys that are known --------------------------------------------------------------


def some(known: dict[str, list[Any]], anything: Any) -> Any:
    """Tables of these keys, some with a right value, some with another."""
    kinds = {key: st.one_of(st.sampled_from(right), anything) for key, right in known.items()}
    return st.fixed_dictionaries({}, optional=kinds)


NAMES = st.sampled_from(["a", "GK108", "default", "zh", "table", "0"])
ANYTHING = values(st.none(), st.sampled_from([10**15, "a\0b", "{", "("]), keys=NAMES)
TEXT = {"zh": "甲", "en": "A"}
RULE: dict[str, list[Any]] = {
    "code": ["GK108", "GK203", "GK303", "XX001"],
    "name": ["a"],
    "severity": ["info"],
    "since": ["0.1"],
    "finds": [TEXT],
    "basis": [{**TEXT, "source": "甲", "grade": "I"}],
    "message": [TEXT, {"default": TEXT}, {"doubled": TEXT}],
    "check": ["identity", "deviation", "built-in"],
    "formats": [["2021"]],
    "options": [{"table": "requests", "each": "column", "formula": "new >= carried_out"}],
    "yields_to": [["GK101"]],
    "fix": ["safe"],
    "acceptable": [False],
    "good": [[{"change": {"甲": None}}]],
}
RULE_SET: dict[str, list[Any]] = {
    "extends": ["default", "none"],
    "severity": [{"GK108": "info"}],
    "not_acceptable": [["GK108"]],
    "wordings": [{"accepted": {"DISPUTES": ["甲"]}}, {"variants": {}}],
}
SETTINGS: dict[str, list[Any]] = {
    "select": [["GK3"], []],
    "ignore": [["GK3"]],
    "severity": [{"GK303": "info"}],
    "fail-on": ["never"],
    "rules": [[]],
    "paths": [["."]],
    "exclude": [["*.md"]],
    "respect-gitignore": [False],
    "per-file-rules": [{"a/": {"ignore": ["GK3"]}}],
}
ENTRY: dict[str, list[Any]] = {
    "file": ["报告.txt"],
    "code": ["GK501"],
    "fingerprint": ["0"],
    "reason": ["甲"],
}

ONE = {key: right[0] for key, right in ENTRY.items()}


@FEW
@given(some(RULE_SET, ANYTHING), st.lists(some(RULE, ANYTHING), max_size=2))
def test_any_values_in_a_rule_file(rule_set: Any, rules: Any) -> None:
    holds(RULES, as_json({**rule_set, "rules": rules}).encode())


@FEW
@given(st.sampled_from(sorted(RULE)), ANYTHING)
def test_any_value_in_a_rule(key: str, value: Any) -> None:
    rule = {each: right[0] for each, right in RULE.items()}

    holds(RULES, as_json({"rules": [{**rule, "code": "XX001", key: value}]}).encode())


def in_toml(tables: Any, draw: Callable[[Any], Any]) -> bytes:
    writer = TomlWriter(lambda ways: str(draw(st.sampled_from(ways))))
    writer.table(tables)
    return writer.text.encode()


TOML = values(st.floats(), st.dates(), st.datetimes(), st.just(2**63), keys=NAMES)


@MANY
@given(some(SETTINGS, TOML), st.data())
def test_any_values_in_a_configuration(found: Any, data: st.DataObject) -> None:
    holds(CONFIG, in_toml(found, data.draw))


@MANY
@given(st.one_of(TOML, st.lists(some(ENTRY, TOML), max_size=3)), st.data())
def test_any_values_in_an_accept_file(found: Any, data: st.DataObject) -> None:
    holds(ACCEPT, in_toml({"accept": found}, data.draw))


@MANY
@given(some({"version": [1], "findings": [[ONE]]}, ANYTHING), st.lists(some(ENTRY, ANYTHING)))
def test_any_values_in_a_baseline(found: Any, entries: Any) -> None:
    holds(BASELINE, as_json({"findings": entries, **found}).encode())
