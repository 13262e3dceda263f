"""What can be done about findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from lsprotocol import types

from gklint.findings.diagnostics import Diagnostic, Fix, Replacement
from gklint.lsp.actions import FIX_ALL, Client, actions
from gklint.lsp.checking import Checked
from gklint.lsp.positions import position_of, range_of
from gklint.text.source import Span
from tests.support.lsp_client import URI
from tests.support.lsp_documents import applied, checked
from tests.support.paths import ROOT
from tests.support.sample import CLEAN, WRONG_COUNT, WRONG_SUM, changed

VERSIONED = Client(7, True)


def whole(found: Checked) -> types.Range:
    last = position_of(len(found.file.text), found.file, found.units)
    return types.Range(types.Position(0, 0), last)


def asked(
    found: Checked,
    *kinds: str,
    where: types.Range | None = None,
    known: Sequence[types.Diagnostic] = (),
    client: Client = VERSIONED,
) -> list[types.CodeAction]:
    context = types.CodeActionContext(diagnostics=known, only=[*kinds] or None)
    document = types.TextDocumentIdentifier(found.uri)
    return actions(found, types.CodeActionParams(document, where or whole(found), context), client)


def edits(action: types.CodeAction) -> list[types.TextEdit]:
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    return [edit for edit in change.edits if isinstance(edit, types.TextEdit)]


def with_fixes(text: str, *changes: tuple[bool, str, str]) -> Checked:
    """A document with a finding for each change: whether it is safe, what to replace, by what."""
    found = checked(text)
    file = found.file
    (first, *_) = found.report.diagnostics

    def made(safe: bool, old: str, new: str) -> Diagnostic:
        assert text.count(old) == 1
        span = Span(text.index(old), text.index(old) + len(old))
        fix = Fix(safe, (Replacement(span, old, new),))
        return first._replace(code="GK701", span=span, range=file.range(span), fix=fix)

    report = found.report._replace(diagnostics=tuple(made(*change) for change in changes))
    return replace(found, report=report)


def test_a_finding_can_be_accepted_at_the_end_of_its_line() -> None:
    found = checked(WRONG_SUM)
    first, second = asked(found)
    comment = "<!-- gklint: accept GK303 理由： -->"

    assert [
        "接受 GK303：在行末加一条说明，理由由您填写",
        "接受 GK302：在行末加一条说明，理由由您填写",
    ] == [first.title, second.title]
    assert types.CodeActionKind.QuickFix == first.kind
    assert None is first.is_preferred
    assert WRONG_SUM.replace("0 | 5 | |\n", f"0 | 5 | | {comment}\n", 1) == applied(
        WRONG_SUM, edits(first)
    )


def test_a_comment_with_a_reason_takes_the_finding_away() -> None:
    text = WRONG_SUM
    for code in ("GK303", "GK302"):
        found = checked(text)
        (action, *_) = (each for each in asked(found) if code in each.title)
        text = applied(text, edits(action)).replace("理由： -->", "理由：原表如此，已核对 -->")

    assert [] == checked(text).diagnostics


def test_in_a_page_the_comment_stands_behind_the_finding() -> None:
    page = (ROOT / "examples/missing-row.html").read_text("utf-8")
    found = checked(page, "file:///a.html")
    (action,) = (each for each in asked(found) if "GK304" in each.title)
    text = applied(page, edits(action))

    assert "接受 GK304：在这里加一条说明，理由由您填写" == action.title
    assert len(page) + len("<!-- gklint: accept GK304 理由： -->") == len(text)
    assert "2<!-- gklint: accept GK304 理由： --></" in text


def test_the_same_code_on_one_line_is_accepted_once() -> None:
    text = changed(("规章 | 0 | 0 | 0 |", "规章 | x | y | 0 |"))
    titles = [action.title for action in asked(checked(text))]

    assert 2 == sum(found["code"] == "GK207" for found in checked(text).diagnostics)
    assert 1 == titles.count("接受 GK207：在行末加一条说明，理由由您填写")


def test_what_may_not_be_accepted_has_no_such_action() -> None:
    assert [] == asked(checked("\x01" * 100))


def test_in_english_the_reason_is_asked_for_in_english() -> None:
    (action,) = asked(checked(WRONG_COUNT, lang="en"))

    assert (
        "Accept GK402: add a comment at the end of the line, for you to give the reason"
        == action.title
    )
    assert " <!-- gklint: accept GK402 reason: -->" == edits(action)[0].new_text


def test_only_findings_in_the_range_have_actions() -> None:
    found = checked(WRONG_SUM)
    line = found.diagnostics[0]["range"]["start"]["line"]
    here = types.Range(types.Position(line, 46), types.Position(line, 46))
    beside = types.Range(types.Position(line, 0), types.Position(line, 9))

    assert ["接受 GK303：在行末加一条说明，理由由您填写"] == [
        action.title for action in asked(found, where=here)
    ]
    assert [] == asked(found, where=beside)


def of_client(found: Checked, number: int, source: str = "gklint") -> types.Diagnostic:
    """A diagnostic as a client names it that keeps no data of it."""
    wanted = found.report.diagnostics[number]
    assert wanted.span
    place = range_of(wanted.span, found.file, found.units)
    return types.Diagnostic(place, wanted.message, code=wanted.code, source=source)


def test_a_client_that_names_diagnostics_gets_the_actions_for_these() -> None:
    found = checked(WRONG_SUM)
    here = types.Range(types.Position(1, 0), types.Position(99, 0))
    other = of_client(found, 0, "markdownlint")

    assert ["接受 GK302：在行末加一条说明，理由由您填写"] == [
        action.title for action in asked(found, where=here, known=[other, of_client(found, 1)])
    ]
    assert 2 == len(asked(found, where=here, known=[other]))


def test_a_client_that_takes_all_for_a_finding_unseen_gets_nothing_but_its_fix() -> None:
    found = with_fixes(WRONG_SUM, (True, "一、总体情况", "甲"), (True, "三、收到和处理", "乙"))

    assert ["修正 GK701：“一、总体情况”改为“甲”"] == [
        action.title for action in asked(found, known=[of_client(found, 0)])
    ]


def test_an_action_names_the_diagnostic_of_the_client() -> None:
    found = checked(WRONG_COUNT)
    (shape,) = found.diagnostics
    known = types.Diagnostic(
        range=types.Range(types.Position(6, 0), types.Position(6, 1)),
        message="anything",
        data=shape["data"],
    )
    (action,) = asked(found, known=[known])

    assert [known] == action.diagnostics


def test_edits_are_for_the_version_that_was_checked() -> None:
    (action,) = asked(checked(WRONG_COUNT))
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)

    assert (URI, 7) == (change.text_document.uri, change.text_document.version)
    assert None is action.edit.changes


def test_a_client_without_versions_gets_plain_changes() -> None:
    (action,) = asked(checked(WRONG_COUNT), client=Client(7, False))
    assert action.edit
    assert action.edit.changes

    assert [URI] == [*action.edit.changes]
    assert None is action.edit.document_changes


@pytest.mark.parametrize(("safe", "preferred"), [(True, True), (False, None)])
def test_a_fix_is_offered_and_preferred_if_it_is_safe(safe: bool, preferred: bool | None) -> None:
    found = with_fixes(WRONG_SUM, (safe, "一、总体情况", "一、总体情形"))
    (action, *_) = asked(found)

    assert "修正 GK701：“一、总体情况”改为“一、总体情形”" == action.title
    assert (types.CodeActionKind.QuickFix, preferred) == (action.kind, action.is_preferred)
    assert WRONG_SUM.replace("一、总体情况", "一、总体情形") == applied(WRONG_SUM, edits(action))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("一、总体情况\n", "", "删去“一、总体情况”"),
        ("一、总体情况", "一" * 30, f"“一、总体情况”改为“{'一' * 20}…”"),
    ],
)
def test_the_title_of_a_fix_says_what_it_does(old: str, new: str, words: str) -> None:
    (action, *_) = asked(with_fixes(WRONG_SUM, (True, old, new)))

    assert f"修正 GK701：{words}" == action.title


def test_the_title_of_a_fix_at_several_places_says_what_it_does_at_the_first() -> None:
    found = with_fixes(WRONG_SUM, (True, "一、总体情况", "甲"), (True, "三、收到和处理", "乙"))
    first, second = found.report.diagnostics
    assert first.fix
    assert second.fix
    fix = Fix(True, (*first.fix.edits, *second.fix.edits))
    report = found.report._replace(diagnostics=(first._replace(fix=fix),))
    (action, *_) = asked(replace(found, report=report))

    assert "修正 GK701：“一、总体情况”改为“甲”等，共 2 处" == action.title


def test_all_safe_fixes_that_do_not_overlap_are_made_at_once() -> None:
    found = with_fixes(
        WRONG_SUM,
        (True, "一、总体情况", "甲"),
        (True, "总体情况", "乙"),
        (False, "二、主动公开政府信息情况", "丙"),
        (True, "六、其他需要报告的事项", "丁"),
    )
    (action,) = asked(found, "source.fixAll")

    assert ("修正全部可以放心修正的问题（2 个）", FIX_ALL) == (action.title, action.kind)
    assert WRONG_SUM.replace("一、总体情况", "甲").replace(
        "六、其他需要报告的事项", "丁"
    ) == applied(WRONG_SUM, edits(action))


@pytest.mark.parametrize(
    ("kinds", "number"),
    [
        pytest.param((), 2, id="all kinds: what is near"),
        pytest.param(("quickfix",), 2, id="quick fixes"),
        pytest.param(("source",), 1, id="source actions"),
        pytest.param(("source.fixAll",), 1, id="fix all"),
        pytest.param((FIX_ALL,), 1, id="fix all of ours"),
        pytest.param(("source.fixAll.other",), 0, id="fix all of others"),
        pytest.param(("refactor",), 0, id="others"),
        pytest.param(("",), 3, id="the empty kind holds all"),
    ],
)
def test_only_the_kinds_asked_for_are_given(kinds: tuple[str, ...], number: int) -> None:
    found = with_fixes(WRONG_SUM, (True, "一、总体情况", "一、总体情形"))

    assert number == len(asked(found, *kinds))


def test_a_clean_report_has_no_actions() -> None:
    assert [] == asked(checked(CLEAN), "")
