"""All that is known of the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from gklint.form.vocabulary import Vocabulary
from gklint.form.wordings import Wordings
from gklint.text.normalise import Simplifier


class Format(NamedTuple):
    """A version of the format, and the report years it is right for."""

    version: str
    first_year: int
    last_year: int | None
    document: str


class Reader(NamedTuple):
    """All that is needed to read a report, loaded once."""

    wordings: Wordings
    formats: tuple[Format, ...]
    simplifier: Callable[[], Simplifier]
    vocabulary: Vocabulary

    def version_for(self, year: int | None) -> str | None:
        """The version that is right for a report year; None if there is none, or no year."""
        for entry in self.formats:
            if year is not None and entry.first_year <= year <= (entry.last_year or year):
                return entry.version
        return None
