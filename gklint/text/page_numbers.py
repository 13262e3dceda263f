"""What the number of a page looks like on a line of its own, whatever the format."""

from __future__ import annotations

from gklint.text.expressions import lazy_compile

_DASH = "[-—–―─－·•~]"
# — 3 —, - 3 -, ·3·, 第3页, 第 3 页 共 9 页, 共9页，第3页, 3/9, 3 / 共 9 页, Page 3 of 9
_PATTERN = lazy_compile(
    rf"{_DASH}+\s*\d{{1,4}}\s*{_DASH}+"
    r"|第\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3})\s*页.{0,12}"
    r"|共\s*\d{1,4}\s*页\s*[/,，]?\s*第\s*\d{1,4}\s*页"
    r"|\d{1,4}\s*[/／]\s*共?\s*\d{1,4}\s*页?"
    r"|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
_EDGES = frozenset("-—–―─－·•~页/第共P0123456789")


def is_page_number(text: str) -> bool:
    """Whether ``text``, without outer blanks, is a page number; a bare number is none."""
    return text[:1] in _EDGES and _PATTERN.fullmatch(text) is not None
