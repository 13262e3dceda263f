"""Rows that the format marks, taken at a stroke: the same as those that are read one by one."""

from __future__ import annotations

from random import Random

import pytest

from gklint.formats.reading import take
from gklint.model.document import Document
from gklint.parse import marked as marked_rows
from gklint.parse.layout import lay_out
from gklint.parse.marked import put_in_blocks
from gklint.parse.report import parse
from gklint.text.source import Row, Source, Span
from tests.generator import DEFECTS, FORMATS
from tests.generator.strategies import broken_file, clean_file
from tests.support.tokens import form, normal_of

DISCLOSURE, REQUESTS, DISPUTES = 20, 40, 19  # labels of each table, with its header


def blocks(source: Source) -> list[int]:
    """How many labels each block has."""
    lines = lay_out(source, normal_of(source.text)).lines
    return [len(line.found) for line in put_in_blocks(lines, form().wordings) if line.found]


def models(source: Source, monkeypatch: pytest.MonkeyPatch) -> tuple[Document, Document]:
    """What is made of a file with and without blocks."""
    in_blocks = parse(source, form())
    with monkeypatch.context() as patch:
        patch.setattr(marked_rows, "put_in_blocks", lambda lines, _: lines)
        return in_blocks, parse(source, form())


@pytest.mark.slow
@pytest.mark.parametrize("suffix", FORMATS)
def test_clean_files_of_any_format_are_read_the_same(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(6):
        data = clean_file(seed, suffix, noisy=seed % 2 == 0).printed.data
        in_blocks, row_by_row = models(take(data, f"a.{suffix}"), monkeypatch)
        assert row_by_row == in_blocks, seed


@pytest.mark.parametrize("defect", sorted(DEFECTS))
def test_damaged_files_are_read_the_same(defect: str, monkeypatch: pytest.MonkeyPatch) -> None:
    suffix = Random(defect).choice(FORMATS)
    data = broken_file(3, defect, suffix).printed.data
    in_blocks, row_by_row = models(take(data, f"a.{suffix}"), monkeypatch)

    assert row_by_row == in_blocks


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_each_table_of_a_clean_file_is_a_block(suffix: str) -> None:
    data = clean_file(0, suffix, noisy=False).printed.data

    assert [DISCLOSURE, REQUESTS, DISPUTES] == blocks(take(data, f"a.{suffix}"))


RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
WIDE = [
    ["行政复议", "", "", "", "", "行政诉讼"],
    [*RESULTS, "未经复议直接起诉", "", "", "", "", "复议后起诉"],
    ["", "", "", "", "", *RESULTS, *RESULTS],
    [str(number) for number in range(15)],
]


def test_a_wide_table_ends_with_its_line_of_values() -> None:
    assert [DISPUTES] == blocks(marked(WIDE))


@pytest.mark.parametrize(
    "rows",
    [
        [*WIDE[:3], WIDE[3][:14]],
        [*WIDE[:3], [*WIDE[3], "15"]],
        [*WIDE, ["15"]],
        [*WIDE[:3], ["无", *WIDE[3][1:]]],
        [*WIDE[:3], ["", ""], WIDE[3]],
        WIDE[:3],
        [WIDE[0], *WIDE[2:]],
    ],
)
def test_anything_odd_leaves_a_table_to_the_readers_of_rows(rows: list[list[str]]) -> None:
    assert [] == blocks(marked(rows))


def marked(rows: list[list[str]]) -> Source:
    """A text of rows that are marked as such."""
    text, found = "", []
    for cells in rows:
        start, spans = len(text), []
        for cell in cells:
            spans.append(Span(len(text), len(text) + len(cell)))
            text += f"{cell}\t"
        found.append(Row(Span(start, len(text)), tuple(spans), tuple(range(len(cells)))))
        text += "\n"
    return Source(text, "a.html", tuple(found))
