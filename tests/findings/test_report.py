"""What becomes of a report that goes to another process."""

from __future__ import annotations

import copy
import pickle
from multiprocessing import get_context
from pathlib import Path

import gklint
from tests.support.sample import changed

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_report_is_pickled_without_its_model() -> None:
    report = gklint.check(changed())
    sent = pickle.dumps(report)

    assert report.document is not None
    assert report.slim() == pickle.loads(sent)
    assert 10_000 > len(sent) > 3 * len(report.source.text) // 2


def test_a_report_of_a_word_file_is_pickled_slim_with_all_that_is_found() -> None:
    report = gklint.check(EXAMPLES / "unbalanced.docx")
    sent = pickle.loads(pickle.dumps(report))

    assert (report.diagnostics, report.checks, report.agency) == (
        sent.diagnostics,
        sent.checks,
        sent.agency,
    )
    assert None is sent.document


def test_a_copy_of_a_report_is_the_report() -> None:
    report = gklint.check(changed())

    assert report is copy.copy(report) is copy.deepcopy(report)


def test_a_pool_of_the_users_own_hands_reports_back() -> None:
    path = EXAMPLES / "unbalanced.txt"
    with get_context("spawn").Pool(1) as pool:
        (sent,) = pool.map(gklint.check, [path])

    assert gklint.check(path).slim() == sent
