"""Open documents and the thread that checks them, with checks that end when the test says so."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from queue import SimpleQueue
from typing import Any

import pytest

from gklint.lsp.checking import Checked
from gklint.lsp.documents import Document, Documents, Job
from tests.support.lsp_client import URI
from tests.support.lsp_documents import checked

OTHER = "untitled:b.md"


class Gate:
    """Checks that wait, each until it is let go; what was begun and what was published."""

    def __init__(self) -> None:
        self.begun: asyncio.Queue[str] = asyncio.Queue()
        self.go: SimpleQueue[None] = SimpleQueue()
        self.published: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self.loop = asyncio.get_running_loop()
        self.documents = Documents(self.job, self.publish)

    def job(self, document: Document) -> Job:
        uri, text = document.uri, document.text

        def work() -> Checked:
            self.loop.call_soon_threadsafe(self.begun.put_nowait, text)
            self.go.get()
            if text == "crash":
                raise ZeroDivisionError
            return checked(text, uri)

        return work

    def publish(self, document: Document) -> None:
        assert document.checked
        self.published.put_nowait((document.uri, document.checked.text))


def run(scenario: Callable[[Gate], Awaitable[None]]) -> None:
    async def main() -> None:
        await asyncio.wait_for(scenario(Gate()), 30)

    asyncio.run(main())


def test_of_changes_during_a_check_only_the_last_is_checked() -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put(URI, 1, "one")
        assert "one" == await gate.begun.get()
        for version, text in enumerate(("two", "three", "four"), 2):
            gate.documents.put(URI, version, text)
        gate.go.put(None)
        assert "four" == await gate.begun.get()
        gate.go.put(None)

        assert (URI, "four") == await gate.published.get()
        assert gate.published.empty()

    run(scenario)


def test_a_document_closed_while_it_is_checked_is_not_published() -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put(URI, 1, "one")
        await gate.begun.get()
        gate.documents.close(URI)
        gate.documents.put(OTHER, 1, "other")
        gate.go.put(None)
        gate.go.put(None)

        assert (OTHER, "other") == await gate.published.get()
        assert gate.published.empty()

    run(scenario)


def test_a_document_opened_again_does_not_get_what_was_found_before() -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put(URI, 1, "one")
        await gate.begun.get()
        gate.documents.close(URI)
        gate.documents.put(URI, 1, "again")
        gate.go.put(None)
        gate.go.put(None)

        assert (URI, "again") == await gate.published.get()
        assert gate.published.empty()

    run(scenario)


def test_who_waits_gets_what_is_found_in_the_newest_text() -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put(URI, 1, "one")
        await gate.begun.get()
        waiting = asyncio.create_task(gate.documents.checked(URI))
        await asyncio.sleep(0)
        gate.documents.put(URI, 2, "two")
        gate.go.put(None)
        gate.go.put(None)
        found = await waiting

        assert found
        assert "two" == found.text

    run(scenario)


def test_who_waits_for_a_document_that_is_closed_gets_nothing() -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put(URI, 1, "one")
        waiting = asyncio.create_task(gate.documents.checked(URI))
        await gate.begun.get()
        gate.documents.close(URI)

        assert None is await waiting
        assert None is await gate.documents.checked(URI)
        gate.go.put(None)

    run(scenario)


def test_the_document_changed_last_is_checked_first() -> None:
    async def scenario(gate: Gate) -> None:
        for uri in (URI, OTHER, "untitled:c.md"):
            gate.documents.put(uri, 1, uri)
        gate.documents.put(OTHER, 2, "changed")
        for _ in range(4):
            gate.go.put(None)
        order = [await gate.begun.get() for _ in range(3)]

        assert [URI, "changed", "untitled:c.md"] == order

    run(scenario)


def test_new_settings_have_all_documents_checked_again() -> None:
    async def scenario(gate: Gate) -> None:
        for uri in (URI, OTHER):
            gate.documents.put(uri, 1, uri)
            gate.go.put(None)
            await gate.published.get()
        gate.documents.check_all()
        gate.go.put(None)
        gate.go.put(None)

        assert {(URI, URI), (OTHER, OTHER)} == {await gate.published.get() for _ in range(2)}

    run(scenario)


def test_a_check_that_fails_leaves_the_others_alone(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put(URI, 1, "crash")
        waiting = asyncio.create_task(gate.documents.checked(URI))
        await gate.begun.get()
        gate.go.put(None)
        assert None is await waiting
        gate.documents.put(URI, 2, "two")
        gate.go.put(None)

        assert (URI, "two") == await gate.published.get()

    with caplog.at_level(logging.ERROR):
        run(scenario)

    assert ["a check has failed"] == [record.message for record in caplog.records]


def test_half_a_character_becomes_a_question_mark() -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put(URI, 1, "一\ud800𠮷")
        gate.go.put(None)

        assert (URI, "一?𠮷") == await gate.published.get()

    run(scenario)


def test_a_document_is_known_however_its_uri_is_quoted() -> None:
    async def scenario(gate: Gate) -> None:
        gate.documents.put("file:///c%3A/%E8%A1%A8.md", 1, "one")
        gate.go.put(None)

        found: Any = gate.documents.get("file:///c:/表.md")
        assert found.text == "one"

    run(scenario)
