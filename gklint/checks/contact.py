"""The contact line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gklint.checks.options import GROUPED, PATTERN, PATTERNS, TEXTS, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address
from gklint.model.outcomes import Finding, NotApplicable, Note, Outcome
from gklint.model.statements import Phone
from gklint.parse.prose.contact import EMAIL
from gklint.text.expressions import Expression, alternatives

_SEPARATORS = re.compile(r"[、,/;或及和]")
_DASHES = re.compile(r"[—–─―-]+")
_NEXT_LINE = re.compile(r"\n([\w.-]{1,40})", re.ASCII)


@check("contact-missing", Options)
def contact_missing(context: Context, _: Options) -> Iterable[Outcome]:
    """Find a report that says nowhere how to reach its agency."""
    statements = context.document.statements
    if not statements.phones and not statements.other_contacts:
        yield Finding(Address("contact"), context.document.last_line)


class NumberOptions(Options):
    """``valid``: regular expressions, one of which a number must match as a whole."""

    valid: tuple[Expression, ...] = option(PATTERNS)


@check("contact-number", NumberOptions)
def contact_number(context: Context, options: NumberOptions) -> Iterable[Outcome]:
    """Find numbers that are no possible telephone numbers."""
    phones = context.document.statements.phones
    if not phones:
        yield NotApplicable()
        return
    valid = alternatives(options.valid)
    for phone in phones:
        for number in _numbers(phone):
            if not valid.fullmatch(number):
                yield Finding(
                    Address("contact", phone.label), phone.where.span, {"printed": number}
                )
                break


def _numbers(phone: Phone) -> list[str]:
    """The numbers given together, dashes and brackets made equal: 0952-1234567."""
    plain = _DASHES.sub("-", phone.number).replace("(", "").replace(")", "-").replace(".", "-")
    plain = re.sub("-{2,}", "-", plain)
    return [part.strip("-") for part in _SEPARATORS.split(plain) if part]


@check("contact-differs", Options)
def contact_differs(context: Context, _: Options) -> Iterable[Outcome]:
    """Find two places that give different numbers for the same thing."""
    first: dict[str, Phone] = {}
    for phone in context.document.statements.phones:
        before = first.setdefault(phone.label, phone)
        if {*_numbers(phone)}.isdisjoint(_numbers(before)):
            args = {"printed": phone.number, "before": before.number, "label": phone.label}
            note = Note("messages.other-number", before.where.span, None, {"value": before.number})
            yield Finding(Address("contact", phone.label), phone.where.span, args, notes=(note,))


class EmailOptions(Options):
    """Expressions whose first group is meant to be an e-mail address.

    ``marked``: with an @; ``labelled``: behind one of the ``labels``.  ``wrong``: what none has.
    """

    marked: tuple[Expression, ...] = option(GROUPED)
    labels: tuple[str, ...] = option(TEXTS)
    labelled: Expression = option(PATTERN)
    wrong: Expression = option(PATTERN)


@check("email-broken", EmailOptions)
def email_broken(context: Context, options: EmailOptions) -> Iterable[Outcome]:
    """Find e-mail addresses to which nothing can be sent."""
    prose = context.document.prose
    labelled = [options.labelled.within(each) for each in options.labels if each in prose.text]
    for each in (*labelled, *(options.marked if "@" in prose.text else ())):
        for match in each.within("", flags=re.ASCII).finditer(prose.text):
            address = match[1].rstrip(".-")
            wrapped = _NEXT_LINE.match(prose.text, match.end(1))
            if wrapped and EMAIL.fullmatch(match[1] + wrapped[1]):
                continue
            if not EMAIL.fullmatch(address) or options.wrong.search(address):
                args = {"printed": match[1]}
                yield Finding(Address("contact", "email"), prose.span(*match.span(1)), args)
