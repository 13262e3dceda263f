"""What a converter is, and the words in which most of them are written."""

from __future__ import annotations

from dataclasses import dataclass

FONT = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
"""A font with Chinese characters, of Debian's package fonts-wqy-zenhei."""
OPENTYPE = "noto-cjk-sans-jp-regular==0.0.1"
"""A package with a font whose outlines are OpenType's (CFF)."""
OPENTYPE_FILE = "noto_cjk_sans_jp_regular/NotoSansCJKjp-Regular.otf"


@dataclass(frozen=True)
class Converter:
    """A program with the kind of source it is given and the suffix of what it makes.

    source: a name of ``sources.SOURCES``.  python: code that reads ``source`` and writes
    ``target``; command: of a program, in whose words these stand for the two; office: the filter
    of LibreOffice, behind the words that come before it; it takes many files at once, and names
    what it makes itself.
    needs: packages that the code imports, pinned.  program: one that it starts.  asked: how a
    program says its version.
    """

    name: str
    source: str
    target: str
    python: str = ""
    command: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    program: str = ""
    asked: str = "--version"

    @property
    def runs(self) -> str:
        """The program that has to be installed, if any."""
        return self.program or ("soffice" if self.office else "".join(self.command[:1]))


def writing(value: str) -> str:
    """Code that writes the text that an expression gives."""
    return f"from pathlib import Path\nPath(target).write_text({value}, 'utf-8')"


def reading(function: str) -> str:
    """Code that writes what an expression gives of the text ``SOURCE``."""
    return writing(function.replace("SOURCE", "Path(source).read_text('utf-8')"))


def styled(style: str, code: str) -> str:
    """Code that works on a ``page`` with a style of its own."""
    sheet = f"<style>{style}</style>"
    return f"from pathlib import Path\npage = {sheet!r} + Path(source).read_text('utf-8')\n{code}"
