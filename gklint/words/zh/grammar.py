"""What is wrong with grammar/report.lark and rules/format/, which say what the form is."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "grammar.not-valid": "{name}: 语法文件有误：{problem}",
    # -- rules and elements ---------------------------------------------------------------------
    "grammar.repetition": "报告格式里没有重复，不能用 + 和 *",
    "grammar.recursion": "规则不能包含自己",
    "grammar.expression": "应为印出的文字，加引号，不能是正则表达式",
    "grammar.rule-name": "表格里的规则名应以 {rows}（几行）或 {columns}（几列）结尾",
    "grammar.alternatives": "只有 …{columns} 可以有几种写法",
    "grammar.alternatives-differ": "几种写法应含同样的各列，只是顺序不同",
    "grammar.no-form": "几种写法中应有一种标明 -> {form}：表中的数按它的顺序排列",
    "grammar.no-name": '印出的文字要有名称：另写一行 名称: "文字"',
    "grammar.twice": "{element} 出现了两次",
    # -- sections and tables --------------------------------------------------------------------
    "grammar.heading": "部分的第一项应是它的标题，名称相同：{element}",
    "grammar.heading-number": "标题“{printed}”的序号与它在报告中的顺序不符",
    "grammar.table-nowhere": "没有哪一部分含有这张表",
    "grammar.no-table": "没有 {table} 这张表",
    "grammar.label-twice": "{element} 出现了两次；列应写在名称以 {columns} 结尾的规则里",
    "grammar.no-columns": "{element} 这一行没有列",
    "grammar.column-twice": "{element} 这一行有两列名称相同",
    "grammar.row-twice": "有两行名称相同",
    # -- rules/format/ --------------------------------------------------------------------------
    "grammar.no-file": "rules/format/{name}.yaml：找不到这个文件",
    "grammar.document": "文号",
    "grammar.version": "版本",
    "grammar.versions": "“版本 = 年度和文号”的表",
    "grammar.sections": "部分的列表",
    "grammar.wordings": "“名称: [文字, …]”的表",
    "grammar.words": "“名称: [词语, …]”的表",
    "grammar.counted": "所数事项的名称",
    "grammar.levels": "“级别: 正则表达式”的表",
    "grammar.fields": "“领域: [词, …]”的表",
    "grammar.shorter": "“全称: 简称”的表",
    "grammar.years-backwards": "last_year 早于 first_year",
    "grammar.years-overlap": "年度与后一个版本重叠",
    "grammar.version-without-table": "grammar/report.lark 里没有这个版本的表（…_table_{version}）",
    "grammar.table-without-version": "grammar/report.lark 里的 {table} 不属于任何版本",
}
