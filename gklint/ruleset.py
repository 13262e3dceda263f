"""The rule set: rules and the facts of the format as objects, from what was compiled last time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from gklint import grammar as grammars
from gklint.building import Format, Reader
from gklint.checks import CHECKS
from gklint.checks.identity import IdentityOptions
from gklint.compiling import (
    BUILT_IN,
    LANGUAGES,
    compile_rules,
    formula_of,
    read_rule_file,
    stands_alone,
    wordings_of,
)
from gklint.diagnostics import Severity
from gklint.formula import Identity, apply
from gklint.phrases import Vocabulary
from gklint.resources import DataFile, cached, data_files
from gklint.simplified import simplifier

Text = Mapping[str, str]
"""A text in each language: ``{"zh": …, "en": …}``."""


class Sample(NamedTuple):
    """A change to the sample report, and what it must lead to.

    ``change``: lines of the sample report and what stands in their place.  ``at``: the
    text of the line that is flagged (None for a good sample).  ``also``: other codes.
    """

    change: Mapping[str, str | None]
    at: str | None
    also: tuple[str, ...]

    @property
    def after(self) -> list[str]:
        """The lines that it puts in place of others; none if it only deletes."""
        changed = (text for text in self.change.values() if text is not None)
        return [line for text in changed for line in text.split("\n")]


@dataclass(frozen=True)
class Rule:
    """One rule; the fields are those of its file.

    ``fix``: how what its check can mend is mended, ``"safe"``, ``"unsafe"`` or never (None).
    ``acceptable``: whether its findings may be accepted on purpose.
    """

    code: str
    name: str
    severity: Severity
    since: str
    formats: tuple[str, ...]
    finds: Text
    basis: Text
    grade: str
    source: str
    messages: Mapping[str, Text]
    check: str
    options: Any
    yields_to: tuple[str, ...]
    fix: str | None
    acceptable: bool
    good: tuple[Sample, ...]
    bad: tuple[Sample, ...]
    file: str


@dataclass(frozen=True, eq=False)
class RuleSet:
    """All rules, and the facts of the format they are about."""

    rules: Mapping[str, Rule]
    reader: Reader
    texts: Mapping[str, Text]

    @cached_property
    def identities(self) -> Mapping[str, Mapping[str, tuple[Identity, ...]]]:
        """The equalities that tie the cells of each table together, by start rule."""
        found: dict[str, dict[str, tuple[Identity, ...]]] = {}
        for start, shape in self.reader.wordings.shapes.items():
            applied: list[Identity] = []
            for rule in self.rules.values():
                options = rule.options
                if isinstance(options, IdentityOptions) and options.table == shape.name:
                    try:
                        applied += apply(options.formula, shape, options.each)
                    except KeyError:  # a row that this version of the table does not have
                        continue
            found.setdefault(shape.name, {})[start] = tuple(applied)
        return found


def load_rules(extra: Sequence[Path] = ()) -> RuleSet:
    """The shipped rules with those of ``extra`` files.  Raises RuleFileError."""
    files = tuple(read_rule_file(path) for path in extra)
    if all(map(stands_alone, files)):
        return _known(files)
    return assemble(compile_rules(*_shipped(), files))


@lru_cache(maxsize=8)
def _known(extra: tuple[DataFile, ...]) -> RuleSet:
    """The same, compiled once for these texts."""
    grammar, rules = _shipped()
    inputs = [*grammar, *rules, *extra]
    return assemble(cached("rules", inputs, lambda: compile_rules(grammar, rules, extra)))


def _shipped() -> tuple[list[DataFile], list[DataFile]]:
    return data_files("grammar", ".lark"), data_files("rules", ".yaml")


# -- assembling: JSON values to objects --------------------------------------------------


def assemble(data: Mapping[str, Any]) -> RuleSet:
    """The rule set from what ``compile_rules`` returned."""
    facts = data["facts"]
    grammar = grammars.load(data["grammar"])
    reader = Reader(
        wordings=wordings_of(grammar, facts),
        formats=tuple(
            Format(version, entry["first_year"], entry["last_year"], entry["document"])
            for version, entry in facts["formats"]["formats"].items()
        ),
        simplifier=simplifier,
        vocabulary=_vocabulary(facts["prose"]),
    )
    rules = {code: _rule(data["rules"][code]) for code in sorted(data["rules"])}
    return RuleSet(rules, reader, facts["texts"])


def _vocabulary(prose: Mapping[str, Any]) -> Vocabulary:
    def either(key: str) -> re.Pattern[str]:
        return re.compile("|".join(prose[key]))

    return Vocabulary(
        counts=prose["counts"],
        other_matters=either("other_matters"),
        partial=either("partial"),
        wider=either("wider"),
        comparison=either("comparison"),
        parts_end=either("parts_end"),
        parts_rest=either("parts_rest"),
        chrome=either("chrome"),
    )


def _rule(raw: Mapping[str, Any]) -> Rule:
    basis = raw["basis"]
    return Rule(
        code=raw["code"],
        name=raw["name"],
        severity=Severity[raw["severity"].upper()],
        since=str(raw.get("since", "")),
        formats=tuple(raw.get("formats", ())),
        finds=raw["finds"],
        basis={lang: basis[lang] for lang in LANGUAGES},
        grade=basis["grade"],
        source=basis["source"],
        messages=raw["message"],
        check=raw["check"],
        options=_options(raw["check"], raw["options"]),
        yields_to=tuple(raw.get("yields_to", ())),
        fix=raw.get("fix"),
        acceptable=raw.get("acceptable", True),
        good=tuple(map(_sample, raw.get("good", ()))),
        bad=tuple(map(_sample, raw.get("bad", ()))),
        file=raw["file"],
    )


def _options(check: str, raw: Mapping[str, Any]) -> Any:
    if check == BUILT_IN:
        return None
    values = {
        key: formula_of(value)
        if key == "formula"
        else tuple(value)
        if isinstance(value, list)
        else value
        for key, value in raw.items()
    }
    return CHECKS[check].options(**values)


def _sample(raw: Mapping[str, Any]) -> Sample:
    return Sample(raw.get("change") or {}, raw.get("at"), tuple(raw.get("also", ())))
