"""What a phrase is: its grammar, when it is true, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .facts import Facts

Condition = Callable[[Facts], bool]
ALL_ABOUT_REQUESTS = ("on_request", "on_request", "requests", "other", "preamble")
ALL_ABOUT_DISPUTES = ("on_request", "supervision", "disputes", "other", "preamble")
ALL_ABOUT_TABLE_TWO = ("proactive", "management", "disclosure", "other", "preamble")


def always(_: Facts) -> bool:
    """A condition that every report fulfils."""
    return True


def never(_: Facts) -> bool:
    """What no report makes true: such a phrase only serves to contradict."""
    return False


@dataclass(frozen=True)
class Phrase:
    """A grammar of sentences.

    Its slots are names of facts (`~` behind one: it may be 0), parts `{a}` … of a total `{t}`,
    and words (`{y}`, `{me}`, …). `needs`: the reports in which it can be said at all. `holds`:
    what it states apart from its numbers; where that is wrong it contradicts the tables.
    `codes`: any of these answers a contradiction; none: it is never one. `total`: what
    the parts add up to. `in_yuan`: the cell of the fees has yuan under its heading in 万元.
    """

    kind: str
    grammar: str
    places: tuple[str, ...]
    codes: frozenset[str] = field(default_factory=frozenset)
    needs: Condition = always
    holds: Condition | None = None
    body: str = ""
    total: str = ""
    in_yuan: bool = False


COUNT = frozenset(("GK402", "GK401"))
ZERO = frozenset(("GK401",))
SUM = frozenset(("GK407",))
