#!/usr/bin/env bash
# pandas 3.1.1: number format 31, the long date of Chinese workbooks, is a date with calamine and a number with openpyxl
#
# Formats 27 to 36 and 50 to 58 are dates that no workbook has to spell out: ECMA-376 (18.8.30) lists for Chinese what each
# of them is, 31 year, month and day.  openpyxl 3.1.5 knows none of them, python-calamine 0.9.1 does.  So `read_excel` gives,
# for the same file, the day or the count of days since 1900.  pandas warns that its default is to become calamine; that such
# a column changes with it, it does not say.
#
# Seen: format 14: openpyxl 2023-12-31, calamine 2023-12-31; format 31: openpyxl 45291, calamine 2023-12-31
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  pandas==3.1.1 python-dateutil==2.9.0.post0 openpyxl==3.1.5 python-calamine==0.9.1

cat > "$work/example.py" <<'PY'
import io
import zipfile
from datetime import date

import openpyxl
import pandas

book = openpyxl.Workbook()
book.active["A1"] = date(2023, 12, 31)
book.active["A1"].number_format = "mm-dd-yy"  # format 14, not spelt out either
stream = io.BytesIO()
book.save(stream)


def read(number: int) -> list[str]:
    changed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'numFmtId="14"', b'numFmtId="%d"' % number))
    engines = ("openpyxl", "calamine")
    return [str(pandas.read_excel(changed, header=None, engine=engine).iat[0, 0])[:10] for engine in engines]


seen = {number: read(number) for number in (14, 31)}
print("; ".join(f"format {number}: openpyxl {one}, calamine {other}" for number, (one, other) in seen.items()))
assert seen == {14: ["2023-12-31"] * 2, 31: ["45291", "2023-12-31"]}, "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
