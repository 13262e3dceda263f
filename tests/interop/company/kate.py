"""The line of a fix that Kate takes, on a screen that nobody sees.

Its marks can be seen only.  Run under ``xvfb-run`` and ``dbus-run-session`` in a folder of its own,
with the environment that ``clients`` gives.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

from gklint.text.source import Source
from tests.interop.company.clients import set_up

HERE, REPORT = Path.cwd(), Path(os.environ["REPORT"])
_SETTINGS = HERE / ".config"
_STARTING, _ANSWERING = 15, 3  # seconds
_TRIES = 5


def configure(command: str) -> None:
    """As the page says; the server may be started."""
    servers = set_up("json", "highlightingModeRegex").replace('"gklint"', json.dumps(command))
    folder = _SETTINGS / "kate" / "lspclient"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(servers, "utf-8")
    settings = {
        "General": {"Startup Session": "new"},
        "Kate Plugins": {"lspclientplugin": "true"},
        "lspclient": {"AllowedServerCommandLines": f"{command} lsp"},
    }
    lines = (
        f"[{name}]\n" + "".join(f"{key}={value}\n" for key, value in group.items())
        for name, group in settings.items()
    )
    (_SETTINGS / "katerc").write_text("".join(lines), "utf-8")


def fixed() -> str:
    """The text after a quick fix at the first straight quotation mark."""
    before = REPORT.read_bytes().decode()
    line, column = Source(before).position(before.index('"'))
    units = len(before.splitlines()[line - 1][: column - 1].encode("utf-16-le")) // 2
    command = ("kate", "-n", "-l", str(line), "-c", str(units + 1), str(REPORT))
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as kate:
        time.sleep(_STARTING)
        for _ in range(_TRIES):
            _press("ctrl+period")
            time.sleep(_ANSWERING)
            _press("ctrl+s")
            time.sleep(_ANSWERING)
            if REPORT.read_bytes().decode() != before:
                break
        kate.terminate()
    return REPORT.read_bytes().decode()


def _press(key: str) -> None:
    subprocess.run(("xdotool", "key", key), check=True)


if __name__ == "__main__":
    configure(os.environ["COMMAND"])
    print(json.dumps({"marks": [], "line": fixed()}))
