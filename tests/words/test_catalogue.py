"""The catalogue of words: complete in each language, and in no other place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

import gklint
from gklint import errors, words

PACKAGE = Path(gklint.__file__).parent
WORDS = PACKAGE / "words"
OTHERS = [lang for lang in words.LANGUAGES if lang != words.DEFAULT]
# Modules that read Chinese reports, rather than speak to users.
DOCUMENT_TEXT = (
    "accept/comments.py",
    "anonymise/",
    "blank/word.py",  # fonts
    "bodies/divisions.py",
    "bodies/gazetteer.py",
    "bodies/listing.py",
    "checks",
    "extract/extracting.py",
    "files/widths.py",
    "formats",
    "paper.py",  # fonts
    "parse",
    "review/letters.py",  # which are Chinese in every language
    "review/output.py",  # files and sheets by the names of the contract
    "text",
)
READ = (
    "[,，、]",  # between codes on the command line
    r"[A-Za-z_][A-Za-z0-9_-]*(?:([：﹕︰])|:([^\S ]))",  # a key of YAML with a wrong colon
    "=+-@＝＋－＠\t\r\n",  # what spreadsheets take for a formula
    "(?<=.)（[^（）]{6,}）$",  # a remark of the form
)
HAN = re.compile("[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e“”]")


@cache
def code() -> list[Path]:
    """The modules that may say something."""
    return [path for path in PACKAGE.rglob("*.py") if WORDS not in path.parents]


@cache
def topics(lang: str) -> list[str]:
    return sorted(path.stem for path in (WORDS / lang).glob("*.py") if path.stem != "__init__")


@cache
def texts(lang: str) -> Mapping[str, str]:
    """All texts of a language."""
    modules = [f"gklint.words.{lang}", *(f"gklint.words.{lang}.{name}" for name in topics(lang))]
    return {key: text for name in modules for key, text in import_module(name).TEXTS.items()}


def every_text() -> Mapping[str, str]:
    return texts(words.DEFAULT)


@cache
def key_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(topics(words.DEFAULT))})\.[\w-]+")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# -- the languages -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", OTHERS)
def test_each_language_has_the_same_texts(lang: str) -> None:
    assert [*every_text()] == [*texts(lang)]


@pytest.mark.parametrize("lang", OTHERS)
def test_each_language_fills_a_text_with_the_same(lang: str) -> None:
    others = {key: fields(text) for key, text in texts(lang).items()}

    assert {key: fields(text) for key, text in every_text().items()} == others


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_text_stands_in_the_module_of_its_topic(lang: str) -> None:
    misplaced = [
        key
        for topic in topics(lang)
        for key in import_module(f"gklint.words.{lang}.{topic}").TEXTS
        if not key.startswith(f"{topic}.")
    ]

    assert [] == misplaced


def test_english_has_no_chinese_but_names_and_what_stands_between_them() -> None:
    chinese = re.compile("[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]")

    assert [
        "messages.row-and-column",
        "messages.names-joint",
        "messages.no-number",
        "messages.power-unknown",
        "web.in-zh",
    ] == [key for key, text in texts("en").items() if chinese.search(text)]


# -- the code ----------------------------------------------------------------------------------


@cache
def parsed(path: Path) -> list[ast.AST]:
    return [*ast.walk(ast.parse(path.read_text("utf-8")))]


def literals(node: ast.AST) -> Iterator[str]:
    """The texts that an argument may be, as written: ``"a" if … else "b"`` is two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))


def keys_in(path: Path) -> Iterator[str]:
    """What a module writes like a key, as a regular expression."""
    starts = tuple(rf"{topic}\." for topic in topics(words.DEFAULT))
    pieces: list[ast.AST] = []
    for node in parsed(path):
        if isinstance(node, ast.JoinedStr):
            pieces += node.values
            parts = (next(literals(each), None) for each in node.values)
            pattern = "".join(r"[\w-]+" if part is None else re.escape(part) for part in parts)
            if pattern.startswith(starts):
                yield pattern
        elif node not in pieces:
            yield from (re.escape(key) for key in literals(node) if key_pattern().fullmatch(key))


def templates() -> Iterator[str]:
    yield from (path.read_text("utf-8") for path in sorted(PACKAGE.rglob("templates/*.html")))


def keys_in_templates() -> Iterator[str]:
    """What templates write like a key, as a regular expression."""
    for template in templates():
        for key, more in re.findall(r"text\('([\w.-]+)'( \+)?", template):
            yield re.escape(key) + (r"[\w-]+" if more else "")


def test_a_template_has_no_words_of_its_own() -> None:
    shown = (re.sub(r"(?s)\{[{%].*?[}%]\}|<[^>]*>", "", template) for template in templates())

    assert [] == [words_ for each in shown for words_ in re.findall(r"\w+", each)]


@pytest.mark.slow
def test_each_text_is_said_somewhere() -> None:
    written = {key for path in code() for key in keys_in(path)}
    used = re.compile("|".join(written | {*keys_in_templates()}))

    assert [] == [key for key in every_text() if "." in key and not used.fullmatch(key)]


@pytest.mark.slow
def test_what_is_said_somewhere_is_a_text() -> None:
    known = "\n".join(every_text())
    written = {key for path in code() for key in keys_in(path)} | {*keys_in_templates()}

    assert [] == [key for key in written if not re.search(f"^{key}$", known, re.MULTILINE)]


def called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def is_said(node: ast.Call) -> bool:
    """Whether a call says the first literal text that it is given."""
    names = ("Message", "Note", "Undecided", "fail", "in_file", "said", *ERRORS)
    return called(node) in names or (isinstance(node.func, ast.Name) and called(node) == "say")


def filled(node: ast.Call) -> tuple[list[str], set[str]] | None:
    """The texts that a call says, and with what it fills them; None if that cannot be told."""
    keys = [key for each in node.args for key in literals(each) if key in every_text()]
    given = {each.arg for each in node.keywords if each.arg}
    if called(node) == "Message" and len(node.args) == 2:
        names = getattr(node.args[1], "keys", [None])
        return None if None in names else (keys, {"".join(literals(name)) for name in names})
    complete = is_said(node) and called(node) not in ("Note", "Undecided")
    return (keys, given) if complete and len(given) == len(node.keywords) else None


def calls() -> list[ast.Call]:
    return [node for path in code() for node in parsed(path) if isinstance(node, ast.Call)]


ERRORS = {name for name, each in vars(errors).items() if isinstance(each, type)}


def beginnings(node: ast.AST) -> Iterator[str]:
    """How the texts begin that an argument may be, f-strings included."""
    yield from literals(node.values[0] if isinstance(node, ast.JoinedStr) else node)


def test_what_is_said_is_a_text_and_no_words() -> None:
    said = [[*chain(*map(beginnings, node.args))] for node in calls() if is_said(node)]
    first = [begun[0] for begun in said if begun]
    known = [*every_text()]
    known += [key.removeprefix("reading.") for key in known]  # as UnreadableFileError has them

    assert [] == [text for text in first if not any(key.startswith(text) for key in known)]


def test_a_text_is_filled_with_what_it_needs() -> None:
    known = [found for found in map(filled, calls()) if found]
    wrong = [
        (key, given) for keys, given in known for key in keys if fields(every_text()[key]) != given
    ]

    assert [] == wrong


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module with their lines, but for its docstrings."""
    loose = [node.value for node in parsed(path) if isinstance(node, ast.Expr)]
    for node in parsed(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in loose:
            yield node.lineno, node.value


def test_chinese_stands_in_no_other_module() -> None:
    found = [
        f"{path.relative_to(PACKAGE).as_posix()}:{line}: {text}"
        for path in code()
        for line, text in strings(path)
        if HAN.search(text) and text not in READ
    ]

    assert [] == [each for each in found if not each.startswith(DOCUMENT_TEXT)]
