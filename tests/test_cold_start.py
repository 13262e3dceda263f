"""What a check of a text imports: nothing that only another format or command needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gklint.docs import sample_text
from tests.helpers import ROOT

HEAVY = (
    *("lxml", "pdfplumber", "pdfminer", "openpyxl", "PIL", "rich", "docx", "xml.etree"),
    *("pygls", "lsprotocol", "asyncio", "watchfiles", "shtab", "tomllib"),
    *("yaml", "lark", "gklint.lsp", "zipfile", "importlib.resources", "difflib"),
)
_RUN = """
import sys
from gklint.cli import main
main(["check", sys.argv[1]])
print(*sorted(sys.modules), file=sys.stderr)
"""


def imported(path: Path) -> set[str]:
    """The modules that are loaded after a check."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("module", HEAVY)
def test_a_text_is_checked_without(module: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(sample_text(), "utf-8")

    assert module not in imported(path)


@pytest.mark.parametrize("module", ["gklint.formats.docx", "gklint.extract", "gklint.run.annotate"])
def test_a_page_is_checked_without(module: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>一、总体情况</p>", "utf-8")
    loaded = imported(path)

    assert "gklint.formats.html" in loaded
    assert module not in loaded
