"""What ``gklint.toml``, or ``[tool.gklint]`` in pyproject.toml, says of the files below it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gklint.errors import ConfigError, GklintError
from gklint.files.keyed import KeyPath, code_problem, in_file, read, require
from gklint.files.paths import absolute, from_here, relative
from gklint.frozen import Frozen
from gklint.project.gitignore import Pattern, pattern, repository, taken_within
from gklint.ruleset.severity import Severity

if TYPE_CHECKING:
    from gklint.files.tomlfile import TomlFile
    from gklint.project.settings import Key

# ``settings`` and ``tomlfile`` are imported where there is a configuration to be read.
NAME, PYPROJECT = "gklint.toml", "pyproject.toml"
_TABLE: KeyPath = ("tool", "gklint")


class PerFile(NamedTuple):
    """What holds only for the files that a pattern matches."""

    pattern: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}


class Config(Frozen):
    """What one configuration says.  Its paths are absolute, its patterns start at ``root``.

    ``file``: None if there is none and the defaults hold.  ``fail_on``: a severity or ``"never"``.
    What is None is not said.
    """

    root: Path
    file: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    fail_on: str = str(Severity.ERROR)
    rules: tuple[Path, ...] = ()
    paths: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    accept: Path | None = None
    baseline: Path | None = None
    previous: Path | None = None
    cache: bool = True
    scan: bool = True
    per_file_rules: tuple[PerFile, ...] = ()
    source: TomlFile | None = None

    @property
    def fails_from(self) -> Severity | None:
        """From which severity on a finding fails a run; None: none does."""
        return None if self.fail_on == "never" else Severity(self.fail_on)

    def for_file(self, path: Path) -> Config:
        """The configuration for one file, with those per-file rules that match it.

        They add what they ignore and how serious it is; what the last of them selects counts.
        """
        if not self.per_file_rules:
            return self
        inside = self._inside(path)
        entries = tuple(
            entry
            for entry, one in zip(self.per_file_rules, self._per_file_patterns, strict=True)
            if inside is not None and taken_within([one], inside)
        )
        select, ignore, severity = self.select, self.ignore, dict(self.severity)
        for entry in entries:
            select = entry.select or select
            ignore += entry.ignore
            severity.update(entry.severity)
        return self._replace(
            select=select, ignore=ignore, severity=severity, per_file_rules=entries
        )

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        """Whether a path, or a folder that it lies in, is excluded; nothing outside root is."""
        inside = self._inside(path) if self.exclude else None
        return inside is not None and taken_within(self._excluded, inside + "/" * folder)

    def check_codes(self, known: Iterable[str]) -> None:
        """Raise ConfigError unless all codes are those of rules, and prefixes begin some."""
        codes = [*known]
        for path, code, whole in self._codes():
            problem = code_problem(code, codes, whole=whole)
            if problem and self.source:
                self.source.fail((*_base(self.file), *path), problem.key, **problem.args)

    def require(self, key: str, paths: Iterable[Path | None], look: Callable[[Path], None]) -> None:
        """Raise ConfigError with what ``look`` raises of the files that a key names."""
        if not self.source:
            return
        for index, path in enumerate(paths):
            try:
                if path:
                    look(path)
            except GklintError as error:
                place, problem = (*_base(self.file), key, index), error.message
                self.source.fail(place, problem.key, **problem.args)

    def shown(self) -> dict[str, Any]:
        """The settings as JSON values, by their names in the file; paths as text."""
        from gklint.project.settings import KEYS, RULE_KEYS

        per_file = {entry.pattern: _shown(RULE_KEYS, entry) for entry in self.per_file_rules}
        return {**_shown(KEYS, self), "per-file-rules": per_file}

    def _codes(self) -> Iterator[tuple[KeyPath, str, bool]]:
        """Where each code stands, the code, and whether it must be whole."""
        entries = ((("per-file-rules", entry.pattern), entry) for entry in self.per_file_rules)
        tables: Iterable[tuple[KeyPath, Config | PerFile]] = (((), self), *entries)
        for path, table in tables:
            for key, codes in (("select", table.select), ("ignore", table.ignore)):
                yield from (((*path, key, n), code, False) for n, code in enumerate(codes))
            yield from (((*path, "severity", code), code, True) for code in table.severity)

    def _inside(self, path: Path) -> str | None:
        found = relative(path, self.root)
        outside = found in (".", "..") or found.startswith("../") or Path(found).is_absolute()
        return None if outside else found

    @cached_property
    def _excluded(self) -> list[Pattern]:
        return [*filter(None, map(pattern, self.exclude))]

    @cached_property
    def _per_file_patterns(self) -> list[Pattern]:
        return [*filter(None, (pattern(entry.pattern) for entry in self.per_file_rules))]


def existing(missing: str) -> Callable[[Path], None]:
    """Raises ConfigError with the text ``missing`` unless there is such a file or folder."""

    def look(path: Path) -> None:
        if not _is(Path.exists, path):
            raise in_file(ConfigError, path, missing)

    return look


def readable(missing: str) -> Callable[[Path], None]:
    """Raises ConfigError, of no such file with the text ``missing``, unless it can be read."""
    return partial(require, error=ConfigError, missing=missing)


def standing_in(folder: Path) -> Path | None:
    """The configuration file in a folder.  Raises ConfigError if it cannot be told."""
    for name, holds in ((NAME, lambda _: True), (PYPROJECT, _has_table)):
        path = folder / name
        if _is(Path.is_file, path) and holds(path):
            return path
    return None


def find(start: Path, look: Callable[[Path], Path | None] = standing_in) -> Path | None:
    """The configuration file of a folder, its own or the nearest upwards.

    ``look``: tells the file that stands in a folder.  Raises ConfigError.
    """
    start = absolute(start)
    return next(filter(None, map(look, (start, *start.parents))), None)


def load(path: Path) -> Config:
    """Read a configuration file (absolute path).  Raises ConfigError."""
    from gklint.files import tomlfile
    from gklint.project import settings

    file = tomlfile.load(path)
    base = _base(path)
    if base and not _has_ours(file.value):
        file.fail((), "config.no-table")
    found = settings.take(file, base)
    root = path.parent
    entries = found.pop("per_file_rules", {})
    per_file = tuple(PerFile(pattern, **values) for pattern, values in entries.items())
    values = {name: _from(root, value) for name, value in found.items()}
    return Config(root, path, **values, per_file_rules=per_file, source=file)


class Configs:
    """The configuration in force for each file: the one given, or the nearest upwards."""

    def __init__(self, file: Path | None = None, isolated: bool = False) -> None:
        """``file``: holds for all files.  ``isolated``: no file is read, the defaults hold."""
        self._file = None if isolated or file is None else absolute(file)
        self._isolated = isolated
        self._standing_in = lru_cache(maxsize=None)(standing_in)
        self._load = lru_cache(maxsize=None)(load)
        self._of_folder = lru_cache(maxsize=None)(self._in_force)
        self._of = lru_cache(maxsize=1)(self._nearest)  # that of a file is asked for in turn

    def of(self, path: Path) -> Config:
        """What holds for a file or a folder, which need not exist.  Raises ConfigError."""
        return self._of(path)

    def _nearest(self, path: Path) -> Config:
        path = absolute(path)
        return self._of_folder(path if _is(Path.is_dir, path) else path.parent)

    def excludes(self, path: Path, *, folder: bool = False) -> bool:
        """Whether a file or ``folder`` is excluded, by the configuration that holds where it is.

        Nor is there a way back into a folder that is excluded from outside, by a
        configuration of its own.
        """
        path = absolute(path)
        config = self._of_folder(path.parent)
        while not config.excludes(path, folder=folder):
            above = self._of_folder(config.root.parent) if config.file else config
            if above is config:
                return False
            path, config, folder = config.root, above, True
        return True

    def _in_force(self, folder: Path) -> Config:
        if self._file:
            return self._load(self._file)
        found = None if self._isolated else find(folder, self._standing_in)
        return self._load(found) if found else Config(repository(folder) or _working_folder(folder))


def _working_folder(otherwise: Path) -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was deleted
        return otherwise


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    try:
        return kind(path)
    except OSError:  # in a folder that may not be entered
        return False


def _base(path: Path | None) -> KeyPath:
    """Where in the file the settings stand."""
    return _TABLE if path and path.name == PYPROJECT else ()


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml has settings of ours; what else is wrong with it is not ours."""
    from gklint.files import tomlfile

    data = read(path, ConfigError)
    if b"gklint" not in data:
        return False
    try:
        return _has_ours(tomlfile.parse(from_here(path), data).value)
    except ConfigError:
        if b"[tool.gklint" in data:
            raise
        return False


def _has_ours(value: Any) -> bool:
    tool = value.get("tool")
    return isinstance(tool, dict) and "gklint" in tool


def _from(root: Path, value: Any) -> Any:
    """Paths, single or several, from ``root``; what is none as it is."""
    if isinstance(value, tuple):
        return tuple(_from(root, item) for item in value)
    return Path(os.path.normpath(root / value)) if isinstance(value, Path) else value


def _shown(keys: Iterable[Key], holder: object) -> dict[str, Any]:
    return {key.name: _as_json(getattr(holder, key.field)) for key in keys}


def _as_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_as_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: str(item) for key, item in value.items()}
    return str(value) if isinstance(value, Path) else value
