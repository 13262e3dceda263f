"""Texts that are nearly the same are found on the engine, kept, and told when they are outdated."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from gklint.corpus.alike import _given_up
from gklint.corpus.journal import Journal
from gklint.corpus.likening import Texts
from gklint.errors import UsageError
from tests.generator.copies import a_year_later, bodies, copied, printed, written
from tests.support.corpora import Made, asked
from tests.support.running import in_process

pytestmark = pytest.mark.slow

PAIRS = "SELECT body, year, other_body, other_year FROM near_duplicates ORDER BY ALL"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve reports that bodies wrote themselves, on one template; a copy; last year's again."""
    folder = tmp_path_factory.mktemp("corpus") / "年报"
    folder.mkdir()
    agencies, rng = bodies(13), Random(5)
    documents = [written(each, 2023, rng, template=True) for each in agencies[:12]]
    found = {
        f"{each.name}2023": document for each, document in zip(agencies, documents, strict=False)
    }
    found[f"{agencies[12].name}2023"] = copied(documents[0], agencies[0], agencies[12], rng)
    found[f"{agencies[1].name}2024"] = a_year_later(documents[1])
    for name, document in found.items():
        (folder / f"{name}.txt").write_text(printed(document, rng), "utf-8")
    return folder


def test_copies_are_found_and_nothing_else_and_a_change_is_told(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def corpus(*arguments: object) -> tuple[int, str, str]:
        return in_process(capsys, "corpus", *arguments, "--lang", "en")

    out = tmp_path / "out"
    corpus("run", reports, "-o", out, "--isolated")
    names = [each.name for each in bodies(13)]
    said = (
        "Compared the texts of 14 reports: 2 pairs are nearly the same, in 2 groups; see the view "
        "near_duplicates\n"
    )
    assert (0, said, "") == corpus("alike", out, "--jobs", "1")
    found = {frozenset(((row[0], row[1]), (row[2], row[3]))) for row in asked(out, PAIRS)}
    assert found == {
        frozenset(((names[0], 2023), (names[12], 2023))),
        frozenset(((names[1], 2023), (names[1], 2024))),
    }
    assert (0, "Nothing has changed since texts were compared\n", "") == corpus("alike", out)
    assert "" == corpus("ask", out, PAIRS)[2]

    text = (reports / f"{names[2]}2023.txt").read_text("utf-8")
    (reports / "more.txt").write_text(text, "utf-8")
    corpus("run", reports, "-o", out, "--isolated")
    said = (
        "the corpus changed since texts were compared, and this answer lacks that; run gklint "
        f"corpus alike {out} again\n"
    )
    assert said == corpus("ask", out, PAIRS)[2]


def test_likeness_needs_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = f"gklint: {tmp_path} 不是 gklint corpus run 写的文件夹；请核对路径，或先运行它\n"

    assert (2, "", said) == in_process(capsys, "corpus", "alike", tmp_path)


def test_nobody_else_may_write_meanwhile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from gklint.corpus.running import locked

    made = Made()
    made.report(1, "甲局", 2023)
    made.write(tmp_path)
    with locked(tmp_path):
        status, _, err = in_process(capsys, "corpus", "alike", tmp_path)

    assert (2, f"gklint: 另一个 gklint corpus 命令正在往 {tmp_path} 里写；请等它结束\n") == (
        status,
        err,
    )


def test_a_corpus_without_texts_has_none_that_are_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Made()
    made.report(1, "甲局", 2023)
    made.write(tmp_path)

    said = "比较了 0 份年报的正文：0 对几乎相同，连成 0 组；见视图 near_duplicates\n"
    assert (0, said, "") == in_process(capsys, "corpus", "alike", tmp_path)
    assert [] == asked(tmp_path, PAIRS)


def test_texts_that_workers_die_of_end_it_in_one_line() -> None:
    with pytest.raises(UsageError) as raised:
        next(_given_up(Texts([], [])))

    assert raised.value.said("en").startswith("worker processes died again and again")


def test_a_damaged_file_of_texts_is_named_and_what_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Made()
    made.report(1, "甲局", 2023)
    made.add("texts", 2023, report=1, section="overview", text="甲")
    folder = made.write(tmp_path / "结果")
    (path,) = Journal(folder).files("texts")
    path.write_bytes(path.read_bytes()[:200])

    said = (
        f"gklint: {path} is damaged or gone; delete it and run gklint corpus run again with the "
        "same sources: only its reports are checked again\n"
    )
    asked = in_process(capsys, "corpus", "alike", folder, "--jobs", "1", "--lang", "en")
    assert (2, "", said) == asked
