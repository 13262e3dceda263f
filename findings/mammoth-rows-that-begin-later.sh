#!/usr/bin/env bash
# mammoth 1.13.0: a row of a table that begins behind the first column is moved to the left
#
# Rows of a table in Word need not begin at its left edge: `w:gridBefore` says how many columns are left out.  mammoth writes
# the cells of such a row from the first column on, so that its numbers stand under the wrong headings.  What `w:gridSpan`
# spans it does keep, as colspan.  python-docx tells, as `grid_cols_before`.
#
# Seen: spanned: colspan="2", 2 under b; begins later: 1 under body, 2 under a
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  mammoth==1.13.0 python-docx==1.2.0

cat > "$work/example.py" <<'PY'
import io
import re

import docx
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def converted(row: str) -> list[list[tuple[str, str]]]:
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
    rows = f"<w:tr>{cell('body')}{cell('a')}{cell('b')}</w:tr><w:tr>{row}</w:tr>"
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:tbl {nsdecls('w')}>{grid}{rows}</w:tbl>"))
    stream = io.BytesIO()
    document.save(stream)
    page = mammoth.convert_to_html(stream).value
    return [re.findall(r"<td([^>]*)><p>(.*?)</p>", line) for line in page.split("</tr>")[:2]]


_, spans = converted(cell("1", "<w:gridSpan w:val='2'/>") + cell("2"))
head, later = converted("<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("1") + cell("2"))
under = {value: name for (_, name), (_, value) in zip(head, later)}
print(f"spanned:{spans[0][0]}, 2 under b; begins later: 1 under {under['1']}, 2 under {under['2']}")
assert spans == [(' colspan="2"', "1"), ("", "2")], "changed: spans"
assert later == [("", "1"), ("", "2")], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
