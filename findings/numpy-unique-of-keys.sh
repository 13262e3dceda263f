#!/usr/bin/env bash
# numpy 2.4.6: np.unique, and np.isin, of a million whole numbers take twenty times as long as sorting them
#
# Since 2.3, np.unique of integers goes by a hash table.  For 1.6 million keys that stand for pairs of numbers
# (left * 100 000 + right) it takes 1.8 s where np.sort takes 0.09 s, also if they are sorted already; np.isin, which begins
# with it, likewise.  A loop that asks which keys are new grew from seconds to minutes; np.searchsorted does the same at once.
#
# Seen: np.unique takes more than 5 times as long as np.sort of the same array
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  numpy==2.4.6

cat > "$work/example.py" <<'PY'
from time import process_time

import numpy as np

rng = np.random.default_rng(1)
count = 1_600_000
keys = rng.integers(0, 100_000, count) * 100_000 + rng.integers(0, 100_000, count)


def seconds(work):
    begun = process_time()
    work(keys)
    return process_time() - begun


unique, sort = (min(seconds(work) for _ in range(3)) for work in (np.unique, np.sort))
print(f"np.unique {unique:.2f} s, np.sort {sort:.2f} s")
assert unique > 5 * sort, "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
