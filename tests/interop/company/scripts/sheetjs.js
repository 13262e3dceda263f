// What SheetJS reads of workbooks: sheetjs.js FILE…  It knows nothing of frozen panes.
const { readFileSync } = require("fs");
const XLSX = require("xlsx");
const read = { texts: [], notes: 0, links: [], filters: [], frozen: null };
for (const file of process.argv.slice(1)) {
  const book = XLSX.read(readFileSync(file));
  for (const sheet of Object.values(book.Sheets)) {
    if (sheet["!autofilter"]) read.filters.push(sheet["!autofilter"].ref.split(":")[0]);
    for (const [name, cell] of Object.entries(sheet)) {
      if (name.startsWith("!")) continue;
      if (cell.t === "s") read.texts.push(cell.v);
      if (cell.c) read.notes += 1;
      if (cell.l) read.links.push(cell.l.Target);
    }
  }
}
console.log(JSON.stringify(read));
