"""Lines to tokens: headings, parts, table labels with the values after them, prose.

The lines are walked once.  Each is shown to the readers in turn, with the lines below it and
the state that those above it left; the first that knows it takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gklint.form.wordings import Wordings
from gklint.parse import cells, headings, labels, parts, rows, running
from gklint.parse.contents import entries
from gklint.parse.hidden import brought_out, misnumbered
from gklint.parse.lines import Line
from gklint.parse.state import State
from gklint.parse.tokens import Found, Kind, Taken, Token, gathered, prose

Reader = Callable[[Sequence[Line], State, Wordings], Taken | None]

_REACH = labels.MOST_LINES + 2  # lines that a reader may look at
_OF_A_LINE: Sequence[Reader] = (
    cells.on_lines_of_their_own,
    headings.parted,
    headings.renumbered,
    labels.known,
    misnumbered,
    parts.opened,
    headings.leading,
    running.together,
    cells.bad,
    labels.before_values,
    headings.numbered,
    labels.in_header,
)
_OF_CELLS: Sequence[Reader] = (rows.plain, headings.alone, headings.parted, rows.other)


def lex(lines: Sequence[Line], wordings: Wordings) -> list[Token]:
    """All tokens of a text, in its order.

    Where a heading of the form is not among them, lines may hide it.
    """
    tokens = _lexed(lines, State(), wordings)
    hidden = wordings.headings.difference(
        each.element for each in tokens if each.kind is Kind.HEADING and each.element
    )
    apart = brought_out(lines, hidden, wordings) if hidden else None
    return _lexed(apart, State(hidden=hidden), wordings) if apart else tokens


def _lexed(lines: Sequence[Line], state: State, wordings: Wordings) -> list[Token]:
    listed = entries(lines, wordings)
    found: list[Found] = []
    index = 0
    while index < len(lines):
        state = state.at(lines[index])
        if state.section is None and index in listed:
            index += 1
            continue
        taken = take(lines[index : index + _REACH], state, wordings)
        state = state.after(taken.found)
        found += taken.found
        index += taken.lines
    return gathered(found)


def take(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken:
    """What the first of ``lines`` is, with those below it that belong to it."""
    if lines[0].found:
        return Taken(lines[0].found)
    for reader in _OF_CELLS if len(lines[0].pieces) > 1 else _OF_A_LINE:
        if taken := reader(lines, state, wordings):
            return taken
    return Taken((prose(lines[0].span),))
