"""All that is known of the form, bound once: its structure, its words, its versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from gklint.form.bodies import BodyNames, Template
from gklint.form.structure import Structure, load
from gklint.form.vocabulary import PATTERNS, Vocabulary
from gklint.form.wordings import Wordings
from gklint.text.expressions import lazy_compile


class Version(NamedTuple):
    """A version of the form, and the report years it is right for (None: until today).

    ``document``: the notice that mandates it.
    """

    name: str
    first_year: int
    last_year: int | None
    document: str

    def covers(self, year: int) -> bool:
        """Whether it is the right one for a report year."""
        return self.first_year <= year <= (self.last_year or year)


class Form(NamedTuple):
    """The official form.  ``versions``: the newest first."""

    structure: Structure
    wordings: Wordings
    versions: tuple[Version, ...]
    vocabulary: Vocabulary
    bodies: BodyNames

    def version_for(self, year: int | None) -> str | None:
        """The version that is right for a report year; None if there is none, or no year."""
        found = (entry.name for entry in self.versions if year is not None and entry.covers(year))
        return next(found, None)


def form_of(data: Mapping[str, Any]) -> Form:
    """The form from what ``binding.compile_form`` returned."""
    structure = load(data["grammar"])
    words = data["wordings"]
    return Form(
        structure,
        Wordings(
            structure,
            variants=_texts(words["variants"]),
            accepted=_texts(words["accepted"]),
            stems=_texts(words["stems"]),
            heads=_texts(words["heads"]),
        ),
        tuple(Version(*entry) for entry in data["versions"]),
        _vocabulary(data["prose"]),
        BodyNames(**{**data["bodies"], "template": Template(**data["bodies"]["template"])}),
    )


def _texts(entries: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {element: tuple(texts) for element, texts in entries.items()}


def _vocabulary(prose: Mapping[str, Any]) -> Vocabulary:
    places = prose["places"]
    return Vocabulary(
        counts=prose["counts"],
        government=lazy_compile(prose["government"]),
        territory=lazy_compile(prose["territory"]),
        on_request=places["on_request"],
        requests_alone=places["requests_alone"],
        counting=frozenset(places["counting"]),
        of_disputes=places["of_disputes"],
        **{name: lazy_compile(prose[name]) for name in PATTERNS},
    )
