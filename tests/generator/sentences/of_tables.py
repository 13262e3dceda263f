"""Phrases on documents, decisions, fees, reviews and lawsuits, and on what is published."""

from __future__ import annotations

from .phrase import (
    ALL_ABOUT_DISPUTES,
    ALL_ABOUT_TABLE_TWO,
    COUNT,
    SUM,
    Phrase,
    never,
)

_PARTS = COUNT | SUM
_TOLD = ("proactive", "management", "disclosure")


_DOCUMENTS = (
    "<when>[{me}|][共|]<make><doc>{issued}件，<end>{repealed}件，<now>现行有效{in_force}件。",
    "<when>[{me}|]<make><doc>{issued}[件|个|份]，<now>现行有效{in_force}[件|个|份]。",
    "<when>[{me}|]<end><doc>{repealed}件，[现行有效的规范性文件|现行有效]{in_force}件。",
    "<when>[{me}|][共|]<make>规范性文件{issued}件、<end>规范性文件{repealed}件，现行有效规范性文件{in_force}件。",
    "<now>[{me}|]现行有效[的|]<doc>[共|共有|为|总数为|]{in_force}[件|个]。",
    "<now>{in_force}件现行有效[的|]<doc>[全部|均已]在[网站|专栏][集中公开|公布]。",
    "[落实规范性文件公开制度，|]<when><make><doc>{issued}件[，均同步公开|，并及时公开|]。",
    "<when>[{me}|]<doc>制发{issued}件、废止{repealed}件、现行有效{in_force}件。",
    "<when>对<doc>开展清理，<end>{repealed}件，保留现行有效{in_force}件。",
    "<when>本年制发行政规范性文件件数为{issued}件，现行有效件数为{in_force}件。",
)
_AMONG = (
    "<when>[{me}|]制发各类文件{K}件，其中行政规范性文件{issued}件。",
    "<when>[{me}|]印发《[古树名木|农村供水|扬尘污染]管理办法》等行政规范性文件{issued}件。",
    "<when>公开现行有效的行政规范性文件{in_force}件[，失效文件已标注|]。",
)
_NO_DOCUMENT = (
    "<when>[{me}|][未|没有][制发|制定|出台|印发]<doc>。",
    "<when>[{me}|][未|没有][制发|制定|出台]<doc>，<now>现行有效{in_force}件。",
)
_DECISIONS = (
    "<when>[{me}|][作出|办理|共作出|实施]行政许可[决定|事项|]{licences}[件|项|件次][，[作出|]行政处罚[决定|]{penalties}[件|起]|]。",
    "<when>[{me}|]行政许可{licences}件、行政处罚{penalties}件[、行政强制{compulsory}件|]。",
    "<when>[{me}|]准予行政许可{licences}件，不予许可{k}件。",
    "<when>[{me}|][办结|办理]行政许可{licences}件，[均已公示|结果全部公开]。",
    "<when>[{me}|][作出|立案并作出]行政处罚[决定|案件|]{penalties}[件|起|宗][，决定书全部公示|]。",
    "<when>[{me}|][实施|采取|作出]行政强制[决定|措施|]{compulsory}[件|起|次]。",
    "<when>[{me}|]共作出[行政许可决定{licences}件|{licences}件行政许可决定]和行政处罚决定{penalties}件。",
    "<when>行政许可处理决定[数量|]{licences}件，行政处罚处理决定[数量|]{penalties}件。",
    "[聚焦执法公开，|]<when>公开行政许可、行政处罚结果，其中行政许可{licences}件、行政处罚{penalties}件。",
)
_IN_TURN = (
    "<when>行政许可、行政处罚[处理决定|]分别为{licences}件、{penalties}件。",
    "<when>作出行政许可、行政处罚、行政强制决定分别为{licences}件、{penalties}件和{compulsory~}件。",
)
_AMOUNTS = (
    "<when>[{me}|][收取|]行政事业性收费[总金额|金额|共计|总额|]{wan}万元。",
    "<when>[{me}|]行政事业性收费[收入|]{wan}万元[，收费目录已公开|]。",
    "<when>[{me}|]收取行政事业性收费[共|共计|]{yuan}元。",
    "<when>公开行政事业性收费[目录|项目]，全年[行政事业性|]收费金额为{wan}万元。",
)
_REVIEWS = (
    "<when><cause>[被申请|引发|引起的|发生]行政复议[案件|]{review}<md>，其中[结果|]维持{review.upheld}件[、结果纠正{review.corrected~}件|][、尚未审结{review.pending~}件|]。",
    "<when>[发生|引发|收到][政府|]信息公开[类|]行政复议[案件|]{review}<md>（[结果|]维持{review.upheld}件[，[结果|]纠正{review.corrected~}件|][，其他结果{review.other~}件|]）。",
    "<when><cause>[被申请|发生]行政复议{review}<md>、[被提起|]行政诉讼{lawsuits}<md>。",
    "<when>[办理|]因政府信息公开[申请|]引发的行政复议{review}<md>，行政诉讼{lawsuits}<md>。",
    "<when>政府信息公开行政复议{review}件，其中[被|]纠正{review.corrected}件。",
)
_LAWSUITS = (
    "<when><cause>[被提起|引发]行政诉讼[案件|]{lawsuits}<md>，其中[未经复议直接起诉|直接起诉]{direct}件、[经|]复议后起诉{post}件。",
    "<when><cause>[被提起|引发的|发生]行政诉讼[案件|]{lawsuits}<md>。",
    "<when>政府信息公开行政诉讼{lawsuits}件（未经复议直接起诉{direct~}件、复议后起诉{post~}件）。",
    "<when>[发生|]政府信息公开行政诉讼{lawsuits}件，[结果维持|维持]{lawsuits.upheld}件[，尚未审结{lawsuits.pending~}件|]。",
)
_NO_DISPUTE = (
    "<when>[{me}|]<none><cause>[被申请|引发的|引起的|产生的]行政复议[、|和|或|及]行政诉讼[案件|情况|]。",
    "<when>未引发信息公开[类|]行政复议[或|、]行政诉讼。",
    "<when>[{me}|]没有[被申请|发生]政府信息公开行政复议、[被提起|]行政诉讼[的情况|]。",
    "<when>政府信息公开行政复议、行政诉讼[案件|][均|]为[0|零][件|]。",
)
_ITEMS = (
    "<when>[{me}|]主动公开[政府|]信息{t}条，其中{label}{a}条、{label}{b}条、{label}{c}条[、其他{d}条|]。",
    "<when>通过[门户网站|政务网]发布信息{t}条（{label}{a}条、{label}{b}条、{label}{c}条）。",
    "<when>公开各类信息{t}条：{label}{a}条，{label}{b}条[，{label}{c}条|]。",
    "<when>[政务新媒体|微信公众号][推送|发布]信息{t}条，其中{label}{a}条，{label}{b}条，{label}{c}条。",
)

PHRASES = (
    *(Phrase("documents", each, ALL_ABOUT_TABLE_TWO, COUNT) for each in _DOCUMENTS),
    *(Phrase("among", each, _TOLD, COUNT) for each in _AMONG),
    *(
        Phrase("no-document", each, _TOLD, COUNT, holds=lambda f: f["issued"] == 0)
        for each in _NO_DOCUMENT
    ),
    *(Phrase("decisions", each, ALL_ABOUT_TABLE_TWO, COUNT) for each in _DECISIONS),
    *(Phrase("in-turn", each, _TOLD, COUNT) for each in _IN_TURN),
    *(Phrase("amount", each, _TOLD, COUNT) for each in _AMOUNTS),
    *(Phrase("reviews", each, ALL_ABOUT_DISPUTES, _PARTS) for each in _REVIEWS),
    *(Phrase("lawsuits", each, ALL_ABOUT_DISPUTES, _PARTS) for each in _LAWSUITS),
    *(
        Phrase(
            "no-dispute",
            each,
            ALL_ABOUT_DISPUTES[:3],
            COUNT,
            holds=lambda f: f["review"] + f["lawsuits"] == 0,
        )
        for each in _NO_DISPUTE
    ),
    *(Phrase("items", each, ("proactive",), SUM, total="t") for each in _ITEMS),
    Phrase(
        "no-review",
        "<when>[{me}|]<none><cause>[被申请|引发的|引起的]行政复议[案件|情形|]。",
        ALL_ABOUT_DISPUTES[:3],
        COUNT,
        holds=lambda f: f["review"] == 0,
    ),
    Phrase(
        "no-lawsuit",
        "<when>[{me}|][未发生|没有|无]<cause>[被提起|引发的]行政诉讼[案件|]。",
        ALL_ABOUT_DISPUTES[:3],
        COUNT,
        holds=lambda f: f["lawsuits"] == 0,
    ),
    Phrase(
        "no-repeal",
        "<when>[{me}|][未|没有]废止<doc>[，现行有效{in_force}件|]。",
        _TOLD,
        COUNT,
        holds=lambda f: f["repealed"] == 0,
    ),
    Phrase(
        "none-in-force",
        "<now>[{me}|][无|没有]现行有效[的|]行政规范性文件。",
        _TOLD,
        COUNT,
        holds=lambda f: f["in_force"] == 0,
    ),
    Phrase(
        "no-compulsion",
        "<when>[{me}|][未|没有][实施|采取|作出]行政强制[措施|决定|]。",
        _TOLD,
        COUNT,
        holds=lambda f: f["compulsory"] == 0,
    ),
    Phrase(
        "no-penalty",
        "<when>[{me}|][未|没有]作出行政处罚[决定|]。",
        _TOLD,
        COUNT,
        holds=lambda f: f["penalties"] == 0,
    ),
    Phrase(
        "no-amount",
        "<when>[{me}|][未|没有]收取行政事业性收费。",
        _TOLD,
        COUNT,
        holds=lambda f: f["wan"] == 0,
    ),
    Phrase(
        "rules-made",
        "<when>[{me}|][制定|出台|制发][政府|]规章{one}件。",
        _TOLD,
        COUNT,
        holds=never,
    ),
    Phrase(
        "amount-unit",
        "<when>[{me}|][收取|]行政事业性收费[共计|金额|]{wan}万元。",
        _TOLD,
        COUNT | {"GK405", "GK214"},
        lambda f: f["wan"] > 1000000,
        never,
        in_yuan=True,
    ),
    Phrase(
        "fee-parts",
        "{y}年对{requests}件申请收取[了|]信息处理费[共|]{t}元。其中，[县|市]自然资源局收取{a}元，[县|市]公安局收取{b}元，河口镇收取{c}元。",
        ("fee",),
        SUM,
        lambda f: f["new"] > 3 and f["notices"] == 0,
        total="t",
    ),
    Phrase(
        "fee-for-none",
        "{y}年[{me}|][发出|共发出]收费通知{one}件，收取信息处理费{k}0元。",
        ("fee",),
        frozenset(("GK404",)),
        lambda f: f["received"] == 0,
        never,
    ),
)
