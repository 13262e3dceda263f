"""Whether the numbers of a report are still there, told without gklint's readers."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.generator.document import Document
from tests.interop.numbers import has_all_numbers, rows_of
from tests.interop.sources import SOURCES, document_of

pytestmark = pytest.mark.slow


def document() -> Document:
    return document_of(3, None)


def made(folder: Path, suffix: str, data: bytes) -> Path:
    path = folder / f"made.{suffix}"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", ["page", "plain", "pdf", "ofd"])
def test_a_report_has_all_its_numbers(kind: str, tmp_path: Path) -> None:
    source = SOURCES[kind]
    path = made(tmp_path, source.suffix, source.write(document(), Random(3)))

    assert has_all_numbers(document(), path)


@pytest.mark.parametrize("change", ["row lacks", "numbers glued", "columns in turn"])
def test_what_lacks_numbers_or_has_them_in_another_order_has_not(
    change: str, tmp_path: Path
) -> None:
    rows = [[*row] for row in rows_of(document())]
    widest = max(rows, key=lambda row: (len(row), len({*row})))
    if change == "row lacks":
        rows.remove(widest)
    elif change == "numbers glued":
        widest[:2] = ["".join(widest[:2])]
    else:
        widest.reverse()
    text = "\n".join(" ".join(row) for row in rows)

    assert not has_all_numbers(document(), made(tmp_path, "txt", text.encode()))
