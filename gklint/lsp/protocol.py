"""The protocol of pygls, with an answer to every request, also to those that are none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol

_log = logging.getLogger(__name__)


def _is_message(message: Any) -> bool:
    return (
        isinstance(message, dict)
        and message.get("jsonrpc") == "2.0"
        and isinstance(message.get("id", ""), (int, str))
        and not {"method", "error"} <= message.keys()
    )


class Protocol(LanguageServerProtocol):
    """What goes between the server and its client."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._initialized = asyncio.Event()

    async def introduced(self) -> int | None:
        """The process to be served as long as it runs, once the client has said which, or none."""
        await self._initialized.wait()
        return self._server.process_id

    def failed(self, error: Exception, source: type[JsonRpcException]) -> None:
        """Answer what is no JSON; what else comes up is a fault, and no reason to end."""
        if isinstance(error, (ValueError, RecursionError)):
            self._refuse(None, types.ErrorCodes.ParseError, str(error))
        else:
            self._server.report_server_error(error, source)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """As it is: pygls asks this of every object in a message, and forgets whom to answer."""
        return data

    def handle_message(self, message: Any) -> None:
        """Take in a message as JSON has it.  Raises SystemExit if the client says ``exit``."""
        if not _is_message(message):
            number = message.get("id") if isinstance(message, dict) else None
            self._refuse(number, types.ErrorCodes.InvalidRequest, "not a JSON-RPC 2.0 message")
        elif "method" in message:
            self._take(message)
        elif "result" in message or "error" in message:
            self._pass_on(message)
        else:
            self._refuse(message.get("id"), types.ErrorCodes.InvalidRequest, "no method")

    def _take(self, message: dict[str, Any]) -> None:
        """A request or a notification: passed on if there is something that it is for."""
        method = message["method"]
        reason = self._untimely(method)
        if reason:
            self._answer(message, *reason)
        elif not isinstance(method, str) or self.get_message_type(method) is None:
            self._answer(message, types.ErrorCodes.MethodNotFound, f"unknown method: {method}")
        elif not self._pass_on(message):
            self._answer(message, types.ErrorCodes.InvalidParams, f"wrong parameters: {method}")

    def _untimely(self, method: Any) -> tuple[types.ErrorCodes | types.LSPErrorCodes, str] | None:
        if method == types.EXIT:
            return None
        if self._shutdown:
            return types.ErrorCodes.InvalidRequest, "the server is shutting down"
        if method == types.INITIALIZE and self._initialized.is_set():
            return types.ErrorCodes.InvalidRequest, "initialized already"
        if method != types.INITIALIZE and not self._initialized.is_set():
            return types.ErrorCodes.ServerNotInitialized, "not initialized"
        return None

    def _pass_on(self, message: dict[str, Any]) -> bool:
        """Hand a message over to pygls.  Returns whether it was well-formed."""
        try:
            structured = super().structure_message(message)
        except JsonRpcException:
            return False
        if message.get("method") == types.INITIALIZE:
            self._initialized.set()
        super().handle_message(structured)
        return True

    def _answer(self, message: Mapping[str, Any], code: Any, reason: str) -> None:
        """Refuse a request; a notification is only noted, as the protocol demands."""
        if "id" in message:
            self._refuse(message["id"], code, reason)
        else:
            _log.info("ignored: %s", reason)

    def _refuse(self, number: Any, code: Any, reason: str) -> None:
        known = number if isinstance(number, (int, str)) else None
        error = {"code": int(code), "message": reason}
        self._send_data({"jsonrpc": self.VERSION, "id": known, "error": error})

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification whose parameters have the shape of the protocol already."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})
