#!/usr/bin/env bash
# mdformat-gfm 1.0.0: cells beyond the head row of a table are deleted, and mdformat's own validation passes
#
# mdformat promises that a formatted document renders to the same HTML, and refuses to write one that does not.  In GFM
# cells beyond the head row are not rendered; so they can be dropped from the source and the HTML stays the same.
# Where a form has a narrow head above wide rows, its numbers are gone after `mdformat`, with status 0.
#
# Seen: | licences  |, without its 36
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  mdformat==1.0.0 mdformat-gfm==1.0.0

printf '| disclosed |\n| --- |\n| licences | 36 |\n' > "$work/table.md"
PYTHONPATH="$work/lib" python3 -m mdformat "$work/table.md"
cat "$work/table.md"
grep -q licences "$work/table.md" || { echo "changed: the row is gone"; exit 1; }
if grep -q 36 "$work/table.md"; then echo "changed: the cell is kept"; exit 1; fi
