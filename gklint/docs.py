"""Rules explained: ``gklint rule``, and the pages below ``docs/`` of the rules and the settings.

From the rule files and ``settings.KEYS`` alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from gklint.files.shipped import data_dir
from gklint.findings.report import CRASHED, NOT_A_REPORT, UNREADABLE, Report
from gklint.linter import Linter
from gklint.project.settings import KEYS
from gklint.render.printable import DELETED, SEVERITY
from gklint.ruleset.loading import RuleSet, load_rules
from gklint.ruleset.rules import LANGUAGES, Rule, Sample
from gklint.ruleset.severity import Severity
from gklint.text.source import Source
from gklint.words import say

_GENERATED = (
    "由 `python -m gklint.docs` 从 `rules/` 生成，请勿手改。"
    " Generated from `rules/` by `python -m gklint.docs`; do not edit."
)
_CONFIGURATION = (
    "# 配置 · Configuration",
    "",
    "由 `python -m gklint.docs` 从 `gklint/project/settings.py` 生成，请勿手改。"
    " Generated from `gklint/project/settings.py` by `python -m gklint.docs`; do not edit.",
    "",
    "- 写在 `gklint.toml`，或 `pyproject.toml` 的 `[tool.gklint]` 里。"
    "从每个文件所在的文件夹向上找，用最近的一个，不合并；路径和模式从它所在的文件夹算起。",
    "- 写作 `[severity]` 那样的表的，放在其他各项之后：`[…]` 下面的各项都属于它。",
    "- 命令行优先：`--select` 代替这里的 select 和 ignore，"
    "`--ignore`、`--severity` 与这里的合在一起。"
    "`--config FILE` 只用这一个，`--isolated` 都不用。"
    "`gklint check --show-settings` 显示实际所用的。",
    "- 编辑器可以用 [gklint.schema.json](../gklint/gklint.schema.json) 提示和检查。",
    "",
    "- In `gklint.toml`, or `[tool.gklint]` of `pyproject.toml`. The nearest upwards from each file"
    " counts, alone; paths and patterns start at its folder.",
    "- A table like `[severity]` comes after the other keys: all that follows belongs to it.",
    "- The command line comes first: `--select` replaces select and ignore, `--ignore` and"
    " `--severity` add. `--config FILE` uses this file only, `--isolated` none."
    " `gklint check --show-settings` shows what is in force.",
    "- Editors can use [gklint.schema.json](../gklint/gklint.schema.json).",
)
_POLICY = (
    "- 代码一经发布不再改作他用；规则改名或合并，旧代码的页面保留并指向新代码。"
    " A code is never used for something else; the page of a renamed code stays and points to"
    " the new one.",
    "- 只在次版本中增加默认启用的规则或扩大其范围；修订版本只会减少误报。"
    " Defaults are widened in minor versions only; patch versions can only take findings away.",
)
_WORDS = {
    "zh": {
        "severity": "级别",
        "finds": "查什么",
        "basis": "依据",
        "grade": "依据等级",
        "good": "正确的写法",
        "bad": "有误的写法",
        "output": "gklint 会说",
        "file": "规则文件",
        "mending": "自动改正",
        "safe": "能改的用 {}",
        "unsafe": "能改的用 {}，改后请核对",
        "by-hand": "不能",
        "accepting": "接受",
        "acceptable": "可以，写明理由：{}",
        "not-acceptable": "不能",
    },
    "en": {
        "severity": "severity",
        "finds": "finds",
        "basis": "basis",
        "grade": "grade of the basis",
        "good": "good",
        "bad": "bad",
        "output": "gklint says",
        "file": "rule file",
        "mending": "fix",
        "safe": "{} where possible",
        "unsafe": "{} where possible; look at it afterwards",
        "by-hand": "none",
        "accepting": "accept",
        "acceptable": "with a reason: {}",
        "not-acceptable": "not possible",
    },
}
_MENDING = {"safe": "--fix", "unsafe": "--fix --unsafe-fixes"}
_ALWAYS = (UNREADABLE, NOT_A_REPORT, CRASHED)  # whatever is selected


def sample_text(sample: Sample | None = None) -> str:
    """The sample report of ``rules/sample.txt``, with a sample's changes made.

    Raises ValueError when a line that is to be changed is not in it.
    """
    lines = data_dir("rules").joinpath("sample.txt").read_text("utf-8").split("\n")
    changes = sample.change if sample else {}
    missing = [line for line in changes if line not in lines]
    if missing:
        raise ValueError(f"样本报告里没有这一行：{missing[0]}")
    changed = (changes.get(line, line) for line in lines)
    return "\n".join(line for line in changed if line is not None)


def check_sample(rules: RuleSet, sample: Sample, lang: str = "zh") -> Report:
    """Check the sample report with a sample's changes."""
    return Linter(rules, lang=lang).check(Source(sample_text(sample), "sample.txt"))


def list_rules(rules: RuleSet, lang: str) -> str:
    """One line a rule: code, severity, name, what it finds."""
    return "".join(
        f"{rule.code}  {SEVERITY[lang][rule.severity]}  {rule.name}  {rule.finds[lang]}\n"
        for rule in rules.rules.values()
    )


def explain_rule(rules: RuleSet, rule: Rule, lang: str) -> str:
    """All that is known of a rule, with its samples and what gklint says of them."""
    words = _WORDS[lang]
    colon = "：" if lang == "zh" else ": "
    lines = [
        f"{rule.code} {rule.name}",
        "",
        f"{words['severity']}{colon}{SEVERITY[lang][rule.severity]}",
        f"{words['finds']}{colon}{rule.finds[lang]}",
        f"{words['basis']}{colon}{rule.basis[lang]}（{rule.source}）",
        f"{words['grade']}{colon}{rule.grade}（{rules.texts[f'grade-{rule.grade}'][lang]}）",
        f"{words['mending']}{colon}{_mending(rule, lang)}",
        f"{words['accepting']}{colon}{_accepting(rule, lang)}",
        f"{words['file']}{colon}{rule.file}",
    ]
    for sample in rule.bad:
        lines += ["", f"{words['bad']}{colon}", *_indent(_after(sample, lang))]
        lines += [f"{words['good']}{colon}", *_indent(sample.change)]
        lines += [f"{words['output']}{colon}", *_indent(_says(rules, rule, sample, lang))]
    for sample in rule.good:
        lines += ["", f"{words['good']}{colon}", *_indent(_after(sample, lang))]
    return "\n".join(lines) + "\n"


def _mending(rule: Rule, lang: str, command: str = "{}") -> str:
    """Whether it can be mended, and by which options, or a ``command`` with them."""
    said = _WORDS[lang][rule.fix or "by-hand"]
    return said.format(command.format(_MENDING[rule.fix])) if rule.fix else said


def _accepting(rule: Rule, lang: str) -> str:
    key = "acceptable" if rule.acceptable else "not-acceptable"
    return _WORDS[lang][key].format(_comment(rule, lang))


def _comment(rule: Rule, lang: str) -> str:
    reason = {"zh": "理由：…", "en": "reason: …"}[lang]
    return f"<!-- gklint: accept {rule.code} {reason} -->"


def _after(sample: Sample, lang: str) -> list[str]:
    return sample.after or [DELETED[lang]]


def _says(rules: RuleSet, rule: Rule, sample: Sample, lang: str) -> list[str]:
    report = check_sample(rules, sample, lang)
    return [found.message for found in report.diagnostics if found.code == rule.code]


def _indent(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def pages(rules: RuleSet) -> dict[str, str]:
    """All pages by their path below ``docs/``: the settings, the rules, and a page a rule."""
    by_code = {f"rules/{code}.md": _page(rules, rule) for code, rule in rules.rules.items()}
    return {"configuration.md": _configuration(), "rules.md": _index(rules), **by_code}


def _configuration() -> str:
    """The keys of a configuration file."""
    lines = [*_CONFIGURATION, "", "| 写法 Example | 作用 | What it does |", "| --- | --- | --- |"]
    for key in KEYS:
        example = say("zh", f"settings.example-{key.name}")
        zh, en = (say(lang, f"settings.{key.name}") for lang in ("zh", "en"))
        lines.append(f"| `{key.name} = {example}` | {zh} | {en} |")
    return "\n".join(lines) + "\n"


def _index(rules: RuleSet) -> str:
    lines = ["# 规则 · Rules", "", _GENERATED, "", *_POLICY, ""]
    lines += ["| 代码 | 级别 | 名称 | 查什么 | What it finds |", "| --- | --- | --- | --- | --- |"]
    for rule in rules.rules.values():
        level = SEVERITY["zh"][rule.severity]
        link = f"[{rule.code}](rules/{rule.code}.md)"
        lines.append(
            f"| {link} | {level} | {rule.name} | {rule.finds['zh']} | {rule.finds['en']} |"
        )
    return "\n".join(lines) + "\n"


def _page(rules: RuleSet, rule: Rule) -> str:
    """What, why, on whose authority, bad and good, and how to configure it."""
    level = f"{SEVERITY['zh'][rule.severity]} ({rule.severity})"
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"{level} · {rule.since} · [全部规则 All rules](../rules.md)",
    ]
    lines += ["", f"{rule.finds['zh']}。{rule.finds['en']}", "", "## 依据 Basis", ""]
    lines += [
        f"- {rule.basis['zh']}（{rule.source}）",
        f"- {rule.basis['en']}",
        f"- 等级 Grade {rule.grade}：{rules.texts[f'grade-{rule.grade}']['zh']}。"
        f"{rules.texts[f'grade-{rule.grade}']['en']}.",
    ]
    lines += _samples(rules, rule)
    mending = [_mending(rule, lang, "`gklint check 年报.txt {}`") for lang in LANGUAGES]
    lines += ["", "## 自动改正 Fix", "", "。 ".join(mending)]
    lines += ["", "## 设置 Configuration", "", *_configuring(rule)]
    lines += ["", "## 接受 Accept", "", *_accepted(rule)]
    return "\n".join(lines) + "\n"


def _samples(rules: RuleSet, rule: Rule) -> list[str]:
    lines: list[str] = []
    for sample in rule.bad:
        lines += ["", "## 有误 Bad", "", *_fence(_after(sample, "zh")), "", "正确 Good：", ""]
        lines += [*_fence(sample.change), "", "gklint："]
        lines += ["", *(f"> {message}" for message in _says(rules, rule, sample, "zh"))]
        lines += ["", *(f"> {message}" for message in _says(rules, rule, sample, "en"))]
    for sample in rule.good:
        lines += ["", "## 正确 Good", "", *_fence(_after(sample, "zh"))]
    return lines


def _configuring(rule: Rule) -> list[str]:
    """Ways to leave the rule out, use nothing else, or change its severity; each line works."""
    code = rule.code
    other = Severity.INFO if rule.severity != Severity.INFO else Severity.WARNING
    said = "这条规则总在用，只能改级别。 It is always on; only its severity can be changed."
    commands = [f"gklint check reports/ --severity {code}={other}"]
    settings = ["[severity]", f'{code} = "{other}"']
    if code not in _ALWAYS:
        said = (
            "不查、只查它或改它的级别，任选一种。"
            " To leave it out, use nothing else, or change its severity: any of these."
        )
        chosen = [f"gklint check reports/ --{option} {code}" for option in ("ignore", "select")]
        commands = [*chosen, *commands]
        some = ['[per-file-rules."草稿/"]', f'ignore = ["{code}"]']
        settings = [f'ignore = ["{code}"]', "", *settings, "", *some]
    overriding = ["extends: default", "severity:", f"  {code}: {other}"]
    blocks = {
        "命令行 Command line：": _fence(commands, "sh"),
        "`gklint.toml`：": _fence(settings, "toml"),
        "规则集（`--rules local.yaml`） Rule set：": _fence(overriding, "yaml"),
    }
    return [said, *(line for title, block in blocks.items() for line in ("", title, "", *block))]


def _accepted(rule: Rule) -> list[str]:
    if not rule.acceptable:
        return ["这条规则的结果不能接受。 What this rule finds cannot be accepted."]
    command = (
        f"gklint accept 年报.docx --code {rule.code} --reason 已核实 --accept gklint-accept.toml"
    )
    return [
        "文本、Markdown、网页：写在那一行末尾。 In text, Markdown, HTML: at the end of the line.",
        "",
        *_fence([_comment(rule, "zh")], "html"),
        "",
        "Word、PDF：记入接受文件，检查时也给出 `--accept`。"
        " For Word and PDF: in an accept file, which `check --accept` reads.",
        "",
        *_fence([command], "sh"),
    ]


def _fence(lines: Iterable[str], language: str = "text") -> list[str]:
    return [f"```{language}", *lines, "```"]


def main() -> None:
    """Write all pages into ``docs/`` of this checkout."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs")
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    for name, text in pages(load_rules()).items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
