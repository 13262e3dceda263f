"""The language server: its actions, what it tells of a place, its messages."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "lsp.wrong-settings": "gklint 的设置有误，暂用默认设置检查：{problem}",
    "lsp.elsewhere": "gklint 在编辑器里读不了“{name}”：Word、PDF 等文件请用命令检查，"
    "即 gklint check 加文件名",
    # -- actions --------------------------------------------------------------------------------
    "lsp.fix": "修正 {code}：{change}",
    "lsp.fix-all": "修正全部可以放心修正的问题（{count} 个）",
    "lsp.change": "“{old}”改为“{new}”",
    "lsp.insert": "加上“{new}”",
    "lsp.delete": "删去“{old}”",
    "lsp.places": "{change}等，共 {count} 处",
    "lsp.accept": "接受 {code}：{where}加一条说明，理由由您填写",
    "lsp.behind-line": "在行末",
    "lsp.behind-place": "在这里",
    "lsp.accept-comment": "<!-- gklint: accept {code} 理由： -->",
    # -- a place --------------------------------------------------------------------------------
    "lsp.finds": "查什么：{finds}",
    "lsp.page": "规则说明",
    "lsp.cell": "{table}“{row}”一行“{column}”一列：{value}",
    "lsp.blank": "（空）",
    "lsp.sum": "{sum}：{state}",
}
