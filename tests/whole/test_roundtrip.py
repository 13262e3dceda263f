"""Generated Word reports with a defect, annotated and opened again (see tests/roundtrip.py)."""

from __future__ import annotations

import pytest

from tests.generator import DEFECTS
from tests.generator.strategies import broken_file
from tests.roundtrip import faults


@pytest.mark.parametrize(("seed", "name"), [*enumerate(sorted(DEFECTS)[::4])])
def test_a_copy_has_exactly_the_findings_as_comments_at_their_places(seed: int, name: str) -> None:
    assert [] == faults(broken_file(seed, name, "docx").printed.data)
