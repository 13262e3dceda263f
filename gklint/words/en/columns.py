"""The columns of the tables that `gklint extract` writes: their heads, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- sheets ---------------------------------------------------------------------------------
    "columns.summary-sheet": "summary",
    "columns.legend-sheet": "legend",
    "columns.legend-column": "column",
    "columns.legend-head": "head",
    "columns.legend-name": "name (JSON, CSV)",
    "columns.legend-means": "what it holds",
    "columns.sum": "total",
    "columns.sum-without": "without {count} reports, in which this cell has no number",
    "columns.former-table": "{table} (format of {version})",
    # -- cells without a number -----------------------------------------------------------------
    "columns.cell-blank": "blank: no number was entered",
    "columns.cell-dash": "no number: “{text}” was entered",
    "columns.cell-unreadable": "no number can be read: “{text}” was entered",
    "columns.cell-missing": "the report lacks this row",
    # -- columns --------------------------------------------------------------------------------
    "columns.path": "file",
    "columns.path-means": "the path of the file",
    "columns.format": "format",
    "columns.format-means": "2021 (in force) or 2019 (on trial)",
    "columns.agency": "agency",
    "columns.agency-means": "the agency that the title names",
    "columns.year": "year",
    "columns.year-means": "the year that is reported on",
    "columns.error": "error",
    "columns.error-means": "the rule's code where the file cannot be read or is no annual report; "
    "most other columns are then empty",
    "columns.error_message": "error message",
    "columns.error_message-means": "why it cannot be read",
    "columns.title": "title",
    "columns.title-means": "the title of the report",
    "columns.period_start": "period from",
    "columns.period_start-means": "the first day of the period that the preamble states; "
    "month and day where it states no year",
    "columns.period_end": "period to",
    "columns.period_end-means": "the last day of the period that the preamble states",
    "columns.telephone": "telephone",
    "columns.telephone-means": "telephone numbers in the text",
    "columns.fax": "fax",
    "columns.fax-means": "fax numbers in the text",
    "columns.email": "e-mail",
    "columns.email-means": "e-mail addresses in the text",
    "columns.address": "address",
    "columns.address-means": "postal addresses in the text",
    "columns.postcode": "postcode",
    "columns.postcode-means": "postcodes in the text",
    "columns.section-means": "1 if the report has this section, 0 if not",
    "columns.blank": "blank",
    "columns.blank-means": "cells that are blank or hold a dash; "
    "where a whole row or table is blank, only that",
    "columns.unreadable": "unreadable",
    "columns.unreadable-means": "cells that hold something but no number, "
    "and rows that cannot be cut into columns",
    "columns.missing": "missing",
    "columns.missing-means": "tables and rows that the report lacks",
    "columns.number-means": "empty where there is no number",
    "columns.former-number-means": "empty where there is no number; only in former formats",
}
