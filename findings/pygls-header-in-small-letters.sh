#!/usr/bin/env bash
# pygls 2.1.1: a message whose header is written `content-length: …` is dropped without a word, and the next one too
#
# "The structure of header fields conforms to the HTTP semantic" (LSP 3.17, "Header Part"), in which names of fields
# have no case; HTTP libraries write them in small letters.  pygls matches `^Content-Length: (\d+)\r\n$` as
# it stands and skips what is anything else, then the message as if it were a header, and with it the
# header of the next message, which stands on the same line.
#
# Seen: an answer to "large", and nothing for "small" and "end"
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  pygls==2.1.1 lsprotocol==2025.0.0 cattrs==26.2.1 attrs==26.1.0

cat > "$work/server.py" <<'PY'
from pygls.lsp.server import LanguageServer

server = LanguageServer("example", "1")
server.start_io()
PY

cat > "$work/client.py" <<'PY'
import json, subprocess, sys

server = subprocess.Popen(
    [sys.executable, sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
)

def send(header="Content-Length: %d", **message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    print("client:", header % len(body), "|", body.decode())
    server.stdin.write((header % len(body)).encode() + b"\r\n\r\n" + body)
    server.stdin.flush()

def end():
    """All that the server has said, and with what status it ended."""
    server.stdin.close()
    said, out = [], server.stdout
    while line := out.readline():
        while out.readline().strip():
            pass
        said.append(json.loads(out.read(int(line.split(b":")[1]))))
    for each in said[1:]:
        print("server:", json.dumps(each)[:200])
    print("status:", status := server.wait())
    return said, status

send(id="start", method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
send(method="initialized", params={})
send(id="large", method="workspace/executeCommand", params={"command": "none"})
send("content-length: %d", id="small", method="workspace/executeCommand", params={"command": "none"})
send(id="end", method="shutdown")
send(method="exit")
said, _ = end()
assert [each["id"] for each in said if "id" in each] == ["start", "large"], "changed: it is answered"
PY

PYTHONPATH="$work/lib" python3 "$work/client.py" "$work/server.py"
