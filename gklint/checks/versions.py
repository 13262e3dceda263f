"""One report in two files that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import PurePath

from gklint.checks.options import NUMBER, Options, option
from gklint.checks.registry import CountyContext, county_check
from gklint.model.abstract import Figure, Sentence
from gklint.model.county import County, Told
from gklint.model.differences import CellChange, Differences, SentenceChange, differences
from gklint.model.document import Address
from gklint.model.outcomes import Finding, NotApplicable, Note, Undecided
from gklint.text.quoting import differing, quoted
from gklint.text.source import Span
from gklint.words import Message

_QUOTED = 40  # characters of a sentence


class VersionOptions(Options):
    """When two files of one body and year are one report.

    ``same``: so many percent of the numbers, and of the text, are equal.  ``in_formats``: so many
    percent of the text, where the files are of two formats.
    """

    same: int = option(NUMBER)
    in_formats: int = option(NUMBER)


@county_check("versions-differ", VersionOptions)
def versions_differ(context: CountyContext, options: VersionOptions) -> Iterable[Told]:
    """Find what differs between two files of one report."""
    entries = context.county.entries
    alone = {*range(len(entries))}
    for one, other in _of_one_body(context.county):
        found = differences(entries[one].report, entries[other].report)
        files = entries[one].report.path or "", entries[other].report.path or ""
        if not _is_one_report(files, found, options):
            continue
        alone -= {one, other}
        for change in found.cells:
            yield Told(one, _cell(change, files))
        for sentence in found.sentences:
            added = sentence.old is None
            yield Told(other if added else one, _sentence(sentence, files))
        if found.unread:
            args = {"file": PurePath(files[1]).name, "count": len(found.unread)}
            yield Told(one, Undecided("texts.unread", Address("tables"), args))
    for number in sorted(alone):
        yield Told(number, NotApplicable())


def _of_one_body(county: County) -> Iterator[tuple[int, int]]:
    """Files of one body and year: each with the first one, and with the one before."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(county.entries):
        if body := entry.body or entry.report.agency:
            groups[body].append(number)
    for numbers in groups.values():
        with_first = ((numbers[0], number) for number in numbers[1:])
        for pair in sorted({*with_first, *pairwise(numbers)}):
            years = {county.entries[number].report.year for number in pair}
            if len(years - {None}) <= 1:
                yield pair


def _is_one_report(files: tuple[str, str], found: Differences, options: VersionOptions) -> bool:
    one, other = (PurePath(file).suffix.lower() for file in files)
    if one != other:
        return found.text >= options.in_formats
    return min(found.text, found.numbers) >= options.same


def _cell(change: CellChange, files: tuple[str, str]) -> Finding:
    """A number that differs, at the first of both files."""
    here, there = _value(change.old), _value(change.new)
    address = Address(*change.cell)
    notes = _note(files[1], change.new.span, address, {"value": there})
    args = {"here": here, "there": there, "file": PurePath(files[1]).name}
    return Finding(address, change.old.span or Span(0, 0), args, "cell", notes)


def _sentence(change: SentenceChange, files: tuple[str, str]) -> Finding:
    """A sentence that differs, at the first of both files, or in the only one that has it."""
    if change.old and change.new:
        here, there = differing(change.old.text, change.new.text)
        notes = _note(files[1], change.new.span, None, {"value": there})
        args = {"here": here, "there": there, "file": PurePath(files[1]).name}
        return _finding(change.old, args, "sentence", notes)
    file = files[0] if change.old is None else files[1]
    sole = change.old or change.new
    assert sole is not None
    args = {"here": quoted(sole.text, _QUOTED), "file": PurePath(file).name}
    return _finding(sole, args, "alone", ())


def _finding(
    sentence: Sentence, args: Mapping[str, object], kind: str, notes: tuple[Note, ...]
) -> Finding:
    return Finding(Address(sentence.part, "version"), sentence.span, args, kind, notes)


def _note(
    file: str, span: Span | None, address: Address | None, args: Mapping[str, object]
) -> tuple[Note, ...]:
    """The place in the other file; none where nobody knows which file that is."""
    return (Note("texts.version-there", span, address, args, file),) if file and span else ()


def _value(figure: Figure) -> object:
    return Message("texts.blank") if figure.number is None else figure.number
