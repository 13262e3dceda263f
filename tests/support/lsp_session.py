"""A session of a real client with a real server, in short."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.support.lsp_client import PATIENCE

PULLS = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())


class Session:
    """What the tests say to a server, in short; ``uri`` is that of the one document."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.uri = (folder / "年报.md").as_uri()
        self.folder = folder
        self.pushed: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        self.refreshed: asyncio.Queue[None] = asyncio.Queue()
        self.registered: asyncio.Queue[types.RegistrationParams] = asyncio.Queue()
        features = client.protocol.fm.features
        features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = self.pushed.put_nowait
        features[types.WINDOW_SHOW_MESSAGE] = self.messages.put_nowait
        features[types.WORKSPACE_DIAGNOSTIC_REFRESH] = self.refreshed.put_nowait
        features[types.CLIENT_REGISTER_CAPABILITY] = self.registered.put_nowait

    async def initialize(
        self, capabilities: types.ClientCapabilities | None = None, options: Any = None
    ) -> types.InitializeResult:
        return await self.client.initialize_session(
            types.InitializeParams(
                capabilities=capabilities or types.ClientCapabilities(),
                root_uri=self.folder.as_uri(),
                initialization_options=options,
            )
        )

    def open(self, text: str, version: int = 1) -> None:
        item = types.TextDocumentItem(self.uri, "markdown", version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, text: str, version: int) -> None:
        document = types.VersionedTextDocumentIdentifier(version=version, uri=self.uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    async def published(self) -> types.PublishDiagnosticsParams:
        found = await asyncio.wait_for(self.pushed.get(), PATIENCE)
        assert self.uri == found.uri
        return found

    async def pull(self, before: str | None = None) -> Any:
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(self.document, previous_result_id=before)
        )

    def write(self, name: str, text: str) -> None:
        """Change a file of the settings, and say so."""
        (self.folder / name).write_text(text, "utf-8")
        change = types.FileEvent((self.folder / name).as_uri(), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))


def codes(found: Any) -> list[Any]:
    """The codes of diagnostics of the protocol."""
    return [item.code for item in found]
