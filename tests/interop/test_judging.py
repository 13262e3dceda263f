"""How a converted report is counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from gklint.docs import sample_text
from tests.interop.judging import Row, Said


def test_a_file_that_cannot_be_read_is_told_and_another_finding_is_not(tmp_path: Path) -> None:
    path, row = tmp_path / "a.txt", Row()
    for text in (sample_text(), "0 0 0", sample_text().replace("六、其他", "六、另外")):
        path.write_text(text, "utf-8")
        row.add(None, path, is_whole=True)

    assert (1, 3, 3, 1, 2, 1) == (
        *(row.clean, row.correct),
        *(row.whole, row.read, row.others, row.told),
    )


def test_what_is_not_said_of_a_wrong_report_is_not_told(tmp_path: Path) -> None:
    path, row = tmp_path / "a.txt", Row()
    path.write_text(sample_text(), "utf-8")
    row.add(Counter([Said("GK302", "", "")]), path, is_whole=False)

    assert (0, 1, 0, 1) == (row.found, row.wrong, row.told, row.others)
