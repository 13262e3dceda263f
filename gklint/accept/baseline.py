"""Baselines: the findings that were there before, so that only new ones fail.

A finding is known by its fingerprint, so that moved lines and other numbers do not make it new.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from gklint.accept.judging import Checked
from gklint.files import jsonfile
from gklint.files.jsonfile import JsonFile
from gklint.findings.diagnostics import Acceptance
from gklint.model.outcomes import CellName
from gklint.version import VERSION

_FORMAT = 1
_MOST = 100  # MB
_BASELINE = Acceptance("baseline")


class Known(NamedTuple):
    """A finding as a baseline has it: what it is known by, then what is for those who read it.

    file and fingerprint: by the file's name from the folder of the baseline.
    """

    file: str
    code: str
    fingerprint: str
    cell: CellName | None = None
    message: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Code and fingerprint, by which a finding is told from others."""
        return self.code, self.fingerprint


@dataclass(frozen=True)
class Baseline:
    """A baseline that was read."""

    path: Path
    entries: tuple[Known, ...] = ()

    def accepts(self) -> Mapping[tuple[str, str], Acceptance]:
        """What is in it, by code and fingerprint."""
        return dict.fromkeys((each.key for each in self.entries), _BASELINE)

    def stale(
        self, checked: Mapping[str, Checked], found: Collection[tuple[str, str]]
    ) -> Iterator[Known]:
        """The entries whose findings are gone; what was not looked for is not.

        checked: by which rules each file was checked; files as entries name them.
        found: code and fingerprint of what is there now.
        """
        there = cache(lambda file: os.path.exists(self.path.parent / file))  # noqa: PTH110 (may raise)
        for each in self.entries:
            rules = checked.get(each.file)
            if rules:
                looked_for = each.code in rules.run or each.code not in rules.known
            else:
                looked_for = not there(each.file)
            if looked_for and each.key not in found:
                yield each


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.  Raises ConfigError."""
    file = jsonfile.load(path, "files.baseline-missing", _MOST, "files.baseline-again")
    document = file.value if isinstance(file.value, dict) else {}
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        file.fail(("version",), "files.baseline-other")
    if version != _FORMAT:
        numbers = {"found": version, "known": _FORMAT, "gklint": VERSION}
        file.fail(("version",), "files.baseline-version", **numbers)
    findings = document.get("findings")
    if not isinstance(findings, list):
        file.fail(("findings",), "files.baseline-no-list")
    return Baseline(path, tuple(_known(file, number) for number in range(len(findings))))


def _known(file: JsonFile, number: int) -> Known:
    """An entry; what is only for those who read it may be missing, or be anything."""
    place = ("findings", number)
    entry = file.value["findings"][number]
    if not isinstance(entry, dict):
        file.fail(place, "files.baseline-entry")
    for key in ("code", "fingerprint"):
        if not isinstance(entry.get(key), str):
            file.fail((*place, key), "files.baseline-text", key=key)
    name, message = (str(entry.get(key) or "") for key in ("file", "message"))
    return Known(name, entry["code"], entry["fingerprint"], message=message)


def as_json(findings: Iterable[Known]) -> str:
    """A baseline of these findings."""
    document = {
        "version": _FORMAT,
        "tool": {"name": "gklint", "version": VERSION},
        "findings": [_entry(each) for each in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _entry(known: Known) -> Mapping[str, object]:
    return {**known._asdict(), "cell": known.cell._asdict() if known.cell else None}
