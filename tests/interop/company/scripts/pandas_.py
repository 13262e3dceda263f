# mypy: ignore-errors
# It is run by an interpreter that has what it imports.
"""What pandas reads of findings, facts by line and facts as a table: pandas_.py JSON JSONL CSV."""

import json
import sys
from pathlib import Path

import pandas

findings, lines, table = sys.argv[1:]
files = json.loads(Path(findings).read_text("utf-8"))["files"]
found = pandas.json_normalize(files, "diagnostics")
facts = pandas.read_json(lines, lines=True)
odd = pandas.read_csv(table, dtype={"postcode": str}).set_index("path").filter(like="odd", axis=0)
row = odd.iloc[0]
value = row["disclosure.licences.decisions"]
print(
    json.dumps(
        {
            "codes": found["code"].value_counts().sort_index().to_dict(),
            "reports": len(facts),
            "stroke": None if pandas.isna(value) else value,
            "year": int(row["year"]),
            "postcode": row["postcode"],
            "telephone": row["telephone"],
        }
    )
)
