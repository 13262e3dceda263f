"""Reports in web pages, as governments publish them."""

from __future__ import annotations

from pathlib import Path

import pytest

import gklint
from tests.support.needs import needs_published_reports
from tests.support.paths import SHARED
from tests.support.sources import page

# -- the report in the page --------------------------------------------------------------------


def site(article: str) -> str:
    return f"""<!DOCTYPE html><html><head><title>年报</title></head><body>
<div class="top"><ul><li>首页<li>联系我们</ul><table><tr><td>XX</td></tr></table></div>
<div class="main"><div class="crumb">当前位置：首页&gt;政府信息公开年报</div>
<div class="box"><h1>青石县水务局2023年政府信息公开工作年度报告</h1>
<div class="info">发布时间：2024-01-22 浏览次数：12</div>
<div class="art">{article}</div>
<div class="share">分享到：微信 【打印本页】</div></div></div>
<div class="footer"><p>主办单位：青石县人民政府 联系电话：0571-1</p><p>ICP备05001234号</p></div>
</body></html>"""


def sample_article() -> str:
    """The sample report below its title, rows as rows."""
    from gklint.docs import sample_text

    parts: list[str] = []
    for line in sample_text().split("\n")[1:]:
        if "|" in line:
            cells = "".join(f"<td>{cell.strip()}</td>" for cell in line.rstrip("| ").split("|"))
            parts.append(f"<table><tr>{cells}</tr></table>")
        elif line:
            parts.append(f"<p>{line}</p>")
    return "\n".join(parts)


def test_navigation_and_footer_are_left_out_and_the_title_is_found_above(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(site(sample_article()), "utf-8")
    report = gklint.check(path)

    assert ("青石县水务局", 2023) == (report.agency, report.year)
    assert [] == [(found.code, found.message) for found in report.diagnostics]


def test_a_telephone_number_in_the_footer_is_no_contact_of_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    contact = next(line for line in sample_article().split("\n") if "电话" in line)
    path.write_text(site(sample_article().replace(contact, "")), "utf-8")

    assert ["GK501"] == [found.code for found in gklint.check(path).diagnostics]


def test_what_was_copied_into_the_article_itself_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(site(sample_article() + "\n<p>扫一扫在手机上查看</p>"), "utf-8")
    (found,) = gklint.check(path).diagnostics

    assert "GK705" == found.code


def test_a_page_with_several_headings_in_one_paragraph_is_read() -> None:
    text = page("<p><b>一、总体情况</b><br>全年公开。<br>二、主动公开政府信息情况</p>").text

    assert ["一、总体情况", "全年公开。", "二、主动公开政府信息情况", ""] == text.split("\n")


@needs_published_reports
@pytest.mark.parametrize("name", ["haitan-2025", "jinjing-2025", "qu-2025", "zrzy-2023"])
def test_a_published_page_has_the_findings_of_its_text(name: str) -> None:
    layouts = SHARED / "reports" / "layouts"
    from_page = gklint.check(layouts / f"pingtan-{name}.html.html").diagnostics
    from_text = gklint.check(layouts / f"pingtan-{name}.tab.txt").diagnostics

    assert [(found.code, found.cell) for found in from_text] == [
        (found.code, found.cell) for found in from_page
    ]


def test_navigation_above_the_title_is_no_part_of_the_name_of_the_agency(tmp_path: Path) -> None:
    """Nor are rows of metadata, and none of it is reported."""
    beside = (
        "<ul><li>政府信息公开年报<li>依申请公开</ul>"
        "<table><tr><td>索引号<td>QS-3</tr><tr><td>发布机构<td>县水务局</tr></table>"
    )
    path = tmp_path / "a.html"
    path.write_text(site(sample_article()).replace("<h1>", beside + "<h1>"), "utf-8")
    report = gklint.check(path)

    assert "青石县水务局" == report.agency
    assert [] == [found.code for found in report.diagnostics]


# -- as pages of governments have it ---------------------------------------------------------


def codes(tmp_path: Path, html: str) -> list[str]:
    path = tmp_path / "a.html"
    path.write_text(html, "utf-8")
    return [found.code for found in gklint.check(path).diagnostics]


@pytest.mark.parametrize(
    "style", ["overflow: hidden", "visibility: hidden; opacity: 0", "overflow-x:auto"]
)
def test_an_element_that_hides_only_what_is_too_long_is_read(tmp_path: Path, style: str) -> None:
    page = site(sample_article()).replace('<div class="art">', f'<div class="art" style="{style}">')

    assert [] == codes(tmp_path, page)


def test_a_report_that_only_a_script_would_show_is_read(tmp_path: Path) -> None:
    hidden = site(sample_article()).replace('"art"', '"art" style="display:none"')

    assert [] == codes(tmp_path, hidden)


def test_a_remark_of_a_table_leaves_its_rows_as_they_are(tmp_path: Path) -> None:
    note = "备注：本表数据由各股室汇总。" + "统计口径与上年一致。" * 9
    rows = "<tr><td>行政规范性文件</td><td>2</td><td>1</td><td>12</td></tr>"
    lone = f"<table>{rows}</table>"
    article = sample_article()
    assert lone in article
    page = site(article.replace(lone, f"<table>{rows}<tr><td colspan=4>{note}</td></tr></table>"))

    assert [] == codes(tmp_path, page)


def test_a_page_number_between_the_parts_of_a_table_is_no_value(tmp_path: Path) -> None:
    row = next(line for line in sample_article().split("\n") if "保护第三方" in line)

    assert [] == codes(tmp_path, site(sample_article().replace(row, f"{row}<p>3</p>")))


def test_the_numbers_of_a_list_with_chinese_numerals_are_read() -> None:
    html = '<ol start="2" style="list-style-type: cjk-ideographic"><li>主动公开<li>申请</ol>'

    assert "二、主动公开\n三、申请\n" == page(html).text


@pytest.mark.parametrize(
    "heading",
    [
        "<div>一、</div><div>总体情况</div>",
        "<table><tr><td>一、</td><td>总体情况</td></tr></table>",
    ],
)
def test_a_heading_may_have_its_number_apart(tmp_path: Path, heading: str) -> None:
    article = sample_article()
    assert "<p>一、总体情况</p>" in article

    assert [] == codes(tmp_path, site(article.replace("<p>一、总体情况</p>", heading)))


def test_preformatted_text_keeps_its_lines_and_tabs() -> None:
    assert "一\t二\n 三\n" == page("<pre>一\t二\n 三</pre>").text


def test_a_quoted_attribute_may_hold_a_tag() -> None:
    assert "一\n" == page("<p title=\"a<b>c\" onclick='if(a<b)x()'>一</p>").text


def test_a_share_bar_within_the_article_is_set_apart_by_its_element(tmp_path: Path) -> None:
    bar = "<div><span>分享到：微信</span><p>打印本页</p></div>"

    assert [] == codes(tmp_path, site(sample_article() + bar))
    assert ["GK705"] == codes(tmp_path, site(sample_article() + "<p>打印本页</p>"))
