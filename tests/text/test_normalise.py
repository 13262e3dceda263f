"""Writing variants made equal, without moving a single character."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.normalise import Simplifier, normalise, words
from gklint.text.prose import squeeze
from gklint.text.source import Span
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


def test_prose_joins_lines_without_blanks_and_emphasis() -> None:
    text = "  未收 到\n政府**信息**\r\n申请"
    lines = [Span(0, 6), Span(7, 15), Span(17, 19)]

    assert "未收到政府信息申请" == squeeze(text, lines).text


@pytest.mark.parametrize(
    ("wanted", "printed"),
    [("未收到", "未收 到"), ("到政", "到\n 政"), ("申请", "申请"), ("信息申", "信息\r\n申")],
)
def test_a_span_of_prose_is_what_the_original_prints(wanted: str, printed: str) -> None:
    text = " 未收 到\n 政府信息\r\n申请"
    prose = squeeze(text, [Span(0, 5), Span(6, 11), Span(13, 15)])
    start = prose.text.index(wanted)

    assert printed == text[slice(*prose.span(start, start + len(wanted)))]


def lines_of(text: str) -> list[Span]:
    ends = [0, *(at + 1 for at, char in enumerate(text) if char == "\n"), len(text)]
    return [Span(*pair) for pair in pairwise(ends)]


PROSE = st.text(alphabet="申请 件*\n\t。5", max_size=30)


@given(PROSE)
def test_every_character_of_prose_is_the_original_one(text: str) -> None:
    prose = squeeze(text, lines_of(text))

    assert prose.text == "".join(text[prose.origin(at)] for at in range(len(prose.text)))
    assert "".join(char for char in text if char not in " *\n\t") == prose.text


@given(PROSE, st.data())
def test_a_span_maps_to_first_and_last_character_exactly(text: str, data: st.DataObject) -> None:
    prose = squeeze(text, lines_of(text))
    start = data.draw(st.integers(0, len(prose.text)))
    end = data.draw(st.integers(start, len(prose.text)))
    span = prose.span(start, end)
    inner = text[slice(*span)]

    assert prose.text[start:end] == "".join(char for char in inner if char not in " *\n\t")
    assert inner == inner.strip(" *\n\t")


def test_a_span_of_empty_prose_is_the_beginning() -> None:
    assert Span(0, 0) == squeeze("  \n", [Span(0, 3)]).span(0, 0)
