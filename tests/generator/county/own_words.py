"""What each body tells of its own work: sentences that no two bodies have alike by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..labels import PARTS

if TYPE_CHECKING:
    from random import Random

_TOPICS = (
    "老旧小区改造",
    "困难群众救助",
    "农村饮水安全",
    "校外培训治理",
    "秸秆禁烧",
    "养老托幼服务",
    "防汛抗旱",
    "公交线路调整",
    "河道整治",
    "惠农补贴发放",
    "创业担保贷款",
    "食品安全抽检",
)
_ACTS = (
    "组织专题座谈{few}场",
    "编印明白纸{many}份",
    "走访企业和农户{many}家",
    "制作一图读懂{few}张",
    "在政务大厅设置展板{few}块",
    "进村入户宣讲{few}次",
    "录制方言广播{few}期",
    "邀请居民代表参观{few}批",
    "在集市现场答疑{few}天",
    "与村务公开栏同步张贴{many}处",
    "通过短信提醒{many}人次",
    "开通专门热线{few}条",
)
_RESULTS = (
    "收集意见建议{many}条，逐条反馈到人",
    "群众知晓率明显提高",
    "据此调整了{few}项办事流程",
    "有关问答整理成册后上网",
    "现场解决难题{few}个",
    "并把进展按月晒在公示牌上",
    "让不会上网的老人也看得到",
    "获得县级以上媒体转载{few}次",
    "之后又作了回访",
    "由分管负责人当面解释政策",
    "反映集中的{few}个疑问写进了办事指南",
    "全程接受村民监督",
)
_FRAMES = (
    "围绕{topic}，{act}，{result}。",
    "针对社会关注的{topic}，{act}，{result}。",
    "把{topic}作为公开重点，{act}，{result}。",
)
_EACH = 2  # sentences of each aspect


def own_sentences(rng: Random) -> dict[str, list[str]]:
    """Some sentences for each aspect of section one."""
    topics = iter(rng.sample(_TOPICS, k=_EACH * len(PARTS)))
    return {part: [_sentence(next(topics), rng) for _ in range(_EACH)] for part in PARTS}


def _sentence(topic: str, rng: Random) -> str:
    act, result = (
        rng.choice(pool).format(few=rng.randint(2, 9), many=rng.randint(12, 400))
        for pool in (_ACTS, _RESULTS)
    )
    return rng.choice(_FRAMES).format(topic=topic, act=act, result=result)
