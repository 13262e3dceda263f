"""What the messages of several rules share; what is said of a rule itself stands in its file."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- names ----------------------------------------------------------------------------------
    "messages.table-1": "表一",
    "messages.table-2": "表二",
    "messages.table-3": "表三",
    "messages.table-4": "表四",
    "messages.table-5": "表五",
    "messages.table-6": "表六",
    "messages.table-7": "表七",
    "messages.table-8": "表八",
    "messages.table-9": "表九",
    "messages.row-and-column": "{row}（{column}）",
    "messages.names-joint": "、",
    "messages.no-number": "？",
    "messages.cell": "“{row}”一行的“{column}”",
    "messages.cell-in-row": "“{column}”",
    "messages.cell-in-column": "“{row}”一行",
    "messages.cells-of-row": "“{first}”（{columns}）",
    "messages.cells-of-rows": "“{first}”至“{last}”（{columns}）",
    "messages.all-columns": "各列",
    "messages.and-more": "等",
    "messages.about-new": "新收申请",
    "messages.about-carried_in": "上年结转",
    "messages.about-handled": "办结数",
    "messages.about-answered": "答复数",
    "messages.about-dealt": "办理数",
    "messages.about-carried_out": "结转下年",
    "messages.about-review": "行政复议",
    "messages.about-litigation": "行政诉讼",
    "messages.about-issued": "本年制发的行政规范性文件",
    "messages.about-repealed": "本年废止的行政规范性文件",
    "messages.about-in_force": "现行有效的行政规范性文件",
    # -- on whose authority ---------------------------------------------------------------------
    "messages.basis": "{fact}（{source}；{grade}）",
    "messages.grade-V": "官方文件里有原话",
    "messages.grade-L": "地方的通知这样要求",
    "messages.grade-S": "从已公布的报告归纳",
    "messages.grade-I": "这是推算的，不是原话",
    "messages.grade-R": "仅供参考",
    # -- which cell is wrong --------------------------------------------------------------------
    "messages.suspect-here": "最可能写错的是{cell}：应为 {expected}。",
    "messages.suspect-there": "最可能写错的是{cell}：写作 {actual}，应为 {expected}。",
    "messages.suspect-last": "与上一处是同一格：{cell}写作 {actual}，应为 {expected}。",
    "messages.suspect-again": "与前面说过的是同一格：{cell}写作 {actual}，应为 {expected}。",
    "messages.suspect-any": "可能写错的是下列之一，请核对：{cells}。",
    "messages.suspect-all": "可能有几格同时写错，请核对：{cells}。",
    "messages.suspect-item": "{cell} {actual} 改为 {expected}",
    "messages.suspect-more": "另有 {count} 格",
    # -- places that belong to a finding --------------------------------------------------------
    "messages.addend": "“{row}”“{column}”：{value}",
    "messages.cell-note": "{table}“{row}”“{column}”：{value}",
    "messages.blank-cell": "“{row}”“{column}”没有填数字",
    "messages.fee-elsewhere": "关于费用的话写在这里",
    "messages.other-number": "另一处写作 {value}",
    # -- why something could not be decided -----------------------------------------------------
    "messages.cell-unreadable": "{table}“{missing_row}”“{missing_column}”空白或不是数字，无法计算",
    "messages.row-unreadable": "{table}“{missing_row}”一行的数据个数不对，无法对应到各列",
    "messages.row-missing": "{table}缺少“{missing_row}”一行，无法计算",
    "messages.row-glued": "{table}“{row}”一行的数字连在一起，无法分开",
    "messages.row-parted": (
        "{table}“{row}”一行的 {found} 个数字只用空格隔开，与 {expected} 列对不上，无法分到各列"
    ),
    "messages.requests-unreadable": "表三的申请数量读不出来，无法核对",
    "messages.count-may-be-partial": "正文写作 {said}，与表中不同，但可能只是其中一部分",
    "messages.parts-may-be-incomplete": "其中各项之和小于总数，但可能没有列全",
    "messages.numbers-unreadable": "有的格空着或者读不出来，不能断定是不是全为零",
    "messages.power-unknown": "无法从机关名称判断它是否有权制定规章",
}
