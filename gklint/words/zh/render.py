"""What output formats say besides the messages of findings."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- severities -----------------------------------------------------------------------------
    "render.error": "错误",
    "render.warning": "警告",
    "render.info": "提示",
    # -- places without lines -------------------------------------------------------------------
    "render.place-page": "第{number}页",
    "render.place-paragraph": "第{number}段",
    "render.place-table": "第{number}个表格",
    "render.place-row": "第{number}行",
    "render.place-cell": "第{number}格",
    "render.place-line": "第{number}行",
    "render.place-words": "“{number}”",
    "render.place-joint": "",
    "render.at-place": "{place}：{message}",
    # -- findings, in several formats -----------------------------------------------------------
    "render.basis": "依据：{basis}",
    "render.reason-until": "{reason}（到期：{until}）",
    "render.comment": "{severity} {code}：{message}",
    # -- text -----------------------------------------------------------------------------------
    "render.checked": "{path}：{counts}",
    "render.checked-clean": "{path}：没有发现问题。{counts}",
    "render.checked-clean-but": "{path}：没有其他问题。{counts}",
    "render.counts": "查了 {total} 项：通过 {passed}，有误 {failed}，无法判断 {undecided}{others}",
    "render.undecided": "无法判断：{reason}",
    "render.more-undecided": "……（{count}）",
    "render.summary": "共检查 {files} 个文件：错误 {error}，警告 {warning}，提示 {info}{others}。",
    "render.accepted": "，已接受 {count}",
    "render.known": "，基线中已有 {count}",
    # -- files of no kind to read ----------------------------------------------------------------
    "render.others": "有 {count} 个文件没有检查，gklint 读不了这些类型"
    "（压缩包请先解压，图片、表格请另存为 Word、PDF 或文本）：",
    "render.others-more": "……另有 {count} 个，用 --show-files 全部列出",
    "render.others-counted": "，另有 {count} 个文件没有检查",
    "render.other": "没有检查：gklint 读不了这种类型的文件",
    # -- statistics -----------------------------------------------------------------------------
    "render.column-findings": "条数",
    "render.column-files": "文件",
    "render.column-severity": "级别",
    "render.column-rule": "规则",
    "render.column-name": "名称",
    "render.column-finds": "查什么",
    # -- github ---------------------------------------------------------------------------------
    "render.github-over": "{summary} GitHub 对每一级别只标注前 {most} 条，全部发现见本步骤的日志。",
    "render.github-head": "| 级别 | 位置 | 规则 | 说明 |",
    "render.github-rules": "规则的说明：`gklint rule 代码`",
    "render.github-more": "另有 {count} 条，见本步骤的日志。",
    # -- junit ----------------------------------------------------------------------------------
    "render.junit-accepted": "已接受：{reason}",
    "render.junit-known": "基线中已有",
    # -- sarif ----------------------------------------------------------------------------------
    "render.sarif-root": "运行 gklint 的文件夹",
    "render.sarif-safe": "可安全改正",
    "render.sarif-unsafe": "改后请核对",
    # -- rules, as sarif and `gklint rule` describe them ----------------------------------------
    "render.rule-basis": "依据：{fact}（{source}）",
    "render.rule-grade": "依据等级：{grade}",
    "render.rule-bad": "有误的写法：",
    "render.rule-good": "正确的写法：",
    "render.rule-deleted": "（删去）",
    "render.rule-last-year": "上年的报告：",
}
