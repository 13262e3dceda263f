from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from gklint.corpus import readers
from gklint.corpus.items import File, Item
from gklint.corpus.reader import NoProcessError
from gklint.corpus.readers import Readers
from gklint.corpus.tending import Tender
from tests.support import corpus_runs
from tests.support.sample import CLEAN

pytestmark = pytest.mark.slow


@pytest.fixture
def those(here: Path) -> Iterator[Readers]:
    (here / "a.txt").write_text(CLEAN, "utf-8")
    made = Readers(corpus_runs.setup())
    yield made
    made.close()
    assert [] == corpus_runs.readers()


def _works(those: Readers) -> None:
    tender = Tender(those, 60)
    columns = tender.work([Item("a.txt", ".", "1", File("a.txt"))])
    tender.close()
    assert {"reports"} <= {key.table for key in columns}


def _origin() -> psutil.Process:
    """The one that others are copied from."""
    (origin,) = {*psutil.Process().children()} & {*corpus_runs.readers()}
    return origin


def test_where_processes_cannot_be_copied_each_is_started(
    those: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "_CAN_COPY", False)
    _works(those)
    assert [] == corpus_runs.readers()


def test_one_that_others_are_copied_from_may_die(those: Readers) -> None:
    reader = those.start()
    origin = _origin()
    origin.kill()
    origin.wait()
    reader.close()
    with pytest.raises(NoProcessError):
        those.start()
    _works(those)


def test_a_copy_is_no_zombie_once_it_is_closed(those: Readers) -> None:
    for _ in range(3):
        those.start().close()
    origin = _origin()
    assert [] == origin.children()
