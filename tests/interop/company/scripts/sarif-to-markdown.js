// The Markdown of a log: sarif-to-markdown.js LOG
const { readFileSync } = require("fs");
const { sarifToMarkdown } = require("@security-alert/sarif-to-markdown");
const options = { title: "gklint", owner: "o", repo: "r", branch: "main", sourceRoot: "" };
const log = JSON.parse(readFileSync(process.argv[1], "utf8"));
console.log(JSON.stringify(sarifToMarkdown(options)(log).map((each) => each.body).join("\n")));
