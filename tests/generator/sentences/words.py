"""What fills the slots that no table counts: names, years, free numbers, totals and parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from random import Random

    from tests.generator.model import Report

    from .facts import Facts

PARTS = ("a", "b", "c", "d")
LABELS = (
    "政策文件",
    "工作动态",
    "财政预决算",
    "通知公告",
    "人事信息",
    "规划计划",
    "统计数据",
    "政策解读",
    "养老服务类",
    "社会救助类",
    "机构职能类",
    "应急管理类",
    "概况类",
    "动态类",
)
TRAPS = (
    "社会组织管理类",
    "基层组织建设类",
    "组织机构类",
    "组织人事类",
    "涉及民生类",
    "涉农补贴类",
    "涉企政策类",
    "消息推送类",
    "同时公开类",
    "并联审批类",
    "合并执法类",
    "另行公告类",
    "行政许可类",
    "行政处罚类",
    "规范性文件类",
    "重大行政决策类",
    "国有土地上房屋征收类",
    "财政收费类",
    "行政事业性收费类",
    "建议提案办理类",
    "依申请公开指南类",
    "答复回应类",
    "公开目录类",
    "办理结果类",
    "行政复议决定类",
)


def words_of(report: Report, facts: Facts, rng: Random) -> dict[str, str]:
    """The words and free numbers of one sentence."""
    area, year, new = report.agency.area, report.year, facts["new"]
    level = area[-1]
    change = rng.randint(1, max(1, new))
    round_new = (
        str(new // 10 * 10)
        if rng.random() < 0.5 or new > 99
        else "一二三四五六七八九"[new // 10 - 1] + "十"
    )
    return {
        "y": str(year),
        "p": str(year - 1),
        "pp": str(year - 2),
        "n": str(year + 1),
        "me": report.agency.self_name(rng),
        "area": area,
        "whole": f"全{level}",
        "short": level,
        "ours": f"我{level}",
        "seat": f"{level}政府",
        "one": str(rng.randint(2, 6)),
        "k": str(rng.randint(7, 40)),
        "k2": str(rng.randint(41, 90)),
        "K": str(rng.randint(91, 990)),
        "M": str(rng.randint(1000, 99000)),
        "requests": str(rng.randint(1, max(1, new))),
        "fewer": str(rng.randint(1, max(1, new - 1))),
        "change": str(change),
        "before": str(new + change),
        "share": f"{facts['natural_person'] / max(1, new):.0%}",
        "approx": "三四" if new in (3, 4) else f"{round_new.removeprefix('一')}余",
    }


def parts_of(slots: Collection[str], total: int | None, step: int, rng: Random) -> dict[str, int]:
    """A total and its parts, or one of them; `total` if the tables count it."""
    named = [part for part in PARTS if part in slots]
    if not named:
        return {}
    if total is None:
        total = step * rng.randint(len(named) * 4, rng.choice((60, 900)))
    cuts = sorted(rng.sample(range(1, total // step), max(1, len(named) - 1)))
    bounds = [0, *(cut * step for cut in cuts), total]
    parts = {part: bounds[i + 1] - bounds[i] for i, part in enumerate(named)}
    first = rng.randint(1, parts["a"] - 1) if parts["a"] > 1 else 0
    return {"t": total, **parts, "a1": first, "a2": parts["a"] - first}
