"""What VS Code marks in a report, by the extension of the page, and the line of a fix.

VS Code is that of code-server: its server, with Chromium before it.  A second extension looks, and
takes the fix.  Run in a folder of its own, with the environment that ``clients`` gives.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.interop.company.clients import set_up
from tests.support.browsing import launched

HERE = Path.cwd()
TOOLS = Path(os.environ["NODE_PATH"]).with_name("vscode")
CODE = TOOLS / "node_modules" / "code-server" / "lib" / "vscode"
EXTENSIONS, DATA, SEEN = HERE / "extensions", HERE / "data", HERE / "seen.json"
_BUILT = ("@vscode/spdlog", "native-watchdog", "node-pty", "@parcel/watcher")
_PATIENCE = 90
_PROBE = {
    "name": "probe",
    "publisher": "local",
    "version": "0.0.1",
    "engines": {"vscode": "^1.82.0"},
    "activationEvents": ["*"],
    "main": "./probe.js",
}


def install(package: str) -> None:
    """VS Code from a registry alone: without what its packages fetch from elsewhere."""
    if not CODE.exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        (TOOLS / "package.json").write_text("{}", "utf-8")
        _npm(TOOLS, "install", "--ignore-scripts", package)
    if not (CODE / "node_modules").exists():
        (CODE / "npm-shrinkwrap.json").unlink()  # it names packages that are in no registry
        _npm(CODE, "install", "--ignore-scripts", "--omit=dev")
        _npm(CODE, "rebuild", *_BUILT)


def _npm(folder: Path, *words: str) -> None:
    """Run npm quietly; what is compiled finds the headers of the Node that is installed."""
    environment = {**os.environ, "npm_config_nodedir": "/usr"}
    command = ("npm", *words, "--no-audit", "--no-fund")
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment)


def extend() -> None:
    """Put the extension of the page and the one that looks where VS Code finds them."""
    ours, probe, settings = EXTENSIONS / "gklint", EXTENSIONS / "probe", DATA / "data" / "Machine"
    for folder in (ours, probe, settings):
        folder.mkdir(parents=True)
    (ours / "package.json").write_text(set_up("json", "vscode-languageclient"), "utf-8")
    (ours / "extension.js").write_text(set_up("js", "LanguageClient"), "utf-8")
    _npm(ours, "install")
    (probe / "package.json").write_text(json.dumps(_PROBE), "utf-8")
    (probe / "probe.js").write_text((HERE / "probe.js").read_text("utf-8"), "utf-8")
    command = {"gklint.command": os.environ["COMMAND"]}
    (settings / "settings.json").write_text(json.dumps(command), "utf-8")


@contextmanager
def _served() -> Iterator[str]:
    """The address of its server."""
    options = ("--port", "0", "--without-connection-token", "--accept-server-license-terms")
    folders = ("--extensions-dir", str(EXTENSIONS), "--server-data-dir", str(DATA))
    command = ("node", str(CODE / "out" / "server-main.js"), *options, *folders)
    environment = {**os.environ, "SEEN": str(SEEN)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout
        for line in server.stdout:
            if found := re.search(r"agent listening on (\d+)", line):
                yield f"http://127.0.0.1:{found[1]}/?folder={HERE}"
                break
        server.terminate()


def look() -> str:
    """What the extension that looks has seen."""
    with _served() as address, launched() as browser:
        page = browser.new_page()
        page.goto(address)
        page.get_by_text("Yes, I trust the authors").click()
        until = time.monotonic() + _PATIENCE
        while not SEEN.exists() and time.monotonic() < until:
            page.wait_for_timeout(200)
    return SEEN.read_text("utf-8")


if __name__ == "__main__":
    install(os.environ["PACKAGE"])
    extend()
    print(look())
