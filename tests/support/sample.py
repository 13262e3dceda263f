"""The sample report and small variations of it, each with one known finding."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gklint.docs import last_year_text, sample_text


def changed(*pairs: tuple[str, str]) -> str:
    """The sample report with each first text replaced by the second, once."""
    return _changed(sample_text(), pairs)


def last_year(*pairs: tuple[str, str]) -> str:
    """That of the year before, likewise."""
    return _changed(last_year_text(), pairs)


def _changed(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for old, new in pairs:
        text = replace_once(text, old, new)
    return text


def replace_once(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
    return text.replace(old, new)


CLEAN = changed()
# GK303 and GK302 (errors) and nothing else.
WRONG_SUM = changed(
    ("（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |", "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 5 |")
)
# GK501 (error) and nothing else.
NO_CONTACT = changed(
    ("如有疑问，请与青石县水务局办公室联系（地址：青石县河滨路8号，电话：0919-2345678）。\n", "")
)
# GK402 (warning) and nothing else.
WRONG_COUNT = changed(("新收政府信息公开申请5件", "新收政府信息公开申请八件"))
# GK702 (info) and nothing else.
TRADITIONAL = changed(("定期清理失效文件", "定期清理失效文檔"))
NOT_A_REPORT = "青石县水务局值班表\n一月：王某\n"


def write(folder: Path, **texts: str) -> list[str]:
    """Write texts as ``<name>.txt``; return their paths."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, "utf-8")
        paths.append(str(path))
    return paths
