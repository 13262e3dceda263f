"""A rule set of one's own."""

from __future__ import annotations

from pathlib import Path

from gklint.ruleset.loading import RuleSet, load_rules

LOCAL = """\
extends: default
severity: {GK403: warning}
wordings:
  accepted:
    other_matters: [其他有关事项]
rules:
  - code: LOCAL01
    name: penalties-within-licences
    severity: warning
    finds: {zh: 行政处罚多于行政许可, en: More penalties than licences.}
    basis: {grade: I, source: 本市约定, zh: 处罚一般少于许可, en: Penalties are usually fewer.}
    message:
      zh: "{table}：{left}，多于{right}。"
      en: "{table}: {left}, more than {right}."
    check: identity
    options:
      table: disclosure
      each: table
      formula: penalties.decisions <= licences.decisions
"""


def local(folder: Path, text: str = LOCAL) -> RuleSet:
    path = folder / "local.yaml"
    path.write_text(text, "utf-8", newline="")
    return load_rules([path])
