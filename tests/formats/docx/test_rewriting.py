"""What stays of a Word file when findings are written into it, and files that cannot be."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pytest

from gklint.formats.docx.reading import read_docx
from gklint.formats.limits import DEFAULT, Limits
from gklint.run.annotate import annotate
from gklint.text.source import Span
from tests.support.annotating import (
    COMMENTS,
    HEAD,
    LISTED,
    MAIN,
    OOXML,
    RELATIONSHIPS,
    RUN,
    TIME,
    TYPES,
    W,
    checked,
    comment,
    finding,
    marked,
    part,
    parts_of,
    repacked,
    report,
    sample,
    word,
)
from tests.support.checking import refusal

MICROSOFT = "http://schemas.microsoft.com/office"
WORDML = f"{MICROSOFT}/word"


def test_only_what_speaks_of_comments_changes() -> None:
    data = sample(("行政强制 | 0", "行政强制 | 零件"))

    before, after = parts_of(data), parts_of(checked(data).data)

    assert [*before, COMMENTS] == [*after]
    assert [TYPES, MAIN, RELATIONSHIPS, COMMENTS] == [
        name for name in after if before.get(name) != after[name]
    ]


def test_the_archive_keeps_its_order_dates_and_ways_of_packing() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = "年报".encode()
        for day, (name, content) in enumerate(parts_of(word("第一段")).items(), 1):
            info = zipfile.ZipInfo(name, (2023, 12, day, 1, 2, 4))
            info.compress_type = zipfile.ZIP_DEFLATED if day % 2 else zipfile.ZIP_STORED
            info.external_attr = day << 16
            info.extra = b"\x20\xa2\x02\x00\x00\x00"
            archive.writestr(info, content)
        archive.writestr(zipfile.ZipInfo("word/media/", (2023, 12, 9, 0, 0, 0)), "")

    before = zipfile.ZipFile(stream)
    after = zipfile.ZipFile(io.BytesIO(comment(stream.getvalue(), "一").data))

    assert after.testzip() is None
    assert before.comment == after.comment
    assert [*before.namelist(), RELATIONSHIPS, COMMENTS] == after.namelist()
    for old, new in zip(before.infolist(), after.infolist(), strict=False):
        assert (old.filename, old.date_time, old.compress_type) == (
            new.filename,
            new.date_time,
            new.compress_type,
        )
        assert old.external_attr == new.external_attr or not old.external_attr


def test_the_declaration_and_all_namespaces_stay() -> None:
    root = (
        f'xmlns:w="{W}" xmlns:mc="{OOXML}/markup-compatibility/2006" '
        f'xmlns:w14="{WORDML}/2010/wordml" xmlns:wp14="urn:unused" mc:Ignorable="w14 wp14"'
    )
    paragraph = f'<w:p w14:paraId="0A">{RUN.format("第一段")}</w:p>'

    data = comment(word(paragraph, root=root), "第一段").data

    assert (
        f'{HEAD}<w:document {root}><w:body><w:p w14:paraId="0A"><w:commentRangeStart w:id="0"/>'
    ) in part(data)


def test_namespaces_may_be_called_anything() -> None:
    text = part(word("第一段")).replace("w:", "x:").replace("xmlns:w", "xmlns:x")

    data = comment(repacked(word("第一段"), {MAIN: text}), "一").data

    assert ["一"] == marked(data)
    assert "w:" not in part(data)


def test_a_new_part_is_listed_once() -> None:
    data = comment(word("第一段"), "一").data

    assert (
        f'{HEAD}<Relationships xmlns="{OOXML}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OOXML}/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
        "</Relationships>"
    ) == part(data, RELATIONSHIPS)
    assert part(data, TYPES).startswith(LISTED.removesuffix("</Types>"))
    assert (
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.comments+xml"/></Types>'
    ) in part(data, TYPES)


def test_a_part_of_that_name_that_nothing_refers_to_stays() -> None:
    data = comment(repacked(word("第一段"), {COMMENTS: "<other/>"}), "一").data

    assert "<other/>" == part(data, COMMENTS)
    assert ["一"] == marked(data)
    assert 'Target="comments1.xml"' in part(data, RELATIONSHIPS)


def test_a_report_without_findings_stays_as_it_is() -> None:
    data = sample()

    assert (data, 0, 0, False) == checked(data)


def test_a_signature_is_told_of() -> None:
    origin = (
        f'<Relationship Id="rId9" Type="{OOXML}/package/2006/relationships/digital-signature/'
        'origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    )
    data = word("第一段")
    related = part(data, "_rels/.rels").replace("</Relationships>", origin)
    signed = {"_rels/.rels": related, "_xmlsignatures/origin.sigs": "\0"}

    annotated = comment(repacked(data, signed), "一")

    assert annotated.signed
    assert b"\0" == parts_of(annotated.data)["_xmlsignatures/origin.sigs"]


def broken(data: bytes, limits: Limits = DEFAULT) -> tuple[str, dict[str, object]]:
    source = read_docx(data, None, limits)
    found = report(source, [finding(Span(0, 1))])
    return refusal(annotate, data, found, limits, "zh", TIME)


def test_a_part_that_cannot_be_copied_makes_the_file_damaged() -> None:
    picture = Random(1).randbytes(999)
    data = repacked(word("第一段"), {"word/media/image1.png": picture})

    assert ("damaged", {"kind": "docx"}) == broken(data.replace(picture, picture[::-1]))


def test_a_part_with_a_password_makes_the_file_encrypted() -> None:
    data = repacked(word("第一段"), {"word/media/image1.png": b"x"})
    entry = data.rindex(b"PK\1\2")

    assert ("encrypted", {}) == broken(data[: entry + 8] + b"\1" + data[entry + 9 :])


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_makes_the_file_damaged() -> None:
    stream = io.BytesIO(word("第一段"))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/media/image1.png", "x")
        archive.writestr("word/media/image1.png", "x")

    assert ("damaged", {"kind": "docx"}) == broken(stream.getvalue())


def test_unpacking_without_end_is_given_up() -> None:
    stream = io.BytesIO(word("第一段"))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", bytes(3 * 1024 * 1024))

    assert "over-seconds" == broken(stream.getvalue(), Limits(seconds=-1))[0]


def test_a_text_that_mixes_two_namespaces_is_damaged() -> None:
    data = word("第一段", '<p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')

    assert ("damaged", {"kind": "docx"}) == broken(data)
