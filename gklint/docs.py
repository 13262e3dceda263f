"""Rules explained: ``gklint rule``, and the pages below ``docs/`` of the rules and the settings.

From the rule files and ``settings.KEYS`` alone; and the tables in that about corpora, from their
schema.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from gklint.errors import RuleFileError
from gklint.files.shipped import data_dir
from gklint.findings.codes import CRASHED, NOT_A_REPORT, UNREADABLE
from gklint.findings.report import Report
from gklint.linter import Linter, no_report
from gklint.model.abstract import abstract_of
from gklint.model.county import County, Earlier, Entry, Member
from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.project.settings import KEYS
from gklint.render.printable import severity_word
from gklint.render.samples import changed, unchanged
from gklint.ruleset.loading import RuleSet, load_rules
from gklint.ruleset.rules import Rule, Sample
from gklint.ruleset.running import run_county, stated_in
from gklint.ruleset.severity import Severity
from gklint.text.source import Source
from gklint.words import Message, say

_SAMPLE, _LAST_YEAR = "sample.txt", "sample-last-year.txt"  # of ``rules/``
_BOTH = ("zh", "en")
"""The languages of the pages; what is written once, such as a command, is in the first."""

_NOTES = ("files", "tables", "options", "cache", "schema")  # of the page about the configuration
_TABLES, _BEHIND = "<!-- gklint/corpus/schema.py -->", "<!-- -->"
_MENDING = {"safe": "--fix", "unsafe": "--fix --unsafe-fixes"}
_ALWAYS = (UNREADABLE, NOT_A_REPORT, CRASHED)  # whatever is selected


def sample_text(changes: Mapping[str, str | None] = {}) -> str:
    """The sample report with changes made.

    Raises RuleFileError when a line that is to be changed is not in it.
    """
    return _text(_SAMPLE, changes)


def last_year_text(changes: Mapping[str, str | None] = {}) -> str:
    """That of the same body for the year before, likewise."""
    return _text(_LAST_YEAR, changes)


def _text(name: str, changes: Mapping[str, str | None]) -> str:
    lines = data_dir("rules").joinpath(name).read_text("utf-8").split("\n")
    missing = [line for line in changes if line not in lines]
    if missing:
        raise RuleFileError("rulefiles.no-such-line", line=missing[0])
    changed = (changes.get(line, line) for line in lines)
    return "\n".join(line for line in changed if line is not None)


def check_sample(
    rules: RuleSet, sample: Sample, lang: str = "zh", of: Rule | None = None
) -> Report:
    """Check the sample report with a sample's changes, against last year's where it has one.

    By all rules; the first report of a county by the rule that it is ``of``, for all of them are
    the same but for that.
    """
    linter = Linter(rules, lang=lang, earlier=earlier_than(rules, sample))
    if sample.county:
        return _check_county(linter, sample, of)
    return linter.check(Source(sample_text(sample.change), _SAMPLE))


def earlier_than(rules: RuleSet, sample: Sample) -> Callable[[Document], Earlier | None]:
    """Tells what the sample report is compared with."""
    if sample.last_year is None:
        return no_report
    before = parse(Source(last_year_text(sample.last_year), _LAST_YEAR), rules.form)
    earlier = Earlier(abstract_of(before), stated=partial(stated_in, rules, before))
    return lambda _: earlier


def _check_county(linter: Linter, sample: Sample, of: Rule | None) -> Report:
    """Check the first report of a sample's county beside the others, by what is about counties."""
    rules = linter.rules
    agency = parse(Source(sample_text()), rules.form).agency or ""
    sources = {
        each.file or f"{number}.txt": sample_text(each.change).replace(agency, each.body)
        for number, each in enumerate(sample.county, start=1)
    }
    reports = [parse(Source(text, name), rules.form) for name, text in sources.items()]
    above = sample.county[0].body
    members = {
        each.body: Member(each.body, None if each.body == above else above)
        for each in sample.county
    }
    entries = (
        Entry(abstract_of(report), each.body)
        for report, each in zip(reports, sample.county, strict=True)
    )
    about = [of] if of else [rule for rule in rules.rules.values() if rule.of_county]
    county = County(tuple(entries), members)
    first, *_ = run_county(rules, about, county, rules.rules[CRASHED])
    diagnoser = linter.diagnoser._replace(read=lambda name: Source(sources[name], name))
    source = reports[0].source
    return Report(
        path=source.path, source=source, diagnostics=diagnoser.diagnose(source, first.findings)
    )


def list_rules(rules: RuleSet, lang: str) -> str:
    """One line a rule: code, severity, name, what it finds."""
    return "".join(
        f"{rule.code}  {severity_word(rule.severity, lang)}  {rule.name}  {rule.finds[lang]}\n"
        for rule in rules.rules.values()
    )


def explain_rule(rules: RuleSet, rule: Rule, lang: str) -> str:
    """All that is known of a rule, with its samples and what gklint says of them."""
    said = partial(say, lang)
    bad, good = said("render.rule-bad"), said("render.rule-good")
    means = Message(f"messages.grade-{rule.grade}")
    lines = [
        f"{rule.code} {rule.name}",
        "",
        said("pages.severity", severity=severity_word(rule.severity, lang)),
        said("pages.finds", finds=rule.finds[lang]),
        said("render.rule-basis", fact=rule.basis[lang], source=rule.source),
        said("pages.grade", grade=rule.grade, means=means),
        said("pages.mending", how=_mending(rule, lang)),
        said("pages.accepting", how=_accepting(rule)),
        said("pages.file", file=rule.file),
    ]
    for sample in rule.bad:
        lines += ["", bad, *_indent(changed(sample, lang))]
        was = unchanged(sample, lang)
        lines += [good, *_indent(was)] if was else []
        lines += [said("pages.output"), *_indent(_says(rules, rule, sample, lang))]
    for sample in rule.good:
        lines += ["", good, *_indent(changed(sample, lang))]
    return "\n".join(lines) + "\n"


def _mending(rule: Rule, lang: str, *, command: bool = False) -> str:
    """Whether it can be mended, and by which options, or by a ``command`` with them."""
    if rule.fix is None:
        return say(lang, "pages.fix-none")
    options = _MENDING[rule.fix]
    how = say(_BOTH[0], "pages.fix-command", options=options) if command else options
    return say(lang, "pages.fix-safe" if rule.fix == "safe" else "pages.fix-unsafe", options=how)


def _accepting(rule: Rule) -> Message:
    if not rule.acceptable:
        return Message("pages.not-acceptable")
    comment = Message("pages.accept-comment", {"code": rule.code})
    return Message("pages.acceptable", {"comment": comment})


def _says(rules: RuleSet, rule: Rule, sample: Sample, lang: str) -> list[str]:
    report = check_sample(rules, sample, lang, rule)
    return [found.message for found in report.diagnostics if found.code == rule.code]


def _indent(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def pages(rules: RuleSet) -> dict[str, str]:
    """All pages by their path below ``docs/``: the settings, the rules, and a page a rule."""
    by_code = {f"rules/{code}.md": _page(rules, rule) for code, rule in rules.rules.items()}
    return {"configuration.md": _configuration(), "rules.md": _index(rules), **by_code}


def _both(key: str, joint: str = " ", **args: object) -> str:
    """A text in both languages."""
    return joint.join(say(lang, key, **args) for lang in _BOTH)


def _once(key: str, **args: object) -> str:
    """A text that needs no translation for those who read the page."""
    return say(_BOTH[0], key, **args)


def _colon(*words: str) -> str:
    return " ".join(words) + _once("colon")


def _title(key: str) -> str:
    return f"## {_both(key)}"


def _configuration() -> str:
    """The keys of a configuration file."""
    lines = [f"# {_both('pages.configuration', ' · ')}", ""]
    lines.append(_both("pages.generated", source="gklint/project/settings.py"))
    for lang in _BOTH:
        lines += ["", *(f"- {say(lang, f'pages.configuration-{note}')}" for note in _NOTES)]
    head = (_both("pages.configuration-example"), _both("pages.configuration-does", " | "))
    lines += ["", f"| {' | '.join(head)} |", "| --- | --- | --- |"]
    for key in KEYS:
        example = _once(f"settings.example-{key.name}")
        lines.append(f"| `{key.name} = {example}` | {_both(f'settings.{key.name}', ' | ')} |")
    return "\n".join(lines) + "\n"


def _index(rules: RuleSet) -> str:
    lines = [f"# {_both('pages.rules', ' · ')}", "", _both("pages.generated", source="rules/"), ""]
    lines += [f"- {_both('pages.rules-codes')}", f"- {_both('pages.rules-defaults')}", ""]
    head = [_once(f"pages.column-{name}") for name in ("code", "severity", "name")]
    lines += [f"| {' | '.join(head)} | {_both('pages.column-finds', ' | ')} |"]
    lines += ["| --- | --- | --- | --- | --- |"]
    for rule in rules.rules.values():
        level = severity_word(rule.severity, _BOTH[0])
        finds = " | ".join(rule.finds[lang] for lang in _BOTH)
        link = f"[{rule.code}](rules/{rule.code}.md)"
        lines.append(f"| {link} | {level} | {rule.name} | {finds} |")
    return "\n".join(lines) + "\n"


def _page(rules: RuleSet, rule: Rule) -> str:
    """What, why, on whose authority, bad and good, and how to configure it."""
    level = f"{severity_word(rule.severity, _BOTH[0])} ({rule.severity})"
    means = Message(f"messages.grade-{rule.grade}")
    graded = _both("pages.grade-means", "", means=means)
    zh, en = (rule.basis[lang] for lang in _BOTH)
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"{level} · {rule.since} · [{_both('pages.all-rules')}](../rules.md)",
        "",
        "".join(say(lang, "pages.sentence", text=rule.finds[lang]) for lang in _BOTH),
        "",
        _title("pages.title-basis"),
        "",
        f"- {_once('pages.fact', fact=zh, source=rule.source)}",
        f"- {en}",
        f"- {_colon(_both('pages.title-grade'), rule.grade)}{graded}",
    ]
    lines += _samples(rules, rule)
    mending = {lang: _mending(rule, lang, command=True) for lang in _BOTH}
    said = " ".join(say(lang, "pages.sentence", text=mending[lang]) for lang in _BOTH)
    lines += ["", _title("pages.title-fix"), "", said]
    lines += ["", _title("pages.title-configuration"), "", *_configuring(rule)]
    lines += ["", _title("pages.title-accept"), "", *_accepted(rule)]
    return "\n".join(lines) + "\n"


def _samples(rules: RuleSet, rule: Rule) -> list[str]:
    bad, good = _title("pages.title-bad"), _title("pages.title-good")
    instead = _colon(_both("pages.title-good"))
    lines: list[str] = []
    for sample in rule.bad:
        lines += ["", bad, "", *_fence(changed(sample, _BOTH[0]))]
        if was := unchanged(sample, _BOTH[0]):
            lines += ["", instead, "", *_fence(was)]
        lines += ["", _colon("gklint")]
        for lang in _BOTH:
            lines += ["", *(f"> {message}" for message in _says(rules, rule, sample, lang))]
    for sample in rule.good:
        lines += ["", good, "", *_fence(changed(sample, _BOTH[0]))]
    return lines


def _configuring(rule: Rule) -> list[str]:
    """Ways to leave the rule out, use nothing else, or change its severity; each line works."""
    code = rule.code
    other = Severity.INFO if rule.severity != Severity.INFO else Severity.WARNING
    said = _both("pages.always-on")
    commands = [f"gklint check reports/ --severity {code}={other}"]
    settings = ["[severity]", f'{code} = "{other}"']
    if code not in _ALWAYS:
        said = _both("pages.ways")
        chosen = [f"gklint check reports/ --{option} {code}" for option in ("ignore", "select")]
        commands = [*chosen, *commands]
        some = [f'[per-file-rules."{_once("pages.some-files")}"]', f'ignore = ["{code}"]']
        settings = [f'ignore = ["{code}"]', "", *settings, "", *some]
    overriding = ["extends: default", "severity:", f"  {code}: {other}"]
    blocks = {
        _both("pages.by-command"): _fence(commands, "sh"),
        "`gklint.toml`": _fence(settings, "toml"),
        _both("pages.by-rule-set"): _fence(overriding, "yaml"),
    }
    return [
        said,
        *(line for title, block in blocks.items() for line in ("", _colon(title), "", *block)),
    ]


def _accepted(rule: Rule) -> list[str]:
    if not rule.acceptable:
        return [_both("pages.never-accepted")]
    return [
        _both("pages.accept-text"),
        "",
        *_fence([_once("pages.accept-comment", code=rule.code)], "html"),
        "",
        _both("pages.accept-other"),
        "",
        *_fence([_once("pages.accept-command", code=rule.code)], "sh"),
    ]


def _fence(lines: Iterable[str], language: str = "text") -> list[str]:
    return [f"```{language}", *lines, "```"]


def with_tables(page: str) -> str:
    """The page about corpora, with what its tables hold between two marks."""
    from gklint.corpus.describing import described

    before, _, rest = page.partition(_TABLES)
    _, _, after = rest.partition(_BEHIND)
    return f"{before}{_TABLES}\n{described()}{_BEHIND}{after}"


def main() -> None:
    """Write all pages into ``docs/`` of this checkout."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs")
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    for name, text in pages(load_rules()).items():
        (folder / name).write_text(text, "utf-8")
    corpus = (folder / "corpus").with_suffix(".md")
    if corpus.exists():  # the rest of which is written by hand
        corpus.write_text(with_tables(corpus.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
