"""Programs of npm and PyPI, with pinned versions, in a folder that is thrown away."""

from __future__ import annotations

import json
import os
import subprocess
import venv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """A package: of npm where its name has a version behind ``@``, else of PyPI (``==``)."""

    package: str

    @property
    def of_npm(self) -> bool:
        """Whether npm has it."""
        return "==" not in self.package

    @property
    def told(self) -> str:
        """Name and version, for people."""
        name, _, version = self.package.rpartition("@" if self.of_npm else "==")
        return f"{name} {version}"


class Tools(NamedTuple):
    """Where they are installed."""

    folder: Path

    def install(self, needs: Iterable[Need]) -> None:
        """Install what is not there yet."""
        packages = {*needs}
        of_npm = sorted(each.package for each in packages if each.of_npm)
        of_pip = sorted(each.package for each in packages if not each.of_npm)
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.python.exists():
            venv.create(self.folder / "venv", with_pip=True)
        if of_pip:
            command = [str(self.python), "-m", "pip", "install", "--quiet", *of_pip]
            subprocess.run(command, check=True)
        if of_npm:
            manifest = self.folder / "package.json"
            if not manifest.exists():
                manifest.write_text(json.dumps({"private": True}), "utf-8")
            quiet = ("--no-audit", "--no-fund", "--loglevel=error")
            subprocess.run(["npm", "install", *quiet, *of_npm], check=True, cwd=self.folder)

    @property
    def python(self) -> Path:
        """The interpreter that has the packages of PyPI."""
        return self.folder / "venv" / "bin" / "python"

    def program(self, name: str) -> str:
        """The path of a program: of npm, else of PyPI, else of the system."""
        for folder in (self.folder / "node_modules" / ".bin", self.python.parent):
            if (folder / name).exists():
                return str(folder / name)
        return name

    @property
    def environment(self) -> Mapping[str, str]:
        """In which packages of npm are found, and nothing is coloured."""
        modules = str(self.folder / "node_modules")
        return {**os.environ, "NODE_PATH": modules, "NO_COLOR": "1"}
