#!/usr/bin/env bash
# XlsxWriter 3.3.1: a text that begins with <r> and ends with </r> breaks the workbook
#
# `write_string` takes such a text for the runs that `write_rich_string` makes, and writes it as it is, with and without
# `constant_memory`: a `&` or `<` within is not escaped, and neither Excel nor openpyxl can open the file.  Text with
# well-formed tags is read as something else than what was given.
#
# Seen: not well-formed (invalid token)
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  xlsxwriter==3.3.1

cat > "$work/example.py" <<'PY'
import io
import sys
import zipfile
from xml.parsers.expat import ExpatError, ParserCreate

import xlsxwriter


def seen(part: str, **options: bool) -> str:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, options) as book:
        book.add_worksheet().write_string(0, 0, "<r>a & b</r>")
    try:
        ParserCreate().Parse(zipfile.ZipFile(file).read(part), True)
    except ExpatError as error:
        return str(error).partition(":")[0]
    return "well-formed"


found = {seen("xl/sharedStrings.xml"), seen("xl/worksheets/sheet1.xml", constant_memory=True)}
print(*found)
sys.exit(found != {"not well-formed (invalid token)"})
PY
PYTHONPATH="$work/lib" python3 "$work/example.py"
