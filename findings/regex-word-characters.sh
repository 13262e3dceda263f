#!/usr/bin/env bash
# regex 2026.11.19: ① is no \w and a joining mark is one, [[:alpha:]] is a class, {e} allows an error: other than in re
#
# In its default mode (VERSION0) regex is meant to take what re takes, as it does.  But its classes go by other
# properties of Unicode: in Chinese text "①项" is two words to one and one to the other.  And in a set, and behind a
# brace, it reads syntax of its own, where re finds the characters that stand there.
#
# Seen: \w on ①: re True, regex False; \w on U+0301: re False, regex True; [[:alpha:]] on ":]": re True, regex False; b{e} on "x": re False, regex True
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  regex==2026.11.19

cat > "$work/example.py" <<'PY'
import re
import warnings

import regex

warnings.simplefilter("ignore")
seen = []
for pattern, text, shown in (
    (r"\w", "①", "①"), (r"\w", "\u0301", "U+0301"), ("[[:alpha:]]", ":]", '":]"'), ("b{e}", "x", '"x"')
):
    both = [bool(engine.fullmatch(pattern, text)) for engine in (re, regex)]
    seen.append(both)
    print(f"{pattern} on {shown}: re {both[0]}, regex {both[1]}", end="; ")
print()
assert seen == [[True, False], [False, True], [True, False], [False, True]], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
