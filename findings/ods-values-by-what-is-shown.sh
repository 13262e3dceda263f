#!/usr/bin/env bash
# pandas 3.1.1: engine odf takes times and truth values from what a cell shows: 是 is False, 9:28 in the evening is 9:28
#
# In OpenDocument a cell has its value in an attribute, and the text that is shown, in the format and language of the author,
# beside it.  For numbers and dates engine `odf` reads the attribute; for the two others it reads the text, where only TRUE
# is true, and a clock of twelve hours loses the half of the day.  Engine `calamine` reads the attributes of all.
#
# Seen: odf: 1234 2023-12-31 09:28:00 False; calamine: 1234 2023-12-31 21:28:00 True
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  pandas==3.1.1 python-dateutil==2.9.0.post0 odfpy==1.4.1 python-calamine==0.9.1

cat > "$work/example.py" <<'PY'
import io

import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

document, table, row = OpenDocumentSpreadsheet(), Table(name="S"), TableRow()
for shown, kind, value in (
    ("1,234", "float", {"value": "1234"}),
    ("2023年12月31日", "date", {"datevalue": "2023-12-31"}),
    ("9:28", "time", {"timevalue": "PT21H28M00S"}),
    ("是", "boolean", {"booleanvalue": "true"}),
):
    cell = TableCell(valuetype=kind, **value)
    cell.addElement(P(text=shown))
    row.addElement(cell)
table.addElement(row)
document.spreadsheet.addElement(table)
stream = io.BytesIO()
document.write(stream)

seen = []
for engine in ("odf", "calamine"):
    number, day, time, truth = pandas.read_excel(stream, header=None, engine=engine).iloc[0]
    seen.append(f"{engine}: {number} {str(day)[:10]} {time} {truth}")
print("; ".join(seen))
assert seen == ["odf: 1234 2023-12-31 09:28:00 False", "calamine: 1234 2023-12-31 21:28:00 True"], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
