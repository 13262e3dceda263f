"""Make ``.venv`` with pip in it, whatever this Python came with.

Debian splits Python up: without python3-venv a new environment gets no pip, and the
system's own pip refuses to install outside one.  So, in this order: the standard way, the
system's pip from outside, and Debian's package (only as root; others are told the command).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PACKAGE = "python3-venv"


def succeeds(*command: object) -> bool:
    """Run a command quietly; whether it succeeded."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    return done.returncode == 0


def has_pip() -> bool:
    """Whether the environment has pip, or can be given it."""
    return (
        PYTHON.with_name(f"pip{PYTHON.suffix}").exists()
        or succeeds(PYTHON, "-m", "ensurepip", "--default-pip")
        or succeeds(sys.executable, "-m", "pip", "--python", PYTHON, "install", "-q", "pip")
    )


def install_package() -> bool:
    """Install Debian's package, as root."""
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"installing {PACKAGE} …", file=sys.stderr)
    return succeeds("apt-get", "update") and succeeds("apt-get", "install", "-y", PACKAGE)


def main() -> None:
    """Make the environment, or say what is missing."""
    if not PYTHON.exists():
        venv.create(FOLDER, with_pip=False)
    if not has_pip() and not (install_package() and has_pip()):
        sys.exit(f"this Python has neither pip nor ensurepip; run: sudo apt install {PACKAGE}")


if __name__ == "__main__":
    main()
