"""What a check of a text imports: nothing that only another format or command needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.docs import sample_text
from gklint.render import RENDERERS
from tests.support.running import python

HEAVY = (
    *("lxml", "pdfplumber", "pypdfium2", "openpyxl", "PIL", "rich", "docx", "xml.etree"),
    *("pygls", "lsprotocol", "asyncio", "watchfiles", "shtab", "tomllib"),
    *("yaml", "lark", "gklint.lsp", "zipfile", "importlib.resources", "difflib", "shutil"),
    *("dataclasses", "inspect"),
    *("rapidfuzz", "rensa", "xlsxwriter", "gklint.checks.texts", "gklint.text.likeness"),
    *("regex", "gklint.text.bounded"),
    *("cv2", "numpy", "onnxruntime", "rapidocr", "gklint.formats.scan", "gklint.checks.settling"),
)
_RUN = """
import sys
from gklint.cli import main
main(["check", sys.argv[1]])
print(*sorted(sys.modules), file=sys.stderr)
"""


def imported(path: Path, cache: Path | None = None) -> set[str]:
    """The modules that are loaded after a check."""
    more = {"GKLINT_CACHE_DIR": str(cache), "GKLINT_NO_CACHE": ""} if cache else {}
    return {*python("-c", _RUN, str(path), folder=None, **more).err.split()}


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


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_an_unchanged_file_needs_no_more_than_its_bytes(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("<p>一、总体情况</p>", "utf-8")
    first, second = (imported(path, tmp_path / "cache") for _ in range(2))

    assert {"gklint.linter", "gklint.findings.report"} <= first
    assert set() == second & {
        *("gklint.linter", "gklint.findings.report", "gklint.ruleset.loading", "gklint.model"),
        *("gklint.parse", "gklint.checks", "gklint.form", "gklint.text", "gklint.formats.reading"),
        *("concurrent", "multiprocessing"),
    }


def loaded_by(statement: str) -> set[str]:
    """The modules that are loaded after a statement."""
    return {*python("-c", f"import sys; {statement}; print(*sys.modules)").out.split()}


@pytest.mark.parametrize("name", [*RENDERERS, "statistics", "diff"])
def test_a_renderer_loads_nothing_that_reads_or_parses(name: str) -> None:
    loaded = loaded_by(f"import gklint.render.{name}")

    assert f"gklint.render.{name}" in loaded
    assert set() == loaded & {"gklint.parse", "gklint.formats", "gklint.checks", "lark", "lxml"}


def test_the_package_by_itself_loads_nothing_of_its_own() -> None:
    assert {"gklint", "gklint.version"} == {
        name for name in loaded_by("import gklint") if name.startswith("gklint")
    }


def test_what_the_package_names_is_there() -> None:
    import gklint

    assert [] == [name for name in gklint.__all__ if not hasattr(gklint, name)]
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        gklint.lint  # noqa: B018 (that it is looked for is the test)
