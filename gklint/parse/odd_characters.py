"""Characters of names that are simplified elsewhere: in a name they are standard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gklint.form.bodies import BodyNames
from gklint.model.document import Title
from gklint.text.normalise import HARDLY_ANY
from gklint.text.source import Span
from gklint.text.traditional import of_names

_LONGEST = 12  # characters from the word that says so to the name of a person, and with it


def odd_characters(
    title: Title | None, text: str, normal: str, traditional: Sequence[int], names: BodyNames
) -> list[int]:
    """Which of what may be traditional stands in the name of a place, a person or this body.

    ``names`` says what tells them.  Where much is traditional, names are, too.
    """
    of_body = {text[at] for at in _of_body(title, normal, traditional)}
    odd = {at for at in traditional if text[at] in of_body}
    if len(traditional) * HARDLY_ANY <= len(text):
        odd.update(_of_others(text, normal, traditional, names))
    return sorted(odd)


def _of_body(title: Title | None, normal: str, traditional: Sequence[int]) -> Sequence[int]:
    """The one of the agency's name; with several in it, it is written in traditional ones."""
    if title is None or title.agency is None:
        return ()
    start = normal.find(title.agency, *title.span)
    name = Span(start, start + len(title.agency))
    found = [at for at in traditional if name.start <= at < name.end] if start >= 0 else []
    return found if len(found) == 1 else ()


def _of_others(
    text: str, normal: str, traditional: Sequence[int], names: BodyNames
) -> Iterator[int]:
    of_places = {*of_names()}
    behind, before = re.compile(names.rest_of_place), re.compile(names.before_person)
    for at in traditional:
        in_place = text[at] in of_places and behind.match(normal, at + 1)
        if in_place or before.search(normal[max(at - _LONGEST, 0) : at]):
            yield at
