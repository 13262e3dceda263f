#!/usr/bin/env bash
# markdownify 1.2.3: below a cell that spans rows, all cells move one column to the left
#
# `colspan` is kept (blank cells follow), `rowspan` is not: the row below has no cell for the column that is still
# covered, so that its words and numbers come to stand under the wrong heading, without a word.
#
# Seen: second row: {'body': 'carried', 'row': '2'}
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  markdownify==1.2.3 beautifulsoup4==4.14.3 six==1.17.0 soupsieve==2.8 typing_extensions==4.15.0

cat > "$work/example.py" <<'PY'
from markdownify import markdownify

PAGE = """<table>
<tr><th>body</th><th>row</th><th>total</th></tr>
<tr><td rowspan="2">county</td><td>new</td><td>5</td></tr>
<tr><td>carried</td><td>2</td></tr>
</table>"""

text = markdownify(PAGE).strip()
print(text)
rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
head, _, first, second = rows
print("first row:", dict(zip(head, first)), "| second row:", dict(zip(head, second)))
assert first == ["county", "new", "5"], "changed: the first row"
assert second[:2] == ["carried", "2"], "changed: the second row keeps its columns"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
