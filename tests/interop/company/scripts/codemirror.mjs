// What CodeMirror marks in a report: codemirror.mjs KIND COMMAND FILE, beside node_modules
import { spawn } from "child_process";
import { readFileSync } from "fs";
import { pathToFileURL } from "url";
import { JSDOM } from "jsdom";

const [kind, command, file] = process.argv.slice(-3);
const dom = new JSDOM("<!DOCTYPE html><body></body>", { pretendToBeVisual: true });
for (const name of ["window", "Window", "document", "MutationObserver", "Node", "HTMLElement"])
  globalThis[name] = name === "window" ? dom.window : dom.window[name];
for (const name of ["requestAnimationFrame", "cancelAnimationFrame", "getComputedStyle"])
  globalThis[name] = dom.window[name].bind(dom.window);

const { EditorView } = await import("@codemirror/view");
const { forEachDiagnostic } = await import("@codemirror/lint");
const uri = pathToFileURL(file).href;
const server = spawn(command, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
const handlers = new Set();
let waiting = Buffer.alloc(0);
server.stdout.on("data", (data) => {
  waiting = Buffer.concat([waiting, data]);
  for (;;) {
    const end = waiting.indexOf("\r\n\r\n");
    const length = /Content-Length: (\d+)/i.exec(waiting.subarray(0, Math.max(end, 0)));
    if (!length || waiting.length < end + 4 + +length[1]) return;
    const message = waiting.subarray(end + 4, end + 4 + +length[1]).toString();
    waiting = waiting.subarray(end + 4 + +length[1]);
    for (const handler of handlers) handler(message);
  }
});
const send = (message) =>
  server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);

let extension;
if (kind === "lsp-client") {
  const { LSPClient, languageServerExtensions } = await import("@codemirror/lsp-client");
  const transport = {
    send,
    subscribe: (handler) => handlers.add(handler),
    unsubscribe: (handler) => handlers.delete(handler),
  };
  const options = { timeout: 60000, extensions: languageServerExtensions() };
  const client = new LSPClient(options).connect(transport);
  extension = client.plugin(uri, "markdown");
} else {
  const { languageServerWithTransport } = await import("codemirror-languageserver");
  const transport = {
    send,
    onMessage: (handler) => handlers.add(handler),
    onClose: () => {},
    onError: () => {},
    close: () => {},
  };
  extension = languageServerWithTransport({
    transport,
    rootUri: null,
    workspaceFolders: [],
    documentUri: uri,
    languageId: "markdown",
  });
}

const doc = readFileSync(file, "utf8");
const view = new EditorView({ doc, extensions: extension, parent: document.body });
const marks = () => {
  const found = [];
  forEachDiagnostic(view.state, (each, from, to) => found.push(view.state.sliceDoc(from, to)));
  return found;
};
for (let tries = 0; tries < 300 && !marks().length; tries += 1)
  await new Promise((resolve) => setTimeout(resolve, 200));
console.log(JSON.stringify({ marks: marks() }));
server.kill();
process.exit(0);
