"""Letters to bodies whose reports have to be mended, and copies of these with comments.

A letter is made from a Word file with words in braces, which a county can replace by its own;
``ours`` makes the one that is used otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from gklint import paper
from gklint.errors import UnreadableFileError, UsageError
from gklint.findings.messages import Speaker
from gklint.formats.reading import load, take
from gklint.formats.sniff import Kind, kind_of
from gklint.render.printable import printable
from gklint.review.gathering import Case
from gklint.review.reading import Item
from gklint.review.sheets.places import expected_of, place_of
from gklint.review.standing import Body
from gklint.ruleset.severity import Severity

WEIGHT = 5
"""How many usual texts are checked while a letter is written."""


class Post(NamedTuple):
    """What a body is sent: a letter, and of each of its files a commented copy, if it can be."""

    letter: bytes
    copies: tuple[bytes | None, ...]


class Writer(NamedTuple):
    """Writes letters; it can be sent to another process.

    ``template``: the bytes of a Word file, and what it is called.  ``fails``: the severities that
    have to be mended.  ``until``: the last day for it; None if nobody said.
    """

    template: bytes
    name: str
    speaker: Speaker
    fails: Collection[Severity]
    now: datetime
    until: date | None = None

    def post(self, body: Body) -> Post:
        """All that a body is sent.  Raises UsageError where the template is wrong."""
        copies = (commented(each, self.speaker.lang, self.now) for each in body.cases)
        return Post(self.letter(body), (*copies,))

    def letter(self, body: Body) -> bytes:
        """The letter to a body, a Word file.  Raises UsageError where the template is wrong."""
        from docxtpl import DocxTemplate
        from jinja2 import TemplateError

        written = BytesIO()
        try:
            template = DocxTemplate(BytesIO(self.template))
            template.render(self.words(body), _environment())
            template.save(written)
        except (TemplateError, ValueError, KeyError, TypeError, OSError) as error:
            problem = printable(str(error))
            raise UsageError("review.template-wrong", path=self.name, problem=problem) from error
        return written.getvalue()

    def words(self, body: Body) -> dict[str, object]:
        """What fills a template; the names are those that docs/review.md explains."""
        must = [item for item in body.items if item.found.severity in self.fails]
        may = [item for item in body.items if item.found.severity not in self.fails]
        year = next((case.read.report.year for case in body.cases if case.read.report.year), None)
        return {
            "机关": body.name,
            "年份": year,
            "今天": self.day(self.now.date()),
            "期限": self.day(self.until) if self.until else None,
            "必须修改": [*self.sections(must)],
            "建议修改": [*self.sections(may)],
            "必须修改数": len(must),
            "建议修改数": len(may),
        }

    def day(self, day: date) -> str:
        """A day as letters name it."""
        return self.speaker.said("review.day", year=day.year, month=day.month, day=day.day)

    def sections(self, items: Collection[Item]) -> Iterator[Mapping[str, object]]:
        """Findings by the sections of the form, numbered through."""
        number = 0
        for section in (None, *self.speaker.structure.sections):
            own = [item for item in items if item.section == section]
            if own:
                head = self.speaker.structure.printed[section] if section else None
                numbered = [*map(self.item, range(number + 1, number + 1 + len(own)), own)]
                number += len(own)
                yield {"标题": head or self.speaker.said("review.front"), "条目": numbered}

    def item(self, number: int, item: Item) -> Mapping[str, object]:
        """One finding."""
        found = item.found
        return {
            "序号": number,
            "位置": place_of(found, self.speaker),
            "问题": printable(found.message),
            "应为": expected_of(found, self.speaker),
            "依据": found.basis,
            "编号": found.code,
        }


@cache
def _environment() -> Any:
    """Fills the parts of templates, each of which it takes apart once for all letters."""
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(autoescape=True)
    environment.from_string = cache(environment.from_string)  # type: ignore[assignment, method-assign]
    return environment


def commented(case: Case, lang: str, now: datetime) -> bytes | None:
    """A copy of a Word file with its findings as comments; None where it is no such file."""
    from gklint.run.annotate import annotate

    path, limits = str(case.read.path), case.read.limits
    try:
        data = load(case.read.path, limits)
        if kind_of(data, path) is not Kind.DOCX:
            return None
        found = tuple(item.found for item in case.items)
        report = case.read.report._replace(source=take(data, path, limits), diagnostics=found)
        return annotate(data, report, limits, lang, now).data
    except UnreadableFileError:  # it has changed meanwhile
        return None


# -- our own template --------------------------------------------------------------------------

_LINES: tuple[tuple[str, str], ...] = (
    ("title", "关于修改{{ 年份 }}年政府信息公开年报的通知"),
    ("body", "{{ 机关 }}："),
    (
        "text",
        "你单位报送的{{ 年份 }}年政府信息公开年报收悉。经核对，"
        "有{{ 必须修改数 }}处需要修改"
        "{% if 建议修改数 %}，另有{{ 建议修改数 }}处建议修改{% endif %}。"
        "请{% if 期限 %}于{{ 期限 }}前{% else %}尽快{% endif %}修改后重新报送。",
    ),
    ("head", "需要修改的地方（{{ 必须修改数 }}处）"),
    ("loop", "必须修改"),
    ("if", "建议修改"),
    ("head", "建议修改的地方（{{ 建议修改数 }}处）"),
    ("loop", "建议修改"),
    ("end", ""),
    ("right", "{{ 今天 }}"),
)
_FONTS = {"title": paper.TITLE_FONT, "head": paper.HEAD_FONT}


def ours() -> bytes:
    """The template that is used where there is none, to be changed by who likes."""
    document = paper.sheet()
    for kind, words in _LINES:
        for style, line in _expanded(kind, words):
            _add(document, style, line)
    return paper.saved(document)


def _expanded(kind: str, words: str) -> Iterator[tuple[str, str]]:
    """A line of ours as paragraphs; those of ``{%p`` are gone in a letter."""
    if kind == "loop":
        yield "text", f"{{%p for 部分 in {words} %}}"
        yield "part", "{{ 部分.标题 }}"
        yield "text", "{%p for 条 in 部分.条目 %}"
        yield (
            "text",
            "{{ 条.序号 }}．{{ 条.问题 }}{% if 条.位置 %}（{{ 条.位置 }}）{% endif %}"
            "{% if 条.应为 %}{{ 条.应为 }}。{% endif %}",
        )
        yield "text", "{%p endfor %}"
        yield "text", "{%p endfor %}"
    elif kind == "if":
        yield "text", f"{{%p if {words} %}}"
    elif kind == "end":
        yield "text", "{%p endif %}"
    else:
        yield kind, words


def _add(document: Any, style: str, words: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    size = paper.TITLE_SIZE if style == "title" else paper.BODY_SIZE
    run = paper.write(paragraph, words, _FONTS.get(style, paper.BODY_FONT), size)
    run.font.bold = style == "part"
    form = paragraph.paragraph_format
    form.line_spacing, form.space_after = Pt(paper.LINE), Pt(0)
    if style == "title":
        form.alignment, form.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(paper.LINE)
    elif style == "right":
        form.alignment, form.space_before = WD_ALIGN_PARAGRAPH.RIGHT, Pt(paper.LINE)
    elif style != "body":
        form.first_line_indent = Pt(2 * paper.BODY_SIZE)
