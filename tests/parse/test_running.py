"""Lines in which labels and numbers were run together."""

from __future__ import annotations

from pathlib import Path

from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import page_of, shown_text, tokens_of


@snippets("running")
def test_what_a_crawler_ran_together_is_cut(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)


def test_digits_run_together_stand_in_no_column() -> None:
    text = "二、主动公开政府信息情况\n规章123行政许可75\n"
    _, regulations, licences = tokens_of(page_of(text).lines)

    assert ((-1, -1, -1), (-1,)) == (tuple(regulations.columns), tuple(licences.columns))
    assert ["1", "2", "3"] == [cell.text for cell in regulations.cells]
