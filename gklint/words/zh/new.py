"""What `gklint new` says of its work, and what is wrong with numbers for a new report."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "new.written": "{output}：已填入 {given} 个数字，算出合计 {computed} 个，空着 {blank} 格。",
    "new.written-blank": "{output}：已写好空白年报。",
    "new.broken": "{table}“{line}”：{sum}，{state}",
    "new.exists": "文件已经有了，不会覆盖，请另取文件名：{path}",
    "new.no-agency": "机关名称是空的，或者含有看不见的字符",
    "new.no-version": "没有 {year} 年度的格式；规定的格式从 {first} 年度开始",
    "new.suffix": "数字应在 .xlsx、.csv 或 .json 文件里",
    "new.no-csv": "不是 CSV 文件，或者已损坏",
    "new.no-layout": "不是 gklint extract 写的表，也没有与规定的表格排得一样的表",
    "new.unknown-column": "{place}：不认识这一列“{found}”",
    "new.other-label": "{place}：这里应为“{label}”，现为“{found}”",
    "new.table-twice": "“{heading}”的表有两张，不知道用哪一张",
    "new.no-number": "{place}：“{found}”不是数字",
    "new.no-json-number": "value 应为数字或 null",
    "new.no-object": "应为对象（花括号）",
    "new.no-reports": "没有 reports 这个列表",
    "new.advice-json": "请用 gklint extract 重新生成",
    "new.unknown-cell": "规定的表格里没有这一格：{found}",
    "new.not-in-version": "{version} 年起的格式里没有这一格：{found}；请用 --year 写明年度",
    "new.whose": "{agency}{year}年",
    "new.several": "有 {count} 份报告，请用 --agency、--year 指明是哪一份：{reports}",
    "new.none": "没有这个机关、这一年度的报告；有的是：{reports}",
    "new.none-at-all": "没有一份报告的数字",
}
