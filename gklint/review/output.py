"""The folder of a review: what it holds, and that nothing but what gklint wrote is replaced."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gklint.errors import UsageError, reason
from gklint.files import writing
from gklint.files.paths import real
from gklint.review.standing import Body, Kept
from gklint.words import say

# So called in every language: by the contract, or because the letters are Chinese.
WORKBOOK = "审核结果.xlsx"
LETTERS = "退回"
SHEETS = {
    "overview": "总览",
    "findings": "问题",
    "numbers": "数据",
    "sums": "对账",
    "years": "跨年",
    "shared": "雷同",
    "rules": "规则",
    "picture": "概况",
    "effect": "规则变化",
}
_NOTES = ".gklint-review.json"
_VERSION = 1
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069]')
_LONGEST = 60


class Output:
    """The folder.  Made when the first file is written; what is there is looked at before."""

    def __init__(self, folder: Path, lang: str) -> None:
        """Raises UsageError where the folder holds what is not ours to replace."""
        self.folder = folder
        self.lang = lang
        self._before = _noted(folder)
        self._written: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        if folder.exists() and not folder.is_dir():
            raise UsageError("review.not-a-folder", path=folder)
        if (folder / WORKBOOK).exists() and WORKBOOK not in self._known:
            raise UsageError("review.not-ours", path=folder / WORKBOOK)

    @property
    def _known(self) -> Mapping[str, str]:
        return self._before.files if self._before else {}

    @property
    def before(self) -> Sequence[Kept] | None:
        """The findings of the review before; None if there was none."""
        return self._before.findings if self._before else None

    def name_letters(self, bodies: Iterable[Body]) -> None:
        """Give each of these bodies a letter of its own name."""
        taken: set[str] = set()
        for body in bodies:
            stem = name = _UNSAFE.sub("_", body.name).strip(". ")[:_LONGEST] or "_"
            number = 1
            while name.casefold() in taken:
                number += 1
                name = f"{stem}-{number}"
            taken.add(name.casefold())
            self._letters[body.name] = f"{LETTERS}/{name}.docx"

    def letter_of(self, body: Body) -> str | None:
        """The letter to a body, from the folder; None where it gets none."""
        return self._letters.get(body.name)

    def holds(self, path: Path) -> bool:
        """Whether a file lies in it: what we wrote is no report."""
        return real(self.folder) in real(path).parents

    def link_to(self, path: Path) -> str:
        """A file as the workbook links it."""
        try:
            return Path(os.path.relpath(path, self.folder)).as_posix()
        except ValueError:  # on another drive
            return real(path).as_uri()

    def write(self, name: str, parts: Iterable[bytes]) -> None:
        """Write a file; what somebody changed since is put aside.  Raises UsageError."""
        path = self.folder / name
        _make(path.parent)
        self._put_aside(name)
        digest = hashlib.sha256()
        with writing.Output(path) as output:
            for part in parts:
                digest.update(part)
                output.write(part)
        self._written[name] = digest.hexdigest()

    def finish(self, findings: Sequence[Kept]) -> None:
        """Remove what the review before wrote and this did not, and note what was written."""
        for name in self._known.keys() - self._written.keys():
            if self._unchanged(name):
                (self.folder / name).unlink(missing_ok=True)
        self._note(self._written, findings)

    def break_off(self) -> None:
        """Note what was written so far, so that the next review knows that it is ours."""
        if self._written:
            self._note({**self._known, **self._written}, self.before or ())

    def _note(self, files: Mapping[str, str], findings: Sequence[Kept]) -> None:
        data = {"version": _VERSION, "files": files, "findings": findings}
        text = json.dumps(data, ensure_ascii=False, indent=0)
        writing.write(self.folder / _NOTES, [text.encode("utf-8", "backslashreplace")])

    def _unchanged(self, name: str) -> bool:
        """Whether a file is there as we wrote it."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(data).hexdigest() == self._known.get(name)

    def _put_aside(self, name: str) -> None:
        path = self.folder / name
        if not path.exists() or self._unchanged(name):
            return
        aside, number = path, 1
        while aside.exists():
            words = say(self.lang, "review.changed-by-hand", number=number)
            aside = path.with_name(f"{path.stem}{words}{path.suffix}")
            number += 1
        path.rename(aside)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("files.cannot-write", path=folder, reason=reason(error)) from error


class _Before(NamedTuple):
    """What the review before noted: its files with their digests, and its findings."""

    files: Mapping[str, str] = {}
    findings: tuple[Kept, ...] = ()


def _noted(folder: Path) -> _Before | None:
    """None where there was no review, or where its notes cannot be read."""
    try:
        data = json.loads((folder / _NOTES).read_bytes())
        if data["version"] != _VERSION:
            return None
        files = {str(name): str(digest) for name, digest in data["files"].items()}
        findings = tuple(Kept(*map(str, each)) for each in data["findings"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return _Before({name: each for name, each in files.items() if _is_ours(name)}, findings)


def _is_ours(name: str) -> bool:
    """Whether a file of this name can be one that a review writes."""
    folder, _, file = name.rpartition("/")
    return name == WORKBOOK or (folder == LETTERS and not _UNSAFE.search(file))
