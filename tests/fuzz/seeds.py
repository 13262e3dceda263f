"""What is damaged: sound inputs of each kind, made by the generator or by hand; the same always."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from gklint.corpus.files import Written, written
from gklint.corpus.items import File, Item
from gklint.corpus.rows import Rows
from gklint.corpus.telling import Read, tell
from gklint.docs import sample_text
from gklint.files.shipped import data_files
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.text.source import Source
from tests.generator import LAYOUTS, make_report, render
from tests.generator.document import build_document
from tests.generator.files import write
from tests.support.paths import ROOT

_TEXTS, _FILES = 3, 12  # reports in each layout, and in each format


@cache
def texts() -> Sequence[bytes]:
    """Reports in all layouts, and the sample."""
    found = [sample_text()]
    for seed in range(_TEXTS):
        for layout in LAYOUTS:
            rng = Random(seed)
            found.append(render(make_report(rng), layout, rng).text)
    return [text.encode() for text in found]


@cache
def files(form: str) -> Sequence[bytes]:
    """Reports in a format."""
    found = []
    for seed in range(_FILES):
        rng = Random(seed)
        found.append(write(build_document(make_report(rng)), form, rng).data)
    return found


@cache
def pages_with_parts() -> Sequence[bytes]:
    """Web pages as browsers save them in one file."""
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    head += b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return [head + page + b"\r\n--b--\r\n" for page in files("html")]


@cache
def rule_files() -> Sequence[bytes]:
    """Rules of users: the shipped ones under other codes, two in a file."""
    texts = [file.text for file in data_files("rules", ".yaml") if "/GK" in file.name]
    own = [text.replace("code: GK", "code: GK9", 1) for text in texts]
    lists = [_in_list(own[at : at + 2]) for at in range(0, len(own) - 1, 2)]
    return [text.encode() for text in (*own, *lists)]


def _in_list(texts: Sequence[str]) -> str:
    indented = ("\n".join(f"    {line}" for line in text.splitlines()) for text in texts)
    return "rules:\n" + "\n".join(f"  -\n{text}" for text in indented) + "\n"


def configurations() -> Sequence[bytes]:
    """Configurations."""
    return [
        b'select = ["GK3", "GK4"]\nignore = ["GK301"]\nfail-on = "warning"\n',
        b'rules = ["a.yaml"]\nexclude = ["*.md", "old/**"]\nrespect-gitignore = false\n',
        '[severity]\nGK501 = "info"\n\n[[per-file-rules]]\npattern = "年报/*.md"\n'.encode()
        + b'ignore = ["GK7"]\n',
    ]


def baselines() -> Sequence[bytes]:
    """Baselines."""
    known = {"file": "a.md", "code": "GK303", "fingerprint": "0123456789abcdef", "message": "合计"}
    document = {"version": 1, "findings": [known, {**known, "code": "GK302", "cell": None}]}
    return [json.dumps(document, ensure_ascii=False).encode(), b'{"version": 1, "findings": []}']


def accept_files() -> Sequence[bytes]:
    """Accept files."""
    entry = '[[accept]]\nfile = "a.md"\ncode = "GK303"\nreason = "上级已同意"\nuntil = 2026-12-31\n'
    return [entry.encode(), (entry * 3).encode()]


def lists_of_bodies() -> Sequence[bytes]:
    """Lists of bodies."""
    return [
        "- 机关: 青石县人民政府\n- 机关: 青石县水务局\n  上级: 青石县人民政府\n"
        "  曾用名: [青石县水利局]\n  层级: 县\n".encode(),
        (ROOT / "examples" / "county" / "bodies.yaml").read_bytes(),
    ]


def messages() -> Sequence[bytes]:
    """What clients of the language server send."""
    said = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {}}},
        {"jsonrpc": "2.0", "id": "a", "method": "shutdown"},
    ]
    bodies = [json.dumps(each).encode() for each in said]
    one = [b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies]
    return [*one, b"".join(one)]


def requests() -> Sequence[bytes]:
    """What browsers send to the page."""
    report = sample_text().encode()
    head = b"POST /zh/%s HTTP/1.1\r\ncontent-type: %s\r\naccept: %s\r\n\r\n%s"
    plain, form = b"application/octet-stream", b"multipart/form-data; boundary=b"
    field = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    file = field % (b"files", b'; filename="a.md"\r\nContent-Type: text/plain', report) + b"--b--"
    numbers = field % (b"requests.new.other", b"", b"3") + field % (b"format", b"", b"2021")
    asked = b"GET /zh/%s HTTP/1.1\r\naccept: text/html\r\n\r\n"
    paths = (b"", b"form", b"trays/a/0", b"trays/a/0/anonymous?codes=GK3", b"trays/a/page.html")
    return [
        head % (b"check", form, b"text/html", file),
        head % (b"form", form, b"text/html", numbers + b"--b--"),
        head % (b"form", b"application/x-www-form-urlencoded", b"*/*", b"requests.new.other=3"),
        head % (b"trays", plain, b"application/json", b""),
        head % (b"trays/a/files?name=a.md&path=x/a.md", plain, b"application/json", report),
        head % (b"trays/a/empty", plain, b"application/json", b""),
        *(asked % path for path in paths),
    ]


@cache
def parts() -> Sequence[bytes]:
    """Parts of a corpus: what is told of the cells of a report, as a file of a table."""
    return [each.data for each in corpus_parts() if each.key.table == "cells"]


def logs() -> Sequence[bytes]:
    """Logs of a corpus: which parts count."""
    files = [[*each.key] for each in corpus_parts()]
    entry = ["a.md", ".", None, None]
    first = {"add": [["a", "r", [entry], files]], "drop": [], "seen": {"a.md": "1"}}
    second = {"add": [["b", "r", [entry], files]], "drop": ["a"], "seen": {}}
    lines = [json.dumps(each).encode() + b"\n" for each in (first, second)]
    return [lines[0], b"".join(lines)]


@cache
def corpus_parts() -> Sequence[Written]:
    """The tables of a corpus of one report."""
    linter = Project(Options(isolated=True)).linter(Path())
    report = linter.check(Source(sample_text(), "a.md"))
    item = Item("a.md", ".", None, File("a.md"))
    rows = Rows()
    tell(rows, Read(item, report, sample_text().encode(), "", ""), linter.rules.form, no_names)
    return written(rows.columns)


def no_names(_: str, __: Sequence[str]) -> None:
    """No divisions are known."""
