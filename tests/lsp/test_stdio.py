"""Standard output, when the client does not read any more."""

from __future__ import annotations

import os

import pytest

from gklint.lsp.stdio import Output

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
