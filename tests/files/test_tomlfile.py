"""TOML files: the line of each key, and what is said of a file that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.errors import ConfigError
from gklint.files.keyed import KeyPath
from gklint.files.places import Places, Token
from gklint.files.tomlfile import load, parse
from tests.support.nested import TEXTS, TRICKY, TomlWriter, values

AGAIN = "同一个键写了两次，第 {} 行已经有了"
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
h.i = 8
h.j = 9
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 2),
        (("list",), 3),
        (("list", 0), 4),
        (("list", 1), 6),
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
        (("table", "h"), 27),
        (("table", "h", "j"), 28),
        (("d",), None),
        (("accept", 0, "file"), None),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_key_and_each_item_of_a_list_has_its_line(
    path: KeyPath, line: int | None, line_end: str
) -> None:
    assert line == parse("a.toml", TEXT.replace("\n", line_end).encode()).line(path)


def test_a_problem_names_file_line_and_key_as_it_would_be_written() -> None:
    file = parse("a.toml", TEXT.encode())

    with pytest.raises(ConfigError) as first:
        file.fail(("table", "年 报", "x", "e"), "syntax.too-large")
    with pytest.raises(ConfigError) as second:
        file.fail(("accept", 1, "code"), "syntax.quotes")

    assert 'a.toml:15: table."年 报".x.e：数字太大' == str(first.value)
    assert "a.toml:18: accept：引号没有成对" == str(second.value)


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert {"a": 1} == parse("a.toml", b"\xef\xbb\xbfa = 1\r\n").value


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a = 1\n\nb = \n", "a.toml:3: TOML 语法有误：值写得不对（文字要加引号，列表要有“]”）"),
        (b"a = 1\na = 2\n", f"a.toml:2: TOML 语法有误：{AGAIN.format(1)}"),
        (b"a = 1\na = [\n1,\n2]", f"a.toml:2: TOML 语法有误：{AGAIN.format(1)}"),
        (
            b"[[accept]]\nb = 1\n\n[[accept]]\nb = 1\nc = 2\nb = '''\n'''",
            f"a.toml:7: TOML 语法有误：{AGAIN.format(5)}",
        ),
        (b"a = {b = 1, b = 2}", f"a.toml:1: TOML 语法有误：{AGAIN.format(1)}"),
        (b"a.b = 1\n\na = 2", f"a.toml:3: TOML 语法有误：{AGAIN.format(1)}"),
        (b"a = 1\n[a]\nb = 1", "a.toml:2: TOML 语法有误：同一个键写了两次"),
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
        (b"\xef\xbb\xbfa\n\xff", "a.toml:2: 文件不是 UTF-8 编码，请另存为 UTF-8"),
        ("a = 1".encode("utf-16"), "a.toml:1: 文件不是 UTF-8 编码，请另存为 UTF-8"),
        (
            b"a = 1\nb = \n" + b"[\n" * 100_000,
            "a.toml:2: TOML 语法有误：值写得不对（文字要加引号，列表要有“]”）",
        ),
        (b"a = 1\nb = [\n" + b"[\n" * 100_000, "a.toml:42: TOML 语法有误：嵌套太深，最多 40 层"),
        (b"a = 1\nb = [\n" + b"[\n" * 50 + b"]\n" * 51, "a.toml:41: b：嵌套太深，最多 40 层"),
        (b"\n" + b"a." * 500_000 + b"a = 1", "a.toml:2: TOML 语法有误：嵌套太深，最多 40 层"),
        (b"\n[b" + b".a" * 40 + b"]", "a.toml:2: b" + ".a" * 39 + "：嵌套太深，最多 40 层"),
        (b"a = 1\nb = " + b"1" * 5000, "a.toml:2: TOML 语法有误：数字太大"),
        (b"[b]\na = [\n1,\n9223372036854775808\n]", "a.toml:4: b.a：数字太大"),
        (b"a = 0x" + b"f" * 100_000, "a.toml:1: a：数字太大"),
        (
            b"a = 1\nb = 2\rc = 3",
            "a.toml:2:6: TOML 语法有误：行末是单独的回车符，请用编辑器把换行改为 LF 或 CRLF",
        ),
        (b"a = 1\n# \0", "a.toml:2:3: TOML 语法有误：这一行有看不见的字符 U+0000，请删去"),
        (b"a = 1\nb = 2\x0c", "a.toml:2:6: TOML 语法有误：这一行有看不见的字符 U+000C，请删去"),
        (b"a = 1\nb = 2026-02-30", "a.toml:2: TOML 语法有误：没有这样的日期或时间"),
        (b'a = "\\ud800"', "a.toml:1: TOML 语法有误：双引号里的“\\”后面不是字符的编号"),
        (b"[a\nb = 1", "a.toml:1: TOML 语法有误：“[表]”缺少“]”"),
        (b'a = 1\nb = """\n\n# "\n', "a.toml:2: TOML 语法有误：引号没有成对"),
        (b"a = 1\nb = '''\n\n# '\n", "a.toml:2: TOML 语法有误：引号没有成对"),
        (b"a = 1\nb = '1\n", "a.toml:2: TOML 语法有误：引号没有成对"),
        (b"a = {b = 1}\n[a]\nc = 1", "a.toml:2: TOML 语法有误：同一个表写了两次"),
        (b"[a.b]\n[a]\nb.c = 1", "a.toml:3: TOML 语法有误：这个表前面已经写完，不能再添内容"),
        (b"a = [\n1,\n", "a.toml:2: TOML 语法有误：值写得不对（文字要加引号，列表要有“]”）"),
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


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"#" * 1_000_001)

    with pytest.raises(ConfigError, match=r"a\.toml：文件太大，最多 1 MB$"):
        load(tmp_path / "a.toml")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"^\x00：名称里有不能用的字符$"):
        load(Path("\0"))


# -- any file --------------------------------------------------------------------------------------

SINGLE = st.one_of(st.floats(), st.dates(), st.times(), st.datetimes())
KEYS = st.one_of(TEXTS, TRICKY, st.sampled_from(["a", "b", "1", "年 报"]))
TABLES = st.dictionaries(KEYS, values(SINGLE, keys=KEYS), max_size=4)


@pytest.mark.slow
@given(TABLES, st.data())
def test_lines_are_found_whatever_the_layout(value: dict[str, Any], data: st.DataObject) -> None:
    writer = TomlWriter(lambda ways: data.draw(st.sampled_from(ways)))
    writer.table(value)

    assert writer.lines == parse("a.toml", writer.text.encode()).lines


WIDE = {
    "equals": ("a = 1\nlang ＝ 'zh'", "2:6", "这里要用半角的 = ，不是全角的 ＝"),
    "colon": ("lang：'zh'", "1:5", "这里要用半角的 = ，不是全角的 ："),
    "quotes": ("a = '“甲”'\nlang = “zh”", "2:8", '这里要用半角的 " ，不是全角的 “'),
    "closing-quote": ('a = "甲”\nb = 1', "1:7", '这里要用半角的 " ，不是全角的 ”'),
    "brackets": ("ignore = ［'GK1'］", "1:10", "这里要用半角的 [ ，不是全角的 ［"),
    "closing-bracket": ("a = ['［'］\nb = 1", "1:9", "这里要用半角的 ] ，不是全角的 ］"),
    "comma": ("ignore = [\n'，'，\n'GK2']", "2:4", "这里要用半角的 , ，不是全角的 ，"),
    "table": ("【severity】\nGK1 = 'x'", "1:1", "这里要用半角的 [ ，不是全角的 【"),
    "blank": ("a = 1\n　b = 2", "2:1", "这里是全角或特殊的空格 U+3000，请改用半角空格"),
    "fixed-blank": ("a\u00a0= 1", "1:2", "这里是全角或特殊的空格 U+00A0，请改用半角空格"),
    "hash": ("a = '𠮷' ＃ 甲", "1:9", "这里要用半角的 # ，不是全角的 ＃"),
    "line-separator": ("a = 1\u2028b = 2", "1:6", "这一行有看不见的字符 U+2028，请删去"),
    "byte-order": ("a = 1\n\ufeffb = 2", "2:1", "这一行有看不见的字符 U+FEFF，请删去"),
    "no-width": ("a = 1\nb\u200b = 2", "2:2", "这一行有看不见的字符 U+200B，请删去"),
}


@pytest.mark.parametrize("name", WIDE)
def test_a_full_width_mark_is_blamed_at_its_line_and_column(name: str) -> None:
    text, place, said = WIDE[name]

    with pytest.raises(ConfigError) as caught:
        parse("a.toml", text.encode())

    assert f"a.toml:{place}: TOML 语法有误：{said}" == str(caught.value)


@pytest.mark.parametrize("text", ["a = 1\na = '，“：”'", "a = x：y z", "a = 1 # ，\nb = # ：［"])
def test_a_full_width_mark_without_which_nothing_is_better_is_not_blamed(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse("a.toml", text.encode())

    assert "半角" not in str(caught.value)


@given(
    st.one_of(
        st.binary(),
        st.text(st.sampled_from(" \n\r\t=,.[]{}#'\"ab10\\:-_+\u2028\0")).map(str.encode),
    )
)
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        parse("a.toml", data)
    except ConfigError as error:
        place = re.fullmatch(r"a\.toml:(\d+)(?::\d+)?: [^\n]+", str(error))
        assert place
        assert 1 <= int(place[1]) <= data.count(b"\n") + data.count(b"\r") + 1


# -- its time --------------------------------------------------------------------------------------


def steps(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many steps it takes to find the lines of a text."""
    taken = 0
    step = Places.next

    def counted(places: Places) -> Token:
        nonlocal taken
        taken += 1
        return step(places)

    with monkeypatch.context() as patch:
        patch.setattr(Places, "next", counted)
        assert parse("a.toml", text.encode()).lines
    return taken


LONG: dict[str, Callable[[int], str]] = {
    "list": lambda count: "a = [\n" + '  "GK101",\n' * count + "]\nb = 1\n",
    "text": lambda count: 'a = """\n' + "x # [\n" * count + '"""\n',
    "tables": lambda count: '[[accept]]\ncode = "GK101"\n' * count,
    "lists": lambda count: "a = [\n" + "  [1, {b = 2}],\n" * count + "]\n",
}


@pytest.mark.parametrize("name", LONG)
def test_the_lines_of_a_long_file_are_found_in_steps_that_grow_with_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (steps(LONG[name](count), monkeypatch) for count in (100, 1000))

    assert many <= 10 * few
