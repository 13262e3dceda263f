"""Section one: introduction and the five aspects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .labels import PARTS, Address
from .phrases_requests import dispute_sentence, request_sentences
from .voice import Sentence, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

ITEMS: Address = ("items",)
NORMATIVE: Address = ("normative",)

PART_NAMES: dict[str, tuple[str, ...]] = {
    "proactive": ("主动公开", "主动公开情况", "主动公开方面", "主动公开政府信息情况"),
    "on_request": ("依申请公开", "依申请公开情况", "依申请公开方面", "依申请公开办理情况"),
    "management": ("政府信息管理", "政府信息管理情况", "政府信息管理方面", "信息管理情况"),
    "platform": (
        "政府信息公开平台建设",
        "平台建设",
        "政府信息公开平台建设情况",
        "平台运行情况",
        "公开平台建设方面",
    ),
    "supervision": ("监督保障", "监督保障情况", "监督保障方面", "监督管理情况"),
}
HINTS: dict[str, tuple[str, ...]] = {
    "proactive": ("主动公开", "主动", "公开政府信息", "公开信息", "发布"),
    "on_request": ("申请", "依申请公开"),
    "management": ("信息管理", "管理", "审核", "审查", "台账"),
    "platform": ("平台", "网站", "公众号", "新媒体", "栏目", "专栏", "热线"),
    "supervision": ("监督", "考核", "评议", "责任追究", "培训", "保障"),
}
FILLERS: dict[str, str] = {
    "proactive": "坚持以公开为常态，凡是应当主动公开的内容均按时公开。",
    "on_request": "依申请公开工作流程清楚，答复文书格式规范。",
    "management": "政府信息管理责任到人，文件属性源头认定。",
    "platform": "公开平台建设稳步推进，页面访问顺畅。",
    "supervision": "监督保障措施逐项落实到人。",
}
INTROS = (
    "{y}年，{me}围绕中心工作，稳步推进政务公开，各项任务按计划完成。",
    "{w}{me}坚持问题导向，把公开透明的要求落实到每个环节。",
    "过去一年，{me}认真贯彻上级部署，持续提高政务公开的质量和实效。",
    "{y}年，{me}政府信息公开工作在{area}党委、政府的领导下有序开展。",
)
_KINDS = (
    "政策文件",
    "工作动态",
    "财政预决算",
    "通知公告",
    "机构职能",
    "人事信息",
    "应急管理",
    "政策解读",
    "规划计划",
    "民生领域信息",
    "其他",
)
_ITEM_HEADS = (
    "{w}{me}主动公开各类政府信息{t}条",
    "{y}年，通过门户网站主动公开信息{t}条",
    "{w}累计发布政府信息{t}条",
    "{y}年共公开政府信息{t}条",
)
_PROACTIVE = (
    "及时公开机构职能、领导分工和办事指南，方便群众查询。",
    "公开内容比{p}年更加贴近群众需要。",
    "网站访问量较{p}年增长{k}%。",
    "全年制发公文{k}件，其中公开发布{one}件。",
    "办理人大代表建议{k}件、政协委员提案{one}件，办理结果均已向社会公开。",
    "按时公开{p}年度部门决算和{y}年度部门预算。",
    "围绕惠民政策开展解读{k}次，采用图解、问答等形式{one}种。",
    "回复网民留言{k}件，按期回复率100%。",
    "组织召开新闻发布会{one}场，回应社会关切{one}次。",
    "重点公开乡村振兴、义务教育、社会救助等领域内容。",
)
_NORMATIVE = (
    "{w}制发行政规范性文件{i}件，废止{r}件，现行有效{f}件。",
    "{y}年{me}制定行政规范性文件{i}件，截至年底现行有效{f}件。",
    "目前现行有效的行政规范性文件共{f}件。",
)
_ON_REQUEST = (
    "进一步规范受理、登记、审核、答复、归档流程。",
    "完善内部会商机制，对疑难件由法律顾问提出意见。",
    "畅通当面、信函、网络三种申请渠道，专人负责登记。",
    "另办理12345热线转办工单{k}件，回复率100%。",
    "更新依申请公开指南{one}次，公布受理地址和办公时间。",
    "群众通过局长信箱来信{k}件，全部按期回复。",
)
_MANAGEMENT = (
    "严格执行先审查、后公开和一事一审制度，做到公开不涉密。",
    "落实“三审三校”，全年审核稿件{k}篇，退改{one}篇。",
    "建立政府信息管理台账，对历史文件逐件核对公开属性。",
    "开展错敏词排查{one}次，整改问题{k}处。",
    "对{p}年以前的存量文件开展清理，及时标注有效性。",
    "明确政府信息的制作、保存、归档责任。",
)
_PLATFORM = (
    "依托{area}人民政府门户网站开展政府信息公开平台建设，优化栏目{k}个。",
    "“{area}政务”微信公众号全年推送图文{k}条，关注人数{big}人。",
    "政府网站公开平台设置专栏{one}个，全年总访问量达{big}次。",
    "运用政务新媒体平台发布短视频{one}条。",
    "在服务大厅设置公开查阅点{one}处，配备电子查询设备。",
    "完成公开平台适老化改造，新增无障碍浏览功能。",
)
_SUPERVISION = (
    "将政务公开纳入年度绩效考核，分值权重不低于4%。",
    "全年组织业务培训{one}次，参训{k}人次。",
    "主动接受社会评议，评议结果良好，未发生责任追究情形。",
    "开展内部监督检查{one}次，发现并整改问题{k}个。",
    "设立监督信箱，广泛听取群众意见。",
    "{y}年未因政府信息公开工作被追究责任，考核结果为良好。",
)
_POOLS = {
    "proactive": _PROACTIVE,
    "on_request": _ON_REQUEST,
    "management": _MANAGEMENT,
    "platform": _PLATFORM,
    "supervision": _SUPERVISION,
}


def intro_sentence(voice: Voice) -> Sentence:
    """The opening of section one."""
    return Sentence(voice.pick(INTROS))


def part_name(voice: Voice, part: str) -> str:
    """One of the sub-headings of an aspect, without numeral."""
    return voice.rng.choice(PART_NAMES[part])


def part_sentences(voice: Voice, part: str) -> tuple[Sentence, ...]:
    """The prose of one aspect; what must agree with the tables is marked."""
    fillers = [Sentence(text) for text in _fillers(voice, _POOLS[part])]
    if part == "proactive":
        return (*_proactive(voice), *fillers)
    if part != "on_request":
        return tuple(fillers)
    facts = list(request_sentences(voice))
    if voice.rng.random() < 0.4 or voice.numbers.dispute("review"):
        facts.append(dispute_sentence(voice))
    where = voice.rng.randint(0, len(fillers))
    return (*fillers[:where], *facts, *fillers[where:])


def items_text(voice: Voice, total: int, shares: Sequence[int]) -> str:
    """「公开信息N条，其中A类a条，B类b条。」 with the given numbers."""
    names = voice.rng.sample(_KINDS, k=len(shares))
    head = voice.pick(_ITEM_HEADS, t=str(total))
    parts = "，".join(f"{name}{share}条" for name, share in zip(names, shares, strict=True))
    return f"{head}，其中{parts}。" if shares else f"{head}。"


def _proactive(voice: Voice) -> list[Sentence]:
    rng, numbers = voice.rng, voice.numbers
    total = rng.choice((rng.randint(8, 60), rng.randint(60, 900), rng.randint(1000, 9000)))
    shares = voice.split_sum(total, rng.randint(2, 4)) if rng.random() < 0.6 else []
    sentences = [Sentence(items_text(voice, total, shares), (ITEMS,))]
    if rng.random() < 0.3:
        more = voice.rng.randint(1, total - 1)
        sentences.append(Sentence(voice.fill("较{p}年增加{k}条。", k=str(more))))
    if rng.random() < 0.3 and not numbers.of_2019:
        text = voice.pick(
            _NORMATIVE,
            i=str(numbers.disclosed("normative_documents", "issued")),
            r=str(numbers.disclosed("normative_documents", "repealed")),
            f=str(numbers.disclosed("normative_documents", "in_force")),
        )
        sentences.append(Sentence(text, (NORMATIVE,)))
    return sentences


def _fillers(voice: Voice, pool: Sequence[str]) -> list[str]:
    rng = voice.rng
    chosen = rng.sample(pool, k=rng.randint(1, 3))
    return [
        voice.fill(
            text,
            k=voice.few(6, 90),
            one=voice.few(1, 5),
            big=f"{rng.randint(20, 950)},{rng.randint(0, 999):03d}",
        )
        for text in chosen
    ]


def missing_aspect_is_silent(text: str, part: str) -> bool:
    """Whether `text` says nothing that could count as the aspect `part`."""
    return part in PARTS and not any(hint in text for hint in HINTS[part])
