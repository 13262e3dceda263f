"""What comparing with last year's report says: places in it, and why it cannot be compared with."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "earlier.cell": "{year} 年报告，{table}“{row}”“{column}”：{value}",
    # -- numbers that cannot be compared --------------------------------------------------------
    "earlier.cell-unreadable": "上年的报告（{file}）中，{table}“{missing_row}”"
    "“{missing_column}”空白或不是数字，无法对照",
    "earlier.cell-missing": "上年的报告（{file}）中，{table}没有“{missing_row}”"
    "“{missing_column}”这一格，无法对照",
    # -- no report to compare with: of this one -------------------------------------------------
    "earlier.own-year": "看不出这份报告是哪一年的，无法与上年对照",
    "earlier.own-body": "看不出这份报告是哪个机关的，无法找到它上年的报告",
    # -- of a single file -----------------------------------------------------------------------
    "earlier.itself": "作为上年报告给出的 {file} 就是这份报告，没有与上年对照",
    "earlier.other-year": "{file} 是 {found} 年的报告，不是 {year} 年的，没有与上年对照",
    "earlier.other-body": "{file} 是{found}的报告，不是{agency}的，没有与上年对照",
    "earlier.unfit": "上年的报告 {file} 无法用来对照：{reason}",
    "earlier.no-report": "它不像是年度报告",
    "earlier.no-year": "看不出是哪一年的",
    "earlier.not-covered": "{year} 年的报告还没有统一的格式",
    "earlier.crashed": "gklint 读它时出错（{error}）",
    # -- of a folder ----------------------------------------------------------------------------
    "earlier.none": "{path} 中没有找到{agency} {year} 年的报告，没有与上年对照{others}",
    "earlier.likely": "{path} 中没有找到{agency} {year} 年的报告，没有与上年对照；"
    "名称相近的有{near}，无法断定是不是同一个机关{others}",
    "earlier.several": "{path} 中{agency} {year} 年的报告不止一份，而且数字不同（{files}{more}），"
    "没有与上年对照",
    "earlier.others": "（另有 {count} 个文件看不出是哪个机关、哪一年的报告：{files}{more}）",
}
