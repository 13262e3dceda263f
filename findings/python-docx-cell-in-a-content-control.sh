#!/usr/bin/env bash
# python-docx 1.2.0: a cell in a content control is missing from its row, and those behind it move to the left
#
# Forms in Word protect a cell, or let it be filled in, by a content control around it: `w:sdt` between the row and the cell.
# `row.cells` takes only the cells right below the row.  Whoever pairs them with the headings gets the next column's number for
# that of the control, without an error; `table.columns`, from the grid of the table, still has all of them.
#
# Seen: columns: 3; bare: 新收 12 3; in a control: 新收 3
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  python-docx==1.2.0

cat > "$work/example.py" <<'PY'
import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def read(controlled: bool) -> tuple[int, list[str]]:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("新收", "12", "3")):
        cell.text = text
    if controlled:
        cell = table.rows[0].cells[1]._tc
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        cell.addprevious(control)
        control[-1].append(cell)
    stream = io.BytesIO()
    document.save(stream)
    table = docx.Document(stream).tables[0]
    return len(table.columns), [cell.text for cell in table.rows[0].cells]


(columns, bare), (still, control) = read(False), read(True)
print(f"columns: {still}; bare: {' '.join(bare)}; in a control: {' '.join(control)}")
assert columns == still == 3 and bare == ["新收", "12", "3"], "changed: the table"
assert control == ["新收", "3"], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
