"""Reports of the bodies of one county: each written by itself, or taken from another one."""

from __future__ import annotations

import re
from itertools import count, product
from typing import TYPE_CHECKING

from .agencies import Agency
from .document import Document, build_document, with_sentences
from .edits import after_marked
from .labels import PARTS
from .layouts import LAYOUTS, print_document
from .lines import assemble
from .model import make_report
from .rewrite import rewrite
from .voice import Sentence

if TYPE_CHECKING:
    from random import Random

_AREA = "云岭县"
_FIRST, _SECOND = "梨枫柳松杏桃荷竹兰菊梅桐榆槐杉", "树桥溪坡塘湾岭坪滩台泉口沟坝洲"
_KINDS = (("镇", "我镇"), ("乡", "我乡"))
_FIELDS = ("水务", "司法", "财政", "审计", "统计", "民政", "商务", "林业", "档案", "气象")
_TENTH = 10
TEMPLATE = (
    "认真落实县政府办公室印发的政务公开要点，逐项分解任务，明确完成时限。",
    "按照全县统一部署，规范设置公开专栏，做到内容完整、更新及时。",
    "县里统一建立的信息发布台账由专人登记，每季度核对一遍，做到账实相符。",
    "统一使用县政府信息公开平台发布信息，不再自建网站和新媒体账号。",
    "自觉接受县政务公开领导小组的检查和考核，对指出的问题按时整改到位。",
)


def bodies(number: int) -> list[Agency]:
    """So many bodies of one county, no two of one name."""
    bureaus = [_bureau(field) for field in _FIELDS]
    towns = (
        _town(first + second, *kind) for kind, first, second in product(_KINDS, _FIRST, _SECOND)
    )
    more = (_town(f"第{index}", *_KINDS[0]) for index in count(1))
    found = [*bureaus, *towns]
    return [*found, *(next(more) for _ in range(number - len(found)))][:number]


def _bureau(field: str) -> Agency:
    name = f"{_AREA}{field}局"
    return Agency(name, ("我局", "本机关", name), _AREA, "办公室")


def _town(place: str, kind: str, own: str) -> Agency:
    name = f"{_AREA}{place}{kind}人民政府"
    return Agency(name, (own, "本机关", f"{place}{kind}"), _AREA, "党政办公室")


def written(agency: Agency, year: int, rng: Random, template: bool = False) -> Document:
    """A report that a body wrote itself; on a `template`: with the sentences of its county."""
    document = build_document(make_report(rng, agency=agency, year=year))
    for part, text in zip(PARTS, TEMPLATE, strict=True) if template else ():
        document = after_marked(document, ("part", part), Sentence(text))
    return document


def copied(document: Document, source: Agency, by: Agency, rng: Random) -> Document:
    """Another body's report with its own name, other dates, and every tenth sentence anew."""
    anew = _sentences(written(by, 2023, rng))
    number = count(rng.randrange(_TENTH))

    def change(sentence: Sentence) -> tuple[Sentence, ...]:
        return (sentence if next(number) % _TENTH else Sentence(rng.choice(anew)),)

    def named(text: str) -> str:
        text = text.replace(source.name, by.name).replace(source.selves[0], by.selves[0])
        return re.sub(r"(?<!\d)\d{1,2}(?=日)", lambda _: str(rng.randint(2, 28)), text)

    return rewrite(with_sentences(document, change), prose=named, heading=named)


def a_year_later(document: Document) -> Document:
    """A report with every year, and nothing else, one later."""

    def later(text: str) -> str:
        return re.sub(r"(?<!\d|〔)20\d\d(?=年)", lambda match: str(int(match[0]) + 1), text)

    return rewrite(document, prose=later, heading=later)


def printed(document: Document, rng: Random) -> str:
    """A document in one of the layouts."""
    return assemble(print_document(document, rng.choice(LAYOUTS), rng)).text


def _sentences(document: Document) -> list[str]:
    found: list[str] = []

    def take(sentence: Sentence) -> tuple[Sentence, ...]:
        found.append(sentence.text)
        return (sentence,)

    with_sentences(document, take)
    return found
