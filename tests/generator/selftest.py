"""The generator checked against itself: `python -m tests.generator.selftest [SEEDS]`.

Reads every number back from the printed text at the place the line map gives, and does its own
arithmetic on them; compares headings, labels and sentences with what stands at their places.
"""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from random import Random

from . import DEFECTS, LAYOUTS, NOISES, Rendered, Report, make_report, render
from .county import LIST, make_county
from .labels import DISPUTE_ROWS, REQUEST_ROWS, REQUEST_ROWS_2019, SECTIONS
from .strategies import broken_case, clean_case

_WORDS = re.compile(r"[\s　*#]+")
_OFTEN = 10  # one in so many seeds makes a county
_COLUMNS = ("natural_person", "commercial", "research", "social", "legal", "other", "total")


def squeezed(text: str) -> str:
    """A text without blanks and markup, in compatibility form."""
    return unicodedata.normalize("NFKC", _WORDS.sub("", text))


def read_numbers(rendered: Rendered, table: str) -> dict[tuple[str, str], int]:
    """(row, column) -> integer as printed, for one table; amounts are left out."""
    found = {}
    for address in rendered.places:
        if address[:2] == ("cell", table) and address[2] not in ("fees", "procurement"):
            text = squeezed(rendered.shown(address)).replace(",", "")
            found[address[2], address[3]] = int(text)
    return found


def check_identities(rendered: Rendered, failures: list[str]) -> None:
    """Every printed sum adds up."""
    three = read_numbers(rendered, "requests")
    of_2019 = ("other_handling", "total") in three
    rows = [row.key for row in (REQUEST_ROWS_2019 if of_2019 else REQUEST_ROWS)]
    results = rows[2:-2]
    for col in _COLUMNS:
        handled = three["handled_total", col]
        incoming = three["new", col] + three["carried_in", col]
        if incoming != handled + three["carried_out", col]:
            failures.append(f"T3-A {col}")
        if sum(three[row, col] for row in results) != handled:
            failures.append(f"T3-B {col}")
    failures.extend(
        f"T3-C {row}"
        for row in rows
        if sum(three[row, col] for col in _COLUMNS[:6]) != three[row, "total"]
    )
    four = read_numbers(rendered, "disputes")
    for row in DISPUTE_ROWS:
        parts = sum(four[row.key, c] for c in ("upheld", "corrected", "other", "pending"))
        if parts != four[row.key, "total"]:
            failures.append(f"T4-A {row.key}")
    two = read_numbers(rendered, "disclosure")
    if any(value for (row, _), value in two.items() if row == "regulations"):
        failures.append("regulations")
    name = "normative_documents"
    if not of_2019 and two[name, "in_force"] - two[name, "issued"] + two[name, "repealed"] < 0:
        failures.append("T2-A")
    sizes = (len(three), len(four), len(two))
    if sizes != ((161, 15, 18) if of_2019 else (175, 15, 9)):
        failures.append(f"sizes {sizes}")


def check_places(report: Report, rendered: Rendered, failures: list[str]) -> None:
    """Every address points at the text that it names (for output without noise)."""
    wanted: dict[tuple[str, ...], str] = {("title",): report.title[0]}
    for section in SECTIONS:
        wanted["heading", section.key] = f"{section.numeral}、{section.words}"
    for row in REQUEST_ROWS:
        wanted["row", "requests", row.key] = row.label
    for row in DISPUTE_ROWS:
        wanted["row", "disputes", row.key] = row.label
    for (table, key, column), value in report.numbers.counts.items():
        wanted["cell", table, key, column] = str(value)
    for mark in ("fee", "request", "contact", "period", "basis"):
        wanted[(mark,)] = _sentence(report, mark)
    for address, text in wanted.items():
        if rendered.shown(address) != text:
            failures.append(f"{address}: {rendered.shown(address)!r} is not {text!r}")


def _sentence(report: Report, mark: str) -> str:
    paragraphs = [*report.preamble, *report.other, *report.closing]
    paragraphs.extend(part.sentences for part in report.parts)
    return next(s.text for p in paragraphs for s in p if (mark,) in s.marks)


def check_prose(report: Report, failures: list[str]) -> None:
    """The fee rules hold and the unpaid row agrees with section six."""
    fee, unpaid = report.numbers.fee, report.numbers.request("other_fee_unpaid")
    text = _sentence(report, "fee")
    if fee.charged % 10 or fee.paid % 10 or fee.paid > report.numbers.fee_amount * 10000:
        failures.append(f"fee {fee}")
    if unpaid and "收费通知" not in text:
        failures.append(f"unpaid without notice: {text}")
    if not report.numbers.has_requests and fee.notices:
        failures.append("fee without requests")


def check_wrong_numbers(seed: int, layout: str, failures: list[str]) -> None:
    """What a wrong number must bring is exactly what fails when read back."""
    broken = broken_case(seed, "request_number_wrong", layout)
    found: list[str] = []
    check_identities(broken.printed, found)
    codes = {"T3-A": "GK301", "T3-B": "GK302", "T3-C": "GK303"}
    got = sorted(codes[each.split()[0]] for each in found)
    if got != sorted(e.code for e in broken.answer.expected):
        failures.append(f"{got} expected {broken.answer.expected}")


def check_county(seed: int) -> list[str]:
    """Whether all sums hold in a county where nothing is planted, and no two reports are alike."""
    county = make_county(f"selftest {seed}", size=20)
    failures = [f"county: {each}" for each in county.wrong]
    reports = [data for name, data in county.files.items() if name != LIST]
    if len({*reports}) < len(reports):
        failures.append("county: two reports are alike")
    return failures


def check_seed(seed: int) -> list[str]:
    """All checks of one seed in every layout, with what failed."""
    report = make_report(Random(seed))
    failures: list[str] = []
    check_prose(report, failures)
    for layout in LAYOUTS:
        here: list[str] = []
        rendered = render(report, layout, Random(seed))
        check_identities(rendered, here)
        check_places(report, rendered, here)
        check_identities(clean_case(seed, layout, True).printed, here)
        check_wrong_numbers(seed, layout, here)
        failures.extend(f"{layout}: {each}" for each in here)
    if seed % _OFTEN == 0:
        failures += check_county(seed)
    return failures


def main(arguments: list[str]) -> int:
    """Check the seeds; 0 if nothing failed."""
    seeds = int(arguments[0]) if arguments else 500
    start = time.perf_counter()
    bad = 0
    for seed in range(seeds):
        for failure in check_seed(seed):
            bad += 1
            print(f"seed {seed} {failure}")
    print(f"{seeds} seeds, {len(LAYOUTS)} layouts, {len(NOISES)} kinds of noise: {bad} failures")
    if not _same_twice():
        bad += 1
        print("not deterministic")
    print(f"{len(DEFECTS)} defects; {time.perf_counter() - start:.1f} s")
    return 1 if bad else 0


def _same_twice() -> bool:
    names = sorted(DEFECTS)
    first, second = ([broken_case(7, name, "tab", True).text for name in names] for _ in range(2))
    return first == second


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
