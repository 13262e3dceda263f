"""Which files the hooks of ``.pre-commit-hooks.yaml`` take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from gklint.formats.sniff import KINDS
from tests.support.paths import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
SETTINGS = ("toml", "yaml", "yml", "json")


@pytest.fixture
def hooks() -> dict[str, Any]:
    if not MANIFEST.exists():
        pytest.skip("needs the whole checkout")
    return {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text("utf-8"))}


def taken(hook: Mapping[str, str], name: str) -> bool:
    """Whether pre-commit runs the hook for a file of this name."""
    return bool(re.search(hook["files"], name)) and not re.search(hook["exclude"], name)


def test_the_suffixes_are_those_that_gklint_reads(hooks: dict[str, Any]) -> None:
    suffixes = [suffix[1:] for suffix in KINDS]

    assert rf"(?i)\.({'|'.join(suffixes)})$" == hooks["gklint"]["files"]
    assert rf"(?i)\.({'|'.join([*suffixes, *SETTINGS])})$" == hooks["gklint-all"]["files"]


@pytest.mark.parametrize(
    "name",
    [
        "青石县水务局2023年年报.docx",
        "年报/2023/水务局.DOC",
        "notices.txt",
        "2023-readme.txt",
        "README.docx",
        "requirements.docx",
        "政府信息公开年报.使用说明.md",
        "news2023.html",
    ],
)
def test_a_report_is_checked(name: str, hooks: dict[str, Any]) -> None:
    assert taken(hooks["gklint"], name)
    assert taken(hooks["gklint-all"], name)


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "年报/README.zh-CN.md",
        "Readme_en.txt",
        "CHANGELOG.md",
        "LICENSE.txt",
        "LICENSE-MIT.txt",
        "LICENSES.md",
        "CONTRIBUTING.markdown",
        "CODE_OF_CONDUCT.md",
        "requirements.txt",
        "requirements-dev.txt",
        "tools/requirements/dev.txt",
        "CMakeLists.txt",
        "site/robots.txt",
        "使用说明.txt",
        ".github/pull_request_template.md",
        "年报/~$青石县水务局.docx",
        "年报/.~青石县水务局.docx",
        "LICENSE",
        "图.png",
    ],
)
def test_what_is_no_report_is_left_alone(name: str, hooks: dict[str, Any]) -> None:
    assert not taken(hooks["gklint"], name)
    assert not taken(hooks["gklint-all"], name)


@pytest.mark.parametrize("name", ["gklint.toml", "pyproject.toml", "规则/local.yaml", "accept.yml"])
def test_all_reports_are_checked_when_the_settings_change(name: str, hooks: dict[str, Any]) -> None:
    assert not taken(hooks["gklint"], name)
    assert taken(hooks["gklint-all"], name)
