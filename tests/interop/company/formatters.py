"""Formatters that rewrite Markdown or Chinese text, and how each is told to do so."""

from __future__ import annotations

from typing import NamedTuple

from tests.interop.company.installing import Need

_DPRINT = """
const { readFileSync, writeFileSync } = require("fs");
const { createFromBuffer } = require("@dprint/formatter");
const { getPath } = require("@dprint/markdown");
const formatter = createFromBuffer(readFileSync(getPath()));
formatter.setConfig({}, {});
for (const filePath of process.argv.slice(1)) {
  const fileText = readFileSync(filePath, "utf8");
  writeFileSync(filePath, formatter.formatText({ filePath, fileText }));
}
"""
_PANGU = """
import sys
from pathlib import Path
import pangu
for path in map(Path, sys.argv[1:]):
    path.write_text(pangu.space_text(path.read_text("utf-8")), "utf-8")
"""


class Formatter(NamedTuple):
    """A program with what it needs, and the words that make it rewrite files in their place.

    The first word is a program of its packages; files come last, but where a word is a pattern: it
    reads the first name only.  safe: the file of the configuration for reports that
    docs/repositories.md gives.
    """

    name: str
    needs: tuple[Need, ...]
    command: tuple[str, ...]
    safe: str = ""
    suffixes: tuple[str, ...] = ("md",)

    @property
    def takes_a_pattern(self) -> bool:
        """Whether it is told a pattern in place of the files."""
        return any("*" in word for word in self.command[:3])

    @property
    def version(self) -> str:
        """What was run."""
        return ", ".join(each.told for each in self.needs)


def _of(name: str, needs: str, command: str, *more: str, **others: object) -> Formatter:
    packages = tuple(map(Need, needs.split()))
    return Formatter(name, packages, (*command.split(), *more))._replace(**others)  # type: ignore[arg-type]


_TEXT = ("md", "txt")

_ZHLINT = _of("zhlint", "zhlint@0.8.2", "zhlint *.md --fix")
_LINT_MD = _of("lint-md", "@lint-md/cli@2.2.4", "lint-md --fix --threads 1")
_MDFORMAT = _of("mdformat-gfm", "mdformat==1.0.0 mdformat-gfm==1.0.0", "mdformat")
_REMARK = _of(
    "remark-gfm",
    "remark-cli@12.0.1 remark-gfm@4.0.1",
    "remark --output --quiet --use remark-gfm",
)


def _safe(formatter: Formatter, file: str, *command: str) -> Formatter:
    """The same as docs/repositories.md says."""
    return formatter._replace(
        name=f"{formatter.name}, {file}", safe=file, command=command or formatter.command
    )


FORMATTERS = (
    _of("prettier", "prettier@3.10.1", "prettier --write --log-level warn"),
    _of("mdformat", "mdformat==1.0.0", "mdformat --no-extensions"),
    _MDFORMAT,
    _safe(_MDFORMAT, ".mdformat.toml"),
    _of("remark", "remark-cli@12.0.1", "remark --output --quiet"),
    _REMARK,
    _safe(_REMARK, ".remarkrc.json", "remark", "--output", "--quiet"),
    _of("dprint", "@dprint/formatter@0.6.0 @dprint/markdown@0.28.1", "node -e", _DPRINT),
    _of("rumdl", "rumdl==0.3.0", "rumdl fmt --silent --no-cache"),
    _of("markdownlint-cli2", "markdownlint-cli2@0.19.1", "markdownlint-cli2 --fix"),
    _of("pymarkdown", "pymarkdownlnt==0.9.41", "pymarkdown fix"),
    _of("AutoCorrect", "autocorrect-node@2.14.0", "autocorrect --fix", suffixes=_TEXT),
    _of("pangu", "pangu==6.1.0", "python -c", _PANGU, suffixes=_TEXT),
    _LINT_MD,
    _safe(_LINT_MD, ".lintmdrc"),
    _ZHLINT,
    _safe(_ZHLINT, ".zhlintrc"),
    _of(
        "textlint",
        "textlint@15.8.0 textlint-rule-preset-ja-spacing@3.0.3",
        "textlint --fix --preset ja-spacing",
        suffixes=_TEXT,
    ),
)

RECORDED = (
    ("prettier", "0-tab-wrong"),
    ("prettier", "8-plainblank-wrong"),
    ("mdformat", "14-tab-wrong"),
    ("remark-gfm", "3-pipe_lead-wrong"),
    ("rumdl", "0-tab-wrong"),
    ("AutoCorrect", "2-pipe-wrong"),
    ("zhlint", "5-cell-wrong"),
    ("zhlint, .zhlintrc", "0-tab-wrong"),
    ("lint-md", "9-plain-wrong"),
)
"""Formatters and the reports of which is kept what they make of them, for tests without them."""
