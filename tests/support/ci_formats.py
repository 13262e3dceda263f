"""What GitHub, GitLab and Jenkins read, and whether it is valid."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import Any

import jsonschema
from lxml import etree

from tests.support.paths import ROOT

# By GitLab's documentation; it publishes no schema in a package.
_GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "additionalProperties": False,
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
_COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")
_CODED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def issues(text: str) -> list[dict[str, Any]]:
    """A report for GitLab that is valid, with every fingerprint once."""
    text.encode("utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    jsonschema.Draft7Validator(_GITLAB).validate(found)
    assert len(found) == len({issue["fingerprint"] for issue in found})
    return found


@cache
def _junit() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(ROOT / "tests/data/schemas/junit-10.xsd"))


def suites(text: str) -> etree._Element:
    """A JUnit document that is valid, with counts that are right and names that differ."""
    root = etree.fromstring(text.encode("utf-8"))
    _junit().assertValid(root)
    for element in (root, *root):
        counts = [len([*element.iter(name)]) for name in ("testcase", "failure", "error")]
        assert counts == [int(element.get(key, "")) for key in ("tests", "failures", "errors")]
    for suite in root:
        assert len([*suite.iter("skipped")]) == int(suite.get("skipped", ""))
    names = Counter((case.get("classname"), case.get("name")) for case in root.iter("testcase"))
    assert [] == [name for name, count in names.items() if count > 1]
    return root


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Commands as GitHub's runner reads them: kind, properties, message."""
    found = []
    for line in text.split("\n")[:-1]:
        match = _COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.partition("=") for pair in match[2].split(","))
        properties = {key: decoded(value) for key, _, value in pairs}
        found.append((match[1], properties, decoded(match[3])))
    assert text == "" or text.endswith("\n")
    return found


def decoded(text: str) -> str:
    """A value of a command for GitHub."""
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda match: _CODED[match[0]], text)
