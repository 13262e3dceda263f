"""A language that nobody speaks: English with every word in ⟦…⟧, added where languages are.

What comes of it is a copy of the package in which ``words/`` alone is another.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import yaml

import gklint
from tests.support.paths import ROOT

PACKAGE = Path(gklint.__file__).parent
_KNOWN = 'LANGUAGES = ("zh", "en")'
_DRIVER = """
import io, json, sys

def run(argv):
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    try:
        status = main(argv)
    except SystemExit as stopped:
        status = stopped.code
    finally:
        streams = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    for stream in streams:
        stream.flush()
    return status, *(stream.buffer.getvalue().decode("utf-8") for stream in streams)

from gklint.cli import main
done = [run(argv) for argv in json.load(sys.stdin)]
print(json.dumps(done))
"""


class Said(NamedTuple):
    """What a command has said, and its status."""

    status: int
    output: str
    error: str


def wrapped(text: str) -> str:
    """The text with all its words in ⟦…⟧, but not what fills it."""
    parts = []
    for words, name, spec, conversion in Formatter().parse(text):
        if words:
            parts.append(f"⟦{words.replace('{', '{{').replace('}', '}}')}⟧")
        if name is not None:
            shape = f"!{conversion}" * bool(conversion) + f":{spec}" * bool(spec)
            parts.append(f"{{{name}{shape}}}")
    return "".join(parts)


def make(folder: Path) -> Path:
    """A copy of the package that speaks ``xx``; returns the folder to import it from."""
    package = folder / "gklint"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("grammar", "rules"):
        shutil.copytree(ROOT / name, package / name)
    words = package / "words"
    known = (words / "__init__.py").read_text("utf-8")
    assert 1 == known.count(_KNOWN)
    added = known.replace(_KNOWN, f'{_KNOWN[:-1]}, "xx")')
    (words / "__init__.py").write_text(added, "utf-8")
    (words / "xx").mkdir()
    for path in (PACKAGE / "words" / "en").glob("*.py"):
        module = "" if path.stem == "__init__" else f".{path.stem}"
        texts = import_module(f"gklint.words.en{module}").TEXTS
        _write(words / "xx" / path.name, "TEXTS", {key: wrapped(texts[key]) for key in texts})
    _write(words / "xx" / "rules.py", "RULES", _rules())
    return folder


def _write(path: Path, name: str, value: object) -> None:
    path.write_text(f"{name} = {value!r}\n", "utf-8")


def _rules() -> dict[str, Any]:
    """The English texts of all rules, in ⟦…⟧."""
    files = (yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "rules").rglob("GK*.yaml"))
    return {
        rule["code"]: {key: _text(rule[key]) for key in ("finds", "basis", "message")}
        for rule in files
    }


def _text(text: Mapping[str, Any]) -> Any:
    return wrapped(text["en"]) if "en" in text else {kind: _text(text[kind]) for kind in text}


def run(home: Path, folder: Path, commands: Sequence[Sequence[str]]) -> list[Said]:
    """Run commands one after the other in ``folder``, by the package in ``home``."""
    done = python(home, folder, _DRIVER, [[*each] for each in commands])
    return [Said(*each) for each in done]


def python(home: Path, folder: Path, code: str, given: object) -> Any:
    """What a program prints as JSON that gets ``given`` as JSON."""
    environment = {"PYTHONPATH": str(home), "GKLINT_CACHE_DIR": str(home / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return json.loads(done.stdout)
