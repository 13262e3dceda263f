"""``--format lsp`` and the types of the protocol."""

from __future__ import annotations

import json
from os.path import basename

import pytest
from lsprotocol import converters, types

from gklint.cli import main
from tests.support.paths import EXAMPLES, ROOT


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES, ids=basename)
def test_what_format_lsp_writes_is_the_same_read_and_written_by_lsprotocol(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(ROOT / example), "--isolated", "--format", "lsp"])
    (params,) = json.loads(capsys.readouterr().out)
    converter = converters.get_converter()
    read = converter.structure(params, types.PublishDiagnosticsParams)

    assert params == converter.unstructure(read, types.PublishDiagnosticsParams)
