"""Writing variants made equal, without moving a single character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.normalise import Simplifier, normalise, words
from tests.support.statements import fold

PIECES = st.one_of(
    st.characters(),  # surrogates and control characters among them
    st.sampled_from(["&nbsp;", "&NBSP;", "<br>", "<br/>", "(jù)", "（rén）", "(app)", "發(fā)"]),
    st.sampled_from(["據", "１", "⼀", "〇", "𠮷", "*", "|"]),
    st.sampled_from(["\r\n", "\u200f", "\u202e", "\u2067", "\ufeff", "\ud800", "\u3000"]),
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def normal(text: str) -> str:
    return fold(text).text


def glosses(text: str) -> list[str]:
    return [text[slice(*span)] for span in fold(text).glosses]


@given(TEXTS)
def test_the_normal_text_is_as_long_as_the_original(text: str) -> None:
    assert len(text) == len(normal(text))


@given(TEXTS)
def test_line_breaks_stay_where_they_are(text: str) -> None:
    breaks = [at for at, char in enumerate(text) if char in "\r\n"]

    assert breaks == [at for at, char in enumerate(normal(text)) if char in "\r\n"]


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("（一）", "(一)"),
        ("１２３", "123"),
        ("：，；！？", ":,;!?"),
        ("Ａｚ", "Az"),
        ("３．６～５％", "3.6~5%"),
        ("｜", "|"),
        ("\u3000总\u00a0计", " 总 计"),
        ("\u2002\u2003\u2009", "   "),
        ("二〇二三", "二零二三"),
        ("−3", "-3"),
        ("⼀⽉⽇", "一月日"),
        ("⻔⼾⽹⺠⾒", "门户网民见"),
        ("0&nbsp;件", "0      件"),
        ("规章<br>0<BR/>1<br />2", "规章    0     1      2"),
        ("。、《》“”—…", "。、《》“”—…"),
        ("第①项", "第①项"),
        ("", ""),
    ],
)
def test_width_and_blanks_are_folded(original: str, expected: str) -> None:
    assert expected == normal(original)


@pytest.mark.parametrize(
    "char",
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\u00ad"
    "\u2066\u2067\u2068\u2069",
    ids=lambda char: f"U+{ord(char):04X}",
)
def test_characters_without_width_become_blanks(char: str) -> None:
    assert "总 体" == normal(f"总{char}体")


# -- glosses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("original", "expected", "found"),
    [
        ("根據(jù)條例", "根据    条例", ["(jù)"]),
        ("人(rén)(rén)", "人          ", ["(rén)", "(rén)"]),
        ("公（gōng）开", "公      开", ["（gōng）"]),
        ("以后(hou)现(xiàn)", "以后     现      ", ["(hou)", "(xiàn)"]),
        ("女(nǚ)", "女    ", ["(nǚ)"]),
    ],
)
def test_a_reading_after_a_character_becomes_blanks(
    original: str, expected: str, found: list[str]
) -> None:
    assert expected == normal(original)
    assert found == glosses(original)


@pytest.mark.parametrize(
    "text",
    ["公众号(app)", "管线(km)", "网址(www)", "见附件(一)", "(OFD)", "(café)".upper(), "(rén,rén)"],
)
def test_brackets_that_are_no_reading_stay(text: str) -> None:
    assert text == normal(text)
    assert [] == glosses(text)


# -- traditional characters --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("現行有效", "现行有效"),
        ("政府資訊公開", "政府资讯公开"),
        ("申請數量總計", "申请数量总计"),
        ("規範性文件廢止", "规范性文件废止"),
    ],
)
def test_traditional_characters_are_simplified(original: str, expected: str) -> None:
    assert expected == normal(original)


def test_traditional_characters_are_named_by_their_offsets() -> None:
    assert (0, 3) == fold("現行文書").traditional


@pytest.mark.parametrize("text", ["青石县水务局", "朱镕垚𠮷", "著作权", "①㎡", "\ud800"])
def test_a_simplified_text_has_no_traditional_characters(text: str) -> None:
    assert () == fold(text).traditional
    assert text == normal(text)


@pytest.mark.parametrize("text", ["乾县图书目錄", "吉林省乾安縣", "於潜镇麹家村目錄"])
def test_what_the_standard_has_is_not_traditional(text: str) -> None:
    padded = text + "公开" * 60

    assert {"錄", "縣", "麹"}.issuperset(padded[at] for at in fold(padded).traditional)


def test_a_radical_is_not_traditional() -> None:
    assert () == fold("维护⻔⼾⽹站").traditional


def test_the_converter_is_not_loaded_for_plain_simplified_text() -> None:
    def refuse() -> Simplifier:
        raise AssertionError("loaded")

    assert "青石县水务局(2023年)" == normalise("青石县水务局（2023年）", refuse).text


# -- words and prose ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.危及“三安全一稳定”", "3危及三安全一稳定"),
        ("三、本 年度办 理结果", "三本年度办理结果"),
        ("(六)其他_处理", "六其他处理"),
        (" ,。—/", ""),
    ],
)
def test_words_are_what_carries_meaning(text: str, expected: str) -> None:
    assert expected == words(text)
