"""How well `gklint.check` does on generated reports: `python -m tests.generator.score`.

Prints, per defect and per layout (of a text) or format (of a file), the share of exact answers;
the share of clean reports with a false alarm; and a few failures, each with the seed to repeat it.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from . import DEFECTS, FORMATS, LAYOUTS, Broken, BrokenFile
from .layouts import LOOSE
from .strategies import broken_case, broken_file, clean_case, clean_file
from .where import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from .broken import Answer, Expected
    from .lines import Rendered
    from .strategies import Clean, CleanFile
    from .where import Where

    Case = Broken | BrokenFile | Clean | CleanFile

EACH_ITS_OWN = ("GK301", "GK302", "GK303", "GK304")
LOUD = frozenset(("error", "warning"))


@dataclass(frozen=True)
class Found:
    """One error or warning of the linter; `where` is None when it has no place."""

    code: str
    where: Where | None
    message: str

    def __str__(self) -> str:
        return f"{self.code} at {_shown(self.where)}: {self.message}"


@dataclass(frozen=True)
class Verdict:
    """What was missing and what was too much.

    `cells`: of each that came in the right row of a table, whether it was the right cell.
    """

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    suspect: bool | None = None
    cells: tuple[bool, ...] = ()

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
    cells: list[bool] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)

    def add(self, layout: str, seed: int, verdict: Verdict, show: int) -> None:
        """Count one verdict."""
        self.total += 1
        self.tried[layout] += 1
        self.exact += verdict.exact
        self.layouts[layout] += verdict.exact
        self.extra.update(text.split()[0] for text in verdict.extra)
        self.missing.update(text.split()[0] for text in verdict.missing)
        self.cells.extend(verdict.cells)
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


def loud(
    printed: Rendered | Written, diagnostics: Sequence[Any], heard: Collection[str] = ()
) -> list[Found]:
    """Errors and warnings, and what has one of the codes `heard`."""
    return [
        Found(d.code, printed.found(d), d.message)
        for d in diagnostics
        if severity_of(d) in LOUD or d.code in heard
    ]


def judge(broken: Broken | BrokenFile, diagnostics: Sequence[Any]) -> Verdict:
    """Match what came with what had to come."""
    answer = broken.answer
    heard = answer.never.union(each.code for each in answer.expected)
    left = loud(broken.printed, diagnostics, heard)
    missing = []
    cells = []
    for expected in answer.expected:
        hits = [f for f in left if _fits(f, expected)]
        if not hits:
            missing.append(f"{expected.code} at {_places(expected.places)}")
            continue
        hit = max(hits, key=lambda f: f.where in expected.places)
        left.remove(hit)
        if hit.where and hit.where.cell:
            cells.append(hit.where in expected.places)
    extra = [f for f in left if f.code not in answer.optional and not _repeats(f, answer)]
    return Verdict(
        tuple(missing), tuple(map(str, extra)), _suspect(answer, diagnostics), tuple(cells)
    )


def _fits(found: Found, expected: Expected) -> bool:
    """Whether it is the code, at the place; in a table the row is enough."""
    if found.code != expected.code:
        return False
    if found.where is None:
        return found.code < "GK1"
    return found.where.row_only in {place.row_only for place in expected.places}


def _repeats(found: Found, answer: Answer) -> bool:
    """A second word on the same fault, at a place where it may be said."""
    if found.code in EACH_ITS_OWN or answer.once:
        return False
    return any(_fits(found, expected) for expected in answer.expected)


def _suspect(answer: Answer, diagnostics: Sequence[Any]) -> bool | None:
    if answer.cell is None:
        return None
    named = [
        ((s.cell.table, s.cell.row, s.cell.column), s.expected)
        for d in diagnostics
        if d.code in EACH_ITS_OWN
        for s in d.suspects
    ]
    cells = {(tuple(str(part) for part in cell), value) for cell, value in named}
    return cells == {(answer.cell, answer.true_value)}


def _places(places: frozenset[Where]) -> str:
    ordered = sorted(map(_shown, places))
    return "; ".join(ordered[:8]) + ("…" if len(ordered) > 8 else "")


def _shown(where: Where | None) -> str:
    if where is None:
        return "-"
    return " ".join(f"{name} {n}" for name, n in where._asdict().items() if n is not None)


def checked(check: Callable[[str | Path], Any], printed: Rendered | Written) -> Any:
    """The linter's report on a text, or on a file with the content."""
    if not isinstance(printed, Written):
        return check(printed.text)
    with TemporaryDirectory() as folder:
        path = Path(folder, "report" + printed.suffix)
        path.write_bytes(printed.data)
        return check(path)


def attempt(check: Callable[[str | Path], Any], case: Case) -> Verdict:
    """The verdict on one case; an exception of the linter counts as an extra finding."""
    try:
        diagnostics = checked(check, case.printed).diagnostics
    except Exception as error:  # a crash of the linter is a result, to be shown
        return Verdict((), (f"CRASH {type(error).__name__}: {error}",))
    if isinstance(case, Broken | BrokenFile):
        return judge(case, diagnostics)
    return Verdict((), tuple(map(str, loud(case.printed, diagnostics))))


def case_of(seed: int, layout: str, name: str, noise: bool) -> Case:
    """A case by its seed, its layout or format, and "clean", "noisy" or a defect."""
    if name in ("clean", "noisy"):
        clean = clean_file if layout in FORMATS else clean_case
        return clean(seed, layout, name == "noisy")
    broken = broken_file if layout in FORMATS else broken_case
    return broken(seed, name, layout, noise)


def run(options: argparse.Namespace) -> dict[str, Tally]:
    """Check `count` reports of every kind in every chosen layout."""
    check = importlib.import_module("gklint").check
    tallies: dict[str, Tally] = defaultdict(Tally)
    names = options.defect or ["clean", "noisy", *DEFECTS]
    for layout in options.layout or LAYOUTS:
        for seed in range(options.start, options.start + options.count):
            for name in names:
                verdict = attempt(check, case_of(seed, layout, name, options.noise))
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
        if not all(tally.cells):
            line += f"  cells {sum(tally.cells) / len(tally.cells):.1%}"
        print(f"{line}  {worst}")
        for word, counter in (("missing", tally.missing), ("extra", tally.extra)):
            if counter:
                print(f"      {word}: " + ", ".join(f"{c} ×{n}" for c, n in counter.most_common(6)))
        for example in tally.examples:
            print(f"      {example}")
    broken = [t for n, t in tallies.items() if n in DEFECTS]
    if broken:
        exact, total = sum(t.exact for t in broken), sum(t.total for t in broken)
        print(f"{'all defects':28} {exact:5}/{total:<5} {exact / total:6.1%}")


def main() -> int:
    """Parse options, run, print; 0 when everything was exact."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5, help="seeds per defect and layout")
    parser.add_argument("--start", type=int, default=0, help="first seed")
    parser.add_argument("--layout", action="append", choices=(*LAYOUTS, *LOOSE, *FORMATS))
    parser.add_argument("--defect", action="append", choices=("clean", "noisy", *sorted(DEFECTS)))
    parser.add_argument("--noise", action="store_true", help="noise on broken reports too")
    parser.add_argument("--show", type=int, default=3, help="failures shown per kind")
    parser.add_argument("--dump", metavar="SEED:LAYOUT:DEFECT|clean|noisy", help="print one case")
    parser.add_argument("--out", type=Path, default=Path("/dev/stdout"), help="where to print it")
    options = parser.parse_args()
    if options.dump:
        dump(options.dump, options.noise, options.out)
        return 0
    tallies = run(options)
    report(tallies)
    return 0 if all(t.exact == t.total for t in tallies.values()) else 1


def dump(what: str, noise: bool, out: Path) -> None:
    """Write one generated text or file, byte for byte."""
    seed, layout, name = what.split(":")
    printed = case_of(int(seed), layout, name, noise).printed
    out.write_bytes(printed.data if isinstance(printed, Written) else printed.text.encode())


if __name__ == "__main__":
    sys.exit(main())
