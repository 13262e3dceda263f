"""Hypothesis strategies over the seeded generators."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from .broken import DEFECTS, Broken, BrokenFile
from .document import build_document
from .files import FORMATS, write
from .layouts import LAYOUTS, render
from .model import Report, make_report
from .noise import render_noisy

if TYPE_CHECKING:
    from .lines import Rendered
    from .where import Written

_SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


@dataclass(frozen=True)
class Clean:
    """A correct report as printed."""

    report: Report
    layout: str
    noisy: bool
    printed: Rendered

    @property
    def text(self) -> str:
        """The text to check."""
        return self.printed.text


@dataclass(frozen=True)
class CleanFile:
    """A correct report as written to a file."""

    report: Report
    form: str
    noisy: bool
    printed: Written


def _report(seed: int, rng: Random, in_2019: bool = True) -> Report:
    """A report; where the form of 2019 will do, now and then in that form."""
    return make_report(rng, of_2019=in_2019 and Random(f"form {seed}").random() < 0.15)


def clean_case(seed: int, layout: str, noisy: bool) -> Clean:
    """The correct report of a seed, printed."""
    rng = Random(seed)
    report = _report(seed, rng)
    if noisy:
        rendered = render_noisy(build_document(report), layout, rng)
    else:
        rendered = render(report, layout, rng)
    return Clean(report, layout, noisy, rendered)


def broken_case(seed: int, name: str, layout: str, noisy: bool = False) -> Broken:
    """The report of a seed with the named defect, printed."""
    rng = Random(seed)
    return DEFECTS[name](_report(seed, rng, DEFECTS[name].in_2019), layout, rng, noisy)


def clean_file(seed: int, form: str, noisy: bool) -> CleanFile:
    """The correct report of a seed as a file."""
    rng = Random(seed)
    report = _report(seed, rng)
    return CleanFile(report, form, noisy, write(build_document(report), form, rng, noisy))


def broken_file(seed: int, name: str, form: str, noisy: bool = False) -> BrokenFile:
    """The report of a seed with the named defect, as a file."""
    rng = Random(seed)
    return DEFECTS[name].in_file(_report(seed, rng, DEFECTS[name].in_2019), form, rng, noisy)


def reports() -> st.SearchStrategy[Report]:
    """Correct reports."""
    return st.builds(lambda seed: make_report(Random(seed)), _SEEDS)


def clean_cases(noisy: bool | None = None) -> st.SearchStrategy[Clean]:
    """Correct reports in any layout, with or without noise (None: either)."""
    noise = st.booleans() if noisy is None else st.just(noisy)
    return st.builds(clean_case, _SEEDS, st.sampled_from(LAYOUTS), noise)


def broken_cases(noisy: bool = False) -> st.SearchStrategy[Broken]:
    """Reports with one defect, any defect, any layout."""
    names = st.sampled_from(sorted(DEFECTS))
    return st.builds(broken_case, _SEEDS, names, st.sampled_from(LAYOUTS), st.just(noisy))


def clean_files() -> st.SearchStrategy[CleanFile]:
    """Correct reports as files of any format, with or without noise."""
    return st.builds(clean_file, _SEEDS, st.sampled_from(FORMATS), st.booleans())
