"""The rule set: rules and the facts of the format as objects, from what was compiled last time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from gklint.checks import CHECKS
from gklint.checks.identity import IdentityOptions
from gklint.files.cache import cached
from gklint.files.shipped import DataFile, data_files
from gklint.form import grammar as grammars
from gklint.form.form import Format, Reader
from gklint.form.formula import Identity, apply
from gklint.form.vocabulary import Vocabulary
from gklint.ruleset.compiling import (
    BUILT_IN,
    LANGUAGES,
    compile_rules,
    formula_of,
    read_rule_file,
    stands_alone,
    wordings_of,
)
from gklint.ruleset.rules import Rule, Sample, Text
from gklint.ruleset.severity import Severity
from gklint.text.simplified import simplifier


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
