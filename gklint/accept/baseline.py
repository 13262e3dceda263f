"""Baselines: the findings that were there before, so that only new ones fail.

A finding is known by its fingerprint, so that moved lines and other numbers do not make it new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from gklint.files import jsonfile
from gklint.files.jsonfile import JsonFile
from gklint.findings.diagnostics import Acceptance
from gklint.version import VERSION

_FORMAT = 1
_MOST = 100  # MB
_BASELINE = Acceptance("baseline")


class Known(NamedTuple):
    """A finding as a baseline has it.

    file and fingerprint: by the file's name from the folder of the baseline.
    """

    file: str
    code: str
    fingerprint: str


def read_baseline(path: Path) -> Mapping[tuple[str, str], Acceptance]:
    """The findings of a baseline by code and fingerprint.  Raises ConfigError."""
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
    return dict.fromkeys((_known(file, number) for number in range(len(findings))), _BASELINE)


def _known(file: JsonFile, number: int) -> tuple[str, str]:
    """Code and fingerprint of an entry."""
    place = ("findings", number)
    entry = file.value["findings"][number]
    if not isinstance(entry, dict):
        file.fail(place, "files.baseline-entry")
    for key in ("code", "fingerprint"):
        if not isinstance(entry.get(key), str):
            file.fail((*place, key), "files.baseline-text", key=key)
    return entry["code"], entry["fingerprint"]


def baseline(findings: Iterable[Known]) -> str:
    """A baseline of these findings, as JSON."""
    document = {
        "version": _FORMAT,
        "tool": {"name": "gklint", "version": VERSION},
        "findings": [each._asdict() for each in sorted({*findings})],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
