"""``gklint web`` in a real browser: drop, folder, progress, downloads, back, without a script."""

from __future__ import annotations

import base64
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import needs_chromium, violations
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, WRONG_SUM, last_year, write

pytestmark = [pytest.mark.slow, needs_chromium]

DOCX = ROOT / "examples/unbalanced.docx"
_DROP = """([area, files]) => {
  const transfer = new DataTransfer();
  for (const [name, data] of files) {
    const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  const event = { dataTransfer: transfer, bubbles: true, cancelable: true };
  for (const kind of ["dragover", "drop"]) {
    document.querySelector(area).dispatchEvent(new DragEvent(kind, event));
  }
}"""


def drop(page: Page, area: str, *paths: Path) -> None:
    """Drop files on an area of the page."""
    files = [[path.name, base64.b64encode(path.read_bytes()).decode()] for path in paths]
    page.evaluate(_DROP, [area, files])


def names(page: Page) -> list[str]:
    return page.locator("tbody th").all_inner_texts()


def test_a_word_file_that_is_dropped_comes_back_with_what_is_wrong(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(address)
    drop(page, "#reports", DOCX)
    expect(page.locator(".finding")).to_have_count(5)
    page.get_by_text("GK303").click()
    expect(page.locator(".table .own")).to_be_in_viewport()

    with page.expect_download() as download:
        page.get_by_role("link", name="带批注的 Word").click()
    assert "unbalanced-批注.docx" == download.value.suggested_filename
    download.value.save_as(tmp_path / "a.docx")
    with ZipFile(tmp_path / "a.docx") as package:
        assert "GK303" in package.read("word/comments.xml").decode()


def test_many_files_are_listed_and_going_back_finds_them_again(
    page: Page, address: str, tmp_path: Path
) -> None:
    write(tmp_path, 甲=WRONG_SUM, 乙=CLEAN)
    page.goto(address)
    drop(page, "#reports", tmp_path / "甲.txt", tmp_path / "乙.txt", DOCX)
    page.wait_for_url("**/trays/*")

    assert ["unbalanced.docx", "乙.txt", "甲.txt"] == names(page)
    page.get_by_role("link", name="甲.txt").click()
    expect(page.locator(".finding")).to_have_count(2)
    page.go_back()
    assert ["unbalanced.docx", "乙.txt", "甲.txt"] == names(page)


def test_a_folder_is_taken_with_the_folders_in_it(page: Page, address: str, tmp_path: Path) -> None:
    folder = tmp_path / "全县"
    (folder / "乡镇").mkdir(parents=True)
    write(folder, 甲=CLEAN)
    write(folder / "乡镇", 乙=CLEAN)
    (folder / ".hidden").write_bytes(b"")
    page.goto(address)
    page.set_input_files("input[webkitdirectory][data-for=files]", folder)
    page.wait_for_url("**/trays/*")

    assert ["全县/乡镇/乙.txt", "全县/甲.txt"] == names(page)


def test_last_years_reports_are_compared_with(page: Page, address: str, tmp_path: Path) -> None:
    before = last_year(("四、结转下年度继续办理 | 1 | 0", "四、结转下年度继续办理 | 3 | 0"))
    write(tmp_path, 年报=CLEAN, 去年=before)
    page.goto(address)
    drop(page, "#last-year", tmp_path / "去年.txt")
    expect(page.locator(".chosen")).to_have_text("去年.txt")
    drop(page, "#reports", tmp_path / "年报.txt")

    expect(page.locator(".finding", has_text="GK601").first).to_be_visible()


def test_two_hundred_files_at_once(page: Page, address: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:03}.txt" for number in range(200)]
    for path in paths:
        path.write_text(WRONG_SUM, "utf-8")
    page.goto(address)
    page.set_input_files("input[name=files]", paths)
    expect(page.locator("progress")).to_be_visible()
    page.wait_for_url("**/trays/*", timeout=60_000)

    assert [path.name for path in paths] == names(page)
    expect(page.locator("td.error", has_text="2")).to_have_count(200)


def test_a_broken_file_is_said_and_the_others_go_on(
    page: Page, address: str, tmp_path: Path
) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\3\4 not a Word file")
    write(tmp_path, 甲=CLEAN)
    page.goto(address)
    drop(page, "#reports", tmp_path / "坏.docx", tmp_path / "甲.txt")
    page.wait_for_url("**/trays/*")
    page.get_by_role("link", name="坏.docx").click()

    expect(page.locator("article")).to_contain_text("GK001")


def test_a_server_that_is_gone_is_said_so(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address)
    page.route("**/trays", lambda route: route.abort())
    drop(page, "#reports", DOCX)

    expect(page.get_by_role("alert")).to_contain_text("断了")
    page.close()


def test_the_keyboard_alone_is_enough(page: Page, address: str) -> None:
    page.goto(address)
    field = page.locator("input[name=files]")
    for _ in range(20):
        page.keyboard.press("Tab")
        if field.evaluate("element => element === document.activeElement"):
            break
    expect(field).to_be_focused()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(DOCX)

    expect(page.locator(".finding")).to_have_count(5)


def test_without_a_script_a_form_does_the_same(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    write(tmp_path, 甲=WRONG_SUM, 乙=CLEAN)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.set_input_files("input[name=files]", [tmp_path / "甲.txt", tmp_path / "乙.txt"])
    page.get_by_role("button", name="检查").click()

    assert ["乙.txt", "甲.txt"] == names(page)
    context.close()


def test_english_is_one_click_away(page: Page, address: str) -> None:
    page.goto(address)
    drop(page, "#reports", DOCX)
    expect(page.locator(".finding")).to_have_count(5)
    page.get_by_role("link", name="English").click()

    expect(page.get_by_role("link", name="Word file with comments")).to_be_visible()
    expect(page.locator(".finding").first).to_contain_text("warning")


def test_axe_finds_nothing(chromium: Browser, address: str, tmp_path: Path) -> None:
    write(tmp_path, 甲=WRONG_SUM, 乙=CLEAN)
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    assert [] == violations(page)
    page.set_input_files("input[name=files]", [tmp_path / "甲.txt", tmp_path / "乙.txt"])
    page.wait_for_url("**/trays/*")
    assert [] == violations(page)
    page.get_by_role("link", name="甲.txt").click()
    assert [] == violations(page)
    context.close()


# -- the form to be filled in --------------------------------------------------------------------


def test_totals_follow_and_what_does_not_add_up_turns_red_as_one_types(
    page: Page, address: str
) -> None:
    page.goto(f"{address}zh/form")
    total = page.locator("[name='requests.new.total']")
    for name, number in {"natural_person": "3", "commercial": "1"}.items():
        page.fill(f"[name='requests.new.{name}']", number)
    for name in ("research", "social", "legal", "other"):
        page.fill(f"[name='requests.new.{name}']", "0")
    expect(total).to_have_attribute("placeholder", "4")

    total.fill("5")
    expect(total).to_have_class("error")
    expect(page.get_by_role("status")).to_contain_text("= 4 ≠ 总计 5")
    total.fill("4")
    expect(total).not_to_have_class("error")


def test_cells_of_a_spreadsheet_are_pasted_from_a_field_on(page: Page, address: str) -> None:
    page.goto(f"{address}zh/form")
    page.locator("[name='requests.granted.commercial']").evaluate(
        """(field) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "1\\t2\\n3\\t4\\n");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
        }"""
    )

    assert ["1", "2", "3", "4"] == [
        page.input_value(f"[name='requests.{row}.{column}']")
        for row in ("granted", "partial")
        for column in ("commercial", "research")
    ]


def test_enter_goes_to_the_field_below(page: Page, address: str) -> None:
    page.goto(f"{address}zh/form")
    page.locator("[name='requests.new.total']").press("Enter")

    expect(page.locator("[name='requests.carried_in.total']")).to_be_focused()


def test_the_form_comes_home_as_a_word_file(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}zh/form")
    page.fill("[name=agency]", "青石县水务局")
    page.fill("[name=year]", "2025")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Word").click()

    assert "青石县水务局2025年报.docx" == download.value.suggested_filename
    download.value.save_as(tmp_path / "a.docx")
    with ZipFile(tmp_path / "a.docx") as package:
        assert "六、其他需要报告的事项" in package.read("word/document.xml").decode()


def test_axe_finds_nothing_in_the_form(chromium: Browser, address: str) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}zh/form")
    assert [] == violations(page)
    context.close()
