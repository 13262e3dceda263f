"""SARIF that is valid, read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import pytest

from gklint.cli import main
from gklint.findings.report import Report
from tests.support.paths import ROOT
from tests.support.rendering import rendered as text_of

# RFC 3986: unreserved, reserved, and percent-encoded octets.
URI = re.compile(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-F]{2})+")


@cache
def _validator() -> jsonschema.Draft7Validator:
    schema = json.loads((ROOT / "tests/data/schemas/sarif-schema-2.1.0.json").read_text("utf-8"))
    # The packaged schema is of a draft; in the standard (§3.35.3) the property is called status.
    suppression = schema["definitions"]["suppression"]["properties"]
    suppression["status"] = suppression.pop("state")
    return jsonschema.Draft7Validator(schema)


def run_of(text: str) -> dict[str, Any]:
    """The only run of a document that is valid.

    The standard asks (§3.27.23, §3.27.24) that of some properties all results have them or none.
    """
    text.encode("utf-8")
    document = json.loads(text)
    _validator().validate(document)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    for name in ("suppressions", "baselineState"):
        assert 1 >= len({name in result for result in run["results"]})
    return run


def rendered(*reports: Report, lang: str = "zh") -> dict[str, Any]:
    """The run of these reports."""
    return run_of(text_of("sarif", reports, lang=lang))


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """The run that ``check`` prints."""
    main(["check", *arguments, "--format", "sarif"])
    return run_of(capsys.readouterr().out)


def uris(value: Any) -> Iterator[str]:
    """All URIs of a document."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("uri", "helpUri", "informationUri"):
                yield item
            yield from uris(item)
    elif isinstance(value, list):
        for item in value:
            yield from uris(item)
