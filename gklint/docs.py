"""Rules explained: ``gklint rule`` and ``docs/rules.md``, from the rule files alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from gklint.diagnostics import Severity
from gklint.linter import Linter, Report, Selection
from gklint.resources import data_dir
from gklint.ruleset import Rule, RuleSet, Sample, load_rules
from gklint.source import Source

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


def rules_markdown(rules: RuleSet) -> str:
    """``docs/rules.md``: a table of all rules, then each of them."""
    lines = [
        "# 规则 · Rules",
        "",
        "由 `python -m gklint.docs` 从 `rules/` 生成，请勿手改。"
        " Generated from `rules/` by `python -m gklint.docs`; do not edit.",
        "",
        "| 代码 | 级别 | 名称 | 查什么 | What it finds |",
        "| --- | --- | --- | --- | --- |",
    ]
    for rule in rules.rules.values():
        level = _WORDS["zh"][str(rule.severity)]
        link = f"[{rule.code}](#{rule.code.lower()})"
        lines.append(
            f"| {link} | {level} | {rule.name} | {rule.finds['zh']} | {rule.finds['en']} |"
        )
    for rule in rules.rules.values():
        lines += ["", f"## {rule.code}", "", *_markdown(rules, rule)]
    return "\n".join(lines) + "\n"


def _markdown(rules: RuleSet, rule: Rule) -> list[str]:
    severity = Severity(rule.severity)
    lines = [
        f"**{rule.name}** · {_WORDS['zh'][str(severity)]} ({severity}) · {rule.since}",
        "",
        f"{rule.finds['zh']}。{rule.finds['en']}",
        "",
        f"- 依据：{rule.basis['zh']}（{rule.source}）",
        f"- 等级 {rule.grade}：{rules.texts[f'grade-{rule.grade}']['zh']}",
        f"- Basis: {rule.basis['en']}",
        f"- Grade {rule.grade}: {rules.texts[f'grade-{rule.grade}']['en']}",
    ]
    for sample in rule.bad:
        lines += ["", "有误 Bad：", "", *_fence(_after(sample)), "", "正确 Good：", ""]
        lines += [*_fence(_before(sample)), ""]
        lines += [f"> {message}" for message in _says(rules, rule, sample, "zh")]
    for sample in rule.good:
        lines += ["", "正确 Good：", "", *_fence(_after(sample))]
    return lines


def _fence(lines: Iterable[str]) -> list[str]:
    return ["```text", *lines, "```"]


def main() -> None:
    """Write ``docs/rules.md`` of this checkout."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/rules.md")
    target.write_text(rules_markdown(load_rules()), "utf-8")


if __name__ == "__main__":
    main()
