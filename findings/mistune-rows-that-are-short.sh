#!/usr/bin/env bash
# mistune 3.4.0: one row with a cell too few, and the table is a paragraph; a missing last bar moves all columns
#
# The table plugin takes a table only if every row has as many cells as the head; otherwise the whole of it, right rows too,
# becomes running text with bars.  And a table whose lines begin with a bar and end without one gets a blank first column.
# GitHub Flavored Markdown (4.10) fills short rows up and takes the bars at both ends as optional; markdown-it-py does so.
#
# Seen: even: 1 table, first cell 新收; short: 0 tables; open: 1 table, first cell blank; markdown-it-py: 1 table each, first cell 新收
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  mistune==3.4.0 markdown-it-py==4.3.0 mdurl==0.1.2

cat > "$work/example.py" <<'PY'
import re

import mistune
from markdown_it import MarkdownIt

tables = {
    "even": "| 类别 | 件数 |\n| --- | --- |\n| 新收 | 12 |\n| 结转 | 3 |\n",
    "short": "| 类别 | 件数 |\n| --- | --- |\n| 新收 | 12 |\n| 结转 |\n",
    "open": "| 类别 | 件数\n| --- | ---\n| 新收 | 12\n| 结转 | 3\n",
}


def seen(page: str) -> tuple[int, str]:
    return page.count("<table>"), (re.findall("<td>(.*)</td>", page) or [""])[0]


converters = mistune.create_markdown(plugins=["table"]), MarkdownIt("commonmark").enable("table").render
found, others = [{name: seen(converted(text)) for name, text in tables.items()} for converted in converters]
print(
    f"even: {found['even'][0]} table, first cell {found['even'][1]}; short: {found['short'][0]} tables; "
    f"open: {found['open'][0]} table, first cell {found['open'][1] or 'blank'}; "
    f"markdown-it-py: {others['open'][0]} table each, first cell {others['open'][1]}"
)
assert set(others.values()) == {(1, "新收")}, "changed: markdown-it-py"
assert found == {"even": (1, "新收"), "short": (0, ""), "open": (1, "")}, "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
