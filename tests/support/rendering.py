"""Reports rendered as a run writes them: piece by piece, with something around."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gklint.cli.sinks import Flowing, Waiting
from gklint.findings.counting import counted
from gklint.findings.report import Report
from gklint.project.project import Project
from gklint.render import RENDERERS
from gklint.render.rendering import Ending, Renderer, Shared, encoded
from gklint.render.totals import Totals
from gklint.ruleset.loading import load_rules
from gklint.run.checking import Roll


class Gathered:
    """What takes an output in, and keeps it."""

    def __init__(self) -> None:
        self.data = b""

    def write(self, data: bytes) -> None:
        self.data += data

    def close(self) -> None:
        pass


def rendered(
    name: str, reports: Sequence[Report], *, others: Sequence[str] = (), lang: str = "zh"
) -> str:
    """Reports in the format of this name."""
    return by(RENDERERS[name](shared(reports, lang)), reports, others)


def shared(reports: Sequence[Report], lang: str = "zh") -> Shared:
    """What a run of these reports shares."""
    files = {code: rule.file for code, rule in load_rules().rules.items()}
    return Shared(lang, files, any(report.compared for report in reports))


def by(renderer: Renderer, reports: Sequence[Report], others: Sequence[str] = ()) -> str:
    """Reports as one renderer writes them."""
    target = Gathered()
    out = (Waiting if renderer.waits else Flowing)(renderer, target)
    totals = Totals(others=len(others))
    roll = Roll(Project(), [renderer])
    for report in reports:
        totals.add(counted(report))
        known = roll.job(Path(report.path or "."), report.path).known
        out.add([encoded(piece) for piece in renderer.pieces(report, known)])
    out.finish(Ending(totals, others, lambda: load_rules().rules, ()))
    out.close()
    return target.data.decode()
