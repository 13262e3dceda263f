#!/usr/bin/env bash
# zhlint 0.8.2: of several files on the command line only the first is looked at, without a word
#
# `zhlint --help` and the README give `zhlint foo.md bar.md --fix`.  The command takes the first of its arguments and
# drops the others: a runner of hooks, which names all staged files, has one of them checked, and status 0 for the rest.
#
# Seen: status of the second file alone: 1, behind a right one: 0
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix "$work" zhlint@0.8.2

for name in first second; do printf '中文和English之间\n' > "$name.md"; done
node_modules/.bin/zhlint first.md second.md --fix > /dev/null 2>&1
echo "first:  $(cat first.md)"
echo "second: $(cat second.md)"
[ "$(cat first.md)" = '中文和 English 之间' ] || { echo "changed: the first file"; exit 1; }
[ "$(cat second.md)" = '中文和English之间' ] || { echo "changed: the second file is mended, too"; exit 1; }

node_modules/.bin/zhlint second.md > /dev/null 2>&1 && alone=0 || alone=$?
node_modules/.bin/zhlint first.md second.md > /dev/null 2>&1 && both=0 || both=$?
echo "status of the second file alone: $alone, behind a right one: $both"
[ "$alone" -ne 0 ] && [ "$both" -eq 0 ] || { echo "changed: the second file counts"; exit 1; }
