#!/usr/bin/env bash
# duckdb 2.0.1: with hive_partitioning, a folder far above named like a partition silently takes the place of the file's own
#
# Files parted by year lie at /data/year=1999/out/t/year=2022/x.parquet.  `read_parquet(…, hive_partitioning = true)` takes the
# first `year=…` of the whole path, also above the folder that was asked for, and gives 1999 for every row: no error, no warning.
# Any other folder called a=b above adds a column `a`.  Whoever lets users choose where a dataset lies cannot rely on it.
#
# Seen: [(1999,)], and the column kind
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  duckdb==2.0.1

cat > "$work/example.py" <<'PY'
import sys
from pathlib import Path

import duckdb

folder = Path(sys.argv[1]) / "year=1999" / "kind=x" / "out" / "t" / "year=2022"
folder.mkdir(parents=True)
duckdb.execute(f"COPY (SELECT 1 AS a) TO '{folder}/x.parquet'")
root = folder.parent
found = duckdb.sql(f"FROM read_parquet('{root}/*/*.parquet', hive_partitioning = true)")
print(found.columns, found.fetchall())
assert found.columns == ["a", "kind", "year"], "changed"
assert found.select("year").fetchall() == [(1999,)], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py" "$work"
