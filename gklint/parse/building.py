"""From text to the typed model: the only module that knows both tokens and model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby, pairwise
from operator import itemgetter

from gklint.form.form import Reader
from gklint.form.grammar import REPORT, Candidates, align, name_of
from gklint.model.document import (
    Address,
    Break,
    Deviation,
    Document,
    Element,
    Section,
    Table,
    Title,
    Wrong,
)
from gklint.model.statements import Passage
from gklint.parse.layout import lay_out
from gklint.parse.lexing import Kind, Token, lex
from gklint.parse.paragraphs import join
from gklint.parse.prose.sentences import read_statements
from gklint.parse.region import find_extent
from gklint.parse.tables import build_table
from gklint.parse.title import CITED_TITLE, find_title
from gklint.text.comments import without_comments
from gklint.text.normalise import normalise
from gklint.text.prose import Prose
from gklint.text.source import Source, Span

_CONTENTS = 4  # so many headings with nothing between them are a table of contents
_FIRST_DAY = re.compile(r"(?P<year>20\d{2})\s*年?\s*1\s*月\s*1\s*日")  # 年 is often lost


def build(source: Source, reader: Reader) -> Document:
    """Read ``source`` into the model.  Never raises, whatever the text."""
    # Elsewhere a reader has left comments out, and what looks like one is text.
    text = source.text if source.where else without_comments(source.text)
    normal, glosses, traditional = normalise(text, reader.simplifier)
    page = lay_out(source, normal)
    tokens = lex(page.lines, reader.wordings)
    tokens = _without_contents(_sections_only(tokens))
    extent = find_extent(source, normal, tokens, page.lines)
    if source.containers:
        tokens = [token for token in tokens if extent.holds(token.span.start)]
    chrome = _chrome(tokens, normal, reader)
    tokens = [token for token in tokens if token.span not in chrome]
    skeleton = _Skeleton(normal, tokens, reader, extent.spans[-1])
    lines = [line.span for line in page.lines]
    return Document(
        source=source,
        normal=normal,
        wordings=reader.wordings,
        version=skeleton.version,
        title=skeleton.title,
        agency=skeleton.agency(),
        year=skeleton.year(),
        front=skeleton.front,
        sections=skeleton.sections,
        tables=skeleton.tables,
        deviations=tuple(skeleton.deviations),
        statements=read_statements(skeleton.passages(), reader.vocabulary),
        extent=extent.spans,
        last_line=next((span for span in reversed(lines) if extent.holds(span.start)), Span(0, 0)),
        glosses=tuple(span for span in glosses if extent.holds(span.start)),
        traditional=tuple(offset for offset in traditional if extent.holds(offset)),
        page_numbers=tuple(span for span in page.page_numbers if extent.holds(span.start)),
        broken_lines=tuple(skeleton.broken),
        chrome=tuple(sorted(span for span in chrome if not extent.sets_apart(span))),
    )


def _sections_only(tokens: Sequence[Token]) -> list[Token]:
    """Turn numbered lines that merely look like unknown sections back into prose.

    An unknown heading is a section of its own only where its number goes on counting
    the sections, and no known section bears that number.
    """
    headings = [token for token in tokens if token.kind is Kind.HEADING]
    numbers = {_number(token) for token in headings if _known(token)}
    exact = {name for token in headings if token.label for name in token.label.same}
    previous = 0
    result = []
    for token in tokens:
        if token.kind is Kind.HEADING and _terminal(token) in exact and not _is_exact(token):
            token = token._replace(kind=Kind.PROSE)  # 一、存在的主要问题, below 五、存在的…
        if token.kind is Kind.HEADING and not _known(token):
            number = _number(token)
            if number != previous + 1 or number in numbers:
                token = token._replace(kind=Kind.PROSE)
        if token.kind is Kind.HEADING:
            previous = _number(token) or previous + 1
        result.append(token)
    return result


def _is_exact(token: Token) -> bool:
    return token.label is not None and _terminal(token) in token.label.same


def _known(token: Token) -> bool:
    return bool(token.label and token.label.terminals)


def _number(token: Token) -> int | None:
    return token.label.numbering.number if token.label and token.label.numbering else None


def _without_contents(tokens: Sequence[Token]) -> list[Token]:
    """Leave out a table of contents: headings in a row that all come again later."""
    kept: list[Token] = []
    run: list[Token] = []
    for index, token in enumerate([*tokens, None]):
        if token is not None and token.kind is Kind.HEADING:
            run.append(token)
            continue
        if len(run) >= _CONTENTS:
            later = {_terminal(other) for other in tokens[index:] if other.kind is Kind.HEADING}
            if {_terminal(other) for other in run} <= later:
                run = []
        kept += run
        run = []
        if token is not None:
            kept.append(token)
    return kept


def _terminal(token: Token) -> str | None:
    return token.label.terminals[0] if token.label and token.label.terminals else None


def _chrome(tokens: Sequence[Token], normal: str, reader: Reader) -> set[Span]:
    """The lines of the page around the report, before its title and after its end."""
    found = set()
    for run in (tokens, tokens[::-1]):
        for token in run:
            if token.kind is not Kind.PROSE:
                break
            if reader.vocabulary.chrome.search(normal, token.span.start, token.span.end):
                found.add(token.span)
    return found


class _Skeleton:
    """Title, sections and tables of one report."""

    def __init__(self, normal: str, tokens: Sequence[Token], reader: Reader, region: Span) -> None:
        self.normal = normal
        self.region = region
        self.tokens = tokens
        self.reader = reader
        self.wordings = reader.wordings
        self.formats = reader.formats
        self.grammar = reader.wordings.grammar
        self.deviations: list[Deviation] = []
        self.broken: list[Break] = []
        self.title, self.front = self._front()
        regions = self._regions()
        self.version = self._version(regions)
        self.tables = self._tables(regions)
        self.sections: dict[str, Section] = {}
        self._structure(regions)

    # -- front ---------------------------------------------------------------------------

    def _front(self) -> tuple[Title | None, tuple[Prose, ...]]:
        first = next(
            (n for n, token in enumerate(self.tokens) if token.kind is Kind.HEADING),
            len(self.tokens),
        )
        lines = [token.span for token in self.tokens[:first] if token.kind is Kind.PROSE]
        title, used = find_title(self.normal, lines)
        return title, tuple(self._join(lines[used:]))

    def _join(self, lines: Sequence[Span]) -> list[Prose]:
        """The paragraphs that lines make; where one is broken, that is noted."""
        paragraphs, broken = join(self.normal, lines)
        if broken:
            following = dict(pairwise(lines))
            self.broken += [Break(line, Span(line.end, following[line].start)) for line in broken]
        return paragraphs

    def passages(self) -> Iterable[Passage]:
        """All running text, in the order of the form."""
        yield from (Passage(None, None, prose) for prose in self.front)
        for section in self.sections.values():
            yield from section.passages

    def agency(self) -> str | None:
        """The agency by the title, or by the title as the preamble cites it."""
        if self.title and self.title.agency:
            return self.title.agency
        cited = self._cited()
        return cited["agency"].lstrip("的") or None if cited else None

    def year(self) -> int | None:
        """The report's year by the title, its citation in the preamble, or the period."""
        if self.title and self.title.year:
            return self.title.year
        stated = self._cited() or _FIRST_DAY.search(self.normal, *self.region)
        return int(stated["year"]) if stated else None

    def _cited(self) -> re.Match[str] | None:
        return next(filter(None, (CITED_TITLE.search(prose.text) for prose in self.front)), None)

    # -- tables --------------------------------------------------------------------------

    def _regions(self) -> dict[str, list[Token]]:
        """The tokens of each table, split tables put together.

        A table belongs into its own section.  Only where it is not there is it looked for
        elsewhere; otherwise what looks like its rows in another section is none of it.
        """
        found: dict[str, dict[str | None, list[Token]]] = {}
        current: str | None = None
        section: str | None = None
        waiting: list[Token] = []
        for index, token in enumerate(self.tokens):
            if token.kind is Kind.HEADING:
                self._place(found, current, section, waiting)
                current, waiting, section = None, [], _terminal(token)
            elif token.kind in (Kind.LABEL, Kind.UNKNOWN):
                homes = self._homes(token)
                if len(homes) == 1 and current not in homes and self._leaves(index, current):
                    self._place(found, current, section, waiting)
                    current, waiting = next(iter(homes)), [*waiting]
                    if current in found or len(waiting) > 3:
                        waiting = []
                waiting.append(token)
        self._place(found, current, section, waiting)
        return {
            table: sections.get(self._section_of(table)) or [*chain(*sections.values())]
            for table, sections in found.items()
        }

    @staticmethod
    def _place(
        found: dict[str, dict[str | None, list[Token]]],
        table: str | None,
        section: str | None,
        tokens: list[Token],
    ) -> None:
        if table is not None:
            found.setdefault(table, {}).setdefault(section, []).extend(tokens)
            tokens.clear()

    def _section_of(self, table: str) -> str:
        """The heading of the section that a table belongs into."""
        return self.grammar.headings()[self.grammar.table_sections()[table]]

    def _leaves(self, index: int, table: str | None) -> bool:
        """Whether the labels that follow belong to another table too (a header word may stray)."""
        ahead = self.tokens[index + 1 : index + 4]
        labels = [token for token in ahead if token.kind is Kind.LABEL]
        return table is None or not any(table in self._homes(token) for token in labels)

    def _homes(self, token: Token) -> frozenset[str]:
        if token.label is None:
            return frozenset()
        return self.wordings.tables(token.label.terminals)

    def _version(self, regions: Mapping[str, list[Token]]) -> str | None:
        """The version of the format, told by words that only one version prints."""
        printed = {
            name
            for tokens in regions.values()
            for token in tokens
            if token.label
            for name in token.label.same
        }
        year = self.year()
        if year is not None and year < min(entry.first_year for entry in self.formats):
            return None
        for entry in self.formats:
            if printed & self._fingerprints(entry.version):
                return entry.version
        if right := self.reader.version_for(year):
            return right
        return (
            self.formats[0].version if year is None or year >= self.formats[0].first_year else None
        )

    def _fingerprints(self, version: str) -> set[str]:
        own = {start for start in self.grammar.automata if start.endswith(version)}
        terminals = {name for start in own for name in self._terminals(start)}
        others = {start for start in self.grammar.automata if start not in own}
        # A caption or a name with a qualifier is printed in other versions too.
        return {
            name
            for name in terminals - {name for start in others for name in self._terminals(start)}
            if "__" not in name
        }

    def _terminals(self, start: str) -> set[str]:
        return {slot.terminal for slot in self.grammar.automata[start].form}

    def _tables(self, regions: Mapping[str, list[Token]]) -> dict[str, Table]:
        tables = {}
        newest = self.formats[0].version
        for name, tokens in regions.items():
            versions = (self.version or newest, newest)
            starts = dict.fromkeys(self.grammar.start(name, version) for version in versions)
            if not any(token.cells for token in tokens) and not self._is_table(tokens):
                continue
            table, deviations = build_table(tokens, self.wordings, tuple(starts))
            tables[name] = table
            self.deviations += deviations
        return tables

    @staticmethod
    def _is_table(tokens: Sequence[Token]) -> bool:
        return sum(token.kind is Kind.LABEL for token in tokens) > 2

    # -- sections ------------------------------------------------------------------------

    def _structure(self, regions: Mapping[str, list[Token]]) -> None:
        elements, candidates = self._elements(regions)
        steps = align(self.grammar.automata[REPORT], candidates)
        missing = {step.terminal for step in steps if step.token is None}
        chosen: dict[str, Token] = {}
        for step in steps:
            token = elements[step.token] if step.token is not None else None
            if token is None:
                continue
            terminal = step.terminal or _terminal(token)
            if terminal is None:
                self._deviate(Wrong.UNEXPECTED, Element.HEADING, token, "")
            elif step.terminal:
                chosen.setdefault(terminal, token)
                self._compare(terminal, token)
            elif terminal in self.wordings.headings:
                wrong = Wrong.MISPLACED if terminal in missing else Wrong.DOUBLED
                self._deviate(wrong, Element.HEADING, token, terminal)
                if wrong is Wrong.MISPLACED:
                    chosen[terminal] = token
                    self._compare(terminal, token)
        for step in steps:
            if step.token is None and step.terminal and step.terminal not in chosen:
                self._missing(step.terminal, chosen)
        self._fill(chosen)

    def _elements(
        self, regions: Mapping[str, list[Token]]
    ) -> tuple[list[Token], tuple[Candidates, ...]]:
        """The tokens the report rule speaks of: title, headings, parts, and each table once."""
        elements: list[Token] = []
        candidates: list[Candidates] = []
        if self.title:
            elements.append(Token(Kind.PROSE, self.title.span, self.title.text, None, [], []))
            candidates.append((self.grammar.automata[REPORT].form[0].terminal,))
        firsts = {tokens[0].span: name for name, tokens in regions.items() if name in self.tables}
        for token in self.tokens:
            if token.kind in (Kind.HEADING, Kind.PART) and token.label:
                elements.append(token)
                candidates.append(token.label.terminals)
            elif token.span in firsts:
                elements.append(token)
                candidates.append((f"{firsts[token.span]}_table".upper(),))
        return elements, tuple(candidates)

    def _compare(self, terminal: str, token: Token) -> None:
        """Note where a heading's words or number differ from the mandated ones."""
        if terminal not in self.wordings.headings or token.label is None:
            return
        if terminal not in token.label.same:
            self._deviate(Wrong.ALTERED, Element.HEADING, token, terminal)
        expected = self.grammar.headings().index(terminal) + 1
        if _number(token) != expected:
            self._deviate(Wrong.RENUMBERED, Element.HEADING, token, terminal)

    def _deviate(self, wrong: Wrong, element: Element, token: Token, terminal: str) -> None:
        mandated = self.grammar.printed.get(terminal, "")
        address = Address(name_of(terminal) if terminal else token.text)
        printed = token.text.strip("#* ")
        self.deviations.append(Deviation(wrong, element, address, token.span, printed, mandated))

    def _missing(self, terminal: str, chosen: Mapping[str, Token]) -> None:
        printed = self.grammar.printed.get(terminal, "")
        if terminal in self.wordings.headings:
            order = self.grammar.headings()
            after = [chosen[name] for name in order[order.index(terminal) :] if name in chosen]
            span = after[0].span if after else self.tokens[-1].span if self.tokens else Span(0, 0)
            element, address = Element.HEADING, Address(name_of(terminal))
        elif terminal in self.wordings.sections:
            heading = chosen.get(self.wordings.sections[terminal])
            if heading is None:
                return
            span = heading.span
            element = Element.PART
            address = Address(name_of(self.wordings.sections[terminal]), name_of(terminal))
        elif terminal not in self.grammar.printed:
            name = name_of(terminal).removesuffix("_table")
            heading = chosen.get(self._section_of(name))
            if name in self.tables or heading is None:
                return
            span, element, address = heading.span, Element.TABLE, Address(name)
        else:
            return
        self.deviations.append(Deviation(Wrong.MISSING, element, address, span, "", printed))

    def _fill(self, chosen: Mapping[str, Token]) -> None:
        """The running text of each section; a doubled heading adds to the same section."""
        lines: dict[str, list[tuple[str | None, Span]]] = {
            name: [] for name in chosen if name in self.wordings.headings
        }
        tables: set[str] = set()
        section: str | None = None
        part: str | None = None
        for token in self.tokens:
            if token.kind is Kind.HEADING:
                section, part = _terminal(token), None
            elif section is None or section not in lines:
                continue
            elif token.kind in (Kind.PROSE, Kind.PART):
                part = _terminal(token) if token.kind is Kind.PART else part
                lines[section].append((part, token.span))
            else:
                tables.add(section)
        for name, found in lines.items():
            token = chosen[name]
            self.sections[name] = Section(
                terminal=name,
                heading=token.span,
                passages=tuple(self._passages(name, found)),
                has_table=name in tables,
            )

    def _passages(
        self, section: str, lines: Sequence[tuple[str | None, Span]]
    ) -> Iterable[Passage]:
        for part, group in groupby(lines, key=itemgetter(0)):
            paragraphs = self._join([span for _, span in group])
            yield from (Passage(section, part, prose) for prose in paragraphs)
