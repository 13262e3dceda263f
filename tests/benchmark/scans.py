"""How well scans are read: `python -m tests.benchmark.scans --reports 200 --fonts FILE...`.

Generated reports are printed, made into pictures as scanners and offices make them, and checked.
Of every other one, a number of table three or four is wrong in print.  Counted are numbers that
were read right, wrong, and wrong though they are called certain; clean reports with errors or
warnings; and wrong cells that were suspected, with the right number, as they are in the text of
the same report.  `--write docs/scans.md` keeps the table.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import gklint
from gklint.findings.report import Report
from gklint.formats.reading import take
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from tests.benchmark.suspects import suspected
from tests.generator.broken import document_of
from tests.generator.defects_numbers import wrong_value
from tests.generator.document import Document
from tests.generator.edits import with_cell
from tests.generator.figures import broken_sums
from tests.generator.labels import CellKey
from tests.generator.layouts import print_document
from tests.generator.lines import assemble
from tests.generator.model import make_report
from tests.generator.pdf import write_pdf
from tests.generator.word import write_docx
from tests.support.scanning import Wear, draw_wear, scan_of

_RESOLUTIONS = (200, 200, 300, 150)
_WORD = 5  # of so many reports one is printed from Word
_MARK = "<!-- measured -->"


class Case(NamedTuple):
    """A report in print: what stands in its cells, and which of these are wrong."""

    seed: int
    pdf: bytes
    text: str
    printed: Mapping[CellKey, int]
    right: Mapping[CellKey, int]
    wear: Wear
    font: str


class Outcome(NamedTuple):
    """What came of one."""

    case: Case
    report: Report
    counts: Counter[str]
    seconds: float


def case_of(seed: int, fonts: Sequence[str]) -> Case:
    """The case of a seed."""
    rng = Random(seed)
    wrong: dict[CellKey, int] = {}
    while True:
        report = make_report(rng)
        counts = {**report.numbers.counts}
        if seed % 2 == 0:
            break
        cell = rng.choice([each for each in counts if each[0] != "disclosure"])
        wrong = {cell: wrong_value(counts[cell], rng)}
        if report.numbers.has_requests and broken_sums({**counts, **wrong}):
            break
    document = document_of(report)
    for cell, value in wrong.items():
        document = with_cell(document, cell, str(value))
    font = fonts[seed % len(fonts)]
    if seed % _WORD == _WORD - 1:
        pdf = _converted(_word(document, seed))
        font = "Word"
    else:
        pdf = write_pdf(document, Random(seed), font).data
    text = assemble(print_document(document, "tab", Random(seed))).text
    wear = draw_wear(Random(seed), _RESOLUTIONS[seed // 2 % len(_RESOLUTIONS)])
    right = {cell: counts[cell] for cell in wrong}
    return Case(seed, pdf, text, {**counts, **wrong}, right, wear, font)


def _word(document: Document, seed: int) -> bytes:
    """A Word file without changes that are tracked: these are printed in colours."""
    while True:
        data = write_docx(document, Random(seed)).data
        if not take(data, "report.docx").revisions:
            return data
        seed += 10_000


def _converted(word: bytes) -> bytes:
    """A Word file as LibreOffice prints it."""
    import subprocess

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.docx")
        path.write_bytes(word)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return path.with_suffix(".pdf").read_bytes()


def outcome_of(case: Case, linter: Linter) -> Outcome:
    """Scan it, and check the scan."""
    scan = scan_of(case.pdf, case.wear, case.seed)
    started = time.process_time()
    report = linter.check_file("scan.pdf", lambda: take(scan, "scan.pdf"))
    seconds = time.process_time() - started
    return Outcome(case, report, _counted(case, report), seconds)


def _counted(case: Case, report: Report) -> Counter[str]:
    counts: Counter[str] = Counter(numbers=len(case.printed))
    document = report.document
    if document is None or document.source.recognition is None:
        return counts + Counter(missing=len(case.printed))
    for (name, row, column), value in case.printed.items():
        table = document.tables.get(name)
        piece = table.cells.get((row, str(column))) if table else None
        number = table.numbers.get((row, str(column))) if table else None
        seen = document.source.recognition.at(piece.start) if piece else None
        state = seen.state if seen else None
        kind = "missing" if number is None else "right" if number == value else "wrong"
        counts[kind] += 1
        counts[f"{kind} {state.value if state else 'unknown'}"] += 1
    return counts


def told(outcome: Outcome) -> Iterator[str]:
    """The findings of a report that are errors or warnings."""
    for each in outcome.report.diagnostics:
        if str(each.severity) != "info":
            yield f"{each.code} {each.message[:90]}"


def suspects(report: Report) -> set[tuple[CellKey, int]]:
    """The cells that are suspected, with what should stand in them."""
    return {
        ((item.cell.table, item.cell.row, str(item.cell.column)), int(item.expected))
        for found in report.diagnostics
        for item in found.suspects
    }


class Totals:
    """What came of all."""

    def __init__(self) -> None:
        self.numbers: dict[int, Counter[str]] = {}
        self.clean = self.silent = self.few = 0
        self.planted = self.named = self.named_in_text = 0
        self.seconds = 0.0
        self.pages = 0

    def add(self, outcome: Outcome) -> None:
        """Take in one."""
        case = outcome.case
        self.numbers.setdefault(case.wear.dpi, Counter()).update(outcome.counts)
        source = outcome.report.source
        self.pages += source.recognition.pages if source.recognition else 0
        self.seconds += outcome.seconds
        in_text = [each.code for each in gklint.check(case.text).diagnostics]
        if case.right:
            self.planted += 1
            self.named += suspects(outcome.report) >= {*case.right.items()}
            self.named_in_text += suspected(case.text) >= {*case.right.items()}
            return
        self.clean += 1
        found = [each for each in told(outcome) if each[:5] not in in_text]
        doubtful = [each for each in found if each.startswith("GK009")]
        self.silent += len(found) == len(doubtful)
        self.few += len(doubtful) <= 3

    def table(self) -> Iterator[str]:
        """The figures, as a table of Markdown."""
        yield "| | numbers | right | wrong | missing | wrong, called certain |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for dpi, counts in sorted(self.numbers.items()):
            share = 100 * counts["right"] / max(counts["numbers"], 1)
            yield (
                f"| {dpi} dpi | {counts['numbers']:,} | {counts['right']:,} ({share:.2f} %) |"
                f" {counts['wrong']} | {counts['missing']} | {counts['wrong certain']} |"
            )
        yield ""
        yield f"Clean reports: {self.clean}; {self.silent} without error or warning but for GK009,"
        yield f"{self.few} with at most three GK009. Planted wrong cells: {self.planted};"
        yield f"{self.named} suspected with the right number ({self.named_in_text} in the text of"
        yield f"the same reports). {self.pages} pages, {self.seconds / max(self.pages, 1):.1f} s of"
        yield "CPU time each."


def main() -> None:
    """Measure, and print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int, nargs="+", help="seeds")
    parser.add_argument("--fonts", nargs="+", default=[], help="files of TrueType fonts")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    fonts = []
    for path in options.fonts:
        pdfmetrics.registerFont(TTFont(Path(path).stem, path))
        fonts.append(Path(path).stem)
    linter, totals = Linter(load_rules(), fixes=False), Totals()
    for seed in options.only or range(options.first, options.first + options.reports):
        outcome = outcome_of(case_of(seed, fonts or ["STSong-Light"]), linter)
        totals.add(outcome)
        _show(outcome)
    table = "\n".join(totals.table())
    print(table)
    if options.write:
        text = options.write.read_text("utf-8")
        head, _, rest = text.partition(_MARK)
        _, _, tail = rest.partition(_MARK)
        options.write.write_text(f"{head}{_MARK}\n{table}\n{_MARK}{tail}", "utf-8")


def _show(outcome: Outcome) -> None:
    case, counts = outcome.case, outcome.counts
    wear = case.wear
    shown = " ".join(f"{name}={count}" for name, count in sorted(counts.items()))
    print(f"{case.seed} {case.font} {wear.dpi} {wear.skew:.1f}° {outcome.seconds:.0f}s: {shown}")
    if case.right:
        named = suspects(outcome.report) >= {*case.right.items()}
        print(
            f"    planted {case.right} printed {[case.printed[each] for each in case.right]}", named
        )
    for each in told(outcome):
        print("   ", each)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
