"""What the page of reports says besides the messages of findings."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "html.title": "年报检查结果",
    "html.overview": "文件",
    "html.file": "文件",
    "html.agency": "机关",
    "html.year": "年度",
    "html.error": "错误",
    "html.warning": "警告",
    "html.info": "提示",
    "html.undecided-count": "无法判断",
    "html.show": "显示",
    "html.report": "报告",
    "html.findings": "问题",
    "html.nothing": "没有发现问题。",
    "html.front": "开头",
    "html.as-written": "这张表在文件里的原样",
    "html.untold": "这一行分不清各格",
    "html.no-cell": "缺这格",
    "html.no-row": "缺这行",
    "html.blank": "空",
    "html.unclear": "无法判断",
    "html.unread": "不是数字",
    "html.expected": "应为 {number}",
    "html.possible": "可能应为 {number}",
    "html.sign-error": "✗",
    "html.sign-warning": "!",
    "html.sign-info": "i",
    "html.sums": "勾稽关系 {count} 个：不成立 {broken}，无法判断 {unclear}",
    "html.no-sums": "这一格不在勾稽关系里。",
    "html.undecided": "无法判断 {count} 项",
    "html.accepted": "已接受 {count} 处",
    "html.known": "基线中已有",
    "html.reason": "接受的理由：{reason}",
    "html.crop": "第 {page} 页（张）图片里的这一格",
}
