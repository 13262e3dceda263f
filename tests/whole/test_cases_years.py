"""A report and that of the year before, run where they lie."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from tests.support.cases import case
from tests.support.needs import needs_published_reports
from tests.support.running import in_process

pytestmark = needs_published_reports


def test_what_does_not_follow_from_last_years_report_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before, after = case("miss-year-before-2023"), case("miss-year-after-2024")
    named = PurePath(before).name
    given = (after, "--previous", before, "--format", "concise", "--select", "GK601,GK602")
    done = in_process(capsys, "check", *given)

    assert (1, "") == (done.status, done.err)
    assert [
        f"{after}:13:13: warning GK602 表二“行政规范性文件”一行：2023 年报告（{named}）现行有效 "
        "12 件，加本年制发 3 件，减本年废止 1 件，应为 14 件，而本年现行有效填了 12 件。请核对；"
        "如因清理等原因变化，请在正文中说明。",
        f"{after}:29:20: error GK601 表三“二、上年结转政府信息公开申请数量”“商业企业”填了 0，"
        f"而 2023 年报告（{named}）这一列结转下年度继续办理的是 1，两者应当相等。",
        f"{after}:29:30: error GK601 表三“二、上年结转政府信息公开申请数量”“总计”填了 2，"
        f"而 2023 年报告（{named}）这一列结转下年度继续办理的是 3，两者应当相等。",
    ] == done.out.splitlines()


def test_last_years_report_is_clean_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == in_process(capsys, "check", case("miss-year-before-2023")).status
