"""The kinds of input: what is damaged, how, and what has to hold of it then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

from tests.fuzz import holding, in_use, seeds
from tests.fuzz.octets import flipped, marked_up, packed, repacked
from tests.fuzz.texts import damaged

Damage = Callable[[bytes, Random, Sequence[bytes]], bytes]
Hold = Callable[[int, bytes], None]


class Kind(NamedTuple):
    """A kind.  ``share``: how many of a thousand inputs are of it.

    ``hold`` is given the number of the input, and raises where something does not hold.
    """

    share: int
    seeds: Callable[[], Sequence[bytes]]
    damage: Damage
    hold: Hold

    def input(self, number: int) -> bytes:
        """The input with a number: always the same."""
        rng = Random(number)
        known = self.seeds()
        return self.damage(rng.choice(known), rng, known)


def _text(data: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """A damaged text; now and then in another encoding, or with any bytes."""
    if rng.random() < 0.05:
        return flipped(data, rng, others)
    text = damaged(data.decode(), rng, [rng.choice(others).decode()])
    coding = rng.choice(("utf-8",) * 8 + ("gb18030", "utf-16"))
    return text.encode(coding, "ignore")


def _parts(data: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    return repacked(data, rng)


def _zipped(data: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """An archive of anything, which is called a document."""
    parts = [(f"{number}.txt", rng.choice(others)) for number in range(rng.randint(0, 5))]
    return repacked(packed([("a.txt", data), *parts]), rng, flipped)


def _settings(data: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    if rng.random() < 0.5:
        return damaged(data.decode(), rng).encode("utf-8", "surrogatepass")
    return flipped(data, rng, others)


def _report(name: str) -> Hold:
    return partial(holding.hold_report, name)


def _file(read: Callable[..., object], suffix: str) -> Hold:
    return lambda _, data: holding.hold_file(read, suffix, data)


KINDS: dict[str, Kind] = {
    "text": Kind(370, seeds.texts, _text, _report("a.txt")),
    "Markdown": Kind(150, seeds.texts, _text, _report("a.md")),
    "HTML": Kind(120, partial(seeds.files, "html"), marked_up, _report("a.html")),
    "Word": Kind(50, partial(seeds.files, "docx"), _parts, _report("a.docx")),
    "PDF": Kind(20, partial(seeds.files, "pdf"), flipped, _report("a.pdf")),
    "OFD": Kind(20, partial(seeds.files, "ofd"), _parts, _report("a.ofd")),
    "MHTML": Kind(20, seeds.pages_with_parts, marked_up, _report("a.mht")),
    "archives": Kind(20, seeds.texts, _zipped, _report("a.docx")),
    "rule files": Kind(40, seeds.rule_files, _settings, _file(holding.rules, ".yaml")),
    "gklint.toml": Kind(40, seeds.configurations, _settings, _file(holding.config, ".toml")),
    "baselines": Kind(40, seeds.baselines, _settings, _file(holding.baseline, ".json")),
    "accept files": Kind(40, seeds.accept_files, _settings, _file(holding.accepting, ".toml")),
    "lists of bodies": Kind(20, seeds.lists_of_bodies, _settings, _file(holding.bodies, ".yaml")),
    "messages": Kind(30, seeds.messages, flipped, lambda _, data: holding.hold_messages(data)),
    "requests": Kind(10, seeds.requests, marked_up, lambda _, data: in_use.hold_request(data)),
    "parts of a corpus": Kind(5, seeds.parts, flipped, lambda _, data: in_use.hold_part(data)),
    "logs of a corpus": Kind(5, seeds.logs, _settings, lambda _, data: in_use.hold_log(data)),
}
