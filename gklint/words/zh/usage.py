"""What is wrong with a command as it was typed."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "usage.compare-no-file": "找不到文件 {path}；compare 后面写两个文件",
    # -- commands and options -------------------------------------------------------------------
    "usage.no-command": "请给出命令，例如：gklint check 年报.docx（检查报告）；"
    "gklint --help 列出全部命令",
    "usage.path-for-command": "请写明命令，例如：gklint check {path}",
    "usage.unknown-option": "不认识的选项：{options}（{command} --help 列出全部选项）",
    "usage.wrong-option": "{problem}（{command} --help 列出全部选项）",
    "usage.unknown-command": "没有这个命令：{value}（可用的有：{known}）",
    "usage.unknown-value": "选项 {option} 没有这个值：{value}（可用的有：{known}）",
    "usage.no-value": "选项 {option} 后面缺少一个值",
    "usage.no-values": "选项 {option} 后面缺少值",
    "usage.no-value-wanted": "选项 {option} 不能有值：{value}",
    "usage.ambiguous": "{option} 没有写全，可能是 {known}",
    "usage.missing": "缺少 {names}",
    "usage.of-option": "选项 {option}: {problem}",
    "usage.other": "{problem}",
    "usage.not-a-count": "应为正整数，现为“{found}”",
    "usage.not-a-date": "应为日期，如 2026-12-31，现为“{found}”",
    "usage.config-and-isolated": "--config 与 --isolated 不能同时给出",
    "usage.severity": "--severity {found}：级别应为 {levels} 之一",
    "usage.limit": "--limit {found}：应写作 名称=正整数，名称为 {names} 之一",
    # -- files to check -------------------------------------------------------------------------
    "usage.no-paths": "请给出要检查的文件或文件夹，例如：{example}（或在 gklint.toml 里写 paths）",
    "usage.no-paths-but-rules": "请给出要检查的文件或文件夹，例如：{example}"
    "（或在 gklint.toml 里写 paths）；要检查的文件请写在 --rules 之前",
    "usage.example-check": "gklint check 年报.docx",
    "usage.example-baseline": "gklint baseline reports/ -o 基线.json",
    "usage.no-such-path": "找不到文件或文件夹：{path}",
    "usage.nothing-to-check": "文件夹里没有可以检查的文件（{kinds}）：{paths}",
    "usage.nothing-but-others": "文件夹里没有可以检查的文件（{kinds}）：{paths}；"
    "其中有 {count} 个文件是 gklint 读不了的类型，如 {examples}",
    "usage.nothing-but-left-out": "文件夹里没有可以检查的文件（{kinds}）：{paths}；"
    "其中有文件或文件夹按 {left_out} 不检查",
    "usage.exclude-and-gitignore": ".gitignore 和 exclude",
    # -- check ----------------------------------------------------------------------------------
    "usage.stdin-and-paths": "“-”（标准输入）不能与其他路径同时给出",
    "usage.not-for-stdin": "{option} 不能用于标准输入",
    "usage.fix-and-diff": "--fix 与 --diff 不能同时给出：--diff 只显示会改什么",
    "usage.unsafe-fixes-alone": "--unsafe-fixes 要与 --fix 或 --diff 同时给出",
    "usage.diff-and-screen": "--diff 占用屏幕；结果请写作 --format {format}=文件",
    "usage.statistics-and-screen": "--statistics 代替屏幕上的结果；"
    "其他格式请写作 --format 格式=文件",
    "usage.unknown-format": "没有输出格式“{format}”；可用的有：{known}",
    "usage.no-file-of-format": "--format {format}：“=”后面应为文件名",
    "usage.two-on-screen": "只能有一种格式输出到屏幕；其余请写作 --format 格式=文件",
    # -- annotate, extract ----------------------------------------------------------------------
    "usage.annotate-folder": "这是文件夹，不是文件：{path}",
    "usage.annotate-nothing": "找不到文件：{path}",
    "usage.annotate-other": "只能在 .docx 文件上加批注，请先另存为 .docx：{path}",
    "usage.annotate-output": "输出是 Word 文件，文件名应以 .docx 结尾：-o {stem}.docx",
    "usage.annotate-same": "输出不能就是原文件，请另取文件名：-o {stem}-批注.docx",
    "usage.no-format": "没有格式“{format}”；请用 --format 给出，可用的有：{known}",
    "usage.xlsx-on-screen": "xlsx 格式请用 -o 指定文件，例如：-o 汇总.xlsx",
    "usage.extract-too-many": "报告超过 {limit} 份，一张 Excel 表放不下；请改用 csv 格式",
    # -- accept, baseline, lsp ------------------------------------------------------------------
    "usage.empty-reason": "--reason 不能是空的：接受一个结果要写明理由",
    "usage.day-is-over": "--until {day}：这一天已经过去，接受不会起作用",
    "usage.no-accept-file": "请用 --accept 给出接受文件，例如：--accept gklint-accept.toml",
    "usage.no-baseline": "请用 -o 给出基线文件，例如：{example}",
    "usage.needed-by-corpus": "分析成批的历年报告还要安装别的包，请运行：{command}",
    "usage.needed-by-lsp": "语言服务器还要安装别的包，请运行：{command}",
    "usage.needed-by-scan": "识别扫描件还要装几个程序包；请运行：{command}",
    "usage.needed-by-web": "网页还要安装别的包，请运行：{command}",
    "usage.needed-by-new": "生成空白年报还要安装别的包，请运行：{command}",
    "usage.needed-by-review": "审核全县的报告还要安装别的包，请运行：{command}",
    # -- while it runs --------------------------------------------------------------------------
    "usage.cannot-go-on": "无法继续：{reason}",
    "usage.cannot-go-on-file": "无法继续：{path}：{reason}",
    "usage.cannot-watch": "无法监视文件夹的改动：{reason}",
    "usage.process-ended": "检查用的进程被系统中止（可能是内存不够），没有查完；请用 --jobs 1 再试",
}
