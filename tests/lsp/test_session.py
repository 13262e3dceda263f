"""Sessions of a real client with a real server."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from gklint.version import VERSION
from tests.support.lsp_client import RawClient
from tests.support.lsp_session import PULLS, Session, codes
from tests.support.paths import ROOT
from tests.support.running import GKLINT
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]


# -- beginning -------------------------------------------------------------------------------------


async def test_what_the_server_offers(session: Session) -> None:
    result = await session.initialize()
    offered = result.capabilities

    assert ("gklint", VERSION) == (
        (result.server_info.name, result.server_info.version) if result.server_info else None
    )
    assert isinstance(offered.text_document_sync, types.TextDocumentSyncOptions)
    assert types.TextDocumentSyncKind.Full == offered.text_document_sync.change
    assert isinstance(offered.code_action_provider, types.CodeActionOptions)
    kinds = offered.code_action_provider.code_action_kinds
    assert ["quickfix", "source.fixAll.gklint"] == [*(kinds or ())]
    assert (True, True) == (offered.hover_provider, offered.document_symbol_provider)
    assert offered.diagnostic_provider
    assert not offered.diagnostic_provider.workspace_diagnostics
    assert (None, None, None) == (
        offered.document_formatting_provider,
        offered.document_range_formatting_provider,
        offered.document_on_type_formatting_provider,
    )


@pytest.mark.parametrize("name", ["neovim@0.7", "neovim@0.11", "visual-studio-code", "emacs"])
async def test_editors_as_they_introduce_themselves_are_served(session: Session, name: str) -> None:
    await session.initialize(client_capabilities(name))
    session.open(WRONG_COUNT)

    if name == "neovim@0.11":
        assert ["GK402"] == codes((await session.pull()).items)
    else:
        assert ["GK402"] == codes((await session.published()).diagnostics)


@pytest.mark.parametrize(
    ("offered", "chosen", "character"),
    [
        (["utf-8", "utf-16"], "utf-8", 68),
        (["utf-32", "utf-16"], "utf-32", 25),
        (["utf-16"], "utf-16", 26),
        (["utf-7"], "utf-16", 26),
        ([], "utf-16", 26),
        (None, "utf-16", 26),
    ],
)
async def test_the_encoding_of_positions_is_agreed_upon(
    session: Session, offered: list[str] | None, chosen: str, character: int
) -> None:
    general = types.GeneralClientCapabilities(position_encodings=offered)
    result = await session.initialize(types.ClientCapabilities(general=general))
    line = "（二）依申请公开。𠮷2023年新收政府信息公开申请八件"
    session.open(CLEAN.replace("（二）依申请公开。2023年新收政府信息公开申请5件", line))
    (found,) = (await session.published()).diagnostics
    hover = await session.client.text_document_hover_async(
        types.HoverParams(session.document, found.range.start)
    )

    assert chosen == result.capabilities.position_encoding
    assert types.Position(6, character) == found.range.start
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.value.startswith("**GK402")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"lang": "en"}, "basis"),
        ({"lang": "zh"}, "查什么"),
        ({"lang": "fr"}, "查什么"),
        (None, "查什么"),
        ([1], "查什么"),
    ],
)
async def test_the_client_chooses_the_language(session: Session, options: Any, words: str) -> None:
    await session.initialize(options=options)
    session.open(WRONG_SUM)
    (found, _) = (await session.published()).diagnostics
    hover = await session.client.text_document_hover_async(
        types.HoverParams(session.document, found.range.start)
    )

    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert ("finds: " if words == "basis" else words) in hover.contents.value


async def test_a_client_that_shows_plain_text_gets_plain_text(session: Session) -> None:
    hover = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    text_document = types.TextDocumentClientCapabilities(hover=hover)
    await session.initialize(types.ClientCapabilities(text_document=text_document))
    session.open(WRONG_SUM)
    (found, _) = (await session.published()).diagnostics
    shown = await session.client.text_document_hover_async(
        types.HoverParams(session.document, found.range.start)
    )

    assert shown
    assert isinstance(shown.contents, types.MarkupContent)
    assert types.MarkupKind.PlainText == shown.contents.kind
    assert shown.contents.value.startswith("GK303 applicants-sum\n")


# -- diagnostics -----------------------------------------------------------------------------------


async def test_diagnostics_follow_the_text_with_its_version(session: Session) -> None:
    await session.initialize()
    for version, (text, expected) in enumerate(
        [(WRONG_SUM, ["GK303", "GK302"]), (CLEAN, []), (NO_CONTACT, ["GK501"]), ("", [])],
        1,
    ):
        if version == 1:
            session.open(text)
        else:
            session.change(text, version)
        found = await session.published()

        assert (version, expected) == (found.version, codes(found.diagnostics))


async def test_a_published_diagnostic_is_that_of_format_lsp(session: Session) -> None:
    path = session.folder / "年报.md"
    path.write_text(WRONG_SUM, "utf-8")
    run = await asyncio.create_subprocess_exec(
        *GKLINT, "check", path, "--format", "lsp", cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await run.communicate()
    (expected,) = json.loads(out)
    with RawClient() as raw:
        raw.initialize()
        raw.open(session.uri, WRONG_SUM)
        found = raw.published()
    await session.initialize()

    assert {**expected, "version": 1} == found


async def test_when_a_document_is_closed_its_diagnostics_go(session: Session) -> None:
    await session.initialize()
    session.open(WRONG_SUM)
    await session.published()
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document))

    assert [] == [*(await session.published()).diagnostics]


async def test_who_pulls_is_told_what_is_new_and_what_is_not(session: Session) -> None:
    await session.initialize(types.ClientCapabilities(text_document=PULLS))
    session.open(WRONG_SUM)
    first = await session.pull()
    again = await session.pull(first.result_id)
    session.change(NO_CONTACT, 2)
    changed = await session.pull(first.result_id)

    assert ("full", ["GK303", "GK302"]) == (first.kind, codes(first.items))
    assert ("unchanged", first.result_id) == (again.kind, again.result_id)
    assert ("full", ["GK501"]) == (changed.kind, codes(changed.items))
    assert first.result_id != changed.result_id


async def test_who_pulls_is_not_pushed_to(session: Session) -> None:
    await session.initialize(types.ClientCapabilities(text_document=PULLS))
    session.open(WRONG_SUM)
    await session.pull()
    session.change(CLEAN, 2)
    await session.pull()
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document))
    await session.pull()

    assert session.pushed.empty()


async def test_who_says_it_pulls_and_never_does_is_pushed_to(session: Session) -> None:
    await session.initialize(types.ClientCapabilities(text_document=PULLS))
    session.open(WRONG_SUM)
    assert ["GK303", "GK302"] == codes((await session.published()).diagnostics)
    session.change(NO_CONTACT, 2)
    assert ["GK501"] == codes((await session.published()).diagnostics)
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document))

    assert [] == [*(await session.published()).diagnostics]


async def test_with_the_first_pull_what_was_pushed_goes_once_and_no_more_comes(
    session: Session,
) -> None:
    await session.initialize(types.ClientCapabilities(text_document=PULLS))
    session.open(WRONG_SUM)
    await session.published()
    first = await session.pull()
    gone = await session.published()
    session.change(NO_CONTACT, 2)
    second = await session.pull()
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document))
    await session.pull()

    assert (["GK303", "GK302"], ["GK501"]) == (codes(first.items), codes(second.items))
    assert (1, []) == (gone.version, [*gone.diagnostics])
    assert session.pushed.empty()


async def test_where_nothing_was_shown_nothing_goes_with_the_first_pull(session: Session) -> None:
    await session.initialize(types.ClientCapabilities(text_document=PULLS))
    session.open(CLEAN)
    assert [] == [*(await session.published()).diagnostics]
    await session.pull()

    assert session.pushed.empty()


async def test_a_document_that_is_opened_again_is_pushed_until_it_is_pulled(
    session: Session,
) -> None:
    await session.initialize(types.ClientCapabilities(text_document=PULLS))
    session.open(CLEAN)
    await session.pull()
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document))
    await session.pull()
    session.pushed = asyncio.Queue()
    features = session.client.protocol.fm.features
    features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = session.pushed.put_nowait
    session.open(WRONG_SUM)

    assert ["GK303", "GK302"] == codes((await session.published()).diagnostics)


async def test_who_says_nothing_of_pulling_is_pushed_to_in_any_case(session: Session) -> None:
    await session.initialize()
    session.open(WRONG_SUM)
    await session.published()
    await session.pull()
    session.change(NO_CONTACT, 2)

    assert ["GK501"] == codes((await session.published()).diagnostics)


# -- files that are no text ------------------------------------------------------------------------


async def test_of_a_word_file_in_an_editor_one_information_says_how_it_is_checked(
    session: Session,
) -> None:
    await session.initialize()
    session.uri = (session.folder / "年报.docx").as_uri()
    text = (ROOT / "examples" / "unbalanced.docx").read_bytes().decode("utf-8", "replace")
    session.open(text)
    first = await session.published()
    session.change(text + "又", 2)
    second = await session.published()
    told = session.messages.get_nowait()

    assert ([], []) == ([*first.diagnostics], [*second.diagnostics])
    assert (
        types.MessageType.Info,
        "gklint 在编辑器里读不了“年报.docx”：Word、PDF 等文件请用命令检查，"
        "即 gklint check 加文件名",
    ) == (told.type, told.message)
    assert session.messages.empty()


# -- requests --------------------------------------------------------------------------------------


async def test_the_outline_and_actions_are_those_of_the_newest_text(session: Session) -> None:
    versions = types.WorkspaceEditClientCapabilities(document_changes=True)
    workspace = types.WorkspaceClientCapabilities(workspace_edit=versions)
    await session.initialize(types.ClientCapabilities(workspace=workspace))
    session.open(CLEAN)
    session.change(WRONG_COUNT, 2)
    outline = await session.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(session.document)
    )
    everywhere = types.Range(types.Position(0, 0), types.Position(99, 0))
    actions = await session.client.text_document_code_action_async(
        types.CodeActionParams(
            session.document, everywhere, types.CodeActionContext(diagnostics=[])
        )
    )
    assert outline
    assert actions
    (action,) = actions
    assert isinstance(action, types.CodeAction)
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)

    assert "青石县水务局2023年政府信息公开工作年度报告" == outline[0].name
    assert "接受 GK402：在行末加一条说明，理由由您填写" == action.title
    assert (session.uri, 2) == (change.text_document.uri, change.text_document.version)


async def test_an_acceptance_without_a_reason_is_a_fault_once_it_is_saved(session: Session) -> None:
    accepted = WRONG_COUNT.replace(
        "结转下年1件。", "结转下年1件。 <!-- gklint: accept GK402 理由： -->"
    )

    def codes(shown: types.PublishDiagnosticsParams) -> list[object]:
        return [each.code for each in shown.diagnostics]

    await session.initialize()
    session.open(WRONG_COUNT)
    assert ["GK402"] == codes(await session.published())
    session.change(accepted, 2)
    assert ["GK402"] == codes(await session.published())
    session.client.text_document_did_save(types.DidSaveTextDocumentParams(session.document))
    assert ["GK402", "GK007"] == codes(await session.published())
    session.change(accepted + "又", 3)
    assert ["GK402", "GK007"] == codes(await session.published())


async def test_hover_does_not_wait_for_a_check(session: Session) -> None:
    long = WRONG_SUM * 50
    await session.initialize()
    session.open(long)
    await session.published()
    session.change(long + "又", 2)
    shown = await session.client.text_document_hover_async(
        types.HoverParams(session.document, types.Position(31, 46))
    )

    assert session.pushed.empty()
    assert shown
    assert 2 == (await session.published()).version


async def test_the_command_line_chooses_the_language_over_the_client() -> None:
    with RawClient("--lang", "en") as raw:
        raw.initialize(initializationOptions={"lang": "zh"})
        raw.open("untitled:a.md", WRONG_COUNT)
        (found,) = raw.published()["diagnostics"]

    assert found["message"].isascii() or found["message"].startswith("The text")
