"""What is said of texts that stand in several reports."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "texts.passage-here": "another passage in both ({count} sentences): {words}",
    "texts.passage-there": "this passage in the other report ({count} sentences): {words}",
    "texts.besides": "{percent}% is the same as in the report of {body}, too",
    "texts.version-there": "this place in the other file: {value}",
    "texts.blank": "blank",
    "texts.short": (
        "without what the form prescribes and what all bodies write, the text has {size} "
        "characters, too few to tell whether it was copied"
    ),
    "texts.unread": (
        "of {file}, which is the same report, or of this file {count} cells cannot be read"
    ),
}
