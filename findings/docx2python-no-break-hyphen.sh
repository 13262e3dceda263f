#!/usr/bin/env bash
# docx2python 3.7.1: a hyphen that must not break is dropped, so that two numbers become one
#
# In Word, Ctrl+Shift+_ keeps a telephone number or a span of years on one line; the file has `w:noBreakHyphen` there, an
# element of its own between two texts.  docx2python skips it, without a mark: 0355-2022000 is read as 03552022000, and
# 2022-2023 as 20222023.  It does read `w:tab`, which is written in the same way; python-docx and mammoth read both.
#
# Seen: docx2python 20222023, with a tab 2022\t2023; python-docx 2022-2023; mammoth 2022‑2023
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0

cat > "$work/example.py" <<'PY'
import io

import docx
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python


def stored(between: str) -> io.BytesIO:
    document = docx.Document()
    run = f"<w:r><w:t>2022</w:t><w:{between}/><w:t>2023</w:t></w:r>"
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{run}</w:p>"))
    stream = io.BytesIO()
    document.save(stream)
    return stream


def read(between: str) -> str:
    with docx2python(stored(between)) as found:
        return found.text.strip()


hyphen, tab = read("noBreakHyphen"), read("tab")
others = docx.Document(stored("noBreakHyphen")).paragraphs[0].text
mammoths = mammoth.extract_raw_text(stored("noBreakHyphen")).value.strip()
print(f"docx2python {hyphen}, with a tab {tab!r}; python-docx {others}; mammoth {mammoths}".replace("'", ""))
assert (hyphen, tab) == ("20222023", "2022\t2023"), "changed"
assert (others, mammoths) == ("2022-2023", "2022\u20112023"), "changed: the other readers"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
