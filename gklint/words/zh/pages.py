"""Rules and settings explained: `gklint rule`, and the pages below docs/."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- `gklint rule` --------------------------------------------------------------------------
    "pages.severity": "级别：{severity}",
    "pages.finds": "查什么：{finds}",
    "pages.grade": "依据等级：{grade}（{means}）",
    "pages.mending": "自动改正：{how}",
    "pages.accepting": "接受：{how}",
    "pages.output": "gklint 会说：",
    "pages.file": "规则文件：{file}",
    # -- `gklint rule` and the pages ------------------------------------------------------------
    "pages.fix-safe": "能改的用 {options}",
    "pages.fix-unsafe": "能改的用 {options}，改后请核对",
    "pages.fix-none": "不能",
    "pages.acceptable": "可以，写明理由：{comment}",
    "pages.not-acceptable": "不能",
    "pages.accept-comment": "<!-- gklint: accept {code} 理由：… -->",
    # -- all pages ------------------------------------------------------------------------------
    "pages.generated": "由 `python -m gklint.docs` 从 `{source}` 生成，请勿手改。",
    # -- configuration.md -----------------------------------------------------------------------
    "pages.configuration": "配置",
    "pages.configuration-files": "写在 `gklint.toml`，或 `pyproject.toml` 的 `[tool.gklint]` 里。"
    "从每个文件所在的文件夹向上找，用最近的一个，不合并；路径和模式从它所在的文件夹算起。",
    "pages.configuration-tables": "写作 `[severity]` 那样的表的，放在其他各项之后："
    "`[…]` 下面的各项都属于它。",
    "pages.configuration-options": "命令行优先：`--select` 代替这里的 select 和 ignore，"
    "`--ignore`、`--severity` 与这里的合在一起。"
    "`--config FILE` 只用这一个，`--isolated` 都不用。"
    "`gklint check --show-settings` 显示实际所用的。",
    "pages.configuration-cache": "`cache`：`gklint check` 把每个文件的结果（输出的内容和条数）存在"
    "用户的缓存文件夹里，`gklint cache dir` 显示在哪里。文件的内容和名称、设置、规则、"
    "接受文件、基线、上年的报告、输出格式、gklint 的版本都没有变，就不再查。"
    "`--fix`、`--diff`、标准输入不用它；"
    "读不出来的文件每次都重读。只有自己能读写，最多 512 MB，满了先删旧的；"
    "`gklint cache clear` 清空，`--no-cache` 或环境变量 `GKLINT_NO_CACHE` 一次不用，"
    "`GKLINT_CACHE_DIR` 另指文件夹。",
    "pages.configuration-schema": "编辑器可以用 [gklint.schema.json](../gklint/gklint.schema.json) "
    "提示和检查。",
    "pages.configuration-example": "写法",
    "pages.configuration-does": "作用",
    # -- rules.md -------------------------------------------------------------------------------
    "pages.rules": "规则",
    "pages.rules-codes": "代码一经发布不再改作他用；规则改名或合并，旧代码的页面保留并指向新代码。",
    "pages.rules-defaults": "只在次版本中增加默认启用的规则或扩大其范围；修订版本只会减少误报。",
    "pages.column-code": "代码",
    "pages.column-severity": "级别",
    "pages.column-name": "名称",
    "pages.column-finds": "查什么",
    # -- the page of a rule ---------------------------------------------------------------------
    "pages.all-rules": "全部规则",
    "pages.sentence": "{text}。",
    "pages.fact": "{fact}（{source}）",
    "pages.grade-means": "{means}。",
    "pages.title-basis": "依据",
    "pages.title-grade": "等级",
    "pages.title-bad": "有误",
    "pages.title-good": "正确",
    "pages.title-fix": "自动改正",
    "pages.title-configuration": "设置",
    "pages.title-accept": "接受",
    "pages.fix-command": "`gklint check 年报.txt {options}`",
    "pages.always-on": "这条规则总在用，只能改级别。",
    "pages.ways": "不查、只查它或改它的级别，任选一种。",
    "pages.by-command": "命令行",
    "pages.by-rule-set": "规则集（`--rules local.yaml`）",
    "pages.some-files": "草稿/",
    "pages.never-accepted": "这条规则的结果不能接受。",
    "pages.accept-text": "文本、Markdown、网页：写在那一行末尾。",
    "pages.accept-other": "Word、PDF：记入接受文件，检查时也给出 `--accept`。",
    "pages.accept-command": "gklint accept 年报.docx --code {code} --reason 已核实 "
    "--accept gklint-accept.toml",
    "pages.corpus-column": "列",
    "pages.corpus-type": "类型",
    "pages.corpus-says": "内容、单位和来源",
    "pages.corpus-view": "视图",
    "pages.corpus-views": "现成的视图",
}
