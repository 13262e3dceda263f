"""What gklint makes of reports that went through other programs: `python -m tests.interop`.

Converts generated reports, correct ones and ones with a fault, with each converter that can be
run here, and prints a line each: of how many correct ones no error or warning came, in how many
of the others the fault was found and nothing else, and what else was said.  Packages are
installed with pip into a temporary folder, unless `--python` names an interpreter that has them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

import gklint
from tests.generator.strategies import broken_file, clean_file
from tests.interop.converters import CONVERTERS, Converter
from tests.interop.markup import MARKUP

FAULTS = {"request_number_wrong": {"GK301", "GK302", "GK303"}, "fee_statement_missing": {"GK403"}}
"""Defects of the generator with the codes by which they are found."""
_PATIENCE = 180  # seconds
_PRELUDE = "import sys\nsource, target = sys.argv[1:]\n"


@dataclass
class Row:
    """What came of one converter."""

    clean: int = 0
    found: int = 0
    tried: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Convert, check and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--only", default="", help="part of a converter's name")
    parser.add_argument("--python", help="an interpreter that has the packages")
    parser.add_argument("--keep", type=Path, help="where to leave what was made")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [each for each in (*CONVERTERS, *MARKUP) if given.only in each.name]
        python = given.python or installed(Path(name), wanted)
        for converter in wanted:
            if converter.command and not which(converter.command[0]):
                print(f"{converter.name}: {converter.command[0]} is not installed")
                continue
            row = tried(converter, range(given.start, given.start + given.seeds), folder, python)
            print(told(converter, row), flush=True)


def installed(folder: Path, converters: Sequence[Converter]) -> str:
    """An interpreter with all that the converters need."""
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    needs = [each for converter in converters for each in converter.needs]
    if needs:
        subprocess.run([python, "-m", "pip", "install", "--quiet", *needs], check=True)
    return python


def tried(converter: Converter, seeds: Sequence[int], folder: Path, python: str) -> Row:
    """Convert and check the reports of some seeds."""
    row = Row()
    for seed in seeds:
        for fault in (None, *FAULTS):
            data = (
                clean_file(seed, converter.source, noisy=False).printed.data
                if fault is None
                else broken_file(seed, fault, converter.source).printed.data
            )
            stem = f"{converter.name}-{seed}-{fault or 'clean'}".replace("/", "_").replace(" ", "_")
            source = folder / f"{stem}.{converter.source}"
            source.write_bytes(data)
            target = converted(converter, source, folder, python)
            if target is None:
                row.codes["not converted"] += 1
                continue
            found = [
                each.code
                for each in gklint.check(target).diagnostics
                if each.severity.value in ("error", "warning")
            ]
            expected = FAULTS[fault] if fault else set()
            row.tried["clean" if fault is None else "faulty"] += 1
            row.clean += fault is None and not found
            row.found += fault is not None and bool(found) and set(found) <= expected
            row.codes.update(set(found) - expected)
    return row


def converted(converter: Converter, source: Path, folder: Path, python: str) -> Path | None:
    """The file that a converter makes of another."""
    target = source.with_name(f"{source.stem}.out.{converter.target}")
    words = {"source": str(source), "target": str(target), "folder": str(folder)}
    command = (
        [python, "-c", _PRELUDE + converter.python, str(source), str(target)]
        if converter.python
        else [word.format(**words) for word in converter.command]
    )
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    except (subprocess.SubprocessError, OSError) as error:
        said = getattr(error, "stderr", b"") or b""
        print(f"{converter.name}: {said.decode(errors='replace')[-300:]}", file=sys.stderr)
        return None
    made = source.with_suffix(f".{converter.target}")  # as LibreOffice names it
    if not target.exists() and made != source and made.exists():
        made.rename(target)
    return target if target.exists() else None


def told(converter: Converter, row: Row) -> str:
    """A line of Markdown's table."""
    clean = f"{row.clean}/{row.tried['clean']}"
    found = f"{row.found}/{row.tried['faulty']}"
    other = ", ".join(f"{code} {count}" for code, count in row.codes.most_common(6))
    kinds = f"{converter.source} → {converter.target}"
    return f"| {converter.name} | {kinds} | {clean} | {found} | {other} |"


if __name__ == "__main__":
    main()
