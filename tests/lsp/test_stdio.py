"""Standard input and output, when the other side is too slow or too fast."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from threading import Thread

import pytest

from gklint.lsp.stdio import Inbox, Output, listen

pytestmark = pytest.mark.slow


def test_that_the_client_reads_no_more_is_told_and_no_error() -> None:
    source, target = os.pipe()
    told: list[str] = []
    output = Output(target, lambda: told.append("lost"))
    output.write(b"message")
    before = [*told]
    os.close(source)
    output.write(b"message")
    os.close(target)

    assert ([], ["lost"]) == (before, told)


def test_what_comes_faster_than_it_is_taken_waits_outside(tmp_path: Path) -> None:
    path = tmp_path / "much"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)

    async def take() -> tuple[int, int]:
        inbox, source = Inbox(), os.open(path, os.O_RDONLY)
        loop = asyncio.get_running_loop()
        thread = Thread(target=listen, args=(source, loop, inbox))
        thread.start()
        await asyncio.sleep(1)
        before, taken = os.lseek(source, 0, os.SEEK_CUR), 0
        while data := await inbox.get():
            taken += len(data)
        thread.join()
        os.close(source)
        return before, taken

    before, taken = asyncio.run(take())

    assert before <= 65 * 2**20
    assert 200 * 2**20 == taken
