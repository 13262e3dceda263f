"""What is said of texts that stand in several reports."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "texts.passage-here": "相同的另一段（{count} 句）：{words}",
    "texts.passage-there": "另一份报告里的这一段（{count} 句）：{words}",
    "texts.besides": "与“{body}”的报告也有 {percent}% 相同",
    "texts.version-there": "另一个文件里的这一处：{value}",
    "texts.blank": "空白",
    "texts.short": (
        "除去格式规定的话和各单位都写的话，正文只有 {size} 个字，太少，不能断定是不是雷同"
    ),
    "texts.unread": ("与“{file}”是同一份报告，但有 {count} 格在其中一个文件里读不出来，无法核对"),
}
