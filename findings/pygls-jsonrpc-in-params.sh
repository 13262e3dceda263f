#!/usr/bin/env bash
# pygls 2.1.1: a request with a member called `jsonrpc` anywhere in its parameters is never answered
#
# What a command is given, `initializationOptions` and settings may be any JSON.  pygls makes messages by
# `json.loads(body, object_hook=protocol.structure_message)`: the hook sees every object, from the inside out, and
# takes each that has a `jsonrpc` for a message.  The inner one is not well-formed as such, so the whole request
# is dropped, its id with it, and the user is shown "Error in server: …" instead.
#
# Seen: {"id": "a", "jsonrpc": "2.0", "result": "done"}
#       and nothing for "b"; window/showMessage "Error in server: Internal Error"
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  pygls==2.1.1 lsprotocol==2025.0.0 cattrs==26.2.1 attrs==26.1.0

cat > "$work/server.py" <<'PY'
from pygls.lsp.server import LanguageServer

server = LanguageServer("example", "1")


@server.command("example.command")
def command(settings):
    return "done"


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
command = {"command": "example.command"}
send(id="a", method="workspace/executeCommand", params={**command, "arguments": [{"protocol": "2.0"}]})
send(id="b", method="workspace/executeCommand", params={**command, "arguments": [{"jsonrpc": "2.0"}]})
send(id="end", method="shutdown")
send(method="exit")
said, _ = end()
assert [each["id"] for each in said if "id" in each] == ["start", "a", "end"], "changed: it is answered"
PY

PYTHONPATH="$work/lib" python3 "$work/client.py" "$work/server.py"
