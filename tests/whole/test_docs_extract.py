"""docs/extract.md: what it shows is what the sample gives."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.support.extracting import as_csv, as_document, facts_of
from tests.support.paths import ROOT
from tests.support.sample import changed

DOCS = (ROOT / "docs" / "extract.md").read_text("utf-8")


def is_part(example: Any, actual: Any) -> bool:
    """Whether all that an example shows is so; it may leave out keys, and the end of a list."""
    if isinstance(example, dict):
        return all(key in actual and is_part(example[key], actual[key]) for key in example)
    if isinstance(example, list):
        return len(example) <= len(actual) and all(map(is_part, example, actual))
    return bool(example == actual)


def test_the_documented_example_is_what_the_sample_gives() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)
    (actual,) = as_document(facts_of(changed(), "sample.txt"))["reports"]

    assert is_part(json.loads(example), actual)


def test_the_documented_row_is_what_the_sample_gives() -> None:
    head, _, row = re.findall(r"^\| (.*) \|$", DOCS, re.MULTILINE)[-3:]
    (actual,) = as_csv(facts_of(changed(), "sample.txt"))

    assert [text.strip() for text in row.split("|")] == [actual[name] for name in head.split(" | ")]
