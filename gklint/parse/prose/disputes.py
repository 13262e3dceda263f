"""Administrative reviews and lawsuits: how many, or that there were none."""

from __future__ import annotations

import re

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Count, Where
from gklint.parse.prose.phrases import NUMBER
from gklint.parse.prose.place import Place
from gklint.text.numerals import chinese_number

_DISPUTE = re.compile(
    rf"(?P<kind>行政复议|行政诉讼)(?:案件|申请|案|事项)?(?:共计|共|总计|为|有|数量|数|:|发生|受理|收到|办理){{0,4}}{NUMBER}(?:件|起|宗|次|例|个)"
)
_DISPUTE_BEFORE = re.compile(
    rf"{NUMBER}(?:件|起|宗|次|例)(?:被)?(?:申请|提起)?(?:政府信息公开)?(?:的)?(?P<kind>行政复议|行政诉讼)"
)
_DISPUTES_OF_OTHERS = re.compile(
    r"上年|新增|新收|被告|被申请人|审理|代理|指导|应诉|出庭|法院|复议机关|复议机构|复议局"
)
_NO_DISPUTE = re.compile(
    r"(?:未|没有|无|均未|从未)(?:发生|产生|出现|收到|引起|引发|涉及|有|因|被|政府信息公开)"
    r"(?![^。;,]{0,10}(?:纠正|维持|撤销|败诉|变更))[^。;,]{0,30}?(?:复议|诉讼)[^。;,]{0,12}"
)


def disputes(place: Place, words: Vocabulary) -> tuple[list[Count], list[tuple[str, Where]]]:
    """Counts of disputes about the information of the body; what there was none of, and where."""
    about_information = (
        "信息公开" in place.text
        or place.passage.part == words.on_request
        or place.passage.section == words.of_disputes
    )
    if not about_information or words.comparison.search(place.text):
        return [], []
    partial = bool(_DISPUTES_OF_OTHERS.search(place.text) or words.wider.search(place.text))
    counts = []
    for pattern in (_DISPUTE, _DISPUTE_BEFORE):
        for match in pattern.finditer(place.text):
            about = "review" if match["kind"] == "行政复议" else "litigation"
            if (number := chinese_number(match["number"])) is not None:
                counts.append(Count(about, number, partial, place.where(*match.span())))
    none = [
        (about, place.where(*match.span()))
        for match in _NO_DISPUTE.finditer(place.text)
        for word, about in (("复议", "review"), ("诉讼", "litigation"))
        if word in match[0]
    ]
    return counts, none
