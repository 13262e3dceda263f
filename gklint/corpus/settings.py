"""By what the reports of a corpus are checked: one set of rules for all of them.

What a configuration says of single folders, of last year's reports and of accepted findings holds
for files in a folder, not for what lies in archives and stores; numbers are only comparable where
all were checked alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.files.shipped import data_files
from gklint.formats.limits import Limits
from gklint.project.config import Config
from gklint.project.options import Options
from gklint.version import VERSION

if TYPE_CHECKING:
    from gklint.linter import Linter
    from gklint.ruleset.severity import Severity


class Settings(NamedTuple):
    """It can be sent to another process, and to another machine that has the same rule files."""

    rules: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[tuple[str, Severity], ...]
    lang: str
    limits: Limits

    @classmethod
    def of(cls, config: Config, options: Options) -> Settings:
        """``config``: with the command line over it."""
        severity = tuple(sorted(config.severity.items()))
        limits = options.limits.reading(scans=config.scan)
        return cls(config.rules, config.select, config.ignore, severity, options.lang, limits)

    def linter(self) -> Linter:
        """What checks by them.  Raises GklintError."""
        from gklint.linter import Linter
        from gklint.ruleset.loading import load_rules
        from gklint.ruleset.selection import Selection

        rules = load_rules(self.rules)
        Options(self.select, self.ignore, self.severity).check_codes(rules)
        selection = Selection(self.select, self.ignore, dict(self.severity))
        return Linter(rules, selection, self.lang, fixes=False)

    def digest(self) -> str:
        """What tells them, and the version of gklint, from others.  Raises RuleFileError."""
        found = blake2b(digest_size=8)
        told = (VERSION, self.select, self.ignore, self.severity, self.lang, self.limits)
        for text in (repr(told), *_texts(self.rules)):
            found.update(blake2b(text.encode("utf-8", "surrogatepass")).digest())
        return found.hexdigest()


def _texts(rules: Sequence[Path]) -> Iterator[str]:
    """All that rules are made of."""
    from gklint.ruleset.reading import read_rule_file, stands_alone

    own = [read_rule_file(path) for path in rules]
    shipped = (*data_files("grammar", ".lark"), *data_files("rules", ".yaml"))
    yield from (file.text for file in (*shipped, *own))
    if not all(map(stands_alone, own)):  # others that they name count too
        from gklint.ruleset.compiling import compile_rules

        grammar, rules_ = data_files("grammar", ".lark"), data_files("rules", ".yaml")
        yield json.dumps(compile_rules(grammar, rules_, own))
