"""Old and foreign formats: LibreOffice, where it is installed, makes a .docx of them.

Each conversion has a profile, a folder and a time limit of its own.  Nothing in the file is
executed, nothing is loaded from outside, and nothing is left behind.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from gklint.errors import UnreadableFileError
from gklint.formats.archives import Archive
from gklint.formats.engines import OFFICE, OFFICE_NAMED, OFFICE_PLACES
from gklint.formats.limits import Limits
from gklint.formats.sniff import Kind
from gklint.text.source import Source

_NAMES = {
    Kind.DOC: "Word 97–2003",
    Kind.WPS: "WPS",
    Kind.RTF: "RTF",
    Kind.WORDML: "Word 2003 XML",
    Kind.ODT: "OpenDocument",
}
_SUFFIXES = {Kind.WPS: ".doc"}  # LibreOffice takes .wps for a file of Microsoft Works
_FILTERS = {Kind.WORDML: "MS Word 2003 XML"}  # otherwise what it cannot parse becomes a text
_OUTPUT = "docx:MS Word 2007 XML"
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
_MEMORY = 4 << 20  # KiB of address space
_ALONE = "unshare --map-current-user --net"  # in a world of its own that has no network
_BOUNDED = f'ulimit -v "$0"; if {_ALONE} true 2>/dev/null; then exec {_ALONE} "$@"; fi; exec "$@"'
_NOWHERE = 9  # the port "discard"

# No macros; no links to other files or to the network, by which a file could tell that it is
# read or take in what does not belong to it; and if there were one, no way out.
_SETTINGS: dict[str, dict[str, object]] = {
    "org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "org.openoffice.Office.Writer/Content/Update": {"Link": 2},
    "org.openoffice.Inet/Settings": {
        "ooInetProxyType": 2,
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": _NOWHERE,
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": _NOWHERE,
        "ooInetFTPProxyName": "127.0.0.1",
        "ooInetFTPProxyPort": _NOWHERE,
    },
}


def read_converted(kind: Kind, data: bytes, path: str | None, limits: Limits) -> Source:
    """The text of a file of a kind that LibreOffice converts.

    Raises UnreadableFileError: ``needs-conversion`` without LibreOffice, ``conversion-failed``,
    ``over-seconds``, and what the Word file that is made gives.
    """
    from gklint.formats.docx.reading import read_docx

    name, suffix = _NAMES[kind], f".{kind.value}"
    program = office()
    if program is None:
        raise UnreadableFileError("needs-conversion", kind=name, suffix=suffix)
    _check_xml(data, kind, limits)
    made = _convert(program, data, kind, limits)
    if made is None:
        raise UnreadableFileError("conversion-failed", kind=name, suffix=suffix)
    return read_docx(made, path, limits)


def office() -> str | None:
    """The path of LibreOffice, None where it is not installed.

    Raises UnreadableFileError where the environment names it and it is not there.
    """
    if named := os.environ.get(OFFICE_NAMED):
        if not Path(named).is_absolute() or not Path(named).is_file():
            raise UnreadableFileError("no-such-office", variable=OFFICE_NAMED, path=named)
        return named
    for found in (*map(shutil.which, OFFICE), *OFFICE_PLACES):
        # On Windows, which() also finds what lies in the current folder, among the reports.
        if found and Path(found).is_absolute() and Path(found).is_file():
            return found
    return None


def _check_xml(data: bytes, kind: Kind, limits: Limits) -> None:
    """Refuse XML that would grow without end.  Raises UnreadableFileError."""
    if kind is Kind.WORDML and b"<!ENTITY" in data.replace(b"\0", b""):
        raise UnreadableFileError("entities")
    if kind is not Kind.ODT:
        return
    archive = Archive(data, kind.value, limits)
    for entry in archive.entries:
        if entry.filename.endswith((".xml", ".rdf")) and b"<!ENTITY" in archive.read(entry):
            raise UnreadableFileError("entities")


def _convert(program: str, data: bytes, kind: Kind, limits: Limits) -> bytes | None:
    """The .docx that LibreOffice makes of a file, if it does.  Raises UnreadableFileError."""
    with (
        suppress(OSError),  # no room for it, or no right to run it
        TemporaryDirectory(prefix="gklint-", ignore_cleanup_errors=True) as name,
    ):
        folder = Path(name)
        report = folder / f"report{_SUFFIXES.get(kind, '.' + kind.value)}"
        report.write_bytes(data)
        profile = folder / "profile"
        _write_settings(profile)
        made = folder / "made"
        user = f"-env:UserInstallation={profile.as_uri()}"
        source = (f"--infilter={_FILTERS[kind]}",) if kind in _FILTERS else ()
        target = ("--convert-to", _OUTPUT, "--outdir", str(made), str(report))
        try:
            _run((program, user, *_OPTIONS, *source, *target), folder, limits)
        finally:
            _remove_socket(profile)
        result = made / "report.docx"
        if result.is_file():
            limits.check_bytes("file", result.stat().st_size)
            return result.read_bytes()
    return None


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    file = profile / "user" / "registrymodifications.xcu"
    file.parent.mkdir(parents=True)
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{items}</oor:items>\n',
        "utf-8",
    )


def _run(command: Sequence[str], folder: Path, limits: Limits) -> None:
    """Run LibreOffice until it ends.  Raises UnreadableFileError when it takes too long."""
    temporary = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
    process = subprocess.Popen(
        _bounded(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **temporary},
        start_new_session=True,  # a group of its own, to be ended as a whole
    )
    try:
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        limits.check("seconds", limits.seconds + 1)
    finally:
        _end(process)


def _bounded(command: Sequence[str]) -> Sequence[str]:
    """The command, with a limit to its memory and without any network, where the system can."""
    if sys.platform == "win32":
        return command
    return ("/bin/sh", "-c", _BOUNDED, str(_MEMORY), *command)


def _remove_socket(profile: Path) -> None:
    """Remove what LibreOffice leaves outside its folders when it is killed.

    Its name is given by the profile (``CreateMD5FromString`` in desktop/source/app).
    """
    if sys.platform != "win32":
        name = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False)
        digits = "".join(f"{byte:x}" for byte in name.digest())
        socket = Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{digits}")
        with suppress(OSError):
            socket.unlink(missing_ok=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            kill = ("taskkill", "/F", "/T", "/PID", str(process.pid))
            subprocess.run(kill, capture_output=True, check=False)
    else:
        with suppress(OSError):  # all have ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
