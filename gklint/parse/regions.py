"""Which tokens belong to which table, split tables put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from gklint.form.form import Form
from gklint.form.wordings import Wordings
from gklint.model.document import Sign
from gklint.parse.tokens import Kind, Token

_WAITING = 3  # labels that may still belong to the table whose first own label follows
_AHEAD = 3


def find_regions(tokens: Sequence[Token], form: Form) -> dict[str, list[Token]]:
    """The tokens of each table by its name.

    A table belongs into its own section.  Only where it is not there is it looked for
    elsewhere; otherwise what looks like its rows in another section is none of it.
    """
    found = _Regions(tokens, form.wordings).run()
    return {
        table: sections.get(form.structure.tables[table]) or [*chain(*sections.values())]
        for table, sections in found.items()
    }


class _Regions:
    def __init__(self, tokens: Sequence[Token], wordings: Wordings) -> None:
        self.tokens = tokens
        self.wordings = wordings
        self.found: dict[str, dict[str | None, list[Token]]] = {}
        self.current: str | None = None
        self.section: str | None = None
        self.waiting: list[Token] = []

    def run(self) -> Mapping[str, Mapping[str | None, list[Token]]]:
        """The tokens of each table, by the section that they stand in."""
        for index, token in enumerate(self.tokens):
            if token.kind is Kind.HEADING:
                self.place()
                self.current, self.waiting, self.section = None, [], token.element
            elif token.kind in (Kind.LABEL, Kind.UNKNOWN):
                self.take(index, token)
        self.place()
        return self.found

    def take(self, index: int, token: Token) -> None:
        homes = self.homes(token)
        if self.current not in homes and len(homes) == 1 and self.leaves(index):
            self.place()
            (self.current,) = homes
            if self.current in self.found or len(self.waiting) > _WAITING:
                self.waiting = []
        self.waiting.append(token)

    def place(self) -> None:
        """Give the tokens that wait to the current table."""
        if self.current is not None:
            sections = self.found.setdefault(self.current, {})
            sections.setdefault(self.section, []).extend(self.waiting)
            self.waiting = []

    def leaves(self, index: int) -> bool:
        """Whether the labels that follow belong to another table too (a header word may stray)."""
        ahead = self.tokens[index + 1 : index + 1 + _AHEAD]
        labels = [token for token in ahead if token.kind is Kind.LABEL]
        return self.current is None or not any(self.current in self.homes(each) for each in labels)

    def homes(self, token: Token) -> frozenset[str]:
        return self.wordings.tables(token.label.elements) if token.label else frozenset()


def find_signs(regions: Mapping[str, Sequence[Token]], form: Form) -> dict[str, Sign]:
    """For each version that shows in the tables, the first label that only it prints."""
    signs: dict[str, Sign] = {}
    for version in form.versions:
        telling = form.structure.fingerprints.get(version.name)
        found = [
            Sign(table, token.span)
            for table, tokens in (regions.items() if telling else ())
            for token in tokens
            if telling and token.label and not telling.isdisjoint(token.label.same)
        ]
        if found:
            signs[version.name] = min(found, key=lambda sign: sign.span)
    return signs


def tell_version(signs: Mapping[str, Sign], year: int | None, form: Form) -> str | None:
    """The version of the form that a report has: the newest that shows.

    Where none shows, the one that is right for its year.  None for years before the first.
    """
    oldest, newest = form.versions[-1], form.versions[0]
    if year is not None and year < oldest.first_year:
        return None
    for version in form.versions:
        if version.name in signs:
            return version.name
    if right := form.version_for(year):
        return right
    return newest.name if year is None or year >= newest.first_year else None


def starts_of(table: str, version: str | None, form: Form) -> tuple[str, ...]:
    """The start rules that a table may fit: that of the report's version, and the newest."""
    newest = form.versions[0].name
    versions = (version or newest, newest)
    return tuple(dict.fromkeys(form.structure.start(table, each) for each in versions))
