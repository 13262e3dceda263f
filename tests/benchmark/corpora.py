"""Folders of reports to be measured on."""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.generator import LAYOUTS, make_report, render
from tests.support.paths import SHARED

SHORTEST, LONGEST = 2800, 4800  # characters, as short and as long as published reports are


def published() -> Sequence[Path]:
    """The published reports, where they lie beside the checkout."""
    return sorted((SHARED / "seeds").glob("*.[mt]*")) if SHARED.is_dir() else []


def copy_in_turn(reports: Sequence[Path], folder: Path, count: int, suffix: str = "") -> Path:
    """A folder with so many copies of some reports, in turn."""
    folder.mkdir(parents=True)
    for number in range(count if reports else 0):
        report = reports[number % len(reports)]
        shutil.copy(report, folder / f"{number:06}{suffix or report.suffix}")
    return folder


def write_reports(folder: Path, count: int, suffix: str = ".md") -> list[Path]:
    """Generated reports of the usual size, in all layouts; the same ones every time."""
    folder.mkdir(parents=True)
    paths: list[Path] = []
    for seed in itertools.count():
        if len(paths) == count:
            break
        rng = random.Random(seed)
        text = render(make_report(rng), LAYOUTS[seed % len(LAYOUTS)], rng).text
        if SHORTEST <= len(text) <= LONGEST:
            paths.append(folder / f"{seed:06}{suffix}")
            paths[-1].write_text(text, "utf-8")
    return paths
