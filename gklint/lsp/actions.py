"""Code actions: what mends a finding, and what accepts it with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types

from gklint.findings.diagnostics import Diagnostic, Fix, Replacement
from gklint.lsp.accepting import comment
from gklint.lsp.checking import Checked
from gklint.lsp.positions import position_of, range_of, span_of
from gklint.render.lsp import SOURCE
from gklint.render.printable import printable
from gklint.run.fixing import fixable, without_overlaps
from gklint.text.source import Markup, Span
from gklint.words import Message, say

FIX_ALL = "source.fixAll.gklint"
KINDS = (types.CodeActionKind.QuickFix.value, FIX_ALL)
_LONGEST = 20


class Client(NamedTuple):
    """What matters of a client: the version of its document, and whether it can check that."""

    version: int | None
    versioned: bool


def actions(
    checked: Checked, params: types.CodeActionParams, client: Client
) -> list[types.CodeAction]:
    """The actions for a range of a document, of the kinds that are asked for.

    A client that names diagnostics gets the actions for these.  If it names some and asks for the
    whole text, as Kate 22.12 does for a quick fix, it takes all that comes, unseen: that is no way
    to accept a finding, which needs a reason.
    """
    asked = span_of(params.range, checked.file, checked.units)
    near = [found for found in checked.report.diagnostics if _touches(found, asked, checked)]
    named = {
        (each.code, each.range.start.line)  # the column may be one of bytes (Neovim 0.7)
        for each in params.context.diagnostics
        if each.source == SOURCE
    }
    if named:
        near = [found for found in near if (found.code, _line(found)) in named]
    is_unseen = named and asked == Span(0, len(checked.file.text))
    maker = _Maker(checked, params.context.diagnostics, client)
    accepts = () if is_unseen else maker.accepts(near)
    made = [*maker.fixes(near), *accepts, *maker.all_fixes()]
    return [action for action in made if _is_wanted(action, params.context.only)]


def _line(found: Diagnostic) -> int | None:
    """The line on which a finding begins, from 0; None for one of the whole file."""
    return found.range.start.line - 1 if found.range else None


def _is_wanted(action: types.CodeAction, only: Sequence[str] | None) -> bool:
    kind = str(getattr(action.kind, "value", action.kind))
    kinds = [str(getattr(each, "value", each)) for each in only or ()]
    if not kinds:  # what is for the whole document is asked for by its kind
        return kind != FIX_ALL
    return any(not each or kind == each or kind.startswith(f"{each}.") for each in kinds)


def _touches(found: Diagnostic, asked: Span, checked: Checked) -> bool:
    span = _span(found, checked)
    return span is not None and span.start <= asked.end and asked.start <= span.end


def _span(found: Diagnostic, checked: Checked) -> Span | None:
    """Where a finding stands in the file, as it is shown."""
    if found.range is None:
        return None
    starts = checked.file.line_starts
    start, end = (starts[at.line - 1] + at.column - 1 for at in found.range)
    return Span(start, end)


class _Maker:
    """Makes the actions for one document; ``known`` are the diagnostics as the client has them."""

    def __init__(self, checked: Checked, known: Sequence[types.Diagnostic], client: Client) -> None:
        self.checked, self.known, self.client = checked, known, client
        self.lang = checked.linter.speaker.lang

    def fixes(self, near: Iterable[Diagnostic]) -> Iterator[types.CodeAction]:
        for found in near:
            if found.fix and found.fix.edits:
                yield types.CodeAction(
                    title=self.said("lsp.fix", code=found.code, change=self.change(found.fix)),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=self.meant(found),
                    is_preferred=True if found.fix.safe else None,
                    edit=self.edit(self.text_edits(found.fix.edits)),
                )

    def all_fixes(self) -> Iterator[types.CodeAction]:
        found = without_overlaps(fixable(self.checked.report, unsafe=False))
        if edits := sorted(edit for each in found if each.fix for edit in each.fix.edits):
            yield types.CodeAction(
                title=self.said("lsp.fix-all", count=len(found)),
                kind=FIX_ALL,
                edit=self.edit(self.text_edits(edits)),
            )

    def accepts(self, near: Iterable[Diagnostic]) -> Iterator[types.CodeAction]:
        """One for each code and line; not for rules that may not be accepted."""
        done = set()
        for found in near:
            rule = self.checked.linter.rules.rules[found.code]
            place = self.behind(found)
            if place is None or not rule.acceptable or (found.code, place) in done:
                continue
            done.add((found.code, place))
            at = position_of(place, self.checked.file, self.checked.units)
            page = isinstance(self.checked.report.source.where, Markup)
            text = ("" if page else " ") + comment(self.lang, found.code)
            where = Message("lsp.behind-place" if page else "lsp.behind-line")
            yield types.CodeAction(
                title=self.said("lsp.accept", code=found.code, where=where),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=self.meant(found),
                edit=self.edit([types.TextEdit(types.Range(at, at), text)]),
            )

    def said(self, key: str, /, **args: object) -> str:
        return say(self.lang, key, **args)

    def behind(self, found: Diagnostic) -> int | None:
        """Where the comment goes: behind what was found, in a text at the end of its line."""
        span = _span(found, self.checked)
        if span is None or found.span is None:
            return None
        if isinstance(self.checked.report.source.where, Markup):
            return span.end
        file = self.checked.file
        return file.line_span(file.position(span.start).line).end

    def change(self, fix: Fix) -> str:
        """What a fix does, in a few words."""
        edit = fix.edits[0]
        key = "lsp.change" if edit.old and edit.new else "lsp.delete" if edit.old else "lsp.insert"
        change = self.said(key, old=_short(edit.old), new=_short(edit.new))
        if len(fix.edits) == 1:
            return change
        return self.said("lsp.places", change=change, count=len(fix.edits))

    def meant(self, found: Diagnostic) -> list[types.Diagnostic] | None:
        """The diagnostics of the client that an action is for, as the client gave them."""
        same = [
            item
            for item in self.known
            if isinstance(item.data, dict) and item.data.get("fingerprint") == found.fingerprint
        ]
        return same or None

    def text_edits(self, edits: Iterable[Replacement]) -> list[types.TextEdit]:
        file, units = self.checked.file, self.checked.units
        return [types.TextEdit(range_of(edit.span, file, units), edit.new) for edit in edits]

    def edit(self, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        """For the very version that was checked, if the client can see to that."""
        if not self.client.versioned:
            return types.WorkspaceEdit(changes={self.checked.uri: edits})
        document = types.OptionalVersionedTextDocumentIdentifier(
            uri=self.checked.uri, version=self.client.version
        )
        change = types.TextDocumentEdit(text_document=document, edits=[*edits])
        return types.WorkspaceEdit(document_changes=[change])


def _short(text: str) -> str:
    shown = printable(" ".join(text.split()))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
