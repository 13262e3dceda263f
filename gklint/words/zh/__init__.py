"""Chinese.  What has no topic: its name among languages, the marks between other texts."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "tag": "zh-CN",
    "colon": "：",
    "clauses": "；",
    "list": "、",
}
