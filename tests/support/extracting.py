"""Facts of a text, and how each format has them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

from openpyxl import load_workbook

from gklint.errors import UnreadableFileError
from gklint.extract import WRITERS
from gklint.extract.extracting import facts
from gklint.formats.reading import nothing
from gklint.model.abstract import State
from gklint.model.facts import Facts
from gklint.model.outcomes import CellName
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from tests.support.checking import linter

# The names that the contract gives, in its order.
_DISCLOSURE = [
    *(f"{row}.{column}" for row in ("regulations", "normative_documents")
      for column in ("issued", "repealed", "in_force")),
    *("licences.decisions", "penalties.decisions", "compulsory.decisions", "fees.amount"),
]  # fmt: skip
REQUEST_ROWS = [
    *("new", "carried_in", "granted", "partial"),
    *("denied_state_secret", "denied_by_law", "denied_safety_stability", "denied_third_party"),
    *("denied_internal_affairs", "denied_process_information", "denied_enforcement_file"),
    *("denied_administrative_query", "unable_not_held", "unable_not_compiled", "unable_unclear"),
    *("rejected_petition", "rejected_repeat", "rejected_publication", "rejected_excessive"),
    *("rejected_reconfirm", "other_not_corrected", "other_fee_unpaid", "other_other"),
    *("handled_total", "carried_out"),
]
REQUEST_COLUMNS = [
    *("natural_person", "commercial", "research", "social", "legal", "other", "total")
]
_DISPUTE_ROWS = ["review", "direct_litigation", "post_review_litigation"]
_DISPUTE_COLUMNS = ["upheld", "corrected", "other", "pending", "total"]
NUMBERS_2021 = [
    *(f"disclosure.{name}" for name in _DISCLOSURE),
    *(f"requests.{row}.{column}" for row in REQUEST_ROWS for column in REQUEST_COLUMNS),
    *(f"disputes.{row}.{column}" for row in _DISPUTE_ROWS for column in _DISPUTE_COLUMNS),
]
NUMBERS_2019 = [
    *(f"disclosure.{row}.{column}" for row in ("regulations", "normative_documents")
      for column in ("produced", "published", "all_published")),
    *("disclosure.licences.projects", "disclosure.licences.change"),
    *(f"disclosure.other_services.{column}" for column in ("projects", "change", "decisions")),
    *(f"disclosure.{row}.{column}" for row in ("penalties", "compulsory", "fees")
      for column in ("projects", "change")),
    *("disclosure.procurement.purchases", "disclosure.procurement.spent"),
    *(f"requests.other_handling.{column}" for column in REQUEST_COLUMNS),
]  # fmt: skip
OTHERS = [
    *("agency", "year", "path", "format", "error", "error_message", "title"),
    *("period_start", "period_end", "telephone", "fax", "email", "address", "postcode"),
    *("sections.overview", "sections.disclosure", "sections.requests", "sections.disputes"),
    *("sections.problems", "sections.other_matters", "blank", "unreadable", "missing"),
]
GRANTED = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |"


def facts_of(text: str, path: str | None = "a.txt") -> Facts:
    return facts(linter().check(Source(text, path)), load_rules().form)


def unreadable(path: str = "b.txt") -> Facts:
    error = UnreadableFileError("undecodable", line=3)
    return facts(linter().unreadable(nothing(path), error), load_rules().form)


def printed_numbers(text: str) -> list[str]:
    """All numbers in the cells of the sample: those of the form, in its order."""
    return re.findall(r"(?<![^\n ])(\d+(?:\.\d+)?)(?= \||\n五)", text)


def cell(found: Facts, name: str) -> tuple[object, str | None, str, tuple[int, int, int] | None]:
    """Value, text and state of a cell, and its line and columns."""
    it = found.cell(CellName(*name.split(".")))
    assert it is not None
    span = (*it.range.start, it.range.end.column) if it.range else None
    return it.value, it.text, it.state.value, span


def states(found: Facts, state: State) -> list[str]:
    return [
        f"{table}.{row}.{column}"
        for table, rows in found.tables.items()
        for row, cells in rows.items()
        for column, it in cells.items()
        if it.state is state
    ]


def written(name: str, *reports: Facts, lang: str | None = None) -> bytes:
    return b"".join(WRITERS[name](reports, load_rules(), lang))


def as_document(*reports: Facts) -> Any:
    return json.loads(written("json", *reports))


def as_csv(*reports: Facts) -> list[dict[str, str]]:
    text = written("csv", *reports).decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def as_sheet(*reports: Facts) -> Any:
    """The first sheet of the workbook."""
    return load_workbook(io.BytesIO(written("xlsx", *reports)))["汇总"]
