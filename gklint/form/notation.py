"""The language of formulas (``grammar/formula.lark``): text to formulas."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from gklint.errors import GklintError
from gklint.files.shipped import data_files
from gklint.form.formula import Formula, Term


class NotationError(GklintError):
    """A formula or a sum is not written as it should be."""


def parse(text: str) -> Formula:
    """Parse a formula.  Raises NotationError saying which column is not understood."""
    left, relation, right = _tree(text, "identity").children
    return Formula(_terms(left), str(relation), _terms(right))


def parse_sum(text: str) -> tuple[Term, ...]:
    """Parse a sum: one side of a formula.  Raises NotationError alike."""
    return _terms(_tree(text, "sum"))


def _tree(text: str, start: str) -> Any:
    from lark.exceptions import UnexpectedInput

    try:
        return _parser().parse(text, start=start)
    except UnexpectedInput as error:
        column = error.column if error.column > 0 else len(text)
        key = "rulefiles.formula-column" if start == "identity" else "rulefiles.sum-column"
        raise NotationError(key, column=column) from error


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
