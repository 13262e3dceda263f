"""What holds of the parser, whatever the text."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gklint.docs import sample_text
from gklint.parse.lexing import take
from gklint.parse.lines import Line
from gklint.parse.report import parse
from gklint.parse.state import State
from gklint.parse.tokens import Found, Kind, Token
from gklint.text.normalise import words
from gklint.text.source import Row, Source, Span
from tests.generator import clean_cases
from tests.generator.strategies import Clean
from tests.support.tokens import form, left_out, normal_of, page_of, tokens_of

pytestmark = pytest.mark.slow

MANY = settings(derandomize=True, deadline=None, max_examples=200)
FEW = settings(derandomize=True, deadline=None, max_examples=40)

ODD = ("", "|", "\t", "0", "无", "约20", "3 0 1", "一、", "（", "— 3 —", "....3", "。", "\r", " | ")


@cache
def printed_lines() -> list[str]:
    """What the form and a report print."""
    return sorted({*form().structure.printed.values(), *sample_text().split("\n")})


@st.composite
def any_text(draw: st.DrawFn) -> str:
    """Lines of the form, whole, cut up and run together, among odd ones."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    lines = []
    for _ in range(draw(st.integers(0, 30))):
        line = rng.choice(printed_lines() if rng.random() < 0.7 else ODD)
        if rng.random() < 0.3:
            at = rng.randrange(len(line) + 1)
            line = rng.choice((line[:at], line[at:], line[:at] + "\n" + line[at:]))
        lines.append(line)
    return "".join(line + rng.choice(("\n", "\n", "\n", " ", " | ", "\t", "")) for line in lines)


def spans(tokens: Sequence[Token]) -> Iterator[Span]:
    """All that tokens hold, in their order."""
    for token in tokens:
        yield token.span
        yield from (cell.span for cell in token.cells)


@MANY
@given(any_text())
def test_tokens_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = [Span(0, 0), *spans(tokens_of(page_of(text).lines)), Span(len(text), len(text))]

    assert all(start <= end for start, end in found)
    assert all(above.end <= below.start for above, below in pairwise(found))


@MANY
@given(any_text())
def test_what_a_token_says_is_what_the_text_prints(text: str) -> None:
    normal = normal_of(text)
    for token in tokens_of(page_of(text).lines):
        if token.kind is not Kind.PROSE:
            assert token.text.startswith(normal[slice(*token.span)])
        assert all(normal[slice(*cell.span)] == cell.text for cell in token.cells)
        assert len(token.cells) == len(token.columns)


@MANY
@given(any_text())
def test_every_line_is_taken_and_its_words_are_in_what_it_is_taken_for(text: str) -> None:
    lines = page_of(text).lines
    state = State()
    while lines:
        state = state.at(lines[0])
        taken = take(lines, state, form().wordings)
        assert 1 <= taken.lines <= len(lines)
        assert_nothing_is_lost(normal_of(text), lines[: taken.lines], taken.found, state)
        state = state.after(taken.found)
        lines = lines[taken.lines :]


def assert_nothing_is_lost(
    normal: str, lines: Sequence[Line], found: Sequence[Found], state: State
) -> None:
    """Merged cells that are repeated, digits run together and page numbers may be."""
    printed = Counter(words("".join(piece.text for line in lines for piece in line.pieces)))
    held = Counter("".join(words(text) for each in found for text in texts(normal, each)))
    assert not held - printed
    lost = printed - held
    pieces = [pair for line in lines for pair in pairwise(line.pieces)]
    repeated = Counter(words("".join(b.text for a, b in pieces if a.text == b.text)))
    if not found:
        assert state.marked or not lost
    elif any(each.glued for each in found):
        assert all(char.isdigit() for char in lost)
    else:
        assert not lost - repeated


def texts(normal: str, found: Found) -> Iterator[str]:
    """All that a token, or values, print."""
    if isinstance(found, Token):
        yield normal[slice(*found.span)] if found.kind is Kind.PROSE else found.text
    yield from (cell.text for cell in found.cells)


@FEW
@given(clean_cases(noisy=False))
def test_of_a_correct_report_no_word_is_left_out(case: Clean) -> None:
    normal = normal_of(case.text)

    assert [] == [*left_out(normal, tokens_of(page_of(case.text).lines))]


@MANY
@given(any_text(), st.randoms(use_true_random=False))
def test_any_rows_and_elements_of_a_format_are_read(text: str, rng: random.Random) -> None:
    source = Source(text)
    rows, containers = [], [Span(0, len(text))]
    for number in range(1, len(source.line_starts) + 1):
        span = source.line_span(number)
        if span.start < span.end and rng.random() < 0.3:
            cut = rng.randint(*span)
            rows.append(Row(span, (Span(span.start, cut), Span(cut, span.end)), (0, 2)))
        if rng.random() < 0.2:
            containers.append(Span(span.start, rng.randint(span.start, len(text))))
    containers.sort(key=lambda each: (each.start, -each.end))

    document = parse(Source(text, rows=tuple(rows), containers=tuple(containers)), form())

    assert text == document.source.text


@MANY
@given(st.text() | any_text())
def test_any_text_is_read(text: str) -> None:
    document = parse(Source(text), form())

    places = [deviation.span for deviation in document.deviations]
    places += [section.heading for section in document.sections.values()]
    assert all(0 <= start <= end <= len(text) for start, end in places)
