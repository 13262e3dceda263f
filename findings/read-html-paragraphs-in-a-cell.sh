#!/usr/bin/env bash
# pandas 3.1.1: read_html runs two paragraphs of a cell together, so that 12 and 34 are the number 1234
#
# Where a cell holds two lines, as "of these" figures often do, `<br>` between them is read as a blank, and the cell as text.
# With `<p>`, or `<div>`, there is nothing between them, and the digits make one number.  A table within a cell is read in the
# same way, into the outer cell as well as by itself.
#
# Seen: br: 12 34 (str), p: 1234 (int64), div: 1234 (int64), table: 1234 (int64)
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  pandas==3.1.1 python-dateutil==2.9.0.post0 lxml==6.1.3

cat > "$work/example.py" <<'PY'
import io

import pandas

cells = {
    "br": "12<br>34",
    "p": "<p>12</p><p>34</p>",
    "div": "<div>12</div><div>34</div>",
    "table": "12<table><tr><td>34</td></tr></table>",
}
seen = {}
for name, cell in cells.items():
    page = f"<table><tr><th>count</th></tr><tr><td>{cell}</td></tr></table>"
    table = pandas.read_html(io.StringIO(page))[0]
    seen[name] = f"{table.iat[0, 0]} ({table.dtypes.iloc[0]})"
print(", ".join(f"{name}: {value}" for name, value in seen.items()))
assert seen.pop("br") == "12 34 (str)", "changed: br"
assert set(seen.values()) == {"1234 (int64)"}, "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
