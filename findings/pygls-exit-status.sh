#!/usr/bin/env bash
# pygls 2.1.1: a server that is told `exit` without `shutdown` ends with status 0
#
# The protocol (LSP 3.17, "Exit Notification") wants 0 after a `shutdown` request and 1 otherwise, so that
# whoever starts a server can tell an orderly end from another.  pygls computes the 1 (`lsp_exit` calls
# `sys.exit(returncode)`), but `start_io` catches SystemExit and returns as if nothing had been said.
#
# Seen: status: 0
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
send(method="exit")
_, status = end()
assert status == 0, "changed: the status is told"
PY

PYTHONPATH="$work/lib" python3 "$work/client.py" "$work/server.py"
