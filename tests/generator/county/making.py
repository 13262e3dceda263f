"""A county from a seed, with faults planted in it, and its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from .bodies import Bodies, draw_bodies
from .draft import Draft, add_up, begin, put_in_words
from .faults import FAULTS
from .handing import LAST, LIST, NOW, Handed, hand_in, kept, listed
from .planting import Ground, Planted, Stage
from .truth import WITHOUT_REPORT, Wrong, wrong_numbers

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class County:
    """A county: the files of its folder by their names, and what is wrong with them.

    `bodies`: the body that each of this year's files is of. `planted`: the faults, each with what
    has to be found of it; `wrong`: all that has to be found, with what follows from them.
    """

    year: int
    files: Mapping[str, bytes]
    bodies: Mapping[str, str]
    planted: tuple[Planted, ...]
    wrong: frozenset[Wrong]

    def write(self, folder: Path) -> None:
        """Write the folders 今年 and 上年, and bodies.yaml."""
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def make_county(
    seed: int | str, faults: Sequence[str] = (), size: int = 60, bodies: Bodies | None = None
) -> County:
    """Draw the reports of a county with one fault of each of these kinds; and its bodies too."""
    name = f"county {seed}"
    draft = begin(name, bodies or draw_bodies(Random(name), size))
    planted: list[Planted] = []
    handed: list[Handed] = []

    def plant(stage: Stage) -> None:
        for number, name in enumerate(faults):
            if FAULTS[name].stage is stage:
                ground = Ground(draft, draft.rng(name, number), handed)
                planted.append(FAULTS[name].plant(ground))

    plant(Stage.NUMBERS)
    plant(Stage.SUMS)
    add_up(draft)
    plant(Stage.LAST_YEAR)
    put_in_words(draft)
    plant(Stage.WORDS)
    handed += hand_in(draft)
    plant(Stage.FILES)
    wrong = {*wrong_numbers(draft), *(each for fault in planted for each in fault.wrong)}
    now = {f"{NOW}/{each.name}": each for each in handed}
    last = {f"{LAST}/{each.name}": each for each in kept(draft)}
    return County(
        draft.year,
        {LIST: listed(draft.bodies).encode(), **_written(draft, now), **_written(draft, last)},
        {name: each.body for name, each in now.items()},
        tuple(planted),
        frozenset(_in_files(wrong, handed)),
    )


def _written(draft: Draft, files: Mapping[str, Handed]) -> dict[str, bytes]:
    return {name: each.written(draft.rng(name)) for name, each in files.items()}


def _in_files(wrong: Iterable[Wrong], handed: Sequence[Handed]) -> Iterable[Wrong]:
    """What is wrong with the report of a body, but where nobody can see it."""
    seen = {each.body for each in handed if each.data is None}
    return (each for each in wrong if each.body in seen or each.code in WITHOUT_REPORT)
