"""A city with two counties: the reports of all bodies for two years, and faults between them.

Three levels of governments; what a government reports is the sum of the reports right below it.
Last year's numbers lead to this year's, also where a body was renamed, made of two, founded or
dissolved. Prose agrees with the tables; no two texts are alike but for the county's template.
Nothing here knows the linter.
"""

from __future__ import annotations

from .faults import FAULTS
from .handing import LAST, LIST, NOW
from .making import County, make_county
from .planting import Planted
from .truth import MISSING, UNREAD, Wrong

__all__ = [
    "FAULTS",
    "LAST",
    "LIST",
    "MISSING",
    "NOW",
    "UNREAD",
    "County",
    "Planted",
    "Wrong",
    "make_county",
]
