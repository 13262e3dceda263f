"""Settings in a session: which hold, and since when."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types

from tests.support.lsp_client import PATIENCE
from tests.support.lsp_session import PULLS, Session, codes
from tests.support.sample import CLEAN, WRONG_SUM

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]


async def test_a_client_that_can_watch_files_is_asked_to(session: Session) -> None:
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    workspace = types.WorkspaceClientCapabilities(did_change_watched_files=watching)
    await session.initialize(types.ClientCapabilities(workspace=workspace))
    asked = await asyncio.wait_for(session.registered.get(), PATIENCE)
    (registration,) = asked.registrations

    assert "workspace/didChangeWatchedFiles" == registration.method


async def test_changed_settings_hold_at_once(session: Session) -> None:
    await session.initialize()
    session.open(WRONG_SUM)
    assert ["GK303", "GK302"] == codes((await session.published()).diagnostics)

    session.write("gklint.toml", 'ignore = ["GK303"]\n')
    assert ["GK302"] == codes((await session.published()).diagnostics)
    session.write("gklint.toml", 'severity = {GK303 = "info"}\n')
    assert [3, 1] == [item.severity for item in (await session.published()).diagnostics]


async def test_settings_hold_at_the_latest_when_a_report_is_saved(session: Session) -> None:
    await session.initialize()
    session.open(WRONG_SUM)
    await session.published()
    (session.folder / "gklint.toml").write_text('ignore = ["GK303"]\n', "utf-8")
    session.client.text_document_did_save(types.DidSaveTextDocumentParams(session.document))

    assert ["GK302"] == codes((await session.published()).diagnostics)


async def test_an_excluded_file_is_not_checked(session: Session) -> None:
    (session.folder / "gklint.toml").write_text('exclude = ["年报.md"]\n', "utf-8")
    await session.initialize()
    session.open(WRONG_SUM)

    assert [] == [*(await session.published()).diagnostics]


async def test_wrong_settings_are_told_once_and_the_default_ones_hold(session: Session) -> None:
    (session.folder / "gklint.toml").write_text('ignroe = ["GK303"]\n', "utf-8")
    await session.initialize()
    session.open(WRONG_SUM)
    message = await asyncio.wait_for(session.messages.get(), PATIENCE)

    assert ["GK303", "GK302"] == codes((await session.published()).diagnostics)
    assert types.MessageType.Error == message.type
    assert message.message.startswith("gklint 的设置有误，暂用默认设置检查：")
    assert "ignroe" in message.message
    assert "\n" not in message.message
    session.change(CLEAN, 2)
    assert [] == [*(await session.published()).diagnostics]
    assert session.messages.empty()
    session.client.text_document_did_save(types.DidSaveTextDocumentParams(session.document))
    assert [] == [*(await session.published()).diagnostics]
    assert session.messages.empty()
    session.write("gklint.toml", "")
    assert [] == [*(await session.published()).diagnostics]
    assert session.messages.empty()
    session.write("gklint.toml", 'ignroe = ["GK303"]\n')
    assert message == await asyncio.wait_for(session.messages.get(), PATIENCE)


async def test_who_pulls_is_asked_to_pull_again_after_changed_settings(session: Session) -> None:
    diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    await session.initialize(
        types.ClientCapabilities(
            text_document=PULLS,
            workspace=types.WorkspaceClientCapabilities(diagnostics=diagnostics),
        )
    )
    session.open(WRONG_SUM)
    first = await session.pull()
    session.write("gklint.toml", 'ignore = ["GK303"]\n')
    await asyncio.wait_for(session.refreshed.get(), PATIENCE)

    assert ["GK302"] == codes((await session.pull(first.result_id)).items)


async def test_changes_of_other_files_are_none_of_the_settings(session: Session) -> None:
    await session.initialize()
    session.open(WRONG_SUM)
    await session.published()
    session.write("other.md", "")
    session.change(CLEAN, 2)

    assert 2 == (await session.published()).version
