"""What reports say of requests, reviews and lawsuits, in agreement with the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .voice import Sentence, Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from .labels import Address

REQUEST: Address = ("request",)
DISPUTE: Address = ("dispute",)

ZERO = (
    "{w}{me}未收到政府信息公开申请。",
    "{y}年，{me}未收到政府信息公开申请。",
    "{y}年度未收到公民、法人或者其他组织提出的政府信息公开申请。",
    "{w}{me}没有收到政府信息公开申请。",
    "{w}未接到任何形式的政府信息公开申请。",
    "{w}{me}共收到政府信息公开申请0件。",
    "{w}{me}收到的政府信息公开申请数量为0件。",
    "{w}无公民、法人和其他组织向{me}提出政府信息公开申请。",
    "截至{y}年12月31日，{me}未收到任何政府信息公开申请。",
    "{y}年，{me}未受理依申请公开事项。",
    "{w}{me}没有依申请公开政府信息的情况。",
    "{w}{me}新收政府信息公开申请0件，上年结转0件，结转下年度继续办理0件。",
    "{w}未收到依申请公开政府信息的申请，也没有上年结转的申请。",
    "{y}年{me}收到依申请公开件0件，办结0件。",
    "{w}未发生依申请公开政府信息事项。",
    "{me}依申请公开渠道畅通，{y}年未收到申请。",
    "{w}{me}未收到信息公开申请件。",
    "{y}年内，{me}尚未收到政府信息公开申请。",
    "{w}收到政府信息公开申请零件。",
)
ZERO_PLAIN = ZERO[:5]

NEW = (
    "{w}{me}共收到政府信息公开申请{new}",
    "{y}年，{me}新收政府信息公开申请{new}",
    "{w}{me}共受理政府信息公开申请{new}",
    "{y}年度共收到公民、法人和其他组织提出的政府信息公开申请{new}",
    "{w}新收到依申请公开件{new}",
    "截至{y}年12月31日，{me}共收到政府信息公开申请{new}",
    "{w}{me}接收政府信息公开申请共{new}",
)
NEW_PLAIN = NEW[:4]
DONE = (
    "，均在20个工作日内答复",
    "，均已按时答复",
    "，全部在法定期限内办结",
    "，均依法依规作出答复",
    "，按时办结率100%",
    "",
)
_DISPUTE_NONE = (
    "{w}{me}未发生因政府信息公开引起的行政复议、行政诉讼。",
    "没有因政府信息公开被申请行政复议或者被提起行政诉讼。",
    "{y}年，{me}无政府信息公开行政复议和行政诉讼案件。",
    "因政府信息公开被申请行政复议0件，被提起行政诉讼0件。",
    "全年没有发生涉及政府信息公开的行政复议及行政诉讼情况。",
)
_REVIEW_NONE = (
    "未发生因政府信息公开被申请行政复议的情况",
    "因政府信息公开被申请行政复议0件",
    "无政府信息公开行政复议案件",
)
_LAWSUIT_NONE = ("未发生行政诉讼", "行政诉讼0件", "没有被提起行政诉讼")
_REVIEW_SOME = (
    "因政府信息公开被申请行政复议{n}",
    "涉及政府信息公开的行政复议案件{n}",
    "发生政府信息公开行政复议{n}",
)
_LAWSUIT_SOME = ("被提起行政诉讼{n}", "行政诉讼案件{n}", "行政诉讼{n}")


def request_sentences(voice: Voice) -> tuple[Sentence, ...]:
    """The statement on requests, marked REQUEST; carried-in ones may need a second clause."""
    new, carried = voice.numbers.request("new"), voice.numbers.request("carried_in")
    if new == 0 and carried == 0:
        return (Sentence(voice.pick(ZERO), (REQUEST,)),)
    if new == 0:
        return (Sentence(_only_carried(voice), (REQUEST,)),)
    maker: Callable[[Voice], str] = voice.rng.choice(
        (
            _simple,
            _compared,
            _inclusive,
            _with_flow,
            _with_flow,
            _with_applicants,
            _with_channels,
            _with_results,
        )
    )
    return (Sentence(maker(voice), (REQUEST,)),)


def new_clause(voice: Voice, value: int) -> str:
    """「收到政府信息公开申请N件」 without a full stop."""
    measure = voice.rng.choice(("件", "件", "件", "份", "条", "宗"))
    return voice.pick(NEW, new=voice.count(value, measure))


def dispute_sentence(voice: Voice) -> Sentence:
    """Reviews and lawsuits, both named."""
    numbers = voice.numbers
    lawsuits = numbers.dispute("direct_litigation") + numbers.dispute("post_review_litigation")
    reviews = numbers.dispute("review")
    if reviews == 0 and lawsuits == 0:
        return Sentence(voice.pick(_DISPUTE_NONE), (DISPUTE,))
    first = (
        voice.pick(_REVIEW_SOME, n=voice.count(reviews)) if reviews else voice.pick(_REVIEW_NONE)
    )
    second = (
        voice.pick(_LAWSUIT_SOME, n=voice.count(lawsuits))
        if lawsuits
        else voice.pick(_LAWSUIT_NONE)
    )
    return Sentence(f"{voice.when()}{first}{_outcomes(voice)}，{second}。", (DISPUTE,))


def _outcomes(voice: Voice) -> str:
    """（结果维持1件，尚未审结2件）, sometimes, where there are reviews."""
    words = {
        "upheld": "结果维持",
        "corrected": "结果纠正",
        "other": "其他结果",
        "pending": "尚未审结",
    }
    counts = {word: voice.numbers.dispute("review", column) for column, word in words.items()}
    shown = [f"{word}{count}件" for word, count in counts.items() if count]
    return f"（{'，'.join(shown)}）" if shown and voice.rng.random() < 0.3 else ""


def _all_done(voice: Voice) -> bool:
    return voice.numbers.request("carried_out") == 0


def _only_carried(voice: Voice) -> str:
    carried = voice.numbers.request("carried_in")
    pool = (
        "{w}{me}新收政府信息公开申请0件，上年结转{c}，均已办结。",
        "{y}年，{me}无新收政府信息公开申请，上年结转{c}已全部办结。",
        "{w}办理上年结转的政府信息公开申请{c}，本年新收0件。",
    )
    return voice.pick(pool, c=voice.count(carried))


def _simple(voice: Voice) -> str:
    numbers = voice.numbers
    text = new_clause(voice, numbers.request("new"))
    if numbers.request("carried_in"):
        text += f"，上年结转{voice.count(numbers.request('carried_in'))}"
    if _all_done(voice):
        return text + voice.rng.choice(DONE) + "。"
    return text + "。"


def _compared(voice: Voice) -> str:
    new = voice.numbers.request("new")
    pool = (
        "，比{p}年增加{k}件。",
        "，较{p}年减少{m}件。",
        "，同比增长{m}%。",
        "，与{p}年基本持平。",
    )
    change = voice.rng.randint(1, new)
    return new_clause(voice, new) + voice.pick(pool, k=str(change), m=str(change + 3))


def _inclusive(voice: Voice) -> str:
    new, carried = voice.numbers.request("new"), voice.numbers.request("carried_in")
    if carried == 0:
        return _simple(voice)
    clause = voice.pick((NEW[0], NEW[2], NEW[3]), new=f"{new + carried}件")
    return f"{clause}（含上年结转{carried}件）。"


def _with_flow(voice: Voice) -> str:
    numbers = voice.numbers
    text = new_clause(voice, numbers.request("new"))
    carried, out = numbers.request("carried_in"), numbers.request("carried_out")
    if carried or voice.rng.random() < 0.3:
        text += f"，上年结转{voice.count(carried)}"
    handled = voice.count(numbers.request("handled_total"))
    text += voice.pick(("，办结{h}", "，已办结{h}", "，答复{h}", "，共办理答复{h}"), h=handled)
    if out or voice.rng.random() < 0.3:
        ending = (
            "，结转下年度继续办理{o}",
            "，结转下年度办理{o}",
            "，结转{n}年继续办理{o}",
            "，{o}结转下年度",
        )
        text += voice.pick(ending, o=voice.count(out))
    return text + "。"


def _with_applicants(voice: Voice) -> str:
    new = voice.numbers.request("new")
    people = voice.numbers.request("new", "natural_person")
    text = new_clause(voice, new)
    if people == new:
        return text + voice.rng.choice(("，均为自然人申请", "，申请人均为自然人")) + "。"
    if people == 0:
        return text + "，均为法人或其他组织申请。"
    return text + (
        f"，其中自然人申请{voice.count(people)}，法人或其他组织申请{voice.count(new - people)}。"
    )


def _with_channels(voice: Voice) -> str:
    new = voice.numbers.request("new")
    text = new_clause(voice, new)
    if new < 3:
        return text + voice.rng.choice(("，为网上申请", "，均通过信函提出", "")) + "。"
    names = voice.rng.sample(("网上申请", "信函申请", "当面申请", "传真申请"), k=2)
    shares = voice.split_sum(new, 2)
    parts = "，".join(f"{name}{share}件" for name, share in zip(names, shares, strict=True))
    return f"{text}，其中{parts}。"


def _with_results(voice: Voice) -> str:
    numbers = voice.numbers
    handled = numbers.request("handled_total")
    groups = (
        ("予以公开", numbers.request("granted")),
        ("部分公开", numbers.request("partial")),
        ("不予公开", numbers.results("denied")),
        ("无法提供", numbers.results("unable")),
        ("不予处理", numbers.results("rejected")),
        ("其他处理", numbers.results("other")),
    )
    shown = [(word, value) for word, value in groups if value]
    if handled == 0 or not shown:
        return _simple(voice)
    parts = "，".join(f"{word}{value}件" for word, value in shown)
    carried = numbers.request("carried_in")
    tail = f"，上年结转{voice.count(carried)}" if carried else ""
    return f"{new_clause(voice, numbers.request('new'))}{tail}，办结{handled}件，其中{parts}。"
