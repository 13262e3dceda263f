from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gklint.corpus.journal import Journal
from gklint.corpus.running import locked
from gklint.errors import UsageError
from tests.support.corpus_runs import Here, column, found, put, run, strays, table, tar_of, zip_of
from tests.support.sample import CLEAN, NOT_A_REPORT, WRONG_SUM

pytestmark = pytest.mark.slow

_OUT = Path("out")


def _addresses(name: str = "reports") -> list[str]:
    return column(_OUT, name, "address")


# -- each once -------------------------------------------------------------------------------

_TEXTS: Mapping[str, bytes] = {
    "clean": CLEAN.encode(),
    "wrong": WRONG_SUM.encode(),
    "gbk": CLEAN.encode("gb18030"),
    "other": NOT_A_REPORT.encode(),
    "empty": b"",
    "binary": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0",
    "word": b"PK\3\4 no Word file",
    "huge": b"9" * 40 + CLEAN.encode(),
}
_NAMES = st.sampled_from(["甲.txt", "b.md", "c.docx", "d.pdf", "x/e.html", "../f.txt", "g.zip"])
_FOLDER = st.dictionaries(
    st.sampled_from(["甲.txt", "b.md", "c.docx", "d.pdf", "e.html", "\udcc4.txt"]),
    st.sampled_from([*_TEXTS]),
    max_size=5,
)
_ARCHIVE = st.dictionaries(_NAMES, st.sampled_from([*_TEXTS]), max_size=4)
_CUT = st.sampled_from([None, None, 0.3, 0.9])
_LINES = st.lists(
    st.sampled_from(["", "a/甲.txt", "a/gone.txt", "b.zip", "a", "memory://gone.txt"]), max_size=5
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(folder=_FOLDER, zipped=_ARCHIVE, tarred=_ARCHIVE, kept=_CUT, lines=_LINES)
def test_every_file_is_a_report_or_a_failure_exactly_once(
    engine: Here,
    monkeypatch: pytest.MonkeyPatch,
    folder: Mapping[str, str],
    zipped: Mapping[str, str],
    tarred: Mapping[str, str],
    kept: float | None,
    lines: list[str],
) -> None:
    with tempfile.TemporaryDirectory() as name, monkeypatch.context() as patch:
        patch.chdir(name)
        here = Path(name)
        put(here / "a")
        for file, text in folder.items():
            (here / "a" / file).write_bytes(_TEXTS[text])
        zip_of(here / "b.zip", {file: _TEXTS[text] for file, text in zipped.items()})
        tar = tar_of(here / "c.tar", {file: _TEXTS[text] for file, text in tarred.items()})
        if kept is not None:
            tar.write_bytes(tar.read_bytes()[: int(tar.stat().st_size * kept)])
        (here / "list.csv").write_text("\n".join(["address,no", *(f"{x},1" for x in lines)]))
        sources = [here / "a", "b.zip", "c.tar", "list.csv"]
        run(engine, _OUT, *sources)
        expected = sorted(_shown(address) for address in found(*sources).addresses)
        assert expected == sorted(_addresses() + _addresses("failures"))
        before = table(_OUT, "reports")
        run(engine, _OUT, *sources)
        assert expected == sorted(_addresses() + _addresses("failures"))
        assert _in_order(before) == _in_order(table(_OUT, "reports"))
        assert [] == strays(_OUT)


def _shown(address: str) -> str:
    return address.encode("utf-8", "backslashreplace").decode()


def _in_order(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(rows, key=lambda row: str(row["address"]))


# -- again -----------------------------------------------------------------------------------


def test_only_what_changed_is_checked_again(engine: Here, here: Path) -> None:
    put(here / "a", one=CLEAN, two=CLEAN, three=CLEAN)
    run(engine, _OUT, "a")
    (here / "a/two.txt").unlink()
    put(here / "a", one=WRONG_SUM, four=CLEAN)
    os.utime(here / "a/three.txt", (1, 1))
    run(engine, _OUT, "a")
    names = [f"a/{name}.txt" for name in ("four", "one", "three", "two")]
    assert names == _addresses()
    assert [("a/one.txt", 2)] == [
        (row["address"], row["errors"]) for row in table(_OUT, "reports") if row["errors"]
    ]
    assert 4 == len({row["report"] for row in table(_OUT, "cells")})
    assert [] == strays(_OUT)


def test_a_report_that_moves_to_another_year_is_there_once(engine: Here, here: Path) -> None:
    put(here / "a", one=CLEAN)
    run(engine, _OUT, "a")
    put(here / "a", one=CLEAN.replace("2023", "2022").replace("2024", "2023"))
    run(engine, _OUT, "a")
    assert [2022] == column(_OUT, "reports", "year")
    assert {2022} == {*column(_OUT, "cells", "year")}


def test_a_file_that_becomes_a_report_is_no_failure_any_more(engine: Here, here: Path) -> None:
    put(here / "a", one=NOT_A_REPORT)
    run(engine, _OUT, "a")
    assert ([], ["a/one.txt"]) == (_addresses(), _addresses("failures"))
    put(here / "a", one=CLEAN)
    run(engine, _OUT, "a")
    assert (["a/one.txt"], []) == (_addresses(), _addresses("failures"))


def test_an_archive_that_is_mended_is_no_failure_any_more(engine: Here, here: Path) -> None:
    data = zip_of(here / "a.zip", {"one.txt": CLEAN}).read_bytes()
    run(engine, _OUT, "a.zip")
    (here / "a.zip").write_bytes(data[:99])
    run(engine, _OUT, "a.zip")
    assert (["a.zip!/one.txt"], ["a.zip"]) == (_addresses(), _addresses("failures"))
    (here / "a.zip").write_bytes(data)
    run(engine, _OUT, "a.zip")
    assert (["a.zip!/one.txt"], []) == (_addresses(), _addresses("failures"))


def test_the_same_folder_given_from_elsewhere_is_the_same(
    engine: Here, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(here / "a", one=CLEAN)
    run(engine, _OUT, "a")
    monkeypatch.chdir(here / "a")
    run(engine, here / "out", ".")
    run(engine, here / "out", here / "a")
    assert ["a/one.txt"] == column(here / "out", "reports", "address")


def test_folders_with_equal_names_do_not_take_the_place_of_one_another(
    engine: Here, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in ("2022", "2023"):
        monkeypatch.chdir(put(here / year, one=CLEAN))
        run(engine, here / "out", ".")
    addresses = column(here / "out", "reports", "address")
    assert [str(here / "2023/one.txt"), "one.txt"] == addresses


def test_a_part_that_lost_its_files_is_made_again(engine: Here, here: Path) -> None:
    put(here / "a", one=CLEAN)
    run(engine, _OUT, "a")
    for path in Journal(_OUT).files("cells"):
        path.unlink()
    run(engine, _OUT, "a")
    assert (["a/one.txt"], True) == (_addresses(), bool(table(_OUT, "cells")))


# -- one at a time ---------------------------------------------------------------------------


def _locking(folder: Path) -> Callable[[], None]:
    def lock() -> None:
        with locked(folder):
            pass

    return lock


def test_a_second_run_into_one_folder_is_refused_until_the_first_one_ends(here: Path) -> None:
    with locked(here / "out"), pytest.raises(UsageError) as caught:
        _locking(here / "out")()
    assert f"另一个 gklint corpus 命令正在往 {here / 'out'} 里写；请等它结束" == str(caught.value)
    _locking(here / "out")()
