"""What tests of several formats are given."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from gklint.formats import convert
from tests.support.converting import FILTERS, Saved, report, saved_as


@pytest.fixture(scope="session")
def formats(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Saved]:
    """A report as .docx, and as LibreOffice saves it as .doc, .wps, .rtf and .odt."""
    folder = tmp_path_factory.mktemp("报送 2023")
    paths = {suffix: folder / f"年报.{suffix}" for suffix in ("docx", "wps", *FILTERS)}
    paths["docx"].write_bytes(report())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for output in FILTERS.values():
        options = ("--headless", "--convert-to", output, "--outdir", str(folder))
        command = (str(convert.office()), profile, *options, str(paths["docx"]))
        subprocess.run(command, check=True, capture_output=True)
    shutil.copy(paths["doc"], paths["wps"])
    return {suffix: saved_as(path) for suffix, path in paths.items()}
