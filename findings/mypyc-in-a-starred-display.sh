#!/usr/bin/env bash
# mypyc 2.4.1: `x in (*others, y)` ends in an internal error; the same tuple under a name is compiled
#
# A display with a star on the right of `in` is not compiled: mypyc stops with an AssertionError of its own that asks for
# a bug report.  mypy takes the line, and with the tuple given a name first mypyc does, too.
#
# Seen: in the expression: internal mypyc error; under a name: compiled, True
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  mypy==2.4.1 setuptools==80.9.0
export PYTHONPATH="$work/lib"

cat > "$work/inside.py" <<'PY'
def among(number: int, others: tuple[int, ...]) -> bool:
    return number in (*others, 7)
PY
cat > "$work/named.py" <<'PY'
def among(number: int, others: tuple[int, ...]) -> bool:
    all_of_them = (*others, 7)
    return number in all_of_them
PY

cd "$work"
python3 -m mypy --strict inside.py > /dev/null
inside=$(python3 -m mypyc inside.py 2>&1 | grep -o "internal mypyc error" || true)
python3 -m mypyc named.py > /dev/null 2>&1
named=$(python3 -c 'import named; assert named.__file__.endswith(".so"); print(named.among(7, (1, 2)))')
echo "in the expression: $inside; under a name: compiled, $named"
[ "$inside" = "internal mypyc error" ] && [ "$named" = True ]
