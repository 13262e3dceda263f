"""Rule files of users, as they stand on the disk."""

from __future__ import annotations

import re
from pathlib import Path

from gklint.errors import RuleFileError
from gklint.files.keyed import decoded, read
from gklint.files.shipped import DataFile

_SHIPPED_BASE = re.compile(r"^extends:[ ]*(?:default|none)\b", re.MULTILINE)


def read_rule_file(path: Path) -> DataFile:
    """A rule file of the user's.  Raises RuleFileError."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise RuleFileError("rulefiles.not-yaml", path=path)
    data = read(path, RuleFileError, missing="rulefiles.missing")
    return DataFile(str(path), decoded(str(path), data, RuleFileError))


def stands_alone(file: DataFile) -> bool:
    """Whether a rule file plainly builds on no other file, which may change by itself."""
    return file.text.count("extends") == len(_SHIPPED_BASE.findall(file.text))
