"""The server: which message leads to what."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import sys
from functools import partial
from pathlib import Path
from traceback import format_tb
from typing import Any

from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcInternalError
from pygls.lsp.server import LanguageServer

from gklint import words
from gklint.formats.sniff import SUFFIXES
from gklint.lsp.actions import KINDS, Client, actions
from gklint.lsp.checking import check, path_of
from gklint.lsp.documents import Document, Documents, Job
from gklint.lsp.hover import hover
from gklint.lsp.positions import carried, changed, offset_of
from gklint.lsp.protocol import Protocol
from gklint.lsp.settings import Settings
from gklint.lsp.stdio import own_streams, serve
from gklint.lsp.symbols import symbols
from gklint.project.discovery import SETTINGS
from gklint.render.lsp import UTF_16
from gklint.render.printable import printable
from gklint.text.source import Source
from gklint.version import VERSION
from gklint.words import say

_log = logging.getLogger(__name__)

_SWITCH = 0.001  # seconds after which a check lets the main loop have its turn


class Server(LanguageServer):
    """The state of one connection.  ``lang`` None: as the client says, or Chinese."""

    protocol: Protocol

    def __init__(self, lang: str | None) -> None:
        super().__init__(
            "gklint",
            VERSION,
            types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
            converter_factory=get_converter,
        )
        self.lang = lang
        self.units = UTF_16
        self.settings = Settings(lang or words.DEFAULT)
        self.documents = Documents(self.job, self.publish)
        for method, handler, options in _FEATURES:
            self.feature(method, options)(handler)
        for method in _OWN:
            del self.protocol.fm.builtin_features[method]

    def can(self, capability: str) -> bool:
        """Whether the client has declared a capability, as ``workspace.diagnostics``."""
        return bool(get_capability(self.client_capabilities, capability))

    def job(self, document: Document) -> Job:
        """What checks a document as it is now."""
        return partial(
            check, document.uri, document.text, document.saved, self.settings, self.units
        )

    def publish(self, document: Document) -> None:
        """Say what was found, unless the client asks by itself; of wrong settings, once.

        That it can ask proves nothing: some clients say so, never do, and would show nothing.
        """
        checked = document.checked
        if checked is None:
            return
        if checked.problem and all(each.told != checked.problem for each in self.documents):
            text = say(self.settings.lang, "lsp.wrong-settings", problem=checked.problem)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))
        document.told = checked.problem
        if checked.elsewhere and not document.referred:
            document.referred = True
            text = say(self.settings.lang, "lsp.elsewhere", name=printable(Path(checked.name).name))
            self.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
        if not document.pulled:
            self.send_diagnostics(document, checked.diagnostics)

    def pulled(self, document: Document) -> None:
        """A client that asks for diagnostics would show twice what was sent to it before."""
        document.pulled = True
        if document.shown:
            self.send_diagnostics(document, [])

    def send_diagnostics(self, document: Document, found: list[dict[str, Any]]) -> None:
        document.shown = bool(found)
        params: dict[str, Any] = {"uri": document.uri, "diagnostics": found}
        if document.version is not None:
            params["version"] = document.version
        self.protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    def reload(self) -> None:
        """Read the settings anew, and check all documents by them."""
        self.settings = Settings(self.settings.lang, self.settings)
        self.documents.check_all()
        asked = any(each.pulled for each in self.documents)
        if asked and self.can("workspace.diagnostics.refresh_support"):
            self.workspace_diagnostic_refresh(None)

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """A fault is noted on stderr; a message for each would only be in the way."""
        data = error.data if isinstance(error, JsonRpcInternalError) else None
        trace = data["traceback"] if data else format_tb(error.__traceback__)
        _log.error("%s: %s\n%s", source.__name__, error, "".join(trace))


# -- beginning -----------------------------------------------------------------------------------


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Settle language and positions; pygls does the rest."""
    options = params.initialization_options
    wanted = ls.lang or (options.get("lang") if isinstance(options, dict) else None)
    ls.settings = Settings(wanted if wanted in words.LANGUAGES else words.DEFAULT)
    encoding = ls.workspace.position_encoding
    ls.units = str(getattr(encoding, "value", encoding))


def initialized(ls: Server, _: types.InitializedParams) -> None:
    """Ask to be told of changes to the settings, and to reports, which may be last year's."""
    if not ls.can("workspace.did_change_watched_files.dynamic_registration"):
        return
    watchers = [types.FileSystemWatcher(f"**/*{suffix}") for suffix in (*SETTINGS, *SUFFIXES)]
    registration = types.Registration(
        id="gklint-settings",
        method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers),
    )
    ls.client_register_capability(types.RegistrationParams([registration]))


# -- documents -----------------------------------------------------------------------------------


def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Take in the text; what is on disk does not count from now on."""
    document = params.text_document
    ls.documents.put(document.uri, document.version, document.text)


def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Take in the changes, also of parts, though the whole text is asked for."""
    uri, version = params.text_document.uri, params.text_document.version
    document = ls.documents.get(uri)
    if document and params.content_changes:
        text = document.text
        for change in params.content_changes:
            text = changed(text, change, ls.units)
        ls.documents.put(uri, version, text)


def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Not every client tells of changed settings; by then they count at the latest."""
    ls.documents.saved(params.text_document.uri)
    ls.reload()


def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """What was shown of a document goes with it."""
    document = ls.documents.close(params.text_document.uri)
    if document and not document.pulled:
        ls.send_diagnostics(Document(document.uri, None, ""), [])


def did_change_watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """A client may tell of more than it was asked for."""
    paths = [Path(path_of(change.uri) or "") for change in params.changes]
    if any(path.suffix.lower() in SETTINGS or ls.settings.compares_with(path) for path in paths):
        ls.reload()


# -- requests ------------------------------------------------------------------------------------


async def diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> dict[str, Any]:
    """What is found in the newest text, or that it is what the client has already."""
    document = ls.documents.get(params.text_document.uri)
    if document and ls.can("text_document.diagnostic"):
        ls.pulled(document)
    checked = await ls.documents.checked(params.text_document.uri)
    items = checked.diagnostics if checked else []
    result = hashlib.sha256(json.dumps(items).encode()).hexdigest()[:16]
    if params.previous_result_id == result:
        return {"kind": "unchanged", "resultId": result}
    return {"kind": "full", "resultId": result, "items": items}


def hover_(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """By what is known already: it is answered at once, also while a check is under way."""
    document = ls.documents.get(params.text_document.uri)
    checked = document.checked if document else None
    if document is None or checked is None:
        return None
    current = document.text == checked.text
    file = checked.file if current else Source(document.text)
    offset = offset_of(params.position, file, ls.units)
    before = offset if current else carried(offset, document.text, checked.text)
    if before is None:
        return None
    return hover(checked, before, plain=_wants_plain(ls), current=current)


async def document_symbol(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol]:
    """The outline of the newest text."""
    checked = await ls.documents.checked(params.text_document.uri)
    return symbols(checked) if checked else []


async def code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about findings in the newest text."""
    checked = await ls.documents.checked(params.text_document.uri)
    document = ls.documents.get(params.text_document.uri)
    if checked is None or document is None:
        return []
    client = Client(document.version, ls.can("workspace.workspace_edit.document_changes"))
    return actions(checked, params, client)


def _wants_plain(ls: Server) -> bool:
    formats = get_capability(ls.client_capabilities, "text_document.hover.content_format")
    return types.MarkupKind.Markdown not in (formats or [types.MarkupKind.Markdown])


_FEATURES: tuple[tuple[str, Any, Any], ...] = (
    (types.INITIALIZE, initialize, None),
    (types.INITIALIZED, initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, did_open, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, did_change, None),
    (types.TEXT_DOCUMENT_DID_SAVE, did_save, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, did_close, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, did_change_watched_files, None),
    (
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        diagnostic,
        types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier="gklint"
        ),
    ),
    (types.TEXT_DOCUMENT_HOVER, hover_, None),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbol, None),
    (types.TEXT_DOCUMENT_CODE_ACTION, code_action, types.CodeActionOptions([*KINDS])),
)


# pygls would keep a copy of each text, and something of each change for ever.
_OWN = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
)


def run(lang: str | None) -> int:
    """Serve on standard input and output.  Returns the exit status."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="gklint lsp: %(message)s")
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # faults come to ``report_server_error``
    streams = own_streams()
    sys.setswitchinterval(_SWITCH)
    asyncio.run(serve(Server(lang).protocol, *streams))
    return 0
