"""``gklint rule``."""

from __future__ import annotations

import pytest

from gklint.cli import main
from gklint.docs import sample_text


def test_rules_are_listed_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["rule"])
    lines = capsys.readouterr().out.split("\n")
    listed = [line.split()[0] for line in lines if line]

    assert 0 == status
    assert sorted(set(listed)) == listed
    assert {"GK001", "GK303", "GK707"} <= {*listed}
    assert "GK303  错误  applicants-sum  表三某一行：各类申请人之和不等于总计" in lines


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ["级别：错误", "依据：总计为", "依据等级：I", "有误的写法：", "正确的写法："]),
        ("en", ["severity: error", "basis: The total", "grade of the basis: I", "bad:", "good:"]),
    ],
)
def test_a_rule_is_explained_with_basis_and_examples(
    lang: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["rule", "GK303", "--lang", lang])
    text = capsys.readouterr().out
    row = "三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 | |"

    assert 0 == status
    assert text.startswith("GK303 applicants-sum\n")
    assert [] == [word for word in words if word not in text]
    assert row in sample_text()
    assert f"    {row}" in text
    assert f"    {row.replace('3 | |', '5 | |')}" in text
