"""What names of bodies say."""

from __future__ import annotations

import pytest

from gklint.form.bodies import GOVERNMENT, OFFICE, BodyNames, Place
from gklint.ruleset.loading import load_rules


@pytest.fixture
def names() -> BodyNames:
    return load_rules().form.bodies


def test_a_name_is_taken_apart_into_places_and_the_rest(names: BodyNames) -> None:
    body = names.read("江宁市青石县柳树镇人民政府")

    assert [("city", "江宁市"), ("county", "青石县"), ("town", "柳树镇")] == [
        (level, place.name) for level, place in body.places.items()
    ]
    assert ("", True, "town") == (body.rest, body.government, body.level)
    assert Place("柳树镇", "柳树") == body.seat


def test_a_name_without_places_is_all_rest(names: BodyNames) -> None:
    body = names.read("水务局")

    assert ("水务局", None, None) == (body.rest, body.level, body.seat)
    assert {"水利"} == body.fields


@pytest.mark.parametrize(
    "alike",
    [
        ("卫生健康局", "卫生健康委员会", "卫健局", "卫健委"),
        ("发展和改革局", "发展和改革委员会", "发改局", "发改委"),
        ("住房和城乡建设局", "住房城乡建设局", "住建局"),
        ("人力资源和社会保障局", "人社局"),
        ("市场监督管理局", "市场监管局", "市监局"),
        ("教育和体育局", "教育体育局", "教体局"),
        ("应急管理局", "应急局"),
        ("退役军人事务局", "退役军人局"),
        ("农业农村局", "农业农村局(乡村振兴局)"),
        ("经济技术开发区管理委员会", "经开区管委会"),
    ],
)
def test_ways_to_write_a_kind_have_something_in_common(
    alike: tuple[str, ...], names: BodyNames
) -> None:
    assert 1 == len({*map(names.kind, alike)})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("水利局", "水务局"),
        ("教育局", "教育体育局"),
        ("林业局", "自然资源局"),
        ("机关事务管理局", "机关事务服务中心"),
        ("城市管理局", "综合行政执法局"),
        ("经济技术开发区管委会", "经济开发区管委会"),
        ("公安局", "公安局交警大队"),
    ],
)
def test_two_kinds_stay_two(one: str, other: str, names: BodyNames) -> None:
    assert names.kind(one) != names.kind(other)


def test_a_government_and_its_office_are_told_by_what_is_left(names: BodyNames) -> None:
    seats = (
        "青石县人民政府",
        "青石县政府",
        "青石县",
        "河口街道办事处",
        "青石县人民政府河口街道办事处",
    )
    offices = ("青石县人民政府办公室", "青石县政府办", "青石县人民政府（本级）", "柳树镇党政办公室")

    def kinds(of: tuple[str, ...]) -> set[str]:
        plain = (name.translate({ord("（"): "(", ord("）"): ")"}) for name in of)
        return {names.kind(names.read(name).rest) for name in plain}

    assert {GOVERNMENT} == kinds(seats)
    assert {OFFICE} == kinds(offices)


def test_the_word_for_a_level_may_stand_for_a_place(names: BodyNames) -> None:
    assert ["县", "市", "区", "", "", ""] == [
        names.level_word(name)
        for name in ("县水务局", "市水务局", "区水务局", "市监局", "市政管理局", "水务局")
    ]
