"""What is wrong with a regular expression, in the language asked for."""

from __future__ import annotations

import re

import pytest

from gklint.files.expressions import compiled
from gklint.words import Message


def said(pattern: str, lang: str = "zh") -> str:
    problem = compiled(pattern)
    assert isinstance(problem, Message)
    return problem.said(lang)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("甲(乙", "第 2 个字符处，“(”没有配对的“)”（Python：missing ), unterminated subpattern）"),
        ("(?#注", "第 1 个字符处，“(”没有配对的“)”（Python：missing ), unterminated comment）"),
        ("甲)", "第 2 个字符处，“)”没有配对的“(”（Python：unbalanced parenthesis）"),
        ("[甲", "第 1 个字符处，“[”没有配对的“]”（Python：unterminated character set）"),
        (
            "[9-0]",
            "第 2 个字符处，“[…]”里“-”的两边不能这样写（先后颠倒，或者不是单个字符）"
            "（Python：bad character range 9-0）",
        ),
        (
            "*",
            "第 1 个字符处，重复符号（* + ? {}）前面没有可以重复的内容"
            "（Python：nothing to repeat）",
        ),
        ("甲**", "第 3 个字符处，重复符号（* + ? {}）连写了两个（Python：multiple repeat）"),
        (
            "甲{3,2}",
            "第 3 个字符处，重复次数的下限大于上限（Python：min repeat greater than max repeat）",
        ),
        ("甲{99999999999}", "重复次数太大（Python：the repetition number is too large）"),
        (r"\y", r"第 1 个字符处，“\”后面不能这样写（Python：bad escape \y）"),
        ("\\", "第 1 个字符处，“\\”后面不能这样写（Python：bad escape (end of pattern)）"),
        (r"\x1", r"第 1 个字符处，“\”后面不能这样写（Python：incomplete escape \x1）"),
        (r"\N{NO}", r"第 1 个字符处，“\”后面不能这样写（Python：undefined character name 'NO'）"),
        (
            "(?<=a+)b",
            "(?<=…)、(?<!…) 里的内容必须长度固定"
            "（Python：look-behind requires fixed-width pattern）",
        ),
        ("(?i-i:a)", "第 6 个字符处，(?i) 这类标志的写法或位置不对"),
        ("(?iq)", "第 4 个字符处，(?i) 这类标志的写法或位置不对（Python：unknown flag）"),
        ("(?%a)", "第 2 个字符处，“(?”后面不能这样写（Python：unknown extension ?%）"),
        ("(?", "第 3 个字符处，“(?”后面不能这样写（Python：unexpected end of pattern）"),
        (
            r"(a)\2",
            "第 5 个字符处，引用的括号组不存在，或者还没有结束"
            "（Python：invalid group reference 2）",
        ),
        ("(?P=b)", "第 5 个字符处，引用的括号组不存在，或者还没有结束"),
        ("(?P<a>x)(?P<a>y)", "第 13 个字符处，括号组的名称写得不对，或者重复了"),
        ("(?P<1>x)", "第 5 个字符处，括号组的名称写得不对，或者重复了"),
        ("(" * 5000, "括号套得太深"),
        (
            "[[a]",
            "第 2 个字符处，“[…]”里的这种写法以后会有别的意思，"
            "请在“[”“-”“&”“|”“~”前面加“\\”（Python：Possible nested set）",
        ),
    ],
)
def test_what_is_wrong_is_said_in_words_with_the_character(pattern: str, problem: str) -> None:
    assert said(pattern).startswith(problem)


def test_it_is_said_in_english_too() -> None:
    expected = "at character 3, “(” has no “)” (Python: missing ), unterminated subpattern)"

    assert expected == said("ab(c", "en")


def test_what_python_may_say_one_day_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise re.error("something new", "abc", 1)

    monkeypatch.setattr(re, "compile", refuse)

    assert "第 2 个字符处，看不懂（Python：something new）" == said("abc")


def test_a_right_expression_is_compiled() -> None:
    assert re.compile("甲(乙)?") == compiled("甲(乙)?")
