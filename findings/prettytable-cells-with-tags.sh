#!/usr/bin/env bash
# prettytable 3.18.0: from_html keeps of a cell only the text behind its last tag; a number in bold is gone
#
# `from_html` makes tables of those of a page.  Text that stands bare in a cell is kept.  Where any of it is in `<b>`,
# `<span>` or `<p>`, as nearly all cells of pages from an editor are, what was before and in the tag is dropped, and the cell
# holds the rest, or nothing.  Rows and columns are right, and there is no error.
#
# Seen: 12件: 12件, 共<b>12</b>件: 件, <span>12</span>: blank, <p>12</p>: blank
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  prettytable==3.18.0 wcwidth==0.9.4

cat > "$work/example.py" <<'PY'
from prettytable import from_html

cells = ("12件", "共<b>12</b>件", "<span>12</span>", "<p>12</p>")
seen = []
for cell in cells:
    table = from_html(f"<table><tr><th>count</th></tr><tr><td>{cell}</td></tr></table>")[0]
    seen.append(table.rows[0][0])
print(", ".join(f"{cell}: {kept or 'blank'}" for cell, kept in zip(cells, seen)))
assert seen[0] == "12件", "changed: bare text"
assert seen[1:] == ["件", "", ""], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
