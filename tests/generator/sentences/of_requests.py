"""Phrases on requests: how many, carried, by outcome, by applicant, none at all."""

from __future__ import annotations

from .facts import Facts
from .phrase import ALL_ABOUT_REQUESTS, COUNT, SUM, ZERO, Phrase, never

_PARTS = COUNT | SUM
_HERE = ("on_request", "on_request", "requests")


def _none(facts: Facts) -> bool:
    return facts["received"] == 0


def _some(facts: Facts) -> bool:
    return facts["new"] > 0


def _all_done(facts: Facts) -> bool:
    return facts["out"] == 0


def _no_carry(facts: Facts) -> bool:
    return facts["in"] == 0 and facts["out"] == 0


_NEW = (
    "<when>[{me}|]<got><who><req>{new}<m>[，按时答复率100%|，均按程序登记|]。",
    "<when>[{me}|]<got>{new}<m>[政府信息公开|信息公开|依申请公开]申请。",
    "<when>[{me}|]接收到[政府信息公开|信息公开]申请书{new}份。",
    "<when>[{me}|][收到|受理|接收]的<full>[共计|共|数量为|总数为|合计]{new}<m>。",
    "<when>依申请公开[共|累计|]受理{new}<m>[，均在法定期限内处理|]。",
    "严格执行申请登记、审核、答复、归档制度，<when>[新收|受理]<full>{new}<m>。",
    "[网上|线上]线下申请渠道保持畅通，[全年|{y}年]<got><full>{new}<m>。",
    "截至{y}年12月31日，[{me}|]<got><full>{new}<m>。",
    "<full>方面：[收到|受理][申请|]{new}<m>，[按时办结率100%|未发生超期答复]。",
)
_FLOW = (
    "<when>[{me}|]收到<full>{new}件，加上<last>结转{in}件，[全年|]应办{received}件，[实际|]办结{done}件。",
    "<when>[{me}|]<finished><full>[；|，]截至12月31日，[仍有|尚有]{out}件[在办|未办结]。",
    "<when>[{me}|]收到<full>{new}件，[实际|已]办结{done}件，其余{out}件转入{n}年办理。",
    "<when>[{me}|][新收|收到|受理]<full>{new}件，<carried>，<finished>，<pending>。",
    "<when>[{me}|][新收|收到|共收到]<full>{new}件，<finished>，<pending>。",
    "<when>[{me}|][收到|受理]<full>{new}件，<carried>，<finished>[，未发生超期|]。",
    "<when>[{me}|][新收|收到|接收到]<full>{new}件，<carried>[，均按规定办理|]。",
    "<when>[{me}|]办理<full>方面，新收{new}件，<carried>，<finished>。",
    "<when>新收<full>{new}件，<finished>，其余{out}件<next>继续办理。",
    "[加强与申请人的沟通，|坚持依法答复，|]<when><full><finished>，<pending>。",
    "本年新收政府信息公开申请{new}件，<last>结转{in}件，[本年|]办结{done}件，<pending>。",
)
_APART = (
    "<when>[{me}|]共[收到|受理|办理]<full>{received}件（[其中|]新收{new}件、<last>结转{in}件）。",
    "<when>[{me}|]共[收到|受理|办理]<full>{received}件，其中[本年|本年度|]新收{new}件，<last>结转{in}件。",
    "<when>[{me}|]共[办理|受理]<full>{received}件（[含|其中含|包括]<last>结转{in}件）。",
)
_OUTCOMES = (
    "[在|]办结的{done}件[政府信息公开|]申请中，{granted}件予以公开，{partial}件部分公开，{denied~}件不予公开。",
    "<when><full><finished>，其中<grant>{granted}件、部分公开{partial}件、不予公开{denied}件。",
    "<when><finished>[政府信息公开|信息公开]申请，其中<grant>{granted}件<and>无法提供{unable}件。",
    "<when>共办结<full>{done}件：<grant>{granted}件，部分公开{partial~}件，不予公开{denied~}件，"
    "无法提供{unable~}件，不予处理{rejected~}件，其他处理{otherwise~}件。",
    "<when>[{me}|]答复<full>{done}件，[按答复结果分，|从办理结果看，|其中|]<grant>{granted}件，"
    "部分公开{partial}件，[不予公开{denied~}件|无法提供{unable~}件|不予处理{rejected~}件]。",
    "<when>办结<full>{done}件（<grant>{granted}件、不予公开{denied}件、无法提供{unable~}件）。",
    "[在办结的|已办结的]<full>中，{granted}件[予以公开|同意公开]，{partial}件部分公开，"
    "{unable}件无法提供。",
    "<when>对<full>作出[予以公开|同意公开]答复{granted}件、不予公开答复{denied}件。",
    "<full>办理结果为[：|]予以公开{granted}件[，部分公开{partial}件|]，其他处理{otherwise}件。",
    "<when>办结<full>{done}件，其中不予公开{denied}件、不予处理{rejected}件。",
)
_ROWS = (
    "<when>办结<full>{done}件，其中属于行政执法案卷[不予公开|]{denied_enforcement_file}件[，"
    "本机关不掌握[相关政府信息|]{unable_not_held~}件|]。",
    "<when>办结<full>{done}件，其中[因|]本机关不掌握[相关|相关政府|]信息[而无法提供|无法提供|]{unable_not_held}件。",
    "<full>[办理结果|答复结果]中，本机关不掌握{unable_not_held}件，没有现成信息需要另行制作{unable_not_compiled~}件。",
    "<when>办结<full>{done}件，其中[因|]没有现成信息需[要|]另行制作[无法提供|]{unable_not_compiled}件。",
    "<when>办结<full>{done}件，其中补正后申请内容仍不明确[的|]{unable_unclear}件。",
    "<when><full>中，[作为|属于|按]信访[举报|]投诉类申请不予处理{rejected_petition}件。",
    "<when>办结<full>{done}件，其中信访举报投诉类申请{rejected_petition}件、重复申请{rejected_repeat~}件。",
    "<when>办结<full>{done}件，其中重复申请[不予处理|]{rejected_repeat}件。",
    "<when>办结<full>{done}件，其中要求提供公开出版物{rejected_publication}件。",
    "<when>办结<full>{done}件，其中无正当理由大量反复申请{rejected_excessive}件。",
    "<when>办结<full>{done}件，其中属于国家秘密{denied_state_secret}件。",
    "<when>办结<full>{done}件，其中[为|因]保护第三方合法权益不予公开{denied_third_party}件。",
    "<when>办结<full>{done}件，其中属于[三类|]内部事务信息{denied_internal_affairs}件，"
    "属于[四类|]过程性信息{denied_process_information~}件。",
    "<when>办结<full>{done}件，其中属于[四类|]过程性信息[不予公开|的]{denied_process_information}件。",
    "<when>办结<full>{done}件，其中属于行政查询事项{denied_administrative_query}件。",
    "<when>办结<full>{done}件，其中[其他|]法律行政法规禁止公开{denied_by_law}件。",
    "<when>办结<full>{done}件，其中申请人[无正当理由|]逾期不补正[、不再处理|]{other_not_corrected}件。",
)
_APPLICANTS = (
    "<when>收到<full>{new}件，其中[商业|]企业申请{commercial}件、律师事务所申请{legal}件[，其余为其他申请人|]。",
    "<when>收到[公民|公民个人|自然人]申请{natural_person}件，法人和其他组织申请{bodies}件。",
    "<when>[{me}|]<got><full>{new}件，[其中|涉及|包括|]自然人[申请|]{natural_person}件、"
    "[商业企业[申请|]{commercial}件|法人[或|和]其他组织[申请|]{bodies}件]。",
    "<when>[{me}|]<got><full>{new}件（自然人{natural_person}件、[商业企业{commercial}件|法人或其他组织{bodies}件]）。",
    "<when>[{me}|]<got><full>{new}件，[从申请人类型看|按申请人分|从申请主体看]，自然人[申请|]"
    "{natural_person}件，法人或其他组织[申请|]{bodies}件。",
    "<when>新收<full>{new}件，[其中|]自然人申请{natural_person}件[，占{share}|]，商业企业申请{commercial}件"
    "[，科研机构申请{research~}件|，法律服务机构申请{legal~}件|，社会公益组织申请{social~}件]。",
    "<when>[新收|收到]<full>{new}件，其中{natural_person}件为自然人申请，{bodies}件为法人或其他组织申请。",
    "<when>收到自然人[提出的|]政府信息公开申请{natural_person}件、[商业企业提出的|商业企业]{commercial}件。",
    "<when>新收<full>{new}件，其中[法律服务机构|律师事务所等法律服务机构]{legal}件、商业企业{commercial~}件。",
)
_ALL_PEOPLE = (
    "<when>[{me}|]<got><full>{new}件，[均为自然人|申请人均为自然人|均为自然人申请|全部为自然人申请]。",
    "<when>[{me}|]<got><full>{new}件（均为自然人[申请|]）。",
)
_CROSSED = (
    "<when>新收自然人申请{natural_person}件；[已办结的|]自然人申请中[予以公开|同意公开]{granted.natural_person}件。",
    "<when>办结<full>{done}件，自然人申请中予以公开{granted.natural_person}件，"
    "商业企业申请中予以公开{granted.commercial}件。",
    "<when>办结<full>{done}件，其中自然人申请予以公开{granted.natural_person}件、部分公开{partial.natural_person}件。",
)
_NONE = (
    "<when>公民、法人和其他组织[未|没有]向{me}提[出|交]过[任何|]政府信息公开申请。",
    "<when>[{me}|][未|没有|尚未][收到|接到|接收到]<who><full>。",
    "<when>[{me}|][未|没有]收到[公民、法人[或|或者|和]其他组织|社会公众][通过任何[形式|方式|渠道]|以任何形式]提[出|交]的政府信息公开申请。",
    "<when>[{me}|][未|没有]收到[任何|任何形式的][依申请公开|政府信息公开|信息公开]申请[件|]。",
    "<when>[{me}|]未受理[过|][依申请公开|政府信息公开申请][事项|]。",
    "<when>[{me}|]无[公民|群众]、法人和其他组织[向{me}|][提出|提交]政府信息公开申请。",
    "<when>[{me}|][无|没有]政府信息公开申请[，也无结转事项|]。",
    "<when>[{me}|][收到|受理|共收到]<full>[0|零]件。",
    "依申请公开[渠道|平台][畅通|运行正常]，<when>[未|没有]收到[政府信息公开|]申请。",
    "<when><full>[受理量|数量|办理量]为0[件|]。",
    "<when>[没有|未发生]依申请公开[政府信息|][的情况|事项|情形]。",
    "[通过|从][网站、信函、当面等|线上线下各][渠道|途径][均|][未|没有]收到政府信息公开申请。",
    "<when>[{me}|]未[产生|发生]政府信息公开申请[事项|案件|]。",
)
_BUT_SOME = (
    "<when>[{me}|]<got><req>{k}<m>[，均已按时答复|，按时办结率100%|]。",
    "<when>[{me}|]共收到{k}件[政府信息公开|信息公开]申请[，均为自然人申请|]。",
    "<when>[{me}|]收到[政府信息公开|依申请公开]申请[三十余|二十余|十余]件。",
)
_CHANNELS = (
    "<when>[{me}|]收到<full>{new}件，其中[当面申请|当面提交]{a}件、[信函申请|信函]{b}件、网络申请{c}件。",
    "<when>[{me}|]受理<full>{new}件（[网上|网络]申请{a}件、信函申请{b}件）。",
    "<when>[{me}|]收到<full>{new}件，从[申请方式|渠道]看，网上[申请|]{a}件，信函[申请|]{b}件，当面[申请|]{c}件。",
    "<when>[{me}|]收到<full>{new}件，[内容|]涉及征地拆迁{a}件、组织人事{b}件、社会救助{c}件。",
)
_WHOLE = (
    "[<when>|本年度]{whole}[各级行政机关|行政机关|]共收到{new}件[政府信息公开|]申请，办结{done}件[，{out~}件结转<next>继续办理|]。",
    "<when>{whole}[各级行政机关|各级各部门|]共[收到|受理|收办]<full>{new}件，<carried>，<finished>。",
    "<when>{ours}各级行政机关[新收|共收到]<full>{new}件，[共|]办结{done}件。",
)
_BY_BODY = (
    "<when>{seat}本级受理申请{a}件，{seat}部门受理{b}件，乡镇受理{c}件，[共计|合计]{new}件。",
    "{whole}全年共收办<full>{new}件（{seat}{a}件、各部门{b}件、柳树镇{c}件、河口镇{d}件）。",
    "<when>{whole}共收到<full>{new}件，其中{seat}{a}件，{seat}各部门{b}件，各乡镇{c}件。",
)

PHRASES = (
    *(Phrase("new", each, ALL_ABOUT_REQUESTS, COUNT) for each in _NEW),
    *(Phrase("flow", each, _HERE, COUNT) for each in _FLOW),
    *(Phrase("apart", each, ALL_ABOUT_REQUESTS, _PARTS) for each in _APART),
    *(Phrase("outcome", each, ALL_ABOUT_REQUESTS, _PARTS) for each in _OUTCOMES),
    *(Phrase("row", each, _HERE, _PARTS) for each in _ROWS),
    *(Phrase("applicant", each, _HERE, _PARTS, _no_carry) for each in _APPLICANTS),
    *(
        Phrase("all-people", each, _HERE, COUNT, _some, lambda f: f["bodies"] == 0)
        for each in _ALL_PEOPLE
    ),
    *(Phrase("crossed", each, _HERE, _PARTS) for each in _CROSSED),
    *(Phrase("none", each, ALL_ABOUT_REQUESTS[:3], ZERO, holds=_none) for each in _NONE),
    *(Phrase("some-for-none", each, _HERE, COUNT, _none, never) for each in _BUT_SOME),
    *(Phrase("channels", each, _HERE, _PARTS, total="new") for each in _CHANNELS),
    *(Phrase("government", each, ("on_request",), COUNT, body="government") for each in _WHOLE),
    *(
        Phrase("by-body", each, ("on_request",), _PARTS, body="government", total="new")
        for each in _BY_BODY
    ),
    Phrase(
        "all-granted",
        "<when>[收到|办结]<full>{done}件，[均予以公开|均同意公开|全部予以公开]。",
        _HERE,
        COUNT,
        lambda f: f["done"] > 0 and _no_carry(f),
        lambda f: f["granted"] == f["done"],
    ),
    Phrase(
        "sum-for-new",
        "<when>[{me}|][本年|]新收<full>{received}件，<last>结转{in}件[，<finished>|]。",
        _HERE,
        COUNT,
        lambda f: f["in"] > 0 and f["new"] > 0,
        never,
    ),
    Phrase(
        "nothing-withheld",
        "<when>[没有|未发生|无]部分公开、不予公开的[情形|情况]。",
        _HERE,
        COUNT,
        _some,
        lambda f: f["partial"] + f["denied"] == 0,
    ),
    Phrase(
        "nothing-carried",
        "<when>收到<full>{new}件，[无<last>结转[申请|]|没有<last>结转的申请]。",
        _HERE,
        COUNT,
        _some,
        lambda f: f["in"] == 0,
    ),
    Phrase(
        "answered",
        "<when>[{me}|]<got><full>{new}<m>，[均已按时答复|全部按时办结|均在法定期限内答复]。",
        ALL_ABOUT_REQUESTS,
        COUNT,
        lambda f: _no_carry(f) and _all_done(f),
    ),
)
