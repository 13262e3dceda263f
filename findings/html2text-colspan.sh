#!/usr/bin/env bash
# html2text 2025.4.15: a table whose first row spans columns gets too few columns, so that Markdown drops values
#
# The delimiter row is made for as many columns as the first row has cells, whatever `colspan` says.  In GitHub
# Flavored Markdown (4.10, Tables) "the excess is ignored": of the rows below, all cells beyond that number are not
# shown.  The values are still in the text, but no page that is made of it has them.
#
# Seen: columns: 2, values shown: 3 2 of 3 2 5
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  html2text==2025.4.15 markdown-it-py==4.0.0 mdurl==0.1.2

cat > "$work/example.py" <<'PY'
import html2text
from markdown_it import MarkdownIt

PAGE = """<table>
<tr><th>people</th><th colspan="2">bodies</th></tr>
<tr><td>3</td><td>2</td><td>5</td></tr>
</table>"""

text = html2text.html2text(PAGE)
print(text.strip())
delimiter = next(line for line in text.splitlines() if line.startswith("---"))
columns = delimiter.count("---")
tokens = MarkdownIt("commonmark").enable("table").parse(text)
inline = [token.content for token in tokens if token.type == "inline"]
shown = [value for value in inline if value.isdigit()]
print(f"columns: {columns}, values shown: {' '.join(shown)} of 3 2 5")
assert columns == 2 and shown == ["3", "2"], "changed: every value has a column"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
