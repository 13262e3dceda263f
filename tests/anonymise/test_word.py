"""Word files anonymised: their text, and all else that such files hold."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from gklint.blank.word import word
from gklint.errors import UsageError
from gklint.ruleset.loading import load_rules
from gklint.words import Message
from tests.support.annotating import sample
from tests.support.anonymising import anonymous, everything_in, findings, text_of
from tests.support.word import DECLARED, change, deleted, p, r, saved

pytestmark = pytest.mark.slow

NAME = "年报.docx"
SECRET = "张三丰"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_body(*blocks: str) -> Document:
    """The sample report with more blocks at its end."""
    made = docx.Document(io.BytesIO(sample()))
    for each in parse_xml(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>"):
        made.element.body.append(each)
    return made


def check(data: bytes, *gone: str) -> str:
    """Anonymise a file in which these words stand; all of what is then in it."""
    made = anonymous(data, NAME).data
    before, after = everything_in(data), everything_in(made)

    for each in gone:
        assert each in before
        assert each not in after
    assert findings(data, NAME) == findings(made, NAME)
    assert len(text_of(data, NAME)) == len(text_of(made, NAME))
    assert docx.Document(io.BytesIO(made)).paragraphs
    return after


def test_the_text_is_replaced_also_where_runs_part_it() -> None:
    after = check(
        saved(with_body(p("联系人：李", r("冰", "<w:b/>"), "冰"))), "青石", "河滨路", "冰"
    )

    assert "县水务局2023年政府信息公开工作年度报告" in after


def test_properties_of_the_document_go() -> None:
    made = docx.Document(io.BytesIO(sample()))
    made.core_properties.author = SECRET
    made.core_properties.title = "青石县水务局年报初稿"
    data = saved(made)

    check(data, SECRET, "初稿")
    assert Message("anonymise.removed-properties", {"count": 2}) in anonymous(data, NAME).removed


def test_comments_go_with_their_marks() -> None:
    made = docx.Document(io.BytesIO(sample()))
    made.add_comment(made.paragraphs[0].runs, "请张三丰核对", author=SECRET, initials="ZSF")

    after = check(saved(made), SECRET, "ZSF", "commentReference", "commentRangeStart")
    assert "核对" not in after


def test_tracked_changes_keep_no_author_and_no_words() -> None:
    changes = deleted("张三丰删去的话"), change("ins", r("我"))
    after = check(saved(with_body(p("原稿", *changes))), SECRET, 'w:author="审核"')

    assert 2 == after.count('w:author="x"')


def test_headers_footers_and_notes_are_replaced() -> None:
    made = docx.Document(io.BytesIO(sample()))
    made.sections[0].header.paragraphs[0].text = "青石县水务局 张三丰"
    made.sections[0].footer.paragraphs[0].text = "张三丰校"

    check(saved(made), SECRET)


def test_links_lead_nowhere() -> None:
    made = docx.Document(io.BytesIO(sample()))
    place = "http://www.qingshi.gov.cn/zhangsanfeng"
    made.part.relate_to(place, f"{OFFICE}/hyperlink", is_external=True)

    assert "https://example.com/" in check(saved(made), "qingshi", "zhangsanfeng")


def test_what_fields_name_is_replaced_and_what_they_do_stays() -> None:
    field = r('<w:instrText> HYPERLINK "http://qingshi.gov.cn/张三丰" \\o "张三丰" </w:instrText>')
    begin, end = (r(f'<w:fldChar w:fldCharType="{each}"/>') for each in ("begin", "end"))

    assert " HYPERLINK " in check(saved(with_body(p(begin, field, end))), SECRET, "qingshi")


def test_pictures_become_a_dot_and_lose_their_description() -> None:
    made = docx.Document(io.BytesIO(sample()))
    dot = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108020000"
        "00907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )
    made.add_picture(io.BytesIO(dot))
    for each in made.element.body.iter("{*}docPr"):
        each.set("descr", "张三丰和局长")
    data = saved(made)
    after = anonymous(data, NAME)

    check(data, SECRET)
    assert Message("anonymise.removed-pictures", {"count": 2}) in after.removed
    with zipfile.ZipFile(io.BytesIO(after.data)) as archive:
        assert dot != archive.read("word/media/image1.png")


def test_names_of_bookmarks_controls_and_styles_are_replaced() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="张三丰填"/><w:tag w:val="zhangsanfeng"/></w:sdtPr>'
        f"<w:sdtContent>{p('另')}</w:sdtContent></w:sdt>"
    )
    mark = '<w:bookmarkStart w:id="7" w:name="张三丰签"/><w:bookmarkEnd w:id="7"/>'
    made = with_body(control, p(mark, "另"))
    made.styles["Normal"].element.name_val = "Normal"
    made.styles.add_style("张三丰正文", 1)

    check(saved(made), SECRET, "zhangsanfeng")


def test_fonts_stay() -> None:
    data = word(load_rules().form, "2021", {}, "青石县水务局", 2025)

    for font in ("方正小标宋简体", "仿宋", "宋体"):
        assert f'w:eastAsia="{font}"' in check(data, "青石")


def test_a_file_that_shows_another_one_is_refused() -> None:
    made = docx.Document(io.BytesIO(sample()))
    page = "<html><body><p>如有疑问，请致电0919-2345678张三丰。</p></body></html>".encode()
    part = Part(PackURI("/word/chunk.html"), "text/html", page, made.part.package)
    key = made.part.relate_to(part, f"{OFFICE}/aFChunk")
    chunk = parse_xml(f'<w:altChunk {DECLARED} xmlns:r="{OFFICE}" r:id="{key}"/>')
    body = made.element.body
    for each in [*body.iter("{*}p")]:
        if "0919" in "".join(each.itertext()):
            each.getparent().remove(each)
    body.insert(1, chunk)

    with pytest.raises(UsageError) as caught:
        anonymous(saved(made), NAME)
    assert "换过文字的文件里检查结果不同（可能嵌有别的文件），所以没有写出：年报.docx" == str(
        caught.value
    )
