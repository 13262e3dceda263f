"""Running text is read sentence by sentence, and each adds what it states."""

from __future__ import annotations

from gklint.model.statements import Passage
from gklint.parse.prose.sentences import read_statements
from gklint.text.prose import squeeze
from gklint.text.source import Span
from tests.support.statements import DISPUTES, OTHER, OVERVIEW, printed, read
from tests.support.tokens import form


def test_each_sentence_adds_its_counts() -> None:
    text = "收到政府信息公开申请5件。制发行政规范性文件2件；废止行政规范性文件1件！"
    text += "因政府信息公开被申请行政复议3件。"

    assert [("new", 5), ("issued", 2), ("repealed", 1), ("review", 3)] == [
        (count.about, count.number) for count in read(text, OVERVIEW).counts
    ]


def test_each_sentence_adds_what_there_was_none_of() -> None:
    text = "未发生因政府信息公开引起的行政复议。没有因政府信息公开被提起行政诉讼。"

    assert ["review", "litigation"] == [about for about, _ in read(text, DISPUTES).no_disputes]


def test_each_sentence_adds_its_fee_notices() -> None:
    text = "发出收费通知1件。通知申请人缴费1次。未收取信息处理费。"
    found = read(text, OVERVIEW)

    assert ["发出收费通知1件。", "通知申请人缴费1次。"] == [
        printed(text, where) for where in found.notices
    ]


def test_each_sentence_adds_its_totals() -> None:
    text = "公开信息9条，其中网站5条，微信4条。发布解读7条，包括图解4条，视频3条。"

    assert [(9, (5, 4)), (7, (4, 3))] == [
        (total.total, total.parts) for total in read(text, OVERVIEW).parts
    ]


def test_a_sentence_without_the_word_fee_may_say_that_none_was_charged() -> None:
    assert [True] == [fee.none for fee in read("信息处理情况：2023年未收取。", OVERVIEW).fees]


def test_each_paragraph_adds_its_contacts_and_periods() -> None:
    texts = [
        "电话:2345678,邮箱:a@qs.example,1月1日至6月30日。",
        "电话:2345679,邮箱:b@qs.example,7月1日至12月31日。",
    ]
    passages = [Passage(*OTHER, squeeze(text, [Span(0, len(text))])) for text in texts]
    found = read_statements(passages, form().vocabulary)

    assert ["2345678", "2345679"] == [phone.number for phone in found.phones]
    assert 2 == len(found.other_contacts)
    assert [(None, 1, 1), (None, 7, 1)] == [period.first for period in found.periods]
