"""Converters run: their packages installed, and files given to them."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from tests.interop.converters import Converter

_PATIENCE = 180  # seconds, for a file
_AT_ONCE = 20  # files in one call of a program that is slow to start
_LOOP = """
import sys, traceback
code = compile(sys.argv[1], "converter", "exec")
for source, target in zip(sys.argv[2::2], sys.argv[3::2]):
    try:
        exec(code, {"source": source, "target": target})
    except Exception:
        traceback.print_exc()
"""


def installed(folder: Path, converters: Iterable[Converter]) -> str:
    """An interpreter with all that the converters need."""
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    needs = {each for converter in converters for each in converter.needs}
    if needs:
        subprocess.run([python, "-m", "pip", "install", "--quiet", *sorted(needs)], check=True)
    return python


def convert(
    converter: Converter, sources: Sequence[Path], folder: Path, python: str
) -> dict[Path, Path]:
    """The files that a converter makes of others, by source; those that it does not make lack."""
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[Path, Path] = {}
    for at in range(0, len(sources), _AT_ONCE):
        targets = {
            source: folder / f"{source.stem}.{converter.target}"
            for source in sources[at : at + _AT_ONCE]
        }
        if converter.python:
            words = [str(path) for pair in targets.items() for path in pair]
            _run(converter, [python, "-c", _LOOP, converter.python, *words], folder, len(targets))
        elif converter.office:
            _office(converter, folder, targets)
        elif converter.command:
            for source, target in targets.items():
                words = [w.format(source=source, target=target) for w in converter.command]
                _run(converter, words, folder)
        else:
            targets = {source: source for source in targets}  # it is its own converter
        made.update({source: target for source, target in targets.items() if target.exists()})
    return made


def _office(converter: Converter, folder: Path, sources: Collection[Path]) -> None:
    """LibreOffice names what it makes after the sources, too."""
    *words, kind = converter.office
    profile = (
        (folder.parent / "profile").absolute().as_uri()
    )  # one that runs already refuses others
    flags = [f"-env:UserInstallation={profile}", "--headless", *words]
    flags += ["--convert-to", kind, "--outdir", str(folder)]
    _run(converter, ["soffice", *flags, *map(str, sources)], folder, len(sources))


def _run(converter: Converter, command: Sequence[str], folder: Path, files: int = 1) -> None:
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            cwd=folder,
            timeout=_PATIENCE * files,
            text=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        print(f"{converter.name}: {error}", file=sys.stderr)
        return
    if done.returncode or "Traceback" in done.stderr:
        print(f"{converter.name}: {done.stderr[-300:]}", file=sys.stderr)
