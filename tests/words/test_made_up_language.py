"""A language is added in one place: then nothing of another is left in what users see.

Whatever is not in ⟦…⟧ was written in the code: it must be a name, or a user's own words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import lxml.html
import openpyxl
import pytest

from gklint.cli import _COMMANDS
from gklint.cli.cache import WHAT
from gklint.cli.completion import SHELLS
from gklint.cli.corpus import COMMANDS as CORPUS_COMMANDS
from gklint.extract import WRITERS
from gklint.extract.columns import columns, dotted
from gklint.findings.messages import Speaker
from gklint.formats.limits import Limits
from gklint.formats.reading import read
from gklint.formats.sniff import SUFFIXES
from gklint.project.settings import KEYS
from gklint.render import RENDERERS
from gklint.ruleset import compiling
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from tests.support.made_up import Said, make, python, run
from tests.support.paths import ROOT
from tests.support.spoken import COMMANDS, FILES

pytestmark = pytest.mark.slow

CHINESE = re.compile("[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e“”‘’]+")
LATIN = re.compile(r"(?<![\w-])[A-Za-z_][\w-]*[a-z][\w-]*")
# A place as SARIF has it, the address of a page.
NO_WORDS = re.compile(r"(?:page|paragraph|table|row|cell|line) \d+|file://[^\s)]+")
_EDITOR = """
import json, sys
from lsprotocol import types
from gklint.lsp.actions import Client, actions
from gklint.lsp.checking import check
from gklint.lsp.hover import hover
from gklint.lsp.settings import Settings
from gklint.lsp.symbols import symbols

text = json.load(sys.stdin)
found = check("untitled:a.md", text, text, Settings("xx"), "utf-16")
places = [found.report.source.file.text.index(words) for words in ("| 9 |", "| / |")]
whole = types.Range(types.Position(0, 0), types.Position(999, 0))
asked = types.CodeActionParams(types.TextDocumentIdentifier(""), whole, types.CodeActionContext([]))
made = actions(found, asked, Client(1, True))
said = [each["message"] for each in found.diagnostics]
said += [note["message"] for each in found.diagnostics for note in each["relatedInformation"]]
said += [each.title for each in made]
said += [edit.new_text for each in made for edit in each.edit.document_changes[0].edits]
said += [hover(found, place + 2).contents.value for place in places]
said += [each.name for each in symbols(found)]
said.append(check("file:///wrong/a.md", text, text, Settings("xx"), "utf-16").problem or "")
print(json.dumps(said))
"""


def names() -> Iterator[str]:
    """What is called the same in every language."""
    rules, structure = load_rules().rules, load_rules().form.structure
    yield from ("gklint", "never", "zh", "en", "xx", "true", "false", "null")
    yield from ("at", "also", "last_year")
    yield from (
        *_COMMANDS,
        *CORPUS_COMMANDS,
        *SHELLS,
        *WRITERS,
        *RENDERERS,
        *WHAT,
        *Limits._fields,
        *map(str, Severity),
    )
    yield from (*(key.name for key in KEYS), *compiling._KEYS, *compiling._LOCAL_KEYS)
    yield from (column.name for column in columns(Speaker(structure, "zh"), dotted))
    yield from (suffix[1:] for suffix in SUFFIXES)
    for rule in rules.values():
        yield from (
            rule.name,
            rule.file,
            *(
                vars(rule.options())
                if rule.compares
                else vars(rule.options)
                if rule.options
                else ()
            ),
        )


def documents() -> Iterator[str]:
    """What users have written or are to write, and what the form prints."""
    yield from (*FILES, *FILES.values(), *COMMANDS, "〔机关名称〕", "文档", "sample-last-year.txt")
    yield read(ROOT / "examples/unbalanced.docx").text  # it is a.docx and a.pdf
    yield from load_rules().form.structure.printed.values()
    for rule in load_rules().rules.values():
        yield rule.source
        for sample in (*rule.bad, *rule.good):
            yield from (each.body for each in sample.county)
            yield from (each.file for each in sample.county if each.file)
            changes = [sample.change, sample.last_year or {}]
            for change in (*changes, *(each.change for each in sample.county)):
                yield from (str(line) for pair in change.items() for line in pair)


@cache
def known() -> tuple[str, frozenset[str]]:
    """All documents, and the words of names and documents."""
    printed = "\n".join(documents())
    words = (LATIN.findall(text) for text in (printed, *names()))
    return printed, frozenset(chain(*words))


def strange(said: str) -> list[str]:
    """What is in no made-up language: words that are no names and stand in no document."""
    printed, words = known()
    rest = re.sub("⟦[^⟧]*⟧", "\0", NO_WORDS.sub("", said))
    chinese = [found for found in CHINESE.findall(rest) if found not in printed]
    return chinese + [found for found in LATIN.findall(rest) if found not in words]


def values(document: Any) -> Iterator[str]:
    """The sentences in a JSON document."""
    if isinstance(document, str):
        if " " in document:
            yield document
    elif isinstance(document, (list, dict)):
        for item in document if isinstance(document, list) else document.values():
            yield from values(item)


def sentences(output: str) -> list[str]:
    """What an output says, without the frame of its format."""
    if output.startswith(("{", "[")):
        return [*values(json.loads(output))]
    if output.startswith("<?xml"):
        root = ElementTree.fromstring(output)
        texts = [text for each in root.iter() for text in (each.text, *each.attrib.values())]
        return [text for text in texts if text]
    if output.startswith("<!DOCTYPE"):
        page = lxml.html.document_fromstring(re.sub(r"(?s)<(style|script)>.*?</\1>", "", output))
        said = ("title", "aria-label", "data-empty")
        attributes = (each.get(name, "") for each in page.iter() for name in said)
        return [text for text in (*map(str, page.itertext()), *attributes) if text]
    return [re.sub(r"^::\w+ [^:]*::", "", output, flags=re.MULTILINE)]  # GitHub's commands


@pytest.fixture(scope="module", name="home")
def fixture_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module", name="folder")
def fixture_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    for suffix in (".docx", ".pdf"):
        (folder / f"a{suffix}").write_bytes((ROOT / f"examples/unbalanced{suffix}").read_bytes())
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00")
    (folder / "a.xyz").write_bytes(b"?")
    for name in ("empty", "wrong"):
        (folder / name).mkdir()
    return folder


@pytest.fixture(scope="module", name="said")
def fixture_said(home: Path, folder: Path) -> dict[str, Said]:
    """What each command says."""
    done = run(home, folder, [[*line.split(), "--lang", "xx"] for line in COMMANDS])
    return dict(zip(COMMANDS, done, strict=True))


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_speaks_one_language(line: str, said: dict[str, Said]) -> None:
    status, output, error = said[line]

    assert 0 <= status <= 3
    assert "⟦" in output + error or "-o out.xlsx" in line or "--show-" in line or "--diff" in line
    assert [] == [word for text in (*sentences(output), error) for word in strange(text)]


@pytest.mark.usefixtures("said")
def test_comments_and_sheets_speak_one_language(folder: Path) -> None:
    with ZipFile(folder / "out.docx") as package:
        comments = ElementTree.fromstring(package.read("word/comments.xml")).itertext()
    book = openpyxl.load_workbook(folder / "out.xlsx")
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]

    assert [] == [word for text in (*comments, *book.sheetnames, *cells) for word in strange(text)]


def test_a_server_speaks_one_language(home: Path, folder: Path) -> None:
    (folder / "wrong" / "gklint.toml").write_text("selct = []", "utf-8")
    said = python(home, folder, _EDITOR, FILES["wrong.txt"])

    assert [] == [word for text in said for word in strange(text)]
