"""What is wrong with a list of bodies.  No full stop at the end."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "bodies.at-cell": "{path}: {cell}：{problem}",
    "bodies.missing": "找不到这个机关名单",
    "bodies.suffix": "机关名单应为 .yaml 或 .xlsx 文件",
    "bodies.no-head": "第一张工作表的前 {rows} 行里没有“{head}”这个表头",
    "bodies.no-list": "应为机关的列表：每一项是名称，或者含 {keys} 的表",
    "bodies.empty": "名单里没有任何机关",
    "bodies.twice": "“{name}”在第 {line} 行已经有了",
    "bodies.field-twice": "“{first}”和“{second}”是同一项，只能写一个",
    "bodies.parent": "上级“{parent}”不在名单里",
    "bodies.parent-near": "上级“{parent}”不在名单里；是否想写“{near}”？",
    "bodies.circle": "上级绕成了一圈：{names}",
}
