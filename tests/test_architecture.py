"""The direction of imports, as CONTRIBUTING.md draws it."""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from tests.helpers import ROOT

DRAWN = re.search(
    r"A module imports only from the lines above its own:\n\n```\n(.*?)```",
    (ROOT / "CONTRIBUTING.md").read_text("utf-8"),
    re.DOTALL,
)
ROWS = [line.split() for line in DRAWN[1].splitlines()] if DRAWN else []
LEVEL = {name: level for level, row in enumerate(ROWS) for name in row}
TOP = (
    *("gklint", "grammar", "rules", "tests", "examples", "docs", "pyproject.toml"),
    *("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *(".ci", ".gitattributes", ".gitignore", ".pre-commit-hooks.yaml"),
)
MODULES = sorted((ROOT / "gklint").rglob("*.py"))


def unit(parts: tuple[str, ...]) -> str:
    """``checks`` of gklint/checks/cells.py, ``layout`` of gklint/layout.py."""
    return parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_the_lines_above_its_own(path: object) -> None:
    parts = path.relative_to(ROOT / "gklint").parts  # type: ignore[attr-defined]
    own = unit(parts)
    if own in ("__init__", "__main__"):
        return
    tree = ast.parse(path.read_text("utf-8"))  # type: ignore[attr-defined]
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "gklint":
                imported |= {name.name for name in node.names} & {*LEVEL}
            elif node.module.startswith("gklint."):
                imported.add(node.module.split(".")[1])

    wrong = sorted(name for name in imported - {own} if LEVEL[name] >= LEVEL[own])

    assert [] == wrong


def test_every_module_is_drawn() -> None:
    units = {unit(path.relative_to(ROOT / "gklint").parts) for path in MODULES}

    assert units - {"__init__", "__main__"} == {*LEVEL}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs a git checkout")
def test_nothing_else_stands_at_the_top() -> None:
    listing = ["git", "-c", "safe.directory=*", "ls-files"]
    listed = subprocess.run(listing, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    tops = {name.partition("/")[0] for name in listed.stdout.decode().splitlines()}

    assert {*TOP} == tops
