"""Rule files compiled: YAML to checked JSON values; wrong ones refused with their line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

from gklint import words
from gklint.checks import every_check
from gklint.errors import RuleFileError
from gklint.files import kinds
from gklint.files.keyed import DEEPEST, TOO_DEEP, shortened
from gklint.files.paths import absolute
from gklint.files.shipped import DataFile
from gklint.files.yamlfile import YamlFile, load
from gklint.form.binding import add_wordings, compile_form
from gklint.form.form import Form, form_of
from gklint.ruleset.reading import read_rule_file, require_rule_file
from gklint.ruleset.rules import BUILT_IN
from gklint.ruleset.severity import Severity
from gklint.ruleset.yielding import check_yielding
from gklint.text.normalise import says_anything

_CODE = re.compile(r"[A-Z]{2,}[0-9]{2,4}")
_LANGUAGES = ("zh", "en")  # a rule file has these; for others see ``words.of_rules``
_GRADES = ("V", "L", "S", "I", "R")
_REQUIRED = ("code", "name", "severity", "finds", "basis", "message", "check")
_OPTIONAL = (
    "since",
    "formats",
    "options",
    "yields_to",
    "fix",
    "acceptable",
    "of_writing",
    "of_form",
    "of_absence",
    "good",
    "bad",
)
_KEYS = (*_REQUIRED, *_OPTIONAL)
_LOCAL_KEYS = ("extends", "rules", "wordings", "severity", "not_acceptable")
_A_CODE = kinds.text("rulefiles.a-code")
_CODES = kinds.listing(_A_CODE, "rulefiles.codes")
_CHANGED = kinds.optional(kinds.text("rulefiles.replacement"))
_CHANGES = kinds.table(_CHANGED, "rulefiles.replacements", kinds.text("rulefiles.line"))
_REPORT = kinds.record(
    {
        "body": kinds.text("rulefiles.body"),
        "change": _CHANGES,
        "file": kinds.text("rulefiles.file"),
    },
    required=("body",),
)
_EXPECTED = {"at": kinds.text("rulefiles.line"), "also": _CODES}
_SAMPLE = kinds.record(
    {"change": _CHANGES, "last_year": _CHANGES, **_EXPECTED}, required=("change",)
)
_OF_COUNTY = kinds.record(
    {"county": kinds.listing(_REPORT, "rulefiles.reports"), **_EXPECTED}, required=("county",)
)
_KINDS = {
    "name": kinds.text("rulefiles.text"),
    "severity": kinds.choice(*(str(severity) for severity in Severity)),
    "since": kinds.text("rulefiles.since"),
    "formats": kinds.listing(kinds.text("rulefiles.version"), "rulefiles.versions"),
    "yields_to": _CODES,
    "fix": kinds.choice("safe", "unsafe"),
    "acceptable": kinds.FLAG,
    "of_writing": kinds.FLAG,
    "of_form": kinds.FLAG,
    "of_absence": kinds.FLAG,
}


def compile_rules(
    grammar_files: Sequence[DataFile], shipped: Sequence[DataFile], extra: Sequence[DataFile]
) -> dict[str, Any]:
    """Check and compile grammar and rule files to JSON values.  Raises RuleFileError."""
    added = [*map(load, extra)]
    rules: dict[str, Any] = {}
    facts: list[YamlFile] = []
    for file in map(load, shipped):
        if "/format/" in file.name:
            facts.append(file)
        else:
            _enter(rules, file, file.value, (), new=True)
    for rule in rules.values():
        _translate(rule)
    report = next(file for file in grammar_files if file.name.endswith("report.lark"))
    form = compile_form(report, facts)
    arguments, found = _arguments(rules), _kinds_found(rules)
    ours = {code: rule["written"] for code, rule in rules.items()}
    for file in added:
        _local(rules, form, file)
    if all(rule["check"] == BUILT_IN for rule in rules.values()):
        last = added[-1] if added else YamlFile("rules/", None, {})
        last.fail(("extends",), "rulefiles.no-rules")
    bound = form_of(form)
    written = {code: rule.pop("written") for code, rule in rules.items()}
    for code, file in written.items():
        _check_rule(rules[code], file, bound)
        _check_arguments(rules[code], file, arguments)
        _check_kinds(rules[code], file, found)
    for code, file in written.items():
        if file is not ours.get(code):
            check_yielding(code, file, rules, {**ours, **rules})
    return {"form": form, "rules": rules}


def _enter(
    rules: dict[str, Any], file: YamlFile, value: Any, path: tuple[str | int, ...], *, new: bool
) -> None:
    """Add a rule, or override keys of a known one."""
    if not isinstance(value, dict):
        file.fail(path, "rulefiles.rule")
    for key in value:
        file.one_of((*path, key), key, _KEYS)
    if "code" not in value:
        file.fail(path, "files.missing-key", name="code")
    code = _A_CODE.take(file, (*path, "code"), value["code"])
    if not _CODE.fullmatch(code):
        file.fail((*path, "code"), "rulefiles.code", found=shortened(code))
    known = rules.get(code)
    if known and new:
        file.fail((*path, "code"), "rulefiles.code-taken", code=code, file=known["file"])
    if not known:
        for key in _REQUIRED:
            if key not in value:
                file.fail(path, "rulefiles.missing-key", code=code, key=key)
    entered = {**(known or {}), **value, "file": file.name, "written": file.part(path)}
    if not new and "options" in value:
        entered["own_options"] = True
    rules[code] = entered


def _local(
    rules: dict[str, Any],
    form: Mapping[str, Any],
    file: YamlFile,
    seen: tuple[Path, ...] = (),
) -> None:
    """A local rule set: more rules, overridden ones, further wordings."""
    value = file.value
    if not isinstance(value, dict):
        file.fail((), "rulefiles.no-rule-set")
    for key in value:
        file.one_of((key,), key, _LOCAL_KEYS)
    extends = value.get("extends", "default")
    if extends == "none":  # the tool's own findings stay
        for code in [code for code, rule in rules.items() if rule["check"] != BUILT_IN]:
            del rules[code]
    elif extends != "default":
        seen = (*seen, absolute(file.name))
        _local(rules, form, _base(file, extends, seen), seen)
    lines: dict[str, int | None] = {}
    for index, entry in enumerate(_given(file, "rules", list, "rulefiles.rules")):
        _enter(rules, file, entry, ("rules", index), new=False)
        code, place = entry["code"], ("rules", index, "code")
        if code in lines:
            file.fail(place, "rulefiles.code-twice", code=code, line=lines[code])
        lines[code] = file.line(place)
    for code, level in _given(file, "severity", dict, "rulefiles.severities").items():
        file.one_of(("severity", code), code, rules)
        file.one_of(("severity", code), level, [str(severity) for severity in Severity])
        rules[code] = {**rules[code], "severity": level}
    forbidden = _given(file, "not_acceptable", list, "rulefiles.not-acceptable")
    for index, code in enumerate(forbidden):
        _A_CODE.take(file, ("not_acceptable", index), code)
        file.one_of(("not_acceptable", index), code, rules)
        rules[code] = {**rules[code], "acceptable": False}
    if value.get("wordings") is not None:
        add_wordings(form, file, ("wordings",), value["wordings"])


def _base(file: YamlFile, extends: Any, seen: Sequence[Path]) -> YamlFile:
    """The rule set that a file extends; ``seen``: that file, and those that extend it."""
    if not isinstance(extends, str):
        file.fail(("extends",), "rulefiles.extends")
    path = Path(file.name).parent / extends
    if absolute(path) in seen:
        file.fail(("extends",), "rulefiles.extends-itself")
    if len(seen) > DEEPEST:
        file.fail(("extends",), TOO_DEEP.key, **TOO_DEEP.args)
    try:
        require_rule_file(path)
        base = read_rule_file(path)
    except RuleFileError as error:
        file.fail(("extends",), error.message.key, **error.message.args)
    return load(base)


def _translate(rule: Mapping[str, Any]) -> None:
    """Add the texts that the catalogue has of a shipped rule in further languages."""
    for lang in words.LANGUAGES:
        for key, text in words.of_rules(lang).get(rule["code"], {}).items():
            _add(rule[key], lang, text)


def _add(texts: dict[str, Any], lang: str, text: str | Mapping[str, str]) -> None:
    if isinstance(text, str):
        texts[lang] = text
    else:  # of a message, by its kinds
        for kind, each in text.items():
            _add(texts[kind], lang, each)


def _given(file: YamlFile, key: str, kind: type, problem: str) -> Any:
    """What a file has at a key, which is to be of this kind; an empty one if it has nothing."""
    value = file.at((key,))
    if value is None:
        return kind()
    if not isinstance(value, kind):
        file.fail((key,), problem)
    return value


def _check_rule(rule: dict[str, Any], file: YamlFile, form: Form) -> None:
    """Check a rule's values, and compile its options.  Raises RuleFileError."""
    for key, expected in _KINDS.items():
        if key in rule:
            expected.take(file, (key,), rule[key])
    _check_text(rule["finds"], file, ("finds",))
    _check_basis(rule["basis"], file)
    if not isinstance(rule["message"], dict):
        file.fail(("message",), "rulefiles.languages")
    rule["message"] = _by_kind(rule["message"])
    for kind, text in rule["message"].items():
        _check_text(text, file, ("message", kind))
    if rule["check"] == BUILT_IN:
        rule["options"] = {}
        return
    checks = every_check()
    file.one_of(("check",), rule["check"], sorted(checks))
    for index, version in enumerate(rule.get("formats") or ()):
        file.one_of(("formats", index), version, [each.name for each in form.versions])
    check = checks[rule["check"]]
    samples = kinds.listing(_OF_COUNTY if check.of_county else _SAMPLE, "rulefiles.samples")
    for key in ("good", "bad"):
        if key in rule:
            samples.take(file, (key,), rule[key])
    rule["module"] = check.run.__module__
    rule["of_county"], rule["compares"] = check.of_county, check.compares
    options = {} if rule.get("options") is None else rule["options"]
    rule["options"] = check.options.take(form, file, ("options",), options)


def _by_kind(message: dict[str, Any]) -> dict[str, Any]:
    """The texts for each kind of finding; where there are no kinds, the one is the default."""
    return message if "default" in message or "zh" not in message else {"default": message}


def _messages(rule: Mapping[str, Any]) -> Iterable[tuple[str | int, ...]]:
    """The places of the message texts in a rule, as paths."""
    for kind, text in rule["message"].items():
        yield from ((kind, lang) for lang in text) if isinstance(text, dict) else [(kind,)]


def _fields(rule: Mapping[str, Any], path: tuple[str | int, ...]) -> set[str]:
    text = rule["message"]
    for key in path:
        text = text[key]
    return {
        "".join((name, f"!{how}" if how else "", f":{form}" if form else ""))
        for _, name, form, how in Formatter().parse(text)
        if name is not None
    }


def _arguments(rules: Mapping[str, Any]) -> dict[str, set[str]]:
    """The arguments that the messages of a check may use: those that shipped rules use."""
    known: dict[str, set[str]] = {}
    for rule in rules.values():
        names = known.setdefault(rule["check"], {"table", "row", "column"})
        names.update(*(_fields(rule, path) for path in _messages(rule)))
    return known


def _check_arguments(
    rule: Mapping[str, Any], file: YamlFile, known: Mapping[str, set[str]]
) -> None:
    for path in _messages(rule):
        place = ("message", *(key for key in path if key != "default"))
        try:
            fields = _fields(rule, path)
        except ValueError:
            file.fail(place, "rulefiles.braces")
        for name in sorted(fields):
            file.one_of(place, name, sorted(known[rule["check"]]))


def _kinds_found(rules: Mapping[str, Any]) -> dict[str, list[set[str]]]:
    """For which kinds of findings the shipped rules of each check have texts."""
    found: dict[str, list[set[str]]] = {}
    for rule in rules.values():
        found.setdefault(rule["check"], []).append({*_by_kind(rule["message"])})
    return found


def _check_kinds(
    rule: Mapping[str, Any], file: YamlFile, found: Mapping[str, Sequence[set[str]]]
) -> None:
    """Each kind of finding needs a text."""
    known = found[rule["check"]]
    if "default" not in rule["message"] and not any(each <= {*rule["message"]} for each in known):
        missing = sorted({"default"}.union(*known) - {*rule["message"]})
        file.fail(("message",), "rulefiles.no-text", kinds=missing)


def _check_text(
    text: Any, file: YamlFile, path: tuple[str, ...], known: Sequence[str] = words.LANGUAGES
) -> None:
    texts = text if isinstance(text, dict) else {}
    if not all(map(_says_something, map(texts.get, _LANGUAGES))):
        file.fail(path, "rulefiles.languages")
    for key in texts:  # also what follows a comma in a text without quotes
        file.one_of((*path, key), key, known)


def _check_basis(basis: Any, file: YamlFile) -> None:
    if not isinstance(basis, dict):
        file.fail(("basis",), "rulefiles.basis")
    _check_text(basis, file, ("basis",), (*words.LANGUAGES, "source", "grade"))
    if "grade" not in basis:
        file.fail(("basis",), "files.missing-key", name="grade")
    file.one_of(("basis", "grade"), basis["grade"], _GRADES)
    if not _says_something(basis.get("source")):
        file.fail(("basis",), "rulefiles.no-source")


def _says_something(text: object) -> bool:
    return isinstance(text, str) and says_anything(text)
