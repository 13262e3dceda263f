#!/usr/bin/env bash
# xlsx (SheetJS) 0.18.5: [$-804] puts a dollar sign before a number, and the format for 万 shows a tenth
#
# [$-804] tells the language, Chinese, and shows nothing; only [$¥-804] has a sign.  `sheet_to_csv` writes the dollar of the
# tag before every number with it, also behind [DBNum2], which is for amounts in capital numerals.  And 0\.0,"万", the usual
# way to show ten thousands, since a format has no comma for four digits, loses the digit before the point: 123456 is 12.3万.
#
# Seen: 0"元" 12元; [$¥-804]0 ¥12; [$-804]0"元" $12元; [DBNum2][$-804]0 $12; 0.0,"千" 123.5千; 0\.0,"万" 1.23万
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5

cat > "$work/example.js" <<'JS'
const { utils } = require("xlsx");
const shown = (z, v) => `${z} ${utils.sheet_to_csv(utils.aoa_to_sheet([[{ t: "n", v, z }]]))}`;
const seen = [
  shown('0"元"', 12),
  shown("[$¥-804]0", 12),
  shown('[$-804]0"元"', 12),
  shown("[DBNum2][$-804]0", 12),
  shown('0.0,"千"', 123456),
  shown('0\\.0,"万"', 123456),
].join("; ");
console.log(seen);
const expected =
  '0"元" 12元; [$¥-804]0 ¥12; [$-804]0"元" $12元; [DBNum2][$-804]0 $12; 0.0,"千" 123.5千; 0\\.0,"万" 1.23万';
if (seen !== expected) {
  console.log("changed");
  process.exit(1);
}
JS
node "$work/example.js"
