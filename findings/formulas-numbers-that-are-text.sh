#!/usr/bin/env bash
# formulas 1.3.4: VALUE("1,234") is the first of January 2134; SUM counts numbers that are text, AVERAGE stops at them
#
# formulas works workbooks out without Excel.  It does not know the comma of thousands: VALUE reads "1,234" as month 1 of a
# year 234, and gives the number of that day, 85469, no error.  In Excel SUM, COUNT and AVERAGE leave out cells of a range
# whose number is text; here SUM and COUNT take them, so that a sum is right that is wrong in Excel, and AVERAGE fails.
#
# Seen: VALUE("1234") 1234, VALUE("1,234") 85469; of 12, 3 and the text "5": SUM 20, COUNT 3, AVERAGE #VALUE!; of 12 and 3: SUM 15, COUNT 2, AVERAGE 7.5
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  formulas==1.3.4 python-dateutil==2.9.0.post0 openpyxl==3.1.5

cat > "$work/example.py" <<'PY'
import sys

import formulas
import openpyxl

book = openpyxl.Workbook()
book.active.title = "S"
for row in ([12], [3], ["5"]):
    book.active.append(row)
asked = ['VALUE("1234")', 'VALUE("1,234")']
asked += [f"{name}(A1:A{last})" for last in (3, 2) for name in ("SUM", "COUNT", "AVERAGE")]
for row, formula in enumerate(asked, 1):
    book.active.cell(row, 2, "=" + formula)
book.save(f"{sys.argv[1]}/x.xlsx")

solution = formulas.ExcelModel().loads(f"{sys.argv[1]}/x.xlsx").finish().calculate()
values = (solution[f"'[x.xlsx]S'!B{row}"].value[0, 0] for row in range(1, len(asked) + 1))
plain, comma, *rest = (str(value) if isinstance(value, str) else f"{float(value):g}" for value in values)
three, two = (f"SUM {total}, COUNT {count}, AVERAGE {mean}" for total, count, mean in (rest[:3], rest[3:]))
print(f'VALUE("1234") {plain}, VALUE("1,234") {comma}; of 12, 3 and the text "5": {three}; of 12 and 3: {two}')
assert [plain, comma] == ["1234", "85469"], "changed: VALUE"
assert rest == ["20", "3", "#VALUE!", "15", "2", "7.5"], "changed: the sums"
PY

TQDM_DISABLE=1 PYTHONPATH="$work/lib" python3 "$work/example.py" "$work"
