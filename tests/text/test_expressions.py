"""Expressions that are compiled when they are first used."""

import re

import pytest
import yaml

from gklint.files.shipped import data_files
from gklint.form.vocabulary import PATTERNS
from gklint.text.expressions import Expression, any_of, lazy_compile
from tests.generator.strategies import clean_case
from tests.support.tokens import normal_of


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = lazy_compile("(")
    with pytest.raises(re.error):
        wrong.search("(")


def test_it_is_used_like_any_expression() -> None:
    number = lazy_compile(r"(?P<number>\d+)件", re.IGNORECASE)
    assert number.pattern == r"(?P<number>\d+)件"
    assert [match["number"] for match in number.finditer("收到5件，办结4件")] == ["5", "4"]
    assert number.sub("…", "收到5件") == "收到…"


def test_where_all_say_how_they_begin_no_other_place_is_tried() -> None:
    found = any_of(["甲[乙丙]", "[丁戊]己(?<!庚.己)", "(?=[辛壬])(?:辛癸|壬癸)"])

    assert found.startswith("(?=[甲丁戊辛壬])")
    places = re.finditer(found, "甲乙戊己庚丁己壬癸")
    assert [match[0] for match in places] == ["甲乙", "戊己", "壬癸"]


@pytest.mark.parametrize("other", ["(?<!甲)乙", "丙?丁", "[^戊]己", "(?:庚|辛)壬", r"\d件"])
def test_where_one_may_begin_with_anything_every_place_is_tried(other: str) -> None:
    assert any_of(["[甲乙]丙", other]) == f"[甲乙]丙|{other}"


@pytest.mark.parametrize(
    "pattern", ["[甲乙]丙", "(?=[甲乙])(?:甲|乙丙)", "甲(?:丙|丁)", "甲[|]丙", r"甲\|丙"]
)
def test_an_expression_that_says_how_it_begins_is_not_looked_for_in_vain(pattern: str) -> None:
    assert not Expression(pattern).may_be_in("丙丁|")
    assert Expression(pattern).may_be_in("丁甲")


@pytest.mark.parametrize(
    "expression",
    [
        *map(
            Expression,
            ["甲丙|丁", "[甲乙]丙|(?:丙)", "甲?丁", "[^甲]", r"\d件", "[一-丁]", "(?i)甲"],
        ),
        Expression("A", re.IGNORECASE),
        Expression("甲", bounded=True),
    ],
)
def test_one_that_does_not_may_be_anywhere(expression: Expression) -> None:
    assert expression.may_be_in("丁a")


@pytest.mark.parametrize("name", PATTERNS)
def test_no_list_of_the_form_misses_what_one_of_its_expressions_finds(name: str) -> None:
    expressions = lists_of_prose()[name]
    prose = "\n".join(normal_of(clean_case(seed, "plain", noisy=False).text) for seed in range(40))
    each = {start for one in expressions for start in starts(one, prose)}
    whole = re.compile(any_of(expressions))

    assert each.issuperset(starts(any_of(expressions), prose))
    assert {start for start in each if whole.match(prose, start)} == each


def lists_of_prose() -> dict[str, list[str]]:
    (file,) = (each for each in data_files("rules", ".yaml") if each.name.endswith("/prose.yaml"))
    lists: dict[str, list[str]] = yaml.safe_load(file.text)
    return lists


def starts(expression: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(expression, text)]
