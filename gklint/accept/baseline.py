"""Baselines: the findings that were there before, so that only new ones fail.

A finding is known by its fingerprint, so that moved lines and other numbers do not make it new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gklint.accept.judging import MISSING_BASELINE
from gklint.errors import ConfigError
from gklint.files.keyed import read
from gklint.files.paths import from_here
from gklint.findings.diagnostics import Acceptance
from gklint.version import VERSION

_FORMAT = 1
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
    name = from_here(path)
    data = read(path, ConfigError, MISSING_BASELINE, most=100)
    try:
        document: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{name}：不是基线文件（JSON），{_AGAIN}") from error
    version = document.get("version") if isinstance(document, dict) else None
    if version != _FORMAT:
        if not isinstance(version, int):
            raise ConfigError(f"{name}：不是 gklint 的基线文件，{_AGAIN}")
        only = f"gklint {VERSION} 只认第 {_FORMAT} 版"
        raise ConfigError(f"{name}：是第 {version} 版的基线文件，{only}，{_AGAIN}")
    try:
        found = [(str(each["code"]), str(each["fingerprint"])) for each in document["findings"]]
    except (KeyError, TypeError) as error:
        raise ConfigError(f"{name}：基线文件不完整，{_AGAIN}") from error
    return dict.fromkeys(found, _BASELINE)


def baseline(findings: Iterable[Known]) -> str:
    """A baseline of these findings, as JSON."""
    document = {
        "version": _FORMAT,
        "tool": {"name": "gklint", "version": VERSION},
        "findings": [each._asdict() for each in sorted({*findings})],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
