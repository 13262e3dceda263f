"""Mutants of the parser's constants, patterns and tables, and which of them no test notices.

``mutmut`` changes what stands in functions.  What stands outside them is changed here: a number
by one; a member of a table (a reader of lines, a mark) left out; an alternative, an optional
group or a condition of a pattern left out.  Each mutant is run in a process of its own with the
tests of its folder, such as ``tests/parse/prose``, until one fails.

    python -m tests.mutants                   # all
    python -m tests.mutants title prose.fees  # those of these modules

It prints the mutants that survive, and how many were made.
"""

from __future__ import annotations

import ast
import inspect
import os
import re
import resource
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, NamedTuple

import pytest

import gklint.parse
from gklint.parse import cells
from tests.support.paths import ROOT
from tests.support.tokens import form

_TESTS = ["tests/parse", "--ignore=tests/parse/test_properties.py", "-k", "not takes_no_longer"]
_SECONDS = 60  # a mutant that takes longer is noticed
_PART = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<opens>\((?:\?(?:P<\w+>|<?[=!]|\w*:))?)|(?P<bar>\|)|(?P<closes>\))"
)
_MAY_BE_MISSING = re.compile(r"\?|\*|\{0,\d+\}")


class Mutant(NamedTuple):
    """What stands in a module instead of the value of a name."""

    module: str
    name: str
    change: str
    value: object

    def __str__(self) -> str:
        return f"{self.module.removeprefix('gklint.parse.')}.{self.name}: {self.change}"


# -- making them -------------------------------------------------------------------------------


def parse_modules() -> list[ModuleType]:
    """All modules of the parser."""
    found = walk_packages(gklint.parse.__path__, "gklint.parse.")
    return [import_module(each.name) for each in found]


def mutants(modules: Sequence[ModuleType]) -> Iterator[Mutant]:
    """The mutants of all that modules define outside functions."""
    for module in modules:
        for name in _assigned(module):
            for change, other in _changed(vars(module)[name]):
                yield Mutant(module.__name__, name, change, other)


def _assigned(module: ModuleType) -> Iterator[str]:
    """The names that a module gives to values, and does not import."""
    for each in ast.parse(inspect.getsource(module)).body:
        if isinstance(each, ast.Assign | ast.AnnAssign):
            targets = each.targets if isinstance(each, ast.Assign) else [each.target]
            yield from (
                name.id
                for target in targets
                for name in ast.walk(target)
                if isinstance(name, ast.Name)
            )


def _changed(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, int | float):
        step = 1 if isinstance(value, int) else 0.05
        yield from ((f"{value} → {other}", other) for other in (value - step, value + step))
    elif isinstance(value, tuple | frozenset) and len(value) > 1:
        for left_out in sorted(value, key=str):
            kept = [each for each in value if each is not left_out]
            yield f"without {getattr(left_out, '__qualname__', left_out)!r}", type(value)(kept)
    elif isinstance(value, dict) and len(value) > 1:
        for key in value:
            yield f"without {key!r}", {each: value[each] for each in value if each != key}
    elif isinstance(value, re.Pattern):
        for start, end in _parts(value.pattern):
            pattern = value.pattern[:start] + value.pattern[end:]
            try:
                yield (
                    f"without {value.pattern[start:end]!r} at {start}",
                    re.compile(pattern, value.flags),
                )
            except re.error:
                continue


def _parts(pattern: str) -> list[tuple[int, int]]:
    """What of a pattern can be left out: alternatives, optional groups, conditions."""
    found: list[tuple[int, int]] = []
    opened = [(0, [0])]  # where each open group begins, and its alternatives
    for part in _PART.finditer(pattern):
        if part["opens"]:
            opened.append((part.start(), [part.end()]))
        elif part["bar"]:
            opened[-1][1].append(part.end())
        elif part["closes"]:
            start, begins = opened.pop()
            found += _alternatives(begins, part.start())
            optional = _MAY_BE_MISSING.match(pattern, part.end())
            if optional or pattern[begins[0] - 1] in "=!":
                found.append((start, optional.end() if optional else part.end()))
    return found + _alternatives(opened[0][1], len(pattern))


def _alternatives(begins: Sequence[int], end: int) -> list[tuple[int, int]]:
    """The alternatives of a group, each with one bar."""
    if len(begins) == 1:
        return []
    first = [(begins[0], begins[1])]
    return first + [(a - 1, b - 1) for a, b in zip(begins[1:], [*begins[2:], end + 1], strict=True)]


# -- running them ------------------------------------------------------------------------------


class _Runs:
    """Collects the tests once, and runs them with each mutant instead of by themselves."""

    def __init__(self, wanted: Sequence[str]) -> None:
        self.wanted = {f"gklint.parse.{name}" for name in wanted}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        form()
        modules = parse_modules()
        unchanged = Mutant("gklint.parse.cells", "FEWEST", "unchanged", cells.FEWEST)
        assert _survives(unchanged, modules, session), "the tests fail without any mutant"
        made = survived = 0
        for mutant in mutants(modules):
            if self.wanted and mutant.module not in self.wanted:
                continue
            made += 1
            if _survives(mutant, modules, session):
                survived += 1
                print(mutant, flush=True)
        print(f"{made} mutants, {survived} survive")
        return True


def _survives(mutant: Mutant, modules: Sequence[ModuleType], session: pytest.Session) -> bool:
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _put(mutant, modules)
        os._exit(_fails(mutant, session))
    finally:
        os._exit(2)


def _put(mutant: Mutant, modules: Sequence[ModuleType]) -> None:
    """Put the mutant where its value stands, also where that was imported or is in a table."""
    value: Any = getattr(sys.modules[mutant.module], mutant.name)
    for module in modules:
        if vars(module).get(mutant.name) is value:
            setattr(module, mutant.name, mutant.value)
        for table in vars(module).values():
            if isinstance(table, dict) and not isinstance(value, int):
                table.update({key: mutant.value for key, each in table.items() if each is value})


def _fails(mutant: Mutant, session: pytest.Session) -> bool:
    """Run the tests of the module's folder, its own first."""
    *folders, name = mutant.module.split(".")[1:]
    folder = ROOT.joinpath("tests", *folders)
    items = [item for item in session.items if item.path.parent == folder]
    for item in sorted(items, key=lambda item: item.path.stem != f"test_{name}"):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if session.testsfailed:
            return True
    return False


if __name__ == "__main__":
    sys.exit(pytest.main(["-q", "--capture=no", *_TESTS], plugins=[_Runs(sys.argv[1:])]))
