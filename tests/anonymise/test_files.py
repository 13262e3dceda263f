"""Files anonymised: the same is found at the same places, and nobody's words are left."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gklint.docs import sample_text
from gklint.errors import UsageError
from gklint.formats.reading import take
from tests.generator import DEFECTS, LAYOUTS
from tests.generator.strategies import broken_case, broken_file, clean_file
from tests.support.anonymising import anonymous, findings, left_over, text_of
from tests.support.checking import linter
from tests.support.sample import changed

pytestmark = pytest.mark.slow

SOME = settings(
    derandomize=True, deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
SEEDS = st.integers(0, 2**32 - 1)
SEED = {name: random.Random(name).randrange(10000) for name in DEFECTS}


def assert_anonymous(data: bytes, name: str, stems: tuple[str, ...] = ()) -> None:
    made = anonymous(data, name)
    before, after = text_of(data, name), text_of(made.data, name)

    assert findings(data, name) == findings(made.data, name)
    assert [] == left_over(before, after, made)
    assert [] == [each for each in stems if each in after]
    assert numbers(data, name) == numbers(made.data, name)


def numbers(data: bytes, name: str) -> object:
    document = linter().check(take(data, name)).document
    tables = document.tables if document else {}
    return {key: table.numbers for key, table in tables.items()}


# -- of the generator --------------------------------------------------------------------------


@SOME
@given(SEEDS, st.sampled_from(sorted(DEFECTS)), st.sampled_from(LAYOUTS), st.booleans())
def test_the_same_is_found_in_a_text(seed: int, defect: str, layout: str, noisy: bool) -> None:
    text = broken_case(seed, defect, layout, noisy).printed.text

    assert_anonymous(text.encode(), "年报.md" if layout == "markdown" else "年报.txt")


@pytest.mark.parametrize("name", DEFECTS)
def test_the_same_is_found_in_a_file_with_each_defect(name: str) -> None:
    form = random.Random(name).choice(("html", "docx"))
    case = broken_file(SEED[name], name, form, noisy=True)

    assert_anonymous(case.printed.data, f"年报.{form}")


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize("seed", range(3))
def test_a_clean_report_stays_clean_without_the_name_of_its_agency(seed: int, form: str) -> None:
    case = clean_file(seed, form, noisy=False)
    agency = case.report.agency.name
    place = re.match(r"(.{2,4}?)[县区市]", agency)
    assert place

    assert_anonymous(case.printed.data, f"年报.{form}", (place[1],))


# -- by hand -----------------------------------------------------------------------------------


def anonymous_text(text: str, name: str = "年报.txt") -> str:
    return anonymous(text.encode(), name).data.decode()


def test_names_places_telephones_addresses_and_prose_are_invented() -> None:
    after = anonymous_text(sample_text())

    for gone in ("青石", "河滨路", "2345678", "政策解读的形式还不够丰富"):
        assert gone in sample_text()
        assert gone not in after
    assert re.match(r".{2}县水务局2023年政府信息公开工作年度报告\n", after)
    assert re.search(r"电话：09\d\d-\d{7}", after)
    assert "2023年，本机关未收取信息处理费。" in after
    assert "予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |" in after


def test_a_name_becomes_the_same_name_everywhere() -> None:
    after = anonymous_text(sample_text())
    name = after[:2]

    assert sample_text().count("青石县水务局") == after.count(f"{name}县水务局") > 1


def test_a_name_with_blanks_in_it_is_the_same_name() -> None:
    text = changed(("青石县水务局2023年政府", "青 石 县 水 务 局\u30002023年政府"))
    after = anonymous_text(text)
    name = re.match(r"(.) (.) 县 水 务 局\u30002023年", after)

    assert name
    assert f"{name[1]}{name[2]}县水务局办公室" in after


def test_a_place_of_a_single_character_is_replaced_in_names_alone() -> None:
    text = sample_text().replace("青石县", "泾县")
    after = anonymous_text(text)

    assert "泾" not in after
    assert re.match(r".县水务局2023年", after)
    assert findings(text.encode(), "年报.txt") == findings(after.encode(), "年报.txt")


def test_what_is_wrong_stays_wrong_in_kind() -> None:
    text = changed(
        ("定期清理失效文件", "定期清理失效文檔"),
        ("河滨路8号", "河滨(bīn)路8号"),
        ("办公室联系", "办公室某某联系"),
        ("0919-2345678", "0919-234567"),
    )
    after = anonymous_text(text)

    assert findings(text.encode(), "年报.txt") == findings(after.encode(), "年报.txt")
    assert {"GK701", "GK702", "GK707", "GK502"} <= {
        each[0] for each in findings(after.encode(), "年报.txt")
    }
    assert "檔" not in after
    assert "bīn" not in after


def test_words_that_have_to_stay_are_told() -> None:
    text = changed(("年度报告\n本报告", "年度报告格式模板\n本报告"))
    made = anonymous(text.encode(), "年报.txt")

    assert ["GK707"] == [each[0] for each in findings(made.data, "年报.txt")]
    assert (made.data.decode().partition("\n")[0],) == made.kept
    assert made.kept[0].endswith("县水务局2023年政府信息公开工作年度报告格式模板")


def test_addresses_of_the_net_are_invented() -> None:
    text = changed(
        ("电话：0919-2345678", "电话：0919-2345678，邮箱：zhangsan88@qs-water.gov.cn，"
         "网址：http://www.qingshi.gov.cn/swj/zhangsan，邮编：727031")
    )  # fmt: skip
    after = anonymous_text(text)

    for gone in ("zhangsan", "qs-water", "qingshi", "727031"):
        assert gone not in after
    assert re.search(r"[a-z]{8}\d\d@[a-z]{2}-[a-z]{5}\.[a-z]{3}\.[a-z]{2}，", after)


@pytest.mark.parametrize("coding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_stays(coding: str) -> None:
    data = sample_text().encode(coding)
    after = anonymous(data, "年报.txt").data

    assert len(sample_text()) == len(after.decode(coding))
    assert after.decode(coding) != sample_text()


def test_the_same_file_gives_the_same_copy() -> None:
    assert anonymous_text(sample_text()) == anonymous_text(sample_text())


def test_comments_that_accept_findings_still_do() -> None:
    text = changed(
        ("2023年，本机关未收取信息处理费。", "2023年，情况如上。"),
        (
            "六、其他需要报告的事项",
            "<!-- gklint: accept GK403 理由：局长李冰说不必写 -->\n六、其他需要报告的事项",
        ),
    )
    after = anonymous_text(text)

    assert [] == findings(after.encode(), "年报.txt") == findings(text.encode(), "年报.txt")
    assert "李冰" not in after


# -- web pages ---------------------------------------------------------------------------------


PICTURE = 'alt="李冰冰" src="http://qingshi.cn/libing.png" width="40"'


def page(body: str) -> str:
    paragraphs = "".join(f"<p>{line}</p>\n" for line in sample_text().splitlines())
    return f"<!DOCTYPE html>\n<html><body>{body}{paragraphs}</body></html>"


@pytest.mark.parametrize(
    ("body", "gone", "left"),
    [
        ("<script>var owner = '李冰冰';</script>", "李冰", "<script>"),
        ("<!-- 李冰冰编辑 -->", "李冰", "<!--"),
        (f"<img {PICTURE}>", "李冰", ' width="40"'),
        (f"<img {PICTURE}>", "qingshi", "<img alt="),
        (f"<img {PICTURE}>", "libing", ' width="40"'),
        ('<span style="display:none">李冰冰审</span>', "李冰", '<span style="display:none">'),
        ("<p>&#26446;&#20912;&#x51b0;来稿</p>", "&#26446;", "<p>"),
    ],
)
def test_what_a_page_does_not_show_is_replaced_as_well(body: str, gone: str, left: str) -> None:
    data = page(body).encode()
    made = anonymous(data, "年报.html").data.decode()

    assert gone not in made
    assert left in made
    assert len(page(body)) == len(made)
    assert findings(data, "年报.html") == findings(made.encode(), "年报.html")


def test_the_title_of_a_page_is_the_same_invention_as_its_text() -> None:
    text = page("").replace("<html>", "<html><head><title>青石县水务局年报</title></head>")
    made = anonymous(text.encode(), "年报.html").data.decode()
    name = re.search(r"<title>(..)县水务局", made)

    assert name
    assert f"<p>{name[1]}县水务局2023年" in made


# -- what cannot be anonymised -----------------------------------------------------------------


def test_other_kinds_are_refused() -> None:
    with pytest.raises(UsageError) as caught:
        anonymous(b"%PDF-1.7\n", "年报.pdf")

    assert "只能处理文本、Markdown、网页和 .docx 文件，请先另存为 .docx：年报.pdf" == str(
        caught.value
    )


def test_a_file_that_is_no_report_stays_none() -> None:
    data = "青石县水务局值班表\n一月：王某\n".encode()

    assert ["GK002"] == [each[0] for each in findings(data, "表.txt")]
    assert_anonymous(data, "表.txt", ("青石",))
