#!/usr/bin/env bash
# exceljs 4.4.0: a date that openpyxl wrote as ISO 8601 is read as a day of July 1905
#
# A cell of type `d` holds its date as text, such as 2023-12-31 (ECMA-376, 18.18.11); openpyxl 3.1.5 writes such cells with
# `Workbook(iso_dates=True)`.  exceljs knows no such type: it reads the text as far as it is a number, takes the year for a
# count of days, and gives the 2023rd day since 1900.  Every date of a year becomes the same one, and none is an error.
#
# Seen: as a number of days: 2023-12-31 2023-01-05; as ISO 8601: 1905-07-15 1905-07-15
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  openpyxl==3.1.5
npm install --silent --no-audit --no-fund --prefix "$work" exceljs@4.4.0

cat > "$work/write.py" <<'PY'
import sys
from datetime import date

import openpyxl

for name, iso in (("days", False), ("iso", True)):
    book = openpyxl.Workbook(iso_dates=iso)
    book.active.append([date(2023, 12, 31), date(2023, 1, 5)])
    book.save(f"{sys.argv[1]}/{name}.xlsx")
PY
PYTHONPATH="$work/lib" python3 "$work/write.py" "$work"

cat > "$work/example.js" <<'JS'
const ExcelJS = require("exceljs");
const dates = async (name) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(`${__dirname}/${name}.xlsx`);
  const cells = ["A1", "B1"].map((place) => book.worksheets[0].getCell(place).value);
  return cells.map((value) => value.toISOString().slice(0, 10)).join(" ");
};
(async () => {
  const seen = `as a number of days: ${await dates("days")}; as ISO 8601: ${await dates("iso")}`;
  console.log(seen);
  if (seen !== "as a number of days: 2023-12-31 2023-01-05; as ISO 8601: 1905-07-15 1905-07-15") {
    console.log("changed");
    process.exit(1);
  }
})();
JS
node "$work/example.js"
