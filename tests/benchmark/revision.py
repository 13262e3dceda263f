"""The code of another revision, to compare with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.support.paths import ROOT

_RUN = "import sys; sys.path[0] = sys.argv.pop(1); from gklint.cli import main; sys.exit(main())"


def unpack(revision: str, folder: Path) -> Path:
    """The files of a revision."""
    archive = ["git", "archive", revision]
    made = subprocess.run(archive, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    folder.mkdir()
    subprocess.run(["tar", "x", "-C", str(folder)], input=made.stdout, check=True)
    return folder


def with_code(code: Path, arguments: Sequence[str]) -> list[str]:
    """A command of gklint by the code of a checkout, without what earlier ones left."""
    return ["env", "GKLINT_NO_CACHE=1", sys.executable, "-c", _RUN, str(code), *arguments]
