"""``grammar/report.lark`` compiled: each start rule to a finite automaton.

Lark builds the LALR parser.  The grammar of a form has no recursion, so that what the parser
can be in after each token is a finite number of configurations: these are the states.

What the rest of gklint takes the grammar to mean by its conventions (they stand in its head)
is checked here, so that a change which breaks one is refused and does not fail in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from gklint.errors import RuleFileError
from gklint.files.shipped import DataFile
from gklint.form.structure import COLUMNS, REPORT, ROWS, TABLE, Structure, load, version_of
from gklint.text.numbering import Numbering, split_numbering
from gklint.words import Message

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule

_END = "$END"
_FORM = "form"  # the alternative in whose order the values stand: `-> form`
_TABLE_RULE = re.compile(rf"[a-z_]+{TABLE}(?:_\d{{4}})?")
_RULE_LINE = re.compile(r"^(?P<name>[a-z_]\w*)\s*:", re.MULTILINE)
_ELEMENT = re.compile(r"^(_?[A-Z][A-Z0-9_]*)(?:\.\d+)?\s*:", re.MULTILINE)


def compile_grammar(file: DataFile) -> dict[str, Any]:
    """Compile a grammar file to JSON values (see ``structure.load``).  Raises RuleFileError."""
    starts = [name for name in _RULE_LINE.findall(file.text) if _is_start(name)]
    parser = _parser(file, starts)
    grammar = _Grammar(file, parser)
    grammar.check_rules()
    compiled = {
        "printed": {
            terminal.name.lower(): terminal.pattern.value
            for terminal in parser.terminals
            if terminal.name not in grammar.declared
        },
        "automata": {start: grammar.automaton(start) for start in starts},
    }
    grammar.check_form(load(compiled))
    return compiled


def _is_start(rule: str) -> bool:
    return rule == REPORT or bool(_TABLE_RULE.fullmatch(rule))


def _parser(file: DataFile, starts: Sequence[str]) -> Lark:
    from lark import Lark
    from lark.exceptions import LarkError
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        """The tokens are recognised by ``gklint.parse``, from the words of the grammar."""

        def __init__(self, conf: object) -> None: ...

        def lex(self, *_: object) -> Any:
            return iter(())

    try:
        return Lark(file.text, parser="lalr", lexer=NoLexer, start=starts)
    except LarkError as error:
        first = str(error).strip().splitlines()[0]
        raise RuleFileError("grammar.not-valid", name=file.name, problem=first) from error


class _Grammar:
    """A grammar that Lark has read, its conventions, and the automata made of it."""

    def __init__(self, file: DataFile, parser: Lark) -> None:
        self.file = file
        self.parser = parser
        self.rules: dict[str, list[Rule]] = {}
        for rule in parser.rules:
            self.rules.setdefault(str(rule.origin.name), []).append(rule)
        self.declared = {
            name for line in re.findall(r"^%declare(.*)", file.text, re.M) for name in line.split()
        }

        # Lark makes up names for other words, and loses those without a capital letter.
        self.named = self.declared.union(_ELEMENT.findall(file.text))

    def fail(self, rule: str, problem: str, /, **args: object) -> None:
        """Refuse the grammar, at the line of a rule; ``problem`` is the key of a text."""
        line = re.search(rf"^{re.escape(rule)}\s*:", self.file.text, re.MULTILINE)
        number = self.file.text.count("\n", 0, line.start()) + 1 if line else 1
        said = Message(problem, args)
        raise RuleFileError(
            "files.at-key", name=self.file.name, place=number, key=rule, problem=said
        )

    # -- conventions -------------------------------------------------------------------------

    def check_rules(self) -> None:
        """Refuse rules that no automaton, or no meaning, comes of."""
        for name in self.rules:
            if name.startswith("__"):
                self.fail(self._user_of(name), "grammar.repetition")
        for name, alternatives in self.rules.items():
            self._check_alternatives(name, alternatives)
            for rule in alternatives:
                self._check_elements(
                    name, [str(each.name) for each in rule.expansion if each.is_term]
                )
        for name in self.rules:
            self._check_recursion(name, ())
        for terminal in self.parser.terminals:
            if terminal.name not in self.declared and terminal.pattern.type != "str":
                self.fail(terminal.name, "grammar.expression")
        for name in self.rules.keys() - self._sections() - {REPORT}:
            if not (_is_start(name) or name.endswith((COLUMNS, ROWS))):
                self.fail(name, "grammar.rule-name", rows=ROWS, columns=COLUMNS)

    def _user_of(self, name: str) -> str:
        """A rule as it is written that uses one which Lark has made."""
        users = (
            str(rule.origin.name)
            for rule in self.parser.rules
            if any(symbol.name == name for symbol in rule.expansion)
        )
        return next((user for user in users if not user.startswith("__")), REPORT)

    def _check_alternatives(self, name: str, alternatives: Sequence[Rule]) -> None:
        if len(alternatives) == 1:
            return
        if not name.endswith(COLUMNS):
            self.fail(name, "grammar.alternatives", columns=COLUMNS)
        kinds = {frozenset(symbol.name for symbol in rule.expansion) for rule in alternatives}
        if len(kinds) > 1:
            self.fail(name, "grammar.alternatives-differ")
        if sum(rule.alias == _FORM for rule in alternatives) != 1:
            self.fail(name, "grammar.no-form", form=_FORM)

    def _check_elements(self, name: str, elements: Sequence[str]) -> None:
        for element in elements:
            if element not in self.named:
                self.fail(name, "grammar.no-name")
            if element[0] != "_" and elements.count(element) > 1:
                self.fail(name, "grammar.twice", element=element)

    def _check_recursion(self, name: str, above: tuple[str, ...]) -> None:
        if name in above:
            self.fail(name, "grammar.recursion")
        for rule in self.rules[name]:
            for symbol in rule.expansion:
                if not symbol.is_term:
                    self._check_recursion(str(symbol.name), (*above, name))

    def _sections(self) -> set[str]:
        return {str(symbol.name) for symbol in self._form_of(REPORT) if not symbol.is_term}

    def check_form(self, structure: Structure) -> None:
        """Refuse a form that does not say which elements are headings, tables, rows and columns."""
        for number, section in enumerate(structure.sections, start=1):
            if self._form_of(section)[0].name != section.upper():
                self.fail(section, "grammar.heading", element=section.upper())
            printed = structure.printed[section]
            if split_numbering(printed)[0] != Numbering("section", number):
                self.fail(section.upper(), "grammar.heading-number", printed=printed)
        placed = {f"{table}{TABLE}" for table in structure.tables}
        for start in structure.shapes:
            if start.removesuffix(f"_{version_of(start)}") not in placed:
                self.fail(start, "grammar.table-nowhere")
            self._check_table(structure, start)
        for table, section in structure.tables.items():
            if f"{table}{TABLE}" not in structure.automata:
                self.fail(section, "grammar.no-table", table=table + TABLE)

    def _check_table(self, structure: Structure, start: str) -> None:
        form, shape = structure.automata[start].form, structure.shapes[start]
        repeated = (
            element
            for element, count in Counter(
                slot.element
                for slot in form
                if not slot.rule.endswith(COLUMNS) and slot.element[0] != "_"
            ).items()
            if count > 1
        )
        if element := next(repeated, None):
            self.fail(start, "grammar.label-twice", element=element.upper(), columns=COLUMNS)
        for row in shape.rows:
            if not row.columns:
                self.fail(start, "grammar.no-columns", element=row.element.upper())
            if len({*row.columns}) < len(row.columns):
                self.fail(start, "grammar.column-twice", element=row.element.upper())
        if len({row.name for row in shape.rows}) < len(shape.rows):
            self.fail(start, "grammar.row-twice")

    # -- automata ----------------------------------------------------------------------------

    def automaton(self, start: str) -> dict[str, Any]:
        """Explore every configuration the LALR parser can be in after a token."""
        from lark import Token

        first = self.parser.parse_interactive("", start=start)
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
                following[terminal.lower()] = numbers[key]
            edges.append(following)
        return {"edges": edges, "accepting": accepting, "form": [*self._written_out(start)]}

    def _written_out(self, rule: str) -> Iterable[tuple[str, str]]:
        """The blank form that a rule stands for: its elements, each with its rule."""
        for symbol in self._form_of(rule):
            if symbol.is_term:
                yield str(symbol.name).lower(), rule
            else:
                yield from self._written_out(str(symbol.name))

    def _form_of(self, rule: str) -> Sequence[Any]:
        """Of the ways to write a rule the one that is marked as the form, or the only one."""
        alternatives = self.rules[rule]
        chosen = next((each for each in alternatives if each.alias == _FORM), alternatives[0])
        return chosen.expansion
