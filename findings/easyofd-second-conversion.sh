#!/usr/bin/env bash
# easyofd 20260427: of two PDFs converted in the same folder, only the first becomes an OFD
#
# `OFD().pdf2ofd` unpacks what it writes to a folder called `test` in the current one, and leaves it there.  The next
# conversion, in the same process or in any later one, stops because that folder exists; no argument names another.
# Whoever has a folder called `test` of their own cannot convert anything beside it.
#
# Seen: first: an OFD; second: FileExistsError ./test
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  easyofd==20260427 reportlab==5.1.0

cat > "$work/example.py" <<'PY'
import contextlib
import io

from easyofd.ofd import OFD
from loguru import logger
from reportlab.pdfgen.canvas import Canvas

logger.remove()
stream = io.BytesIO()
canvas = Canvas(stream)
canvas.drawString(100, 700, "1234")
canvas.save()


def converted() -> str:
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            made = OFD().pdf2ofd(stream.getvalue(), optional_text=True)
        except FileExistsError as error:
            return f"FileExistsError {error.filename}"
    return "an OFD" if made.startswith(b"PK") else "something else"


first, second = converted(), converted()
print(f"first: {first}; second: {second}")
assert (first, second) == ("an OFD", "FileExistsError ./test"), "changed: both are converted"
PY

cd "$work"
PYTHONPATH="$work/lib" python3 "$work/example.py"
