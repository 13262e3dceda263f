"""What the messages of several rules share; what is said of a rule itself stands in its file."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- names ----------------------------------------------------------------------------------
    "messages.table-1": "table 1",
    "messages.table-2": "table 2",
    "messages.table-3": "table 3",
    "messages.table-4": "table 4",
    "messages.table-5": "table 5",
    "messages.table-6": "table 6",
    "messages.table-7": "table 7",
    "messages.table-8": "table 8",
    "messages.table-9": "table 9",
    "messages.row-and-column": "{row}（{column}）",
    "messages.names-joint": "、",
    "messages.no-number": "？",
    "messages.cell": "row “{row}”, column “{column}”",
    "messages.cell-in-row": "column “{column}”",
    "messages.cell-in-column": "row “{row}”",
    "messages.cells-of-row": "“{first}” ({columns})",
    "messages.cells-of-rows": "“{first}” to “{last}” ({columns})",
    "messages.all-columns": "all columns",
    "messages.and-more": " and more",
    "messages.about-new": "new requests",
    "messages.about-carried_in": "requests carried in",
    "messages.about-handled": "requests handled",
    "messages.about-answered": "requests answered",
    "messages.about-dealt": "requests dealt with",
    "messages.about-carried_out": "requests carried over",
    "messages.about-review": "administrative reviews",
    "messages.about-litigation": "administrative lawsuits",
    "messages.about-issued": "normative documents issued",
    "messages.about-repealed": "normative documents repealed",
    "messages.about-in_force": "normative documents in force",
    # -- on whose authority ---------------------------------------------------------------------
    "messages.basis": "{fact} ({source}; {grade})",
    "messages.grade-V": "wording seen in the official text",
    "messages.grade-L": "a local circular's wording",
    "messages.grade-S": "seen in published reports",
    "messages.grade-I": "inferred",
    "messages.grade-R": "recollection, a lead only",
    # -- which cell is wrong --------------------------------------------------------------------
    "messages.suspect-here": " Most likely wrong: {cell}, which should be {expected}.",
    "messages.suspect-there": " Most likely wrong: {cell}, which reads {actual} and should be "
    "{expected}.",
    "messages.suspect-last": " It is the same cell as above: {cell}, which reads {actual} and "
    "should be {expected}.",
    "messages.suspect-again": " It is a cell named before: {cell}, which reads {actual} and should "
    "be {expected}.",
    "messages.suspect-any": " One of these is probably wrong, please check: {cells}.",
    "messages.suspect-all": " Several cells are probably wrong, please check: {cells}.",
    "messages.suspect-item": "{cell} from {actual} to {expected}",
    "messages.suspect-more": "{count} more",
    # -- places that belong to a finding --------------------------------------------------------
    "messages.addend": "“{row}”, “{column}”: {value}",
    "messages.cell-note": "{table}, “{row}”, “{column}”: {value}",
    "messages.blank-cell": "“{row}”, “{column}” holds no number",
    "messages.fee-elsewhere": "the fee is mentioned here",
    "messages.other-number": "elsewhere it reads {value}",
    # -- why something could not be decided -----------------------------------------------------
    "messages.cell-unreadable": "{table}, “{missing_row}”, “{missing_column}” is blank or not a "
    "number",
    "messages.row-unreadable": "{table}, “{missing_row}”: the values cannot be matched with the "
    "columns",
    "messages.row-missing": "{table} lacks the row “{missing_row}”",
    "messages.row-glued": "{table}, “{row}”: the digits run together and cannot be told apart",
    "messages.row-parted": (
        "{table}, row “{row}”: {found} numbers that only blanks part, for {expected} columns"
    ),
    "messages.requests-unreadable": "the number of requests in table 3 cannot be read",
    "messages.count-may-be-partial": "the text says {said}, which differs from the table but may "
    "be a part of it",
    "messages.parts-may-be-incomplete": "the parts add up to less than the total, but may not be "
    "all of them",
    "messages.numbers-unreadable": "some cells are blank or cannot be read, so it "
    "cannot be told whether all are zero",
    "messages.power-unknown": "the agency's name does not tell whether it may make 规章",
}
