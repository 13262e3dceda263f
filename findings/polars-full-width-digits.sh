#!/usr/bin/env bash
# polars 2.1.0: read_csv takes digits of full width for numbers, which it then cannot read; ignore_errors makes them null
#
# What Chinese input methods type as １２ counts as digits when `read_csv` guesses the type of a column, and no more when it
# reads the column: one such cell, and the file is not read.  Of the ways out that the error names, reading the whole file
# for the guess (`infer_schema_length=None`) changes nothing, and `ignore_errors` drops the value.  十二 makes a column of text.
#
# Seen: 十二: 十二 3; １２: ComputeError, with the whole file ComputeError, with ignore_errors null 3
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  polars==2.1.0

cat > "$work/example.py" <<'PY'
import io

import polars


def read(value: str, **options: object) -> str:
    try:
        column = polars.read_csv(io.StringIO(f"name,count\na,{value}\nb,3\n"), **options)["count"]
    except polars.exceptions.ComputeError as error:
        assert "could not parse" in str(error), "changed: another error"
        return "ComputeError"
    return " ".join("null" if each is None else str(each) for each in column)


words = read("十二")
digits = [read("１２", **options) for options in ({}, {"infer_schema_length": None}, {"ignore_errors": True})]
print(f"十二: {words}; １２: {digits[0]}, with the whole file {digits[1]}, with ignore_errors {digits[2]}")
assert words == "十二 3", "changed: words"
assert digits == ["ComputeError", "ComputeError", "null 3"], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
