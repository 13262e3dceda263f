#!/usr/bin/env bash
# opencc 1.4.2, opencc-python-reimplemented 0.1.7: both write opencc/__init__.py; the last one answers, and removing one breaks the other
#
# They are different programs with the same name of module.  pip installs one over the other without a word, and takes
# the file that both have away with whichever is removed: what is left is a folder without OpenCC in it.
#
# Seen: reimplemented alone 3553 characters; with opencc over it 3563; with opencc removed again: no OpenCC
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
pip() { "$work/venv/bin/python" -m pip --quiet --quiet --disable-pip-version-check "$@"; }

cat > "$work/example.py" <<'PY'
import opencc

if not hasattr(opencc, "OpenCC"):
    print("no OpenCC")
else:
    every = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    print(sum(old != new for old, new in zip(every, converted)))
PY

seen() { "$work/venv/bin/python" "$work/example.py"; }
pip install opencc-python-reimplemented==0.1.7
alone=$(seen)
pip install opencc==1.4.2
over=$(seen)
pip uninstall -y opencc
removed=$(seen)
echo "reimplemented alone $alone characters; with opencc over it $over; with opencc removed again: $removed"
[ "$alone, $over, $removed" = "3553, 3563, no OpenCC" ] || { echo changed; exit 1; }
