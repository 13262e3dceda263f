"""Whatever stands in a document, every request has an answer."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import converters, types

from gklint.lsp.actions import FIX_ALL, Client, actions
from gklint.lsp.checking import Checked
from gklint.lsp.hover import hover
from gklint.lsp.positions import position_of
from gklint.lsp.symbols import symbols
from tests.generator import LAYOUTS, make_report, render
from tests.support.lsp_documents import applied, assert_well_formed, checked
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow
UNITS = ("utf-8", "utf-16", "utf-32")
PAGES = sorted((ROOT / "examples").glob("*.html"))
converter = cache(converters.get_converter)


def everything(found: Checked, step: int) -> Iterator[object]:
    """All that can be asked of a document, with a hover at each ``step``-th character."""
    outline = symbols(found)
    assert_well_formed(outline)
    yield from outline
    yield from (hover(found, offset) for offset in range(0, len(found.file.text) + 1, step))
    end = position_of(len(found.file.text), found.file, found.units)
    for kind in ("", FIX_ALL):
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(found.uri),
            types.Range(types.Position(0, 0), end),
            types.CodeActionContext(diagnostics=[], only=[kind]),
        )
        for action in actions(found, params, Client(1, False)):
            assert action.edit
            assert action.edit.changes
            applied(found.file.text, [*action.edit.changes[found.uri]], found.units)
            yield action


def assert_answers(found: Checked, step: int) -> None:
    for shape in found.diagnostics:
        converter().structure(shape, types.Diagnostic)
    for answer in everything(found, step):
        converter().unstructure(answer)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("units", UNITS)
def test_a_report_in_every_layout(layout: str, units: str) -> None:
    text = render(make_report(random.Random(units)), layout, random.Random(0)).text

    assert_answers(checked(text, units=units), 5)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_a_page(page: object) -> None:
    text = page.read_text("utf-8")  # type: ignore[attr-defined]

    assert_answers(checked(text, "file:///a.html"), 40)


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(UNITS), st.sampled_from(LAYOUTS))
def test_a_report_that_was_cut_and_pasted_at_random(
    rng: random.Random, units: str, layout: str
) -> None:
    text = render(make_report(rng), layout, rng).text
    for _ in range(rng.randint(1, 6)):
        start, end = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        end = min(end, start + 400)
        new = rng.choice(
            ("", "𠮷", "\r", "\r\n", "\t", " | ", "9", "<!-- gklint: accept GK3", "\0")
        )
        text = text[:start] + new + text[end:]

    assert_answers(checked(text, units=units), 37)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(("a.md", "a.html", "a.txt", "a")))
def test_any_characters(text: str, name: str) -> None:
    assert_answers(checked(text, f"untitled:{name}"), 3)
