#!/usr/bin/env bash
# regex 2026.11.19: (?:a{1000}){1000} is compiled into a million steps; a third level of braces takes all memory
#
# re keeps a counter for what has to stand there several times; regex writes it out.  `timeout=` holds for matching only,
# so a pattern of 30 characters fills the memory before it is ever matched.
#
# Seen: (?:(?:a{500}){500}){500} with 1 GB: re compiles, regex MemoryError
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  regex==2026.11.19

cat > "$work/example.py" <<'PY'
import re
import resource

import regex

resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
pattern = "(?:(?:a{500}){500}){500}"
re.compile(pattern)
try:
    regex.compile(pattern)
    raise SystemExit("changed")
except MemoryError:
    print(f"{pattern} with 1 GB: re compiles, regex MemoryError")
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
