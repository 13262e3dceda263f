"""What `gklint new` says of its work, and what is wrong with numbers for a new report."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "new.written": "{output}: {given} numbers filled in, {computed} totals computed, "
    "{blank} cells left blank.",
    "new.written-blank": "{output}: a blank report.",
    "new.broken": "{table}, “{line}”: {sum}, {state}",
    "new.exists": "there is such a file already, which is not replaced; "
    "please give another name: {path}",
    "new.no-agency": "the name of the body is empty or has characters that cannot be seen",
    "new.no-version": "there is no form for {year}; the first is for {first}",
    "new.suffix": "numbers should be in an .xlsx, .csv or .json file",
    "new.no-csv": "no CSV file, or a damaged one",
    "new.no-layout": "neither a table that gklint extract writes nor one laid out like the form",
    "new.unknown-column": "{place}: unknown column “{found}”",
    "new.other-label": "{place}: “{label}” should stand here, but “{found}” does",
    "new.table-twice": "there are two tables for “{heading}”",
    "new.no-number": "{place}: “{found}” is no number",
    "new.no-json-number": "value should be a number or null",
    "new.no-object": "expected an object (in braces)",
    "new.no-reports": "there is no list of reports",
    "new.advice-json": "please make it again with gklint extract",
    "new.unknown-cell": "there is no such cell in the form: {found}",
    "new.not-in-version": "there is no such cell in the form of {version}: {found}; "
    "please give the --year",
    "new.whose": "{agency} {year}",
    "new.several": "there are {count} reports; say by --agency and --year which is meant: "
    "{reports}",
    "new.none": "there is no report of this body and year, but of {reports}",
    "new.none-at-all": "there are no numbers of any report",
}
