"""Files of several producers that lie beside a checkout."""

from __future__ import annotations

import pytest

from gklint.errors import UnreadableFileError
from gklint.extras import is_installed
from gklint.formats.limits import DEFAULT
from gklint.formats.reading import read
from tests.support.needs import needs_published_reports
from tests.support.paths import SHARED

pytestmark = needs_published_reports
FILES = SHARED / "ofd"
TITLE = "云岭县2024年政府信息公开工作年度报告\n"
TABLE = "项目\t自然人\t企业\t总计\n新收申请\t3\t5\t8\n结转申请\t\t2\t2\n办理总数\t3\t7\t10\n"
BODY = "三、存在的主要问题。\n"
BEGINNINGS = {
    "folders-in-chinese": "你好呀，OFD Reader&Writer！\n",
    "iofd-document": "测试符路桥区卫生局文件\n路卫发〔2011〕76号\n",
    "namespace-without-year": "你好呀，OFD Reader&Writer！\n",
    "ofdrw-one-line": "你好呀，OFD Reader&Writer！\n",
    "page-block": "你好呀，OFD Reader&Writer！\n",
    "ruled-form-glyphs": "XX市政府文件处理\n来文文号\n府办专督〔2020〕24号\n",
    "suwell-maker-tables": "11.4字型变换\n名称\t类型\t说明\t可选/必选\nCodePosition\txs:int\t",
    "two-pages": "拿来主义\n鲁迅\n",
    "small/base": TITLE + TABLE + BODY,
    "small/defaultns": TITLE + TABLE + BODY,
    "small/hidden": TITLE + TABLE + BODY,
    "small/rowobject": TITLE + TABLE,
    "small/newline": TITLE + TABLE,
    "small/fewer": TITLE + TABLE + "2024年共收到申请128件\n128\n",
    "small/gctm": f"{TITLE}云岭县人民政府信息公开工作\n2024年共收到申请128件\n123456\n1234\n",
    "small/pagesabs": "11\n22\n33\n",
    "small/template7": "云岭县2024年报告\n"
    + TABLE
    + "续表\n"
    + TABLE.replace("\t8\n", "\t9\n").replace("2\t2\n", "2\t2\n"),
    "small/private": TITLE + TABLE.replace("10\n", "1\ufffd\n"),
    "small/narrow": "新收\t3\t5\t\t8\n办结\t12\t5\t\t17\n",
    "small/writer-easyofd-text": TITLE + TABLE,
}
REFUSED = {
    "outlines-only": "outlines",
    "small/writer-pdf2ofd": "outlines",
    "small/writer-easyofd-pictures": "scanned",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_file_of_a_producer_is_read(name: str) -> None:
    assert read(FILES / f"{name}.ofd").text.startswith(BEGINNINGS[name])


def test_lines_with_too_few_steps_keep_all_characters() -> None:
    assert 26 == len(read(FILES / "wps-text.ofd").text)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_shows_text_without_having_any_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(FILES / f"{name}.ofd", DEFAULT.reading(scans=False))

    assert REFUSED[name] == caught.value.reason


@pytest.mark.skipif(not is_installed("scan"), reason="reading scans needs gklint[scan]")
def test_the_pictures_of_a_producer_are_read() -> None:
    recognition = read(FILES / "small/writer-easyofd-pictures.ofd").recognition

    assert recognition is not None
    assert 2 == recognition.pages


def test_a_template_page_has_lines_that_lean() -> None:
    assert 4 == len(read(FILES / "template-page-lines.ofd").rows)
