"""How well `gklint.check` does on generated reports: `python -m tests.generator.score`.

Prints, per defect and per layout, the share of exact answers; the share of clean reports with a
false alarm; and a few failures, each with the seed to repeat it.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import DEFECTS, LAYOUTS, Broken
from .strategies import broken_case, clean_case

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EACH_ITS_OWN = ("GK301", "GK302", "GK303", "GK304")
LOUD = frozenset(("error", "warning"))


@dataclass(frozen=True)
class Found:
    """One error or warning of the linter; line None when it has no range."""

    code: str
    line: int | None
    message: str


@dataclass(frozen=True)
class Verdict:
    """What was missing and what was too much."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    suspect: bool | None = None

    @property
    def exact(self) -> bool:
        """Nothing missing, nothing extra."""
        return not self.missing and not self.extra


@dataclass
class Tally:
    """Counts of one defect (or of clean reports)."""

    total: int = 0
    exact: int = 0
    layouts: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    suspects: list[bool] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)

    def add(self, layout: str, seed: int, verdict: Verdict, show: int) -> None:
        """Count one verdict."""
        self.total += 1
        self.tried[layout] += 1
        self.exact += verdict.exact
        self.layouts[layout] += verdict.exact
        self.extra.update(text.split()[0] for text in verdict.extra)
        self.missing.update(text.split()[0] for text in verdict.missing)
        if verdict.suspect is not None:
            self.suspects.append(verdict.suspect)
        if not verdict.exact and len(self.examples) < show:
            text = f"seed {seed} {layout}"
            text += "".join(f"\n        missing {each}" for each in verdict.missing)
            text += "".join(f"\n        extra   {each}" for each in verdict.extra)
            self.examples.append(text)


def severity_of(diagnostic: Any) -> str:
    """The severity as a lower-case word, whatever type it has."""
    value = diagnostic.severity
    return str(getattr(value, "value", value)).rsplit(".", 1)[-1].lower()


def loud(diagnostics: Sequence[Any]) -> list[Found]:
    """Errors and warnings."""
    return [
        Found(d.code, d.range.start.line if d.range else None, d.message)
        for d in diagnostics
        if severity_of(d) in LOUD
    ]


def judge(broken: Broken, diagnostics: Sequence[Any]) -> Verdict:
    """Match what came with what had to come."""
    left = loud(diagnostics)
    missing = []
    for expected in broken.expected:
        hit = next((f for f in left if _fits(f, expected.code, expected.lines)), None)
        if hit is None:
            missing.append(f"{expected.code} at {_lines(expected.lines)}")
        else:
            left.remove(hit)
    extra = [f for f in left if f.code not in broken.optional and not _repeats(f, broken)]
    shown = tuple(f"{f.code} at {f.line}: {f.message}" for f in extra)
    return Verdict(tuple(missing), shown, _suspect(broken, diagnostics))


def _fits(found: Found, code: str, lines: frozenset[int]) -> bool:
    return found.code == code and (found.line in lines or (found.line is None and code < "GK1"))


def _repeats(found: Found, broken: Broken) -> bool:
    """A second word on the same fault, on a line where it may be said."""
    if found.code in EACH_ITS_OWN:
        return False
    return any(_fits(found, e.code, e.lines) for e in broken.expected)


def _suspect(broken: Broken, diagnostics: Sequence[Any]) -> bool | None:
    if broken.cell is None:
        return None
    named = [
        ((s.cell.table, s.cell.row, s.cell.column), s.expected)
        for d in diagnostics
        if d.code in EACH_ITS_OWN
        for s in d.suspects
    ]
    cells = {(tuple(str(part) for part in cell), value) for cell, value in named}
    return cells == {(broken.cell, broken.true_value)}


def _lines(lines: frozenset[int]) -> str:
    ordered = sorted(lines)
    return ",".join(map(str, ordered[:8])) + ("…" if len(ordered) > 8 else "")


def attempt(check: Callable[[str], Any], text: str, broken: Broken | None) -> Verdict:
    """The verdict on one text; an exception of the linter counts as an extra finding."""
    try:
        diagnostics = check(text).diagnostics
    except Exception as error:  # a crash of the linter is a result, to be shown
        return Verdict((), (f"CRASH {type(error).__name__}: {error}",))
    if broken is not None:
        return judge(broken, diagnostics)
    return Verdict((), tuple(f"{f.code} at {f.line}: {f.message}" for f in loud(diagnostics)))


def run(options: argparse.Namespace) -> dict[str, Tally]:
    """Check `count` reports of every kind in every chosen layout."""
    check = importlib.import_module("gklint").check
    tallies: dict[str, Tally] = defaultdict(Tally)
    for layout in options.layout or LAYOUTS:
        for seed in range(options.start, options.start + options.count):
            for noisy in () if options.defect else (False, True):
                clean = clean_case(seed, layout, noisy)
                verdict = attempt(check, clean.text, None)
                name = "clean, noisy" if noisy else "clean"
                tallies[name].add(layout, seed, verdict, options.show)
            for name in options.defect or DEFECTS:
                broken = broken_case(seed, name, layout, options.noise)
                verdict = attempt(check, broken.text, broken)
                tallies[name].add(layout, seed, verdict, options.show)
    return tallies


def report(tallies: dict[str, Tally]) -> None:
    """Print the rates, then the examples."""
    for name, tally in tallies.items():
        worst = " ".join(
            f"{layout}:{tally.layouts[layout]}/{tally.tried[layout]}"
            for layout in tally.tried
            if tally.layouts[layout] < tally.tried[layout]
        )
        line = f"{name:28} {tally.exact:5}/{tally.total:<5} {tally.exact / tally.total:6.1%}"
        if tally.suspects:
            line += f"  suspects {sum(tally.suspects) / len(tally.suspects):.1%}"
        print(f"{line}  {worst}")
        for word, counter in (("missing", tally.missing), ("extra", tally.extra)):
            if counter:
                print(f"      {word}: " + ", ".join(f"{c} ×{n}" for c, n in counter.most_common(6)))
        for example in tally.examples:
            print(f"      {example}")
    broken = [t for n, t in tallies.items() if not n.startswith("clean")]
    if broken:
        exact, total = sum(t.exact for t in broken), sum(t.total for t in broken)
        print(f"{'all defects':28} {exact:5}/{total:<5} {exact / total:6.1%}")


def main() -> int:
    """Parse options, run, print; 0 when everything was exact."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5, help="seeds per defect and layout")
    parser.add_argument("--start", type=int, default=0, help="first seed")
    parser.add_argument("--layout", action="append", choices=LAYOUTS)
    parser.add_argument("--defect", action="append", choices=sorted(DEFECTS))
    parser.add_argument("--noise", action="store_true", help="noise on broken reports too")
    parser.add_argument("--show", type=int, default=3, help="failures shown per kind")
    parser.add_argument("--dump", metavar="SEED:LAYOUT:DEFECT|clean|noisy", help="print one text")
    options = parser.parse_args()
    if options.dump:
        dump(options.dump, options.noise)
        return 0
    tallies = run(options)
    report(tallies)
    return 0 if all(t.exact == t.total for t in tallies.values()) else 1


def dump(what: str, noise: bool) -> None:
    """Write one generated text to standard output, byte for byte."""
    seed, layout, name = what.split(":")
    if name in ("clean", "noisy"):
        text = clean_case(int(seed), layout, name == "noisy").text
    else:
        text = broken_case(int(seed), name, layout, noise).text
    with Path("/dev/stdout").open("wb") as out:
        out.write(text.encode())


if __name__ == "__main__":
    sys.exit(main())
