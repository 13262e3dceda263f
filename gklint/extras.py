"""Packages that only some of gklint needs, and how to install them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from typing import Literal

from gklint.errors import UsageError

Extra = Literal["lsp", "new", "review", "web"]
LACKING: Mapping[Extra, str] = {
    "lsp": "usage.needed-by-lsp",
    "new": "usage.needed-by-new",
    "review": "usage.needed-by-review",
    "web": "usage.needed-by-web",
}
"""What is said of each extra, some of which is missing."""


def need(package: str, extra: Extra) -> None:
    """Raises UsageError, with the command that installs it, where a package is missing."""
    if find_spec(package) is None:
        command = _installing(package, extra)
        raise UsageError(LACKING[extra], package=package, command=command)


def _installing(package: str, extra: str) -> str:
    """The command that installs what belongs to an extra beside the gklint that is running."""
    try:
        required = [each.partition(";") for each in requires("gklint") or ()]
    except PackageNotFoundError:  # a checkout that was not installed
        required = []
    needed = [
        name.strip() for name, _, marker in required if f"'{extra}'" in marker.replace('"', "'")
    ]
    packages = " ".join(f'"{each}"' for each in needed or [package])
    with_pip = f'"{sys.executable}" -m pip install'
    with_uv = f'uv pip install --python "{sys.executable}"'  # whose environments have no pip
    return f"{with_pip if find_spec('pip') else with_uv} {packages}"
