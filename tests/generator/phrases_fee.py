"""What section six says of information processing fees, in agreement with the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .voice import Sentence, Voice

if TYPE_CHECKING:
    from .figures import Fee
    from .labels import Address

FEE: Address = ("fee",)

NONE_COLLECTED = (
    "{y}年，{me}未收取信息处理费。",
    "{me}{y}年未收取信息处理费。",
    "本年度未收取政府信息公开信息处理费。",
    "{w}{me}未收取信息公开处理费。",
    "{w}{me}没有产生信息公开处理费。",
    "{w}{me}未产生政府信息公开信息处理费用。",
    "{y}年{me}未发生政府信息公开收费事项。",
    "{y}年度，{me}依申请提供政府信息没有收取信息处理费。",
    "{me}{y}年收取信息处理费0元。",
    "{y}年信息处理费收费0元。",
    "信息处理费收取情况：{y}年度共收取信息处理费0元。",
    "关于信息处理费，{me}{y}年度未发出收费通知，未收取任何费用。",
    "{y}年，{me}无政府信息公开信息处理费收取情况。",
    "{w}{me}未向申请人收取信息处理费。",
    "收取信息处理费情况：{y}年未收取。",
)
NO_REQUESTS = (
    "{me}{y}年没有收到政府信息公开申请，因此未收取信息处理费。",
    "因{y}年未收到政府信息公开申请，故未产生信息处理费。",
    "{y}年，{me}没有收到政府信息公开申请，没有收取信息处理费。",
)
UNDER_LIMIT = (
    "{me}{y}年收到的政府信息公开申请未超出规定的数量和频次范围，没有收取信息处理费。",
    "{y}年{me}办理的政府信息公开申请均未达到收费标准，未收取信息处理费。",
)
PAID = (
    "{y}年，{me}实际收取信息处理费共计{paid}元。",
    "{y}年，{me}有{n}件申请案件收取信息处理费{paid}元。",
    "{me}{y}年发出收费通知{n}件，总金额{charged}元，实际收取{paid}元信息处理费。",
    "{y}年度{me}共发出信息处理费收费通知{n}件，收取信息处理费{paid}元。",
)
NOTICED = (
    "{me}{y}年发出信息处理费收费通知{n}件，总金额{charged}元，实际收取{paid}元。",
    "{y}年，{me}向申请人发出收费通知{n}件，通知收取信息处理费{charged}元，实际收取{paid}元。",
    "{y}年{me}发出收费通知{n}件，涉及信息处理费总金额{charged}元，实际收取{paid}元，其余申请人逾期未缴纳。",
)
NOT_A_STATEMENT = (
    "按照有关规定，行政机关可以对申请数量、频次明显超过合理范围的申请人收取信息处理费。",
    "行政机关依申请提供政府信息，按规定不收取费用，但是申请明显超过合理范围的，可以收取信息处理费。",
)
HEADS = (
    "信息处理费收取情况。",
    "收取依申请公开处理费情况。",
    "政府信息公开信息处理费收取情况。",
    "收取信息处理费的情况。",
)


def fee_sentence(voice: Voice) -> Sentence:
    """The statement on fees, marked FEE."""
    return Sentence(_statement(voice), (FEE,))


def fee_text(voice: Voice, fee: Fee, pool: tuple[str, ...]) -> str:
    """One of the statements that name amounts."""
    return voice.pick(pool, n=str(fee.notices), paid=str(fee.paid), charged=str(fee.charged))


def _statement(voice: Voice) -> str:
    fee = voice.numbers.fee
    if fee.charged > fee.paid:
        return fee_text(voice, fee, NOTICED)
    if fee.paid:
        return fee_text(voice, fee, PAID)
    roll = voice.rng.random()
    if roll < 0.3 and not voice.numbers.has_requests:
        return voice.pick(NO_REQUESTS)
    if roll < 0.3 and voice.numbers.request("new") > 0:
        return voice.pick(UNDER_LIMIT)
    return voice.pick(NONE_COLLECTED)
