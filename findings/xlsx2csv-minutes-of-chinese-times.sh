#!/usr/bin/env bash
# xlsx2csv 0.8.6: a time formatted as h"时"mm"分" gets the month for its minutes
#
# In a number format `mm` is minutes behind hours, and months elsewhere.  xlsx2csv looks for a colon between the two; with
# the words that Chinese workbooks have there, in quotation marks as Excel writes them, it takes the month.  The quotation
# marks, which are no part of what a cell shows, are left in the text of dates as well.
#
# Seen: h:mm 2023-12-31 09:28; h"时"mm"分" 2023"年"12"月"31"日" 09"时"12"分"
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  xlsx2csv==0.8.6 openpyxl==3.1.5

cat > "$work/example.py" <<'PY'
import csv
import io
from datetime import datetime

import openpyxl
from xlsx2csv import Xlsx2csv

book = openpyxl.Workbook()
for number_format in ("yyyy-mm-dd h:mm", 'yyyy"年"m"月"d"日" h"时"mm"分"'):
    book.active.append([datetime(2023, 12, 31, 9, 28)])
    book.active.cell(book.active.max_row, 1).number_format = number_format
stream, text = io.BytesIO(), io.StringIO()
book.save(stream)
Xlsx2csv(stream).convert(text)
colon, words = (row[0] for row in csv.reader(io.StringIO(text.getvalue())))
print(f'h:mm {colon}; h"时"mm"分" {words}')
assert colon == "2023-12-31 09:28", "changed: the format with a colon"
assert words == '2023"年"12"月"31"日" 09"时"12"分"', "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
