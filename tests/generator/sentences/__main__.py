"""How well `gklint.check` does on sentences: `python -m tests.generator.sentences`.

Prints, by kind, the share of contradicting sentences that were found and of true ones left alone,
with examples of what was missed and what was falsely said; each name repeats its case with --show.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from .grammar import forms
from .judging import Score, by_code, judged
from .lexicon import LEXICON
from .making import FALSE, TRUE, Case, clean_case, contradicting_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MAKERS = {"clean": clean_case, "contradicting": contradicting_case}


def scored(cases: Iterable[Case], places: bool) -> dict[str, Score]:
    """Check each case; by kind, or by kind and place."""
    check = importlib.import_module("gklint").check
    scores: dict[str, Score] = defaultdict(Score)
    for case in cases:
        verdict = judged(case, check(case.printed.text).diagnostics)
        score = scores[case.kind if places else case.kind.split(" in ")[0]]
        score.total += 1
        if not verdict.found or verdict.false:
            score.wrong.append(verdict)
    return scores


def show(name: str, scores: dict[str, Score], examples: int) -> None:
    """Print the shares by kind with the first few failures, and the share of all."""
    for kind, score in sorted(scores.items(), key=lambda each: each[1].right):
        print(f"  {kind:24} {score.total - len(score.wrong):4}/{score.total:<4} {score.right:6.1%}")
        for each in score.wrong[:examples]:
            print(f"      {each}")
    total = sum(score.total for score in scores.values())
    wrong = [each for score in scores.values() for each in score.wrong]
    missed = sum(not each.found for each in wrong)
    false = sum(bool(each.false) for each in wrong)
    print(f"{name}: {total} sentences, {missed} missed, {false} with something false", end=" ")
    print(f"({missed / total:.1%}, {false / total:.1%})", dict(by_code(wrong)))


def main() -> int:
    """Parse options, run, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="sentences, clean and contradicting")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--examples", type=int, default=2, help="failures shown per kind")
    parser.add_argument("--places", action="store_true", help="shares by place too")
    parser.add_argument("--only", choices=tuple(_MAKERS))
    parser.add_argument("--show", metavar="NAME", help="print one case: 'clean 0 17'")
    options = parser.parse_args()
    if options.show:
        word, seed, number = options.show.split()
        print(_MAKERS[word](int(seed), int(number)).printed.text)
        return 0
    for phrases, word in ((TRUE, "clean"), (FALSE, "contradicting")):
        ways = sum(forms(each.grammar, LEXICON) for each in phrases)
        print(f"{word}: {len(phrases)} phrases, {ways} forms")
    for word, make in _MAKERS.items():
        if options.only in (None, word):
            show(word, scored(_cases(make, options), options.places), options.examples)
    return 0


def _cases(make: Callable[[int, int], Case], options: argparse.Namespace) -> Iterable[Case]:
    return (make(options.seed, number) for number in range(options.count))


if __name__ == "__main__":
    sys.exit(main())
