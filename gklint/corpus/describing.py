"""The part of ``docs/corpus.md`` that says what the tables and views hold: from the schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.corpus.schema import ALIKE, TABLES, YEAR, Column
from gklint.corpus.views import VIEWS
from gklint.words import say

_BOTH = ("zh", "en")
_SHARED = ("report", YEAR, "table", "row", "column", "place")
"""Columns that say the same in each table that has them."""

_YEAR, _NAMES = Column(YEAR, "INTEGER"), (Column("code", "VARCHAR"), Column("name", "VARCHAR"))
_OTHERS = {"alike": ALIKE, "divisions": _NAMES}
"""Tables that are not of reports, and so have no year."""


def described() -> str:
    """Each table with its columns, and the views."""
    own = ((name, (*columns, _YEAR)) for name, columns in TABLES.items())
    lines = [line for name, columns in (*own, *_OTHERS.items()) for line in _table(name, columns)]
    return "\n".join((*lines, *_views())) + "\n"


def _table(name: str, columns: Sequence[Column]) -> Iterator[str]:
    yield from (f"### `{name}`", "", *(say(lang, f"schema.{name}") for lang in _BOTH), "")
    yield from _heads("pages.corpus-column", "pages.corpus-type")
    for column in columns:
        shared = column.name in _SHARED
        key = f"schema.{column.name}" if shared else f"schema.{name}-{column.name}"
        yield _row(f"`{column.name}`", column.type, *(say(lang, key) for lang in _BOTH))
    yield ""


def _views() -> Iterator[str]:
    yield from (f"### {' · '.join(say(lang, 'pages.corpus-views') for lang in _BOTH)}", "")
    yield from _heads("pages.corpus-view")
    for name in VIEWS:
        yield _row(f"`{name}`", *(say(lang, f"schema.{name}") for lang in _BOTH))


def _heads(*keys: str) -> Iterator[str]:
    says = (say(lang, "pages.corpus-says") for lang in _BOTH)
    heads = [*(say(_BOTH[0], key) for key in keys), *says]
    yield from (_row(*heads), _row(*("---" for _ in heads)))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
