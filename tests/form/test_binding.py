"""The grammar and the facts of the form: what does not fit together is refused when they load."""

from __future__ import annotations

import re

import pytest

from gklint.errors import RuleFileError
from gklint.files.shipped import DataFile, data_files
from gklint.form.compiling import compile_grammar
from gklint.linter import Linter
from gklint.ruleset.compiling import compile_rules
from gklint.ruleset.loading import RuleSet, assemble
from gklint.text.source import Source
from tests.support.sample import changed, replace_once

GRAMMAR = "grammar/report.lark"
APPLICANTS = (
    "applicant_columns: NATURAL_PERSON _ORGANISATION COMMERCIAL RESEARCH SOCIAL LEGAL OTHER TOTAL"
)


def grammar(*changes: tuple[str, str]) -> DataFile:
    """The shipped grammar with some texts replaced, each of which occurs once."""
    (file,) = (file for file in data_files("grammar", ".lark") if file.name == GRAMMAR)
    text = file.text
    for old, new in changes:
        text = replace_once(text, old, new)
    return DataFile(GRAMMAR, text)


def rules(report: DataFile, **changes: tuple[str, str]) -> RuleSet:
    """The shipped rules with this grammar, and with changes of files of ``rules/format/``."""
    files = [
        DataFile(file.name, replace_once(file.text, *changes[stem]))
        if (stem := file.name.split("/")[-1].removesuffix(".yaml")) in changes
        else file
        for file in data_files("rules", ".yaml")
    ]
    return assemble(compile_rules([report], files, ()))


def refusal(report: DataFile, **changes: tuple[str, str]) -> str:
    with pytest.raises(RuleFileError) as refused:
        rules(report, **changes)
    return str(refused.value)


def loud(found: RuleSet, text: str) -> list[str]:
    diagnostics = Linter(found).check(Source(text)).diagnostics
    return [each.code for each in diagnostics if each.severity != "info"]


# -- names -----------------------------------------------------------------------------------

NO_STATEMENT = changed(("未收取信息处理费", "没有其他情况"))


def test_a_section_renamed_in_grammar_and_rules_keeps_its_rules() -> None:
    def renamed(file: DataFile) -> DataFile:
        text = file.text.replace("OTHER_MATTERS", "CLOSING").replace("other_matters", "closing")
        # prose.yaml has a list that happens to be called so.
        return DataFile(file.name, text.replace("\nclosing:\n", "\nother_matters:\n"))

    files = [*map(renamed, data_files("rules", ".yaml"))]
    found = assemble(compile_rules([renamed(grammar())], files, ()))

    assert "closing" in found.form.structure.sections
    assert ["GK403"] == loud(found, NO_STATEMENT)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("OTHER_MATTERS", "CLOSING", "format/wordings.yaml:48: variants.other_matters"),
        ("CARRIED_OUT", "LEFT", "arithmetic/GK301.yaml:11:86: options.formula"),
    ],
)
def test_a_name_that_the_form_lost_is_refused_where_it_is_used(
    old: str, new: str, expected: str
) -> None:
    text = re.sub(rf"\b{old}\b", new, grammar().text)
    text = re.sub(rf"\b{old.lower()}\b", new.lower(), text)

    said = refusal(DataFile(GRAMMAR, text))

    assert said.startswith(f"rules/{expected}：不认识“{old.lower()}”")


def test_a_name_that_no_rule_needs_may_change() -> None:
    found = rules(DataFile(GRAMMAR, re.sub(r"\bPURCHASES\b", "ORDERS", grammar().text)))

    assert "采购项目数量" == found.form.structure.printed["orders"]
    assert [] == loud(found, changed())


def test_what_is_counted_under_a_name_that_no_rule_knows_is_refused_with_the_rule() -> None:
    said = refusal(grammar(), prose=("    handled: [", "    handeld: ["))

    assert said.startswith("rules/prose/GK402.yaml:")
    assert "counts.handled：不认识“handled”；是否想写 handeld？" in said


def test_columns_renamed_within_the_convention_are_the_same_form() -> None:
    text = grammar().text.replace("decision_columns", "verdict_columns")

    before, after = (compile_grammar(file) for file in (grammar(), DataFile(GRAMMAR, text)))

    assert before["printed"] == after["printed"]
    assert [[element for element, _ in table["form"]] for table in before["automata"].values()] == [
        [element for element, _ in table["form"]] for table in after["automata"].values()
    ]


def test_columns_renamed_to_a_name_outside_the_convention_are_refused() -> None:
    text = grammar().text.replace("decision_columns", "decision_heads")

    assert refusal(DataFile(GRAMMAR, text)) == (
        f"{GRAMMAR}:{line_of(text, 'decision_heads:')}: decision_heads："
        "表格里的规则名应以 _rows（几行）或 _columns（几列）结尾"
    )


def line_of(text: str, beginning: str) -> int:
    lines = text.split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.startswith(beginning))


# -- several orders of the same columns ------------------------------------------------------


def test_the_orders_of_a_header_may_be_written_in_any_order() -> None:
    first = grammar().text.index(APPLICANTS)
    block = grammar().text[first : grammar().text.index("\n\n", first)]
    name, *orders = re.split(r": |\s*\|\s*", block)
    swapped = grammar((block, f"{name}: " + "\n | ".join([orders[1], orders[0], orders[2]])))

    assert compile_grammar(grammar()) == compile_grammar(swapped)
    assert [] == loud(rules(swapped), changed())


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ((f"{APPLICANTS} -> form", APPLICANTS), "几种写法中应有一种标明 -> form"),
        (
            ("| NATURAL_PERSON _ORGANISATION TOTAL COMMERCIAL RESEARCH SOCIAL LEGAL OTHER",
             "| NATURAL_PERSON _ORGANISATION TOTAL COMMERCIAL RESEARCH SOCIAL LEGAL OTHER -> form"),
            "几种写法中应有一种标明 -> form",
        ),
        (
            ("| TOTAL NATURAL_PERSON _ORGANISATION", "| TOTAL NATURAL_PERSON"),
            "几种写法应含同样的各列，只是顺序不同",
        ),
        (
            ("new_rows:    NEW CARRIED_IN", "new_rows: NEW | CARRIED_IN"),
            "只有 …_columns 可以有几种写法",
        ),
    ],
)  # fmt: skip
def test_orders_that_leave_open_where_a_value_belongs_are_refused(
    change: tuple[str, str], problem: str
) -> None:
    report = grammar(change)
    rule = change[0].partition(":")[0] if change[0][0] == "n" else "applicant_columns"

    assert refusal(report).startswith(
        f"{GRAMMAR}:{line_of(report.text, rule + ':')}: {rule}：{problem}"
    )


# -- what no form has ------------------------------------------------------------------------

WRONG = {
    "right-recursion": (
        ("new_rows:    NEW CARRIED_IN", "new_rows: NEW new_rows | CARRIED_IN"),
        "new_rows：只有 …_columns 可以有几种写法",
    ),
    "recursion-alone": (
        ("NEW CARRIED_IN", "NEW CARRIED_IN new_rows"), "new_rows：规则不能包含自己"
    ),
    "recursion-through-another": (
        ("denied_rows unable_rows rejected_rows other_handling_rows HANDLED_TOTAL",
         "denied_rows unable_rows rejected_rows result_rows HANDLED_TOTAL"),
        "规则不能包含自己",
    ),
    "repetition": (("NEW CARRIED_IN", "NEW+ CARRIED_IN"), "new_rows：报告格式里没有重复"),
    "star": (("NEW CARRIED_IN", "NEW* CARRIED_IN"), "new_rows：报告格式里没有重复"),
    "a word without a name": (
        ("NEW CARRIED_IN", 'NEW "二、上年" CARRIED_IN'), "new_rows：印出的文字要有名称"
    ),
    "a Latin word without a name": (
        ("NEW CARRIED_IN", 'NEW "pdf" CARRIED_IN'), "new_rows：印出的文字要有名称"
    ),
    "an expression": (
        ('"一、本年新收政府信息公开申请数量"', "/一、本年新收.*/"), "NEW：应为印出的文字"
    ),
    "a table in no section": (("REQUESTS REQUESTS_TABLE", "REQUESTS"), "没有哪一部分含有这张表"),
    "a table that is not there": (
        ("requests_table: _CORNER", "asked_table: _CORNER"), "没有"
    ),
    "a section that does not begin with its heading": (
        ("overview:      OVERVIEW PROACTIVE", "overview: PROACTIVE OVERVIEW"),
        "overview：部分的第一项应是它的标题，名称相同：OVERVIEW",
    ),
    "a heading with another number": (
        ('"五、存在', '"六、存在'), "PROBLEMS：标题“六、存在的主要问题及改进情况”的序号"
    ),
    "sections in another order": (
        ("problems other_matters\n", "other_matters problems\n"), "OTHER_MATTERS：标题“六、"
    ),
    "a row twice": (("NEW CARRIED_IN", "NEW NEW CARRIED_IN"), "NEW 出现了两次"),
    "a row twice in two rules": (
        ("HANDLED_TOTAL\n\ndenied", "HANDLED_TOTAL NEW\n\ndenied"), "NEW 出现了两次"
    ),
    "a column twice": (
        ("ISSUED REPEALED IN_FORCE", "ISSUED REPEALED IN_FORCE ISSUED"),
        "document_columns：ISSUED 出现了两次",
    ),
    "no grammar at all": (("report: TITLE", "report: TITLE ("), "语法文件有误"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_grammar_that_no_form_comes_of_is_refused(name: str) -> None:
    change, expected = WRONG[name]

    said = refusal(grammar(change))

    assert re.match(rf"{GRAMMAR}:\d+: |{GRAMMAR}: ", said)
    assert expected in said
    assert "\n" not in said


# -- versions --------------------------------------------------------------------------------

DOCUMENT_2019 = "国办公开办函〔2019〕60号"
VERSION_2019 = '"2019": {first_year: 2019, last_year: 2020, document: 国办公开办函〔2019〕60号}'


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (VERSION_2019.replace("2019", "2091", 1), "4: formats.2091：grammar/report.lark 里没有"),
        (VERSION_2019.replace("year: 2020", "year: 2021"), "4: formats.2019：年度与后一个版本重叠"),
        (VERSION_2019.replace("year: 2020", "year: null"), "4: formats.2019：年度与后一个版本重叠"),
        (VERSION_2019.replace("year: 2020", "year: 2018"), "4: formats.2019：last_year 早于"),
        (VERSION_2019.replace("2020,", "soon,"), "4: formats.2019.last_year：应为不小于 0 的整数"),
        (VERSION_2019.replace("first_year", "frist_year"), "4: formats.2019.frist_year：不认识"),
        (VERSION_2019.replace(f", document: {DOCUMENT_2019}", ""), "4: formats.2019：缺少“doc"),
        ("", "2: formats：grammar/report.lark 里的 disclosure_table_2019 不属于任何版本"),
    ],
)  # fmt: skip
def test_a_version_has_its_tables_and_its_years(new: str, expected: str) -> None:
    said = refusal(grammar(), formats=(f"  {VERSION_2019}\n", f"  {new}\n" if new else ""))

    assert said.startswith(f"rules/format/formats.yaml:{expected}")


# -- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "change", "expected"),
    [
        ("wordings", ("  overview:\n", "  overveiw:\n"), "是否想写 overview？"),
        ("wordings", ("  platform: [平", "  overview: [平"), "stems.overview：不认识“overview”"),
        ("wordings", ("  platform: [阵", "  overview: [阵"), "heads.overview：不认识“overview”"),
        ("wordings", ("[第二十一条第（五）项]", "第二十一条"), "应为文字的列表"),
        ("prose", ("on_request: on_request", "on_request: on_requst"), "是否想写 on_request？"),
        ("prose", ("[overview, disclosure,", "[overview, disclosur,"), "是否想写 disclosure？"),
        ("prose", ("  outcomes:\n", "  outcome:\n"), "counts.outcome：不认识“outcome”"),
        ("prose", ("- ICP备", "- ICP备("), "正则表达式“ICP备(”有误"),
        ("prose", ("parts_rest: [", "parts_left: ["), "是否想写 parts_rest？"),
        ("bodies", ("apart: [county,", "apart: [coutny,"), "是否想写 county？"),
        ("bodies", ("hosts: [政务服务,", "hosts: [政务服务区,"), "是否想写 政务服务？"),
        ("bodies", ("  司法: [司法]", "  司法: 司法"), "应为文字的列表"),
        ("bodies", ("\nseat: (?:", "\nseat: (?:("), "正则表达式"),
        ("bodies", ("vertical: ", "vertcal: "), "是否想写 vertical？"),
    ],
)  # fmt: skip
def test_a_slip_in_the_words_of_the_form_is_refused(
    file: str, change: tuple[str, str], expected: str
) -> None:
    said = refusal(grammar(), **{file: change})

    assert said.startswith(f"rules/format/{file}.yaml:")
    assert expected in said
