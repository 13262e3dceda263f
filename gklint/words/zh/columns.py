"""The columns of the tables that `gklint extract` writes: their heads, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- sheets ---------------------------------------------------------------------------------
    "columns.summary-sheet": "汇总",
    "columns.legend-sheet": "说明",
    "columns.legend-column": "列",
    "columns.legend-head": "表头",
    "columns.legend-name": "名称（JSON、CSV）",
    "columns.legend-means": "说明",
    # -- columns --------------------------------------------------------------------------------
    "columns.path": "文件",
    "columns.path-means": "文件的路径",
    "columns.format": "格式",
    "columns.format-means": "2021（现行格式）或 2019（试行格式）",
    "columns.agency": "机关",
    "columns.agency-means": "标题中的机关名称",
    "columns.year": "年度",
    "columns.year-means": "报告的年度",
    "columns.error": "错误代码",
    "columns.error-means": "文件无法读取或不是年度报告时的规则代码；此时其余各列多为空",
    "columns.error_message": "错误说明",
    "columns.error_message-means": "为什么无法读取",
    "columns.title": "标题",
    "columns.title-means": "报告的标题",
    "columns.period_start": "统计期限起",
    "columns.period_start-means": "前言所写的起始日期；未写年份的只有月、日",
    "columns.period_end": "统计期限止",
    "columns.period_end-means": "前言所写的截止日期",
    "columns.telephone": "电话",
    "columns.telephone-means": "正文中的电话",
    "columns.fax": "传真",
    "columns.fax-means": "正文中的传真",
    "columns.email": "电子邮箱",
    "columns.email-means": "正文中的电子邮箱",
    "columns.address": "地址",
    "columns.address-means": "正文中的联系地址",
    "columns.postcode": "邮编",
    "columns.postcode-means": "正文中的邮政编码",
    "columns.section-means": "有这一部分为1，没有为0",
    "columns.blank": "空白",
    "columns.blank-means": "表中空白或画线的格；整行、整表空白的只写行、表",
    "columns.unreadable": "读不出",
    "columns.unreadable-means": "有内容但不是数字的格，或无法分到各列的行",
    "columns.missing": "缺少",
    "columns.missing-means": "报告里没有的表、行",
    "columns.number-means": "没有数字时为空",
    "columns.former-number-means": "没有数字时为空；只见于以前的格式",
}
