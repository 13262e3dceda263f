"""How a check is registered, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from gklint.checks.options import Options
from gklint.checks.suspects import Explanation, Stated, explain
from gklint.form.form import Form
from gklint.form.formula import Identity
from gklint.frozen import Frozen
from gklint.model.document import Document
from gklint.model.outcomes import Outcome


class Context(Frozen):
    """One report, the form that it should have, and the sums that should hold in its tables.

    ``stated``: asked for what the running text says of the cells of each table.
    """

    document: Document
    form: Form
    identities: Mapping[str, tuple[Identity, ...]]
    stated: Callable[[], Mapping[str, Stated]]

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


class Check(NamedTuple):
    """A check function with the class of its options."""

    name: str
    run: Callable[[Context, Any], Iterable[Outcome]]
    options: type[Options]


CHECKS: dict[str, Check] = {}

_Options = TypeVar("_Options", bound=Options)
_Function = Callable[[Context, _Options], Iterable[Outcome]]


def check(
    name: str, options: type[_Options]
) -> Callable[[_Function[_Options]], _Function[_Options]]:
    """Register a function as the check ``name``."""

    def register(function: _Function[_Options]) -> _Function[_Options]:
        if name in CHECKS:
            raise ValueError(f"check {name!r} is registered twice")
        CHECKS[name] = Check(name, function, options)
        return function

    return register
