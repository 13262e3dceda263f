"""OFD files that cannot be read, and those that only seem so."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from time import monotonic, process_time

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.reading import take
from tests.support.ofd import document, package, page, text_code, text_object

START = "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"
LISTED = "<Document><Pages><Page ID='1' BaseLoc='Pages/Content.xml'/></Pages></Document>"
PART = "Doc_0/Pages/Content.xml"
TEXT = text_object("30 30 100 5", text_code("收到5件", 0, 4), 'Size="4"')


def of(content: str, start: str = START, listed: str = LISTED, **more: str) -> bytes:
    return package({"OFD.xml": start, "Doc_0/Document.xml": listed, PART: content, **more})


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        take(data, "年报.ofd")
    return caught.value.reason


def shapes(count: int = 3) -> str:
    path = "<PathObject Fill='true'><AbbreviatedData>M 1 1 B 2 2 3 3 4 4 L 5 9 C</AbbreviatedData>"
    return f"{path}</PathObject>" * count


PICTURE = "<ImageObject ID='9' Boundary='0 0 210 297' ResourceID='4'/>"
BARE_PICTURE = "<ImageObject ID='9' CTM='210 0 0 297 0 0' Boundary='0 0 0 0' ResourceID='4'/>"
UNKNOWN = text_object("30 30 100 5", text_code("\ue001\ue002\ue0035", 0, 4), 'Size="4"')

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "no document is named": (lambda: of(page(TEXT), "<OFD><DocBody/></OFD>"), "damaged"),
    "no document at all": (lambda: of(page(TEXT), "<OFD/>"), "damaged"),
    "a document without pages": (lambda: of(page(TEXT), listed="<Document/>"), "damaged"),
    "a page is missing": (
        lambda: of(page(TEXT), listed=LISTED.replace("Content", "Other")),
        "damaged",
    ),
    "a page is not named": (
        lambda: of(page(TEXT), listed=LISTED.replace("BaseLoc", "Base")),
        "damaged",
    ),
    "a part is no XML": (lambda: of("收到5件"), "damaged"),
    "a document type": (lambda: of(f"<!DOCTYPE a [<!ENTITY b 'c'>]>{page(TEXT)}"), "entities"),
    "encrypted parts": (lambda: of(page(TEXT), **{"Encryptions.xml": "<a/>"}), "encrypted"),
    "pages that are pictures": (lambda: document([(PICTURE, "")]), "scanned"),
    "pictures without a box": (lambda: document([(BARE_PICTURE, "")]), "scanned"),
    "letters that are shapes": (lambda: document([(shapes(), "")]), "outlines"),
    "fonts that name no characters": (lambda: document([(UNKNOWN, "")]), "unnamed-glyphs"),
    "blank pages": (lambda: document([("", "")]), "blank"),
    "blocks nested without end": (
        lambda: document([("<PageBlock>" * 2000 + TEXT + "</PageBlock>" * 2000, "")]),
        "over-depth",
    ),
    "a graphic that holds itself": (
        lambda: of(
            page("<CompositeObject ResourceID='7'/>"),
            listed=LISTED.replace(
                "<Document>", "<Document><CommonData><PublicRes>R.xml</PublicRes></CommonData>"
            ),
            **{
                "Doc_0/R.xml": "<Res><CompositeGraphicUnits><CompositeGraphicUnit ID='7'><Content>"
                "<CompositeObject ResourceID='7'/></Content></CompositeGraphicUnit>"
                "</CompositeGraphicUnits></Res>"
            },
        ),
        "over-depth",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason(name: str) -> None:
    data, reason = REFUSED[name]

    assert reason == refused(data())


def test_a_password_is_told() -> None:
    data = bytearray(of(page(TEXT)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry.header_offset for entry in archive.infolist()]
    for at in entries:
        data[at + 6] |= 1
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)

    assert "encrypted" == refused(bytes(data))


@pytest.mark.parametrize(
    "deltas", ["g 1000000000 4", "g x y", "g 3", "nan inf", "1e300 4", "g -5 4", "ggg"]
)
def test_steps_that_make_no_sense_lose_no_character(deltas: str) -> None:
    started = monotonic()
    source = take(
        document(
            [(text_object("30 30 100 5", text_code("收到5件", 0, 4, deltas), 'Size="4"'), "")]
        ),
        "年报.ofd",
    )

    assert monotonic() - started < 1
    assert sorted("收到5件") == sorted(source.text.replace(" ", "").replace("\n", ""))


@pytest.mark.parametrize(
    "odd",
    [
        "<PathObject Boundary='a b c d'><AbbreviatedData>M 1 L</AbbreviatedData></PathObject>",
        "<PathObject><AbbreviatedData>Z 1 2 L 3 4 5 M</AbbreviatedData></PathObject>",
        "<PathObject CTM='0 0 0 0 0 0'><AbbreviatedData>M 1 1 L 9 1</AbbreviatedData></PathObject>",
        "<PathObject/>",
        "<TextObject Size='-4'><TextCode>99</TextCode></TextObject>",
        "<TextObject Size='4' CTM='0 0 0 0 0 0'><TextCode>99</TextCode></TextObject>",
        "<TextObject/>",
        "<ImageObject/>",
        "<CompositeObject/>",
        "<!-- 99 -->",
        "<?pi 99?>",
        "<Other><TextObject Size='4'><TextCode>99</TextCode></TextObject></Other>",
    ],
)
def test_objects_that_show_nothing_are_passed_over(odd: str) -> None:
    assert "收到5件\n" == take(document([(odd + TEXT, "")]), "年报.ofd").text


@pytest.mark.slow
def test_many_objects_take_time_in_proportion() -> None:
    few, many = (document([(TEXT * count, "")]) for count in (2000, 8000))

    assert least_time(many) < 10 * least_time(few)  # 16 if each looked at all


def least_time(data: bytes) -> float:
    """The CPU time of the fastest of five readings."""
    times = []
    for _ in range(5):
        started = process_time()
        take(data, "年报.ofd")
        times.append(process_time() - started)
    return min(times)
