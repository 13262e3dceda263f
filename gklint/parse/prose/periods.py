"""The period of the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from gklint.model.statements import Period
from gklint.parse.prose.place import Place

_PERIOD = re.compile(
    r"(?P<year>20\d{2}|20\d(?=\d月))?年?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:0时)?(?:起|开始)?,?"
    r"(?:至|到|[—~止-]){1,3}(?P<year2>20\d{2})?年?(?P<month2>\d{1,2})月(?P<day2>\d{1,2})日"
)
_DOTTED_PERIOD = re.compile(
    r"(?P<year>20\d{2})[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})(?:至|到|[—~-]){1,3}"
    r"(?P<year2>20\d{2})[.\-/](?P<month2>\d{1,2})[.\-/](?P<day2>\d{1,2})(?!\d)"
)


def periods(place: Place) -> Iterator[Period]:
    """Each period from a day to a day."""
    for match in chain(_PERIOD.finditer(place.text), _DOTTED_PERIOD.finditer(place.text)):
        first = (_year(match["year"]), int(match["month"]), int(match["day"]))
        last = (_year(match["year2"]), int(match["month2"]), int(match["day2"]))
        yield Period(first, last, place.where(*match.span()))


def _year(text: str | None) -> int | None:
    return int(text) if text and len(text) == 4 else None
