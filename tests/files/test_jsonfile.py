"""JSON files: the line of each key, and what is said of a file that cannot be read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.errors import ConfigError
from gklint.files.jsonfile import JsonFile, load
from tests.support.nested import TEXTS, TRICKY, as_json, json_lines, values

DEEP = "嵌套太深，最多 40 层"


@pytest.fixture(scope="module", autouse=True)
def here(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("json"))
        yield


def read(data: bytes) -> JsonFile:
    Path("a.json").write_bytes(data)
    return load(Path("a.json"), "files.missing", 1, "files.baseline-again")


def problem(data: bytes) -> str | None:
    try:
        read(data)
    except ConfigError as error:
        return str(error)
    return None


KEYS = st.one_of(TEXTS, TRICKY)


@pytest.mark.slow
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@given(value=values(st.none(), st.floats(allow_nan=False), keys=KEYS))
def test_lines_are_found_whatever_stands_there(line_end: str, value: Any) -> None:
    text = as_json(value)

    assert json_lines(value) == read(text.replace("\n", line_end).encode()).lines


@pytest.mark.slow
@given(values(keys=KEYS))
def test_the_layout_does_not_matter_to_the_value(value: Any) -> None:
    assert value == read(json.dumps(value).encode("utf-8-sig")).value


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1: JSON 语法有误"),
        (b'{"a": 1,\n\n\n', "1: JSON 语法有误"),
        (b'{"a": 1}\n,', "2: JSON 语法有误"),
        (b'{"a": 1, # b\n"c": 2}', "1: JSON 语法有误"),
        (b'{"a": 1,\n"b": "\0"}', "2: JSON 语法有误"),
        (b"[\n" * 100_000, f"41: {DEEP}"),
        (b"[\n" * 45 + b"]" * 45, f"41: {'.'.join('0' * 40)}：{DEEP}"),
        (b"[" * 400 + b"]" * 400, f"1: {'.'.join('0' * 40)}：{DEEP}"),
        (b'{"a": 1,\n"b": 1' + b"1" * 5000 + b"}", "2: 数字太大"),
        (b'{"a": 1,\n"b": [\n-9223372036854775809]}', "3: b.0：数字太大"),
        (b'{"a": 1,\n"b": [{"c": 1,\n"\\u0063": 2}]}', "3: b.0.c：同一个键写了两次"),
        (b'{"a": [{"\\u0022": 1, "b": 1, "b": 2}], "\\d": [', "1: a.0.b：同一个键写了两次"),
        (b"[" * 50 + b'{"a": 1, "a": 2}' + b"]" * 50, f"1: {DEEP}"),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(data: bytes, message: str) -> None:
    assert f"a.json:{message}，请用 gklint baseline 重新生成" == problem(data)


def test_a_file_that_is_not_utf_8_is_refused_with_its_line() -> None:
    assert "a.json:2: 文件不是 UTF-8 编码，请另存为 UTF-8" == problem(b'{"a":\n"\xff"}')


def test_a_file_that_is_too_large_is_refused() -> None:
    assert "a.json：文件太大，最多 1 MB" == problem(b" " * 1_000_001)


def test_a_problem_names_line_and_key_and_ends_with_the_advice() -> None:
    with pytest.raises(ConfigError) as caught:
        read(b'{"a": [\n{"b": 1}]}').fail(("a", 0, "b", "c"), "syntax.too-large")

    assert "a.json:2: a.0.b：数字太大，请用 gklint baseline 重新生成" == str(caught.value)


@given(
    st.one_of(st.binary(), st.text(st.sampled_from(" \n\r{}[]:,\"ab10.e-\\#'u\0")).map(str.encode))
)
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_one_line(data: bytes) -> None:
    said = problem(data)

    if said:
        place = re.fullmatch(r"a\.json:(\d+): [^\n]+", said)
        assert place
        assert 1 <= int(place[1]) <= data.count(b"\n") + data.count(b"\r") + 1
