"""``--format lsp`` and the types of the protocol."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lsprotocol import converters, types

from gklint.cli import main
from tests.helpers import ROOT

EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if path.suffix not in (".expected", ".md~")
)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_what_format_lsp_writes_is_the_same_read_and_written_by_lsprotocol(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(path), "--isolated", "--format", "lsp"])
    (params,) = json.loads(capsys.readouterr().out)
    converter = converters.get_converter()
    read = converter.structure(params, types.PublishDiagnosticsParams)

    assert params == converter.unstructure(read, types.PublishDiagnosticsParams)
