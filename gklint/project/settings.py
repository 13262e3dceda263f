"""The keys of a configuration file.

``KEYS`` says all there is to say of a key; the checks and the JSON Schema are made of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gklint import words
from gklint.files.kinds import FLAG, Kind, choice, listing, made, record, table, text
from gklint.project.gitignore import PatternError, pattern
from gklint.ruleset.severity import Severity
from gklint.words import Message

if TYPE_CHECKING:
    from gklint.files.keyed import KeyPath
    from gklint.files.tomlfile import TomlFile


class Key(NamedTuple):
    """A key of the file; what it is for and an example of its value are texts of ``settings``."""

    name: str
    kind: Kind

    @property
    def field(self) -> str:
        """Its field of ``Config``."""
        return self.name.replace("-", "_")


def _keys(keys: Sequence[Key]) -> Kind:
    """A table of known keys, taken as ``{field: value}``."""
    fields = {key.name: key.field for key in keys}
    known = record(
        {key.name: key.kind for key in keys},
        described={key.name: Message(f"settings.{key.name}") for key in keys},
    )
    return made(lambda found: {fields[name]: value for name, value in found.items()}, known)


def _pattern_problem(text: str) -> Message | None:
    try:
        pattern(text)
    except PatternError as error:
        return Message("config.no-pattern", {"text": text, "problem": error.message})
    return None


def _single_pattern_problem(text: str) -> Message | None:
    if text.startswith(("!", "#")):
        return Message("config.matches-nothing", {"text": text})
    return _pattern_problem(text)


_LEVELS = tuple(str(level) for level in Severity)
_CODES = listing(text("config.a-prefix"), "config.codes")
_LEVEL_OF_CODE = table(made(Severity, choice(*_LEVELS)), "config.levels", text("config.a-code"))
_PATH = made(Path, text("config.a-path"))
_PATHS = listing(_PATH, "config.paths")
_PATTERNS = listing(text("config.a-pattern", _pattern_problem), "config.patterns")
_SINGLE_PATTERN = Kind(
    {"type": "string", "pattern": r"^(?![!#]).*\S"},
    text("config.a-plain-pattern", _single_pattern_problem).take,
)
RULE_KEYS = (
    Key("select", _CODES),
    Key("ignore", _CODES),
    Key("severity", _LEVEL_OF_CODE),
)
KEYS = (
    *RULE_KEYS,
    Key("fail-on", choice(*_LEVELS, "never")),
    Key("rules", _PATHS),
    Key("paths", _PATHS),
    Key("exclude", _PATTERNS),
    Key("respect-gitignore", FLAG),
    Key("accept", _PATH),
    Key("baseline", _PATH),
    Key("previous", _PATH),
    Key("cache", FLAG),
    Key("scan", FLAG),
    Key("per-file-rules", table(_keys(RULE_KEYS), "config.per-file", _SINGLE_PATTERN)),
)
_FILE = _keys(KEYS)


def take(file: TomlFile, path: KeyPath) -> dict[str, Any]:
    """The settings that stand at ``path``, by field.  Raises ConfigError."""
    value = file.value
    for name in path:
        value = value[name]
    found: dict[str, Any] = _FILE.take(file, path, value)
    return found


def schema() -> dict[str, Any]:
    """The JSON Schema of gklint.toml, shipped as gklint/gklint.schema.json."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "gklint.toml",
        **_said({"description": Message("settings.all"), **_FILE.schema}),
    }


def _said(schema: Any) -> Any:
    """A schema with its descriptions, in all languages."""
    if isinstance(schema, Message):
        return "\n\n".join(schema.said(lang) for lang in words.LANGUAGES)
    if isinstance(schema, Mapping):
        return {name: _said(inner) for name, inner in schema.items()}
    return schema
