"""The rule set: rules and the facts of the format as objects, from what was compiled last time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

from gklint import words
from gklint.checks import CHECKS
from gklint.checks.identity import IdentityOptions
from gklint.checks.options import Options
from gklint.files.cache import cached, shipped_state
from gklint.files.shipped import DataFile, data_files
from gklint.form.form import Form, form_of
from gklint.form.formula import Identity, apply
from gklint.frozen import Frozen
from gklint.ruleset.reading import read_rule_file, stands_alone
from gklint.ruleset.rules import BUILT_IN, Rule, Sample, SampleReport, Text
from gklint.ruleset.severity import Severity
from gklint.text.expressions import Expression


class RuleSet(Frozen, eq=False):
    """All rules, and the facts of the format they are about."""

    rules: Mapping[str, Rule]
    form: Form

    @cached_property
    def identities(self) -> Mapping[str, Mapping[str, tuple[Identity, ...]]]:
        """The equalities that tie the cells of each table together, by start rule."""
        found: dict[str, dict[str, tuple[Identity, ...]]] = {}
        for start, shape in self.form.structure.shapes.items():
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

    def identities_of(self, version: str) -> tuple[Identity, ...]:
        """The equalities of all tables in a version of the form."""
        structure = self.form.structure
        found = (self.identities[name][structure.start(name, version)] for name in structure.tables)
        return tuple(chain.from_iterable(found))


def load_rules(extra: Sequence[Path] = ()) -> RuleSet:
    """The shipped rules with those of ``extra`` files.  Raises RuleFileError."""
    files = tuple(read_rule_file(path) for path in extra)
    if all(map(stands_alone, files)):
        return _known(files)
    return assemble(_compiled(files))


@lru_cache(maxsize=8)
def _known(extra: tuple[DataFile, ...]) -> RuleSet:
    """The same, compiled once for these texts."""
    shipped = [shipped_state("grammar", ".lark"), shipped_state("rules", ".yaml")]
    return assemble(cached("rules", [*shipped, *extra], lambda: _compiled(extra)))


def _compiled(extra: Sequence[DataFile]) -> Any:
    from gklint.ruleset.compiling import compile_rules  # what is cached needs it not

    return compile_rules(data_files("grammar", ".lark"), data_files("rules", ".yaml"), extra)


# -- assembling: JSON values to objects --------------------------------------------------


def assemble(data: Mapping[str, Any]) -> RuleSet:
    """The rule set from what ``compile_rules`` returned."""
    rules = {code: _rule(data["rules"][code]) for code in sorted(data["rules"])}
    return RuleSet(rules, form_of(data["form"]))


def _rule(raw: Mapping[str, Any]) -> Rule:
    basis = raw["basis"]
    return Rule(
        code=raw["code"],
        name=raw["name"],
        severity=Severity[raw["severity"].upper()],
        since=str(raw.get("since", "")),
        formats=tuple(raw.get("formats", ())),
        finds=_text(raw["finds"]),
        basis=_text(basis),
        grade=basis["grade"],
        source=basis["source"],
        messages={kind: _text(text) for kind, text in raw["message"].items()},
        check=raw["check"],
        options=_options(raw),
        yields_to=tuple(raw.get("yields_to", ())),
        fix=raw.get("fix"),
        acceptable=raw.get("acceptable", True),
        of_writing=raw.get("of_writing", False),
        of_form=raw.get("of_form", False),
        of_absence=raw.get("of_absence", False),
        good=tuple(map(_sample, raw.get("good", ()))),
        bad=tuple(map(_sample, raw.get("bad", ()))),
        file=raw["file"],
        of_county=raw.get("of_county", False),
        compares=raw.get("compares", False),
    )


def _options(raw: Mapping[str, Any]) -> Any:
    """The options of a rule; of one about several reports, which few runs need, what loads them."""
    if raw["check"] == BUILT_IN:
        return None
    load = partial(_loaded, raw)
    return cache(load) if raw["of_county"] or raw["compares"] else load()


def _loaded(raw: Mapping[str, Any]) -> Options:
    import_module(raw["module"])  # which registers the check
    make = partial(Expression, bounded=raw.get("own_options", False))
    return CHECKS[raw["check"]].options.load(raw["options"], make)


def _text(raw: Mapping[str, str]) -> Text:
    """A text in all languages; where it lacks one, the default language takes its place."""
    return {lang: raw.get(lang, raw[words.DEFAULT]) for lang in words.LANGUAGES}


def _sample(raw: Mapping[str, Any]) -> Sample:
    county = (
        SampleReport(each["body"], each.get("change") or {}, each.get("file"))
        for each in raw.get("county", ())
    )
    return Sample(
        raw.get("change") or {},
        raw.get("at"),
        tuple(raw.get("also", ())),
        raw.get("last_year"),
        tuple(county),
    )
