"""Totals with their parts in running text."""

from __future__ import annotations

import pytest

from tests.support.statements import (
    OVERVIEW,
    read,
)


def parts(text: str) -> list[tuple[int, tuple[int, ...], str, bool]]:
    return [(p.total, p.parts, p.unit, p.complete) for p in read(text, OVERVIEW).parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息120条，其中网站80条，其他40条。", (120, (80, 40), "条", True)),
        ("公开信息120条，其中网站80条、公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条（其中网站80条，公众号40条）。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中：网站80条，公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条：网站80条，公众号40条。", (120, (80, 40), "条", True)),
        ("收到申请5件，其中自然人4件，法人1件。", (5, (4, 1), "件", False)),
        ("公开信息１，２００条，其中网站８００条，其余４００条。", (1200, (800, 400), "条", True)),
        ("发布二十条，其中解读十二条，公告八条。", (20, (12, 8), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，另有视频9条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，比上年增加9条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，解读5篇。", (120, (80, 40), "条", False)),
    ],
)
def test_a_total_is_read_with_its_parts(
    text: str, expected: tuple[int, tuple[int, ...], str, bool]
) -> None:
    assert [expected] == parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息120条，其中网站80条。",
        "公开信息120余条，其中网站80条，公众号40条。",
        "公开信息近120条，其中网站80条，公众号40条。",
        "公开信息120条，回应关切30次，访问900次。",
        "联系电话：0919-2345678，共2个。",
        "公开信息120条，其中解读5篇，公告3篇。",
    ],
)
def test_sentences_without_two_parts_claim_no_sum(text: str) -> None:
    assert [] == parts(text)
