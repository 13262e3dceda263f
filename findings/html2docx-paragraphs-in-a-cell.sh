#!/usr/bin/env bash
# html2docx 1.6.0: a paragraph in a cell ends the table: what comes after it, other cells too, is set below
#
# Cells whose text stands in `<p>` are what editors of web pages make.  html2docx writes a table of the first one alone; what
# the other cells hold goes to the document itself, run together, so that 5 and 34 are 534.  The same table without `<p>`
# comes out right.
#
# Seen: without p: 12 5 34, below: nothing; with p: 12, below: 534
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  html2docx==1.6.0 python-docx==1.2.0 tinycss2==1.5.1

cat > "$work/example.py" <<'PY'
import docx
from html2docx import html2docx


def converted(cell: str) -> tuple[str, str]:
    cells = "".join(f"<td>{cell.format(number)}</td>" for number in (12, 5, 34))
    document = docx.Document(html2docx(f"<table><tr>{cells}</tr></table>", title="t"))
    row = [cell.text.strip() for cell in document.tables[0].rows[0].cells]
    return " ".join(row), "".join(paragraph.text for paragraph in document.paragraphs)


(cells, below), (left, rest) = converted("{}"), converted("<p>{}</p>")
print(f"without p: {cells}, below: {below or 'nothing'}; with p: {left}, below: {rest}")
assert (cells, below) == ("12 5 34", ""), "changed: without p"
assert (left, rest) == ("12", "534"), "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
