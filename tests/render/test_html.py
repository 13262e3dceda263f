"""``--format html``: a page of reports, read without a browser."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html
from lxml.html import HtmlElement

from gklint.findings.report import Report
from gklint.formats.limits import DEFAULT
from gklint.formats.reading import read
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from tests.generator.broken import Broken
from tests.generator.strategies import broken_cases
from tests.support.checking import linter
from tests.support.diagnostics import HOSTILE, finding, report
from tests.support.paths import ROOT
from tests.support.rendering import rendered
from tests.support.sample import CLEAN, WRONG_COUNT, WRONG_SUM, changed

EXAMPLES = sorted(
    path
    for path in (ROOT / "examples").iterdir()
    if path.suffix in (".txt", ".md", ".html", ".docx", ".pdf")
)
_USUAL = 250 * 1024  # bytes
_CHINESE = re.compile(r"[\u4e00-\u9fff]{4,}")


def checked(text: str, path: str = "年报.txt") -> Report:
    return linter().check(Source(text, path))


def page(*reports: Report, others: Sequence[str] = (), lang: str = "zh") -> HtmlElement:
    return html.document_fromstring(rendered("html", reports, others=others, lang=lang))


def page_of(text: str) -> HtmlElement:
    return page(checked(text))


def classes(element: HtmlElement) -> set[str]:
    return {*element.get("class", "").split()}


def cell_below(document: HtmlElement, label: str, number: int) -> HtmlElement:
    """A number of a row, from 0."""
    (head,) = [each for each in document.iter("th") if (each.text or "").startswith(label)]
    return head.getparent().findall("td")[number]


def words(element: HtmlElement) -> str:
    return re.sub(r"\s+", "", str(element.text_content()))


# -- cells ---------------------------------------------------------------------------------------


def test_a_wrong_cell_is_told_by_class_and_sign_and_leads_to_the_finding() -> None:
    document = page_of(WRONG_SUM)
    cell = cell_below(document, "（一）予以公开", 6)

    assert {"error", "suspect"} <= classes(cell)
    assert "5✗应为3" == words(cell)
    (link,) = cell.iter("a")
    assert "GK303" == document.get_element_by_id(link.get("href")[1:]).findtext(".//code")


def test_where_one_of_several_cells_is_wrong_each_says_what_it_may_be() -> None:
    numbers = "\n1 | 0 | 0 | 0 | 1 |"
    document = page_of(changed((numbers, "\n1 | 0 | 0 | 0 | 2 |")))
    possible = document.find_class("possible")

    assert ["1可能应为2", *["0可能应为1"] * 3, "2✗可能应为1"] == [*map(words, possible)]
    assert [] == document.find_class("suspect")


def test_a_finding_leads_to_its_cell_and_shows_the_sum() -> None:
    document = page_of(WRONG_SUM)
    first = document.find_class("finding")[0]
    (place,) = first.find_class("place")

    assert words(cell_below(document, "（一）予以公开", 6)) == words(
        document.get_element_by_id(place.get("href")[1:])
    )
    assert (
        "自然人 2 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 3 ≠ 总计 5"
        == first.find_class("arithmetic")[0].text
    )
    assert 7 == len(first.get("data-c").split())


def test_a_blank_an_unread_and_a_missing_cell_say_so() -> None:
    row = "1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    document = page_of(
        changed(
            (row, "1.信访举报投诉类申请 | | l | 0 | 0 | 0 | 0 | 0 |"),
            ("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n", ""),
        )
    )

    blank, unread = (cell_below(document, "1.信访举报投诉类申请", each) for each in (0, 1))
    missing = cell_below(document, "2.重复申请", 3)
    assert "空" in words(blank)
    assert "不是数字" in words(unread)
    assert "缺这行" in words(missing)
    assert all("blank" in classes(each) for each in (blank, unread, missing))


def test_a_cell_at_which_nothing_can_be_decided_says_so() -> None:
    text = changed(("（七）总计 | 4 |", "（七）总计 | / |"))
    cell = cell_below(page_of(text), "（七）总计", 0)

    assert {"blank", "unclear"} <= classes(cell)
    assert "无法判断" in words(cell)


def test_a_row_whose_cells_cannot_be_told_apart_stands_there_as_it_is() -> None:
    row = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
    cell = cell_below(page_of(changed((row, "2.重复申请 | 0 | 0 | 0 |"))), "2.重复申请", 0)

    assert ("7", {"unclear"}) == (cell.get("colspan"), classes(cell))
    assert "0│0│0这一行分不清各格" == words(cell)


def test_the_sums_of_a_table_stand_below_it_the_broken_first() -> None:
    document = page_of(WRONG_SUM)
    details = document.find_class("sums")[1]
    items = details.findall(".//li")

    assert details.findtext("summary") == f"勾稽关系 {len(items)} 个：不成立 2，无法判断 0"
    assert ["broken"] * 2 + ["whole"] * (len(items) - 2) == [each.get("class") for each in items]
    assert items[0].text.startswith("总计：（一）予以公开 5 +")
    assert items[0].text.endswith("：不成立，相差 2")


def test_each_sum_names_cells_of_the_page() -> None:
    document = page_of(CLEAN)
    sums = [each for details in document.find_class("sums") for each in details.iter("li")]

    assert sums
    for each in sums:
        for token in each.get("data-c").split():
            assert "td" == document.get_element_by_id(f"r0c{token}").tag


# -- text ----------------------------------------------------------------------------------------


def test_a_sentence_is_marked_where_it_stands_and_leads_to_the_finding() -> None:
    document = page_of(WRONG_COUNT)
    (mark,) = document.find_class("mark")

    assert ("八件", "mark warning") == (mark.text, mark.get("class"))
    finding_ = document.get_element_by_id(mark.get("href")[1:])
    assert "GK402" == finding_.findtext(".//code")
    (place,) = finding_.find_class("place")
    assert mark.getprevious() is document.get_element_by_id(place.get("href")[1:])


def test_what_is_missing_has_a_sign_in_the_table_as_it_stands_in_the_file() -> None:
    document = page_of(changed(("行政许可 | 36 |", "行政许可 | |")))
    (mark,) = document.find_class("mark")

    assert ("!", "pre") == (mark.text, mark.getparent().tag)
    assert "GK206" == document.get_element_by_id(mark.get("href")[1:]).findtext(".//code")


def test_findings_stand_by_sections_in_the_order_of_the_form() -> None:
    document = page(
        checked(WRONG_SUM.replace("新收政府信息公开申请5件", "新收政府信息公开申请八件"))
    )
    found = document.find_class("found")[0]

    assert ["一、总体情况", "三、收到和处理政府信息公开申请情况"] == [
        each.text for each in found.findall("h4")
    ]


def test_a_clean_report_says_that_nothing_was_found() -> None:
    document = page_of(CLEAN)

    assert ["没有发现问题。"] == [each.text for each in document.find_class("clean")]
    assert [] == document.find_class("finding")


# -- any report ----------------------------------------------------------------------------------


def assert_whole(found: Report) -> None:
    """Its links lead somewhere, its names are its own, and all of its words are there."""
    document = page(found)
    names = Counter(each.get("id") for each in document.iter() if each.get("id"))
    links = {each.get("href")[1:] for each in document.iter("a")}
    assert set() == links - names.keys()
    assert 1 == max(names.values())
    if found.document is not None:
        shown = words(document)
        assert [] == [each for each in _CHINESE.findall(found.source.text) if each not in shown]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_page_of_an_example_is_whole_and_small(path: Path) -> None:
    found = linter().check(read(path, DEFAULT))

    assert_whole(found)
    assert len(rendered("html", [found]).encode()) < _USUAL


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(broken_cases(noisy=True))
def test_the_page_of_any_report_is_whole(case: Broken) -> None:
    assert_whole(checked(case.text))


# -- several files -------------------------------------------------------------------------------


def test_several_files_have_an_overview_that_leads_to_each() -> None:
    reports = [checked(WRONG_SUM, "甲.txt"), checked(CLEAN, "乙.txt"), checked("值班表", "丙.txt")]
    document = page(*reports, others=("丁.zip",))
    _, *rows = [[words(cell) for cell in row] for row in document.find(".//nav").iter("tr")]

    assert [
        ["甲.txt", "青石县水务局", "2023", "2", "0", "0", "0"],
        ["乙.txt", "青石县水务局", "2023", "0", "0", "0", "0"],
        ["丙.txt", "", "", "1", "0", "0", "0"],
        ["丁.zip", "没有检查：gklint读不了这种类型的文件"],
    ] == rows
    links = [each.get("href")[1:] for each in document.find(".//nav").iter("a")]
    assert ["甲.txt", "乙.txt", "丙.txt"] == [
        words(document.get_element_by_id(each)) for each in links
    ]


def test_a_single_file_has_no_overview_to_look_at() -> None:
    assert "single" == page_of(CLEAN).find("body").get("class")


def test_a_file_named_twice_has_two_places() -> None:
    document = page(checked(CLEAN), checked(CLEAN))
    names = [each.get("aria-labelledby") for each in document.iter("article")]

    assert 2 == len({*names})


def test_it_speaks_english() -> None:
    english = Linter(load_rules(), lang="en")
    document = page(english.check(Source(WRONG_SUM, "a.txt")), lang="en")

    assert ("en", "Checked reports") == (document.get("lang"), document.findtext(".//title"))
    assert "5✗shouldbe3" == words(cell_below(document, "（一）予以公开", 6))


# -- safety --------------------------------------------------------------------------------------


def test_the_page_forbids_all_but_its_own_style_and_script() -> None:
    document = page_of(CLEAN)
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))

    assert "'none'" == parts["default-src"]
    for name in ("style", "script"):
        text = next(document.iter(name)).text
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" == parts[f"{name}-src"]


def test_the_page_asks_for_no_other_file() -> None:
    text = rendered("html", [checked(WRONG_SUM)])

    assert [] == re.findall(r"""(?:src|href)=["'](?!#)|url\(|@import|https?:""", text)


@pytest.mark.parametrize("hostile", [*HOSTILE, "<script>alert(1)</script><img src=x onerror=y>"])
def test_no_text_of_a_file_becomes_markup(hostile: str) -> None:
    found = checked(WRONG_COUNT.replace("定期清理失效文件", f"定期清理{hostile}文件"), hostile)
    document = page(found, report(f"{hostile}.txt", finding(hostile)))
    tags = Counter(each.tag for each in document.iter() if isinstance(each.tag, str))

    assert (1, 0) == (tags["script"], tags["img"])
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", document.text_content())


@pytest.mark.parametrize("odd", ["\v", "\x7f", "\u202e", "\ufffe", "\uffff"])
def test_no_character_that_cannot_be_shown_stands_anywhere_in_the_page(odd: str) -> None:
    text = changed(("（一）予以公开 | 2 |", f"（一）予以公开 | 甲{odd}乙 |"))
    found = checked(text.replace("定期清理", f"定期{odd}清理"), f"年报{odd}.txt")
    shown = rendered("html", [found, report(f"乙{odd}.txt", finding(odd))])

    assert re.search('title="[^"]*甲 乙', shown)
    assert odd not in shown
