"""What reads files besides gklint itself: libraries, and LibreOffice where it is installed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.machinery import PathFinder

from gklint.extras import EXTRAS

OFFICE_NAMED = "GKLINT_SOFFICE"
"""The environment variable that names LibreOffice by its absolute path."""
OFFICE = ("soffice", "libreoffice")
OFFICE_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_LIBRARIES = ("lxml", "pypdfium2", "pypdfium2_raw", *EXTRAS["scan"].modules)


def state() -> object:
    """What tells one state of them from another, without loading any."""
    specs = map(PathFinder.find_spec, _LIBRARIES)
    folders = [place for spec in specs if spec for place in spec.submodule_search_locations or ()]
    return [*_states(folders), next(_states(_office()), None)]


def _office() -> Iterator[str]:
    yield os.environ.get(OFFICE_NAMED, "")
    for name in OFFICE:
        for folder in os.get_exec_path():
            yield os.path.join(folder, name)  # noqa: PTH118 (most are not there)
    yield from OFFICE_PLACES


def _states(paths: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            found = os.stat(path)  # noqa: PTH116
        except OSError:
            continue
        yield path, found.st_mtime_ns, found.st_size
