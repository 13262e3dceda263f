"""The numbers of the documents that a report rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gklint.checks.options import PATTERN, TEXT, Options, by_name, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address
from gklint.model.outcomes import Edit, Finding, Outcome
from gklint.text.expressions import Expression
from gklint.text.source import Span

_PLAIN = r"[\w〔〕\[\]()（）【】﹝﹞〖〗［］]+"
_NUMBERS = by_name(TEXT, "rulefiles.numbers", PATTERN)
_TITLE = 90  # characters in which the title of a document stands before its number


class NumberOptions(Options):
    """``wrong``: expressions for numbers that are none, and the right one for each.

    They go by what has to stand there besides the right numbers.  ``of_others``: what stands
    before the number of another document.
    """

    wrong: Mapping[str, Mapping[Expression, str]] = option(
        by_name(_NUMBERS, "rulefiles.signs", TEXT)
    )
    of_others: Expression = option(PATTERN)


@check("document-number", NumberOptions)
def document_number(context: Context, options: NumberOptions) -> Iterable[Outcome]:
    """Find wrong numbers, in the preamble, of documents that have but one."""
    source = context.document.source.text
    right = {number for numbers in options.wrong.values() for number in numbers.values()}
    for prose in context.document.preamble:
        besides = prose.text
        for number in right:
            besides = besides.replace(number, "")
        for sign, numbers in options.wrong.items():
            for each, number in numbers.items() if sign in besides else ():
                for match in each.finditer(prose.text):
                    if not options.of_others.search(prose.text[: match.start()][-_TITLE:]):
                        yield _finding(source, prose.span(*match.span()), number)


def _finding(source: str, span: Span, right: str) -> Finding:
    printed = source[slice(*span)]
    # Else the end of a line may stand within, or markup.
    edits = (Edit(span, right),) if re.fullmatch(_PLAIN, printed) else ()
    args = {"printed": " ".join(printed.split()), "right": right}
    return Finding(Address("preamble", "number"), span, args, edits=edits)
