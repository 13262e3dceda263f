"""Title, preamble and contact lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .labels import SECTIONS, Address
from .voice import Paragraph, Sentence, Voice

if TYPE_CHECKING:
    from .agencies import Contact

BASIS: Address = ("basis",)
PERIOD: Address = ("period",)
CONTACT: Address = ("contact",)

_TITLES = (
    "{agency}{y}年政府信息公开工作年度报告",
    "{agency}{y}年度政府信息公开工作年度报告",
    "{agency}{y}年政府信息公开工作年度报告",
    "{y}年{agency}政府信息公开工作年度报告",
    "{agency}|{y}年政府信息公开工作年度报告",
)
_LAW = "《中华人民共和国政府信息公开条例》"
_FORM = (
    "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉"
    "的通知》（国办公开办函〔2021〕30号）"
)
_FORM_2019 = (
    "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
    "（国办公开办函〔2019〕60号）"
)
_BASES = (
    "根据{law}和{form}要求，编制并发布《{agency}{y}年政府信息公开工作年度报告》。",
    "按照{law}（以下简称《条例》）及{form}的规定，现公布{agency}{y}年政府信息公开工作年度报告。",
    "本报告由{agency}根据{law}第五十条的规定编制。",
    "根据{law}规定，结合工作实际，编制本年度报告。",
    "依据{form}，{agency}编制了本报告。",
)
_LISTS = (
    "报告由{parts}六个部分组成。",
    "全文包括{parts}等六部分内容。",
)
_PERIODS = (
    "本报告所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。",
    "本报告统计数据从{y}年1月1日至{y}年12月31日。",
    "所列数据统计期限为{y}年1月1日至12月31日。",
    "报告中数据的统计时段为{y}年1月1日—{y}年12月31日。",
    "统计期为{y}年1月1日到12月31日。",
)
_ELECTRONIC = "本报告电子版可在{area}人民政府门户网站下载。"
_CONTACTS = (
    "联系方式：{tel}。",
    "联系电话：{tel}。",
    "如对本报告有疑问，请与{agency}{office}联系（地址：{street}，邮编：{post}，电话：{tel}）。",
    "如有疑问或者建议，请直接与{agency}联系，电话：{tel}，电子邮箱：{mail}。",
    "公众如对报告内容有疑问，请联系{office}（联系电话：{tel}；通讯地址：{area}{street}）。",
    "联系方式{tel}。",
    "如有疑问，请致电{agency}{office}：{tel}。",
    "联系地址：{area}{street}，邮政编码：{post}，联系电话：{tel}，电子邮箱：{mail}。",
    "如需了解更多信息，请与{me}{office}联系，咨询电话：{tel}。",
)
_CONTACTS_FAX = (
    "如对本报告有疑问，请与{agency}{office}联系（地址：{street}，邮编：{post}，电话：{tel}，传真：{fax}）。",
    "联系电话：{tel}，传真：{fax}。",
)
_CONTACTS_JOINT = ("联系电话（传真）：{tel}。", "电话/传真：{tel}。")


def title_lines(voice: Voice) -> tuple[str, ...]:
    """The title: agency and year, on one line or two."""
    return tuple(voice.pick(_TITLES).split("|"))


def contact_sentence(voice: Voice, contact: Contact) -> Sentence:
    """One of the contact lines, marked CONTACT."""
    pool: tuple[str, ...] = _CONTACTS
    if contact.fax:
        pool = _CONTACTS_FAX
    elif voice.rng.random() < 0.1:
        pool = _CONTACTS_JOINT
    text = voice.pick(
        pool,
        tel=contact.telephone,
        fax=contact.fax,
        street=contact.street,
        post=contact.postcode,
        mail=contact.email,
        office=voice.agency.office,
    )
    return Sentence(text, (CONTACT,))


def preamble(voice: Voice, contact: Sentence | None) -> tuple[Paragraph, ...]:
    """Legal basis, perhaps the list of sections, period, perhaps the contact."""
    rng = voice.rng
    sentences = [
        Sentence(
            voice.pick(_BASES, law=_LAW, form=_FORM_2019 if voice.numbers.of_2019 else _FORM),
            (BASIS,),
        )
    ]
    if rng.random() < 0.35:
        parts = "、".join(section.words for section in SECTIONS)
        sentences.append(Sentence(voice.pick(_LISTS, parts=parts)))
    sentences.append(Sentence(voice.pick(_PERIODS), (PERIOD,)))
    if rng.random() < 0.3:
        sentences.append(Sentence(voice.fill(_ELECTRONIC)))
    if contact is not None:
        sentences.append(contact)
    if rng.random() < 0.2:
        return (tuple(sentences[:1]), tuple(sentences[1:]))
    return (tuple(sentences),)


def closing(voice: Voice, contact: Sentence | None) -> tuple[Paragraph, ...]:
    """What follows section six: contact, signature and date, or nothing."""
    paragraphs: list[Paragraph] = []
    if contact is not None:
        paragraphs.append((contact,))
    if voice.rng.random() < 0.25:
        paragraphs.append((Sentence(voice.agency.name),))
        day = f"{voice.year + 1}年1月{voice.rng.randint(5, 30)}日"
        paragraphs.append((Sentence(day),))
    return tuple(paragraphs)
