"""What ``compare`` writes: text, JSON or a workbook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from gklint.extract.sheets import new_book
from gklint.findings.messages import Speaker
from gklint.model.abstract import Figure, Sentence
from gklint.model.differences import CellChange, SentenceChange
from gklint.render.json import cell, diagnostic
from gklint.render.printable import printable, severity_word, told
from gklint.review.comparing import Compared
from gklint.review.reading import Read
from gklint.review.sheets.places import cell_name, place_of
from gklint.review.sheets.table import Column, Value, write
from gklint.text.quoting import differing, quoted
from gklint.text.source import Source
from gklint.version import VERSION

Writer = Callable[[Compared, Speaker], Iterator[bytes]]
_QUOTED = 60  # characters of a sentence that was added or removed


def as_text(found: Compared, speaker: Speaker) -> Iterator[bytes]:
    """For people."""
    yield "".join(f"{printable(line)}\n" for line in _lines(found, speaker)).encode()


def _lines(found: Compared, speaker: Speaker) -> Iterator[str]:
    old, new = found.old.path, found.new.path
    yield speaker.said("review.compare-head", old=old, new=new)
    for name in ("agency", "year"):
        was, now = getattr(found.old.report, name), getattr(found.new.report, name)
        if was and now and was != now:
            yield speaker.said(f"review.compare-{name}", old=was, new=now)
    changed = found.changed
    if changed is None:
        yield speaker.said("review.compare-no-report")
    else:
        yield speaker.said("review.compare-cells", count=len(changed.cells))
        yield from (_cell(each, speaker) for each in changed.cells)
        if changed.unread:
            names = [cell_name(each, speaker) for each in changed.unread]
            yield speaker.said("review.compare-unread", cells=names)
        yield speaker.said("review.compare-sentences", count=len(changed.sentences))
        yield from (_sentence(each, speaker) for each in changed.sentences)
    counts = {name: len(getattr(found, name)) for name in ("fixed", "came", "remaining")}
    yield speaker.said("review.compare-findings", **counts)
    for name, finding in found.findings:
        level = severity_word(finding.severity, speaker.lang)
        message = told(finding, speaker.lang)
        args = {"severity": level, "code": finding.code, "message": message}
        yield speaker.said(f"review.compare-{name}", **args)


def _cell(change: CellChange, speaker: Speaker) -> str:
    blank = speaker.said("review.compare-no-number")
    numbers = (change.old.number, change.new.number)
    old, new = (blank if number is None else number for number in numbers)
    name = cell_name(change.cell, speaker)
    return speaker.said("review.compare-cell", cell=name, old=old, new=new)


def _sentence(change: SentenceChange, speaker: Speaker) -> str:
    if change.old and change.new:
        old, new = differing(change.old.text, change.new.text)
        return speaker.said("review.compare-changed", old=old, new=new)
    if change.new:
        return speaker.said("review.compare-added", text=quoted(change.new.text, _QUOTED))
    gone = change.old.text if change.old else ""
    return speaker.said("review.compare-removed", text=quoted(gone, _QUOTED))


def as_json(found: Compared, speaker: Speaker) -> Iterator[bytes]:  # noqa: ARG001 (no words in it)
    """For programs; findings as ``check`` gives them."""
    changed = found.changed
    document = {
        "version": 1,
        "tool": {"name": "gklint", "version": VERSION},
        "old": _file(found.old),
        "new": _file(found.new),
        "cells": [
            {"cell": cell(each.cell), "old": _json(each.old), "new": _json(each.new)}
            for each in (changed.cells if changed else ())
        ],
        "undecided": [cell(each) for each in (changed.unread if changed else ())],
        "sentences": [
            {"section": _section(each), "old": _text(each.old), "new": _text(each.new)}
            for each in (changed.sentences if changed else ())
        ],
        "findings": {
            "fixed": [diagnostic(each, Source("")) for each in found.fixed],
            "new": [diagnostic(each, Source("")) for each in found.came],
            "remaining": [diagnostic(each, Source("")) for each in found.remaining],
        },
    }
    yield (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _file(read: Read) -> dict[str, Any]:
    report = read.report
    return {"path": report.path, "agency": report.agency, "year": report.year}


def _json(figure: Figure) -> int | float | None:
    number = figure.number
    return number if number is None or isinstance(number, int) else float(number)


def _section(change: SentenceChange) -> str | None:
    one = change.new or change.old
    return one.section if one else None


def _text(sentence: Sentence | None) -> str | None:
    return sentence.text if sentence else None


def as_workbook(found: Compared, speaker: Speaker) -> Iterator[bytes]:
    """A workbook: numbers, sentences, findings."""
    with new_book() as book:
        for name, columns, rows in _sheets(found, speaker):
            heads = [Column(speaker.said(f"review.{key}"), width) for key, width in columns]
            write(book.sheet(speaker.said(f"review.sheet-{name}")), heads, rows)
        yield from book.written()


_Sheet = tuple[str, Sequence[tuple[str, int]], Iterator[Sequence[Value]]]


def _sheets(found: Compared, speaker: Speaker) -> Iterator[_Sheet]:
    both = (("old", 44), ("new-version", 44))
    yield "numbers", (("cell", 50), ("old", 14), ("new-version", 14)), _cell_rows(found, speaker)
    yield "sentences", (("section", 30), *both), _sentences(found, speaker)
    columns = (("change", 10), ("severity", 8), ("code", 8), ("place", 36), ("message", 64))
    yield "findings", columns, _findings(found, speaker)


def _cell_rows(found: Compared, speaker: Speaker) -> Iterator[Sequence[Value]]:
    for each in found.changed.cells if found.changed else ():
        yield [cell_name(each.cell, speaker), each.old.number, each.new.number]


def _sentences(found: Compared, speaker: Speaker) -> Iterator[Sequence[Value]]:
    for each in found.changed.sentences if found.changed else ():
        section = _section(each)
        head = speaker.structure.printed[section] if section else None
        yield [head, _text(each.old), _text(each.new)]


def _findings(found: Compared, speaker: Speaker) -> Iterator[Sequence[Value]]:
    for name, each in found.findings:
        level = severity_word(each.severity, speaker.lang)
        state = speaker.said(f"review.{_STATES[name]}")
        yield [state, level, each.code, place_of(each, speaker), each.message]


_STATES = {"fixed": "mended-now", "came": "is-new", "remaining": "is-left"}
WRITERS: Mapping[str, Writer] = {"text": as_text, "json": as_json, "xlsx": as_workbook}
