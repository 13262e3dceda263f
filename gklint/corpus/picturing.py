"""A picture of an answer: a bar for each label, in parts where there are series.

Room is kept by the widths of characters, not by what a font says: an SVG file has its text as text,
and is drawn with the font of whoever opens it.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gklint.corpus.asking import Answer
from gklint.errors import UsageError
from gklint.render.printable import printable, width
from gklint.ruleset.loading import load_rules
from gklint.words import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png")
_MOST = 40  # labels
_WIDEST = 44  # of a label, in letters
_FONTS = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC"),
    *("Hiragino Sans GB", "SimHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "SimSun"),
)
_SIZE, _TITLE = 10, 13  # points
_LETTER = 0.5 * _SIZE / 72  # inches; of a Chinese character twice as much
_LINE, _BARS, _EDGE = 0.3, 6.0, 0.25  # inches
_COLOURS: Mapping[str, str] = {
    "error": "#c0392b",
    "warning": "#e08e0b",
    "info": "#3477b2",
    "agrees": "#4b9560",
    "differs": "#c0392b",
    "undecided": "#b4b9bd",
    "came": "#c0392b",
    "gone": "#4b9560",
    "moved": "#3477b2",
}
_PALE = "#555555"
_OTHERS = ("#3477b2", "#e08e0b", "#4b9560", "#8e5ea2", "#c0392b", "#7f8c8d")
_INSIDE = 0.05  # of the longest bar, a part that has room for its number


class Bar(NamedTuple):
    """``values``: by their series; one that is called None where there are none."""

    label: str
    values: Mapping[str | None, float]

    @property
    def whole(self) -> float:
        """How long it is."""
        return sum(self.values.values())


class Picture(NamedTuple):
    """``labels``, ``numbers``: what the axes are called.  ``series``: with how they are called."""

    title: str
    labels: str
    numbers: str
    series: Mapping[str | None, str]
    bars: Sequence[Bar]


def pictured(answer: Answer, view: str | None, lang: str) -> Picture:
    """What a picture shows: labels, maybe series, and numbers.  Raises UsageError."""
    if len(answer.columns) not in (2, 3):
        raise UsageError("corpus.no-picture")
    bars: dict[str, dict[str | None, float]] = {}
    for label, *series, number in answer.rows:
        if isinstance(number, bool) or not isinstance(number, (int, float, Decimal, type(None))):
            raise UsageError("corpus.no-picture")
        kind = next((_plain(each) for each in series if each is not None), None)
        bars.setdefault(_label(label, lang), {})[kind] = float(number or 0)
        if len(bars) > _MOST:
            raise UsageError("corpus.too-many-bars", most=_MOST)
    if not bars:
        raise UsageError("corpus.nothing-to-draw")
    there = dict.fromkeys(chain.from_iterable(bars.values()))
    places = {kind: place for place, kind in enumerate(_COLOURS)}
    kinds = sorted(there, key=lambda kind: places.get(kind or "", 0))
    named = {kind: _series(kind, lang) for kind in kinds}
    title, labels, numbers = _axes(answer, view, lang)
    return Picture(title, labels, numbers, named, [Bar(*each) for each in bars.items()])


def _axes(answer: Answer, view: str | None, lang: str) -> tuple[str, str, str]:
    """The title, and what the axes are called."""
    if view is None:
        return "", _plain(answer.columns[0]), _plain(answer.columns[-1])
    return (
        say(lang, f"pictures.{view}"),
        say(lang, f"pictures.{view}-labels"),
        say(lang, f"pictures.{view}-numbers"),
    )


def _label(value: Any, lang: str) -> str:
    """A label; with the code of a rule goes what that finds."""
    if value is None:
        return say(lang, "pictures.unknown")
    rule = load_rules().rules.get(str(value))
    text = f"{rule.code} {rule.finds[lang]}" if rule else str(value)
    return _cropped(printable(text))


def _cropped(text: str) -> str:
    if width(text) <= _WIDEST:
        return text
    while width(text) >= _WIDEST:
        text = text[:-1]
    return f"{text}…"


def _series(kind: str | None, lang: str) -> str:
    try:
        return "" if kind is None else say(lang, f"pictures.series-{kind}")
    except KeyError:  # of a question of one's own
        return kind or ""


def _plain(value: object) -> str:
    return printable(str(value))


# -- drawing ---------------------------------------------------------------------------------


def draw(picture: Picture, path: Path) -> bytes:
    """A picture as a file.  Raises UsageError: of another kind, or no font has its characters."""
    kind = path.suffix[1:].lower()
    if kind not in FORMATS:
        raise UsageError("usage.no-format", format=kind, known=[*FORMATS])
    import matplotlib as mpl

    family = [*_FONTS, "sans-serif"] if kind == "svg" else [_font(picture), "DejaVu Sans"]
    settings: Any = {
        "font.family": family,
        "font.size": _SIZE,
        "axes.unicode_minus": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "gklint",
    }
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # fonts that are not here
    into = BytesIO()
    with mpl.rc_context(settings), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # characters that its own fonts lack
        figure = _figure(picture)
        said = {"Date": None} if kind == "svg" else {"Software": None}
        figure.savefig(into, format=kind, dpi=150, metadata=said)
    return into.getvalue()


def _figure(picture: Picture) -> Figure:
    from matplotlib.figure import Figure as New

    names = (picture.labels, *(bar.label for bar in picture.bars))
    left = _LETTER * max(map(width, names)) + 2 * _EDGE
    legend = [*_legend(picture, left)]
    lines = 1.5 * bool(picture.title) + (legend[-1][2] + 1 if legend else 0)
    head = _LINE * (lines + 1) + _EDGE
    inside, foot = _LINE * len(picture.bars), 2 * _LINE + _EDGE
    wide, high = left + _BARS + 2 * _EDGE, head + inside + foot
    figure = New((wide, high))
    axes = figure.add_axes((left / wide, foot / high, _BARS / wide, inside / high))
    _draw_bars(axes, picture)
    axes.set_xlabel(picture.numbers)

    def put(text: str, at: float, above: float, **how: Any) -> None:
        figure.text(at / wide, above / high, text, va="center", **how)

    put(picture.labels, left - 0.06, foot + inside + _LINE / 2, ha="right", color=_PALE)
    top = high - _EDGE
    if picture.title:
        put(picture.title, left, top - _LINE / 2, size=_TITLE)
        top -= 1.5 * _LINE
    colours = _colours(picture)
    for kind, at, line in legend:
        above = top - (line + 0.5) * _LINE
        put("■", at, above, color=colours[kind], family="DejaVu Sans")
        put(picture.series[kind], at + 3 * _LETTER, above)
    return figure


def _legend(picture: Picture, left: float) -> Iterator[tuple[str | None, float, int]]:
    """The series, with where each is named: how far to the right, and in which line."""
    if {*picture.series} == {None}:
        return
    at, line = left, 0
    for kind, name in picture.series.items():
        needed = _LETTER * (width(name) + 6)
        if at > left and at + needed > left + _BARS:
            at, line = left, line + 1
        yield kind, at, line
        at += needed


def _draw_bars(axes: Axes, picture: Picture) -> None:
    from matplotlib.ticker import MaxNLocator

    colours, parted = _colours(picture), len(picture.series) > 1
    longest = max(max(bar.whole for bar in picture.bars), 1e-9)
    stacked = any(len(bar.values) > 1 for bar in picture.bars)
    for number, bar in enumerate(picture.bars):
        start = 0.0
        for kind in picture.series:
            value = bar.values.get(kind, 0)
            axes.barh(number, value, 0.72, start, color=colours[kind])
            if stacked and parted and value > _INSIDE * longest:
                axes.text(
                    start + value / 2,
                    number,
                    _number(value),
                    color="white",
                    ha="center",
                    va="center",
                    size=_SIZE - 2,
                )
            start += value
        if not (stacked and parted):
            axes.text(start + longest / 100, number, _number(start), va="center", size=_SIZE - 1)
    axes.set_yticks(range(len(picture.bars)), [bar.label for bar in picture.bars])
    axes.set_ylim(len(picture.bars) - 0.5, -0.5)
    if all(bar.whole == int(bar.whole) for bar in picture.bars):
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlim(0, longest * (1.02 if stacked and parted else 1.1))
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right"]].set_visible(False)


def _colours(picture: Picture) -> Mapping[str | None, str]:
    others = iter(_OTHERS * (1 + len(picture.series) // len(_OTHERS)))
    return {kind: _COLOURS.get(kind or "") or next(others) for kind in picture.series}


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def _font(picture: Picture) -> str:
    """An installed font that has all characters of a picture.  Raises UsageError."""
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    texts = (picture.title, picture.labels, picture.numbers, *picture.series.values())
    needed = {ord(char) for text in (*texts, *(bar.label for bar in picture.bars)) for char in text}
    places = {name: place for place, name in enumerate(_FONTS)}
    found = sorted(fontManager.ttflist, key=lambda each: places.get(each.name, len(places)))
    for font in found:
        if font.style == "normal" and needed <= FT2Font(font.fname).get_charmap().keys():
            return font.name
    raise UsageError("corpus.no-font")
