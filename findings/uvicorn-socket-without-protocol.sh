#!/usr/bin/env bash
# uvicorn 0.54.0: on a socket of one's own, answers wait for acknowledgements (Nagle's algorithm is on)
#
# `uvicorn.Server.run(sockets=[…])` takes sockets that are bound already.  asyncio turns Nagle's algorithm off only on
# connections whose socket names its protocol, and accepted sockets have the number of the one that listens.  With
# `socket.socket(family)`, the usual call, that number is 0: TCP_NODELAY stays off, and answers that are written in two
# parts take 40 ms on the loopback.  With `socket.IPPROTO_TCP` as the third argument, or where uvicorn binds by itself, it
# is on.
#
# Seen: 0 without, 1 with the protocol
# Exits non-zero if this is not so any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --quiet --root-user-action=ignore --disable-pip-version-check --target "$work/lib" \
  uvicorn==0.54.0 h11==0.16.0

cat > "$work/example.py" <<'PY'
import asyncio
import socket
import sys

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ok"})


def seen(*protocol: int) -> int:
    found: list[int] = []

    class Telling(H11Protocol):
        def connection_made(self, transport):
            accepted = transport.get_extra_info("socket")
            found.append(int(bool(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))))
            super().connection_made(transport)

    async def one_request() -> None:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, *protocol)
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, http=Telling, loop="asyncio", lifespan="off", log_config=None)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        reader, writer = await asyncio.open_connection(*listening.getsockname())
        writer.write(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
        await reader.read()
        writer.close()
        server.should_exit = True
        await serving

    asyncio.run(one_request())
    return found[0]


without, with_protocol = seen(), seen(socket.IPPROTO_TCP)
print(f"{without} without, {with_protocol} with the protocol")
sys.exit((without, with_protocol) != (0, 1))
PY
PYTHONPATH="$work/lib" python3 "$work/example.py"
