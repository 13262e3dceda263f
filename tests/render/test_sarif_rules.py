"""The rules that SARIF describes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.ruleset.loading import load_rules
from tests.support.sample import CLEAN, write
from tests.support.sarif import checked, rendered

LOCAL = """
extends: none
rules:
  - code: XX01
    name: year-left-open
    severity: info
    finds: {zh: "标题里写“{年份}”。", en: "The title reads {年份}."}
    basis: {grade: S, source: 本机关, zh: 年份要写明, en: The year is to be given.}
    message: {zh: "写作 {row}。", en: "It reads {row}."}
    check: identity
    options: {table: requests, each: row, formula: natural_person >= other}
"""
MOST_CHARACTERS = 1024  # of a description that GitHub takes


def test_all_rules_of_the_rule_set_are_described() -> None:
    described = rendered()["tool"]["driver"]["rules"]

    assert [*load_rules().rules] == [rule["id"] for rule in described]


def test_a_local_rule_set_describes_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "local.yaml").write_text(LOCAL, "utf-8")
    (path,) = write(tmp_path, a=CLEAN)
    run = checked(capsys, path, "--rules", str(tmp_path / "local.yaml"))
    described = run["tool"]["driver"]["rules"]

    own = [f"GK00{number}" for number in range(1, 8)]
    assert [*own, "XX01"] == [rule["id"] for rule in described]
    assert "标题里写“{{年份}}”。" == described[-1]["shortDescription"]["text"]
    assert "标题里写“{{年份}}”。" == described[-1]["help"]["markdown"].split("\n")[0]
    assert {"tags": ["XX"], "grade": "S"} == described[-1]["properties"]


@pytest.mark.parametrize(
    ("lang", "language", "finds", "basis", "grade", "bad", "good"),
    [
        ("zh", "zh-CN", "表三某一行：各类申请人之和不等于总计",
         "依据：总计为自然人与五类法人或其他组织之和（国办公开办函〔2021〕30号；按已发布的报告验算）",
         "依据等级：I", "有误的写法：", "正确的写法："),
        ("en", "en", "In a row of table 3, the applicants do not add up to the total.",
         "basis: The total is the sum of the six kinds of applicants."
         " (国办公开办函〔2021〕30号；按已发布的报告验算)",
         "grade of the basis: I", "bad:", "good:"),
    ],
)  # fmt: skip
def test_a_rule_is_explained(
    lang: str, language: str, finds: str, basis: str, grade: str, bad: str, good: str
) -> None:
    run = rendered(lang=lang)
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "GK303")
    row = "三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | {} | |"
    wrong, right = row.format(5), row.format(3)

    assert language == run["language"] == run["tool"]["driver"]["language"]
    assert rule == {
        "id": "GK303",
        "name": "applicants-sum",
        "shortDescription": {"text": finds},
        "fullDescription": {"text": f"{finds}\n{basis}\n{grade}"},
        "help": {
            "text": "\n".join((finds, basis, grade, bad, wrong, good, right)),
            "markdown": f"{finds}\n\n{basis}\n\n{grade}\n\n{bad}\n\n    {wrong}\n\n"
            f"{good}\n\n    {right}\n",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["GK3"], "grade": "I"},
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_description_is_empty_or_longer_than_github_takes(lang: str) -> None:
    for rule in rendered(lang=lang)["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[key]["text"]) <= MOST_CHARACTERS, rule["id"]
