"""Rule files of users, as they stand on the disk."""

from __future__ import annotations

import re
from pathlib import Path

from gklint.errors import RuleFileError
from gklint.files.keyed import decoded, in_file, read, require
from gklint.files.shipped import DataFile

_SHIPPED_BASE = re.compile(r"^extends:[ ]*(?:default|none)\b", re.MULTILINE)


def read_rule_file(path: Path) -> DataFile:
    """A rule file of the user's.  Raises RuleFileError."""
    if not _called_so(path):
        raise RuleFileError("rulefiles.not-yaml", path=path)
    data = read(path, RuleFileError, missing="rulefiles.missing")
    return DataFile(str(path), decoded(str(path), data, RuleFileError))


def require_rule_file(path: Path) -> None:
    """Raise RuleFileError unless what another file names is a rule file, and can be read."""
    if not _called_so(path):
        raise in_file(RuleFileError, path, "rulefiles.no-rule-file")
    require(path, RuleFileError, "rulefiles.missing")


def _called_so(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml")


def stands_alone(file: DataFile) -> bool:
    """Whether a rule file plainly builds on no other file, which may change by itself."""
    return file.text.count("extends") == len(_SHIPPED_BASE.findall(file.text))
