"""Rule files of users, as they stand on the disk."""

from __future__ import annotations

import re
from pathlib import Path

from gklint.errors import RuleFileError
from gklint.files.keyed import decoded, read
from gklint.files.shipped import DataFile

MISSING_RULES = "找不到这个规则文件"
_SHIPPED_BASE = re.compile(r"^extends:[ ]*(?:default|none)\b", re.MULTILINE)


def read_rule_file(path: Path) -> DataFile:
    """A rule file of the user's.  Raises RuleFileError."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise RuleFileError(f"{path}: 不是规则文件（.yaml）；要检查的文件请写在 --rules 之前")
    data = read(path, RuleFileError, missing=MISSING_RULES)
    return DataFile(str(path), decoded(str(path), data, RuleFileError))


def stands_alone(file: DataFile) -> bool:
    """Whether a rule file plainly builds on no other file, which may change by itself."""
    return file.text.count("extends") == len(_SHIPPED_BASE.findall(file.text))
