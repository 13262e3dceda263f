"""``grammar/report.lark`` compiled: what a report must contain, in which order.

Lark builds the LALR parser; from it comes, for each start rule, a finite automaton
(the grammar of a form has no recursion).  ``align`` runs tokens through it and, where
they do not fit, finds the cheapest set of omissions and insertions that makes them
fit: so missing, misplaced, doubled and unexpected elements are what the grammar
expected there.  No heading, column or row is named outside the grammar.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from gklint.errors import RuleFileError
from gklint.files.shipped import DataFile

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule

REPORT = "report"
_TABLE = "_table"
_END = "$END"


class Slot(NamedTuple):
    """One element of the blank form: its terminal and the grammar rule it stands in."""

    terminal: str
    rule: str


class Step(NamedTuple):
    """One step of an alignment.

    ``terminal`` and ``token``: token number ``token`` is this element.  No token: the
    element is missing before token ``at``.  No terminal: the token is not expected.
    """

    terminal: str | None
    token: int | None
    at: int


@dataclass(frozen=True, eq=False)
class Automaton:
    """What may follow what: ``edges[state][terminal]`` is the next state (0 is the start)."""

    edges: tuple[Mapping[str, int], ...]
    accepting: frozenset[int]
    form: tuple[Slot, ...]

    @cached_property
    def slots(self) -> Mapping[str, Slot]:
        """The elements of the form by terminal."""
        return {slot.terminal: slot for slot in self.form}


@dataclass(frozen=True)
class Row:
    """A mandated row: its name, its terminal, and the names of its columns."""

    name: str
    terminal: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Shape:
    """A mandated table: its rows, their columns, and how many values stand in one line.

    ``wide``: all rows stand side by side in a single line (table four).
    """

    name: str
    rows: tuple[Row, ...]
    wide: bool

    @cached_property
    def row_terminals(self) -> frozenset[str]:
        """The terminals of the row labels."""
        return frozenset(row.terminal for row in self.rows)

    def width(self, terminal: str) -> int:
        """How many values follow the label ``terminal`` (0 for headers and captions)."""
        if self.wide:
            return sum(len(row.columns) for row in self.rows)
        return next((len(row.columns) for row in self.rows if row.terminal == terminal), 0)


@dataclass(frozen=True, eq=False)
class Grammar:
    """The compiled grammar.  ``printed`` maps each terminal to its mandated words."""

    printed: Mapping[str, str]
    automata: Mapping[str, Automaton]

    def start(self, table: str, version: str) -> str:
        """The start rule of ``table`` (``"requests"``) in a version of the format (``"2019"``)."""
        special = f"{table}{_TABLE}_{version}"
        return special if special in self.automata else table + _TABLE

    def tables(self) -> tuple[str, ...]:
        """The names of the tables, in the order of the sections they stand in."""
        return tuple(self.table_sections())

    def table_sections(self) -> dict[str, int]:
        """For each table, the number of its section, from 0."""
        rules = [slot.rule for slot in self.automata[REPORT].form]
        sections = list(dict.fromkeys(rule for rule in rules if rule != REPORT))
        return {
            name_of(slot.terminal).removesuffix(_TABLE): sections.index(slot.rule)
            for slot in self.automata[REPORT].form
            if slot.terminal not in self.printed
        }

    def headings(self) -> tuple[str, ...]:
        """The terminals of the section headings: the first element of each section."""
        form = self.automata[REPORT].form
        rules = [slot.rule for slot in form]
        return tuple(
            slot.terminal
            for index, slot in enumerate(form)
            if slot.rule != REPORT and slot.rule not in rules[:index]
        )

    def parts(self) -> dict[str, str]:
        """The parts of a section, in order: their terminals and their section's heading."""
        heading_of = {
            slot.rule: slot.terminal
            for slot in reversed(self.automata[REPORT].form)
            if slot.rule != REPORT
        }
        return {
            slot.terminal: heading_of[slot.rule]
            for slot in self.automata[REPORT].form
            if slot.rule != REPORT
            and slot.terminal in self.printed
            and slot.terminal != heading_of[slot.rule]
        }

    def shape(self, start: str) -> Shape:
        """The shape of the table of a start rule."""
        return _shape(self, start)


def name_of(terminal: str) -> str:
    """The name of a terminal in output: lower case, without its ``__`` qualifier."""
    return terminal.strip("_").split("__")[0].lower()


def table_of(start: str) -> str:
    """``"requests"`` of the start rule ``"requests_table_2019"``."""
    return start.split(_TABLE)[0]


def is_column(slot: Slot) -> bool:
    """Whether the element is a column heading."""
    return slot.rule.endswith("_columns") and not slot.terminal.startswith("_")


@lru_cache(maxsize=64)
def _shape(grammar: Grammar, start: str) -> Shape:
    rows: list[Row] = []
    columns: list[str] = []
    leading: list[str] = []
    previous: Slot | None = None
    for slot in grammar.automata[start].form:
        if is_column(slot):
            name = name_of(slot.terminal)
            if previous is None or previous.rule != slot.rule or name in columns:
                columns = []
            columns.append(name)
        elif not slot.terminal.startswith("_"):
            if columns and not leading:
                rows.append(Row(name_of(slot.terminal), slot.terminal, tuple(columns)))
            else:  # a row before any column: the columns of all rows stand side by side
                leading.append(slot.terminal)
        previous = slot
    if leading:
        rows = [Row(name_of(terminal), terminal, tuple(columns)) for terminal in leading]
    return Shape(table_of(start), tuple(rows), bool(leading))


# -- compiling ---------------------------------------------------------------------------


def load(data: Mapping[str, Any]) -> Grammar:
    """The grammar from what ``compile_grammar`` returned."""
    automata = {
        start: Automaton(
            tuple(entry["edges"]),
            frozenset(entry["accepting"]),
            tuple(Slot(*slot) for slot in entry["form"]),
        )
        for start, entry in data["automata"].items()
    }
    return Grammar(data["printed"], automata)


def compile_grammar(file: DataFile) -> dict[str, Any]:
    """Compile a grammar file to JSON values.  Raises RuleFileError."""
    from lark import Lark
    from lark.exceptions import LarkError
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        """The tokens are recognised by ``gklint.parse``, from the words of the grammar."""

        def __init__(self, conf: object) -> None: ...

        def lex(self, *_: object) -> Any:
            return iter(())

    starts = [line.split(":")[0] for line in file.text.splitlines() if _is_start(line)]
    try:
        parser = Lark(file.text, parser="lalr", lexer=NoLexer, start=starts)
    except LarkError as error:
        first = str(error).strip().splitlines()[0]
        raise RuleFileError(f"{file.name}: the grammar is not valid: {first}") from error
    rules = _first_alternatives(parser)
    return {
        "printed": {terminal.name: terminal.pattern.value for terminal in parser.terminals},
        "automata": {start: _automaton(parser, start, rules) for start in starts},
    }


def _is_start(line: str) -> bool:
    name = line.split(":")[0]
    return ":" in line and (name == REPORT or name.split("_20")[0].endswith(_TABLE))


def _first_alternatives(parser: Lark) -> dict[str, Rule]:
    return {str(rule.origin.name): rule for rule in reversed(parser.rules) if rule.order == 0}


def _automaton(parser: Lark, start: str, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """Explore every configuration the LALR parser can be in after a token."""
    from lark import Token

    first = parser.parse_interactive("", start=start)
    numbers = {tuple(first.parser_state.state_stack): 0}
    queue, edges, accepting = [first], [], []
    for number, state in enumerate(queue):
        following: dict[str, int] = {}
        accepted: set[str] = state.accepts()  # type: ignore[no-untyped-call]
        for terminal in sorted(accepted):
            if terminal == _END:
                accepting.append(number)
                continue
            after = state.copy(deepcopy_values=False)  # type: ignore[no-untyped-call]
            after.feed_token(Token(terminal, ""))
            key = tuple(after.parser_state.state_stack)
            if key not in numbers:
                numbers[key] = len(numbers)
                queue.append(after)
            following[terminal] = numbers[key]
        edges.append(following)
    return {"edges": edges, "accepting": accepting, "form": _form(start, rules)}


def _form(rule: str, rules: Mapping[str, Rule]) -> list[tuple[str, str]]:
    """The blank form: the first alternative of every rule, written out."""
    slots: list[tuple[str, str]] = []
    for symbol in rules[rule].expansion:
        name = str(symbol.name)
        slots += [(name, rule)] if symbol.is_term else _form(name, rules)
    return slots


# -- aligning ----------------------------------------------------------------------------

Candidates = tuple[str, ...]
"""The terminals a token may be."""


_MOST_TOKENS = 400


@lru_cache(maxsize=4096)
def align(automaton: Automaton, tokens: tuple[Candidates, ...]) -> tuple[Step, ...]:
    """Fit ``tokens`` into the grammar at the least cost: one a token left out or put in.

    Of an absurd number of tokens only the first are fitted; the rest is not expected.
    """
    direct = _direct(automaton, tokens)
    if direct is not None:
        return direct
    rest = range(_MOST_TOKENS, len(tokens))
    left_out = tuple(Step(None, index, index) for index in rest)
    return _cheapest(automaton, tokens[:_MOST_TOKENS]) + left_out


def _direct(automaton: Automaton, tokens: Sequence[Candidates]) -> tuple[Step, ...] | None:
    state = 0
    steps = []
    for index, candidates in enumerate(tokens):
        edges = automaton.edges[state]
        terminal = next((name for name in candidates if name in edges), None)
        if terminal is None:
            return None
        state = edges[terminal]
        steps.append(Step(terminal, index, index))
    return tuple(steps) if state in automaton.accepting else None


def _cheapest(automaton: Automaton, tokens: Sequence[Candidates]) -> tuple[Step, ...]:
    """Dijkstra over (state, tokens read); ties go to the path that has read more."""
    best: dict[tuple[int, int], int] = {}
    parents: dict[tuple[int, int], tuple[tuple[int, int], Step]] = {}
    heap = [(0, 0, 0)]
    best[0, 0] = 0
    while heap:
        cost, minus_index, state = heapq.heappop(heap)
        index = -minus_index
        node = (state, index)
        if cost > best[node]:
            continue
        if index == len(tokens) and state in automaton.accepting:
            return _path(parents, node)
        for step, target, price in _moves(automaton, tokens, state, index):
            total = cost + price
            if total < best.get(target, total + 1):
                best[target] = total
                parents[target] = (node, step)
                heapq.heappush(heap, (total, -target[1], target[0]))
    raise AssertionError("the automaton has no accepting state")


def _moves(
    automaton: Automaton, tokens: Sequence[Candidates], state: int, index: int
) -> list[tuple[Step, tuple[int, int], int]]:
    edges = automaton.edges[state]
    moves = [
        (Step(terminal, None, index), (target, index), 1) for terminal, target in edges.items()
    ]
    if index < len(tokens):
        moves += [
            (Step(terminal, index, index), (edges[terminal], index + 1), 0)
            for terminal in tokens[index]
            if terminal in edges
        ]
        moves.append((Step(None, index, index), (state, index + 1), 1))
    return moves


def _path(
    parents: Mapping[tuple[int, int], tuple[tuple[int, int], Step]], node: tuple[int, int]
) -> tuple[Step, ...]:
    steps: list[Step] = []
    while node in parents:
        node, step = parents[node]
        steps.append(step)
    return tuple(reversed(steps))
