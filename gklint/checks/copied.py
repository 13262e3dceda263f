"""A text that is last year's again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gklint.checks.options import NUMBER, Options, option
from gklint.checks.registry import Context, check
from gklint.checks.texts import Shared, own_text, shared
from gklint.model.county import Lacking
from gklint.model.document import Address
from gklint.model.outcomes import Finding, NotApplicable, Outcome, Undecided
from gklint.text.expressions import lazy_compile
from gklint.text.likeness import Names

_WHOLE = Address("text", "earlier")
_DATED = lazy_compile(
    r"(?<!\d)(?:(?P<year>20\d{2})年(?:度|\d{1,2}月(?:\d{1,2}日)?)?"
    r"|(?<!每年)(?<!年)(?!1月1日|12月31日)\d{1,2}月\d{1,2}日)"
)
_MOST = 3  # years and dates that are named


class TextOptions(Options):
    """When two texts are nearly the same.

    ``at_least``: so many percent of one stand in the other.  ``near``: so many percent of two
    sentences have to be the same.  ``shortest``: what has fewer characters tells nothing.
    """

    at_least: int = option(NUMBER)
    near: int = option(NUMBER)
    shortest: int = option(NUMBER)


@check("prose-copied", TextOptions, compares=True)
def prose_copied(context: Context, options: TextOptions) -> Iterable[Outcome]:
    """Find a text that is nearly that of the year before."""
    earlier = context.earlier
    if earlier is None:
        yield NotApplicable()
        return
    if isinstance(earlier, Lacking):
        yield Undecided(earlier.reason, _WHOLE, earlier.args)
        return
    report, before = context.abstract, earlier.report
    names = Names(filter(None, (report.agency, before.agency)))
    text, other = (own_text(each, context.form, names) for each in (report, before))
    size = text.own_size(earlier.common)
    if size < options.shortest:
        yield Undecided("texts.short", _WHOLE, {"size": size})
        return
    found, _ = shared(text, other, earlier.common, options.near)
    if found.percent >= options.at_least:
        left = [*dict.fromkeys(_left_in(found, before.year))]
        args = {
            "percent": found.percent,
            "left": "、".join(left[:_MOST]),
        }
        kind = "dated" if left else "default"
        yield Finding(_WHOLE, found.spans[0], args, kind, (*found.notes(),))


def _left_in(found: Shared, before: int | None) -> Iterator[str]:
    """The year before, and dates, where they stand in both reports."""
    for here, there in found.pairs:
        dates = {match[0] for match in _DATED.finditer(there.text)}
        for match in _DATED.finditer(here.text):
            if match[0] in dates and match["year"] in (None, str(before)):
                yield match[0]
