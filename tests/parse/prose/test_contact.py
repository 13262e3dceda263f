"""Telephone numbers and addresses in running text."""

from __future__ import annotations

import pytest

from tests.support.statements import OTHER, PREAMBLE, Place, printed, read


def phones(text: str, place: Place = PREAMBLE) -> list[tuple[str, str]]:
    return [(phone.label, phone.number) for phone in read(text, place).phones]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("联系电话：0919-2345678。", "0919-2345678"),
        ("联系电话:09192345678", "09192345678"),
        ("电话0919-2345678", "0919-2345678"),
        ("电话：2345678。", "2345678"),
        ("电话：0919—2345678。", "0919—2345678"),
        ("电话：0919－2345678。", "0919-2345678"),
        ("电话：0919——2345678。", "0919——2345678"),
        ("电话：０９１９－２３４５６７８。", "0919-2345678"),
        ("电话：（0919）2345678。", "(0919)2345678"),
        ("电话：（0919） 234 5678。", "(0919)2345678"),
        ("电话：010-61234567转8012。", "010-61234567转8012"),
        ("电话：+86-919-2345678。", "+86-919-2345678"),
        ("手机：13812345678。", "13812345678"),
        ("手机号码：138-1234-5678。", "138-1234-5678"),
        ("热线：12345。", "12345"),
        ("咨询热线为0919-2345678。", "0919-2345678"),
        ("联系方式：0919-2345678。", "0919-2345678"),
        ("请致电青石县水务局办公室：0919-2345678。", "0919-2345678"),
        ("请拨打0919-2345678。", "0919-2345678"),
        ("联系电话：0919-23456", "0919-23456"),
        ("联系电话是 0919-2345678", "0919-2345678"),
        ("（电话：0919-2345678；邮编：712345）", "0919-2345678"),
        ("电话：0919-2345678，邮编：712345。", "0919-2345678"),
        ("电话：0919-2345678 邮编：712345。", "0919-2345678"),
        ("电话：0919-2345678、2345679。", "0919-2345678、2345679"),
        ("电话：0919-2345678/2345679。", "0919-2345678/2345679"),
        ("电话：0919-2345678或0919-2345679。", "0919-2345678或0919-2345679"),
        ("电话：0919-2345678，0919-2345679。", "0919-2345678,0919-2345679"),
        ("电话/传真：0919-2345678。", "0919-2345678"),
        ("电话（传真）：0919-2345678。", "0919-2345678"),
        ("联系电话及传真：0919-2345678。", "0919-2345678"),
        ("联系人：王某某 0919-2345678", "0919-2345678"),
        ("座机：0919-2345678。", "0919-2345678"),
        ("TEL：0919-2345678。", "0919-2345678"),
        ("Tel：0919-2345678。", "0919-2345678"),
        ("tel：0919-2345678。", "0919-2345678"),
        ("手机（电话）：0919-2345678。", "0919-2345678"),
        ("座机、手机：0919-2345678。", "0919-2345678"),
        ("电话：办公室值班室，0919-2345678。", "0919-2345678"),
        ("热线1200次，电话：0919-2345678。", "0919-2345678"),
        ("联系     电话：     0919-2345678。", "0919-2345678"),
        ("电话：0919-234  5678。", "0919-2345678"),
        ("电话：0919-2345678   2345679。", "0919-2345678"),
        ("电话：0919-2345678、\n\n\n\n2345679", "0919-2345678"),
        ("电话：0919-2345678\n2023年1月10日", "0919-2345678"),
        ("电话：0919-2345678 712345", "0919-2345678"),
        ("电话：0919-2345678 20231012", "0919-234567820231012"),
    ],
)
def test_a_telephone_number_is_found(text: str, number: str) -> None:
    assert [("电话", number)] == phones(text)


def test_telephone_and_fax_are_told_apart() -> None:
    text = "联系电话：0919-2345678，传真：0919-2345679，电子邮箱：shuiwu@qingshi.example。"

    assert [("电话", "0919-2345678"), ("传真", "0919-2345679")] == phones(text)


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：。",
        "联系电话见网站。",
        "电话回访350人次。",
        "接听电话3000余次，办结率100%。",
        "12345热线办理工单3500件。",
        "热线2023年受理3500件。",
        "接听热线电话1200次。",
        "咨询电话接听1200余次。",
        "邮编：712345，索引号：0119192345678。",
        "通过电话、网络等2023年共答复咨询1205人次。",
        "电话办公室值班室，0919-2345678。",
        *(f"电话1205{each}。" for each in "个次件条人起宗份年"),
        "电话1205余人。",
        "电话1205多人。",
    ],
)
def test_other_numbers_are_no_telephone_numbers(text: str) -> None:
    assert [] == phones(text, OTHER)


@pytest.mark.parametrize("place", [PREAMBLE, ("overview", "supervision"), OTHER])
def test_contacts_are_found_everywhere(place: Place) -> None:
    assert [("电话", "0919-2345678")] == phones("电话：0919-2345678。", place)


def test_a_fax_number_needs_no_other_word() -> None:
    assert [("传真", "0919-2345678")] == phones("传真：0919-2345678。")


def test_a_telephone_number_is_where_it_is_printed() -> None:
    text = "如有疑问，请联系（电\n话：０９１９ － ２３４５６７８，地址：河滨路8号）。"
    (phone,) = read(text, PREAMBLE).phones

    assert "０９１９ － ２３４５６７８" == printed(text, phone.where)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电子邮箱：shuiwu@qingshi.example。", "shuiwu@qingshi.example"),
        ("邮箱 shui-wu.ju@mail.qingshi.example，", "shui-wu.ju@mail.qingshi.example"),
        ("邮箱：ｓｗ＠qs.example。", "ｓｗ＠qs.example"),
        ("通讯地址：青石县河滨路8号。", "通讯地址："),
        ("联系地址：青石县河滨路8号。", "联系地址"),
        ("通信地址：青石县河滨路8号。", "通信地址："),
        ("联系处的地址为青石县河滨路8号。", "联系处的地址"),
        ("联系处的邮编为712345。", "联系处的邮编"),
        ("联系处的邮政编码为712345。", "联系处的邮政编码"),
        ("联系处的邮箱见网站。", "联系处的邮箱"),
    ],
)
def test_other_ways_to_reach_an_agency_are_found(text: str, shown: str) -> None:
    places = [printed(text, where) for where in read(text, PREAMBLE).other_contacts]

    assert places
    assert places[0].startswith(shown)


@pytest.mark.parametrize("text", ["与群众加强联系。", "联系工作实际开展培训。", "每人@一次。"])
def test_other_words_reach_nobody(text: str) -> None:
    assert () == read(text, PREAMBLE).other_contacts


@pytest.mark.parametrize(
    "text",
    [
        "网站联系电话：0919-7654321。",
        "本站维护电话：0919-7654321。",
        "技术支持电话：0919-7654321",
        "门户网站管理单位联系电话：0919-7654321",
        "主办单位：青石县人民政府办公室 联系电话：0919-7654321",
        "网站标识码：6100000001 技术支持：某公司 电话：0919-7654321",
    ],
)
def test_the_numbers_of_the_web_site_are_not_the_agencys(text: str) -> None:
    assert [] == phones(text)


@pytest.mark.parametrize(
    "text",
    [
        "可登录县政府网站查询，联系电话：0919-2345678。",
        "可登录县政府网站查询或致电0919-2345678。",
        "本报告由县水务局办公室承办，联系电话：0919-2345678。",
    ],
)
def test_a_number_beside_the_name_of_a_web_site_is_the_agencys(text: str) -> None:
    assert [("电话", "0919-2345678")] == phones(text)
