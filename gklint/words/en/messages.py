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
    "messages.unit-row": "row",
    "messages.unit-group": "group",
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
    "messages.about-requests": "requests",
    "messages.about-granted": "requests granted",
    "messages.about-partial": "requests granted in part",
    "messages.about-denied": "requests denied (all rows)",
    "messages.about-denied_state_secret": "denials for state secrets",
    "messages.about-denied_by_law": "denials by law",
    "messages.about-denied_safety_stability": "denials for safety and stability",
    "messages.about-denied_third_party": "denials for the rights of third parties",
    "messages.about-denied_internal_affairs": "denials for internal affairs",
    "messages.about-denied_process_information": "denials for information on processes",
    "messages.about-denied_enforcement_file": "denials for enforcement files",
    "messages.about-denied_administrative_query": "denials for administrative queries",
    "messages.about-unable": "information that could not be provided (all rows)",
    "messages.about-unable_not_held": "information that is not held",
    "messages.about-unable_not_compiled": "information that would have to be compiled",
    "messages.about-unable_unclear": "requests that stayed unclear",
    "messages.about-rejected": "requests not dealt with (all rows)",
    "messages.about-rejected_petition": "petitions and complaints not dealt with",
    "messages.about-rejected_repeat": "repeated requests",
    "messages.about-rejected_publication": "requests for publications",
    "messages.about-rejected_excessive": "excessive requests",
    "messages.about-rejected_reconfirm": "requests to confirm or issue again",
    "messages.about-other_handling": "requests handled otherwise (all rows)",
    "messages.about-other_not_corrected": "requests not corrected in time",
    "messages.about-other_fee_unpaid": "requests with unpaid fees",
    "messages.about-direct_litigation": "lawsuits without a review",
    "messages.about-post_review_litigation": "lawsuits after a review",
    "messages.about-disputes": "reviews and lawsuits together",
    "messages.about-regulations_issued": "regulations issued",
    "messages.about-regulations_repealed": "regulations repealed",
    "messages.about-regulations_in_force": "regulations in force",
    "messages.about-licences": "decisions on licences",
    "messages.about-penalties": "decisions on penalties",
    "messages.about-compulsory": "compulsory measures",
    "messages.about-fees": "administrative charges",
    "messages.about-column": "{about}, “{of}”",
    "messages.of-natural_person": "natural persons",
    "messages.of-organisation": "legal persons and other organisations",
    "messages.of-commercial": "commercial enterprises",
    "messages.of-research": "research institutions",
    "messages.of-social": "charities",
    "messages.of-legal": "legal services",
    "messages.of-upheld": "upheld",
    "messages.of-corrected": "corrected",
    "messages.of-other": "other results",
    "messages.of-pending": "pending",
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
    "messages.such-cell": "“{row}”, “{column}” holds the same",
    "messages.fee-elsewhere": "the fee is mentioned here",
    "messages.other-number": "elsewhere it reads {value}",
    # -- texts of other reports -----------------------------------------------------------------
    "messages.passage-here": "another passage in both ({count} sentences): {words}",
    "messages.passage-there": "this passage in the other report ({count} sentences): {words}",
    "messages.text-besides": "{percent}% is the same as in the report of {body}, too",
    "messages.version-there": "this place in the other file: {value}",
    "messages.version-blank": "blank",
    # -- why something could not be decided -----------------------------------------------------
    "messages.text-short": (
        "without what the form prescribes and what all bodies write, the text has {size} "
        "characters, too few to tell whether it was copied"
    ),
    "messages.version-unread": (
        "of {file}, which is the same report, or of this file {count} cells cannot be read"
    ),
    "messages.cell-unreadable": "{table}, “{missing_row}”, “{missing_column}” is blank or not a "
    "number",
    "messages.row-unreadable": "{table}, “{missing_row}”: the values cannot be matched with the "
    "columns",
    "messages.row-missing": "{table} lacks the row “{missing_row}”",
    "messages.row-glued": "{table}, “{row}”: the digits run together and cannot be told apart",
    "messages.row-parted": (
        "{table}, row “{row}”: {found} numbers that only blanks part, for {expected} columns"
    ),
    "messages.recognised": "the text was made by recognition from a picture, and may be misread",
    "messages.requests-unreadable": "the number of requests in table 3 cannot be read",
    "messages.doubt-rough": "the text says {said}, which is no exact number",
    "messages.doubt-wider": "the text says {said}, which differs from the table "
    "but may count other bodies too",
    "messages.doubt-time": "the text says {said}, which differs from the table "
    "but may not be of this whole year",
    "messages.doubt-part": "the text says {said}, which differs from the table "
    "but may count only a part",
    "messages.doubt-new": "the text says {said}, which differs from the table "
    "but may leave out the requests carried in",
    "messages.parts-may-be-incomplete": "the parts add up to less than the total, but may not be "
    "all of them",
    "messages.numbers-unreadable": "some cells are blank or cannot be read, so it "
    "cannot be told whether all are zero",
    "messages.power-unknown": "the agency's name does not tell whether it may make 规章",
}
