"""Keys and printed words of the formats of 2021 and 2019: sections, tables, rows, columns."""

from __future__ import annotations

from dataclasses import dataclass

Address = tuple[str, ...]
"""Structural address, e.g. ("heading", "other") or ("cell", "requests", "new", "total")."""

CellKey = tuple[str, str, str]
"""(table, row, column)."""


@dataclass(frozen=True)
class SectionName:
    """One mandated section: its key, numeral and words."""

    key: str
    numeral: str
    words: str


@dataclass(frozen=True)
class RowName:
    """One row: its key, the group labels above it (outermost first) and its own label."""

    key: str
    path: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class BlockName:
    """One block of table two: caption, (column key, header) pairs, (row key, label) pairs."""

    caption: str
    headers: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]


SECTIONS: tuple[SectionName, ...] = (
    SectionName("overview", "一", "总体情况"),
    SectionName("disclosure", "二", "主动公开政府信息情况"),
    SectionName("requests", "三", "收到和处理政府信息公开申请情况"),
    SectionName("disputes", "四", "政府信息公开行政复议、行政诉讼情况"),
    SectionName("problems", "五", "存在的主要问题及改进情况"),
    SectionName("other", "六", "其他需要报告的事项"),
)
SECTION_KEYS = tuple(section.key for section in SECTIONS)
TABLES = ("disclosure", "requests", "disputes")
PARTS = ("proactive", "on_request", "management", "platform", "supervision")

_CONTENT = ("label", "信息内容")
DISCLOSURE: tuple[BlockName, ...] = (
    BlockName(
        "第二十条第（一）项",
        (
            _CONTENT,
            ("issued", "本年制发件数"),
            ("repealed", "本年废止件数"),
            ("in_force", "现行有效件数"),
        ),
        (("regulations", "规章"), ("normative_documents", "行政规范性文件")),
    ),
    BlockName(
        "第二十条第（五）项",
        (_CONTENT, ("decisions", "本年处理决定数量")),
        (("licences", "行政许可"),),
    ),
    BlockName(
        "第二十条第（六）项",
        (_CONTENT, ("decisions", "本年处理决定数量")),
        (("penalties", "行政处罚"), ("compulsory", "行政强制")),
    ),
    BlockName(
        "第二十条第（八）项",
        (_CONTENT, ("amount", "本年收费金额（单位：万元）")),
        (("fees", "行政事业性收费"),),
    ),
)
DISCLOSURE_CELLS: tuple[CellKey, ...] = tuple(
    ("disclosure", row, column)
    for block in DISCLOSURE
    for row, _ in block.rows
    for column, _ in block.headers[1:]
)

_TREND_2019 = (
    _CONTENT,
    ("previous", "上一年项目数量"),
    ("change", "本年增/减"),
    ("decisions", "处理决定数量"),
)
DISCLOSURE_2019: tuple[BlockName, ...] = (
    BlockName(
        "第二十条第（一）项",
        (
            _CONTENT,
            ("made", "本年新制作数量"),
            ("published", "本年新公开数量"),
            ("in_public", "对外公开总数量"),
        ),
        (("regulations", "规章"), ("normative_documents", "规范性文件")),
    ),
    BlockName(
        "第二十条第（五）项",
        _TREND_2019,
        (("licences", "行政许可"), ("services", "其他对外管理服务事项")),
    ),
    BlockName(
        "第二十条第（六）项",
        _TREND_2019,
        (("penalties", "行政处罚"), ("compulsory", "行政强制")),
    ),
    BlockName("第二十条第（八）项", _TREND_2019[:3], (("fees", "行政事业性收费"),)),
    BlockName(
        "第二十条第（九）项",
        (_CONTENT, ("projects", "采购项目数量"), ("sum", "采购总金额")),
        (("procurement", "政府集中采购"),),
    ),
)

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS_TOP = "申请人情况"
APPLICANTS_BODIES = "法人或其他组织"
APPLICANTS = ("natural_person", "commercial", "research", "social", "legal", "other")
REQUEST_COLUMNS = (*APPLICANTS, "total")
REQUEST_HEADERS = {
    "natural_person": "自然人",
    "commercial": "商业企业",
    "research": "科研机构",
    "social": "社会公益组织",
    "legal": "法律服务机构",
    "other": "其他",
    "total": "总计",
}
HANDLED = "三、本年度办理结果"
_DENIED = (HANDLED, "（三）不予公开")
_UNABLE = (HANDLED, "（四）无法提供")
_REJECTED = (HANDLED, "（五）不予处理")
_OTHER = (HANDLED, "（六）其他处理")
_ENDED = "行政机关不再处理其政府信息公开申请"

REQUEST_ROWS: tuple[RowName, ...] = (
    RowName("new", (), "一、本年新收政府信息公开申请数量"),
    RowName("carried_in", (), "二、上年结转政府信息公开申请数量"),
    RowName("granted", (HANDLED,), "（一）予以公开"),
    RowName("partial", (HANDLED,), "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    RowName("denied_state_secret", _DENIED, "1.属于国家秘密"),
    RowName("denied_by_law", _DENIED, "2.其他法律行政法规禁止公开"),
    RowName("denied_safety_stability", _DENIED, "3.危及“三安全一稳定”"),
    RowName("denied_third_party", _DENIED, "4.保护第三方合法权益"),
    RowName("denied_internal_affairs", _DENIED, "5.属于三类内部事务信息"),
    RowName("denied_process_information", _DENIED, "6.属于四类过程性信息"),
    RowName("denied_enforcement_file", _DENIED, "7.属于行政执法案卷"),
    RowName("denied_administrative_query", _DENIED, "8.属于行政查询事项"),
    RowName("unable_not_held", _UNABLE, "1.本机关不掌握相关政府信息"),
    RowName("unable_not_compiled", _UNABLE, "2.没有现成信息需要另行制作"),
    RowName("unable_unclear", _UNABLE, "3.补正后申请内容仍不明确"),
    RowName("rejected_petition", _REJECTED, "1.信访举报投诉类申请"),
    RowName("rejected_repeat", _REJECTED, "2.重复申请"),
    RowName("rejected_publication", _REJECTED, "3.要求提供公开出版物"),
    RowName("rejected_excessive", _REJECTED, "4.无正当理由大量反复申请"),
    RowName("rejected_reconfirm", _REJECTED, "5.要求行政机关确认或重新出具已获取信息"),
    RowName("other_not_corrected", _OTHER, f"1.申请人无正当理由逾期不补正、{_ENDED}"),
    RowName("other_fee_unpaid", _OTHER, f"2.申请人逾期未按收费通知要求缴纳费用、{_ENDED}"),
    RowName("other_other", _OTHER, "3.其他"),
    RowName("handled_total", (HANDLED,), "（七）总计"),
    RowName("carried_out", (), "四、结转下年度继续办理"),
)
OTHER_OF_2019 = RowName("other_handling", (HANDLED,), "（六）其他处理")
REQUEST_ROWS_2019: tuple[RowName, ...] = tuple(
    OTHER_OF_2019 if row.key == "other_other" else row
    for row in REQUEST_ROWS
    if row.key not in ("other_not_corrected", "other_fee_unpaid")
)
REQUEST_ROW_KEYS = tuple(row.key for row in REQUEST_ROWS)
RESULT_ROWS = REQUEST_ROW_KEYS[2:23]

DISPUTE_COLUMNS = ("upheld", "corrected", "other", "pending", "total")
DISPUTE_HEADERS = {
    "upheld": "结果维持",
    "corrected": "结果纠正",
    "other": "其他结果",
    "pending": "尚未审结",
    "total": "总计",
}
DISPUTE_ROWS: tuple[RowName, ...] = (
    RowName("review", (), "行政复议"),
    RowName("direct_litigation", ("行政诉讼",), "未经复议直接起诉"),
    RowName("post_review_litigation", ("行政诉讼",), "复议后起诉"),
)
DISPUTE_ROW_KEYS = tuple(row.key for row in DISPUTE_ROWS)
