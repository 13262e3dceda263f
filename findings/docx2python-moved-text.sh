#!/usr/bin/env bash
# docx2python 3.7.1: of tracked changes, what was deleted is left out, but what was moved away is kept
#
# Word tracks a move as a pair: `w:moveFrom`, struck through where the text was, and `w:moveTo` where it is now.  docx2python
# leaves out `w:del`, and reads both halves of a move as if they stood there: a paragraph that was moved comes twice, and a
# number that was moved out of a cell and one moved in are read as one.
#
# Seen: 12 deleted, 15 inserted: 15; 12 moved away, 15 moved here: 1215
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  docx2python==3.7.1 python-docx==1.2.0

cat > "$work/example.py" <<'PY'
import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python


def read(old: str, new: str, text: str) -> str:
    document = docx.Document()
    paragraph = f"""<w:p {nsdecls("w")}>
    <w:{old} w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:{text}>12</w:{text}></w:r></w:{old}>
    <w:{new} w:id="2" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:t>15</w:t></w:r></w:{new}></w:p>"""
    document.element.body.insert(0, parse_xml(paragraph))
    stream = io.BytesIO()
    document.save(stream)
    with docx2python(stream) as found:
        return found.text.strip()


changed, moved = read("del", "ins", "delText"), read("moveFrom", "moveTo", "t")
print(f"12 deleted, 15 inserted: {changed}; 12 moved away, 15 moved here: {moved}")
assert (changed, moved) == ("15", "1215"), "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
