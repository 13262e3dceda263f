# mypy: ignore-errors
# It is run by an interpreter that has what it imports.
"""What DuckDB reads of findings, facts by line and facts as a table: duckdb_.py JSON JSONL CSV."""

import json
import sys

import duckdb

findings, lines, table = sys.argv[1:]
codes = duckdb.execute(
    "SELECT d.code, count(*) FROM (SELECT unnest(files) AS f FROM read_json(?)),"
    " unnest(f.diagnostics) AS t(d) GROUP BY ALL ORDER BY ALL",
    [findings],
).fetchall()
(reports,) = duckdb.execute("SELECT count(*) FROM read_json(?)", [lines]).fetchone()
row = duckdb.execute(
    'SELECT "disclosure.licences.decisions", year, postcode, telephone'
    " FROM read_csv(?, types={'postcode': 'VARCHAR'}) WHERE path LIKE '%odd.txt'",
    [table],
).fetchone()
names = ("stroke", "year", "postcode", "telephone")
print(json.dumps({"codes": dict(codes), "reports": reports, **dict(zip(names, row, strict=True))}))
