"""The language of formulas (``grammar/formula.lark``): text to formulas."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from gklint.errors import GklintError
from gklint.files.shipped import data_files
from gklint.form.formula import Formula, Term
from gklint.words import Message

_EXAMPLES = {"identity": "rulefiles.formula-example", "sum": "rulefiles.sum-example"}


class NotationError(GklintError):
    """A formula or a sum is not written as it should be; ``offset``: from where on."""

    def __init__(self, key: str, /, offset: int = 0, **args: object) -> None:
        super().__init__(key, **args)
        self.offset = offset


def parse(text: str) -> Formula:
    """Parse a formula.  Raises NotationError saying from where on it is not understood."""
    left, relation, right = _tree(text, "identity").children
    return Formula(_terms(left), str(relation), _terms(right))


def parse_sum(text: str) -> tuple[Term, ...]:
    """Parse a sum: one side of a formula.  Raises NotationError alike."""
    return _terms(_tree(text, "sum"))


def _tree(text: str, start: str) -> Any:
    from lark.exceptions import UnexpectedInput, UnexpectedToken

    try:
        return _parser().parse(text, start=start)
    except UnexpectedInput as error:
        ends = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        at: int | None = error.pos_in_stream
        offset = len(text) if ends or at is None else at
        key = "rulefiles.not-complete" if ends else "rulefiles.not-understood"
        raise NotationError(key, offset, example=Message(_EXAMPLES[start])) from error


def _terms(tree: Any) -> tuple[Term, ...]:
    return tuple(map(_term, tree.children))


def _term(tree: Any) -> Term:
    *signs, atom = tree.children
    sign = -1 if signs and str(signs[0]) == "-" else 1
    if hasattr(atom, "data"):
        first, to, last = map(str, atom.children)
        return Term(sign, first, last, 0, open=to.endswith("<"))
    if atom.type == "NUMBER":
        return Term(sign, None, None, int(atom))
    return Term(sign, str(atom), str(atom), 0)


@lru_cache(maxsize=1)
def _parser() -> Any:
    from lark import Lark

    (file,) = data_files("grammar", "formula.lark")
    return Lark(file.text, parser="lalr", start=["identity", "sum"])
