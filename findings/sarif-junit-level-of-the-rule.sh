#!/usr/bin/env bash
# sarif-junit 1.1.4: a result whose level is that of its rule is a test that passed; the long options do not work
#
# In SARIF 2.1.0 (§3.27.10) a result need not state its level: then that of its rule holds, and "warning" where the rule
# states none either.  This converter makes a failure of each result that states one, and a success of each that does not.
# And `--input` and `--output`, as the README gives them, are not read: there is a message, no file, and status 0.
#
# Seen: level stated: 1 failure of 1, level of the rule, error: 0 failures of 1; long options: status 0, no file
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix "$work" sarif-junit@1.1.4

cat > write.js <<'JS'
const { writeFileSync } = require("fs");
const region = { startLine: 1, startColumn: 1 };
const locations = [{ physicalLocation: { artifactLocation: { uri: "a.txt" }, region } }];
const driver = { name: "tool", rules: [{ id: "A1", defaultConfiguration: { level: "error" } }] };
for (const [name, more] of [["stated", { level: "error" }], ["rule", {}]]) {
  const results = [{ ruleId: "A1", ruleIndex: 0, message: { text: "wrong" }, locations, ...more }];
  writeFileSync(`${name}.sarif`, JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver }, results }] }));
}
JS
node write.js
failures() {
  node_modules/.bin/sarif-junit -i "$1.sarif" -o "$1.xml" > /dev/null
  sed -n 's/.*<testsuites tests="\([0-9]*\)" failures="\([0-9]*\)".*/\2 of \1/p' "$1.xml"
}
stated=$(failures stated)
rule=$(failures rule)
node_modules/.bin/sarif-junit --input stated.sarif --output long.xml > /dev/null && status=0 || status=$?
file=$([ -e long.xml ] && echo "a file" || echo "no file")
echo "level stated: ${stated/ of/ failure of}, level of the rule, error: ${rule/ of/ failures of}; long options: status $status, $file"
[ "$stated, $rule, $status, $file" = "1 of 1, 0 of 1, 0, no file" ] || { echo "changed"; exit 1; }
