# mypy: ignore-errors
# It is run by an interpreter that has what it imports.
"""Workbooks as LibreOffice saves them, and what it freezes of them: libreoffice.py FILE...

Frozen panes are those of the window: where none is shown, LibreOffice does not save them.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(pipe):
    local = uno.getComponentContext().ServiceManager
    resolver = local.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
        else:
            time.sleep(3)  # it answers before it is ready
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    raise SystemExit("LibreOffice does not answer")


def save(office, path):
    """Save a workbook beside itself, where its links lead; what is frozen in each sheet."""
    book = office.loadComponentFromURL(path.as_uri(), "_blank", 0, (prop("Hidden", True),))
    view = book.CurrentController
    for sheet in book.Sheets:
        view.setActiveSheet(sheet)
        if view.hasFrozenPanes():
            yield [view.SplitColumn, view.SplitRow]
    target = path.with_name(f"saved {path.name}")
    book.storeToURL(target.as_uri(), (prop("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)


def main():
    frozen = []
    pipe = f"gklint{os.getpid()}"
    with tempfile.TemporaryDirectory() as profile:
        flags = [f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        running = subprocess.Popen(["soffice", *flags, f"--accept=pipe,name={pipe};urp;"])
        office = desktop(pipe)
        for name in sys.argv[1:]:
            frozen += save(office, Path(name))
        with contextlib.suppress(Exception):  # the answer may not come any more
            office.terminate()
        running.wait(60)
    print(json.dumps(frozen))


main()
