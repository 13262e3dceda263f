"""The numbers of the documents that a report rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gklint.checks.options import PATTERN, TEXT, Options, by_name, option
from gklint.checks.registry import Context, check
from gklint.files import kinds
from gklint.model.document import Address
from gklint.model.outcomes import Edit, Finding, Outcome

_PLAIN = r"[\w〔〕\[\]()（）【】﹝﹞〖〗［］]+"
_TITLE = 90  # characters in which the title of a document stands before its number


@dataclass(frozen=True)
class NumberOptions(Options):
    """``wrong``: expressions for numbers that are none, and the right one for each.

    ``of_others``: what stands before the number of another document.
    """

    wrong: Mapping[str, str] = option(by_name(TEXT, "rulefiles.numbers", kinds.expression()))
    of_others: str = option(PATTERN)


@check("document-number", NumberOptions)
def document_number(context: Context, options: NumberOptions) -> Iterable[Outcome]:
    """Find wrong numbers, in the preamble, of documents that have but one."""
    text = context.document.source.text
    for prose in context.document.preamble:
        for pattern, right in options.wrong.items():
            for match in re.compile(pattern).finditer(prose.text):
                before = prose.text[max(0, match.start() - _TITLE) : match.start()]
                if not re.search(options.of_others, before):
                    span = prose.span(*match.span())
                    printed = text[slice(*span)]
                    args = {"printed": " ".join(printed.split()), "right": right}
                    # Else the end of a line may stand within, or markup.
                    edits = (Edit(span, right),) if re.fullmatch(_PLAIN, printed) else ()
                    yield Finding(Address("preamble", "number"), span, args, edits=edits)
