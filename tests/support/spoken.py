"""Command lines of all kinds, and the files that they are about: each says something."""

from __future__ import annotations

from gklint.cli import _COMMANDS
from gklint.render import RENDERERS
from tests.support.paths import ROOT
from tests.support.sample import changed, last_year

FILES = {
    "clean.txt": changed(),
    "wrong.txt": changed(
        ("行政强制 | 0 | ||", "行政强制 | / | ||"),
        ("（一）予以公开 | 2 | 1 |", "（一）予以公开 | 2 | 9 |"),
        ("定期清理失效文件", "定期清理失效文檔(jixu)"),
        ("新收政府信息公开申请5件", "新收政府信息公开申请八件"),
    ),
    "accepted.txt": "<!-- gklint: accept-file GK501 理由：好 到期：2020-01-01 -->\n"
    "<!-- gklint: accept GK9 -->\n" + changed(),
    "last-year.txt": last_year(("行政规范性文件 | 1 | 0 | 11 |", "行政规范性文件 | 1 | / | 30 |")),
    "other.txt": "值班表\n",
    "blank.txt": "",
    # -- configurations ---------------------------------------------------------------------
    "key.toml": "selct = []",
    "list.toml": 'select = "GK3"',
    "level.toml": 'fail-on = "eror"',
    "no-level.toml": "fail-on = 1",
    "flag.toml": "respect-gitignore = 1",
    "open.toml": 'exclude = ["[a"]',
    "class.toml": 'exclude = ["[[:nix:]]"]',
    "backslash.toml": "exclude = ['a\\']",
    "empty.toml": 'exclude = ["/"]',
    "code.toml": 'select = ["GK999"]',
    "near.toml": 'select = ["gk303"]',
    "no-year.toml": 'previous = "no"',
    "file.toml": 'rules = ["no.yaml"]',
    "table.toml": "per-file-rules = 1",
    "path.toml": "accept = 1",
    "paths.toml": "paths = 1",
    "patterns.toml": "exclude = 1",
    "levels.toml": "severity = 1",
    "prefix.toml": "select = [1]",
    "pattern.toml": '[per-file-rules."!a"]',
    "record.toml": "per-file-rules = {a = 1}",
    # -- accept files, baselines ------------------------------------------------------------
    "a-key.toml": "accpt = 1",
    "a-text.toml": "[[accept]]\nfile = 1\n",
    "a-entry.toml": "accept = 1\n",
    "a-day.toml": "accept = [{file = 'a', code = 'a', fingerprint = '0', reason = 'a', until = 1}]",
    "no.json": "{",
    "other.json": "{}",
    "new.json": '{"version": 9}',
    "part.json": '{"version": 1}',
    # -- rule files -------------------------------------------------------------------------
    "list.yaml": "- a\n",
    "key.yaml": "ruls: []\n",
    "rules.yaml": "rules: 1\n",
    "rule.yaml": "rules: [1]\n",
    "code.yaml": "rules: [{code: x}]\n",
    "lacks.yaml": "rules: [{code: GK999}]\n",
    "text.yaml": "rules: [{code: GK303, finds: {zh: a}}]\n",
    "basis.yaml": "rules: [{code: GK303, basis: 1}]\n",
    "source.yaml": "rules: [{code: GK303, basis: {zh: a, en: a, grade: I}}]\n",
    "flag.yaml": "rules: [{code: GK303, acceptable: 1}]\n",
    "sample.yaml": "rules: [{code: GK303, bad: [1]}]\n",
    "braces.yaml": "rules: [{code: GK303, message: {zh: '{', en: '{'}}]\n",
    "severity.yaml": "severity: {GK303: bad}\n",
    "severities.yaml": "severity: 1\n",
    "codes.yaml": "not_acceptable: 1\n",
    "itself.yaml": "extends: itself.yaml\n",
    "none.yaml": "extends: none\n",
    "words.yaml": "wordings: {variants: {nope: [a]}}\n",
    "texts.yaml": "wordings: {variants: {new: a}}\n",
    "sums.yaml": "rules: [{code: GK402, options: {counts: 1}}]\n",
    "sum.yaml": "rules: [{code: GK402, options: {total: total, counts: {new: [a +]}}}]\n",
    "both.yaml": "rules: [{code: GK303, options: "
    "{table: requests, each: column, formula: new + carried_in = new}}]\n",
    "wrong.yaml": "rules: [{code: GK104, options: {element: heading, wrong: 1}}]\n",
    "formula.yaml": "rules: [{code: GK303, options: {table: requests, each: row, formula: a +}}]\n",
    "fits.yaml": "rules: [{code: GK303, options: {table: requests, each: row, formula: 1 = 1}}]\n",
    "pair.yaml": "rules: [{code: GK710, options: {pairs: {'(a)(b)': '〔'}}}]\n",
    "groups.yaml": "rules: [{code: GK710, options: {pairs: {a: '〔〕'}}}]\n",
    "line.yaml": "rules: [{code: GK303, bad: [{change: {x: y}}]}]\n",
}
_WRONG = """
chek
clean.txt
check
check --rules code.yaml
check no.txt
check empty
check - a
check - --fix
check a --fix --diff
check a --unsafe-fixes
check a --diff --format text
check a --statistics --format json
check a --format yaml
check a --format json=
check a --format json --format lsp
check a --jobs 0
check a --jobs
check a --rules
check a --fix=1
check a --show
check a --nope
check a --limit x
check a --fail-on x
check a --lang
check a --severity GK1
check a --config x --isolated
check wrong.txt --select GK99
check wrong.txt --select gk303
check wrong.txt --format json=wrong.txt
check wrong.txt --format json=no/x.json
check wrong.txt --format json=empty
check wrong.txt --config no.toml
check wrong.txt --accept no.toml
check wrong.txt --baseline nope.json
check wrong.txt --rules no.yaml
check wrong.txt --previous no.txt
check wrong.txt --previous empty
check clean.txt --previous clean.txt
check last-year.txt --previous clean.txt
check clean.txt --previous other.txt
check clean.txt --previous bad.txt
check wrong.txt --rules other.txt
rule gk303
rule GK9
rule GK303 --rules line.yaml
annotate a.docx
annotate other.txt -o x.docx
annotate no.docx -o x.docx
annotate empty -o x.docx
annotate a.docx -o x.txt
annotate a.docx -o a.docx
extract wrong.txt --format doc
extract wrong.txt --format xlsx
baseline
baseline wrong.txt
accept wrong.txt --code GK303 --reason a
accept wrong.txt --code GK303 --reason . --accept ok.toml
accept wrong.txt --code GK3 --reason a --accept ok.toml
accept wrong.txt --code GK303 --reason a --until x
accept wrong.txt --code GK303 --reason a --until 2020-01-01 --accept ok.toml
"""
_DONE = """
check clean.txt blank.txt a.xyz
check a.docx --format sarif
check clean.txt --previous last-year.txt
check clean.txt --previous . --format sarif
check accepted.txt --previous .
annotate a.docx -o previous.docx --previous last-year.txt
check . --statistics
check wrong.txt --show-settings
check wrong.txt --show-files
check wrong.txt --diff
annotate a.docx -o out.docx
annotate out.docx -o none.docx --select GK1
extract wrong.txt other.txt --format csv
extract wrong.txt other.txt -o out.xlsx
accept wrong.txt --code GK303 --reason a --accept ok.toml --cell a.b
accept wrong.txt --code GK303 --reason a --accept ok.toml
accept wrong.txt --code GK501 --reason a --accept ok.toml
accept other.txt --code GK002 --reason a --accept ok.toml
check wrong.txt --accept ok.toml
check wrong.txt --accept ok.toml --format junit
baseline wrong.txt -o base.json
baseline wrong.txt -o base.json --check
baseline clean.txt wrong.txt -o base.json
baseline clean.txt --check
check clean.txt --baseline base.json
check wrong.txt --baseline base.json --format junit
check wrong.txt --fix --unsafe-fixes
check wrong.txt --fix
check wrong.txt a.docx --fix
"""


def _about(name: str) -> str | None:
    """A command that reads a file which is wrong."""
    if name.startswith("a-"):
        return f"check wrong.txt --accept {name}"
    options = {"toml": "config", "json": "baseline", "yaml": "rules"}
    option = options.get(name.rpartition(".")[2])
    return f"check wrong.txt --{option} {name}" if option and name != "line.yaml" else None


COMMANDS = [
    "--help",
    *(f"{name} --help" for name in _COMMANDS),
    *_WRONG.strip("\n").split("\n"),
    "",
    *filter(None, map(_about, FILES)),
    *(
        f"check wrong.txt accepted.txt other.txt bad.txt a.pdf --format {name}"
        for name in RENDERERS
    ),
    "rule",
    *(f"rule {path.stem}" for path in sorted((ROOT / "rules").rglob("GK*.yaml"))),
    *_DONE.strip("\n").split("\n"),
]
