"""Generated Word files in which labels and numbers replace others while changes are tracked."""

from __future__ import annotations

import io
from random import Random

from docx import Document
from docx.oxml.ns import qn

from gklint.formats.reading import take
from tests.generator.document import build_document
from tests.generator.strategies import clean_file
from tests.generator.word import write_docx


def test_what_replaces_another_text_is_read_and_the_other_is_not() -> None:
    document = build_document(clean_file(7, "docx", noisy=False).report)
    plain, tracked = (write_docx(document, Random(7), share).data for share in (0.0, 0.5))

    deleted = Document(io.BytesIO(tracked)).element.iter(qn("w:delText"))
    assert sum(1 for _ in deleted) > 50
    assert rows_of(plain) == rows_of(tracked)


def rows_of(data: bytes) -> list[list[str]]:
    """The texts of the cells of each row."""
    source = take(data, "年报.docx")
    return [
        [source.text[start:end] for start, end in row.cells] for row in source.rows if row.cells
    ]
