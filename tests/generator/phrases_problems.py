"""Sections five and six: problems with measures, and other matters."""

from __future__ import annotations

from .phrases_fee import HEADS, fee_sentence
from .voice import NUMERALS, Paragraph, Sentence, Voice

_PAIRS = (
    ("公开内容的深度不够，个别栏目更新偏慢", "建立栏目更新提醒制度，按月检查更新情况"),
    ("政策解读形式单一，图文和视频解读偏少", "丰富解读形式，重要政策同步制作图解"),
    ("业务人员变动较多，对公开要求掌握不够", "每季度组织一次业务学习，建立人员交接清单"),
    ("公开渠道主要依靠网站，基层群众知晓率不高", "在村（社区）公开栏同步张贴与群众有关的事项"),
    ("部分股室公开意识不强，报送信息不及时", "把报送情况纳入股室年终考核"),
    ("与群众互动交流不够，意见征集反馈不及时", "对征集到的意见逐条登记并公布采纳情况"),
)
_OPENINGS = (
    "{y}年，{me}政务公开工作取得了一些成绩，但仍存在不足：",
    "对照上级要求和群众期待，{me}工作中还存在以下问题：",
    "{y}年政府信息公开工作存在的主要问题有：",
)
_NEXT = (
    "{n}年，{me}将从以下方面加以改进：",
    "下一步，{me}将采取以下措施：",
    "针对上述问题，{me}在{y}年采取了改进措施，{n}年还将：",
)
_PLANS = (
    "力争{n}年公开信息不少于{k}条。",
    "计划{n}年组织培训{one}次以上。",
    "",
    "",
)
_MATTERS = (
    ("政务公开工作要点落实情况。", "{me}对照{y}年政务公开工作要点，逐项分解任务，均已完成。"),
    ("建议提案办理情况。", "{y}年承办人大代表建议{k}件、政协委员提案{one}件，全部按期办结并公开。"),
    ("政务开放活动情况。", "举办政府开放日活动{one}场，邀请群众代表{k}人参加。"),
    ("基层政务公开标准化情况。", "按照目录要求更新公开事项{k}项，做到内容准确、链接有效。"),
)
_NOTHING = ("除上述情况外，没有其他需要报告的事项。", "无其他需要说明的事项。", "")


def problem_paragraphs(voice: Voice) -> tuple[Paragraph, ...]:
    """Two or three specific problems, each with a measure."""
    rng = voice.rng
    pairs = rng.sample(_PAIRS, k=rng.randint(2, 3))
    problems = "；".join(f"{NUMERALS[i]}是{problem}" for i, (problem, _) in enumerate(pairs)) + "。"
    measures = "；".join(f"{NUMERALS[i]}是{measure}" for i, (_, measure) in enumerate(pairs)) + "。"
    plan = voice.pick(_PLANS, k=voice.few(50, 300), one=voice.few(2, 6))
    opening, following = voice.pick(_OPENINGS), voice.pick(_NEXT)
    style = rng.random()
    if style < 0.35:
        return (
            (Sentence("（一）存在的问题"),),
            (Sentence(opening), Sentence(problems)),
            (Sentence("（二）改进情况"),),
            (Sentence(following), Sentence(measures), Sentence(plan)),
        )
    if style < 0.7:
        return (
            (Sentence(opening), Sentence(problems)),
            (Sentence(following), Sentence(measures), Sentence(plan)),
        )
    return ((Sentence(opening), Sentence(problems), Sentence(following), Sentence(measures)),)


def other_paragraphs(voice: Voice) -> tuple[Paragraph, ...]:
    """The fee statement, alone or among other matters, in varied numbering."""
    rng = voice.rng
    fee = fee_sentence(voice)
    style = rng.random()
    if style < 0.35:
        tail = rng.choice(_NOTHING)
        return ((fee, Sentence(tail)),) if tail else ((fee,),)
    items: list[tuple[str, Sentence]] = [(rng.choice(HEADS), fee)]
    for name, text in rng.sample(_MATTERS, k=rng.randint(1, 2)):
        filled = voice.fill(text, k=voice.few(5, 60), one=voice.few(1, 5))
        items.append((name, Sentence(filled)))
    rng.shuffle(items)
    own_line = rng.random() < 0.3
    paragraphs: list[Paragraph] = []
    for index, (title, body) in enumerate(items):
        number = f"（{NUMERALS[index]}）" if style < 0.8 else f"{index + 1}."
        head = Sentence(number + title)
        if own_line:
            bare = Sentence(head.text.rstrip("。"))
            paragraphs.extend(((bare,), (body,)))
        else:
            paragraphs.append((head, body))
    return tuple(paragraphs)
