"""Harmless noise of real files: a clean report that carries it is still clean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .layouts import print_document
from .lines import BLANK, Line, Rendered, assemble
from .rewrite import Words, insert, rewrite, split
from .traditional import traditional

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from .document import Document

Lines = tuple[Line, ...]
_UNIT = "(?=[年月日件条份宗])"
_HALF = str.maketrans("，：；（）〔〕", ",:;()[]")
_FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_RADICALS = str.maketrans("一二人民门户方力大工行文", "⼀⼆⼈⺠⻔⼾⽅⼒⼤⼯⾏⽂")
_CHROME_BEFORE = (
    ("首页 > 政务公开 > 政府信息公开年报", "字体：[大 中 小]  打印"),
    ("索引号：YL-2030-0117", "发布机构：政务公开办公室", "发布时间：10:20"),
    ("您当前所在的位置：首页 > 法定主动公开内容", "浏览次数：218次", "点击朗读"),
)
_CHROME_AFTER = (
    ("扫一扫在手机上查看当前页面", "主办：县人民政府办公室    承办：县大数据中心"),
    ("附件下载", "打印本页    关闭窗口", "某ICP备00000000号-1"),
    ("上一篇：没有了", "下一篇：没有了", "网站地图 | 联系方式 | 关于本站"),
)


@dataclass(frozen=True)
class Noise:
    """One kind of noise: on the document, on the printed lines, or both."""

    document: Callable[[Document, Random], Document] | None = None
    lines: Callable[[Lines, Random, str], Lines] | None = None


def render_noisy(
    document: Document, layout: str, rng: Random, names: tuple[str, ...] | None = None
) -> Rendered:
    """Print a document with the named kinds of noise (at random: one to three)."""
    chosen = names if names is not None else tuple(rng.sample(tuple(NOISES), k=rng.randint(1, 3)))
    for name in chosen:
        on_document = NOISES[name].document
        if on_document is not None:
            document = on_document(document, rng)
    lines = print_document(document, layout, rng)
    for name in chosen:
        on_lines = NOISES[name].lines
        if on_lines is not None:
            lines = on_lines(lines, rng, layout)
    newline = rng.choice(("\r\n", "\r")) if "newlines" in chosen else "\n"
    end = newline * rng.randint(0, 2)
    return assemble(lines, newline, "bom" in chosen, end)


def _remembered(change: Words) -> Words:
    return cache(change)


def _label_spaces(document: Document, rng: Random) -> Document:
    def spaced(text: str) -> str:
        if len(text) < 2 or rng.random() < 0.6:
            return text
        at = rng.randint(1, len(text) - 1)
        return f"{text[:at]} {text[at:]}"

    return rewrite(document, label=_remembered(spaced))


def _number_spaces(document: Document, _rng: Random) -> Document:
    def spaced(text: str) -> str:
        return re.sub(rf"(?<![\d—])(\d+){_UNIT}", r" \1 ", text).lstrip()

    return rewrite(document, prose=spaced, heading=spaced)


def _value_spaces(document: Document, rng: Random) -> Document:
    blanks = rng.choice((" ", "　", "  ", "\u00a0"))
    return rewrite(document, value=lambda text: blanks + text + rng.choice(("", " ")))


def _number_gaps(document: Document, rng: Random) -> Document:
    """Blanks within some numbers of the tables, not where they part thousands."""
    blank = rng.choice((" ", "\u3000", "\u00a0"))

    def parted(text: str) -> str:
        at = len(text) - rng.randint(1, 2)
        whole = text.isdigit() and at > 0 and rng.random() < 0.5
        return f"{text[:at]}{blank}{text[at:]}" if whole else text

    return rewrite(document, value=parted)


def _half_width(document: Document, _rng: Random) -> Document:
    def half(text: str) -> str:
        return text.translate(_HALF)

    return rewrite(document, half, half, heading=half)


def _full_digits(document: Document, rng: Random) -> Document:
    def full(text: str) -> str:
        return text.translate(_FULL_DIGITS)

    if rng.random() < 0.5:
        return rewrite(document, value=full)
    return rewrite(document, prose=lambda t: re.sub(rf"\d+{_UNIT}", lambda m: full(m[0]), t))


def _numbering(document: Document, rng: Random) -> Document:
    dot = rng.choice(("．", "、", ". ", ".  "))
    return rewrite(document, label=lambda text: re.sub(r"^(\d)\.", rf"\1{dot}", text))


def _quotes(document: Document, rng: Random) -> Document:
    table = str.maketrans(rng.choice(({"“": '"', "”": '"'}, {"〈": "<", "〉": ">"}, {"”": "〞"})))
    return rewrite(document, lambda t: t.translate(table), lambda t: t.translate(table))


def _thousands(document: Document, _rng: Random) -> Document:
    return rewrite(document, value=lambda t: f"{int(t):,}" if t.isdigit() else t)


def _traditional(document: Document, _rng: Random) -> Document:
    return rewrite(document, traditional, traditional, heading=traditional)


def _radicals(document: Document, _rng: Random) -> Document:
    """Radicals for the characters that look like them, as text taken out of a PDF has them."""

    def change(text: str) -> str:
        return text.translate(_RADICALS)

    return rewrite(document, change, change, heading=change)


def _cut_points(lines: Lines) -> list[int]:
    return [i for i, line in enumerate(lines) if line.kind == "prose" and len(line.text) > 40]


def _may_cut(text: str, at: int) -> bool:
    """Whether position `at` is not inside a number, a Latin word or a markup."""
    return at == 0 or not re.search(r"[0-9A-Za-z０-９.,@:—*#/-]{2}", text[at - 1 : at + 1])


def _cut(lines: Lines, rng: Random, between: Lines) -> Lines:
    """Break one long paragraph, never inside a number or a Latin word."""
    index = rng.choice(_cut_points(lines))
    text = lines[index].text
    spots = [at for at in range(10, len(text) - 10) if _may_cut(text, at)]
    first, second = split(lines[index], rng.choice(spots))
    return (*lines[:index], first, *between, second, *lines[index + 1 :])


def _page_break(lines: Lines, rng: Random, _layout: str) -> Lines:
    number = rng.randint(1, 12)
    page = Line(rng.choice((f"— {number} —", f"—{number}—")))
    between = (BLANK, page, BLANK)
    tables = [
        i
        for i in range(1, len(lines))
        if lines[i].kind == lines[i - 1].kind == "table" and "---" not in lines[i].text
    ]
    if not tables or rng.random() < 0.5:
        return _cut(lines, rng, between)
    at = rng.choice(tables)
    return (*lines[:at], *between, *lines[at:])


def _broken_sentence(lines: Lines, rng: Random, _layout: str) -> Lines:
    return _cut(lines, rng, (BLANK,) * rng.randint(1, 2))


def _chrome(lines: Lines, rng: Random, _layout: str) -> Lines:
    before = tuple(Line(text) for text in rng.choice(_CHROME_BEFORE))
    after = tuple(Line(text) for text in rng.choice(_CHROME_AFTER))
    side = rng.random()
    return (*(before if side < 0.7 else ()), *lines, *(after if side > 0.3 else ()))


def _bold(lines: Lines, rng: Random, _layout: str) -> Lines:
    changed = []
    for line in lines:
        if line.kind == "head" and rng.random() < 0.5:
            start = len(line.text) - len(line.text.lstrip("# "))
            line = insert(insert(line, len(line.text), "**"), start, "**")
        elif line.kind == "prose" and len(line.text) > 30 and rng.random() < 0.4:
            cuts = [at for at in range(30) if _may_cut(line.text, at)]
            start, end = cuts[0], next((at for at in cuts if at >= rng.randint(8, 20)), 0)
            line = insert(insert(line, end, "**"), start, "**") if start < end else line
        changed.append(line)
    return tuple(changed)


def _indent(lines: Lines, rng: Random, layout: str) -> Lines:
    blanks = rng.choice(("　　", "  ", "    "))
    if layout == "markdown":
        blanks = "　　"
    return tuple(
        insert(x, 0, blanks) if x.kind == "prose" and x.text[:1] != "#" else x for x in lines
    )


def _trailing(lines: Lines, rng: Random, _layout: str) -> Lines:
    return tuple(
        insert(x, len(x.text), "  ") if x.kind in ("prose", "head") and rng.random() < 0.5 else x
        for x in lines
    )


NOISES: dict[str, Noise] = {
    "label_spaces": Noise(_label_spaces),
    "number_spaces": Noise(_number_spaces),
    "value_spaces": Noise(_value_spaces),
    "number_gaps": Noise(_number_gaps),
    "half_width": Noise(_half_width),
    "full_digits": Noise(_full_digits),
    "numbering": Noise(_numbering),
    "quotes": Noise(_quotes),
    "thousands": Noise(_thousands),
    "traditional": Noise(_traditional),
    "radicals": Noise(_radicals),
    "page_break": Noise(None, _page_break),
    "broken_sentence": Noise(None, _broken_sentence),
    "chrome": Noise(None, _chrome),
    "bold": Noise(None, _bold),
    "indent": Noise(None, _indent),
    "trailing": Noise(None, _trailing),
    "newlines": Noise(),
    "bom": Noise(),
}
