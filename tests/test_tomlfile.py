"""TOML files: the line of each key, and what is said of a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.errors import ConfigError
from gklint.files.keyed import KeyPath
from gklint.files.tomlfile import load, parse

TEXT = """\
# 设置
a = 1
list = [
  "x",  # ]

  "y",
]
b.c = '''
d = 4
'''

inline = {p = 1, q = [2]}

[table."年 报".x]
e = 5
[[accept]]
code = "GK303"
[[accept]]

file = "a"
[[accept.more]]
deep = 1
[accept.last]
f = 6
[table]
g = 7
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 2),
        (("list",), 3),
        (("list", 1), 3),
        (("b",), 8),
        (("b", "c"), 8),
        (("inline", "q", 0), 12),
        (("table",), 14),
        (("table", "年 报"), 14),
        (("table", "年 报", "x", "e"), 15),
        (("accept",), 16),
        (("accept", 0), 16),
        (("accept", 0, "code"), 17),
        (("accept", 1), 18),
        (("accept", 1, "file"), 20),
        (("accept", 1, "more", 0), 21),
        (("accept", 1, "more", 0, "deep"), 22),
        (("accept", 1, "last", "f"), 24),
        (("table", "g"), 26),
        (("d",), None),
        (("accept", 0, "file"), None),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_key_has_the_line_where_its_statement_begins(
    path: KeyPath, line: int | None, line_end: str
) -> None:
    assert line == parse("a.toml", TEXT.replace("\n", line_end).encode()).line(path)


def test_a_problem_names_file_line_and_key_as_it_would_be_written() -> None:
    file = parse("a.toml", TEXT.encode())

    with pytest.raises(ConfigError) as first:
        file.fail(("table", "年 报", "x", "e"), "太大")
    with pytest.raises(ConfigError) as second:
        file.fail(("accept", 1, "code"), "缺少")

    assert 'a.toml:15: table."年 报".x.e：太大' == str(first.value)
    assert "a.toml:18: accept：缺少" == str(second.value)


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert {"a": 1} == parse("a.toml", b"\xef\xbb\xbfa = 1\r\n").value


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a = 1\n\nb = \n", "a.toml:3: TOML 语法有误：值写得不对（文字要加引号，列表要有“]”）"),
        (b"a = 1\na = 2\n", "a.toml:2: TOML 语法有误：同一个键写了两次"),
        (b"[a]\n[a]\n", "a.toml:2: TOML 语法有误：同一个表写了两次"),
        (b"a = 1\nb\n", "a.toml:2: TOML 语法有误：键后面应有“=”"),
        (b'a = "x\nb = 1\n', "a.toml:1: TOML 语法有误：引号没有成对，或文字里有不能直接写的字符"),
        (b"*.txt = 1\n", "a.toml:1: TOML 语法有误：这一行不是“键 = 值”，也不是“[表]”"),
        (
            "x.年报 = 1\n".encode(),
            "a.toml:1: TOML 语法有误：键写得不对（含有汉字、空格或 * 的键要加引号）",
        ),
        (b"a = [1 2]\n", "a.toml:1: TOML 语法有误：列表缺少“]”，或两项之间缺少逗号"),
        (b'a = "b\\c"\n', "a.toml:1: TOML 语法有误：双引号里的“\\”有特别的意思，请改用单引号或“/”"),
        (b"a = 1\nb = '\xcd\xf8'\n", "a.toml:2: 文件不是 UTF-8 编码，请另存为 UTF-8"),
        (b"a = " + b"[" * 100_000, "a.toml:1: TOML 语法有误：括号嵌套太深"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse("a.toml", data)

    assert message == str(caught.value)


def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b").mkdir()

    with pytest.raises(ConfigError) as missing:
        load(tmp_path / "b" / "a.toml")
    with pytest.raises(ConfigError) as folder:
        load(tmp_path / "b")

    assert "b/a.toml：找不到这个文件" == str(missing.value)
    assert "b：无法读取：这是文件夹，不是文件" == str(folder.value)
