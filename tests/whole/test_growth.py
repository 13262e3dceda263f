"""However long a run of one kind of character is: twice as much of it takes twice as long.

An expression that starts anew at each character of a run, and looks to its end from each, takes
four times as long.  So each kind of character that any expression speaks of stands here, in each
kind of place.
"""

from __future__ import annotations

import time

import pytest

from gklint.linter import Linter
from gklint.project.project import Project
from gklint.text.source import Source
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, changed

pytestmark = pytest.mark.slow

_RUN = 2000  # characters, and twice as many
_MOST = 3  # times as long; a quadratic expression takes four times as long
_NOISE = 0.1  # seconds

RUNS = {
    "digits": "0 1 ０ ５ ٣ ३ ௧ 𝟘 ① ⑩ Ⅳ 〇 01 0. 1, ０1 1０ 0.０",
    "numerals": "一 十 百 零 两 二三 二千 万 一、 、一 （一） 一是 (1) ㈠ 1. 01、 第一 1- 二〇",
    "units": "年 月 日 件 条 年1 1年 件， 元， 0件 1月1日 2023年 年度 费",
    "letters": "a Z Ａ ａ ｱ é ͏é α http://a a@b www. .gov. a.b",
    "chinese": "啊 的 政府 信息 公开 乾 後 本机关 申请 电话： 邮编 地址： 某市 局 县 我局",
    "brackets": "（ ( 〔 [ 【 「 《 ） ) 〕 ] 】 」 》 “ ” \" ' ‘ ’ （） 《》 ()",
    "marks": "、 ， 。 ； ： ！ ？ , . ; : ! ? - – — _ … · ~ ※ → ■ ○ √ @ $ % ^ &",
    "markup": "* ** # ## > | |- |0 | + = == / // \\ \\| ` ``` <b> </p> <!-- &#1; &amp; &lt "
    "{ } [a](b) <td> [a]( [a][ __甲 _0 甲__ _a_ \\* <a",
}
BLANKS = (" ", "\u3000", "\t", "\u00a0", "\u200b", "\ufeff", "\n", "\r", "\r\n", " \n", "0 ", "０ ")
PLACES = {
    "prose": "（一）主动公开。",
    "a heading": "一、总体情况",
    "a cell": "行政许可 | 36",
    "a label": "四、结转下年度继续办理",
    "contact": "电话：",
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    made = Project().linter(ROOT)
    made.check(Source(CLEAN))  # what is made at the first report
    return made


def seconds(linter: Linter, text: str) -> float:
    """The least time that a check takes, of two."""
    times = []
    for _ in range(2):
        started = time.process_time()
        linter.check(Source(text, "a.md"))
        times.append(time.process_time() - started)
    return min(times)


def grown(linter: Linter, run: str, place: str) -> tuple[float, float]:
    """How long a report takes with a run at a place, and with one that is twice as long."""
    words = PLACES[place]
    once, twice = (run * (count // len(run)) for count in (_RUN, 2 * _RUN))
    return (
        seconds(linter, changed((words, words + once))),
        seconds(linter, changed((words, words + twice))),
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", [*RUNS, "blanks"])
def test_twice_as_many_characters_take_no_more_than_twice_as_long(
    linter: Linter, kind: str, place: str
) -> None:
    runs = BLANKS if kind == "blanks" else RUNS[kind].split()
    slow = {}
    for run in runs:
        once, twice = grown(linter, run, place)
        if twice > _MOST * once + _NOISE:
            slow[run] = (once, twice)

    assert {} == slow
