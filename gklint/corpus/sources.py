"""What is asked for: folders, files, globs, archives, manifests, addresses of other systems."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from gklint.corpus import archives
from gklint.corpus.items import NOTHING_KNOWN, File, Item, Known, Remote, state_of
from gklint.corpus.manifests import is_manifest, rows_of
from gklint.corpus.opening import is_address
from gklint.errors import UsageError, reason
from gklint.files.paths import absolute
from gklint.formats.sniff import LOCK, SUFFIXES
from gklint.project.config import Configs
from gklint.project.discovery import find_files
from gklint.run.pool import weigh
from gklint.words import Message

_GLOB = "*?["
_ALWAYS = "-"  # the stamp of what is refused wherever it is found
_EVERY_DEPTH = "**"
_NO_REPORTS = (*LOCK, "._")  # the last: what Macs add to archives, beside each file


class Sources:
    """All files that are asked for, each once.

    ``doubled``: how many were asked for again.  ``others``: files of folders and archives that
    are of no kind that can be read.
    """

    def __init__(self, configs: Configs, base: Path, output: Path) -> None:
        """``base``: from which files are named.  ``output``: a folder that holds none."""
        self._configs = configs
        self._base = base
        self._output = f"{absolute(output)}{os.sep}"
        self._known: set[str] = set()
        self.doubled = 0
        self.others: list[str] = []

    def name(self, source: str) -> str:
        """A path, or a source, as the tables name it: the same from wherever it was given."""
        if is_address(source):
            return source
        whole = absolute(source)
        try:
            return str(whole.relative_to(self._base))
        except ValueError:
            return str(whole)

    def items(self, sources: Iterable[str]) -> Iterator[Item]:
        """The files, as they are found.  Raises UsageError for a source that is not there."""
        for source in sources:
            for item in self._of(source):
                if item.address in self._known:
                    self.doubled += 1
                    continue
                self._known.add(item.address)
                yield item

    def _of(self, source: str) -> Iterator[Item]:
        if is_address(source):
            yield from self._of_system(source)
        elif source and Path(source).is_dir():
            yield from self._of_folder(source, source)
        elif source and Path(source).exists():
            yield from self._of_file(source, source)
        elif any(each in source for each in _GLOB):
            yield from self._of_glob(source)
        else:
            raise UsageError("usage.no-such-path", path=source)

    def _of_folder(self, folder: str, source: str) -> Iterator[Item]:
        found = find_files([folder], self._configs, empty=True)
        for path in found.files:
            if not self._is_output(path):
                yield self._file(str(path), source)
        for path in found.others:
            if archives.is_archive(path.name):
                yield from self._of_archive(str(path), source)
            elif not self._is_output(path):
                self.others.append(str(path))

    def _of_glob(self, source: str) -> Iterator[Item]:
        found = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 (also absolute)
        if not found:
            raise UsageError("corpus.glob-empty", source=source)
        for path in found:
            if Path(path).is_dir():
                if _EVERY_DEPTH not in source:  # whose files are found, too
                    yield from self._of_folder(path, source)
            elif archives.is_archive(path) or is_manifest(source) or _is_wanted(path):
                yield from self._of_file(path, source)
            elif not self._is_output(Path(path)):
                self.others.append(path)

    def _of_file(self, path: str, source: str) -> Iterator[Item]:
        if archives.is_archive(path):
            yield from self._of_archive(path, source)
        elif is_manifest(path):
            yield from self._of_manifest(path)
        else:
            yield self._file(path, source)

    def _file(self, path: str, source: str, known: Known = NOTHING_KNOWN) -> Item:
        return file_item(self.name(path), self.name(source), str(absolute(path)), known)

    def _of_archive(self, path: str, source: str, known: Known = NOTHING_KNOWN) -> Iterator[Item]:
        place = path if is_address(path) else str(absolute(path))
        for item in archives.members(place, self.name(path), self.name(source), known):
            if item.refused is None and not _is_wanted(item.address):
                self.others.append(item.address)
            else:
                yield item

    def _of_manifest(self, path: str) -> Iterator[Item]:
        name = self.name(path)
        for row in rows_of(path):
            if row.address is None:
                where = f"{name}#{row.line}"
                refused = Message("corpus.no-address", {"line": row.line})
                yield Item(where, name, _ALWAYS, File(where), 0, row.known, refused)
            elif archives.is_archive(row.address):
                yield from self._of_archive(row.address, path, row.known)
            elif is_address(row.address):
                yield remote_item(row.address, name, {}, row.known)
            else:
                yield self._file(row.address, path, row.known)

    def _of_system(self, source: str) -> Iterator[Item]:
        """What fsspec finds: a file, a pattern, or all below a folder."""
        found = _listed(source)
        for url, info in sorted(found.items()):
            if archives.is_archive(url):
                yield from self._of_archive(url, source)
            elif is_manifest(url) and is_manifest(source):
                yield from self._of_manifest(url)
            elif _is_wanted(url) or [*found] == [source]:
                yield remote_item(url, source, info)
            else:
                self.others.append(url)

    def _is_output(self, path: Path) -> bool:
        return str(absolute(path)).startswith(self._output)


def file_item(address: str, source: str, path: str, known: Known = NOTHING_KNOWN) -> Item:
    """A file in a folder, which may be gone or become unreadable."""
    stamp, size = state_of(path)
    return Item(address, source, stamp, File(path), weigh(address, size) if stamp else 1, known)


def remote_item(url: str, source: str, info: Any, known: Known = NOTHING_KNOWN) -> Item:
    """A file of another system; ``info``: what that tells of it."""
    told = [info.get(name) for name in ("ETag", "etag", "md5Hash", "LastModified", "mtime")]
    found = next((str(each) for each in told if each), None)
    stamp = f"{info.get('size')}-{found}" if found else None
    return Item(url, source, stamp, Remote(url), weigh(url, info.get("size") or 0), known)


def _is_wanted(address: str) -> bool:
    name = PurePosixPath(address).name
    return name.lower().endswith(SUFFIXES) and not name.startswith(_NO_REPORTS)


def _listed(source: str) -> dict[str, Any]:
    """What is at an address, by addresses.  Raises UsageError."""
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(source)
        if any(each in path for each in _GLOB):
            found = system.glob(path, detail=True)
        elif source.endswith("/"):
            found = system.find(path, detail=True)
        else:  # asked first, since what is looked for in vain need not be said
            info = system.info(path)
            is_folder = info["type"] == "directory"
            found = system.find(path, detail=True) if is_folder else {path: info}
    except FileNotFoundError as error:
        raise UsageError("corpus.glob-empty", source=source) from error
    except OSError as error:
        raise UsageError("files.cannot-open", path=source, reason=reason(error)) from error
    except Exception as error:  # whatever the system raises
        raise UsageError("corpus.no-system", source=source, error=error) from error
    if not found:
        raise UsageError("corpus.glob-empty", source=source)
    return {
        system.unstrip_protocol(name): info
        for name, info in found.items()
        if info.get("type") != "directory"
    }
