"""Reports anonymised, and what of them is still there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from gklint.anonymise.files import Anonymised, anonymise
from gklint.anonymise.lexicon import lexicon
from gklint.findings.report import Report
from gklint.formats.limits import DEFAULT
from gklint.formats.reading import take
from gklint.text.normalise import normalise
from gklint.text.simplified import simplifier
from gklint.text.source import Place
from tests.support.checking import linter

_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST = 3  # characters of the original beside each other that tell nothing


def anonymous(data: bytes, name: str) -> Anonymised:
    return anonymise(linter(), data, name, DEFAULT)


def text_of(data: bytes, name: str) -> str:
    return take(data, name).text


def findings(data: bytes, name: str) -> list[Any]:
    """What is found in a file and where: all that the contract says of a finding but its words."""
    report: Report = linter().check(take(data, name))
    return [
        (each.code, each.range, _unquoted(each.place), each.cell, each.suspects, each.severity)
        for each in report.diagnostics
    ]


def _unquoted(place: Place | None) -> Place | None:
    """A place without the words that stand there."""
    return place._replace(words=None) if place else None


def left_over(before: str, after: str, made: Anonymised) -> list[str]:
    """What of the original's words still stands in its place, and was not told."""
    assert len(before) == len(after)
    same = "".join(
        old if old == new and _HAN.match(old) else " "
        for old, new in zip(before, after, strict=True)
    )
    known = {*_known(before)}
    found = []
    for run in re.finditer(r"\S+", same):
        unknown = {*range(*run.span())} - known
        told = any(run[0] in clause for clause in made.kept)
        if len(run[0]) > _LONGEST and unknown and not told:
            found.append(run[0])
    return found


def _known(text: str) -> Iterator[int]:
    """Where words of the form, of rules and of everybody stand."""
    normal = normalise(text, simplifier).text
    ink = [at for at, each in enumerate(normal) if not each.isspace() or each == "\t"]
    for start, end in lexicon().spans("".join(normal[at] for at in ink)):
        yield from ink[start:end]


def everything_in(data: bytes) -> str:
    """All parts of a Word file as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return "\n".join((*parts, archive.comment.decode()))
