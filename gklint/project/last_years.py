"""All that was given of last year's, each read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.formats.limits import Limits
from gklint.project.config import Configs
from gklint.project.discovery import find_files
from gklint.project.last_year_files import Given, Taken, state_now

if TYPE_CHECKING:  # a run of which all is known reads no report
    from gklint.model.county import Member
    from gklint.project.last_year import LastYear
    from gklint.ruleset.loading import RuleSet


class LastYears:
    """What was read so far, and what ``before`` was, for as long as its files stay as they were."""

    def __init__(self, limits: Limits, before: Mapping[Given, LastYear] | None = None) -> None:
        self._limits = limits
        self._before = before or {}
        self._read: dict[Given, LastYear] = {}
        self._files: dict[Given, Sequence[Path]] = {}

    @property
    def known(self) -> Mapping[Given, LastYear]:
        """All that was read, also before."""
        return {**self._before, **self._read}

    def __contains__(self, given: Given) -> bool:
        return given in self._read

    def files(self, given: Given) -> Sequence[Path]:
        """The files that are meant, as they were when they were asked for first.

        They are found wherever they lie, also where this year's are excluded.  Raises UsageError.
        """
        if given not in self._files:
            self._files[given] = find_files([given.name], Configs(isolated=True)).files
        return self._files[given]

    def state(self, given: Given) -> bytes:
        """What tells its files from others: as they were read, or as they are before that."""
        found = self._read.get(given)
        return found.state if found else state_now(self.files(given), self._limits)

    def put(self, given: Given, taken: Sequence[Taken], members: Mapping[str, Member] = {}) -> None:
        """Keep what was read.  ``members``: the list of bodies, if there is one."""
        from gklint.project.last_year import LastYear

        self._read[given] = LastYear(given.name, given.path.is_dir(), tuple(taken), members)

    def get(self, given: Given, rules: RuleSet) -> LastYear:
        """What was read, or is read now, by a rule set."""
        if given not in self._read:
            files, before = self.files(given), self._before.get(given)
            if before and before.state == state_now(files, self._limits):
                self._read[given] = before
            else:
                from gklint.project.last_year_reading import take_file

                self.put(given, [take_file(rules, each, self._limits) for each in files])
        return self._read[given]
