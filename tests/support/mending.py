"""Texts with faults that can be mended, what becomes of them, and files that hold them."""

from __future__ import annotations

from pathlib import Path

from tests.support import folders
from tests.support.sample import changed

NUMBER = ("行政许可 | 36 | ||", "行政许可 | 3 6 | ||")
QUOTES = ("2023年，本机关未收取信息处理费。", "2023年，本机关未收取〝信息处理费〞。")
RIGHT_QUOTES = (QUOTES[0], "2023年，本机关未收取“信息处理费”。")
OLD = changed(NUMBER, QUOTES)
NEW = changed(RIGHT_QUOTES)
CHARACTERS = ("定期清理失效文件", "定期清理失效文檔")
SIMPLER = (CHARACTERS[0], "定期清理失效文档")
# Both kinds, and what becomes of it with only the safe fixes.
OLD_BOTH, NEW_BOTH = changed(QUOTES, CHARACTERS), changed(RIGHT_QUOTES, CHARACTERS)
NEW_UNSAFE = changed(RIGHT_QUOTES, SIMPLER)


def put(name: str, text: str = OLD, encoding: str = "utf-8") -> Path:
    """Write a file with faults, or with another text."""
    return folders.put(name, text, encoding)


def page(text: str, charset: str) -> str:
    """A web page with the lines of a text, and with line breaks of all kinds."""
    lines = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split('|'))}</tr>\n"
        if "|" in line
        else f"</table><p>{line}</p><table>\n"
        for line in text.splitlines()
    )
    return f"<!DOCTYPE html>\r\n<meta charset={charset}>\r<table>{lines}</table>\f<!-- 完 -->"
