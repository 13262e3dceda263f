"""A report whose numbers were read from pictures, with those that its sums prove."""

from __future__ import annotations

from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.ruleset.loading import RuleSet


def settled(rules: RuleSet, document: Document) -> Document:
    """The report with its numbers settled; as it is, if nothing of it was recognised."""
    source = document.source
    if source.recognition is None:
        return document
    from gklint.checks.settling import settle  # few reports are scans
    from gklint.text.rewriting import rewritten

    identities = {
        name: rules.identities[name].get(table.start, ()) for name, table in document.tables.items()
    }
    found = settle(document, identities)
    known = source.recognition.settled(found.seen, found.unsettled)
    source = rewritten(source._replace(recognition=known), found.texts)
    return parse(source, rules.form)
