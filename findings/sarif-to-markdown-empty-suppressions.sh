#!/usr/bin/env bash
# @security-alert/sarif-to-markdown 1.11.1: a result with `"suppressions": []` is shown as suppressed
#
# In SARIF 2.1.0 (§3.27.23) an empty list says that a result is not suppressed; where one result of a run has the
# property, all have to have it, so that programs write the empty list.  This converter looks only at whether the
# property is there: the place of what counts is filed under "Suppressed results", or, with `suppressedResults: false`,
# left out.
#
# Seen: places shown with an empty list: 0, without: 1
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix "$work" @security-alert/sarif-to-markdown@1.11.1

cat > example.js <<'JS'
const { sarifToMarkdown } = require("@security-alert/sarif-to-markdown");
const options = { title: "", owner: "o", repo: "r", branch: "b", sourceRoot: "", suppressedResults: false };
const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
const physicalLocation = { artifactLocation: { uri: "a.txt" }, region };
const shown = (more) => {
  const result = { ruleId: "A1", level: "error", message: { text: "wrong" }, locations: [{ physicalLocation }], ...more };
  const rule = { id: "A1", shortDescription: { text: "a rule" }, defaultConfiguration: { level: "error" } };
  const driver = { name: "tool", rules: [rule] };
  const log = { version: "2.1.0", runs: [{ tool: { driver }, results: [result] }] };
  return sarifToMarkdown(options)(log)[0].body.split("a.txt").length - 1;
};
const seen = [shown({ suppressions: [] }), shown({})];
console.log(`places shown with an empty list: ${seen[0]}, without: ${seen[1]}`);
if (seen.join() !== "0,1") {
  console.log("changed");
  process.exit(1);
}
JS
node example.js
