"""Which printed words mean which element of the form.

The mandated words come from the grammar, other wordings met in real reports from
``rules/format/``.  Comparing leaves out blanks, punctuation and quotes; the numbering
(一、 （三） 2.) is compared apart, because sections and table rows share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from gklint.form.alignment import Candidates
from gklint.form.structure import Structure
from gklint.text.normalise import words
from gklint.text.numbering import WRONG_MARKS, Numbering, is_wrongly_marked, split_numbering
from gklint.text.piece import Piece

_LONGEST = 90


class Label(NamedTuple):
    """What a printed label may be.  ``same``: of these it has the mandated words."""

    elements: Candidates
    numbering: Numbering | None
    same: frozenset[str]


class Traits(NamedTuple):
    """What the lexer has to know of a element (see the methods of ``Wordings``)."""

    tables: frozenset[str]
    widths: frozenset[int]
    takes_values: bool
    in_wide_table: bool


class _Entry(NamedTuple):
    element: str
    numbering: Numbering | None
    same: bool


class Wordings:
    """All known wordings of the elements of a form.

    ``variants``: other wordings, which a rule may complain about; ``accepted``: ones
    that are as good as the mandated; ``stems``: what the parts of a section are told by;
    ``heads``: what tells them in sub-headings alone.
    """

    def __init__(
        self,
        structure: Structure,
        variants: Mapping[str, tuple[str, ...]],
        accepted: Mapping[str, tuple[str, ...]],
        stems: Mapping[str, tuple[str, ...]],
        heads: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.structure = structure
        self.headings = frozenset(structure.sections)
        self.stems = stems
        self._heads = heads
        self._variants = variants
        self._accepted = accepted
        self._index: dict[str, list[_Entry]] = {}
        self._prefixes: set[str] = set()
        self._memo: dict[str, Label | None] = {}
        self._near: dict[str, Label | None] = {}
        self._traits: dict[str, Traits] = {}
        self._tables: dict[Candidates, frozenset[str]] = {}
        self._misread: Mapping[str, Label] = {}
        for element, printed in structure.printed.items():
            if element in structure.homes or element in self.headings:
                self._enter(element, printed)

    @property
    def known(self) -> Iterator[str]:
        """All known wordings, and what else parts of sections are told by."""
        yield from map(plain, self.structure.printed.values())
        for group in (self._accepted, self._variants, self.stems, self._heads):
            for texts in group.values():
                yield from map(plain, texts)

    def _enter(self, element: str, printed: str) -> None:
        numbering, rest = split_numbering(plain(printed))
        same = [rest, *self._accepted.get(element, ())]
        for wording in (*same, *self._variants.get(element, ())):
            key = words(plain(wording))
            self._index.setdefault(key, []).append(_Entry(element, numbering, wording in same))
            number = words(plain(printed))[: -len(words(rest))]
            for whole in (key, number + key):
                self._prefixes.update(whole[:end] for end in range(1, len(whole)))

    def knowing(self, misread: Mapping[str, Label]) -> Wordings:
        """The same, which also know what some texts are, as they were recognised."""
        if not misread:
            return self
        from copy import copy  # few reports are scans

        other = copy(self)
        other._misread, other._memo, other._near = misread, {}, {}
        return other

    def label(self, text: str) -> Label | None:
        """What the normal text of a cell or line is, if its words are known ones."""
        try:
            return self._memo[text]
        except KeyError:
            pass
        if len(text) > _LONGEST:
            return None
        if len(self._memo) > 20_000:
            self._memo.clear()
        return self._memo.setdefault(text, self._look_up(text))

    def _look_up(self, text: str) -> Label | None:
        if text in self._misread:
            return self._misread[text]
        numbering, rest = split_numbering(text)
        found = self._index.get(words(rest))
        if found is None and numbering is not None:
            found, numbering = self._index.get(words(text)), None
        if found is None:
            return None
        if numbering is not None and numbering.style != "section":
            found = [entry for entry in found if entry.element not in self.headings]
        alike = [entry for entry in found if entry.numbering == numbering]
        chosen = alike or found
        if not chosen:
            return None
        altered = is_wrongly_marked(text)
        return Label(
            tuple(dict.fromkeys(entry.element for entry in chosen)),
            numbering,
            frozenset(entry.element for entry in chosen if entry.same and not altered),
        )

    def begins(self, text: str) -> bool:
        """Whether ``text`` may be the beginning of a label that goes on elsewhere."""
        return len(text) <= _LONGEST and words(text) in self._prefixes

    def nearest(self, text: str) -> Label | None:
        """The label or heading that ``text`` most resembles, if it clearly resembles one."""
        if text not in self._near:
            if len(self._near) > 5_000:
                self._near.clear()
            self._near[text] = self._nearest(text)
        return self._near[text]

    def _nearest(self, text: str) -> Label | None:
        numbering, rest = split_numbering(text)
        key = words(rest)
        if not 2 <= len(key) <= _LONGEST:
            return None
        may_head = numbering is not None and numbering.style == "section"
        best: list[str] = []
        score = 0.62
        for known, entries in self._index.items():
            entry = entries[0]
            if entry.element in self.headings and not may_head:
                continue
            # The right number tips the scales: 六、其他事项 is meant as section six.
            bonus = 0.1 if numbering is not None and entry.numbering == numbering else 0.0
            if entry.element.startswith("_"):
                bonus -= 0.15  # a caption has no values: an unknown row is rather a row
            if 2 * min(len(key), len(known)) < (score - bonus) * (len(key) + len(known)):
                continue
            ratio = _likeness(key, known, score - bonus) + bonus
            if ratio > score:
                best, score = [], ratio
            if ratio == score:
                best.append(entry.element)
        return Label(tuple(dict.fromkeys(best)), numbering, frozenset()) if best else None

    def width(self, element: str) -> int:
        """How many values follow the label ``element`` at least (0: it is no row)."""
        return min(self.widths(element), default=0)

    def widths(self, element: str) -> frozenset[int]:
        """How many values may follow the label ``element``, by the versions of the form."""
        return self.traits(element).widths

    def takes_values(self, element: str) -> bool:
        """Whether ``element`` is the label of a row whose values stand beside it."""
        return self.traits(element).takes_values

    def in_wide_table(self, element: str) -> bool:
        """Whether ``element`` stands in a table whose values have no label beside them."""
        return self.traits(element).in_wide_table

    def wide_caption(self, section: str | None) -> str | None:
        """A caption of the table of ``section``, if its values stand in one line."""
        return self._wide_captions.get(section or "")

    @cached_property
    def _wide_captions(self) -> Mapping[str, str]:
        structure = self.structure
        return {
            structure.tables[shape.name]: slot.element
            for start, shape in structure.shapes.items()
            for slot in structure.automata[start].form
            if shape.wide and slot.element.startswith("_")
        }

    def tables(self, elements: Candidates) -> frozenset[str]:
        """The names of the tables that any of the elements may stand in."""
        tables = self._tables.get(elements)
        if tables is None:
            found = (self.traits(element).tables for element in elements)
            tables = self._tables[elements] = frozenset().union(*found)
        return tables

    def traits(self, element: str) -> Traits:
        """What is known of a element from the tables it stands in."""
        if element not in self._traits:
            homes = [self.structure.shapes[home] for home in self.structure.homes.get(element, ())]
            widths = frozenset(width for shape in homes if (width := shape.width(element)))
            self._traits[element] = Traits(
                frozenset(shape.name for shape in homes),
                widths,
                any(not shape.wide and shape.width(element) for shape in homes),
                any(shape.wide for shape in homes),
            )
        return self._traits[element]

    def part(self, head: str, section: str) -> str | None:
        """The part of ``section`` whose stem comes first in ``head``; or else whose other word."""
        for known in (self.stems, self._heads):
            found = [
                (head.index(word), element)
                for element, told_by in known.items()
                if self.structure.parts.get(element) == section
                for word in told_by
                if word in head
            ]
            if found:
                return min(found)[1]
        return None

    def cut(self, piece: Piece) -> list[Piece]:
        """Cut a line in which labels and numbers were run together, else ``[]``."""
        marks = [match.span() for match in self._glued.finditer(piece.text)]
        if not marks or marks[0][0] != 0:
            return []
        ends = [mark[0] for mark in marks[1:]] + [len(piece.text)]
        pieces: list[Piece] = []
        for (start, end), limit in zip(marks, ends, strict=True):
            pieces.append(Piece(piece.text[start:end], piece.start + start))
            pieces += [
                Piece(match[0], piece.start + end + match.start())
                for match in re.finditer(r"\S+", piece.text[end:limit])
            ]
        return pieces

    def starts_with_label(self, text: str) -> bool:
        """Whether a table label and something else begin ``text``."""
        _, rest = split_numbering(text[:_LONGEST])
        key = words(rest)
        if key[:1] not in self._prefixes:
            return False
        return any(self._index.get(key[:end]) for end in range(2, min(len(key), 46)))

    @cached_property
    def _glued(self) -> re.Pattern[str]:
        """Any label, wherever it stands."""
        printed = self.structure.printed
        return _glued_pattern(
            wording
            for element in self.structure.homes
            for wording in (
                printed[element],
                split_numbering(plain(printed[element]))[1],
                *self._variants.get(element, ()),
            )
        )


def plain(printed: str) -> str:
    """Words of the form as normal text has them, in half width."""
    return printed.translate(_PLAIN)


_PLAIN = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})


def _likeness(left: str, right: str, least: float) -> float:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def _glued_pattern(wordings: Iterable[str]) -> re.Pattern[str]:
    known = sorted({plain(text) for text in wordings}, key=len, reverse=True)
    labels = "|".join(r"\s*".join(map(re.escape, text.replace(" ", ""))) for text in known)
    return re.compile(rf"(?:(?<!\d)\d[{WRONG_MARKS}]\s?)?(?:{labels})")
