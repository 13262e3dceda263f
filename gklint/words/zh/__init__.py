"""Chinese.  What has no topic: the marks between other texts."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "colon": "：",
    "list": "、",
}
