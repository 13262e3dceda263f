// What exceljs reads of workbooks: exceljs.js FILE…
const ExcelJS = require("exceljs");
const read = { texts: [], notes: 0, links: [], filters: [], frozen: [] };
(async () => {
  for (const file of process.argv.slice(1)) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    book.eachSheet((sheet) => {
      if (sheet.autoFilter) read.filters.push(sheet.autoFilter.split(":")[0]);
      for (const view of sheet.views)
        if (view.state === "frozen") read.frozen.push([view.xSplit || 0, view.ySplit || 0]);
      sheet.eachRow({ includeEmpty: true }, (row) =>
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (typeof cell.value === "string") read.texts.push(cell.value);
          if (cell.note) read.notes += 1;
          if (cell.hyperlink) read.links.push(cell.hyperlink);
        }),
      );
    });
  }
  console.log(JSON.stringify(read));
})();
