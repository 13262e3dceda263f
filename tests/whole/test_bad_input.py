"""Files that cannot be read: each is told in plain words, and the others are checked."""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import gklint
from gklint.cli import main
from gklint.formats import convert
from tests.support.other_formats import odt, ole, word_97
from tests.support.running import give, python, told_by_file
from tests.support.sample import NO_CONTACT, write
from tests.support.word import p, package, parts, tbl, tc, tr

MIB = 1 << 20


def word(body: str, before: str = "") -> bytes:
    named = parts(body)
    return package({**named, "word/document.xml": before + named["word/document.xml"]})


def pdf(pages: int, password: str | None = None, text: bool = True) -> bytes:
    stream = io.BytesIO()
    lock = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(stream, encrypt=lock)
    for number in range(pages):
        if text:
            canvas.drawString(100, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def unpacking(size: int) -> bytes:
    """A Word file whose text unpacks to ``size`` MiB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in parts("").items():
            if name != "word/document.xml":
                file.writestr(name, content)
        with file.open("word/document.xml", "w") as part:
            for _ in range(size):
                part.write(b" " * MIB)
    return stream.getvalue()


def understated(data: bytes) -> bytes:
    """An archive whose last part says that it is small."""
    size = data.rindex(b"PK\x01\x02") + 24
    return data[:size] + (2000).to_bytes(4, "little") + data[size + 4 :]


def laughing() -> str:
    """Entities that make each other ten times as long."""
    names = "abcdefghijkl"
    made = [f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)]
    return f'<!DOCTYPE x [<!ENTITY a "ha">{"".join(made)}]>'


def inflating(size: int) -> bytes:
    """A PDF whose page unpacks to ``size`` MiB."""
    packer = zlib.compressobj(1)
    content = b"".join(packer.compress(b" " * MIB) for _ in range(size)) + packer.flush()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
    )
    data = b"%PDF-1.4\n"
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    trailer = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


# -- what cannot be read ----------------------------------------------------------------------


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a .docx with a password": (
        "年报.docx",
        lambda: ole({"EncryptedPackage": bytes(4096), "EncryptionInfo": bytes(4096)}),
        "请用密码打开，取消密码并保存",
    ),
    "a .doc with a password": ("年报.doc", lambda: word_97(0x100), "请用密码打开"),
    "a .odt with a password": ("年报.odt", lambda: odt("", listed="<m:encryption-data/>"), "密码"),
    "a .pdf with a password": ("年报.pdf", lambda: pdf(1, "1234"), "请用密码打开"),
    "half a .docx": ("年报.docx", lambda: word(p("x" * 999))[:500], "docx 文件；请重新下载"),
    "a .docx without its text": (
        "年报.docx",
        lambda: package({**parts(""), "_rels/.rels": "<R/>"}),
        "已损坏",
    ),
    "a .docx cut within its text": ("年报.docx", lambda: word("<w:p>"), "已损坏"),
    "half a .pdf": ("年报.pdf", lambda: pdf(3)[:900], "不是完整的 pdf 文件"),
    "a .pdf of noise": ("年报.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9, "已损坏"),
    "half a .doc": ("年报.doc", lambda: word_97()[:1000], "不是完整的 doc 文件"),
    "an empty .docx": ("年报.docx", bytes, "文件是空的"),
    "an empty .doc": ("年报.doc", bytes, "请重新保存或下载"),
    "entities": ("年报.docx", lambda: word(p("&l;"), laughing()), "另存为新的 .docx"),
    "an entity from elsewhere": (
        "年报.docx",
        lambda: word(p("&x;"), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "XML 实体",
    ),
    "a text of other bytes": ("年报.txt", lambda: bytes(range(1, 32)) * 99, "这不是文本文件"),
    "a damaged text": (
        "年报.txt",
        lambda: "一、总体情况\n".encode() * 99 + b"\xe4\n",
        "第 100 行的文字编码已损坏",
    ),
    "a sheet": (
        "年报.docx",
        lambda: package({"xl/workbook.xml": ""}),
        "文件名是 .docx，内容却是 Excel 文件",
    ),
    "an archive of reports": (
        "年报.docx",
        lambda: package({"年报/年报.docx": word("")}),
        "压缩包请先解压",
    ),
    "an OFD cut off": ("年报.ofd", lambda: package({"OFD.xml": ""}), "不是完整的 ofd 文件"),
    "a PDF without text": ("年报.pdf", lambda: pdf(2, text=False), "页面上没有文字，无法检查"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data, words = CASES[case]
    path = tmp_path / name
    path.write_bytes(data())
    write(tmp_path, good=NO_CONTACT)
    found = told_by_file(capsys, str(tmp_path))

    assert ["GK501"] == [code for code, _ in found["good.txt"]]
    assert ["GK001"] == [code for code, _ in found[name]]
    assert words in found[name][0][1]
    assert re.fullmatch("无法检查这个文件：.*[^。]。", found[name][0][1])
    assert 3 == main(["check", str(tmp_path)])
    assert found[name] == [(each.code, each.message) for each in gklint.check(path).diagnostics]
    assert not re.search("[\u3400-\u9fff]", gklint.check(path, lang="en").diagnostics[0].message)


@pytest.mark.parametrize(
    ("name", "made", "words"),
    [
        ("年报.doc", word_97, "这是 Word 97–2003（.doc）文件，不能直接检查；请在 Word 或 WPS 中"),
        ("年报.wps", word_97, "这是 WPS（.wps）文件，不能直接检查；请在 Word 或 WPS 中打开"),
        ("年报.docx", lambda: b"{\\rtf1 }", "这是 RTF（.rtf）文件，不能直接检查"),
        ("年报.odt", lambda: odt(""), "选“文件—另存为”，类型选“Word 文档（*.docx）”，再检查新文件"),
    ],
)
def test_without_libreoffice_an_old_file_is_told_how_to_save_it(
    name: str,
    made: Callable[[], bytes],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(convert, "office", lambda: None)
    path = tmp_path / name
    path.write_bytes(made())

    assert words in gklint.check(path).diagnostics[0].message
    assert 3 == main(["check", str(path)])


def test_standard_input_that_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, word_97(0x100))
    found = told_by_file(capsys, "-", "--stdin-filename", "年报.doc")

    assert ["GK001"] == [code for code, _ in found["年报.doc"]]


# -- what is made to exhaust ------------------------------------------------------------------


EXHAUSTING: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "unpacking to 1 GB": ("年报.docx", lambda: unpacking(1024), "1024 MB，超过 10 MB"),
    "saying that it is small": ("年报.docx", lambda: understated(unpacking(256)), "已损坏"),
    "an archive in an archive": ("年报.docx", lambda: package({"a": unpacking(256)}), "ZIP"),
    "an archive of 60,000 files": (
        "年报.docx",
        lambda: package({f"word/{number}.xml": "" for number in range(60_000)}),
        "60000 个文件，超过 5000 个",
    ),
    "a .odt unpacking to 64 MB": (
        "年报.odt",
        lambda: odt("", parts={"styles.xml": " " * (64 * MIB)}),
        "" if convert.office() is None else "64 MB，超过 10 MB",
    ),
    "a billion laughs": ("年报.docx", lambda: word(p("&l;"), laughing()), "XML 实体"),
    "5,000 tables": ("年报.docx", lambda: word(tbl(tr(tc("0"))) * 5000), "表格超过 1000 个"),
    "elements in elements": (
        "年报.docx",
        lambda: word("<w:ins>" * 20_000 + "</w:ins>" * 20_000),
        "层",
    ),
    "300 pages": ("年报.pdf", lambda: pdf(300), "共 300 页，超过 200 页"),
    "a page unpacking to 1 GB": ("年报.pdf", lambda: inflating(1024), ""),
    "a page of 50 MB": ("年报.html", lambda: b"<p>0</p>\n" * (50 * MIB // 9), "超过 10 MB"),
    "10,000 elements deep": ("年报.html", lambda: b"<div>" * 10_000, "超过 1000 层"),
    "10,000 tables deep": ("年报.html", lambda: b"<table><tr><td>" * 10_000, "层"),
    "a page among 100,000 parts": (
        "年报.mht",
        lambda: b"Content-Type: multipart/related; boundary=x\n\n" + b"\n--x\n" * 100_000,
        "100000 个文件",
    ),
    "a text of 11 MB": ("年报.txt", lambda: b"0\n" * (11 * MIB // 2), "11 MB，超过 10 MB"),
    "101 MB": ("年报.docx", lambda: bytes(101 * MIB), "101 MB，超过 100 MB"),
}
CHECK = """
import re, sys
from pathlib import Path
from gklint.cli import main
status = main(["check", *sys.argv[1:]])
print(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1], file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells how much memory it was at most")
@pytest.mark.parametrize("case", EXHAUSTING)
def test_what_is_made_to_exhaust_costs_little_memory_and_time(case: str, tmp_path: Path) -> None:
    name, data, words = EXHAUSTING[case]
    path = tmp_path / name
    path.write_bytes(data())
    started = time.monotonic()
    status, output, memory = measured("--format", "concise", str(path))

    assert (3, 1, 1) == (status, output.count("\n"), output.count("GK001"))
    assert words in output
    assert memory < 500
    assert time.monotonic() - started < 20


def measured(*arguments: str) -> tuple[int, str, int]:
    """Exit status and output of a run, and the most memory it had, in MB."""
    status, out, err = python("-c", CHECK, *arguments)
    return status, out, int(err) >> 10


def test_a_limit_can_be_raised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(pdf(201))
    refused = told_by_file(capsys, str(path))["年报.pdf"]
    read = told_by_file(capsys, str(path), "--limit", "pages=201")["年报.pdf"]

    assert refused[0][1].endswith("确需检查，请加选项 --limit pages=201。")
    assert ["GK002"] == [code for code, _ in read]
