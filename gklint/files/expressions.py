"""What is wrong with a regular expression, in words: Python speaks English alone."""

from __future__ import annotations

import re
import warnings

from gklint.words import Message

# What Python says, and the text of ours that says it; the first that fits.
_SAYS = {
    r"missing \), .*": "files.expression-open",
    r"unbalanced parenthesis": "files.expression-closed",
    r"unterminated character set": "files.expression-set",
    r"bad character range .*": "files.expression-range",
    r"nothing to repeat": "files.expression-nothing-to-repeat",
    r"multiple repeat": "files.expression-repeated-twice",
    r"min repeat greater .*": "files.expression-repeated-less",
    r"the repetition number .*": "files.expression-repeated-more",
    r"(?:bad|incomplete|octal) escape .*|undefined character .*": "files.expression-escape",
    r"look-behind .*|looks too much behind": "files.expression-behind",
    r"(?:global|bad inline|unknown) flag.*|missing (?:flag|[-:]).*": "files.expression-flags",
    r"unknown extension .*|unexpected end .*": "files.expression-extension",
    r"(?:unknown|bad|invalid) group .*|cannot refer .*": "files.expression-reference",
    r".*\bgroup name\b.*|missing [<>].*": "files.expression-name",
    r"maximum recursion .*": "files.expression-deep",
    r"Possible (?:nested )?set.*": "files.expression-ambiguous",
    r".*": "files.expression-other",
}
_PLACE = re.compile(r"(?P<said>.*?) at position (?P<place>\d+)")


def compiled(pattern: str) -> re.Pattern[str] | Message:
    """An expression, or what is wrong with it and at which character."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what may come to mean something else
            return re.compile(pattern)
    except (re.error, RecursionError, OverflowError, Warning) as error:
        return _in_words(str(error))


def _in_words(said: str) -> Message:
    """What Python says, which remains as an addition."""
    said, _, _ = said.partition("\n")
    place = _PLACE.match(said)
    original = place["said"] if place else said
    key = next(key for text, key in _SAYS.items() if re.fullmatch(text, original))
    problem = Message(key)
    if place:
        problem = Message("files.expression-at", {"at": int(place["place"]) + 1, "what": problem})
    return Message("files.expression-said", {"problem": problem, "original": original})
