"""The parts of a Word file that hold comments."""

from __future__ import annotations

import docx
from docx.enum.style import WD_STYLE_TYPE

from tests.support.annotating import (
    COMMENTS,
    MAIN,
    RELATIONSHIPS,
    STRICT,
    W,
    comment,
    part,
    repacked,
    word,
)
from tests.support.word import saved


def test_the_styles_for_comments_are_used_where_the_document_has_them() -> None:
    document = docx.Document()
    document.add_paragraph("第一段")
    for kind, name, key in (
        (WD_STYLE_TYPE.CHARACTER, "annotation reference", "a5"),
        (WD_STYLE_TYPE.PARAGRAPH, "annotation text", "a6"),
    ):
        document.styles.add_style(name, kind).element.styleId = key

    data = comment(saved(document), "一").data

    mark = '<w:r><w:rPr><w:rStyle w:val="a5"/></w:rPr>'
    assert f'{mark}<w:commentReference w:id="0"/></w:r>' in part(data)
    assert f'<w:p><w:pPr><w:pStyle w:val="a6"/></w:pPr>{mark}<w:annotationRef/></w:r>' in part(
        data, COMMENTS
    )


def test_the_names_are_those_of_the_documents_own_namespace() -> None:
    data = word("第一段")
    data = repacked(data, {MAIN: part(data).replace(W, STRICT)})

    commented = comment(data, "一").data

    assert W not in part(commented) + part(commented, COMMENTS)
    assert f'<w:comments xmlns:w="{STRICT}"><w:comment w:id="0"' in part(commented, COMMENTS)
    assert "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in part(
        commented, RELATIONSHIPS
    )
