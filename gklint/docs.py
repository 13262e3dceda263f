"""Rules explained: ``gklint rule`` and the pages below ``docs/``, from the rule files alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from gklint.diagnostics import Severity
from gklint.linter import Linter, Report, Selection
from gklint.resources import data_dir
from gklint.ruleset import Rule, RuleSet, Sample, load_rules
from gklint.source import Source

_GENERATED = (
    "由 `python -m gklint.docs` 从 `rules/` 生成，请勿手改。"
    " Generated from `rules/` by `python -m gklint.docs`; do not edit."
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
        "error": "错误",
        "warning": "警告",
        "info": "提示",
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
        "error": "error",
        "warning": "warning",
        "info": "info",
    },
}


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
    return Linter(rules, Selection(), lang).check(Source(sample_text(sample), "sample.txt"))


def list_rules(rules: RuleSet, lang: str) -> str:
    """One line a rule: code, severity, name, what it finds."""
    return "".join(
        f"{rule.code}  {_WORDS[lang][str(rule.severity)]}  {rule.name}  {rule.finds[lang]}\n"
        for rule in rules.rules.values()
    )


def explain_rule(rules: RuleSet, rule: Rule, lang: str) -> str:
    """All that is known of a rule, with its samples and what gklint says of them."""
    words = _WORDS[lang]
    colon = "：" if lang == "zh" else ": "
    lines = [
        f"{rule.code} {rule.name}",
        "",
        f"{words['severity']}{colon}{words[str(rule.severity)]}",
        f"{words['finds']}{colon}{rule.finds[lang]}",
        f"{words['basis']}{colon}{rule.basis[lang]}（{rule.source}）",
        f"{words['grade']}{colon}{rule.grade}（{rules.texts[f'grade-{rule.grade}'][lang]}）",
        f"{words['file']}{colon}{rule.file}",
    ]
    for sample in rule.bad:
        lines += ["", f"{words['bad']}{colon}", *_indent(_after(sample))]
        lines += [f"{words['good']}{colon}", *_indent(_before(sample))]
        lines += [f"{words['output']}{colon}", *_indent(_says(rules, rule, sample, lang))]
    for sample in rule.good:
        lines += ["", f"{words['good']}{colon}", *_indent(_after(sample))]
    return "\n".join(lines) + "\n"


def _before(sample: Sample) -> list[str]:
    return [*sample.change]


def _after(sample: Sample) -> list[str]:
    changed = (text for text in sample.change.values() if text is not None)
    return [line for text in changed for line in text.split("\n")] or ["（删去）"]


def _says(rules: RuleSet, rule: Rule, sample: Sample, lang: str) -> list[str]:
    report = check_sample(rules, sample, lang)
    return [found.message for found in report.diagnostics if found.code == rule.code]


def _indent(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def pages(rules: RuleSet) -> dict[str, str]:
    """All pages of the rules by their path below ``docs/``: an index, and a page a rule."""
    by_code = {f"rules/{code}.md": _page(rules, rule) for code, rule in rules.rules.items()}
    return {"rules.md": _index(rules), **by_code}


def _index(rules: RuleSet) -> str:
    lines = ["# 规则 · Rules", "", _GENERATED, "", *_POLICY, ""]
    lines += ["| 代码 | 级别 | 名称 | 查什么 | What it finds |", "| --- | --- | --- | --- | --- |"]
    for rule in rules.rules.values():
        level = _WORDS["zh"][str(rule.severity)]
        link = f"[{rule.code}](rules/{rule.code}.md)"
        lines.append(
            f"| {link} | {level} | {rule.name} | {rule.finds['zh']} | {rule.finds['en']} |"
        )
    return "\n".join(lines) + "\n"


def _page(rules: RuleSet, rule: Rule) -> str:
    """What, why, on whose authority, bad and good, and how to configure it."""
    level = f"{_WORDS['zh'][str(rule.severity)]} ({rule.severity})"
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
    lines += ["", "## 设置 Configuration", "", *_fence(_options(rule)), "", *_overriding(rule)]
    return "\n".join(lines) + "\n"


def _samples(rules: RuleSet, rule: Rule) -> list[str]:
    lines: list[str] = []
    for sample in rule.bad:
        lines += ["", "## 有误 Bad", "", *_fence(_after(sample)), "", "正确 Good：", ""]
        lines += [*_fence(_before(sample)), "", "gklint："]
        lines += ["", *(f"> {message}" for message in _says(rules, rule, sample, "zh"))]
        lines += ["", *(f"> {message}" for message in _says(rules, rule, sample, "en"))]
    for sample in rule.good:
        lines += ["", "## 正确 Good", "", *_fence(_after(sample))]
    return lines


def _options(rule: Rule) -> list[str]:
    """Commands that leave the rule out, use nothing else, or change its severity."""
    other = Severity.INFO if rule.severity != Severity.INFO else Severity.WARNING
    return [
        f"gklint check reports/ --ignore {rule.code}",
        f"gklint check reports/ --select {rule.code}",
        f"gklint check reports/ --severity {rule.code}={other}",
    ]


def _overriding(rule: Rule) -> list[str]:
    yaml = ["extends: default", "severity:", f"  {rule.code}: {rule.severity}"]
    return ["规则集（`--rules local.yaml`） In a rule set：", "", "```yaml", *yaml, "```"]


def _fence(lines: Iterable[str]) -> list[str]:
    return ["```text", *lines, "```"]


def main() -> None:
    """Write ``docs/rules.md`` and ``docs/rules/`` of this checkout."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs")
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    for name, text in pages(load_rules()).items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
