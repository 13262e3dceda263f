"""What comparing with last year's report says: places in it, and why it cannot be compared with."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "earlier.cell": "the report for {year}: {table}, “{row}”, “{column}”: {value}",
    # -- numbers that cannot be compared --------------------------------------------------------
    "earlier.cell-unreadable": "in last year's report ({file}), {table}, “{missing_row}”, "
    "“{missing_column}” is blank or not a number",
    "earlier.cell-missing": "in last year's report ({file}), {table} has no cell "
    "“{missing_column}” in “{missing_row}”",
    # -- no report to compare with: of this one -------------------------------------------------
    "earlier.own-year": "the report does not tell its year, so it cannot be compared with the one "
    "before",
    "earlier.own-body": "the report does not tell its agency, so that of last year cannot be found",
    # -- of a single file -----------------------------------------------------------------------
    "earlier.itself": "{file}, given as last year's report, is this very report",
    "earlier.other-year": "{file} is a report for {found}, not for {year}: not compared",
    "earlier.other-body": "{file} is a report of {found}, not of {agency}: not compared",
    "earlier.unfit": "last year's report {file} cannot be compared with: {reason}",
    "earlier.no-report": "it does not look like an annual report",
    "earlier.no-year": "it does not tell its year",
    "earlier.not-covered": "reports for {year} had no uniform format yet",
    "earlier.crashed": "gklint failed while reading it ({error})",
    # -- of a folder ----------------------------------------------------------------------------
    "earlier.none": "{path} has no report of {agency} for {year}: not compared{others}",
    "earlier.likely": "{path} has no report of {agency} for {year}: not compared; names like it "
    "are {near}, but it cannot be told whether it is the same agency{others}",
    "earlier.several": "{path} has several reports of {agency} for {year} with different numbers "
    "({files}{more}): not compared",
    "earlier.others": " (there are {count} more files that do not tell whose report they are, or "
    "for which year: {files}{more})",
}
