#!/usr/bin/env bash
# nzh 1.0.14: decodeS drops the zeros of a year and passes over 两: 二零二三 is 223, 两百 is 0
#
# `decodeS` turns Chinese numerals into numbers, and takes figures one by one, too: 二三 is 23.  But 零 between them counts for
# nothing, so that a year loses a digit.  What it does not know, such as 两, the two before 百 and 千, and 〇, the zero of
# official papers, it leaves out; it works out what remains, and gives 0 for no numeral at all: no error and no NaN.
#
# Seen: 二三 23, 二零二三 223, 二〇二三 223; 二百三十 230, 两百三十 30, 两百 0; 三万 30000, 3万 0
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" nzh@1.0.14

cat > "$work/example.js" <<'JS'
const { cn } = require("nzh");
const groups = ["二三 二零二三 二〇二三", "二百三十 两百三十 两百", "三万 3万"].map((group) => group.split(" "));
const seen = groups.map((group) => group.map((text) => `${text} ${cn.decodeS(text)}`).join(", ")).join("; ");
console.log(seen);
if (seen !== "二三 23, 二零二三 223, 二〇二三 223; 二百三十 230, 两百三十 30, 两百 0; 三万 30000, 3万 0") {
  console.log("changed");
  process.exit(1);
}
JS
node "$work/example.js"
