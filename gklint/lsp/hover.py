"""What is told of a place: the findings there, and the cell with the sums it takes part in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from gklint.files.shipped import rule_page
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.messages import Speaker
from gklint.findings.sums import told
from gklint.form.formula import Identity
from gklint.linter import Linter
from gklint.lsp.checking import Checked
from gklint.lsp.positions import file_span, range_of
from gklint.model.document import Address, Table
from gklint.render.ci import markdown
from gklint.render.printable import printable
from gklint.text.source import Span
from gklint.words import Message, say


def hover(
    checked: Checked, offset: int, *, plain: bool = False, current: bool = True
) -> types.Hover | None:
    """What is known of the character at ``offset`` of the text that was checked.

    plain: for clients that do not show Markdown.  current: whether that text is still the one
    of the document, so that a range of it means something.
    """
    style = _Plain() if plain else _Markdown()
    speaker = checked.linter.speaker
    parts = [_finding(found, checked.linter, style) for found in _findings(checked, offset)]
    at = None
    if place := _cell(checked, offset):
        table, key, at = place
        sums = checked.linter.rules.identities[table.name].get(table.start, ())
        parts.append(_about_cell(table, key, sums, speaker, style))
    if not parts:
        return None
    kind = types.MarkupKind.PlainText if plain else types.MarkupKind.Markdown
    whole = range_of(at, checked.file, checked.units) if at and current else None
    return types.Hover(types.MarkupContent(kind, style.rule.join(parts)), whole)


# -- how it is written ---------------------------------------------------------------------------


class _Markdown:
    rule = "\n\n---\n\n"

    def text(self, text: str) -> str:
        return markdown(printable(text))

    def strong(self, text: str) -> str:
        return f"**{self.text(text)}**"

    def link(self, text: str, address: str) -> str:
        return f"[{self.text(text)}]({address})"


class _Plain(_Markdown):
    rule = "\n\n"

    def text(self, text: str) -> str:
        return printable(text)

    def strong(self, text: str) -> str:
        return printable(text)

    def link(self, text: str, address: str) -> str:
        return f"{text} {address}"


# -- findings ------------------------------------------------------------------------------------


def _findings(checked: Checked, offset: int) -> Iterator[Diagnostic]:
    """The findings whose range holds a place, as it is shown in the editor."""
    file = checked.file
    at = file.position(min(offset, len(file.text)))
    for found in checked.report.diagnostics:
        if found.range and found.range.start <= at <= found.range.end:
            yield found


def _finding(found: Diagnostic, linter: Linter, style: _Markdown) -> str:
    """The message, what the rule finds, its basis with grade, and where it is explained."""
    lang = linter.speaker.lang
    rule = linter.rules.rules[found.code]
    return "\n\n".join(
        (
            style.strong(f"{found.code} {found.name}"),
            style.text(found.message),
            style.text(say(lang, "lsp.finds", finds=rule.finds[lang])),
            style.text(found.basis),
            style.link(say(lang, "lsp.page"), rule_page(rule.code, rule.file)),
        )
    )


# -- cells ---------------------------------------------------------------------------------------


def _cell(checked: Checked, offset: int) -> tuple[Table, tuple[str, str], Span] | None:
    """The cell of a table at a place of the file, and its span there."""
    document = checked.report.document
    for table in document.tables.values() if document else ():
        for key, piece in table.cells.items():
            span = file_span(piece.span, checked.report.source)
            if span and span.start <= offset <= span.end:
                return table, key, span
    return None


def _about_cell(
    table: Table,
    key: tuple[str, str],
    identities: Sequence[Identity],
    speaker: Speaker,
    style: _Markdown,
) -> str:
    names = speaker.names(Address(table.name, *key))
    value = table.cells[key].text or Message("lsp.blank")
    title = say(speaker.lang, "lsp.cell", **names, value=value)
    lines = [style.strong(title[:1].upper() + title[1:])]
    own = [each for each in identities if any(addend.cell == key for addend in each.addends())]
    lines += [f"- {style.text(_sum(each, table, speaker))}" for each in own]
    return "\n\n".join((lines[0], "\n".join(lines[1:]))) if own else lines[0]


def _sum(each: Identity, table: Table, speaker: Speaker) -> str:
    _, arithmetic, state = told(each, table.numbers, speaker)
    return say(speaker.lang, "lsp.sum", sum=arithmetic, state=state)
