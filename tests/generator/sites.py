"""What stands around the article on the page of a government site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from random import Random

T = TypeVar("T")
Chrome = tuple[str, str, str]
"""Opening markup, text, closing markup."""

_SCRIPT = """<script type="text/javascript">
var title = "首页 > 政务公开"; document.write("<div>一、总体情况</div>");
</script>"""
_STYLE = "<style>.nav a{color:#333} td{border:1px solid #000;text-align:center}</style>"
_BEFORE: tuple[tuple[Chrome, ...], ...] = (
    (
        ('<div class="nav"><a href="/">', "首页", "</a>"),
        ('<a href="/zwgk/">', "政务公开", "</a></div>"),
    ),
    (
        ('<ul class="years"><li><a href="#">', "2020年度报告", "</a></li>"),
        ("<li><a href='#'>", "2019年度报告", "</a></li></ul>"),
    ),
    (("<div>", "您当前所在的位置：首页 > 政务公开 > 法定主动公开内容", "</div>"),),
    (('<div class="tools">', "字体：[大 中 小]  打印  关闭", "</div>"),),
    (("<!-- <table><tr><td>二、主动公开政府信息情况</td></tr></table> -->", "", ""),),
    (('<p class="info"><span>', "来源：办公室  浏览次数：218次", "</span></p>"),),
)
_AFTER: tuple[tuple[Chrome, ...], ...] = (
    (('<div class="bdsharebuttonbox">', "分享到：", "</div>"),),
    (("<p>", "扫一扫在手机上查看当前页面", "</p>"),),
    (('<div class="page"><p>', "上一篇：没有了", "</p>"), ("<p>", "下一篇：没有了", "</p></div>")),
    (("<p>", "上一篇：县林业局2020年政府信息公开工作年度报告", "</p>"),),
    (('<select><option value="#">', "友情链接", "</option></select>"),),
    (
        ('<div class="footer"><p>', "主办单位：县人民政府办公室  承办：县大数据中心", "</p>"),
        ("<p>", "某ICP备00000000号-1  网站标识码：0000000000", "</p></div>"),
    ),
    ((_SCRIPT, "", ""),),
)
_ARTICLES = (
    ("<div>", "</div>"),
    ('<div id="zoom"><div class="TRS_Editor">', "</div></div>"),
    ('<!--ZJEG_RSS.content.begin--><div class="content">', "</div><!--ZJEG_RSS.content.end-->"),
    ('<table width="980" align="center"><tr><td>', "</td></tr></table>"),
    (
        '<table><tbody><tr><td width="200"><ul><li>机构职能</li></ul></td><td>',
        "</td></tr></tbody></table>",
    ),
)


@dataclass(frozen=True)
class Site:
    """The lines of the head, a heading of its own, blocks before and after the article, metadata,
    markup around the article.
    """

    head: tuple[str, ...]
    heading: str
    before: tuple[Chrome, ...]
    after: tuple[Chrome, ...]
    facts: tuple[tuple[str, str, str, str], ...]
    opening: str
    closing: str


def draw_site(title: tuple[str, ...], rng: Random) -> Site:
    """Any site; it repeats the title of the report now and then."""
    whole = "".join(title)
    named = whole and rng.random() < 0.5
    page_title = f"<title>{whole}</title>" if named else "<title>政务公开</title>"
    opening, closing = rng.choice(_ARTICLES)
    head = (_STYLE, _SCRIPT, '<meta name="SiteName" content="政务公开网">')
    return Site(
        (page_title, *_some(head, rng)),
        whole if named and rng.random() < 0.4 else "",
        tuple(chrome for group in _some(_BEFORE, rng) for chrome in group),
        tuple(chrome for group in _some(_AFTER, rng) for chrome in group),
        _facts(whole if named else "", rng) if rng.random() < 0.5 else (),
        opening,
        closing,
    )


def _some(pool: tuple[T, ...], rng: Random) -> tuple[T, ...]:
    """Some of the pool, in its order."""
    return tuple(each for each in pool if rng.random() < 0.6)


def _facts(title: str, rng: Random) -> tuple[tuple[str, str, str, str], ...]:
    rows = [
        ("索引号", f"YL-2030-{rng.randint(100, 999)}", "主题分类", "政务公开"),
        ("发布机构", "政务公开办公室", "发文日期", ""),
    ]
    if title:
        rows.append(("名称", title, "文号", "无"))
    return tuple(rows)
