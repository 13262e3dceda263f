"""Where ``grammar/``, ``rules/`` and the pages about the rules are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.files.paths import absolute

if TYPE_CHECKING:
    from importlib.abc import Traversable


PACKAGE = Path(__file__).parents[1]
"""The folder of gklint's own code."""


class DataFile(NamedTuple):
    """A file of ``grammar/`` or ``rules/``: its name below the root, and its text."""

    name: str
    text: str


def data_dir(name: str) -> Traversable:
    """Return the folder ``name``, ``"grammar"`` or ``"rules"``."""
    if (PACKAGE / name).is_dir():  # an installed wheel
        return PACKAGE / name
    checkout = PACKAGE.parent  # a checkout, or an editable installation
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    from importlib.resources import files  # slow to import

    shipped = files("gklint").joinpath(name)
    if shipped.is_dir():  # inside a zip file
        return shipped
    raise FileNotFoundError(f"{name}/ is neither inside the gklint package nor beside it")


@cache
def rule_page(code: str, file: str) -> str:
    """The URI of the page that explains a rule, which an editor opens without any network.

    A rule of the user's has no page; then that of its ``file``.
    """
    installed = PACKAGE / "pages"  # docs/ of the checkout
    page = (installed if installed.is_dir() else PACKAGE.parent / "docs") / "rules" / f"{code}.md"
    own = absolute(file)
    return (own if own.exists() and not page.exists() else page).as_uri()


def data_files(name: str, suffix: str) -> list[DataFile]:
    """All files of the folder ``name`` that end in ``suffix``, sorted by name."""
    return sorted(_walk(data_dir(name), name, suffix))


def _walk(folder: Traversable, prefix: str, suffix: str) -> Iterator[DataFile]:
    for entry in folder.iterdir():
        name = f"{prefix}/{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, name, suffix)
        elif entry.name.endswith(suffix):
            yield DataFile(name, entry.read_text("utf-8"))
