"""Generated reports: what is offered does what it says, what is told of a cell is so."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol import types

from gklint.findings.diagnostics import Diagnostic
from gklint.formats.limits import DEFAULT
from gklint.formats.reading import take
from gklint.lsp.actions import FIX_ALL, Client, actions
from gklint.lsp.checking import Checked
from gklint.lsp.hover import hover
from gklint.lsp.positions import file_span, position_of
from gklint.lsp.symbols import symbols
from gklint.model.document import Table
from gklint.run.fixing import apply, fixable, without_overlaps
from tests.generator import DEFECTS, LAYOUTS, NOISES, broken_cases, make_report, render_noisy
from tests.generator.broken import Broken
from tests.generator.document import build_document
from tests.generator.files import write
from tests.generator.strategies import broken_file
from tests.support.generated import SEEDS
from tests.support.lsp_documents import CODING, applied, assert_well_formed, checked

pytestmark = pytest.mark.slow
UNITS = st.sampled_from(sorted(CODING))
NAMES = st.sets(st.sampled_from(sorted(NOISES)), max_size=4)
SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PAGE = "file:///a.html"
STATE = re.compile(r"- (?P<sum>.+)：(?P<state>成立|不成立，相差 (?P<difference>.+)|无法判断：.+)")
RELATIONS = {
    "=": Decimal.__eq__,
    "≤": Decimal.__le__,
    "≥": Decimal.__ge__,
    "≠": Decimal.__ne__,
    "<": Decimal.__lt__,
    ">": Decimal.__gt__,
}


def offered(found: Checked, *kinds: str) -> list[types.CodeAction]:
    """All actions of some kinds, wherever."""
    last = position_of(len(found.file.text), found.file, found.units)
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(found.uri),
        types.Range(types.Position(0, 0), last),
        types.CodeActionContext(diagnostics=[], only=kinds),
    )
    return actions(found, params, Client(1, versioned=False))


def shown(data: bytes) -> str:
    """A page as an editor shows it."""
    return take(data, "a.html", DEFAULT).file.text


def after(found: Checked, action: types.CodeAction) -> str:
    """The text of the document after an action."""
    assert action.edit
    assert action.edit.changes
    return applied(found.file.text, action.edit.changes[found.uri], found.units)


# -- fixes -----------------------------------------------------------------------------------------


def assert_fixes_do_what_fixing_does(found: Checked) -> None:
    text, report = found.file.text, found.report
    single = [each for each in report.diagnostics if each.fix and each.fix.edits]
    offers = [each for each in offered(found, "quickfix") if each.title.startswith("修正")]
    assert [apply(text, [each]) for each in single] == [after(found, each) for each in offers]

    safe = without_overlaps(fixable(report, unsafe=False))
    together = [after(found, each) for each in offered(found, FIX_ALL)]
    assert ([apply(text, safe)] if safe else []) == together


@SOME
@given(SEEDS, st.sampled_from(LAYOUTS), NAMES, UNITS)
def test_the_fixes_of_a_text_change_it_as_fixing_does(
    seed: int, layout: str, noises: set[str], units: str
) -> None:
    rng = Random(seed)
    document = build_document(make_report(rng))
    text = render_noisy(document, layout, rng, tuple(sorted(noises))).text
    text = re.sub("[。，]", lambda match: match[0] + rng.choice(("", "", "𠮷")), text)

    assert_fixes_do_what_fixing_does(checked(text, units=units))


@SOME
@given(SEEDS, UNITS)
def test_the_fixes_of_a_page_change_it_as_fixing_does(seed: int, units: str) -> None:
    rng = Random(seed)
    page = shown(write(build_document(make_report(rng)), "html", rng, noisy=True).data)
    page = re.sub("[。，]", lambda match: match[0] + rng.choice(("", "", "𠮷")), page)

    assert_fixes_do_what_fixing_does(checked(page, PAGE, units=units))


# -- accepting -------------------------------------------------------------------------------------


def assert_each_can_be_accepted(found: Checked) -> None:
    rules = found.linter.rules.rules
    for each in found.report.diagnostics:
        if not rules[each.code].acceptable or each.span is None:
            continue
        accepting = [
            action for action in offered(found, "quickfix") if is_about(action, each, found)
        ]
        assert accepting, each
        text = after(found, accepting[0]).replace("理由： -->", "理由：原表如此，已核对 -->")
        now = checked(text, found.uri, units=found.units).report

        assert each.fingerprint in {accepted.diagnostic.fingerprint for accepted in now.accepted}
        assert not {"GK005", "GK006", "GK007"} & {left.code for left in now.diagnostics}


def is_about(action: types.CodeAction, each: Diagnostic, found: Checked) -> bool:
    assert action.edit
    assert action.edit.changes
    (edit, *_) = action.edit.changes[found.uri]
    assert each.range
    return (
        f"accept {each.code} " in edit.new_text and edit.range.start.line == each.range.end.line - 1
    )


@SOME
@given(broken_cases(), UNITS)
def test_a_finding_in_a_text_is_accepted_by_the_comment_that_is_offered(
    case: Broken, units: str
) -> None:
    assert_each_can_be_accepted(checked(case.text, units=units))


@SOME
@given(SEEDS, st.sampled_from(sorted(DEFECTS)), UNITS)
def test_a_finding_in_a_page_is_accepted_by_the_comment_that_is_offered(
    seed: int, name: str, units: str
) -> None:
    page = shown(broken_file(seed, name, "html").printed.data)
    assert_each_can_be_accepted(checked(page, PAGE, units=units))


# -- cells -----------------------------------------------------------------------------------------


def assert_told(found: Checked, table: Table, key: tuple[str, str]) -> None:
    """What is told of a cell, worked out from what is shown."""
    span = file_span(table.cells[key].span, found.report.source)
    assert span
    told = hover(found, span.start, plain=True)
    assert told
    assert isinstance(told.contents, types.MarkupContent)
    about = told.contents.value.split("\n\n表")[-1].split("\n")
    names = [found.linter.speaker.name(table.name, name) for name in key]
    assert "“{}”一行“{}”一列".format(*names) in about[0]
    assert about[0].endswith("：" + (table.cells[key].text or "（空）"))
    identities = found.linter.rules.identities[table.name].get(table.start, ())
    own = [each for each in identities if any(a.cell == key for a in each.addends())]
    lines = [line for line in about[1:] if line]
    assert len(own) == len(lines)
    for line in lines:
        assert_true(line)


def assert_true(line: str) -> None:
    """A sum as it is shown, worked out."""
    match = STATE.fullmatch(line)
    assert match, line
    if match["state"].startswith("无法判断"):
        assert "？" in match["sum"]
        return
    broken = match["state"] != "成立"
    left, relation, right = re.split(" ([≠<>]) " if broken else " ([=≤≥]) ", match["sum"])
    sides = worked_out(left), worked_out(right)
    assert RELATIONS[relation](*sides), line
    if match["difference"]:
        assert abs(sides[0] - sides[1]) == Decimal(match["difference"]), line


def worked_out(side: str) -> Decimal:
    side, _, total = side.partition(" = ")
    first, *rest = re.split(r" ([+-]) ", f" {side}" if side.startswith("- ") else f" + {side}")
    assert not first
    found = Decimal(0) + sum(
        (Decimal(term.split(" ")[-1]) * (-1 if sign == "-" else 1))
        for sign, term in zip(rest[::2], rest[1::2], strict=True)
    )
    assert not total or found == Decimal(total)
    return found


@SOME
@given(broken_cases(), UNITS)
def test_what_is_told_of_each_cell_is_so(case: Broken, units: str) -> None:
    found = checked(case.text, units=units)
    document = found.report.document
    for table in document.tables.values() if document else ():
        for key in table.cells:
            assert_told(found, table, key)


# -- the outline -----------------------------------------------------------------------------------


@SOME
@given(broken_cases(noisy=True), UNITS)
def test_the_entries_of_an_outline_lie_in_each_other(case: Broken, units: str) -> None:
    assert_well_formed(symbols(checked(case.text, units=units)))
