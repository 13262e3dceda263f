"""Word files of any shape: every character knows where it stands, and nothing raises."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gklint.errors import UnreadableFileError
from gklint.formats.docx.reading import parse, read_docx
from gklint.formats.limits import Limits
from tests.support.word import DATED, box, p, package, parts, r, tbl, tc, tr

pytestmark = pytest.mark.slow
NUMBERS = st.sampled_from(["", "-5", "0", "1", "2", "3", "64", "1e9", "abc", "9" * 30])
TEXTS = st.sampled_from(["", "甲", "乙 ", "\n", "\t1", "&#13;", "<w:br/>", "<w:tab/>", "\u2028"])
STATES = st.sampled_from(["", "<w:vanish/>", '<w:vanish w:val="0"/>', '<w:rStyle w:val="H"/>'])


def attribute(name: str) -> st.SearchStrategy[str]:
    return NUMBERS.map(lambda number: f'<w:{name} w:val="{number}"/>')


RUNS = st.builds(r, TEXTS, STATES)
INLINE = st.recursive(
    RUNS,
    lambda inner: (
        st.builds(
            "<w:{0} {1}>{2}</w:{0}>".format,
            st.sampled_from(
                ["ins", "del", "moveTo", "moveFrom", "smartTag", "hyperlink", "sdt", "r"]
            ),
            st.just(DATED),
            st.lists(inner, max_size=3).map("".join),
        )
        | st.builds(lambda content: box(p(content)), inner)
    ),
    max_leaves=6,
)
ENDS = st.sampled_from(["", *(f"<w:rPr><w:{name}/></w:rPr>" for name in ("ins", "del", "vanish"))])
LISTED = st.builds(
    "<w:numPr>{}{}</w:numPr>".format, attribute("ilvl"), attribute("numId")
) | st.just("")
PARAGRAPHS = st.builds(
    lambda content, listed, end: p(*content, properties=listed + end),
    st.lists(INLINE, max_size=3),
    LISTED,
    ENDS,
)
MERGES = st.lists(
    attribute("gridSpan")
    | st.sampled_from(
        [
            "<w:vMerge/>",
            '<w:vMerge w:val="restart"/>',
            "<w:hMerge/>",
            '<w:hMerge w:val="restart"/>',
            f"<w:cellDel {DATED}/>",
        ]
    ),
    max_size=2,
).map("".join)
ROW_STATES = st.sampled_from(["", f"<w:del {DATED}/>", f"<w:ins {DATED}/>"]) | attribute(
    "gridBefore"
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.lists(
        st.builds(
            lambda cells, state: tr(*cells, properties=state),
            st.lists(
                st.builds(
                    lambda blocks, merged: tc(*blocks, properties=merged),
                    st.lists(inner, max_size=2),
                    MERGES,
                ),
                max_size=3,
            ),
            ROW_STATES,
        ),
        max_size=3,
    ).map(lambda some: tbl(*some)),
    max_leaves=8,
)
STYLES = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1%2、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


@settings(deadline=None, max_examples=150)
@given(st.lists(BLOCKS, max_size=4))
def test_whatever_is_nested_every_character_knows_where_it_stands(blocks: list[str]) -> None:
    data = package(parts("".join(blocks), STYLES, LISTS))
    parsed = parse(data, Limits())
    composition = parsed.composition
    ends = [*composition.starts, len(composition.text)][1:]

    assert len(composition.starts) == len(composition.origins)
    assert sorted(composition.starts) == [*composition.starts]
    for start, end, origin in zip(composition.starts, ends, composition.origins, strict=True):
        written = composition.text[start:end]
        tag = origin.node.tag.rpartition("}")[2]
        assert origin.place.paragraph or (origin.place.row and origin.place.cell)
        if origin.offset >= 0:
            assert tag == "t"
            assert origin.node.text
            assert written == "".join(
                " " if char in "\t\r\n\u2028" and written[index] == " " else char
                for index, char in enumerate(origin.node.text[origin.offset :])
            )
        else:
            assert tag in ("p", "tc")
    for row in composition.rows:
        assert composition.text.count("\n", *row.span) == 0
        assert len(row.cells) == len(row.columns)
    assert all(0 <= start <= end <= len(composition.text) for start, end in parsed.revisions)


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_a_file_with_any_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(package(parts(p("甲") + tbl(tr("规章", "0")), STYLES, LISTS)))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFileError):
        read_docx(bytes(whole), None, Limits())
