"""What is no valid TOML, JSON, or YAML as rule files use it."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- several of them ------------------------------------------------------------------------
    "syntax.not-utf-8": "文件不是 UTF-8 编码，请另存为 UTF-8",
    "syntax.lone-return": "行末是单独的回车符，请用编辑器把换行改为 LF 或 CRLF",
    "syntax.control": "这一行有看不见的字符 {code}，请删去",
    "syntax.too-deep": "嵌套太深，最多 {most} 层",
    "syntax.too-large": "数字太大",
    "syntax.quotes": "引号没有成对",
    "syntax.list": "列表缺少“]”，或两项之间缺少逗号",
    "syntax.number-of-character": "双引号里的“\\”后面不是字符的编号",
    # -- TOML -----------------------------------------------------------------------------------
    "syntax.toml": "TOML 语法有误：{problem}",
    "syntax.toml-other": "写法有误",
    "syntax.toml-value": "值写得不对（文字要加引号，列表要有“]”）",
    "syntax.toml-equals": "键后面应有“=”",
    "syntax.toml-surplus": "值后面有多余的内容",
    "syntax.toml-header": "“[表]”缺少“]”",
    "syntax.toml-key": "键写得不对（含有汉字、空格或 * 的键要加引号）",
    "syntax.toml-statement": "这一行不是“键 = 值”，也不是“[表]”",
    "syntax.toml-date": "没有这样的日期或时间",
    "syntax.toml-braces": "花括号没有成对",
    "syntax.toml-character": "引号没有成对，或文字里有不能直接写的字符",
    "syntax.toml-backslash": "双引号里的“\\”有特别的意思，请改用单引号或“/”",
    "syntax.toml-key-twice": "同一个键写了两次",
    "syntax.toml-table-twice": "同一个表写了两次",
    "syntax.toml-table-closed": "这个表前面已经写完，不能再添内容",
    # -- JSON -----------------------------------------------------------------------------------
    "syntax.json": "JSON 语法有误",
    "syntax.json-key-twice": "{key}：同一个键写了两次",
    "syntax.json-advice": "{problem}，{advice}",
    # -- YAML -----------------------------------------------------------------------------------
    "syntax.yaml": "YAML 语法有误：{problem}",
    "syntax.yaml-other": "这里的写法看不懂，请检查缩进、冒号、引号和括号",
    "syntax.yaml-wide-colon": "键后面要用半角的“: ”，不是全角的“：”",
    "syntax.yaml-also-wide-colon": "{problem}；键后面要用半角的“: ”，不是全角的“：”",
    "syntax.yaml-alias": "不能用“&”和“*”引用别处的内容，请把内容直接写在这里；若是文字，请加引号",
    "syntax.yaml-tag": "不能用“!”指定类型；若是文字，请加引号",
    "syntax.yaml-directive": "不能以“%”开头；若是文字，请加引号",
    "syntax.yaml-documents": "一个文件只能有一份内容，请删去多出的“---”",
    "syntax.yaml-unaligned": "缩进与上面的行对不齐，或上面的引号、括号没有成对",
    "syntax.yaml-no-colon": "键后面缺少“: ”，或文字没有缩进",
    "syntax.yaml-tab": "缩进要用空格，不能用制表符（Tab）",
    "syntax.yaml-colon": "这里不该有“: ”：上一行没有写完，或文字里的“: ”没有加引号",
    "syntax.yaml-item": "这里不能以“- ”开头，请检查缩进",
    "syntax.yaml-question": "这里不能以“? ”开头；若是文字，请加引号",
    "syntax.yaml-backslash": "双引号里的“\\”有特别的意思，请改用单引号",
    "syntax.yaml-block": "“|”和“>”后面不能有文字；若是文字，请加引号",
    "syntax.yaml-braces": "花括号没有成对，或两项之间缺少逗号",
    "syntax.yaml-surplus": "前面的内容已经结束，这里有多余的内容",
    "syntax.yaml-value": "这里缺少值，或有多余的符号",
    "syntax.yaml-colon-in-brackets": "括号里的文字含有“:”时要加引号",
    "syntax.yaml-beginning": "以“{character}”开头的文字要加引号",
    "syntax.yaml-key-twice": "同一个键写了两次，第 {line} 行已经有了",
    "syntax.yaml-key": "键应为文字；含有括号的文字要加引号",
    "syntax.yaml-no-key": "“:”前面缺少键",
    "syntax.yaml-merge": "不能用“<<”合并别处的内容，请把内容直接写在这里",
    "syntax.yaml-digits": "数字最多 {most} 位；若是文字，请加引号",
}
