"""What is wrong with files that are no reports: not to be read or written, or not valid."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- the frames: which file, line and key ---------------------------------------------------
    "files.in-file": "{path}：{problem}",
    "files.at-line": "{name}:{line}: {problem}",
    "files.at-key": "{name}:{line}: {key}：{problem}",
    # -- reading and writing --------------------------------------------------------------------
    "files.missing": "找不到这个文件",
    "files.missing-path": "找不到这个文件或文件夹",
    "files.cannot-read": "无法读取：{reason}",
    "files.cannot-open": "无法打开 {path}：{reason}",
    "files.cannot-write": "无法写入 {path}：{reason}",
    "files.output-is-input": "输出不能就是被检查的文件，请另取文件名：{path}",
    "files.bad-name": "名称里有不能用的字符",
    "files.too-many-bytes": "文件太大，最多 {most} MB",
    # -- why the system refuses -----------------------------------------------------------------
    "files.no-permission": "没有权限，或文件正在 Word 等程序中打开",
    "files.read-only-disk": "磁盘是只读的",
    "files.disk-full": "磁盘已满",
    "files.too-large": "文件超过了系统允许的大小",
    "files.no-folder": "没有这个文件夹",
    "files.name-too-long": "名称太长",
    "files.is-folder": "这是文件夹，不是文件",
    "files.system-says": "{text}",
    # -- values of any kind ---------------------------------------------------------------------
    "files.unknown": "不认识“{value}”；可用的有：{known}",
    "files.unknown-of-many": "不认识“{value}”；可用的有：{known}等",
    "files.unknown-near": "不认识“{value}”；是否想写 {near}？",
    "files.unknown-code": "没有规则“{code}”；gklint rule 列出全部规则",
    "files.unknown-code-near": "没有规则“{code}”，是否想写 {near}？",
    "files.expected": "应为{expected}，现为 {found}",
    "files.expected-one-of": "应为 {known} 之一，现为 {found}",
    "files.expected-flag": "应为 true 或 false（不加引号），现为 {found}",
    "files.expected-number": "应为不小于 {at_least} 的整数，现为 {found}",
    "files.expected-table-of": "应为含 {known} 的表，现为 {found}",
    "files.missing-key": "缺少“{name}”",
    "files.expression": "正则表达式",
    "files.expression-wrong": "正则表达式“{text}”有误：{problem}",
    "files.expression-groups": "正则表达式“{text}”应有 {count} 个括号组",
    # -- accept files ---------------------------------------------------------------------------
    "files.accept-head": "经审核接受的检查结果，由 gklint accept 写入。改正后请删去相应的一条。",
    "files.accept-missing": "找不到这个接受文件；gklint accept 可以生成一个",
    "files.accept-entry": "每一条应以“[[accept]]”开头",
    "files.accept-text": "缺少“{key}”（要加引号的文字）",
    "files.accept-day": "应为日期，不加引号，例如 2026-12-31",
    "files.accept-damaged": "接受文件记不下这样的文件名或理由：其中有乱码，请先改名",
    "files.accept-closed": "后面加不上新的一条；请把每一条都写成“[[accept]]”",
    # -- baselines ------------------------------------------------------------------------------
    "files.baseline-missing": "找不到这个基线文件；gklint baseline 可以生成一个",
    "files.baseline-again": "请用 gklint baseline 重新生成",
    "files.baseline-other": "不是 gklint 的基线文件",
    "files.baseline-version": "是第 {found} 版的基线文件，gklint {gklint} 只认第 {known} 版",
    "files.baseline-no-list": "基线文件不完整，findings 应为列表",
    "files.baseline-entry": "基线文件不完整，应为含 code 和 fingerprint 的一条",
    "files.baseline-text": "基线文件不完整，缺少“{key}”（文字）",
}
