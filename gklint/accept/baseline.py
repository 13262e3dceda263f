"""Baselines: the findings that were there before, so that only new ones fail.

A finding is known by its fingerprint, so that moved lines and other numbers do not make it new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from gklint.accept.judging import MISSING_BASELINE
from gklint.files import jsonfile
from gklint.files.jsonfile import JsonFile
from gklint.findings.diagnostics import Acceptance
from gklint.version import VERSION

_FORMAT = 1
_MOST = 100  # MB
_BASELINE = Acceptance("baseline")
_AGAIN = "请用 gklint baseline 重新生成"


class Known(NamedTuple):
    """A finding as a baseline has it.

    file and fingerprint: by the file's name from the folder of the baseline.
    """

    file: str
    code: str
    fingerprint: str


def read_baseline(path: Path) -> Mapping[tuple[str, str], Acceptance]:
    """The findings of a baseline by code and fingerprint.  Raises ConfigError."""
    file = jsonfile.load(path, MISSING_BASELINE, _MOST, _AGAIN)
    document = file.value if isinstance(file.value, dict) else {}
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        file.fail(("version",), "不是 gklint 的基线文件")
    if version != _FORMAT:
        only = f"gklint {VERSION} 只认第 {_FORMAT} 版"
        file.fail(("version",), f"是第 {version} 版的基线文件，{only}")
    findings = document.get("findings")
    if not isinstance(findings, list):
        file.fail(("findings",), "基线文件不完整，findings 应为列表")
    return dict.fromkeys((_known(file, number) for number in range(len(findings))), _BASELINE)


def _known(file: JsonFile, number: int) -> tuple[str, str]:
    """Code and fingerprint of an entry."""
    place = ("findings", number)
    entry = file.value["findings"][number]
    if not isinstance(entry, dict):
        file.fail(place, "基线文件不完整，应为含 code 和 fingerprint 的一条")
    for key in ("code", "fingerprint"):
        if not isinstance(entry.get(key), str):
            file.fail((*place, key), f"基线文件不完整，缺少“{key}”（文字）")
    return entry["code"], entry["fingerprint"]


def baseline(findings: Iterable[Known]) -> str:
    """A baseline of these findings, as JSON."""
    document = {
        "version": _FORMAT,
        "tool": {"name": "gklint", "version": VERSION},
        "findings": [each._asdict() for each in sorted({*findings})],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
