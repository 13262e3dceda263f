#!/usr/bin/env bash
# mammoth 1.13.0: the result of a simple field, and the word below a pinyin guide, are not in the page
#
# Word knows two ways to write a field, such as a sum in a table: `w:fldSimple` around its result, or marks before and behind
# it.  mammoth keeps the result of the second and drops that of the first; with it goes the total of a row.  It drops
# `w:ruby` as well: not only the guide above, but the characters that it is for.  A message tells of each; the page does not.
#
# Seen: marks: total 15, simple: total; bare: 长治市, with a guide: 市
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  mammoth==1.13.0 python-docx==1.2.0

cat > "$work/example.py" <<'PY'
import io

import docx
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def shown(content: str) -> str:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>"))
    stream = io.BytesIO()
    document.save(stream)
    return mammoth.extract_raw_text(stream).value.strip()


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def mark(kind: str) -> str:
    return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"


code = "<w:r><w:instrText> =SUM(LEFT) </w:instrText></w:r>"
marks = shown(run("total ") + mark("begin") + code + mark("separate") + run("15") + mark("end"))
simple = shown(run("total ") + f"<w:fldSimple w:instr=' =SUM(LEFT) '>{run('15')}</w:fldSimple>")
guide = f"<w:r><w:ruby><w:rt>{run('chángzhì')}</w:rt><w:rubyBase>{run('长治')}</w:rubyBase></w:ruby></w:r>"
bare, guided = shown(run("长治") + run("市")), shown(guide + run("市"))
print(f"marks: {marks}, simple: {simple}; bare: {bare}, with a guide: {guided}")
assert (marks, simple) == ("total 15", "total"), "changed: fields"
assert (bare, guided) == ("长治市", "市"), "changed: guides"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
