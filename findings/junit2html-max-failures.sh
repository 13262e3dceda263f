#!/usr/bin/env bash
# junit2html 31.1.4: --max-failures does nothing unless a matrix is asked for, and 256 failures are a success then
#
# `--max-failures N` is to "exit non-zero if N or more test cases are failures (has no effect with --merge)".  For the
# page of one report, the plain use, the option is never looked at.  With `--summary-matrix` it is, but the status is
# the number of failures, of which a shell keeps the last eight bits.
#
# Seen: page of 3 failures: 0, matrix of 3: 3, matrix of 256: 0
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  junit2html==31.1.4

cat > "$work/report.py" <<'PY'
import sys

count = int(sys.argv[1])
case = '<testcase classname="c" name="n{}"><failure message="m">t</failure></testcase>'
cases = "".join(map(case.format, range(count)))
print(f'<testsuites><testsuite name="s" tests="{count}" failures="{count}">{cases}</testsuite></testsuites>')
PY

status() { PYTHONPATH="$work/lib" python3 -m junit2htmlreport --max-failures 1 "$@" > /dev/null 2>&1 && echo 0 || echo $?; }
for count in 3 256; do python3 "$work/report.py" $count > "$work/$count.xml"; done
page=$(status "$work/3.xml" "$work/3.html")
few=$(status --summary-matrix "$work/3.xml")
many=$(status --summary-matrix "$work/256.xml")
echo "page of 3 failures: $page, matrix of 3: $few, matrix of 256: $many"
[ -s "$work/3.html" ] || { echo "changed: no page"; exit 1; }
[ "$page $few $many" = "0 3 0" ] || { echo "changed"; exit 1; }
