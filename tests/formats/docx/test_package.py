"""Word files that are damaged, encrypted or made to do harm: refused, never a traceback."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

import gklint
from gklint.errors import UnreadableFileError
from gklint.formats.docx.reading import read_docx
from gklint.formats.limits import Limits
from tests.support.checking import refusal
from tests.support.word import DECLARED, p, package, parts, tbl, tr

BOMB = 11 * 1024 * 1024
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">'
    '<!ENTITY x SYSTEM "file:///etc/hostname">]>'
)


def refused(data: bytes) -> tuple[str, dict[str, object]]:
    """Why a file is not read, with the details."""
    return refusal(read_docx, data, "年报.docx", Limits())


def outcome(data: bytes) -> str:
    """What is read of a file, or why it is not."""
    try:
        return read_docx(data, "年报.docx", Limits()).text
    except UnreadableFileError as error:
        return error.reason


NUMBERED = p("甲", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')


def changed(**contents: str | bytes | None) -> bytes:
    """A good file with other parts: main, root, styles, numbering; None leaves it out."""
    names = {
        "main": "word/document.xml",
        "root": "_rels/.rels",
        "styles": "word/styles.xml",
        "numbering": "word/numbering.xml",
    }
    named: dict[str, Any] = {**parts(NUMBERED), **{names[key]: contents[key] for key in contents}}
    return package({name: content for name, content in named.items() if content is not None})


def document(body: str) -> str:
    return f"<w:document {DECLARED}>{body}</w:document>"


DAMAGED = "damaged", {"kind": "docx"}


@pytest.mark.parametrize(
    "contents",
    [
        {"main": None},
        {"root": None},
        {"root": "<Relationships/>"},
        {"root": "<Relationships><!-- none --></Relationships>"},
        {"main": ""},
        {"main": "<w:document"},
        {"main": document("")},
        {"main": "<document><body/></document>"},
        {"main": document("<w:body>&unknown;</w:body>")},
        {"main": b"\xff\xfe<\x00d"},
        {"main": b"\xff\xfe<"},
        {"main": b"<a>\xff</a>"},
        {"styles": "no xml"},
        {"numbering": "<w:numbering/>"},
    ],
    ids=repr,
)
def test_a_damaged_file_is_refused(contents: dict[str, str | bytes | None]) -> None:
    assert refused(changed(**contents)) == DAMAGED


@pytest.mark.parametrize(
    "made",
    [bytes, lambda: b"PK\x03\x04 and no more", lambda: changed(main="x")[:-60]],
    ids=["nothing", "a beginning", "all but the end"],
)
def test_a_file_that_is_not_whole_is_refused(made: Callable[[], bytes]) -> None:
    assert refused(made()) == DAMAGED


@pytest.mark.parametrize("part", ["main", "root", "styles", "numbering"])
def test_entities_are_refused(part: str) -> None:
    assert refused(changed(**{part: ENTITIES + document("<w:body>&x;</w:body>")}))[0] == "entities"


def test_entities_are_found_in_utf_16_too() -> None:
    declared = ENTITIES.replace('"1.0"', '"1.0" encoding="UTF-16"')
    data = (declared + document("<w:body/>")).encode("utf-16")

    assert refused(changed(main=data))[0] == "entities"


def test_a_part_may_be_in_utf_16() -> None:
    xml = document(f"<w:body>{p('甲')}</w:body>")
    data = f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")

    assert "甲\n" == outcome(changed(main=data))


@pytest.mark.parametrize("part", ["main", "styles", "numbering"])
def test_a_zip_bomb_is_refused(part: str) -> None:
    data = changed(**{part: b" " * BOMB})

    assert len(data) < 100_000
    assert refused(data) == ("over-text", {"found": 11, "limit": 10})


def test_a_part_that_is_larger_than_it_says_is_refused() -> None:
    data = bytearray(changed(main=b" " * BOMB))
    size = data.rindex(b"word/document.xml") - 46 + 24  # in the directory at the end
    data[size : size + 4] = (100).to_bytes(4, "little")

    assert refused(bytes(data)) == DAMAGED


def test_what_is_not_text_may_have_any_size() -> None:
    data = package({**parts(p("甲")), "word/media/image1.png": b"\0" * BOMB})

    assert "甲\n" == outcome(data)


def test_an_encrypted_file_is_refused() -> None:
    data = bytearray(package(parts(p("甲"))))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 1)

    assert refused(bytes(data)) == ("encrypted", {})


def test_a_packing_that_word_does_not_know_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in parts(p("甲")).items():
            archive.writestr(name, content)

    assert refused(stream.getvalue()) == DAMAGED


def test_too_many_tables_are_refused() -> None:
    data = package(parts(tbl(tr("甲")) * 5000))

    assert refused(data) == ("over-tables", {"found": 1001, "limit": 1000})


@pytest.mark.parametrize("depth", [300, 1500, 100_000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ],
)
def test_tables_and_text_boxes_nested_too_deep_are_refused(
    opening: str, closing: str, depth: int
) -> None:
    assert refused(package(parts(opening * depth + closing * depth)))[0] == "over-depth"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:smartTag>", "</w:smartTag>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
        ("<w:pPr><w:rPr>", "</w:rPr></w:pPr>"),
        ("<w:r><w:drawing>", "</w:drawing></w:r>"),
        ("<m:oMath>", "</m:oMath>"),
        ("<w:x>", "</w:x>"),
    ],
)
def test_anything_may_nest_as_deep_as_the_limit_says(opening: str, closing: str) -> None:
    depth = 900 // opening.count("<")
    for number, possible in ((depth, {"\n"}), (10 * depth, {"\n", "over-depth"})):
        data = package(parts(f"<w:p>{opening * number}{closing * number}</w:p>"))
        assert outcome(data) in possible
    nested = f"<w:lvl>{opening * depth}{closing * depth}</w:lvl>"
    lists = f'<w:abstractNum w:abstractNumId="1">{nested}</w:abstractNum>'
    one = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'

    assert "甲\n" == outcome(package(parts(NUMBERED, numbering=lists + one)))


def test_styles_may_be_based_on_each_other_without_end() -> None:
    styles = "".join(
        f'<w:style w:styleId="s{number}"><w:basedOn w:val="s{number + 1}"/></w:style>'
        for number in range(20_000)
    )
    body = "".join(
        p("甲", properties=f'<w:pStyle w:val="s{number}"/>') for number in range(0, 20_000, 20)
    )
    started = time.process_time()

    assert "甲\n" * 1000 == outcome(package(parts(body, styles)))
    assert time.process_time() - started < 5


def test_nothing_is_loaded_from_outside() -> None:
    relationship = '<Relationship Type="x/{}" Target="{}" TargetMode="External"/>'
    outside = "".join(
        relationship.format(kind, "file:///etc/hostname") for kind in ("styles", "numbering")
    )
    named = {
        **parts(p("甲") + '<w:altChunk r:id="r1"/><w:subDoc r:id="r2"/>'.replace("r:", "w:")),
        "word/_rels/document.xml.rels": f"<Relationships>{outside}</Relationships>",
    }

    assert "甲\n" == outcome(package(named))


def test_the_reason_is_told_as_gk001(tmp_path: Any) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(changed(main=ENTITIES + document("<w:body/>")))
    (found,) = gklint.check(path).diagnostics

    assert "GK001" == found.code
    assert "XML 实体" in found.message
