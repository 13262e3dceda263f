"""``--fix`` and ``--diff``: one file mended, and what is to be said of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gklint.errors import UnreadableFileError, reason
from gklint.files.writing import replace_file
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.formats.limits import Limits
from gklint.formats.reading import load, take
from gklint.linter import Linter
from gklint.render.diff import diff
from gklint.run.fixing import Fixed, fix, fixable
from gklint.run.single import check_bytes
from gklint.text.coding import UTF_8, Coding, coding_of
from gklint.text.source import Places, Source
from gklint.words import Message, say

_CODINGS = {
    "ascii": "ASCII",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


class Mended(NamedTuple):
    """What came of mending a file.

    said: lines about what was done, and what was not and why.  diff: the changes (unified).
    failed: whether the file could not be written.  rewritable: whether gklint can write such
    files at all.
    """

    said: str = ""
    diff: str = ""
    failed: bool = False
    rewritable: bool = True


@dataclass(frozen=True)
class Mender:
    """How files are to be mended; it can be sent to another process."""

    unsafe: bool
    write: bool
    lang: str

    def __call__(
        self, linter: Linter, path: Path, limits: Limits, lost: str | None = None
    ) -> tuple[Report, Mended]:
        """Read, check and mend one file; the report is that of the file as it then is."""
        report, data = check_bytes(linter, path, limits, lost)
        return self.mend(linter, path, data or b"", report, limits)

    def mend(
        self, linter: Linter, path: Path, data: bytes | None, report: Report, limits: Limits
    ) -> tuple[Report, Mended]:
        """Mend a file that was read as ``data`` (None: it is only to be shown) and checked."""
        if isinstance(report.source.where, Places):
            return report, Mended(rewritable=report.unreadable or not report.diagnostics)
        if not fixable(report, unsafe=self.unsafe):
            return report, Mended(self.left(path, report))
        before = report.source.file.text
        coding = UTF_8 if data is None else coding_of(data, before)
        if coding is None:
            return report, Mended(self.say("run.damaged", path), failed=True)
        read = partial(_again, report.source.path, limits, coding)
        fixed = fix(linter, report, read, unsafe=self.unsafe)
        skipped = "".join(self.skipped(path, coding, fixed)) + self.left(path, fixed.report)
        if not fixed.applied:
            return report, Mended(skipped)
        if not self.write:
            if coding.name != UTF_8.name:
                skipped += self.say("run.no-patch", path, coding=_CODINGS[coding.name])
            mark = coding.mark.decode(coding.name)
            return report, Mended(skipped, diff(path, mark + before, mark + fixed.text))
        if problem := self.written(path, data, coding.encode(fixed.text), limits):
            return report, Mended(problem, failed=True)
        done = self.say("run.mended", path, **_counted(fixed.applied))
        return fixed.report, Mended(done + skipped)

    def written(self, path: Path, data: bytes | None, new: bytes, limits: Limits) -> str:
        """Write the file, unless it is not what was checked; why that cannot be done, or ""."""
        try:
            if load(path, limits) != data:
                return self.say("run.changed", path)
            if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
                return self.failed(path, Message("run.read-only"))
            if not os.access(Path(os.path.realpath(path)).parent, os.W_OK):
                return self.failed(path, Message("run.read-only-folder"))
            replace_file(path, new)
        except (FileNotFoundError, UnreadableFileError):
            return self.say("run.changed", path)
        except OSError as error:
            return self.failed(path, reason(error))
        return ""

    def failed(self, path: Path, why: Message) -> str:
        return self.say("run.failed", path, reason=why)

    def skipped(self, path: Path, coding: Coding, fixed: Fixed) -> Iterator[str]:
        """What was to be mended and is not: for each code, why, and where it is first."""

        def why(found: Diagnostic) -> tuple[str, str]:
            new = "".join(edit.new for edit in found.fix.edits) if found.fix else ""
            return found.code, "run.refused" if coding.holds(new) else "run.no-such-character"

        groups: dict[tuple[str, str], list[Diagnostic]] = {}
        for each in fixed.refused:
            groups.setdefault(why(each), []).append(each)
        for (code, key), found in groups.items():
            start = found[0].range.start if found[0].range else None
            place = f":{start.line}:{start.column}" if start else ""
            args = {"place": place, "code": code, "coding": _CODINGS.get(coding.name)}
            yield self.say(key, path, count=len(found), **args)

    def left(self, path: Path, report: Report) -> str:
        """What could be mended if unsafe fixes were asked for."""
        found = [] if self.unsafe else fixable(report, unsafe=True)
        unsafe = [each for each in found if each.fix and not each.fix.safe]
        return self.say("run.unsafe", path, **_counted(unsafe)) if unsafe else ""

    def say(self, key: str, path: Path, **args: object) -> str:
        return f"{say(self.lang, key, path=path, **args)}\n"


def _again(name: str | None, limits: Limits, coding: Coding, text: str) -> Source | None:
    """The changed text of a file, read as the file would be; None where it cannot be."""
    try:
        source = take(coding.encode(text), None if name == "-" else name, limits)
    except (UnicodeEncodeError, UnreadableFileError):
        return None
    return source._replace(path=name)


def _counted(found: Collection[Diagnostic]) -> dict[str, object]:
    """How many findings there are, and of which codes."""
    codes = sorted({each.code for each in found})
    return {"count": len({each.fingerprint for each in found}), "codes": codes}
