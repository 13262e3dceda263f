"""Accept files: findings that are accepted on purpose, for files that cannot hold a comment.

::

    [[accept]]
    file = "reports/年报.docx"
    code = "GK303"
    fingerprint = "0123456789abcdef"
    reason = "…"
    until = 2026-12-31

The finding is known by code and fingerprint; file and fingerprint are those of the file's name
from the folder of the accept file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from gklint.accept.comments import code_fault
from gklint.accept.judging import EXPIRED, INVALID, UNUSED, Checked, Remark
from gklint.errors import ConfigError, UsageError
from gklint.files import tomlfile
from gklint.files.keyed import in_file, read
from gklint.files.paths import from_here, relative
from gklint.findings.diagnostics import Acceptance, Entry
from gklint.model.document import Address
from gklint.model.outcomes import Finding
from gklint.text.source import Source
from gklint.words import say

_TEXTS = ("file", "code", "fingerprint", "reason")
_KEYS = (*_TEXTS, "until")
_MOST = 2  # MB, or 10,000 entries


class Item(NamedTuple):
    """One finding that is accepted, as it is written.

    file and fingerprint: by the file's name from the folder of the accept file.
    """

    file: str
    code: str
    fingerprint: str
    acceptance: Acceptance


@dataclass(frozen=True)
class AcceptFile:
    """An accept file that was read."""

    path: Path
    toml: tomlfile.TomlFile
    entries: tuple[Item, ...]

    @cached_property
    def source(self) -> Source:
        """The file itself, for what is to be said of it."""
        return Source(self.toml.text, self.toml.name)

    def accepts(self) -> Mapping[tuple[str, str], Acceptance]:
        """What is accepted, by code and fingerprint; of several entries what holds longest."""
        entries = sorted(self.entries, key=lambda each: each.acceptance.until or date.max)
        return {(each.code, each.fingerprint): each.acceptance for each in entries}

    def remarks(
        self,
        checked: Mapping[str, Checked],
        used: Collection[Entry],
        today: date,
    ) -> Iterator[Remark]:
        """What is wrong with the entries; what was not looked for is not idle.

        checked: by which rules each file was checked; files as entries name them.
        used: the entries that accepted something.
        """
        for index, each in enumerate(self.entries):
            remark = self._remark(each, checked, used, today)
            if remark:
                code, kind, args = remark
                span = self.source.line_span(self.toml.line(("accept", index)) or 1)
                yield Remark(code, Finding(Address("accept", each.fingerprint), span, args, kind))

    def _remark(
        self,
        item: Item,
        checked: Mapping[str, Checked],
        used: Collection[Entry],
        today: date,
    ) -> tuple[str, str, Mapping[str, object]] | None:
        """Rule, kind and arguments of what is wrong with an entry."""
        folder, code = self.path.parent, item.code
        rules = checked.get(relative(folder / item.file, folder))
        if rules and (fault := code_fault(code, rules.known)):
            return (INVALID, *fault)
        args = {"code": code, "file": item.file}
        if not os.path.exists(folder / item.file):  # noqa: PTH110 (Path.exists may raise)
            return UNUSED, "gone", args
        if item.acceptance.expired(today):
            return EXPIRED, "default", {"code": code, "until": item.acceptance.until}
        entry = Entry(self.path, code, item.fingerprint)
        idle = rules and code in rules.run and entry not in used
        return (UNUSED, "entry", args) if idle else None


def read_accept_file(path: Path) -> AcceptFile:
    """Read an accept file.  Raises ConfigError with the line."""
    toml = tomlfile.load(path, "files.accept-missing", _MOST)
    for key in toml.value:
        toml.one_of((key,), key, ("accept",))
    entries = toml.value.get("accept", [])
    if not isinstance(entries, list):
        toml.fail(("accept",), "files.accept-entry")
    return AcceptFile(path, toml, tuple(_item(toml, index) for index in range(len(entries))))


def _item(toml: tomlfile.TomlFile, index: int) -> Item:
    place = ("accept", index)
    value: Any = toml.value["accept"][index]
    if not isinstance(value, dict):
        toml.fail(place, "files.accept-entry")
    for key in value:
        toml.one_of((*place, key), key, _KEYS)
    for key in _TEXTS:
        text = value.get(key)
        if not isinstance(text, str) or not text.strip():
            toml.fail((*place, key), "files.accept-text", key=key)
    until = value.get("until")
    if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
        toml.fail((*place, "until"), "files.accept-day")
    acceptance = Acceptance("file", value["reason"].strip(), until)
    return Item(value["file"], value["code"], value["fingerprint"], acceptance)


def extended(path: Path, entries: Iterable[Item], lang: str) -> bytes:
    """An accept file, which need not exist, with more entries at its end; ``lang``: of its head.

    Raises ConfigError if nothing can follow there, UsageError for what TOML cannot hold.
    """
    before = read(path, ConfigError, most=_MOST) if path.exists() else b""
    parts = [] if before.strip() else [f"# {say(lang, 'files.accept-head')}\n"]
    parts += ["\n"] if before and not before.endswith(b"\n") else []
    for each in entries:
        parts.append("\n[[accept]]\n")
        parts += [f"{key} = {_string(value)}\n" for key, value in _named(each)]
        if each.acceptance.until:
            parts.append(f"until = {each.acceptance.until.isoformat()}\n")
    text = "".join(parts)
    try:
        added = (text.replace("\n", "\r\n") if b"\r\n" in before else text).encode()
    except UnicodeEncodeError:
        raise UsageError("files.accept-damaged") from None
    try:
        tomlfile.parse(from_here(path), whole := before + added)
    except ConfigError:
        raise in_file(ConfigError, path, "files.accept-closed") from None
    return whole


def _named(item: Item) -> Iterator[tuple[str, str]]:
    values = (item.file, item.code, item.fingerprint, item.acceptance.reason or "")
    return zip(_TEXTS, values, strict=True)


def _string(text: str) -> str:
    """A TOML string; what JSON escapes, TOML escapes alike."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
