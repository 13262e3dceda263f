#!/usr/bin/env bash
# mypyc 2.4.1: a generator expression that is given a name is worked out as a whole before anything takes from it
#
# In a module that mypyc compiles, `found = (f(x) for x in items)` calls `f` for every item there and then: what Python hands
# out one by one has become a list, as a warning says.  Within `next()`, `any()` and `all()` itself it stays one by one.  The
# result is the same where `f` only computes; where it costs much, raises, or changes something, the compiled module does more.
#
# Seen: interpreted 1 call; compiled 1000 calls; warning: Treating generator comprehension as list
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  mypy==2.4.1 setuptools==80.9.0
export PYTHONPATH="$work/lib"

cat > "$work/first.py" <<'PY'
calls = 0


def seen(number: int) -> int:
    global calls
    calls += 1
    return number


def first() -> int:
    found = (seen(number) for number in range(1000))
    return next(found)
PY

cd "$work"
count='import first; first.first(); print(first.calls)'
interpreted=$(python3 -c "$count")
warning=$(python3 -m mypyc first.py 2>&1 | grep -o "warning: .*" || true)
compiled=$(python3 -c "$count")
echo "interpreted $interpreted call; compiled $compiled calls; $warning"
[ "$interpreted" = 1 ] && [ "$compiled" = 1000 ]
