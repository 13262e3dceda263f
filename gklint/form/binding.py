"""The grammar and ``rules/format/`` compiled to one form; what does not fit together is refused.

All is plain JSON, to be kept in the cache (see ``form.form_of``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from gklint.errors import RuleFileError
from gklint.files.keyed import KeyPath
from gklint.files.kinds import (
    Kind,
    choice,
    expression,
    listing,
    made,
    number,
    optional,
    record,
    table,
    text,
)
from gklint.files.shipped import DataFile
from gklint.files.yamlfile import YamlFile
from gklint.form.compiling import compile_grammar
from gklint.form.structure import Structure, load, version_of
from gklint.form.vocabulary import GROUPS, PATTERNS
from gklint.text.expressions import any_of
from gklint.text.normalise import says_anything
from gklint.words import Message

_TEXTS = listing(text("rulefiles.text"), "rulefiles.texts")
_PATTERNS = made(any_of, listing(expression(), "rulefiles.expressions"))
_WORDINGS = ("variants", "accepted", "stems", "heads")
_OF_PARTS = ("stems", "heads")


def compile_form(grammar: DataFile, facts: Iterable[YamlFile]) -> dict[str, Any]:
    """Compile the grammar and the files of ``rules/format/``.  Raises RuleFileError."""
    compiled = compile_grammar(grammar)
    structure = load(compiled)
    files = {PurePosixPath(file.name).stem: file for file in facts}
    kinds = {
        "formats": _versions(),
        "wordings": _wordings(structure),
        "prose": _prose(structure),
        "bodies": _bodies(),
    }
    for name in kinds:
        if name not in files:
            raise RuleFileError("grammar.no-file", name=name)
    found = {name: kind.take(files[name], (), files[name].value) for name, kind in kinds.items()}
    return {
        "grammar": compiled,
        "wordings": {key: found["wordings"].get(key, {}) for key in _WORDINGS},
        "versions": _bound_versions(structure, files["formats"], found["formats"]["formats"]),
        "prose": found["prose"],
        "bodies": _bound_bodies(files["bodies"], found["bodies"]),
    }


def add_wordings(form: Mapping[str, Any], file: YamlFile, path: KeyPath, value: Any) -> None:
    """Add the wordings of a local rule file to those of a compiled form.  Raises RuleFileError."""
    kind = _wordings(load(form["grammar"]), ("variants", "accepted"))
    for group, entries in kind.take(file, path, value).items():
        known = form["wordings"][group]
        for element, texts in entries.items():
            known[element] = (*known.get(element, ()), *texts)


def _versions() -> Kind:
    version = record(
        {
            "first_year": number(),
            "last_year": optional(number()),
            "document": text("grammar.document"),
        },
        required=("first_year", "last_year", "document"),
    )
    return record(
        {"formats": table(version, "grammar.versions", text("grammar.version"))},
        required=("formats",),
    )


def _bound_versions(
    structure: Structure, file: YamlFile, found: Mapping[str, Mapping[str, Any]]
) -> list[tuple[str, int, int | None, str]]:
    """The versions, the newest first; each has its tables, and no table is without one."""
    ordered = sorted(found.items(), key=lambda item: item[1]["first_year"], reverse=True)
    later: int | None = None
    for name, entry in ordered:
        last = entry["last_year"]
        path = ("formats", name)
        if last is not None and last < entry["first_year"]:
            file.fail(path, "grammar.years-backwards")
        if later is not None and (last is None or last >= later):
            file.fail(path, "grammar.years-overlap")
        if later is not None and not any(version_of(start) == name for start in structure.shapes):
            file.fail(path, "grammar.version-without-table", version=name)
        later = entry["first_year"]
    for start in structure.shapes:
        version = version_of(start)
        if version and version not in found:
            file.fail(("formats",), "grammar.table-without-version", table=start)
    return [
        (name, entry["first_year"], entry["last_year"], entry["document"])
        for name, entry in ordered
    ]


def _wordings(structure: Structure, groups: tuple[str, ...] = _WORDINGS) -> Kind:
    elements = choice(*(name for name in structure.printed if name in _worded(structure)))
    wordings = listing(text("rulefiles.text", _no_words), "rulefiles.texts")
    by_element = table(wordings, "grammar.wordings", elements)
    by_part = table(wordings, "grammar.wordings", choice(*structure.parts))
    return record({group: by_part if group in _OF_PARTS else by_element for group in groups})


def _no_words(wording: str) -> Message | None:
    return None if says_anything(wording) else Message("rulefiles.no-words")


def _worded(structure: Structure) -> frozenset[str]:
    """The elements that are told by their words as a whole: headings, and labels of tables."""
    return frozenset((*structure.sections, *structure.homes))


def _prose(structure: Structure) -> Kind:
    section = choice(*structure.sections)
    places = {
        "on_request": choice(*structure.parts),
        "requests_alone": section,
        "counting": listing(section, "grammar.sections"),
        "of_disputes": section,
    }
    words = table(_TEXTS, "grammar.words", text("grammar.counted"))
    kinds = {
        "places": record(places, required=tuple(places)),
        "counts": record(dict.fromkeys(GROUPS, words), required=GROUPS),
        "government": expression(groups=1),
        "territory": expression(groups=1),
        **dict.fromkeys(PATTERNS, _PATTERNS),
    }
    return record(kinds, required=tuple(kinds))


_TELLING = ("vertical", "bodies", "rest_of_place", "before_person")


def _bodies() -> Kind:
    name = text("rulefiles.text")
    template = {"percent": number(), "bodies": number()}
    patterns = ("unsaid", "government", "bare", "aside", "ending", "seat", "office")
    kinds = {
        "places": table(expression(groups=1), "grammar.levels", name),
        "apart": _TEXTS,
        "fields": table(_TEXTS, "grammar.fields", name),
        "hosts": _TEXTS,
        "short": table(name, "grammar.shorter", name),
        "template": record(template, required=tuple(template)),
        **dict.fromkeys((*patterns, *_TELLING), expression()),
    }
    return record(kinds, required=tuple(kinds))


def _bound_bodies(file: YamlFile, found: dict[str, Any]) -> dict[str, Any]:
    """The facts of names; levels and fields that others are made of are among those given."""
    for key, known in (("apart", "places"), ("hosts", "fields")):
        for index, each in enumerate(found[key]):
            file.one_of((key, index), each, found[known])
    return found
