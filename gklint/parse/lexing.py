"""Lines to tokens: headings, parts, table labels with the values after them, prose.

A token says what a piece of text *may* be, by its words alone; which of its
candidates it is, and whether it may stand there, the grammar decides later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gklint.form.wordings import Label, Wordings
from gklint.parse import contents, headings
from gklint.parse.layout import Line
from gklint.parse.tokens import Kind, Token
from gklint.text.numbering import split_numbering
from gklint.text.piece import Piece
from gklint.text.source import Span
from gklint.text.values import is_value

_SENTENCE = re.compile(r"[。;!?]|,.*,")
_PART_HEAD = re.compile(r"[。,:;]")
_CHINESE = frozenset("一二三四五六七八九十")
_MERGED = 12
_MOST_HEADINGS = 24  # on one line
_BAD_VALUE_CHARS = 6
_LABEL_CHARS = 60
_HEADER_CHARS = 24
_GLUED = 10  # so many digits may be several numbers run together


def lex(lines: Sequence[Line], wordings: Wordings) -> list[Token]:
    """All tokens of a text, in its order."""
    return _Lexer(lines, wordings).run()


class _Lexer:
    def __init__(self, lines: Sequence[Line], wordings: Wordings) -> None:
        self.lines = lines
        self.wordings = wordings
        self.tokens: list[Token] = []
        self.row: Token | None = None  # the label that takes the values that follow
        self.in_table = False
        self.marked = False  # by the format, the last row
        self.section: str | None = None
        self.skip_to = 0

    def run(self) -> list[Token]:
        for index, line in enumerate(self.lines):
            if index < self.skip_to:
                continue
            piece = line.pieces[0]
            self.marked = line.marked if line.cells else self.marked
            if found := headings.parted(self.lines[index : index + 2], self.wordings):
                label, used = found
                self.add_heading(piece, label)
                self.skip_to = index + used
            elif piece.text[:1] in _CHINESE and self.is_contents_entry(index, line):
                continue
            elif len(line.pieces) == 1:
                if self.in_table and self.marked and not line.cells and piece.text.isdecimal():
                    continue  # a page number: the values stand in rows that the format marks
                if self.in_table and len(piece.text) < _GLUED and piece.text.isdecimal():
                    self.add_value(piece, None)  # a cell on a line of its own
                else:
                    self.single(index, line)
            elif self.lone_heading(line):
                self.single(index, line)
            elif not self.plain_row(line):
                self.table_line(index, line)
        return self.tokens

    # -- a line of several cells ---------------------------------------------------------

    def plain_row(self, line: Line) -> bool:
        """Take a line in which all is a known label, a value or empty, as most lines are."""
        pieces = line.pieces
        if self.row and self.row.cells and not any(piece.text for piece in pieces):
            return True  # Word closes the tables of its web pages with such a row
        label_of = self.wordings.label
        labels = [label_of(piece.text) for piece in pieces]
        known = any(labels)
        if not known and not self.in_table:
            return False
        texts = [piece.text for piece, label in zip(pieces, labels, strict=True) if label is None]
        if not all(map(is_value, texts)):
            return False
        takes_blanks = not known
        previous = ""
        for position, piece, label in zip(line.columns, pieces, labels, strict=False):
            text = piece.text
            if label is not None:
                if text != previous:  # converters repeat what spans several cells
                    self.add_label(piece, label)
                takes_blanks = self.takes_values()
            elif (text or takes_blanks) and self.row is not None:
                self.row.cells.append(piece)
                self.row.offset.append(position)
            previous = text
        return True

    def table_line(self, index: int, line: Line) -> None:
        pieces = self.mend_header(index, line.pieces)
        labels = [self.wordings.label(piece.text) if piece.text else None for piece in pieces]
        if not any(labels) and not self.in_table and not self.lonely_row(pieces):
            self.add_prose(line.span)
            return
        texts = [piece.text for piece in pieces if piece.text]
        only_values = all(map(is_value, texts))
        numbers = sum(map(is_value, texts))
        alone = len(texts) == 1 and self.row_lacks_values(index, line)
        wide = numbers > len(texts) / 2 and not any(labels) and self.in_wide_table()
        labelled = valued = False
        for position, piece, label in zip(line.columns, pieces, labels, strict=False):
            if label is not None:
                self.add_label(piece, label)
                labelled = True
            elif not piece.text:
                if only_values or (labelled and self.takes_values()):
                    self.add_value(piece, position)
            elif is_value(piece.text):
                self.add_value(piece, position)
                valued = True
            elif valued or wide or self.is_bad_value(piece.text, labelled or alone):
                self.add_value(piece, position)
            else:
                self.add_unknown(piece)
                labelled = True

    def lone_heading(self, line: Line) -> bool:
        """Whether a heading is alone in its line but for empty cells."""
        texts = [piece.text for piece in line.pieces if piece.text]
        return len(texts) == 1 and headings.heading_label(texts[0], self.wordings) is not None

    def is_contents_entry(self, index: int, line: Line) -> bool:
        """A heading with a page number, before the sections begin."""
        if self.section is not None or not line.pieces[-1].text[-1:].isdigit():
            return False
        return contents.is_entry(self.lines[index:], self.wordings)

    def lonely_row(self, pieces: Sequence[Piece]) -> bool:
        """A row of a table whose other rows are gone: an altered label, then numbers."""
        texts = [piece.text for piece in pieces if piece.text]
        return (
            len(texts) > 1
            and all(map(is_value, texts[1:]))
            and self.wordings.nearest(texts[0]) is not None
        )

    def mend_header(self, index: int, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Put header words together that were split over two lines (商业 / 企业)."""
        if index + 1 >= len(self.lines) or is_value(pieces[-1].text):
            return pieces
        wordings = self.wordings
        below = [piece for piece in self.lines[index + 1].pieces if piece.text]
        heads = [
            p
            for p in pieces
            if not is_value(p.text) and not wordings.label(p.text) and wordings.begins(p.text)
        ]
        if not below or len(below) != len(heads):
            return pieces
        pairs = dict(zip(heads, below, strict=True))
        if any(not wordings.label(head.text + tail.text) for head, tail in pairs.items()):
            return pieces
        self.skip_to = index + 2
        return tuple(
            Piece(piece.text + pairs[piece].text, piece.start) if piece in pairs else piece
            for piece in pieces
        )

    # -- a line of one piece -------------------------------------------------------------

    def single(self, index: int, line: Line) -> None:
        piece = next((piece for piece in line.pieces if piece.text), line.pieces[0])
        text = piece.text
        if self.in_table and (values := self.values_in(piece, line)):
            for value in values:
                self.add_value(value, None)
            return
        label = self.wordings.label(text)
        if label is None and self.could_go_on(text):
            label, piece = self.join(index, piece)
        if label is not None and self.fits_here(index, label, line):
            self.add_labelled(piece, label)
        elif part := self.part(piece):
            self.tokens.append(
                self.token(Kind.PART, piece, Label((part,), None, frozenset((part,))))
            )
            self.leave_table()
        elif not self.run_together(piece) and not self.odd_label(index, line):
            self.add_prose(line.span)

    def values_in(self, piece: Piece, line: Line) -> list[Piece]:
        """The values on a line: one, or several with blanks between them."""
        if " " in piece.text and not line.cells:
            parts = [
                Piece(match[0], piece.start + match.start())
                for match in re.finditer(r"\S+", piece.text)
            ]
            if len(parts) > 2 and all(is_value(part.text) for part in parts):
                return parts
        if self.in_wide_table() and piece.text.isdecimal() and self.row is not None:
            width = max(map(self.wordings.width, self.row.label.elements)) if self.row.label else 0
            if len(piece.text) == width and not self.row.cells:
                return [Piece(digit, piece.start + at) for at, digit in enumerate(piece.text)]
        return [piece] if is_value(piece.text) else []

    def fits_here(self, index: int, label: Label, line: Line) -> bool:
        """Whether a known wording may stand alone here: in running text it is no label.

        A heading may; the label of a table has a value or another label after it.
        """
        return (
            self.in_table
            or line.cells
            or label.elements[0] in self.wordings.headings
            or self.label_follows(index)
            or self.number_follows(index)
        )

    def add_labelled(self, piece: Piece, label: Label) -> None:
        if label.elements[0] in self.wordings.headings:
            self.add_heading(piece, label)
        else:
            self.add_label(piece, label)

    def could_go_on(self, text: str) -> bool:
        return (self.in_table or text[:1] in "一二三四五六(") and self.wordings.begins(text)

    def join(self, index: int, piece: Piece) -> tuple[Label | None, Piece]:
        """Join the following lines to a label that was broken over them (三 / 、 / 本 / 年…)."""
        text = piece.text
        for number in range(index + 1, min(index + _MERGED, len(self.lines))):
            below = self.lines[number].pieces
            if len(below) != 1 or self.wordings.label(below[0].text):
                break
            text += below[0].text
            if label := self.wordings.label(text):
                self.skip_to = number + 1
                return label, Piece(piece.text, piece.start)
            if not self.wordings.begins(text):
                break
        return None, piece

    def odd_label(self, index: int, line: Line) -> bool:
        """Take an altered label, an unknown row or a bad value for what it is, if it is one."""
        piece = line.pieces[0]
        text = piece.text
        if len(text) > _LABEL_CHARS or "。" in text:
            return False
        if self.in_table and self.is_bad_value(text, self.row_lacks_values(index, line)):
            self.add_value(piece, None)
            return True
        if self.in_table and self.value_follows(index):
            self.add_unknown(piece)
            return True
        numbering, _ = split_numbering(text)
        if numbering is not None and numbering.style == "section" and not _SENTENCE.search(text):
            near = self.wordings.nearest(text)
            if near is not None and near.elements[0] in self.wordings.headings:
                self.add_heading(piece, near)
                return True
            if near is None:
                self.add_heading(piece, Label((), numbering, frozenset()))
                return True
        if self.in_table and line.cells:
            self.add_unknown(piece)
            return True
        if self.in_table and len(text) <= _HEADER_CHARS and self.label_follows(index):
            self.add_unknown(piece)
            return True
        return False

    def label_follows(self, index: int) -> bool:
        """Whether the next lines go on with the table's header."""
        ahead = self.lines[index + 1 : index + 3]
        found = [self.wordings.label(line.pieces[0].text) for line in ahead]
        return any(label and label.elements[0] not in self.wordings.headings for label in found)

    def number_follows(self, index: int) -> bool:
        """Whether the next line is a bare number (not 1件: that is running text)."""
        ahead = self.lines[index + 1 : index + 2]
        return bool(ahead) and ahead[0].pieces[0].text.replace(" ", "").isdecimal()

    def value_follows(self, index: int) -> bool:
        ahead = self.lines[index + 1 : index + 2]
        return bool(ahead) and bool(ahead[0].pieces[0].text) and is_value(ahead[0].pieces[0].text)

    # -- lines in which several things were run together ---------------------------------

    def run_together(self, piece: Piece) -> bool:
        """Cut a line that holds a heading and text, or labels and numbers."""
        if self.cut_headings(piece):
            return True
        if "。" in piece.text[:_LABEL_CHARS] or not self.wordings.starts_with_label(piece.text):
            return False
        pieces = self.wordings.cut(piece)
        only_labels = len(pieces) > 1 and all(self.wordings.label(part.text) for part in pieces)
        if not only_labels and not any(is_value(part.text) for part in pieces[1:]):
            return False
        for part in pieces:
            label = self.wordings.label(part.text)
            if label is not None:
                self.add_label(part, label)
            elif is_value(part.text):
                self.add_glued(part)
            else:
                self.add_unknown(part)
        return True

    def cut_headings(self, piece: Piece) -> bool:
        """Cut off the headings that a line begins with; what follows them is running text."""
        following: Piece | None = piece
        for number in range(_MOST_HEADINGS):
            found = headings.cut(following, self.wordings) if following else None
            if found is None:
                if number and following:
                    self.add_prose(following.span)
                return number > 0
            self.add_heading(found.heading, found.label)
            following = found.rest if found.rest.text else None
        if following:
            self.add_prose(following.span)
        return True

    def add_glued(self, piece: Piece) -> None:
        row = self.row
        width = self.wordings.width(row.label.elements[0]) if row and row.label else 0
        if row is None or row.cells or len(piece.text) <= 1 or width == 1:
            self.add_value(piece, None)
        elif len(piece.text) == width and piece.text.isdigit():
            for offset, digit in enumerate(piece.text):
                self.add_value(Piece(digit, piece.start + offset), None)
        elif width > 1:
            self.tokens[-1] = self.row = row._replace(glued=True)

    # -- adding tokens -------------------------------------------------------------------

    def token(self, kind: Kind, piece: Piece, label: Label | None) -> Token:
        return Token(kind, piece.span, piece.text, label, [], [])

    def add_heading(self, piece: Piece, label: Label) -> None:
        self.tokens.append(self.token(Kind.HEADING, piece, label))
        self.section = label.elements[0] if label.elements else None
        self.leave_table()

    def add_label(self, piece: Piece, label: Label) -> None:
        self.row = self.token(Kind.LABEL, piece, label)
        self.tokens.append(self.row)
        self.in_table = True

    def add_unknown(self, piece: Piece) -> None:
        near = self.wordings.nearest(piece.text)
        if near is not None and near.elements[0] not in self.wordings.headings:
            self.add_label(piece, near)
            return
        self.row = self.token(Kind.UNKNOWN, piece, None)
        self.tokens.append(self.row)

    def add_value(self, piece: Piece, position: int | None) -> None:
        if self.row is not None:
            self.row.cells.append(piece)
            self.row.offset.append(-1 if position is None else position)

    def add_prose(self, span: Span) -> None:
        self.tokens.append(Token(Kind.PROSE, span, "", None, [], []))
        self.leave_table()

    def leave_table(self) -> None:
        self.row = None
        self.in_table = self.marked = False

    # -- asking --------------------------------------------------------------------------

    def part(self, piece: Piece) -> str | None:
        """The part of the section a line opens, told by its stem."""
        if self.section is None:
            return None
        numbering, rest = split_numbering(piece.text)
        if numbering is not None and numbering.style == "section":
            return None
        stop = _PART_HEAD.search(rest)
        head = rest[: stop.start()] if stop and stop.start() < 40 else rest[:24]
        if numbering is None and (len(rest) > 24 or stop):
            return None
        return self.wordings.part(head, self.section)

    def takes_values(self) -> bool:
        """Whether the current label is that of a row, so that blank pieces may be its cells."""
        row = self.row
        if row is None:
            return False
        if row.label is None:
            return True
        return any(self.wordings.takes_values(name) for name in row.label.elements)

    def row_lacks_values(self, index: int, line: Line) -> bool:
        """Whether the current row still has room, and this line may hold one of its values."""
        row = self.row
        if row is None or row.label is None:
            return False
        width = max(map(self.wordings.width, row.label.elements), default=0)
        if len(row.cells) >= width:
            return False
        if self.in_wide_table() and not row.cells:
            return self.value_follows(index)  # otherwise it is a word of the header
        return bool(row.cells) or line.cells or self.value_follows(index) or self.ends_row(index)

    def ends_row(self, index: int) -> bool:
        """Whether the next line begins something else."""
        ahead = self.lines[index + 1 : index + 2]
        return not ahead or self.wordings.label(ahead[0].pieces[0].text) is not None

    def is_bad_value(self, text: str, in_row: bool) -> bool:
        """Something short in a value's place that is no number: 无, 约20, O."""
        if len(text) > _BAD_VALUE_CHARS or not (in_row or self.in_wide_row()):
            return False
        in_place = self.in_wide_row() or (in_row and (self.takes_values() or self.in_wide_table()))
        return in_place and self.wordings.nearest(text) is None

    def in_wide_row(self) -> bool:
        """Whether the values of a table without row labels have begun."""
        if self.row is None or self.row.label is None or not self.in_wide_table():
            return False
        filled = sum(bool(cell.text) for cell in self.row.cells)
        return 0 < filled < max(map(self.wordings.width, self.row.label.elements))

    def in_wide_table(self) -> bool:
        """Whether the current label is of a table whose values stand in one line."""
        label = self.row.label if self.row else None
        return label is not None and any(map(self.wordings.in_wide_table, label.elements))
