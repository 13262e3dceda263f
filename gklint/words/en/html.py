"""What the page of reports says besides the messages of findings."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "html.title": "Checked reports",
    "html.overview": "Files",
    "html.file": "File",
    "html.agency": "Body",
    "html.year": "Year",
    "html.error": "Errors",
    "html.warning": "Warnings",
    "html.info": "Infos",
    "html.undecided-count": "Undecided",
    "html.show": "Show",
    "html.report": "Report",
    "html.findings": "Findings",
    "html.nothing": "Nothing was found.",
    "html.front": "Beginning",
    "html.as-written": "The table as the file has it",
    "html.untold": "the cells of this row cannot be told apart",
    "html.no-cell": "missing",
    "html.no-row": "missing",
    "html.blank": "blank",
    "html.unclear": "undecided",
    "html.unread": "no number",
    "html.expected": "should be {number}",
    "html.possible": "perhaps {number}",
    "html.sign-error": "✗",
    "html.sign-warning": "!",
    "html.sign-info": "i",
    "html.sums": "{count} sums: {broken} do not hold, {unclear} undecided",
    "html.no-sums": "This cell takes part in no sum.",
    "html.undecided": "{count} undecided",
    "html.accepted": "{count} accepted",
    "html.known": "In the baseline",
    "html.reason": "Accepted because: {reason}",
    "html.crop": "this cell in the picture of page {page}",
}
