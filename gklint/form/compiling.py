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

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule

_END = "$END"
_FORM = "form"  # the alternative in whose order the values stand: `-> form`
_TABLE_RULE = re.compile(rf"[a-z_]+{TABLE}(?:_\d{{4}})?")
_RULE_LINE = re.compile(r"^(?P<name>[a-z_]\w*)\s*:", re.MULTILINE)
_ELEMENT = re.compile(r"_?[A-Z][A-Z0-9_]*")


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
        raise RuleFileError(f"{file.name}: 语法文件有误：{first}") from error


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

    def fail(self, rule: str, problem: str) -> None:
        """Refuse the grammar, at the line of a rule."""
        line = re.search(rf"^{re.escape(rule)}\s*:", self.file.text, re.MULTILINE)
        number = self.file.text.count("\n", 0, line.start()) + 1 if line else 1
        raise RuleFileError(f"{self.file.name}:{number}: {rule}：{problem}")

    # -- conventions -------------------------------------------------------------------------

    def check_rules(self) -> None:
        """Refuse rules that no automaton, or no meaning, comes of."""
        for name in self.rules:
            if name.startswith("__"):
                self.fail(self._user_of(name), "报告格式里没有重复，不能用 + 和 *")
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
                self.fail(terminal.name, "应为印出的文字，加引号，不能是正则表达式")
        for name in self.rules.keys() - self._sections() - {REPORT}:
            if not (_is_start(name) or name.endswith((COLUMNS, ROWS))):
                self.fail(name, f"表格里的规则名应以 {ROWS}（几行）或 {COLUMNS}（几列）结尾")

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
            self.fail(name, f"只有 …{COLUMNS} 可以有几种写法")
        kinds = {frozenset(symbol.name for symbol in rule.expansion) for rule in alternatives}
        if len(kinds) > 1:
            self.fail(name, "几种写法应含同样的各列，只是顺序不同")
        if sum(rule.alias == _FORM for rule in alternatives) != 1:
            self.fail(name, f"几种写法中应有一种标明 -> {_FORM}：表中的数按它的顺序排列")

    def _check_elements(self, name: str, elements: Sequence[str]) -> None:
        for element in elements:
            if not _ELEMENT.fullmatch(element):
                self.fail(name, '印出的文字要有名称：另写一行 名称: "文字"')
            if element[0] != "_" and elements.count(element) > 1:
                self.fail(name, f"{element} 出现了两次")

    def _check_recursion(self, name: str, above: tuple[str, ...]) -> None:
        if name in above:
            self.fail(name, "规则不能包含自己")
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
                self.fail(section, f"部分的第一项应是它的标题，名称相同：{section.upper()}")
            printed = structure.printed[section]
            if split_numbering(printed)[0] != Numbering("section", number):
                self.fail(section.upper(), f"标题“{printed}”的序号与它在报告中的顺序不符")
        placed = {f"{table}{TABLE}" for table in structure.tables}
        for start in structure.shapes:
            if start.removesuffix(f"_{version_of(start)}") not in placed:
                self.fail(start, "没有哪一部分含有这张表")
            self._check_table(structure, start)
        for table, section in structure.tables.items():
            if f"{table}{TABLE}" not in structure.automata:
                self.fail(section, f"没有 {table}{TABLE} 这张表")

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
            self.fail(start, f"{element.upper()} 出现了两次；列应写在名称以 {COLUMNS} 结尾的规则里")
        for row in shape.rows:
            if not row.columns:
                self.fail(start, f"{row.element.upper()} 这一行没有列")
            if len({*row.columns}) < len(row.columns):
                self.fail(start, f"{row.element.upper()} 这一行有两列名称相同")
        if len({row.name for row in shape.rows}) < len(shape.rows):
            self.fail(start, "有两行名称相同")

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
