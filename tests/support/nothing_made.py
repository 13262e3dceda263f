"""A plugin for pytest under which tests can be collected and nothing can be made or checked.

What takes time has its place in tests: a newcomer who runs a single one waits for all modules.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType
from typing import NoReturn

from docx.document import Document
from lsprotocol import converters
from reportlab.pdfgen.canvas import Canvas

from gklint import cli, docs
from gklint.form import compiling as form
from gklint.formats import reading
from gklint.linter import Linter
from gklint.ruleset import compiling, loading
from tests.generator import document, model
from tests.support.paths import ROOT

COSTLY: tuple[Callable[..., object], ...] = (
    Linter.__init__,
    Linter.examine,
    cli.main,
    compiling.compile_rules,
    converters.get_converter,
    docs.pages,
    document.build_document,
    reading.take,
    form.compile_grammar,
    loading.assemble,
    model.make_report,
    Canvas.__init__,
    Document.save,
    subprocess.Popen.__init__,
    zipfile.ZipFile.__init__,
)


_OURS = (ROOT / "gklint", ROOT / "tests")
_walk = ast.walk


def _refuse(*_: object, **__: object) -> NoReturn:
    raise AssertionError("a test module makes or checks something when it is imported")


def _walk_for_others(node: ast.AST) -> Iterator[ast.AST]:
    """``ast.walk`` for libraries: Hypothesis looks at the strategies that are declared."""
    caller = Path(sys._getframe(1).f_code.co_filename)
    return _refuse() if any(map(caller.is_relative_to, _OURS)) else _walk(node)


def pytest_sessionstart() -> None:
    """Whoever has imported one of these before calls what refuses, too."""
    for costly in COSTLY:
        assert isinstance(costly, FunctionType)
        costly.__code__ = _refuse.__code__
    ast.walk = _walk_for_others
