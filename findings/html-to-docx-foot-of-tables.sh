#!/usr/bin/env bash
# html-to-docx 1.8.0: the foot of a table, where the total stands, is left out
#
# Of a table's parts the rows of `<thead>` and `<tbody>` are written to the document; `<tfoot>` is passed over, without a
# word.  The same row as the last of the body is written.
#
# Seen: total in the body: 新收 12 结转 3 合计 15; in the foot: 新收 12 结转 3
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  python-docx==1.2.0
npm install --silent --no-audit --no-fund --prefix "$work" html-to-docx@1.8.0

cat > "$work/write.js" <<'JS'
const write = require("html-to-docx");
const { writeFileSync } = require("fs");
const row = (name, count) => `<tr><td>${name}</td><td>${count}</td></tr>`;
const table = (body, foot) => `<table><tbody>${row("新收", 12)}${row("结转", 3)}${body}</tbody>${foot}</table>`;
(async () => {
  const total = row("合计", 15);
  writeFileSync(`${__dirname}/body.docx`, await write(table(total, "")));
  writeFileSync(`${__dirname}/foot.docx`, await write(table("", `<tfoot>${total}</tfoot>`)));
})();
JS
node "$work/write.js"

cat > "$work/read.py" <<'PY'
import sys

import docx


def read(name: str) -> str:
    table = docx.Document(f"{sys.argv[1]}/{name}.docx").tables[0]
    return " ".join(cell.text for row in table.rows for cell in row.cells)


body, foot = read("body"), read("foot")
print(f"total in the body: {body}; in the foot: {foot}")
assert body == "新收 12 结转 3 合计 15", "changed: the body"
assert foot == "新收 12 结转 3", "changed"
PY
PYTHONPATH="$work/lib" python3 "$work/read.py" "$work"
