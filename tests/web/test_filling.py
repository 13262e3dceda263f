"""The form to be filled in: totals follow, what does not add up is told, and Word is made of it."""

from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from gklint.formats.reading import take
from tests.support.checking import linter

pytestmark = pytest.mark.slow

NEW = ("natural_person", "commercial", "research", "social", "legal", "other")
JSON = {"accept": "application/json"}


def row(**changed: str) -> dict[str, str]:
    """The applicants of the new requests: three persons, one company."""
    numbers = {**dict.fromkeys(NEW, "0"), "natural_person": "3", "commercial": "1", **changed}
    return {f"requests.new.{name}": number for name, number in numbers.items()}


def field(page: str, name: str) -> HtmlElement:
    document: HtmlElement = html.document_fromstring(page)
    (found,) = document.xpath(f"//input[@name='{name}']")
    return found


def test_the_blank_form_has_a_field_for_each_number(browser: TestClient) -> None:
    document: HtmlElement = html.document_fromstring(browser.get("zh/form").text)
    fields = document.xpath("//td/input")

    assert 200 == len({each.get("name") for each in fields})
    assert "表三“一、本年新收政府信息公开申请数量”“总计”" in [
        each.get("aria-label") for each in fields
    ]


def test_the_form_of_an_earlier_year_is_that_of_its_version(browser: TestClient) -> None:
    page = browser.post("zh/form", data={"year": "2020"}).text

    assert field(page, "disclosure.procurement.spent").get("value") == ""


def test_a_blank_total_follows_and_is_told_from_what_was_typed(browser: TestClient) -> None:
    page = browser.post("zh/form", data=row()).text
    total = field(page, "requests.new.total")

    assert ("", "4") == (total.get("value"), total.get("placeholder"))
    assert "3" == field(page, "requests.new.natural_person").get("value")


def test_a_sum_that_does_not_hold_is_told_with_its_fields(browser: TestClient) -> None:
    typed = row(total="5")
    found = browser.post("zh/form", data=typed, headers=JSON).json()

    said = (
        "表三“一、本年新收政府信息公开申请数量”：自然人 3 + 商业企业 1 + 科研机构 0 + "
        "社会公益组织 0 + 法律服务机构 0 + 其他 0 = 4 ≠ 总计 5，不成立，相差 1"
    )
    assert {"computed": {}, "unread": [], "said": [said]} == {
        key: value for key, value in found.items() if key != "broken"
    }
    assert [{"said": said, "fields": [*typed]}] == found["broken"]


def test_what_is_no_number_is_told(browser: TestClient) -> None:
    found = browser.post("zh/form", data=row(other="l"), headers=JSON).json()

    assert ["requests.new.other"] == found["unread"]
    assert ["有 1 格不是数字"] == found["said"]
    page = browser.post("zh/form", data=row(other="<b>")).text
    assert ("<b>", "unread") == tuple(
        field(page, "requests.new.other").get(name) for name in ("value", "class")
    )


def test_the_word_file_has_what_was_typed_and_what_follows(browser: TestClient) -> None:
    typed = {**row(), "agency": "青石县水务局", "year": "2023", "do": "word"}
    answer = browser.post("zh/form", data=typed)
    document = linter().check(take(answer.content, "年报.docx")).document

    assert "filename*=UTF-8''%E9%9D%92" in answer.headers["content-disposition"]
    assert document
    assert ("青石县水务局", 2023) == (document.agency, document.year)
    assert 4 == document.tables["requests"].number("new", "total")


@pytest.mark.parametrize(
    ("year", "said"), [("二〇二三", "不是年度"), ("20231", "不是年度"), ("2010", "2019")]
)
def test_a_wrong_year_is_one_sentence(browser: TestClient, year: str, said: str) -> None:
    answer = browser.post("zh/form", data={"year": year}, headers=JSON)

    assert 422 == answer.status_code
    assert said in answer.json()["problem"]


def test_more_than_the_fields_of_the_form_are_refused(browser: TestClient) -> None:
    answer = browser.post("zh/form", data={f"f{number}": "1" for number in range(1000)})

    assert 400 == answer.status_code
