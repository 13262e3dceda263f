"""What a machine must have for a test."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from gklint.formats import convert
from tests.support.paths import ROOT, SHARED

needs_office = pytest.mark.skipif(
    convert.office() is None, reason="LibreOffice, which converts, is not installed"
)
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")
needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may do this"
)
needs_full_disk = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="the system has no /dev/full"
)
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
needs_checkout = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs a git checkout")
needs_published_reports = pytest.mark.skipif(
    not SHARED.is_dir(), reason="published reports lie beside a checkout only"
)
