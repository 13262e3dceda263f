"""What properties of generated reports have in common."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.generator.document import Document
from tests.generator.glosses import glossed
from tests.generator.rewrite import rewrite

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
SOME = settings(
    derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)


def with_glosses(document: Document, rng: Random) -> Document:
    """A document with readings behind some of its characters."""

    def change(text: str) -> str:
        return glossed(text, rng, 0.4)

    return rewrite(document, change, change, heading=change)
