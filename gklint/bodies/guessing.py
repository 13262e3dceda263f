"""Bodies where nobody gave a list of them: those that the reports name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gklint.bodies.names import plain
from gklint.form.bodies import GOVERNMENT, Body, BodyNames
from gklint.model.county import Member

Seat = tuple[str, ...]
"""A place with those around it, by their names, from the widest."""


def members_of(agencies: Iterable[str], names: BodyNames) -> Mapping[str, Member]:
    """A member for each body, under the first of the names that are certainly its own."""
    bodies = [names.read(plain(agency)) for agency in agencies]
    around = _around(bodies, [*names.places][-1])
    first: dict[tuple[Seat, str], Body] = {}
    for body in bodies:
        first.setdefault((_whole(_seat(body), around), names.kind(body.rest)), body)
    seats = {seat: body for (seat, kind), body in first.items() if kind == GOVERNMENT}
    return {
        body.name: Member(body.name, _parent(body, kind, seat, seats, names))
        for (seat, kind), body in first.items()
    }


def _seat(body: Body) -> Seat:
    return tuple(place.name for place in body.places.values())


def _around(bodies: Iterable[Body], lowest: str) -> Mapping[str, Seat]:
    """What lies around each place, where all names that tell it agree.

    Not around those of the lowest level, of which many have the same name.
    """
    told: dict[str, set[Seat]] = {}
    for body in bodies:
        places = [place.name for level, place in body.places.items() if level != lowest]
        if len(places) > 1:
            told.setdefault(places[-1], set()).add(tuple(places[:-1]))
    return {place: min(found) for place, found in told.items() if len(found) == 1}


def _whole(seat: Seat, around: Mapping[str, Seat]) -> Seat:
    """A place with all around it that is known."""
    wider = around.get(seat[0], ()) if seat else ()
    return (*wider, *seat)


def _parent(
    body: Body, kind: str, seat: Seat, seats: Mapping[Seat, Body], names: BodyNames
) -> str | None:
    """The government whose numbers certainly hold those of a body."""
    if kind == GOVERNMENT:
        seat = seat[:-1]
    elif re.search(names.vertical, body.name) or not re.search(names.bodies, body.name):
        return None
    found = seats.get(seat) if seat else None
    return found.name if found else None
