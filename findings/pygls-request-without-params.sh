#!/usr/bin/env bash
# pygls 2.1.1: a custom request that leaves out `params` is never answered
#
# JSON-RPC 2.0 and LSP (`params?: array | object`) let a request have none.  A server that offers a method
# of its own answers it with `"params": null`; where the member is left out, `JsonRPCRequestMessage` cannot be
# made of the message, its id is forgotten, and the user is shown "Error in server: Internal Error".  So it
# is with notifications of unknown methods, which a client may send at any time (`$/…` is to be ignored).
#
# Seen: {"id": "with", "jsonrpc": "2.0", "result": 5}
#       and nothing for "without"; twice window/showMessage "Error in server: Internal Error"
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  pygls==2.1.1 lsprotocol==2025.0.0 cattrs==26.2.1 attrs==26.1.0

cat > "$work/server.py" <<'PY'
from pygls.lsp.server import LanguageServer

server = LanguageServer("example", "1")


@server.feature("example/count")
def count(_):
    return 5


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
send(id="with", method="example/count", params=None)
send(id="without", method="example/count")
send(method="$/example")
send(id="end", method="shutdown")
send(method="exit")
said, _ = end()
assert [each["id"] for each in said if "id" in each] == ["start", "with", "end"], "changed: it is answered"
shown = [each["params"]["message"] for each in said if each.get("method") == "window/showMessage"]
assert shown == ["Error in server: Internal Error"] * 2, "changed: the user is shown something else"
PY

PYTHONPATH="$work/lib" python3 "$work/client.py" "$work/server.py"
