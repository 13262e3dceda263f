"""Names of other bodies: what is certainly another one, and what people rightly write."""

from __future__ import annotations

import pytest

from tests.support.checking import flagged
from tests.support.sample import changed

TITLE = "青石县水务局2023年"
BASIS = (
    "本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》"
    "（国办公开办函〔2021〕30号）编制。"
)
CONTACT = "如有疑问，请与青石县水务局办公室联系（地址：青石县河滨路8号，电话：0919-2345678）。"
WORK = "组织业务培训两次，"

PUBLISHED = "现公布{}2023年度政府信息公开工作年度报告。"
PRACTICE = "按照要求，结合{}，编制本报告。"
AUTHOR = "本报告由{}根据《条例》第五十条的规定编制。"
ASK = "如对本报告有疑问，请与{}联系。"


def others(agency: str, sentence: str, place: str = BASIS) -> list[str]:
    """What is taken for another body where this sentence stands in a report of ``agency``."""
    new = sentence if place == WORK else f"{place}{sentence}"
    contact = (CONTACT, "联系电话：0919-2345678。")
    return flagged(changed((TITLE, f"{agency}2023年"), contact, (place, new)), "GK711")


ANOTHER = [
    # another place
    ("云亭县水务局", PUBLISHED, "岚溪县水务局"),
    ("云亭县水务局", PRACTICE, "岚溪县司法局2023年工作实际"),
    ("云亭县水务局", AUTHOR, "岚溪县水务局"),
    ("云亭县水务局", "按照要求，{}编制了本报告。", "岚溪县水务局"),
    ("云亭县水务局", ASK, "岚溪县水务局办公室"),
    ("云亭县水务局", ASK, "岚溪县人民政府办公室"),
    ("云亭县人民政府", ASK, "岚溪县人民政府办公室政务公开股"),
    ("云亭县柳树镇人民政府", "按照要求，由{}编制。", "河口镇党政办公室"),
    ("国家税务总局云亭县税务局", PUBLISHED, "国家税务总局岚溪县税务局"),
    ("云亭县人民政府", ASK, "岚溪县人民政府办公室"),
    ("义宁市交通运输局", PUBLISHED, "金川市交通运输局"),
    ("江宁市云亭县水务局", ASK, "海川市水务局办公室"),
    ("江宁市水务局", ASK, "云亭县水务局办公室"),
    ("云亭县柳树镇人民政府", PUBLISHED, "云亭县桃林镇人民政府"),
    ("柳树镇人民政府", ASK, "桃林乡党政办公室"),
    # another kind
    ("云亭县水务局", PUBLISHED, "云亭县林业局"),
    ("云亭县水务局", ASK, "云亭县司法局办公室"),
    ("云亭县水务局", AUTHOR, "澜州市财政局"),
    ("云亭县水务局", PUBLISHED, "云亭县人民政府"),
    ("云亭县人民政府", PUBLISHED, "云亭县水务局"),
    ("云亭县柳树镇人民政府", PUBLISHED, "云亭县水务局"),
    ("云亭县柳树镇人民政府", ASK, "云亭县水务局办公室"),
    # another level
    ("云亭县柳树镇人民政府", PUBLISHED, "云亭县人民政府"),
    ("云亭县人民政府", PUBLISHED, "云亭县柳树镇人民政府"),
    ("云亭县水务局", PUBLISHED, "江宁市水务局"),
]


@pytest.mark.parametrize(("agency", "sentence", "name"), ANOTHER)
def test_another_body_is_found(agency: str, sentence: str, name: str) -> None:
    (found,) = others(agency, sentence.format(name))

    assert name.startswith(found)


THE_SAME = [
    # names as people write them
    ("云亭县水务局", PUBLISHED, "县水务局"),
    ("云亭县水务局", PUBLISHED, "云亭水务局"),
    ("云亭县住房和城乡建设局", PUBLISHED, "云亭县住建局"),
    ("云亭县发展和改革局", ASK, "县发改局办公室"),
    ("云亭县教育体育局", PUBLISHED, "云亭县教体局"),
    ("云亭县市场监督管理局", ASK, "市监局办公室"),
    ("市场监督管理局", PUBLISHED, "云亭县市场监督管理局"),
    ("江宁市云亭市水务局", PUBLISHED, "云亭市水务局"),
    ("国家税务总局云亭县税务局", PUBLISHED, "云亭县税务局"),
    ("江宁市公安局云亭分局", PUBLISHED, "云亭公安分局"),
    ("云亭县农业农村局", PUBLISHED, "云亭县农业农村局（云亭县乡村振兴局）"),
    ("云亭县水务局", ASK, "我局办公室"),
    ("云亭县水务局", PRACTICE, "我局工作实际"),
    ("云亭县水务局", PRACTICE, "工作实际"),
    ("云亭县水务局", PRACTICE, "云亭县实际情况"),
    ("云亭县人民政府", PRACTICE, "部门、学校实际情况"),
    ("洪云区人民政府", AUTHOR, "淮宁市洪云区人民政府办公室"),
    ("云亭县人民政府办公室", PUBLISHED, "云亭县人民政府"),
    ("云亭县", PUBLISHED, "云亭县人民政府"),
    ("云亭县柳树镇", PUBLISHED, "柳树镇人民政府"),
    ("云亭县人民政府柳树街道办事处", PUBLISHED, "柳树街道办事处"),
    ("柳树街道办事处", PUBLISHED, "云亭县人民政府柳树街道办事处"),
    # bodies that may act for it
    ("云亭县水务局", "按照要求，{}编制了本报告。", "云亭县人民政府办公室"),
    ("云亭县水务局", ASK, "县政务公开办"),
    ("云亭县水务局", ASK, "云亭县人民政府办公室"),
    ("云亭县水务局", ASK, "江宁市人民政府办公室"),
    ("云亭县柳树镇人民政府", ASK, "云亭县人民政府办公室"),
    ("云亭县人民政府", ASK, "云亭县行政审批服务局"),
    ("云亭县人民政府", AUTHOR, "云亭县政务服务和数据管理局"),
    ("云亭县水务局", ASK, "江宁市水务局办公室"),
    ("云亭县公务员局", ASK, "云亭县委组织部办公室"),
    ("云亭县人民医院", ASK, "云亭县卫生健康局办公室"),
    ("柳树工业园区管委会", ASK, "云亭县人民政府办公室"),
    # merged and former ones
    ("云亭县林业局", ASK, "云亭县自然资源局办公室"),
    ("云亭县乡村振兴局", ASK, "云亭县农业农村局"),
    ("云亭县城市管理局", ASK, "云亭县综合行政执法局办公室"),
]


@pytest.mark.parametrize(("agency", "sentence", "name"), THE_SAME)
def test_a_name_that_may_be_right_is_left_alone(agency: str, sentence: str, name: str) -> None:
    assert [] == others(agency, sentence.format(name))


@pytest.mark.parametrize(
    "sentence",
    [
        "与岚溪县司法局联合开展业务培训两次，",
        "与岚溪县人民法院建立联系机制，向岚溪县司法局学习，",
        "岚溪县司法局受理行政复议申请1件，",
        "群众可向云亭县档案馆查询，可向云亭县司法局申请行政复议，",
        "配合做好规划编制，规划由云亭县自然资源局牵头编制，",
        "主动与市司法局联系，邀请专家授课，",
    ],
)
def test_bodies_that_only_occur_are_left_alone(sentence: str) -> None:
    assert [] == others("云亭县水务局", sentence, WORK)


@pytest.mark.parametrize(
    ("agency", "sentence", "found"),
    [
        ("云亭县柳树镇人民政府", "我镇组织全省政务公开培训两次，", "组织全省政务公开"),
        ("云亭县柳树镇人民政府", "柳树镇统筹推进全市政务公开工作，", "统筹推进全市政务公开"),
        ("云亭县水务局", "组织全省各级行政机关开展培训，", "组织全省各级"),
        ("云亭市水务局", "我局指导全省政务公开工作，", "指导全省政务公开"),
        ("云亭县水务局", "全省各级行政机关主动公开信息86万条，", "全省各级行政机关主动公开信息8"),
    ],
)
def test_what_is_beyond_its_level_is_found(agency: str, sentence: str, found: str) -> None:
    assert [found] == others(agency, sentence, WORK)


@pytest.mark.parametrize(
    ("agency", "sentence"),
    [
        ("云亭县柳树镇人民政府", "组织参加全省政务公开培训两次，"),
        ("云亭县柳树镇人民政府", "县政府办公室组织全县各单位培训，我镇派员参加，"),
        ("云亭县柳树镇人民政府", "按照省政府要求，组织全省各级培训，"),
        ("云亭县柳树镇人民政府", "在全省政务公开考核中名列前茅，"),
        ("云亭县人民政府", "组织全县各级行政机关开展培训，"),
        ("云亭县人民政府", "全县各级行政机关主动公开信息86万条，"),
        ("云亭市水务局", "指导全市政务公开工作，"),
        ("江宁市云亭市水务局", "指导全市政务公开工作，"),
        ("镇川市水务局", "指导全市政务公开工作，"),
        ("望德镇市水务局", "组织全市各部门培训，"),
        ("云亭县人民政府", "推进全省政务公开标准化试点县建设，"),
    ],
)
def test_what_others_do_at_their_level_is_left_alone(agency: str, sentence: str) -> None:
    assert [] == others(agency, sentence, WORK)


@pytest.mark.parametrize(
    ("agency", "sentence", "found"),
    [
        ("云亭县柳树镇人民政府", "我局组织业务培训两次，", ["我局"]),
        ("云亭县水务局", "我镇组织业务培训两次，", ["我镇"]),
        ("云亭县水务局", "我县、我局组织业务培训两次，避免自我局限，", []),
        ("云亭县柳树镇财政所", "我镇组织业务培训两次，", []),
    ],
)
def test_it_calls_itself_what_it_is(agency: str, sentence: str, found: list[str]) -> None:
    assert found == others(agency, sentence, WORK)


def test_the_first_sentence_on_another_body_is_found() -> None:
    text = "2023年，岚溪县水务局主动公开政府信息，"

    assert ["岚溪县水务局"] == others("云亭县水务局", f"组织业务培训两次。\n{text}", WORK)
