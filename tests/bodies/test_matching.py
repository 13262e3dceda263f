"""Which body a name is: certain, likely, or none."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.bodies.matching import Bodies, Match
from gklint.form.bodies import BodyNames
from gklint.model.county import Member
from gklint.ruleset.loading import load_rules
from tests.generator.agencies import draw_agency, draw_bureau, draw_government

pytestmark = pytest.mark.slow

CITY, COUNTY = "江宁市人民政府", "青石县人民政府"
LIST = {
    CITY: None,
    "江宁市水务局": CITY,
    COUNTY: CITY,
    "青石县水务局": COUNTY,
    "青石县卫生健康委员会": COUNTY,
    "青石县住房和城乡建设局": COUNTY,
    "青石县市场监督管理局": COUNTY,
    "青石县教育体育局": COUNTY,
    "国家税务总局青石县税务局": COUNTY,
    "柳树镇人民政府": COUNTY,
    "河口街道办事处": COUNTY,
}
FORMER = {"青石县水务局": ("青石县水利局",)}


def names() -> BodyNames:
    return load_rules().form.bodies


def listed(parents: dict[str, str | None]) -> Bodies:
    members = {name: Member(name, parent, FORMER.get(name, ())) for name, parent in parents.items()}
    return Bodies(members, names())


@pytest.mark.parametrize(
    ("written", "member"),
    [
        ("青石县水务局", "青石县水务局"),
        # more or less of the place
        ("江宁市青石县水务局", "青石县水务局"),
        ("青石水务局", "青石县水务局"),
        ("县水务局", "青石县水务局"),
        ("市水务局", "江宁市水务局"),
        ("江宁水务局", "江宁市水务局"),
        ("江宁青石卫健委", "青石县卫生健康委员会"),
        ("市场监督管理局", "青石县市场监督管理局"),
        ("青石县柳树镇人民政府", "柳树镇人民政府"),
        ("青石柳树镇人民政府", "柳树镇人民政府"),
        ("柳树镇", "柳树镇人民政府"),
        ("青石县人民政府河口街道办事处", "河口街道办事处"),
        ("青石县税务局", "国家税务总局青石县税务局"),
        # short, and another word for a bureau
        ("青石县住建局", "青石县住房和城乡建设局"),
        ("青石县住房城乡建设局", "青石县住房和城乡建设局"),
        ("青石县卫生健康局", "青石县卫生健康委员会"),
        ("青石县卫健局", "青石县卫生健康委员会"),
        ("市监局", "青石县市场监督管理局"),
        ("青石县市场监督管理局（青石县知识产权局）", "青石县市场监督管理局"),
        ("青石縣衛生健康局", "青石县卫生健康委员会"),
        # a former name
        ("青石县水利局", "青石县水务局"),
        ("青石水利局", "青石县水务局"),
        # the office for the government, where the list has no other
        ("青石县人民政府办公室", COUNTY),
        ("青石县政府办", COUNTY),
        ("县政府办公室", COUNTY),
        ("青石县", COUNTY),
    ],
)
def test_a_name_as_people_write_it_is_that_of_the_body(written: str, member: str) -> None:
    assert Match(member) == listed(LIST).find(written)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("03-青石县水务局2023年报（定稿）", Match("青石县水务局")),
        ("青石县水利局年报", Match("青石县水务局")),
        ("青石县水务局和江宁市水务局", Match(None, ("青石县水务局", "江宁市水务局"))),
        ("年报", Match(None)),
    ],
)
def test_a_text_such_as_the_name_of_a_file_names_one_body(text: str, match: Match) -> None:
    assert match == listed(LIST).named_in(text)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("水务局", ("江宁市水务局", "青石县水务局")),
        ("青石县教育局", ("青石县教育体育局",)),
        ("青石县体育局", ("青石县教育体育局",)),
        ("青石县水利水电局", ("青石县水务局",)),
        ("青石区水务局", ("青石县水务局",)),
        ("青石县市场临督管理局", ("青石县市场监督管理局",)),
    ],
)
def test_what_is_only_likely_is_asked_about(written: str, near: tuple[str, ...]) -> None:
    assert Match(None, near) == listed(LIST).find(written)


@pytest.mark.parametrize(
    "written",
    [
        "岚溪县水务局",
        "海川市青石县水务局",
        "岚溪县柳树镇人民政府",
        "青石县林业局",
        "江宁市卫生健康委员会",
        "岚溪县人民政府",
        "桃林镇人民政府",
        "办公室",
        "人民政府",
    ],
)
def test_another_body_is_none_of_the_list(written: str) -> None:
    assert Match(None) == listed(LIST).find(written)


def test_a_city_and_a_county_of_one_name_are_two_places() -> None:
    found = listed(dict.fromkeys(["岳阳市水务局", "岳阳县水务局", "岳阳县林业局"]))

    assert Match("岳阳县林业局") == found.find("岳阳林业局")
    assert Match(None, ("岳阳市水务局", "岳阳县水务局")) == found.find("岳阳水务局")
    assert Match(None, ("岳阳市水务局",)) == listed({"岳阳市水务局": None}).find("岳阳县水务局")


def test_a_county_level_city_is_known_with_and_without_the_city_around() -> None:
    seat = "云亭市人民政府"
    found = listed({seat: None, "云亭市水务局": seat, "柳树镇人民政府": seat})

    assert Match("云亭市水务局") == found.find("江宁市云亭市水务局")
    assert Match("柳树镇人民政府") == found.find("江宁市云亭市柳树镇人民政府")


def test_a_list_may_leave_out_the_place() -> None:
    found = listed({COUNTY: None, "县水务局": COUNTY, "林业局": COUNTY, "柳树镇": COUNTY})

    assert Match("县水务局") == found.find("青石县水务局")
    assert Match("林业局") == found.find("江宁市青石县林业局")
    assert Match("柳树镇") == found.find("青石县柳树镇人民政府")
    assert Match(None) == found.find("岚溪县林业局")


def test_of_government_and_office_each_is_itself_where_the_list_has_both() -> None:
    found = listed({COUNTY: None, "青石县人民政府办公室": COUNTY})

    assert Match(COUNTY) == found.find("青石县政府")
    assert Match("青石县人民政府办公室") == found.find("青石县政府办")


def test_a_former_name_of_two_bodies_is_asked_about() -> None:
    former = ("青石县国土规划局",)
    two = {name: Member(name, None, former) for name in ("青石县自然资源局", "青石县规划局")}

    assert Match(None, (*two,)) == Bodies(two, names()).find("青石县国土规划局")


# -- without a list ------------------------------------------------------------------------------


def test_without_a_list_the_names_are_the_members_with_plain_parents() -> None:
    found = Bodies.of(
        [
            "青石县人民政府",
            "青石县人民政府办公室",
            "青石县水务局",
            "江宁市青石县水务局",
            "青石县柳树镇人民政府",
            "桃林镇人民政府",
            "江宁市人民政府",
            "江宁市水务局",
            "青石县气象局",
            "青石县第一中学",
            "民政局",
        ],
        names(),
    )

    assert {
        "青石县人民政府": "江宁市人民政府",
        "青石县人民政府办公室": "青石县人民政府",
        "青石县水务局": "青石县人民政府",
        "青石县柳树镇人民政府": "青石县人民政府",
        "桃林镇人民政府": None,
        "江宁市人民政府": None,
        "江宁市水务局": "江宁市人民政府",
        "青石县气象局": None,
        "青石县第一中学": None,
        "民政局": None,
    } == {member.name: member.parent for member in found.members.values()}


def drawn(seed: int) -> list[str]:
    """The names of some bodies, all different."""
    rng = Random(seed)
    draws = (draw_agency, draw_bureau, draw_government)
    return [*dict.fromkeys(rng.choice(draws)(rng).name for _ in range(40))]


@given(st.integers(0, 10**6))
def test_every_name_finds_itself(seed: int) -> None:
    agencies = drawn(seed)

    for found in (Bodies.of(agencies, names()), listed(dict.fromkeys(agencies))):
        assert [Match(each) for each in agencies] == [found.find(each) for each in agencies]


@given(st.integers(0, 10**6))
def test_no_two_bodies_are_taken_for_one(seed: int) -> None:
    agencies = drawn(seed)

    for one, other in combinations(agencies[:12], 2):
        found = listed({one: None}).find(other).name
        offices = {one.removesuffix("办公室"), other.removesuffix("办公室")}
        assert found is None or len(offices) == 1
