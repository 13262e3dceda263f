#!/usr/bin/env bash
# duckdb 2.0.1: get_table_names() fails on a query of a view over a list of files, which itself runs
#
# `connection.get_table_names(query)` tells which tables a query is about.  Where one of them is a view over
# `read_parquet([…])`, it raises a ParserException about a NULL list, though execute() answers the same query before and after.
#
# Seen: ParserException: "read_parquet" cannot take NULL list as parameter
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  duckdb==2.0.1

cat > "$work/example.py" <<'PY'
import sys

import duckdb

database = duckdb.connect()
database.execute(f"COPY (SELECT 1 AS a) TO '{sys.argv[1]}/x.parquet'")
database.execute(f"CREATE VIEW v AS FROM read_parquet(['{sys.argv[1]}/x.parquet'])")
assert database.execute("SELECT a FROM v").fetchall() == [(1,)]
try:
    print(database.get_table_names("SELECT a FROM v"))
except duckdb.ParserException as error:
    print(f"{type(error).__name__}: {error}")
    assert "cannot take NULL list" in str(error), "changed"
else:
    raise SystemExit("changed")
assert database.execute("SELECT a FROM v").fetchall() == [(1,)]
PY

PYTHONPATH="$work/lib" python3 "$work/example.py" "$work"
