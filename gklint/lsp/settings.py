"""The settings in force for a document; where they are wrong, the default ones."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from gklint.errors import GklintError, reason
from gklint.linter import Linter
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.words import say


class InForce(NamedTuple):
    """What holds for a file.  ``problem``: what is wrong with its settings, so the default ones do.

    ``excluded``: the file is not to be checked.
    """

    linter: Linter
    excluded: bool = False
    problem: str | None = None


class Settings:
    """What the configuration files say when they are first asked.  To be used by one thread.

    before: what they said; reports of last year's that did not change since are not read again.
    """

    def __init__(self, lang: str, before: Settings | None = None) -> None:
        self.lang = lang
        project = Project(Options(lang=lang))
        self._project: Project = before._project.renewed() if before else project
        self._default = Project(Options(lang=lang, isolated=True))

    def compares_with(self, path: Path) -> bool:
        """Whether it is a report of last year's, or lies where they do."""
        return self._project.is_of_last_year(path)

    def of(self, path: Path) -> InForce:
        """What holds for a file.  Never raises, whatever its name or its configuration."""
        try:
            excluded = self._project.configs.excludes(path)
            return InForce(self._project.linter(path), excluded)
        except GklintError as error:
            problem = error.said(self.lang)
        except OSError as error:
            problem = say(self.lang, "files.cannot-open", path=path, reason=reason(error))
        except ValueError as error:  # a path may hold anything
            problem = str(error)
        return InForce(self._default.linter(Path()), problem=problem)
