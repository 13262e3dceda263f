"""How a check is registered, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from gklint.checks.options import Options
from gklint.checks.suspects import Explanation, explain
from gklint.form.form import Form
from gklint.form.formula import Identity
from gklint.frozen import Frozen
from gklint.model.abstract import Abstract, Stated, abstract_of
from gklint.model.county import County, Earlier, Lacking, Told
from gklint.model.document import Document
from gklint.model.outcomes import Outcome


class Context(Frozen):
    """One report, the form that it should have, and the sums that should hold in its tables.

    ``stated``: asked for what the running text says of the cells of each table.  ``earlier``: the
    report of the year before, or why there is none; None where nobody gave any.
    """

    document: Document
    form: Form
    identities: Mapping[str, tuple[Identity, ...]]
    stated: Callable[[], Mapping[str, Stated]]
    earlier: Earlier | Lacking | None = None

    @cached_property
    def abstract(self) -> Abstract:
        """What other reports are compared with of it."""
        return abstract_of(self.document)

    @cached_property
    def _explained(self) -> dict[str, Explanation]:
        return {}

    def explanation(self, table: str) -> Explanation:
        """Which cells of a table would repair its broken sums."""
        if table not in self._explained:
            found = self.document.tables[table]
            identities = self.identities.get(table, ())
            self._explained[table] = explain(
                found, identities, lambda: self.stated().get(table, {})
            )
        return self._explained[table]


class CountyContext(NamedTuple):
    """The reports of a county, and the form that they should have."""

    county: County
    form: Form


class Check(NamedTuple):
    """A check function with the class of its options.

    ``run``: given a ``Context`` it yields outcomes; one ``of_county`` is given a ``CountyContext``
    and yields ``Told``.  ``compares``: it is run only where a report of the year before is given.
    """

    name: str
    run: Callable[[Any, Any], Iterable[Any]]
    options: type[Options]
    of_county: bool = False
    compares: bool = False


CHECKS: dict[str, Check] = {}

_Options = TypeVar("_Options", bound=Options)
_Function = Callable[[Context, _Options], Iterable[Outcome]]
_OfCounty = Callable[[CountyContext, _Options], Iterable[Told]]


def check(
    name: str, options: type[_Options], *, compares: bool = False
) -> Callable[[_Function[_Options]], _Function[_Options]]:
    """Register a function as the check ``name``, of each report.

    ``compares``: with that of the year before; it is not even loaded where nobody gives any.
    """

    def register(function: _Function[_Options]) -> _Function[_Options]:
        _enter(Check(name, function, options, compares=compares))
        return function

    return register


def county_check(
    name: str, options: type[_Options]
) -> Callable[[_OfCounty[_Options]], _OfCounty[_Options]]:
    """Register a function as the check ``name``, of all reports of a county together."""

    def register(function: _OfCounty[_Options]) -> _OfCounty[_Options]:
        _enter(Check(name, function, options, of_county=True))
        return function

    return register


def _enter(made: Check) -> None:
    if made.name in CHECKS:
        raise ValueError(f"check {made.name!r} is registered twice")
    CHECKS[made.name] = made
