"""What gklint makes of reports that went through other programs: `python -m tests.interop`.

Converts generated reports, correct ones and ones with a fault, with each converter that can be
run here, and prints a line each: of how many correct ones no error or warning came, in how many
of the others exactly what comes of the report itself (code, cell, suspects), whether all numbers
were still there, and what else was said.  Packages are installed with pip into a temporary
folder, unless `--python` names an interpreter that has them.  `--write` makes the page of the
documentation of it.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from shutil import which

from tests.interop import page
from tests.interop.converters import CONVERTERS, Converter
from tests.interop.converting import convert, installed
from tests.interop.judging import Row, Said, said_of
from tests.interop.numbers import has_all_numbers
from tests.interop.sources import SOURCES, document_of

FAULTS = (None, "request_number_wrong", "fee_statement_missing")
"""None is a correct report; the others are defects of the generator."""


def main() -> None:
    """Convert, check and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--only", default="", help="expression for name and kinds")
    parser.add_argument("--python", help="an interpreter that has the packages")
    parser.add_argument("--keep", type=Path, help="where to leave what was made")
    parser.add_argument("--write", type=Path, help="the page whose lines to write anew")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [each for each in CONVERTERS if re.search(given.only, told(each))]
        python = given.python or installed(Path(name), wanted)
        for converter in wanted:
            if converter.runs and not which(converter.runs):
                print(f"{converter.name}: {converter.runs} is not installed")
                continue
            row = tried(converter, range(given.start, given.start + given.seeds), folder, python)
            print(page.line(converter, row), flush=True)
            if given.write:
                page.write(given.write, {converter: row})


def told(converter: Converter) -> str:
    """A converter in words."""
    return f"{converter.name}: {converter.source} → {converter.target}"


def tried(converter: Converter, seeds: range, folder: Path, python: str) -> Row:
    """Convert and check the reports of some seeds."""
    cases = {
        written(seed, fault, converter.source, folder): (seed, fault)
        for seed in seeds
        for fault in FAULTS
    }
    made = convert(converter, list(cases), folder / re.sub(r"\W+", "-", converter.name), python)
    row = Row()
    for source, (seed, fault) in cases.items():
        expected = said_of_the_report(seed, fault) if fault else None
        target = made.get(source)
        is_whole = target is not None and has_all_numbers(document_of(seed, fault), target)
        if not row.add(expected, target, is_whole=is_whole):
            row.failed.append(f"{seed} {fault or 'clean'}")
    return row


def written(seed: int, fault: str | None, kind: str, folder: Path) -> Path:
    """A report as a source of a kind; the same one for all converters."""
    path = folder / kind / f"{seed}-{fault or 'clean'}.{SOURCES[kind].suffix}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SOURCES[kind].write(document_of(seed, fault), Random(seed)))
    return path


@cache
def said_of_the_report(seed: int, fault: str) -> Counter[Said]:
    """What is to be said of a wrong report."""
    with tempfile.TemporaryDirectory() as name:
        return said_of(written(seed, fault, "docx", Path(name)))


if __name__ == "__main__":
    main()
