"""The runs of a Word file: texts cut up, formatted, tracked, with hidden ones between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from .pieces import parts, pieces, spots

if TYPE_CHECKING:
    from random import Random

_FONTS = (
    "",
    '<w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>',
    '<w:rFonts w:eastAsia="方正小标宋简体"/><w:color w:val="000000"/>',
    '<w:b/><w:kern w:val="0"/><w:lang w:eastAsia="zh-CN"/>',
)
_HIDDEN = ("请核对后再报。", "此处数据待定", "一、总体情况")
_DELETED = ("未", "2018年", "共999件", "六、其他需要报告的事项")
_JUNK = (
    '<w:proofErr w:type="spellStart"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    '<w:bookmarkStart w:id="901" w:name="_GoBack"/><w:bookmarkEnd w:id="901"/>',
)
_LATIN_HYPHEN = re.compile(r"(?<=[0-9])-(?=[0-9])")
_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
BREAK = "<w:r><w:br/></w:r>"


@dataclass(frozen=True)
class RunStyle:
    """Shares of the texts that are cut into runs, of runs that are tracked or have hidden text
    or a link, of labels that are broken; whether hyphens keep their lines together.
    """

    cut: float
    tracked: float
    hidden: float
    linked: float
    broken: float
    hyphens: bool

    @staticmethod
    def draw(rng: Random) -> RunStyle:
        """Any style."""
        return RunStyle(
            cut=rng.choice((0.0, 0.3, 0.9)),
            tracked=rng.choice((0.0, 0.0, 0.1)),
            hidden=rng.choice((0.0, 0.0, 0.05)),
            linked=rng.choice((0.0, 0.0, 0.05)),
            broken=rng.choice((0.0, 0.0, 0.1)),
            hyphens=rng.random() < 0.1,
        )


class Runs:
    """Writes runs; numbers the tracked changes."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.style = RunStyle.draw(rng)
        self.changes = 0

    def of(self, text: str) -> str:
        """A text in runs, with what a word processor leaves between them."""
        if self.rng.random() >= self.style.cut:
            return self._tracked(text) if text else ""
        markup = ""
        for piece in pieces(text, self.rng, 6):
            markup += self._tracked(piece)
            if self.rng.random() < self.style.hidden:
                markup += _run(self.rng.choice(_HIDDEN), "<w:vanish/>")
            if self.rng.random() < 0.1:
                markup += self.rng.choice(_JUNK)
        return markup

    def label(self, text: str) -> str:
        """The runs of a label, broken over two lines or paragraphs now and then."""
        places = spots(text)
        if not places or self.rng.random() >= self.style.broken:
            return self.of(text)
        between = self.rng.choice((BREAK, "</w:p><w:p>"))
        return between.join(map(self.of, parts(text, [self.rng.choice(places)])))

    def deleted(self) -> str:
        """A tracked deletion of words that belong to nothing."""
        inner = _run(self.rng.choice(_DELETED), "", "delText")
        return f"<w:del {self.change()}>{inner}</w:del>"

    def replaced(self, text: str) -> str:
        """A tracked replacement of another number, or of the text's own beginning."""
        old = str(int(text) + 7) if text.isdecimal() else text[:2]
        deleted = f"<w:del {self.change()}>{_run(old, '', 'delText')}</w:del>"
        return f"{deleted}<w:ins {self.change()}>{_run(text, '')}</w:ins>"

    def change(self) -> str:
        """The attributes of the next tracked change."""
        self.changes += 1
        return f'w:id="{self.changes}" w:author="审核" w:date="2030-01-08T09:00:00Z"'

    def _tracked(self, text: str) -> str:
        markup = _run(text, self.rng.choice(_FONTS)).replace("\t", _TAB)
        if self.style.hyphens:
            markup = _LATIN_HYPHEN.sub(_HYPHEN, markup)
        if self.rng.random() < self.style.linked:
            return f'<w:hyperlink w:anchor="_GoBack">{markup}</w:hyperlink>'
        if self.rng.random() < self.style.tracked:
            return f"{self.deleted()}<w:ins {self.change()}>{markup}</w:ins>"
        return markup


def _run(text: str, properties: str, element: str = "t") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:{element} xml:space="preserve">{escape(text)}</w:{element}></w:r>'
