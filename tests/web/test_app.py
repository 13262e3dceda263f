"""What comes back of files that are dropped."""

from __future__ import annotations

import io
import re
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from lxml import html
from lxml.html import HtmlElement
from openpyxl import load_workbook
from starlette.testclient import TestClient

from gklint.web.workers import Workers
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_SUM, last_year
from tests.support.web import OPTIONS, ORIGIN, TOKEN, client

pytestmark = pytest.mark.slow

DOCX = (ROOT / "examples/unbalanced.docx").read_bytes()


def new(browser: TestClient, lang: str = "zh") -> str:
    """The address of an empty tray."""
    return f"{lang}/trays/{browser.post(f'{lang}/trays').json()['tray']}"


def put(browser: TestClient, tray: str, name: str, data: bytes | str, **more: str) -> object:
    answer = browser.post(
        f"{tray}/files",
        params={"name": name, **more},
        content=data.encode() if isinstance(data, str) else data,
    )
    assert 200 == answer.status_code, answer.text
    return answer.json()


def found_in(page: str) -> list[str]:
    """The codes of the findings on a page of a report."""
    document: HtmlElement = html.document_fromstring(page)
    return [str(each.findtext(".//code")) for each in document.find_class("finding")]


def rows(page: str) -> list[list[str]]:
    document: HtmlElement = html.document_fromstring(page)
    return [
        [re.sub(r"\s+", "", str(cell.text_content())) for cell in row]
        for row in document.xpath("//tbody/tr")
    ]


# -- reports -------------------------------------------------------------------------------------


def test_a_file_comes_back_as_the_page_of_its_report(browser: TestClient) -> None:
    tray = new(browser)

    assert {"number": 0, "problem": None} == put(browser, tray, "年报.txt", WRONG_SUM)
    page = browser.get(f"{tray}/0").text
    assert ["GK303", "GK302"] == found_in(page)
    assert '<h2 id="r0"><bdi>年报.txt</bdi></h2>' in page


def test_a_tray_of_one_file_shows_its_report(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "年报.txt", CLEAN)

    assert browser.get(tray).url.path.endswith(f"{tray}/0")


def test_several_files_are_listed_with_what_was_found(browser: TestClient) -> None:
    tray = new(browser)
    for name, data in (("丙.docx", DOCX), ("甲.txt", WRONG_SUM), ("b/乙.txt", CLEAN)):
        put(browser, tray, name, data)

    assert [
        ["b/乙.txt", "青石县水务局", "2023", "0", "0", "0", "0", ""],
        ["丙.docx", "梨溪县林业局", "2024", "3", "2", "0", "0", "带批注的Word"],
        ["甲.txt", "青石县水务局", "2023", "2", "0", "0", "0", ""],
    ] == rows(browser.get(tray).text)


def test_a_form_without_script_sends_all_files_at_once(browser: TestClient) -> None:
    files = [("files", ("甲.txt", WRONG_SUM)), ("files", ("乙.txt", CLEAN))]
    answer = browser.post("zh/check", files=files)

    assert ["乙.txt", "甲.txt"] == [row[0] for row in rows(answer.text)]


def test_reports_of_last_year_are_compared_with(browser: TestClient) -> None:
    before = last_year(("四、结转下年度继续办理 | 1 | 0", "四、结转下年度继续办理 | 3 | 0"))
    tray = new(browser)
    put(browser, tray, "去年.txt", before, earlier="1")
    put(browser, tray, "年报.txt", CLEAN)
    page = browser.get(f"{tray}/0").text

    assert "GK601" in found_in(page)
    assert "上年/1/去年.txt" in page


def test_the_other_language_says_the_same_in_it(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "年报.txt", NO_CONTACT)
    page = browser.get(f"{tray.replace('zh/', 'en/')}/0").text

    assert ["GK501"] == found_in(page)
    assert "Findings" in page


def test_settings_of_a_dropped_folder_are_none_of_ours(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "a/gklint.toml", 'ignore = ["GK3"]')
    put(browser, tray, "a/年报.txt", WRONG_SUM)

    assert ["GK303", "GK302"] == found_in(browser.get(f"{tray}/1").text)


def test_the_settings_of_the_server_hold(tmp_path: Path, workers: Workers) -> None:
    options = OPTIONS._replace(ignore=("GK302",))
    with client(tmp_path, workers, options=options) as browser:
        tray = new(browser)
        put(browser, tray, "年报.txt", WRONG_SUM)

        assert ["GK303"] == found_in(browser.get(f"{tray}/0").text)


# -- what is taken home --------------------------------------------------------------------------


def test_a_word_file_comes_back_with_comments(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "年报.docx", DOCX)
    answer = browser.get(f"{tray}/0/commented.docx")

    assert "%E5%B9%B4%E6%8A%A5-%E6%89%B9%E6%B3%A8.docx" in answer.headers["content-disposition"]
    with ZipFile(io.BytesIO(answer.content)) as package:
        assert "GK303" in package.read("word/comments.xml").decode()


def test_what_is_no_word_file_has_no_comments(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "年报.txt", CLEAN)
    answer = browser.get(f"{tray}/0/commented.docx")

    assert 422 == answer.status_code


def test_the_page_can_be_kept(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "年报.txt", WRONG_SUM)
    answer = browser.get(f"{tray}/page.html")

    assert answer.text.startswith("<!DOCTYPE html>")
    assert ["GK303", "GK302"] == found_in(answer.text)


def test_a_review_of_all_files_can_be_kept(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "年报.docx", DOCX)
    put(browser, tray, "乙.txt", CLEAN)
    for _ in range(2):
        answer = browser.get(f"{tray}/review.zip")
        with ZipFile(io.BytesIO(answer.content)) as package:
            names = package.namelist()
            book = load_workbook(io.BytesIO(package.read("审核/审核结果.xlsx")))
        assert any(name.startswith("审核/退回/梨溪县林业局") for name in names)
        found = (cell.hyperlink for row in book["总览"] for cell in row)
        links = {unquote(str(each.target)).replace("\\", "/") for each in found if each}
        assert {"年报/1/年报.docx", "年报/2/乙.txt"} <= {*names}
        assert {"../年报/1/年报.docx", "../年报/2/乙.txt"} <= links


def test_an_anonymous_copy_tells_what_is_left_of_the_original(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "年报.txt", WRONG_SUM)
    page = browser.get(f"{tray}/0/anonymous").text
    answer = browser.get(f"{tray}/0/anonymous/file")

    assert "检查结果与原文件相同（2 条）" in page
    assert "%E5%8C%BF%E5%90%8D" in answer.headers["content-disposition"]
    assert "青石县" not in answer.text
    put(browser, tray, "匿名.txt", answer.content)
    assert ["GK303", "GK302"] == found_in(browser.get(f"{tray}/1").text)


def test_what_cannot_be_anonymised_is_one_sentence(browser: TestClient) -> None:
    tray = new(browser)
    put(browser, tray, "a.pdf", (ROOT / "examples/unbalanced.pdf").read_bytes())
    answer = browser.get(f"{tray}/0/anonymous")

    assert 422 == answer.status_code
    assert "请先另存为 .docx" in answer.text
    assert 404 == browser.get(f"{tray}/0/anonymous/file").status_code


# -- what goes wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("年报.docx", b"PK\3\4 not a Word file", "GK001"),
        ("空.txt", b"", "GK002"),
        ("照片.jpg", b"\xff\xd8\xff\xe0", "GK001"),
        ("../../etc/passwd", b"root", "GK001"),
        ("\0\n\u202e<b>.txt", b"?", "GK002"),
        ("长" * 5000 + ".txt", CLEAN.encode(), None),
        ("", b"?", "GK001"),
    ],
)
def test_any_file_has_an_answer(
    browser: TestClient, name: str, data: bytes, code: str | None
) -> None:
    tray = new(browser)
    put(browser, tray, name, data)
    page = browser.get(f"{tray}/0")

    assert 200 == page.status_code
    assert (code or "没有发现问题") in page.text
    assert "<b>" not in page.text


def test_a_file_that_is_too_large_is_said_and_the_others_go_on(
    tmp_path: Path, workers: Workers
) -> None:
    with client(tmp_path, workers, most=len(CLEAN.encode())) as browser:
        tray = new(browser)
        answer = put(browser, tray, "甲.txt", CLEAN.encode() + b" ")
        put(browser, tray, "乙.txt", CLEAN)

        assert {"number": 0, "problem": "文件超过 0 MB，没有检查"} == answer
        assert [["乙.txt", "青石县水务局"], ["甲.txt", "文件超过0MB，没有检查"]] == [
            row[:2] for row in rows(browser.get(tray).text)
        ]


def test_a_file_that_takes_too_long_or_too_much_memory_costs_its_own_answer(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gklint.web.dropping.FILE_SECONDS", 0.001)
    tray = new(browser)
    slow = put(browser, tray, "甲.txt", WRONG_SUM * 50)
    monkeypatch.undo()
    put(browser, tray, "乙.txt", CLEAN)

    assert "没有查完" in str(slow)
    assert ["乙.txt", "甲.txt"] == [row[0] for row in rows(browser.get(tray).text)]


def test_a_form_that_sends_too_much_is_given_up(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gklint.web.dropping._MOST_AT_ONCE", 1 << 20)
    answer = browser.post("zh/check", files=[("files", ("甲.txt", b" " * (1 << 21)))])

    assert 413 == answer.status_code
    assert "一次发来的文件超过 1 MB，请分几次。" in answer.text


@pytest.mark.parametrize(
    "path",
    ["fr/", "zh/trays/none", "zh/trays/none/0", "zh/nothing", "static/../app.py", "static/none"],
)
def test_an_address_that_there_is_not_is_one_sentence(browser: TestClient, path: str) -> None:
    answer = browser.get(path)

    assert 404 == answer.status_code
    assert "没有这一页" in answer.text


def test_what_was_emptied_is_gone(browser: TestClient, tmp_path: Path) -> None:
    tray = new(browser)
    put(browser, tray, "年报.txt", CLEAN)
    browser.post(f"{tray}/empty")

    assert 404 == browser.get(f"{tray}/0").status_code
    assert [] == [*tmp_path.iterdir()]


def test_addresses_begin_with_the_secret(browser: TestClient) -> None:
    page = browser.get("zh/").text

    assert f"/{TOKEN}/static/page.css" in page
    assert 200 == browser.get(f"{ORIGIN}/{TOKEN}/static/page.css").status_code
