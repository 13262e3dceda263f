"""What stands where in the repository, and how long it may be."""

from __future__ import annotations

import subprocess

from tests.support.needs import needs_checkout
from tests.support.paths import ROOT

TOP = (
    *("gklint", "grammar", "rules", "tests", "examples", "docs", "pyproject.toml"),
    *("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"),
    *(".ci", ".gitattributes", ".gitignore", ".pre-commit-hooks.yaml", "findings"),
)


@needs_checkout
def test_nothing_else_stands_at_the_top() -> None:
    listing = ["git", "-c", "safe.directory=*", "-c", "core.quotepath=false", "ls-files"]
    listed = subprocess.run(listing, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    tops = {name.partition("/")[0] for name in listed.stdout.decode().splitlines()}

    assert {*TOP} == tops


PACKAGE = ROOT / "gklint"


def test_at_the_top_of_the_package_are_the_stages_and_few_modules() -> None:
    assert len([*PACKAGE.glob("*.py")]) <= 10


def test_a_module_is_read_in_one_go() -> None:
    length = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }

    assert {} == {name: lines for name, lines in length.items() if lines > 350}
