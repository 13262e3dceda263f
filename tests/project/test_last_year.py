"""Which report of last year's is compared with, or why none is."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from gklint.formats.limits import DEFAULT
from gklint.model.county import Lacking, Member
from gklint.parse.report import parse
from gklint.project.last_year import LastYear
from gklint.project.last_year_reading import take_file
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from gklint.words import say
from tests.support.needs import needs_posix
from tests.support.sample import NOT_A_REPORT, changed, last_year, write

LEFT = "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||"
OTHER_LEFT = "四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||"
OTHER_BODY = last_year().replace("青石县水务局", "青石县林业局")


def given(folder: Path | None = None, **texts: str) -> LastYear:
    """Reports of last year's: one file, or those of a folder."""
    rules = load_rules()
    paths = [Path(path) for path in write(folder or Path(), **texts)]
    taken = tuple(take_file(rules, path, DEFAULT) for path in paths)
    return LastYear(str(folder or paths[0]), folder is not None, taken)


def told(last: LastYear, text: str, path: str | None = "今年.txt") -> str:
    """The report that a text is compared with, or why there is none."""
    form = load_rules().form
    found = last.find(parse(Source(text, path), form), form)
    if isinstance(found, Lacking):
        return say("zh", found.reason, **found.args)
    return Path(str(found.report.path)).name


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# -- a single file -------------------------------------------------------------------------------


def test_a_single_file_is_compared_with_if_it_is_of_the_year_before() -> None:
    assert "去年.txt" == told(given(去年=last_year()), changed())


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (
            last_year().replace("2022年", "2021年"),
            "去年.txt 是 2021 年的报告，不是 2022 年的，没有与上年对照",
        ),
        (changed(), "去年.txt 是 2023 年的报告，不是 2022 年的，没有与上年对照"),
        (OTHER_BODY, "去年.txt 是青石县林业局的报告，不是青石县水务局的，没有与上年对照"),
        (NOT_A_REPORT, "上年的报告 去年.txt 无法用来对照：它不像是年度报告"),
        (
            last_year().replace("2022年", "2018年"),
            "上年的报告 去年.txt 无法用来对照：2018 年的报告还没有统一的格式",
        ),
        (
            last_year().replace("2022年", ""),
            "上年的报告 去年.txt 无法用来对照：看不出是哪一年的",
        ),
    ],
)
def test_a_single_file_that_cannot_be_the_one_is_not_compared_with(before: str, why: str) -> None:
    assert why == told(given(去年=before), changed())


def test_a_single_file_may_name_its_body_otherwise_or_not_at_all() -> None:
    nameless = last_year().replace("青石县水务局", "")

    assert "去年.txt" == told(given(去年=nameless), changed())


@needs_posix
def test_a_report_is_not_compared_with_itself_however_it_is_called(here: Path) -> None:
    last = given(今年=changed())
    (here / "又.txt").symlink_to(here / "今年.txt")

    for name in ("今年.txt", f"../{here.name}/今年.txt", "又.txt"):
        assert "作为上年报告给出的 今年.txt 就是这份报告，没有与上年对照" == told(
            last, changed(), name
        )


def test_standard_input_is_no_file() -> None:
    for name in ("-", None):
        assert "去年.txt" == told(given(去年=last_year()), changed(), name)


def test_a_report_without_a_year_has_none_before_it() -> None:
    text = changed().replace("2023年", "")

    assert "看不出这份报告是哪一年的，无法与上年对照" == told(given(去年=last_year()), text)


def test_a_file_that_makes_gklint_fail_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr("gklint.project.last_year_reading.parse", fail)

    assert "上年的报告 去年.txt 无法用来对照：gklint 读它时出错（RuntimeError: x）" == told(
        given(去年=last_year()), changed()
    )


# -- a folder ------------------------------------------------------------------------------------


def test_in_a_folder_a_body_is_found_by_its_name_and_year_whatever_the_file_is_called(
    here: Path,
) -> None:
    older = last_year().replace("2022", "2021")
    last = given(here, a=OTHER_BODY, b=last_year(), c=changed(), d=older)

    assert "b.txt" == told(last, changed())
    assert "d.txt" == told(last, last_year())


def test_a_body_without_a_report_in_the_folder_is_told_so(here: Path) -> None:
    last = given(here, a=OTHER_BODY)

    assert f"{here} 中没有找到青石县水务局 2022 年的报告，没有与上年对照" == told(last, changed())


def test_files_that_may_be_of_any_body_are_said_then(here: Path) -> None:
    nameless = last_year().replace("青石县水务局", "")
    last = given(here, a=OTHER_BODY, b=NOT_A_REPORT, c=nameless, d="", e=NOT_A_REPORT)

    assert told(last, changed()).endswith(
        f"（另有 4 个文件看不出是哪个机关、哪一年的报告：{here / 'b.txt'}、{here / 'c.txt'}、"
        f"{here / 'd.txt'}等）"
    )


def test_a_report_without_a_body_is_found_in_no_folder(here: Path) -> None:
    text = changed().replace("青石县水务局", "")

    assert "看不出这份报告是哪个机关的，无法找到它上年的报告" == told(
        given(here, a=last_year()), text
    )


def test_two_files_of_one_report_are_one(here: Path) -> None:
    other = last_year(("征求群众意见一次", "征求群众意见两次"))

    assert "a.txt" == told(given(here, a=last_year(), b=other), changed())


def test_two_files_of_one_body_with_other_numbers_are_not_chosen_from(here: Path) -> None:
    last = given(here, a=last_year(), b=last_year((LEFT, OTHER_LEFT)))

    assert (
        f"{here} 中青石县水务局 2022 年的报告不止一份，而且数字不同"
        f"（{here / 'a.txt'}、{here / 'b.txt'}），没有与上年对照"
    ) == told(last, changed())


@pytest.mark.parametrize("name", ["水务局", "县水务局", "云麓市青石县水务局"])
def test_a_body_is_known_by_its_name_as_people_write_it(name: str, here: Path) -> None:
    last = given(here, a=last_year().replace("青石县水务局", name), b=OTHER_BODY)

    assert "a.txt" == told(last, changed())


def test_a_body_that_is_only_likely_to_be_the_same_is_asked_about(here: Path) -> None:
    last = given(here, a=last_year().replace("青石县水务局", "青石县水利局"), b=OTHER_BODY)

    assert (
        f"{here} 中没有找到青石县水务局 2022 年的报告，没有与上年对照；"
        "名称相近的有青石县水利局，无法断定是不是同一个机关"
    ) == told(last, changed())


def test_a_single_file_of_a_body_that_may_be_the_same_is_compared_with() -> None:
    other = last_year().replace("青石县水务局", "青石县水利局")

    assert "去年.txt" == told(given(去年=other), changed())


def test_two_names_of_one_body_are_two_files_of_one_report(here: Path) -> None:
    whole = last_year((LEFT, OTHER_LEFT)).replace("青石县水务局", "云麓市青石县水务局")

    assert "不止一份，而且数字不同" in told(given(here, a=last_year(), b=whole), changed())


def test_what_was_read_can_be_sent_to_another_process(here: Path) -> None:
    last = given(here, a=last_year(), b=OTHER_BODY)
    for _ in range(2):
        assert "a.txt" == told(last, changed())
        last = pickle.loads(pickle.dumps(last))


# -- what many bodies write ----------------------------------------------------------------------

TEMPLATE = "修订信息发布流程，公文起草时同步明确公开属性。"
KINDS = (
    *("水务", "林业", "教育", "司法", "财政", "民政"),
    *("审计", "统计", "体育", "商务", "文化", "交通"),
)


def common(folder: Path, count: int, sharing: int) -> frozenset[str]:
    """What so many bodies have in common, of whom not all have a sentence of a template."""
    texts = {}
    for number, kind in enumerate(KINDS[:count]):
        own = (
            TEMPLATE
            if number < sharing
            else f"{kind}的材料由办公室逐件归档，并写明{kind}科的意见。"
        )
        texts[f"n{number}"] = last_year((TEMPLATE, own)).replace("水务局", f"{kind}局")
    form = load_rules().form
    found = given(folder, **texts).find(parse(Source(changed()), form), form)
    return frozenset() if isinstance(found, Lacking) else found.common


def test_what_more_than_a_fifth_of_many_bodies_write_is_common(here: Path) -> None:
    found = [each for each in common(here, 12, 3) if each.startswith("修订信息发布流程")]

    assert ["修订信息发布流程公文起草时同步明确公开属性"] == [
        each for each in found if "\n" not in each
    ]


@pytest.mark.parametrize(("count", "sharing"), [(12, 2), (9, 9)], ids=["few have it", "few bodies"])
def test_what_few_bodies_write_is_not_common(count: int, sharing: int, here: Path) -> None:
    assert [] == [each for each in common(here, count, sharing) if "修订信息" in each]


# -- what tells files from others ----------------------------------------------------------------


def test_the_state_is_that_of_names_and_bytes(here: Path) -> None:
    first = given(here, a=last_year(), b=OTHER_BODY)

    assert first.state == given(here, a=last_year(), b=OTHER_BODY).state
    assert first.state != given(here, a=last_year(), c=OTHER_BODY).state
    assert first.state != given(here, a=last_year(), b=OTHER_BODY + "\n").state


# -- with a list of bodies -----------------------------------------------------------------------

RENAMED = {"青石县水务局": Member("青石县水务局", former=("青石县水利电力局", "青石县节水办公室"))}
BY_FORMER_NAME = last_year().replace("青石县水务局", "青石县水利电力局")


def listed(last: LastYear) -> LastYear:
    return last._replace(members=RENAMED)


def test_a_report_by_a_former_name_is_that_of_the_body(here: Path) -> None:
    assert "去年.txt" == told(listed(given(here, 去年=BY_FORMER_NAME)), changed())
    assert "去年.txt" == told(listed(given(去年=BY_FORMER_NAME)), changed())


def test_without_a_list_nobody_knows_former_names(here: Path) -> None:
    assert "中没有找到" in told(given(here, 去年=BY_FORMER_NAME), changed())


def test_of_a_body_made_of_two_there_is_no_report_of_last_year(here: Path) -> None:
    other = last_year((LEFT, OTHER_LEFT)).replace("青石县水务局", "青石县节水办公室")

    assert "不止一份" in told(listed(given(here, 甲=BY_FORMER_NAME, 乙=other)), changed())


def test_bodies_that_are_not_on_the_list_are_known_by_their_names(here: Path) -> None:
    text = changed().replace("青石县水务局", "青石县林业局")

    assert "去年.txt" == told(listed(given(here, 去年=OTHER_BODY)), text)
