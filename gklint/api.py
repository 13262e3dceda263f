"""The Python interface: one function for one report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from gklint.findings.report import Report
from gklint.formats.reading import read
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source


def check(report: str | Path, *, rules: Sequence[str | Path] = (), lang: str = "zh") -> Report:
    """Check one report.

    Args:
        report: A ``Path`` is read from disk; a ``str`` is the text itself.

        rules: Rule files that add to the shipped rules or override them.

        lang: Language of the messages, ``"zh"`` or ``"en"``.

    Returns:
        The report with its diagnostics, sorted by position.  Lines and columns count from
        1, columns in code points.  A file that cannot be read has one diagnostic, GK001.

    Raises:
        RuleFileError: A rule file is not valid.
    """
    linter = _linter(tuple(Path(path) for path in rules), lang)
    if isinstance(report, str):
        return linter.check(Source(report))
    return linter.check_file(str(report), lambda: read(report))


@lru_cache(maxsize=8)
def _linter(rules: tuple[Path, ...], lang: str) -> Linter:
    return Linter(load_rules(rules), lang=lang)
