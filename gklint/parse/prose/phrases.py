"""The phrases by which statements are found in running text.

They match text without blanks, in half-width and simplified characters.  Which words
name what (``Vocabulary``) stands in ``rules/format/prose.yaml``; here is their grammar.
Repetitions are bounded, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re

from gklint.text.numerals import CHINESE_NUMERAL

SENTENCE = re.compile(r"[^。;!?]+[。;!?]?")
CLAUSE = re.compile(r"(?:[^,、:()]|(?<=\d),(?=\d{3}))+")
UNIT = r"(?:件次|件|条|宗|次|份|起|例|项|个|篇)"
# Bounded and guarded on the left, so that a long run of digits is looked at once.
NUMBER = (
    rf"(?<![\d.]|{CHINESE_NUMERAL})"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}|{CHINESE_NUMERAL}{{1,9}})"
)
ROUGH = r"(?P<before>近|约|超过|超|逾|上|数)?"
COUNT = re.compile(rf"{ROUGH}{NUMBER}(?P<about>余|多)?(?P<unit>{UNIT})")
CASES = frozenset(("件", "条", "宗", "件次", "份", "起", "项"))
LOOK_BACK = 60
NOT_A_VERB = re.compile(r"点|窗口|文书|模板|渠道|流程|台账|地址|书|意见|率|时限|期限|指南")
INFORMATION = re.compile(
    r"信息公开|依申请|依法申请|公开申请|申请公开|公开的?信息|(?:收到|受理|接收|新收|接到)了?(?:的|书面)?申请"
)
YEAR = re.compile(r"(20\d{2})年")
NONE = re.compile(
    r"(?:(?:未|没有|均未|从未|尚未|暂未)(?:曾|能)?(?P<verb>新收|收到|接到|受理|接收|产生|发生|出现|办理|登记|收|有)"
    r"|没有|无|暂无|尚无)"
    r"(?:过|到|任何|新收|收到|接到|受理)*"
    r"(?P<gap>[^,。;:]{0,30}?)(?:申请公开(?!行政)|公开申请|申请)"
    r"(?!人|行政|复议|表|答复|的?行政|引|导致|而|公开行政|(?:公开)?(?:政府)?(?:信息)?(?:处理|收)?费|公开收费|收费)"
)
NOT_IN_GAP = re.compile(
    r"结转|逾期|超期|不予|复议|诉讼|投诉|举报|信访|纠纷|因|异议|违规|收费|按期|通过|理由|处理费|撤|费"
    r"|更正|涉及|第三方|科研|机构|要求(?!公开)|当面|^(?:法|效|正当|需|条件|偿)"
)
ZERO = re.compile(
    r"(?:申请|依申请公开|依申请公开(?:政府)?信息|受理|收到)(?:事项)?(?:数量|总数|总量|件数|数|量)?(?:均|共计|共)?(?:为|是|:)?"
    r"(?:0(?![\d.])|零)(?:件|条|宗|份)?(?=$|[,。;、)])|零申请|零受理|(?<!\d)0件申请"
)
NOT_ZERO_OF = re.compile(r"结转|办结|答复|不予|公开0|复议|诉讼|费")
NONE_AT_ALL = re.compile(r"(?:[^,。;]{0,16},)?[^,。;]{0,8}?未收到[。;]?$")
DISPUTE = re.compile(
    rf"(?P<kind>行政复议|行政诉讼)(?:案件|申请|案|事项)?(?:共计|共|总计|为|有|数量|数|:|发生|受理|收到|办理){{0,4}}{NUMBER}(?:件|起|宗|次|例|个)"
)
DISPUTE_BEFORE = re.compile(
    rf"{NUMBER}(?:件|起|宗|次|例)(?:被)?(?:申请|提起)?(?:政府信息公开)?(?:的)?(?P<kind>行政复议|行政诉讼)"
)
DISPUTES_OF_OTHERS = re.compile(
    r"上年|新增|新收|被告|被申请人|审理|代理|指导|应诉|出庭|法院|复议机关|复议机构|复议局"
)
NO_DISPUTE = re.compile(
    r"(?:未|没有|无|均未|从未)(?:发生|产生|出现|收到|引起|引发|涉及|有|因|被|政府信息公开)"
    r"(?![^。;,]{0,10}(?:纠正|维持|撤销|败诉|变更))[^。;,]{0,30}?(?:复议|诉讼)[^。;,]{0,12}"
)
DOCUMENTS = re.compile(
    rf"(?P<kind>制发|制定|出台|印发|废止|失效|现行有效)(?:的|并|和|出台|印发|实施|公开){{0,3}}(?P<firm>行政)?规范性文件(?:共计|共|为|:|数量){{0,3}}{NUMBER}(?:件|个|份|部|项)"
)
DOCUMENT_KINDS = {"废止": "repealed", "失效": "repealed", "现行有效": "in_force"}
PARTS = re.compile(
    rf"{ROUGH}{NUMBER}(?P<about>余|多)?(?P<unit>{UNIT})(?:信息|文件|内容)?"
    r"(?P<mark>[,(、:]{0,2}(?:其中|包括)[:,]?|:)(?P<rest>[^。;]+)"
)
NOT_A_TOTAL = re.compile(r"采纳|较|比|增加|减少|\d(?:件|条|份|次)[、和]")
FEE = r"(?:处理费|收费|费用|收取费)"
NO_FEE = re.compile(
    rf"(?:未|没有|无|不存在|暂无|均未|尚未|从未)(?:实际|曾|有|再)?(?:收取|产生|发生|涉及|收到|收|向|对|出现|进行|就|因)?[^。;]{{0,24}}?{FEE}"
    rf"|不涉及[^。;]{{0,16}}?{FEE}|免收[^。;,]{{0,12}}{FEE}|{FEE}零收取|零收费"
    rf"|{FEE}(?:的)?(?:收取)?(?:情况|金额|总额|总金额|数额)?(?:均)?(?:为|共计|共|合计|计|:|,){{0,2}}(?:20\d\d年度?,?)?(?:0(?![\d.])|零|0\.0+)"
    rf"|{FEE}(?:的)?(?:收取)?情况(?:为)?[:,。]{{0,2}}(?:20\d\d年度?,?)?(?:无|没有|未发生|未产生|不涉及)(?:[。;]|$)"
    r"|(?:未|没有)收取(?:[。;,]|$)"
)
FEE_AMOUNT = re.compile(
    rf"(?:收取|实收|收缴|缴纳|收费|{FEE}|金额|共计|合计)(?:[^。;\d]{{0,16}}?)(?P<amount>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}(?:\.\d{{1,6}})?|{CHINESE_NUMERAL}{{1,9}})(?P<unit>万元|元)"
)
NOTICE = re.compile(
    rf"(?:收费|缴费|交费)通知(?:书|单)?(?:共计|共|合计)?{NUMBER}(?:件|份|次|个)"
    rf"|{NUMBER.replace('number', 'count')}(?:件|份|次|个)[^,。;]{{0,6}}(?:收费|缴费|交费)通知"
)
NOTICE_WORDS = re.compile(
    r"(?:收费|缴费|交费)通知|通知[^,。;]{0,8}(?:缴|交)费|逾期未(?:按[^,。;]{0,10})?缴"
)
RESTS_ON_REQUESTS = re.compile(
    r"(?<![未没有对])(?:收到|受理|接收|办理)的?[^,。;]{0,12}申请(?![^,。;]{0,4}(?:0|零)件)"
)
OTHER_COSTS = re.compile(
    r"邮寄|邮费|复制|经费|工本|检索|每件|每页|标准|(?<!处)(?<!理)(?:资源|诉讼|学|水|电|管理)费"
)
PERIOD = re.compile(
    r"(?P<year>20\d{2}|20\d(?=\d月))?年?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:0时)?(?:起|开始)?,?"
    r"(?:至|到|[—~止-]){1,3}(?P<year2>20\d{2})?年?(?P<month2>\d{1,2})月(?P<day2>\d{1,2})日"
)
DOTTED_PERIOD = re.compile(
    r"(?P<year>20\d{2})[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})(?:至|到|[—~-]){1,3}"
    r"(?P<year2>20\d{2})[.\-/](?P<month2>\d{1,2})[.\-/](?P<day2>\d{1,2})(?!\d)"
)
PHONE = re.compile(
    r"(?P<label>电话|传真|联系方式|热线|手机|座机|TEL|Tel|tel|(?:致电|拨打|联系人)[^。;,\d]{0,30})(?:号码)?"
    r"(?:[(/及、和]{0,2}(?:传真|电话|手机)\)?){0,2}[:为是]{0,2}(?:(?<=:)[^。;:\d]{2,24},)?"
    r"(?P<number>\+?\(?\d[\d\-—–─―()转./]{2,24}\d(?:[、,/;或及和]\(?\d[\d\-—–─―()转]{4,20}\d){0,4})"
    r"(?P<counter>[余多]?[个次件条人起宗份年])?"
)
CONTACT_WORDS = re.compile(r"联系|电话|传真|热线|手机|座机|致电|拨打|地址|@|(?i:tel)")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,5}", re.ASCII)
ADDRESS = re.compile(r"联系[^。;]{0,24}(?:地址|邮编|邮政编码|邮箱)|(?:通讯|通信|联系)地址[::,]")
