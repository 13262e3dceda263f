"""What a change does to the findings: this checkout against a revision of it, file by file.

    python -m tests.benchmark.findings --against REVISION [--reports N] [--but CODE …]

The same generated reports in every layout and format, the examples, and the published reports
where they lie beside the checkout, are checked by both; the JSON of each file is compared.
Exit status 1 if a file differs, but for those in which one of the codes after ``--but`` is found.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmark.revision import unpack, with_code
from tests.generator import DEFECTS, FORMATS, LAYOUTS
from tests.generator.strategies import broken_case, broken_file, clean_case, clean_file
from tests.support.paths import ROOT, SHARED

_IN_FILES = 8  # one in so many generated reports is HTML, Word or PDF
_DIFFERENCES = 20


def write_reports(folder: Path, count: int) -> None:
    """Generated reports: clean, noisy and with a defect, in all layouts and formats."""
    folder.mkdir()
    for seed in range(count):
        rng = Random(seed)
        defect = rng.choice(sorted(DEFECTS))
        broken, noisy = rng.random() < 0.6, rng.random() < 0.4
        if seed % _IN_FILES:
            layout = LAYOUTS[seed % len(LAYOUTS)]
            case = broken_case(seed, defect, layout, noisy) if broken else None
            text = case.text if case else clean_case(seed, layout, noisy).text
            suffix = ".md" if layout == "markdown" else ".txt"
            path = folder / f"{seed:05d}-{layout}{suffix}"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        else:
            form = FORMATS[seed // _IN_FILES % len(FORMATS)]
            file = broken_file(seed, defect, form) if broken else clean_file(seed, form, noisy)
            (folder / f"{seed:05d}.{form}").write_bytes(file.printed.data)


def write_others(folder: Path) -> None:
    """Examples and published reports."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    for name in ("seeds", "reports", "cases"):
        if (SHARED / name).is_dir():
            shutil.copytree(SHARED / name, folder / name)


def found(code: Path, folder: Path) -> dict[str, Any]:
    """What the code of a checkout finds in each file of a folder, in both languages."""
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as cache:
        for lang in ("zh", "en"):
            given = ["check", ".", "--format", "json", "--isolated", "--fail-on", "never"]
            done = subprocess.run(
                with_code(code, [*given, "--lang", lang]),
                cwd=folder,
                env={**os.environ, "GKLINT_CACHE_DIR": cache},
                stdout=subprocess.PIPE,
                check=False,
            )
            for file in json.loads(done.stdout)["files"]:
                result[f"{lang} {file['path']}"] = file
    return result


def differences(
    before: dict[str, Any], after: dict[str, Any], but: set[str]
) -> Iterator[tuple[str, list[str]]]:
    """The files that differ, and the codes of what differs in them."""
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        codes = _codes(old) ^ _codes(new)
        if old != new and but.isdisjoint(code for code, _ in _codes(old) | _codes(new)):
            yield name, sorted(f"{code} {place}" for code, place in codes)


def _codes(file: dict[str, Any] | None) -> set[tuple[str, str]]:
    """Code of each finding, with all that is said of it."""
    diagnostics = file["diagnostics"] if file else []
    return {(each["code"], json.dumps(each, ensure_ascii=False)[:200]) for each in diagnostics}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--against", required=True, metavar="REVISION")
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--but", nargs="*", default=[], metavar="CODE")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "reports"
        write_reports(folder, given.reports)
        write_others(folder)
        before = found(unpack(given.against, Path(name) / "other"), folder)
        after = found(ROOT, folder)
    wrong = [*differences(before, after, {*given.but})]
    for file, codes in wrong[:_DIFFERENCES]:
        print(file, *codes, sep="\n    ")
    print(f"{len(after) // 2} files in two languages, {len(wrong)} differ from {given.against}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
