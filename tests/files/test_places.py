"""Tokens of TOML and JSON: nothing is read twice, nothing is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.files.places import Token, last_text, long_number, tokens, too_deep


def test_blanks_and_comments_are_no_tokens() -> None:
    assert [
        Token("bare", "a", 1),
        Token("mark", "=", 1),
        Token("text", '"# b"', 1),
        Token("mark", "\n", 1),
        Token("end", "", 2),
    ] == [*tokens('a = "# b"  # "c\n')]


@pytest.mark.parametrize("text", ['"""a\n\\"""b""""" ""', "'''a\n\"''''' ''", '"a\\"b" \'c\\\''])
def test_a_text_in_quotes_ends_where_it_ends_in_toml(text: str) -> None:
    first, second = text.rsplit(" ", 1)

    assert [first, second, ""] == [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    "text", ['"""' + '\\"""' * 99_999, "'''" + '""" ' * 99_999, '"' + '\\"' * 99_999]
)
def test_a_text_without_an_end_is_one_token(text: str) -> None:

    assert [Token("text", text, 1), Token("end", "", 1)] == [*tokens(text)]


@given(st.text(st.sampled_from("\n=:,.[]{}'\"ab1\\-\u3000\x0b")))
def test_no_character_is_left_out(text: str) -> None:
    assert text == "".join(token.text for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = [\n" * 40, None),
        ("a = [\n" * 41, 41),
        ("\n" + "a." * 39 + "a = 1.5", None),
        ("\n" + "a . 'b'." * 20 + "a = 1", 2),
        ('a = "' + "[" * 50, None),
        ("# " + "[" * 50, None),
        ("a = [[]]\n" * 50, None),
    ],
)
def test_what_is_nested_too_deeply_has_a_line(text: str, line: int | None) -> None:
    assert line == too_deep(text)


def test_a_number_that_is_too_long_is_found_where_it_is_no_text() -> None:
    digits = "1" * 5000

    assert 3 == long_number(f'a = "{digits}" # {digits}\n\nb = -{digits}')
    assert long_number(f'a = "{digits}"') is None


def test_the_last_text_is_where_it_begins() -> None:
    assert 2 == last_text('a = "b"\nc = """\n\n')
