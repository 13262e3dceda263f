"""Expressions of users: the same matches as with ``re``, and an end."""

from __future__ import annotations

import random
import re
import time
import warnings
from collections.abc import Iterator
from unicodedata import category

import pytest

from gklint.docs import sample_text
from gklint.ruleset.loading import load_rules
from gklint.text.expressions import Expression, alternatives
from gklint.text.timing import SECONDS, SlowExpressionError, restart, timed

pytestmark = pytest.mark.slow

EXPRESSIONS = [
    *(r"\w+", r"\W+", r"\s+", r"\S+", r"\b.", r"\B.", r"\d+|\D", r"[\w-]+", r"[^\w]+", r"[\W\d]+"),
    *(r"[^\W\d]+", r"[\s\S]", r"[^\S\n]+", r"(?a)\w+", r"(?a:\w+)\w", r"(?a)[\s\w]+|\b"),
    *(r"[[:alpha:]]+", r"[]a]+", r"[^]a]+", r"[\[\]]+", r"[&&]|[a||b]|[~~]", r"[a\-z]+"),
    *(r"a{e}", r"(?:ab){e<=1}", r"a{,2}", r"a{,}b", r"a{2}", r"a{", r"{x", r"a{}", r"(?#[)\w"),
    *(r"(?i)k+|ß", r"(?i)σ+", r"(?i)\w", r"^.*$", r"(?m)^.*$", r"(?m)\s*$", r"(?s).+?\Z"),
    *(r"(a)|b|(c)", r"(?:(a)|b)*", r"x*", r"(x?)*", r"(a)?(?(1)b|c)", r"(\d)\1", r"(?<!\w)\d+"),
    *("(?x) a # [ no set\n \\w", "(?x:a #[\n b)\\w|#", r"(?x)(?-x:#)\w", r"\N{DIGIT ONE}+"),
]
SIGNS = (
    "aabbcxk1２②①㈠〇年,。; \n\r\t\x1c\x1f\x85\u2028\u3000_＿-[]{}e:#"
    "K\u212asSßσς\u0301\u093f²½Ⓐ一\u200d·"
)


def found(expression: Expression | re.Pattern[str], text: str) -> list[tuple[object, ...]]:
    matches = expression.finditer(text)
    return [(match.span(), match.groups(), match.lastindex) for match in matches]


@pytest.fixture(autouse=True)
def whole_time() -> Iterator[None]:
    restart()
    yield
    restart()


@pytest.mark.parametrize("pattern", EXPRESSIONS)
def test_it_matches_what_re_matches(pattern: str) -> None:
    drawn = random.Random(1)
    texts = ["".join(drawn.choices(SIGNS, k=drawn.randrange(40))) for _ in range(500)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = re.compile(pattern)

    for text in texts:
        assert found(plain, text) == found(Expression(pattern, bounded=True), text), text


@pytest.mark.parametrize("pattern", [r"\w", r"\W", r"[\W0]", r"\s", r"\S", r"[\S0]", "(?i)k"])
def test_to_both_each_character_is_the_same(pattern: str) -> None:
    known = [char for char in map(chr, range(0x3100)) if category(char) != "Cn"]
    every = "".join(known)

    assert found(re.compile(pattern), every) == found(Expression(pattern, bounded=True), every)


def test_the_shipped_rules_would_match_the_same() -> None:
    text = sample_text()
    texts = [text, "".join(random.Random(1).sample(text, len(text)))]
    shipped = [*expressions([rule.options for rule in load_rules().rules.values()])]

    assert len(shipped) > 50
    for each in shipped:
        restart()
        for text in texts:
            assert found(each, text) == found(Expression(each.pattern, bounded=True), text)


def expressions(value: object) -> Iterator[Expression]:
    if isinstance(value, Expression):
        yield value
    elif isinstance(value, dict):
        yield from expressions([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from expressions(each)
    elif hasattr(value, "kinds"):
        yield from expressions(vars(value))


@pytest.mark.parametrize("pattern", ["(?:a|aa)+$", r"(\w+\s?)+$", "(?:a*)*?(?:a+)+c"])
def test_one_that_would_never_end_is_given_up(pattern: str) -> None:
    since = time.thread_time()

    with pytest.raises(SlowExpressionError):
        Expression(pattern, bounded=True).search("a" * 5000 + "!")
    assert time.thread_time() - since < 2 * SECONDS


def test_many_that_are_slow_have_one_time_together() -> None:
    slow = [Expression(f"(?:a|b|aa)+(?:b|c)(?=x{n})", bounded=True) for n in range(40)]
    since = time.thread_time()

    with pytest.raises(SlowExpressionError):
        any(each.search("a" * 24) for each in slow)
    assert time.thread_time() - since < 2 * SECONDS
    with pytest.raises(SlowExpressionError):
        slow[0].search("")


def test_the_time_is_up_when_the_engine_says_so_by_a_clock_of_its_own() -> None:
    """That of ``regex`` counts what other threads of the process do, too."""
    asked: list[float] = []

    def find(left: float) -> None:
        asked.append(left)
        raise TimeoutError

    for _ in range(2):
        with pytest.raises(SlowExpressionError):
            timed(find)
    assert [SECONDS] == asked


def test_what_is_done_between_two_matches_is_not_its_time() -> None:
    for _ in Expression("a", bounded=True).finditer("aaa"):
        since = time.thread_time()
        while time.thread_time() - since < SECONDS / 2:
            pass


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:(?:(?:a{500}){500}){500}){500}",
        "(?:" * 60 + "[ab]" + "){2}" * 60,
        "a{60000}" * 100,
        "(" * 400 + "a" + ")" * 400,
    ],
)
def test_one_that_would_fill_the_memory_is_not_even_made(pattern: str) -> None:
    with pytest.raises(SlowExpressionError):
        Expression(pattern, bounded=True).search("a")


def test_what_is_put_together_with_one_is_bounded_too() -> None:
    mine, shipped = Expression("a", bounded=True), Expression("b")

    assert alternatives((shipped, mine)).bounded
    assert mine.within("(", ")").bounded
    assert not shipped.within("(", ")").bounded
