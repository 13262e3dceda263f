"""Tests of recognition need what gklint[scan] installs."""

from __future__ import annotations

import pytest

from gklint.extras import EXTRAS

for _module in EXTRAS["scan"].modules:
    pytest.importorskip(_module, reason="reading scans needs gklint[scan]")
