"""Sentences with numbers or denials that contradict no table, though they look as if they did."""

from __future__ import annotations

from .facts import Facts
from .phrase import Phrase

_HERE = ("on_request",)
_TWO = ("proactive", "management")
_REQUESTS = ("on_request", "requests")
_DISPUTES = ("on_request", "supervision", "disputes")


def _busy(facts: Facts) -> bool:
    return facts["new"] > 0


def _reviewed(facts: Facts) -> bool:
    return facts["review"] > 0 and facts["review.corrected"] == 0


def _won(facts: Facts) -> bool:
    return facts["lawsuits"] > 0 and facts["lawsuits.corrected"] == 0


_SLOGANS = (
    "[坚持|努力做到]“办结一件申请、解决一个问题[、温暖一颗民心|]”。",
    "[始终|]把依申请公开当作群众工作来做，[受理一件、办结一件|收到一件、登记一件、答复一件|来一件、办一件]。",
    "[严格按程序办理，|]件件有登记、[件件有答复|事事有回音]，有一件算一件。",
    "[做到|力求]答复一份申请、[赢得一份信任|普及一次法律]。",
    "[切实|]做到申请受理“一口清”、答复“一次准”，[接一件、了一件|办一件、成一件]。",
    "[对每一件申请|每件申请]都做到[一事一议|一案一档|专人办理]。",
)
_FIRSTS = (
    "[妥善|依法]办理[全{short}|{area}|本系统][首件|首例|第一件]涉及[多部门会商|历史档案|第三方意见征求]的政府信息公开申请。",
    "[{one}月|上半年][收到|受理]本年度[首件|第一件|首例]政府信息公开申请[，{k}日内答复|]。",
    "[编写|形成]依申请公开典型案例{one}件[，供各股室学习|]。",
)
_ESTIMATES = (
    "<when>[{me}|]收到<full>{approx}件。",
    "<when>[{me}|]共[受理|接收]{approx}件[政府信息公开|]申请。",
)
_COMPARED = (
    "<when>[{me}|]收到<full>{new}件，[比|较]{p}年[增加|减少|多|少]{change}件。",
    "<when>[{me}|]收到<full>{new}件，较上年的{before}件减少{change}件[，降幅明显|]。",
    "{p}年[{me}|]收到<full>{before}件，{y}年[收到|为]{new}件。",
    "<when>收到<full>{new}件，同比[增长|下降]{k}%[，上年同期为{before}件|]。",
    "<when>申请量[比|较][上年|{p}年][同期|][增加|减少]{k}件[，[增长|变化]较[快|大]|]。",
    "<when>收到<full>{new}件，是{p}年的{one}倍[左右|]。",
)
_PARTS_OF_IT = (
    "<when>通过[EMS|邮寄|政府网站“依申请公开”栏目|电子邮件]收到[政府信息公开|]申请{fewer}件。",
    "<when>对{one}件[政府信息公开|]申请[作延期处理|征求第三方意见|一次性告知补正]。",
    "12月[下旬|]收到的{one}件申请[依法|]结转至{n}年办理。",
    "<when>[没有|无]一件申请因[逾期未办|答复不当]引发争议。",
    "自{pp}年[新修订条例施行|起]至{y}年底，[累计|共]受理[政府信息公开|]申请{K}件。",
    "<when>会商疑难申请{one}件，[邀请法律顾问参与|形成一致意见]。",
    "<when>[{one}名自然人|{one}人]各提出申请1件[，其余为单位提出|]。",
)
_OTHER_REQUESTS = (
    "<when>[县政府办公室|上级机关|外单位]转来[政府信息公开|]申请{k}件，[均按职责分工会同办理|已移送主管部门]。",
    "<when>[未|没有]收到涉密[信息公开|信息|]申请。",
    "<when>[未|没有]收到[需要补正的|补正]申请。",
    "<when>[未|没有][收到|出现]更正政府信息的申请。",
    "<when>[未|没有]收到[低保|临时救助|公租房]申请。",
    "<when>[受理|收到][低保|临时救助|保障性住房|困难补助]申请{K}件，[审批结果|救助名单]全部公开。",
    "<when>[受理|收到]行政许可申请{K}件[，网上可办率100%|]。",
    "<when>收到[听证|调解|法律援助]申请{k}件。",
    "<when>[未|没有][收到|发生]申请人[提出的|][延期|减免费用|撤回]申请。",
    "<when>为群众办理[不动产登记|社保卡|户籍]申请{K}件。",
)
_ZERO_ROWS = (
    ("<when>[未|没有][收到|出现]重复申请。", "rejected_repeat"),
    ("<when>[未|没有][收到|发生]无正当理由大量反复申请[的情况|]。", "rejected_excessive"),
    ("<when>[未|没有]收到要求提供公开出版物的申请。", "rejected_publication"),
    ("<when>[未|没有]收到信访举报投诉类申请。", "rejected_petition"),
    ("<when>[未|没有]收到[商业企业|企业][提出的|]政府信息公开申请。", "commercial"),
    ("<when>[未|没有]收到科研机构[提出的|]政府信息公开申请。", "research"),
    ("<when>[未|没有][发生|出现]申请内容涉及国家秘密[不予公开|]的情况。", "denied_state_secret"),
    ("<when>[无|没有]结转下年度[办理|继续办理]的[政府信息公开|]申请。", "out"),
    ("<when>[无|没有]上年[度|]结转[的政府信息公开申请|申请|件]。", "in"),
    ("<when>[未|没有]作出不予公开[答复|决定]。", "denied"),
)
_NO_OUTCOME = (
    "<when>未发生[因政府信息公开|]被行政复议[机关|]纠错[或|、|和]行政诉讼败诉[情形|的情况|]。",
    "<when>[未|没有]被[行政|]复议机关[纠错|纠正|责令重新答复]。",
    "<when>[没有|未发生|未出现]因[工作不当|答复不及时|程序违法]引起的行政复议[和行政诉讼|]。",
    "<when>[未|没有]因[答复超期|未按期答复|程序瑕疵]被[申请行政复议|提起行政诉讼]。",
    "<when>行政复议[案件|][无|没有]一件被[撤销|纠正|纠错]。",
)
_NO_LOSS = (
    "<when>政府信息公开行政诉讼[无|没有|零]败诉。",
    "<when>[未发生|没有]行政诉讼败诉[案件|情形|]。",
)
_YEARS = (
    "[近三年|近两年|近五年|三年来][来|][{me}|][共|累计][收到|受理]<full>{K}件。",
    "{pp}年至{y}年[{me}|][共|累计]收到<full>{K}件。",
    "{pp}—{y}年[{me}|][累计|共][收到|办结]<full>{K}件。",
    "自《条例》修订以来[，|][{me}|]累计[办结|办理|答复]<full>{K}件。",
    "[{pp}年以来|自{pp}年起][，|]{me}[累计|共]制发行政规范性文件{K}件。",
    "[“十四五”时期|“十四五”以来][，|]{me}[累计|共]作出行政许可决定{M}件。",
)
_SPANS = (
    "[其中|][上半年|第一季度|一季度|前三季度][收到|受理]申请{fewer}件。",
    "[截至{y}年6月底|{y}年上半年|{y}年1月至5月]，{me}收到<full>{fewer}件。",
    "[{one}月份|第四季度][{me}|]收到<full>{fewer}件[，其余月份较为平稳|]。",
    "{n}年[1月|一季度][{me}|]收到<full>{k}件，[将在下一年度报告中反映|不计入本年度]。",
)
_ELSEWHERE = (
    "<when>{whole}[各级行政机关|各级各部门|]共[收到|受理]<full>{M}件[，办结{K}件|]，{me}[按要求完成|做好]汇总[工作|]。",
    "<when>指导[各乡镇|各股室|局属单位|各镇街][办理|答复]<full>{k}件。",
    "<when>[下属|局属|所属][事业单位|单位]收到<full>{k}件[，由其自行答复|]。",
    "<when>[协助|配合][{area}人民政府办公室|县政府办|上级部门]答复<full>{k}件。",
    "<when>[各乡镇|各镇街|其他部门][共|]收到<full>{K}件[，[办结|答复]{k}件|]。",
    "[据统计，|]{y}年[全省|全国][共|]收到<full>{M}件。",
    "<when>{whole}[共|]制发行政规范性文件{K}件，由{me}[统一备案|协助清理]。",
)
_LABELS = (
    "<when>[{me}|]主动公开信息{t}条，其中{label}{a}条、{label}{b}条、{label}{c}条、[其他|其他类]{d}条。",
    "<when>[{me}|]主动公开[政府|]信息{t}条，其中{label}{a}条、{trap}{b}条、{trap}{c}条、其他{d}条。",
    "<when>发布信息{t}条，其中{trap}{a}条，{trap}{b}条，{trap}{c}条。",
    "<when>公开信息{t}条[：|，][按内容分，|]{label}{a}条、{trap}{b}条、{trap}{c}条，其余{d}条。",
    "<when>更新[栏目|网站]信息{t}条（{trap}{a}条、{label}{b}条、{trap}{c}条）。",
)
_NESTED = (
    "<when>主动公开信息{t}条，其中{label}{a}条（含{label}{a1}条、{label}{a2}条），{label}{b}条。",
    "<when>[{me}|]发布信息{t}条，其中{label}{a}条，[原创|自采]{a1}条，转载{a2}条。",
    "<when>网站发布{t}条，其中{label}{a}条，其他{b}条；[另|同时]在公众号[推送|发布]{K}条。",
    "<when>公开信息{t}条，其中{label}{a}条、{label}{b}条；[解读|回应][社会关切|政策]{k}次。",
    "<when>公开信息{t}条，其中网站{a}条、公众号{b}条，[阅读量|点击量]{M}次。",
    "<when>办结[政府信息公开|]申请{done}件[（另有{one}件为线下咨询，不计入）|，另接待咨询{K}人次]。",
)
_LETTERS = (
    "<when>[县长|市长|局长|区长]信箱[收到|受理]来信{K}件，[办结|答复]{k2}件。",
    "<when>12345热线[转办|交办]工单{K}件，[办结率100%|按期办结{K}件]。",
    "<when>[办理|承办]人大代表建议{k}件、政协[委员|]提案{one}件，[均已答复|全部办结并公开]。",
    "<when>[收到|接收|办理]群众来信来访{k}件[次|]，[全部|均]答复。",
    "<when>[收到|受理]网民留言{K}条，[答复|回复]{K}条。",
    "<when>受理[投诉举报|信访事项|消费者投诉]{K}件，办结{k2}件。",
    "<when>[网上|在线]咨询{K}件，答复{K}件[，满意率{k}%|]。",
    "<when>[领导信箱|政民互动平台]共[受理|办结]诉求{K}件。",
)
_MEASURES = (
    "<when>公文属性[认定|标注]：主动公开{K}件，依申请公开{k}件，不予公开{one}件。",
    "<when>[依法|]不予行政处罚{one}件、从轻处罚{k}件。",
    "<when>将{one}[条|件][高频|]申请[事项|]转为主动公开。",
    "<when>组织[政务公开|依申请公开]培训{one}次，培训{K}人次。",
    "<when>在{one}个[渠道|窗口]受理政府信息公开申请[，配备专职人员{one}名|]。",
    "<when>设[立|置]依申请公开受理点{one}处，[接待|服务]群众{K}人[次|]。",
    "[平均|]答复[每件|]政府信息公开申请用时{k}个工作日。",
    "<when>修订依申请公开[答复|]文书模板{k}种。",
    "<when>开展依申请公开[案卷|答复]评查{one}次，抽查案卷{one}件。",
    "<when>[公开|公示]行政处罚[案件|]信息{K}条、行政许可信息{M}条。",
    "<when>调整行政许可事项{k}项，[取消|下放]{one}项。",
    "<when>公布行政事业性收费项目{k}项[，取消{one}项|]。",
    "<when>减免行政事业性收费{k}万元[，惠及企业{K}家|]。",
    "<when>[开展|]规范性文件合法性审核{k}件[次|]，[提出意见{K}条|审核率100%]。",
    "<when>[清理|梳理|排查]规范性文件{K}件，[逐件提出处理意见|并逐件标注有效性]。",
    "<when>转发上级[行政|]规范性文件{k}件。",
    "<when>[解读|配套解读]行政规范性文件{one}件，[发布|制作]解读材料{k}篇。",
    "<when>[开展|组织]行政处罚案卷评查{k}件[，优秀案卷{one}件|]。",
    "<when>[制发|印发]公文{K}件，其中主动公开{k}件、依申请公开{one}件、不予公开{one}件。",
)
_OTHER_CASES = (
    "<when>[审结|办结][林权|土地|工伤]行政复议{k}件。",
    "<when>另有其他类型行政复议案件{k}件、行政诉讼案件{one}件，不在统计范围。",
    "<when>[办理|代理]因[征地拆迁|工伤认定|行政处罚]引起的行政诉讼{k}件。",
    "<when>{whole}行政复议机关[收到|受理]行政复议申请{K}件[，审结{k}件|]。",
    "<when>[行政机关负责人|单位负责人]出庭应诉{k}件[，出庭率100%|]。",
    "<when>[开展|组织]行政复议[、行政诉讼|][案例|]培训{one}次[，{K}人参加|]。",
    "<when>[旁听|观摩]行政诉讼庭审{one}次，学习行政复议典型案例{k}件。",
)
_NO_FEE = (
    "{y}年[{me}|]信息处理费[用|]为“0”[元|]。",
    "{y}年[{me}|]收取[政府信息公开|]信息处理费用为[0|零]元。",
    "{y}年[{me}|]没有发生[政府信息公开|]信息处理费收费的[情形|情况]。",
    "{y}年[{me}|]依申请公开信息处理费[收取|]情况：[无收费|零收费|未收费]。",
    "{y}年[{me}|]未[收取|产生]依申请公开信息处理费[，也未发出收费通知|]。",
)


def _zero(name: str) -> Phrase:
    grammar = {key: text for text, key in _ZERO_ROWS}[name]
    return Phrase("no-such", grammar, _REQUESTS, needs=lambda f: f["new"] > 0 and f[name] == 0)


PHRASES = (
    *(Phrase("slogan", each, _HERE, needs=_busy) for each in _SLOGANS),
    *(Phrase("first-case", each, _HERE, needs=_busy) for each in _FIRSTS),
    *(
        Phrase(
            "estimate",
            each,
            _HERE,
            needs=lambda f: f["new"] in (3, 4, *range(11, 20), *range(21, 30), 45, 57, 68),
        )
        for each in _ESTIMATES
    ),
    *(Phrase("compared", each, _HERE, needs=_busy) for each in _COMPARED),
    *(
        Phrase("part-of-it", each, _REQUESTS[:1], needs=lambda f: f["new"] > 6)
        for each in _PARTS_OF_IT
    ),
    *(Phrase("other-request", each, _REQUESTS[:1], needs=_busy) for each in _OTHER_REQUESTS),
    *map(_zero, (name for _, name in _ZERO_ROWS)),
    *(
        Phrase(
            "no-outcome",
            each,
            _DISPUTES,
            needs=lambda f: _reviewed(f) and f["lawsuits.corrected"] == 0,
        )
        for each in _NO_OUTCOME
    ),
    *(Phrase("no-loss", each, _DISPUTES, needs=_won) for each in _NO_LOSS),
    *(Phrase("years", each, _HERE, needs=_busy) for each in _YEARS),
    *(Phrase("span", each, _HERE, needs=lambda f: f["new"] > 2) for each in _SPANS),
    *(Phrase("elsewhere", each, _HERE, body="bureau") for each in _ELSEWHERE),
    *(Phrase("label", each, ("proactive",), total="t") for each in _LABELS),
    *(Phrase("nested", each, ("proactive",), total="t") for each in _NESTED[:-1]),
    Phrase("besides", _NESTED[-1], _HERE),
    *(Phrase("letters", each, ("on_request", "supervision")) for each in _LETTERS),
    *(Phrase("measure", each, ("on_request", "management")) for each in _MEASURES),
    *(Phrase("other-case", each, ("supervision",), body="bureau") for each in _OTHER_CASES),
    *(Phrase("no-fee", each, ("fee",), needs=lambda f: f["notices"] == 0) for each in _NO_FEE),
)
