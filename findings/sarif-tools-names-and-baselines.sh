#!/usr/bin/env bash
# sarif-tools 3.0.5: the names of Chinese files stay in percent signs, and what a baseline calls gone fails the check
#
# A place in SARIF is a URI, where characters beyond ASCII are percent-encoded (RFC 3986).  `sarif codeclimate` and `sarif csv`
# are to give paths, and give the URI: 年报.md is not found by what reads them.  And a result with the state "absent"
# (SARIF 2.1.0, §3.27.24), which was there before and is no more, counts like one that is there.
#
# Seen: a.md: a.md, 年报.md: %E5%B9%B4%E6%8A%A5.md; errors checked: of none 0, of one 1, of one that is gone 1
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  sarif-tools==3.0.5 python-dateutil==2.9.0.post0

cat > "$work/example.py" <<'PY'
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

os.chdir(sys.argv[1])


def run(*arguments: str, name: str = "a.md", **more: str) -> int:
    location = {"artifactLocation": {"uri": quote(name)}, "region": {"startLine": 1}}
    result = {"ruleId": "A1", "level": "error", "message": {"text": "wrong"}, **more}
    result["locations"] = [{"physicalLocation": location}]
    results = [result] if name else []
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "tool"}}, "results": results}]}
    Path("x.sarif").write_text(json.dumps(log), "utf-8")
    command = [sys.executable, "-m", "sarif", *arguments, "x.sarif"]
    return subprocess.run([*command, "-o", "x.json"], stdout=subprocess.DEVNULL).returncode


paths = []
for name in ("a.md", "年报.md"):
    run("codeclimate", name=name)
    paths.append(json.loads(Path("x.json").read_text("utf-8"))[0]["location"]["path"])
check = ("--check", "error", "codeclimate")
none, one, gone = run(*check, name=""), run(*check), run(*check, baselineState="absent")
print(f"a.md: {paths[0]}, 年报.md: {paths[1]}; errors checked: of none {none}, of one {one}, of one that is gone {gone}")
assert paths == ["a.md", "%E5%B9%B4%E6%8A%A5.md"], "changed: paths"
assert (none, one, gone) == (0, 1, 1), "changed: the check"
PY

PYTHONPATH="$work/lib" python3 "$work/example.py" "$work"
