"""The limits for a file, and the words for every reason why one cannot be read."""

from __future__ import annotations

import ast
import re
import string
from collections import defaultdict
from functools import cache
from time import monotonic

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.limits import DEFAULT, Clock, Limits
from gklint.run.processes import DIED, SLOW
from gklint.words.en import reading as en
from gklint.words.zh import reading as zh
from tests.support.paths import ROOT

MIB = 1024 * 1024
REASONS = {
    key.removeprefix("reading."): {"zh": text, "en": en.TEXTS[key]}
    for key, text in zh.TEXTS.items()
}
OVER = {f"over-{name}" for name in Limits._fields}


@cache
def raised() -> dict[str, list[set[str]]]:
    """Every reason that stands in the program, with the details that go with it each time."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for path in (ROOT / "gklint").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "UnreadableFileError":
                details = {str(keyword.arg) for keyword in node.keywords}
                reason = node.args[0]
                if isinstance(reason, ast.Constant):
                    found[str(reason.value)].append(details)
                elif ast.unparse(reason) == "lost":
                    found[DIED].append(details)
                    found[SLOW].append(details)
                else:
                    assert ("limits.py", "f'over-{name}'") == (path.name, ast.unparse(reason))
                    for name in OVER:
                        found[name].append(details)
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


# -- reasons ----------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_reason_has_a_text_and_every_text_a_reason() -> None:
    assert sorted(raised()) == sorted(REASONS)


@pytest.mark.parametrize("reason", sorted(REASONS))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_reason_is_told_with_what_is_known(reason: str, lang: str) -> None:
    used = placeholders(REASONS[reason][lang])

    for details in raised()[reason]:
        assert used <= details if reason in OVER else used == details


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_a_reason_ends_without_a_full_stop_and_says_what_to_do(reason: str) -> None:
    chinese, english = REASONS[reason]["zh"], REASONS[reason]["en"]

    assert re.search("请|可以", chinese)
    assert re.search("please|save|add|raise|are;", english)
    assert chinese[-1] not in "。；，"
    assert english[-1] not in ".;,"


# -- limits -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", Limits._fields)
def test_what_is_at_a_limit_is_read_and_what_is_over_it_is_not(name: str) -> None:
    limit = getattr(DEFAULT, name)
    DEFAULT.check(name, limit)
    with pytest.raises(UnreadableFileError) as caught:
        DEFAULT.check(name, limit + 1)

    assert f"over-{name}" == caught.value.reason
    assert {"found": limit + 1, "limit": limit} == caught.value.detail


def test_bytes_are_counted_in_whole_mebibytes_and_rounded_up() -> None:
    limits = Limits(file=2)
    limits.check_bytes("file", 2 * MIB)
    with pytest.raises(UnreadableFileError) as caught:
        limits.check_bytes("file", 2 * MIB + 1)

    assert {"found": 3, "limit": 2} == caught.value.detail
    assert 2 * MIB == limits.bytes("file")


def test_a_clock_is_silent_until_the_time_is_up() -> None:
    limits = Limits(seconds=5)
    Clock(limits).tick()
    with pytest.raises(UnreadableFileError) as caught:
        Clock(limits, monotonic() - 6.5).tick()

    assert ("over-seconds", {"found": 6, "limit": 5}) == (caught.value.reason, caught.value.detail)
