"""The questions of docs/corpus.md have the answers that stand there, on examples/corpus."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from gklint.corpus.asking import Corpus
from gklint.corpus.showing import as_text
from gklint.docs import with_tables
from tests.generator.corpus_example import files
from tests.support.markdown import blocks
from tests.support.paths import ROOT
from tests.support.running import in_process

PAGE = ROOT / "docs/corpus.md"
QUESTION = re.compile(r"```sql\n(?P<sql>.*?)```\n\n```text\n(?P<answer>.*?)```", re.DOTALL)
README = "examples/corpus/README.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the commands of the example come to."""
    return tmp_path_factory.mktemp("corpus") / "结果"


@pytest.fixture
def corpus(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """The same, made by the first test that needs it."""
    monkeypatch.chdir(ROOT)
    if not folder.exists():
        run, alike, _ = (shlex.split(line) for line in blocks(README, "sh")[0].splitlines())
        for status, (_, *arguments) in ((3, run), (0, alike)):
            given = [str(folder) if each == "结果" else each for each in arguments]
            assert status == in_process(capsys, *given).status
    return folder


def test_ten_questions_have_the_answers_of_the_page(
    corpus: Path, request: pytest.FixtureRequest
) -> None:
    page = PAGE.read_text("utf-8")
    asked = [*QUESTION.finditer(page)]
    with Corpus(corpus) as opened:
        answers = ["".join(as_text(opened.ask(each["sql"]), "zh", None, None)) for each in asked]
    if request.config.getoption("--update-goldens"):
        for found, answer in zip(reversed(asked), reversed(answers), strict=True):
            start, end = found.span("answer")
            page = page[:start] + answer + page[end:]
        PAGE.write_text(page, "utf-8", newline="\n")
        asked = [*QUESTION.finditer(page)]

    assert 10 == len(asked)
    assert [each["answer"] for each in asked] == answers


@pytest.mark.parametrize("number", range(3))
def test_the_first_commands_of_the_page_work(
    number: int, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asking = [line for line in blocks("docs/corpus.md", "sh")[0].splitlines() if " ask " in line]
    _, *arguments = shlex.split(asking[number].replace("结果/", str(corpus)))
    given = [str(tmp_path / each) if each.startswith("出错率") else each for each in arguments]

    status, out, err = in_process(capsys, *given)

    assert (0, "") == (status, err)
    assert out or {"出错率.xlsx", "出错率.svg"} == {path.name for path in tmp_path.iterdir()}


def test_the_tables_of_the_page_are_those_of_the_schema() -> None:
    """Run ``python -m gklint.docs`` when this fails."""
    page = PAGE.read_text("utf-8")

    assert with_tables(page) == page


def test_the_example_is_what_the_generator_writes() -> None:
    written = {name: data for name, data in files().items() if name.endswith((".csv", ".html"))}

    assert written == {name: (ROOT / "examples/corpus" / name).read_bytes() for name in written}
