"""One valid report of the format of 2021, and how to draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .agencies import Agency, draw_agency, draw_contact
from .figures import Numbers, draw_numbers
from .labels import PARTS
from .old_form import as_of_2019
from .phrases_contact import closing, contact_sentence, preamble, title_lines
from .phrases_overview import intro_sentence, part_name, part_sentences
from .phrases_problems import other_paragraphs, problem_paragraphs
from .voice import Paragraph, Sentence, Voice

if TYPE_CHECKING:
    from random import Random

YEARS = (2021, 2022, 2023, 2024, 2025)
YEARS_OF_2019 = (2019, 2020)
PART_STYLES = ("line", "inline", "arabic", "comma", "enumerated")


@dataclass(frozen=True)
class Part:
    """One aspect of section one: key, sub-heading without numeral, prose."""

    key: str
    name: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Report:
    """A correct report. Prose agrees with `numbers`; titles may take two lines."""

    agency: Agency
    year: int
    title: tuple[str, ...]
    preamble: tuple[Paragraph, ...]
    intro: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    part_style: str
    numbers: Numbers
    problems: tuple[Paragraph, ...]
    other: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    contact_place: str

    def voice(self, rng: Random) -> Voice:
        """The voice of this report, for sentences written later."""
        return Voice(rng, self.agency, self.year, self.numbers)


def make_report(
    rng: Random,
    scale: str | None = None,
    agency: Agency | None = None,
    of_2019: bool = False,
    year: int | None = None,
) -> Report:
    """Draw a report; `scale` (see figures.SCALES) fixes the size of its numbers.

    `of_2019`: in the form of 2019, for a year when it was right.
    """
    agency = agency or draw_agency(rng)
    year = year or rng.choice(YEARS_OF_2019 if of_2019 else YEARS)
    return make_of(rng, agency, year, draw_numbers(rng, scale), of_2019)


def make_next(rng: Random, before: Report, scale: str | None = None) -> Report:
    """Draw the report of the same body for the year after, which takes over what was left."""
    numbers = draw_numbers(rng, scale, before.numbers)
    return make_of(rng, before.agency, before.year + 1, numbers, before.year + 1 in YEARS_OF_2019)


def make_of(
    rng: Random, agency: Agency, year: int, numbers: Numbers, of_2019: bool = False
) -> Report:
    """Draw the words of a report with these numbers."""
    voice = Voice(rng, agency, year, as_of_2019(numbers, rng) if of_2019 else numbers)
    contact = contact_sentence(voice, draw_contact(rng))
    place = rng.choice(("preamble", "end"))
    style = rng.choice(PART_STYLES)
    intro: tuple[Paragraph, ...] = ()
    if style == "enumerated" or rng.random() < 0.7:
        intro = ((intro_sentence(voice),),)
    return Report(
        agency=voice.agency,
        year=voice.year,
        title=title_lines(voice),
        preamble=preamble(voice, contact if place == "preamble" else None),
        intro=intro,
        parts=tuple(Part(key, part_name(voice, key), part_sentences(voice, key)) for key in PARTS),
        part_style=style,
        numbers=voice.numbers,
        problems=problem_paragraphs(voice),
        other=other_paragraphs(voice),
        closing=closing(voice, contact if place == "end" else None),
        contact_place=place,
    )
