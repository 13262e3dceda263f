"""``--format html`` in a real browser: clicks, keys, filters, print, without a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gklint.findings.report import Report
from gklint.text.source import Source
from tests.support.browsing import needs_chromium, violations
from tests.support.checking import linter
from tests.support.rendering import rendered
from tests.support.sample import CLEAN, WRONG_COUNT, WRONG_SUM

pytestmark = [pytest.mark.slow, needs_chromium]

WRONG = WRONG_SUM.replace("新收政府信息公开申请5件", "新收政府信息公开申请八件")


def checked(text: str, name: str) -> Report:
    return linter().check(Source(text, name))


@pytest.fixture(name="single")
def fixture_single(tmp_path: Path) -> str:
    """The address of a page of one report, with two wrong sums and a wrong sentence."""
    path = tmp_path / "a.html"
    path.write_text(rendered("html", [checked(WRONG, "年报.txt")]), "utf-8")
    return path.as_uri()


@pytest.fixture(name="several")
def fixture_several(tmp_path: Path) -> str:
    texts = {"甲.txt": WRONG, "乙.txt": CLEAN, "丙.txt": WRONG_COUNT, "丁.txt": "值班表"}
    reports = [checked(text, name) for name, text in texts.items()]
    path = tmp_path / "b.html"
    path.write_text(rendered("html", reports, others=["戊.zip"]), "utf-8")
    return path.as_uri()


def outlined(page: Page, kind: str) -> list[str]:
    """The words of the cells that are outlined."""
    return [text.strip() for text in page.locator(f".table .{kind}").all_inner_texts()]


def test_a_click_on_a_finding_outlines_its_cells(page: Page, single: str) -> None:
    page.goto(single)
    page.get_by_text("GK303").click()

    assert ["5✗\n应为 3"] == outlined(page, "own")
    assert ["2", "1", "0", "0", "0", "0"] == outlined(page, "part")
    expect(page.locator(".table .own")).to_be_in_viewport()


def test_a_click_on_a_cell_shows_the_sums_that_it_takes_part_in(page: Page, single: str) -> None:
    page.goto(single)
    page.locator("tr", has_text="（二）部分公开").locator("td").first.click()
    panel = page.locator(".panel:visible")

    expect(panel.locator("li")).to_have_count(2)
    expect(panel).to_contain_text("成立")
    assert ["1"] == outlined(page, "own")
    row, column = 6, 21  # the others of both
    assert row + column == len(outlined(page, "part"))


def test_arrow_keys_go_from_cell_to_cell_and_escape_leaves(page: Page, single: str) -> None:
    page.goto(single)
    cell = page.locator("tr", has_text="（二）部分公开").locator("td").first
    cell.click()
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)

    assert ["2"] == outlined(page, "own")
    page.keyboard.press("Escape")
    assert [] == outlined(page, "own")
    expect(page.locator(".panel:visible")).to_have_count(0)


def test_the_keyboard_alone_leads_from_a_finding_to_its_cell(page: Page, single: str) -> None:
    page.goto(single)
    link = page.locator(".finding", has_text="GK303").locator("a.place")
    for _ in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")

    expect(page.locator(".table .own")).to_be_in_viewport()
    assert ["5✗\n应为 3"] == outlined(page, "own")


def test_a_mark_in_the_text_leads_to_its_finding(page: Page, single: str) -> None:
    page.goto(single)
    page.locator("a.mark", has_text="八件").click()

    expect(page.locator(".finding.on")).to_contain_text("GK402")
    expect(page.locator(".finding.on")).to_be_in_viewport()


def test_a_level_can_be_left_out(page: Page, single: str) -> None:
    page.goto(single)
    page.get_by_label("错误 2").uncheck()

    visible = page.locator(".finding:visible")
    expect(visible).to_have_count(1)
    expect(visible).to_contain_text("GK402")


def test_without_a_script_all_is_there_and_links_lead_on(chromium: Browser, single: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(single)
    page.locator(".finding", has_text="GK303").locator("a.place").click()

    expect(page.locator(":target")).to_contain_text("5")
    expect(page.locator(":target")).to_be_in_viewport()
    page.get_by_label("错误 2").uncheck()
    expect(page.locator(".finding:visible")).to_have_count(1)
    context.close()


def test_an_overview_leads_to_each_report_and_back(page: Page, several: str) -> None:
    page.goto(several)
    page.locator("nav a", has_text="丙.txt").click()
    expect(page.locator("h2", has_text="丙.txt")).to_be_in_viewport()
    page.go_back()

    expect(page.locator("nav")).to_be_in_viewport()
    expect(page.locator("nav tbody tr")).to_have_count(5)


@pytest.mark.parametrize("slower", [8, 14])
def test_who_goes_back_at_once_is_back(page: Page, several: str, slower: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(several)
    page.locator("nav a", has_text="丙.txt").click()
    page.evaluate("history.back()")
    page.wait_for_timeout(1000)  # by then nothing moves any more

    expect(page.locator("nav")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_a_window(page: Page, single: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(single)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing(chromium: Browser, single: str, several: str) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    for address in (single, several):
        page.goto(address)
        assert [] == violations(page)
    page.locator(".table td").nth(30).click()
    assert [] == violations(page)
    context.close()


def test_it_prints_on_a4(page: Page, single: str) -> None:
    page.goto(single)
    page.emulate_media(media="print")

    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
    expect(page.locator("fieldset")).to_be_hidden()
    assert 0 == page.locator(".table table").evaluate_all(
        "tables => tables.filter(each => each.offsetWidth > each.parentElement.offsetWidth).length"
    )
