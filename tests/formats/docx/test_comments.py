"""What becomes of the rest of a Word file when findings are written into it, once or again."""

from __future__ import annotations

import io
import re
from random import Random

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gklint.formats.docx.reading import Parsed, parse, read_docx
from gklint.formats.limits import DEFAULT
from gklint.text.source import Span
from tests.support.annotating import (
    COMMENTS,
    MAIN,
    RELATIONSHIPS,
    RUN,
    TYPES,
    W,
    checked,
    comment,
    marked,
    parents,
    part,
    parts_of,
    repacked,
    sample,
    word,
)
from tests.support.word import package, saved

MICROSOFT = "http://schemas.microsoft.com/office"
WORDML = f"{MICROSOFT}/word"


# -- again ------------------------------------------------------------------------------------


def test_comments_are_not_doubled() -> None:
    data = sample(("行政强制 | 0", "行政强制 | 零件"), ("五、存在的主要问题", "五、主要问题"))

    once = checked(data)
    twice = checked(once.data)

    assert (2, 0) == (once.written, once.removed)
    assert (2, 2) == (twice.written, twice.removed)
    assert once.data == twice.data


def test_comments_go_when_nothing_is_found_any_more() -> None:
    data = word("第一段")

    once = comment(data, "一")
    cleared = comment(once.data)

    assert (0, 1) == (cleared.written, cleared.removed)
    assert "comment" not in part(cleared.data)
    assert "<w:comment " not in part(cleared.data, COMMENTS)
    assert read_docx(data, None, DEFAULT).text == read_docx(cleared.data, None, DEFAULT).text
    assert cleared.data == comment(cleared.data).data


def test_comments_of_others_are_kept() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("第一段")
    document.add_comment(run, "请核对", author="审核", initials="S")
    data = saved(document)
    theirs = re.search(r"<w:comment .*?</w:comment>", part(data, COMMENTS))
    assert theirs

    once = comment(data, "一", "段").data
    twice = comment(once, "一", "段").data

    assert once == twice
    assert ["第一段", "一", "段"] == marked(once)
    assert [0, 1, 2] == [each.comment_id for each in docx.Document(io.BytesIO(once)).comments]
    assert theirs[0] in part(once, COMMENTS)
    assert part(data, TYPES) == part(once, TYPES)
    assert part(data, RELATIONSHIPS) == part(once, RELATIONSHIPS)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("41", 42), ("x", 0), ("9" * 12, 2**30 + 1), ("9" * 5000, 0)],
    ids=["a number", "none", "a great one", "too great a one"],
)
def test_new_numbers_are_above_all_others(theirs: str, ours: int) -> None:
    stray = f'<w:p><w:r><w:commentReference w:id="{theirs}"/></w:r></w:p>'

    data = comment(word("第一段", stray), "一").data

    assert f'<w:comment w:id="{ours}"' in part(data, COMMENTS)


def test_there_are_no_more_comments_than_word_can_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gklint.formats.docx.commenting._MOST", 3)
    data = repacked(answered(), {COMMENTS: part(answered(), COMMENTS).replace("gklint", "复核")})

    assert 1 == comment(data, "一", "段").written
    assert 1 == comment(comment(data, "一").data, "一", "段").written


def answered() -> bytes:
    """A file with a comment of ours, as Word saves it with somebody's answer to it."""
    data = comment(word("第一段"), "一").data
    text = part(data)
    for name in ("RangeStart", "RangeEnd", "Reference"):
        mark = f'<w:comment{name} w:id="0"/>'
        text = text.replace(mark, mark + mark.replace("0", "1"))
    comments = part(data, COMMENTS).replace("<w:p>", '<w:p w14:paraId="0000000A">')
    comments = comments.replace("<w:comments ", f'<w:comments xmlns:w14="{WORDML}/2010/wordml" ')
    answer = f'<w:p w14:paraId="0000000B">{RUN.format("已改")}</w:p>'
    answer = f'<w:comment w:id="1" w:author="审核">{answer}</w:comment></w:comments>'
    threads = {
        "Extended": (
            f'<t xmlns:w15="{WORDML}/2012/wordml"><c w15:paraId="0000000A" w15:done="0"/>'
            '<c w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/></t>'
        ),
        "Ids": (
            f'<t xmlns:w16cid="{WORDML}/2016/wordml/cid">'
            '<c w16cid:paraId="0000000A" w16cid:durableId="1A"/>'
            '<c w16cid:paraId="0000000B" w16cid:durableId="1B"/></t>'
        ),
        "Extensible": (
            f'<t xmlns:w16cex="{WORDML}/2018/wordml/cex">'
            '<c w16cex:durableId="1A"/><c w16cex:durableId="1B"/></t>'
        ),
    }
    related = "".join(
        f'<Relationship Id="{name}" Type="{MICROSOFT}/relationships/comments{name}" '
        f'Target="comments{name}.xml"/>'
        for name in threads
    )
    return repacked(
        data,
        {
            MAIN: text,
            COMMENTS: comments.replace("</w:comments>", answer),
            **{f"word/comments{name}.xml": xml for name, xml in threads.items()},
            RELATIONSHIPS: part(data, RELATIONSHIPS).replace("</Rel", f"{related}</Rel"),
        },
    )


def test_an_answer_to_a_comment_that_goes_begins_a_thread_of_its_own() -> None:
    again = comment(answered(), "段").data

    assert ["一", "段"] == marked(again)
    assert ["已改", "错误 GK501：不对。\n依据：依据"] == [
        each.text for each in docx.Document(io.BytesIO(again)).comments
    ]
    assert 1 == part(again, "word/commentsExtended.xml").count("<c ")
    assert '<c w15:paraId="0000000B" w15:done="0"/>' in part(again, "word/commentsExtended.xml")
    assert 1 == part(again, "word/commentsIds.xml").count("<c ")
    assert 'w16cid:durableId="1B"' in part(again, "word/commentsIds.xml")
    assert 1 == part(again, "word/commentsExtensible.xml").count("<c ")
    assert 'w16cex:durableId="1B"' in part(again, "word/commentsExtensible.xml")


def test_threads_of_others_stay_as_they_are() -> None:
    data = answered()
    comments = part(data, COMMENTS).replace("gklint", "复核")
    before = parts_of(repacked(data, {COMMENTS: comments}))

    after = parts_of(comment(package(before), "段").data)

    assert [MAIN, COMMENTS] == [name for name in before if before[name] != after[name]]


# -- any document -----------------------------------------------------------------------------


class Drawn:
    """A document drawn at random."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.number = 100

    def words(self) -> str:
        size = self.rng.choice([1, 1, 2, 3, 5, 9])
        return "".join(self.rng.choice("一二公开申请5 ，。　0１𠮷") for _ in range(size))

    def run(self) -> str:
        properties = self.rng.choice(["", "", "<w:rPr><w:b/><w:sz w:val='28'/></w:rPr>"])
        parts = [
            self.rng.choice(
                [f"<w:t xml:space='preserve'>{self.words()}</w:t>"] * 6
                + ["<w:tab/>", "<w:br/>", "<w:lastRenderedPageBreak/>", "<w:noBreakHyphen/>"]
            )
            for _ in range(self.rng.choice([0, 1, 1, 1, 2, 3]))
        ]
        return f"<w:r>{properties}{''.join(parts)}</w:r>"

    def runs(self, depth: int = 0) -> str:
        return "".join(self.inline(depth) for _ in range(self.rng.choice([0, 1, 1, 2, 3])))

    def inline(self, depth: int) -> str:
        self.number += 1
        change = f"w:id='{self.number}' w:author='审核'"
        kinds = ["{}"] * 4
        if depth < 2:
            kinds += [
                f"<w:ins {change}>{{}}</w:ins>",
                "<w:hyperlink w:anchor='a'>{}</w:hyperlink>",
                "<w:smartTag w:uri='u' w:element='e'>{}</w:smartTag>",
                "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
                "<w:fldSimple w:instr='PAGE'>{}</w:fldSimple>",
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
                "<w:fldChar w:fldCharType='separate'/></w:r>{}"
                "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
                f"<w:del {change}><w:r><w:delText>没有</w:delText></w:r></w:del>{{}}",
                f"<w:bookmarkStart w:id='{self.number}' w:name='b{self.number}'/>{{}}"
                f"<w:bookmarkEnd w:id='{self.number}'/>",
            ]
        kind = self.rng.choice(kinds)
        return kind.format(self.run() if kind == "{}" else self.runs(depth + 1))

    def paragraph(self) -> str:
        properties = self.rng.choice(["", "", "<w:pPr><w:jc w:val='center'/></w:pPr>"])
        return f"<w:p>{properties}{self.runs()}{self.runs()}</w:p>"

    def table(self, depth: int) -> str:
        rows, columns = self.rng.randint(1, 3), self.rng.randint(1, 3)
        return "".join(["<w:tbl>", *(self.row(columns, depth) for _ in range(rows)), "</w:tbl>"])

    def row(self, columns: int, depth: int) -> str:
        cells = []
        while columns > 0:
            across = self.rng.choice([1, 1, 1, 2])
            columns -= across
            merged = self.rng.choice(["", "", "", "<w:vMerge w:val='restart'/>"])
            inner = self.table(depth + 1) if depth < 2 and self.rng.random() < 0.1 else ""
            inner += "".join(self.paragraph() for _ in range(self.rng.choice([1, 1, 1, 2])))
            span = f"<w:gridSpan w:val='{across}'/>" if across > 1 else ""
            cells.append(f"<w:tc><w:tcPr>{span}{merged}</w:tcPr>{inner}</w:tc>")
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def document(self) -> bytes:
        blocks = []
        for _ in range(self.rng.randint(1, 6)):
            kind = self.rng.choice(
                ["{}", "{}", "table", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"]
            )
            blocks.append(self.table(0) if kind == "table" else kind.format(self.paragraph()))
        return word(*blocks, self.paragraph())

    def span(self, text: str) -> Span:
        """Words, some cells, some lines, or an empty place."""
        start = self.rng.randrange(len(text))
        end = min(start + self.rng.choice([0, 1, 1, 2, 3, 5, 8, 20, 60]), len(text))
        cut = re.search(self.rng.choice(["[\t\n]", "\n", "(?!)"]), text[start:end])
        return Span(start, start + cut.start() if cut else end)


def pieces(parsed: Parsed, span: Span) -> list[tuple[etree._Element | None, str]]:
    """What of a span stands in the file as text, each with its table."""
    text, starts, origins = (
        parsed.composition.text,
        parsed.composition.starts,
        parsed.composition.origins,
    )
    found = []
    for start, end, origin in zip(starts, [*starts[1:], len(text)], origins, strict=True):
        words = text[max(start, span.start) : min(end, span.end)]
        if words and origin.offset >= 0:
            found.append((next(origin.node.iterancestors(f"{{{W}}}tbl"), None), words))
    return found


def expected(parsed: Parsed, span: Span) -> str | None:
    """The text that a comment is to enclose; None where it cannot be just that of the span."""
    found = pieces(parsed, span)
    tables = [table for table, _ in found]
    nested = any(table is not None and len(list(table.iter(table.tag))) > 1 for table in tables)
    ends = {tables[0], tables[-1]} if found else {None}
    return "".join(words for _, words in found) if len(ends) == 1 and not nested and found else None


HOLDERS = {"p", "ins", "hyperlink", "smartTag", "sdtContent", "fldSimple"}


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_any_comments_in_any_document_enclose_their_words_and_nothing_else_changes(
    seed: int,
) -> None:
    drawn = Drawn(Random(seed))
    data = drawn.document()
    parsed = parse(data, DEFAULT)
    text = parsed.composition.text
    spans = sorted(drawn.span(text) for _ in range(drawn.rng.randint(1, 9)))

    once = comment(data, *spans).data

    enclosed = marked(once)
    assert len(spans) == len(enclosed)
    for span, words in zip(spans, enclosed, strict=True):
        wanted = expected(parsed, span)
        if wanted is not None:
            assert wanted == words
        elif found := pieces(parsed, span):
            assert words.startswith(found[0][1])
    assert text == read_docx(once, None, DEFAULT).text
    assert HOLDERS.issuperset(parents(once))
    assert once == comment(once, *spans).data
    assert text == read_docx(comment(once).data, None, DEFAULT).text
