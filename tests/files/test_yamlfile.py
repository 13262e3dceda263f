"""YAML files: what may stand in them, what it means, and what is said of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gklint.errors import RuleFileError
from gklint.files.shipped import DataFile, data_files
from gklint.files.yamlfile import YamlFile, load
from tests.support.nested import TEXTS, TRICKY, as_json, json_lines, values
from tests.support.paths import SHARED

CASES = sorted((SHARED / "cases").glob("rules-*.yaml"))


@pytest.fixture(autouse=True, params=["libyaml", "PyYAML alone"])
def loader(request: pytest.FixtureRequest) -> Iterator[str]:
    """With libyaml, and as where PyYAML was installed without it."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "libyaml":
            patch.delattr(yaml, "CSafeLoader")
        yield request.param


def read(text: str) -> YamlFile:
    return load(DataFile("a.yaml", text))


def refused(text: str) -> str:
    with pytest.raises(RuleFileError) as caught:
        read(text)
    return str(caught.value)


# -- what it means ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021", 2021),
        ("-3", -3),
        ("0", 0),
        ("999999999999999", 999999999999999),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0.10", "0.10"),
        ("010", "010"),
        ("0777", "0777"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("+5", "+5"),
        ("1:30", "1:30"),
        ("12:30", "12:30"),
        ("190:20:30.15", "190:20:30.15"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e3", "1e3"),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("off", "off"),
        ("2024-05-01", "2024-05-01"),
        ("=", "="),
        ("国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号"),
        ('"2021"', "2021"),
        ("'null'", "null"),
        ('"\\u3010\\n"', "【\n"),
        ("|\n  true\n", "true\n"),
        (">\n  1\n  2\n", "1 2\n"),
    ],
)
def test_a_value_is_what_stands_there(written: str, value: object) -> None:
    found = read(f"a: {written}").value["a"]

    assert (value, type(value)) == (found, type(found))


@pytest.mark.parametrize("key", ["2021", "010", "null", "true", "1:30", ".inf", "2024-05-01"])
def test_a_key_is_text(key: str) -> None:
    assert {key: 1} == read(f"{key}: 1").value


@pytest.mark.parametrize(
    ("text", "line"), [("", 1), ("# nothing\n", 1), ("---", 1), ("---\n", 1), ("---\n...\n", 2)]
)
def test_a_file_may_say_nothing(text: str, line: int) -> None:
    with pytest.raises(RuleFileError, match=rf"^a\.yaml:{line}: 数字太大$"):
        read(text).fail((), "syntax.too-large")

    assert read(text).value is None


def test_one_document_may_be_marked_as_such() -> None:
    assert {"a": 1} == read("---\na: 1\n...\n").value


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_each_key_and_each_item_has_its_line(line_end: str) -> None:
    text = "# 规则\n\na:\n  - b: 1\n    c: |\n      x\n\n  - [d,\n    {e: 2}]\nf:\n  g: 3\n"

    assert {
        (): 3,
        ("a",): 3,
        ("a", 0): 4,
        ("a", 0, "b"): 4,
        ("a", 0, "c"): 5,
        ("a", 1): 8,
        ("a", 1, 0): 8,
        ("a", 1, 1): 9,
        ("a", 1, 1, "e"): 9,
        ("f",): 10,
        ("f", "g"): 11,
    } == read(text.replace("\n", line_end)).lines


def test_a_part_of_a_file_is_at_its_place_by_the_way_from_there() -> None:
    part = read("rules:\n- a: 1\n- b:\n  - c\n").part(("rules", 1))

    assert {"b": ["c"]} == part.value
    assert {(): 3, ("b",): 3, ("b", 0): 4} == part.lines
    with pytest.raises(RuleFileError, match=r"^a\.yaml:4:6: b\.0：数字太大$"):
        part.fail_within(("b", 0), 1, "syntax.too-large")


# What a text is written like, and where its last word stands: line and column.
SCALARS = {
    "plain": ("a: x y + z", (1, 10)),
    "over-lines": ("a: x\n   y +\n\n  z\nb: 1", (4, 3)),
    "literal": ("a: |\n  x\n    y +\n\n  z\n\nb: 1", (5, 3)),
    "literal-with-a-head": ("a: |2-  # | x\n    x\n   y + z", (3, 8)),
    "folded": ("a: >-\n  x y\n  + z\n", (3, 5)),
    "single-quotes": ("a: 'it''s\n\n x + z'", (3, 6)),
    "double-quotes": ('a: "\\x41\\u4e00\\n\\x20 \\"\\\n  + z"', (2, 5)),
    "in-brackets": ("a: {b: 1, c: x +\n  z}", (2, 3)),
    "behind-rare-characters": ("a: [𠮷𠮷, x]\nb: 𠮷　+ z", (2, 8)),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", SCALARS)
def test_a_word_of_a_text_is_found_however_the_text_is_written(name: str, line_end: str) -> None:
    written, (line, column) = SCALARS[name]
    file = read(written.replace("\n", line_end))
    path, text = [(path, file.at(path)) for path in file.spans][-1 if "b: 𠮷" in written else 0]
    if name == "in-brackets":
        path, text = ("a", "c"), file.at(("a", "c"))

    for offset, place in ((text.index("z"), column), (len(text), column + 1)):
        with pytest.raises(RuleFileError) as caught:
            file.fail_within(path, offset, "syntax.too-large")
        assert str(caught.value).startswith(f"a.yaml:{line}:{place}: ")


KEYS = st.one_of(TEXTS, TRICKY)


@given(values(st.none(), keys=KEYS).filter(lambda value: isinstance(value, dict | list)))
def test_what_is_written_is_read_with_its_lines(value: Any) -> None:
    text = re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", "", as_json(value))
    file = read(text)

    assert {**json_lines(file.value), (): 1} == file.lines
    assert text == as_json(file.value)


@pytest.mark.slow
def test_all_that_is_shipped_means_what_yaml_says(loader: str) -> None:
    for file in data_files("rules", ".yaml"):
        assert yaml.safe_load(file.text) == load(file).value, (loader, file.name)


# -- what is refused -------------------------------------------------------------------------------

SYNTAX = "YAML 语法有误："
ALIAS = "不能用“&”和“*”引用别处的内容，请把内容直接写在这里；若是文字，请加引号"
TAG = "不能用“!”指定类型；若是文字，请加引号"
DIRECTIVE = "不能以“%”开头；若是文字，请加引号"
COLON = "键后面要用半角的“: ”，不是全角的“：”"
KEY = "键应为文字；含有括号的文字要加引号"
DEEP = "嵌套太深，最多 40 层"
UNALIGNED = SYNTAX + "缩进与上面的行对不齐，或上面的引号、括号没有成对"
NO_VALUE = SYNTAX + "这里不该有“: ”：上一行没有写完，或文字里的“: ”没有加引号"
WRONG = {
    "alias-to-itself": ("rules: &r [*r]", f"1: rules：{ALIAS}"),
    "anchor": ("a: 1\nb: &x\n  c: 2", f"2: b：{ALIAS}"),
    "alias": ("a: 1\nb: *x", f"2: b：{ALIAS}"),
    "alias-as-key": ("a: 1\n*x : 2", f"2: {ALIAS}"),
    "pattern": ("a: 1\nb: *.docx", f"2: {SYNTAX}{ALIAS}"),
    "tag": ("a:\n- !!int abc", f"2: a.0：{TAG}"),
    "tag-of-a-table": ("a: !!python/object:os.system\n  b: 1", f"1: a：{TAG}"),
    "no-tag": ("a: !x!y z", f"1: {SYNTAX}{TAG}"),
    "merge": ("a:\n  <<: {b: 1}", "2: a：不能用“<<”合并别处的内容，请把内容直接写在这里"),
    "twice": ("a: 1\nb:\n  c: 2\n  d: 3\n  c: 2", "5: b.c：同一个键写了两次，第 3 行已经有了"),
    "twice-in-quotes": ('a: 1\n"a": 1', "2: a：同一个键写了两次，第 1 行已经有了"),
    "two-documents": ("a: 1\n---\nb: 2", "2: 一个文件只能有一份内容，请删去多出的“---”"),
    "version": ("%YAML 1.2\n---\na: 1", f"1: {DIRECTIVE}"),
    "percent": ("a: 1\nb: %x", f"2: {SYNTAX}{DIRECTIVE}"),
    "list-as-key": ("a: 1\n[b]: 1", f"2: {KEY}"),
    "table-as-key": ("a: {{b}}", f"1: a：{KEY}"),
    "marked-list-as-key": ("a:\n  ? [b]\n  : 1", f"2: a：{KEY}"),
    "no-key": ("a:\n  ?\n  : 1", "2: a：“:”前面缺少键"),
    "deep": ("a:\n- " + "[" * 900, f"2: a.0{'.0' * 38}：{DEEP}"),
    "deep-keys": (
        "\n".join(" " * level + "a:" for level in range(60)),
        "41: " + "a." * 39 + f"a：{DEEP}",
    ),
    "longer-number": ("a: 1000000000000000", "1: a：数字最多 15 位；若是文字，请加引号"),
    "long-number": ("a:\n- " + "1" * 5000, "2: a.0：数字最多 15 位；若是文字，请加引号"),
    "colon-of-key": ("severity：\n  GK108: error", f"1:9: {SYNTAX}{COLON}"),
    "colon-of-value": ('name: 甲\nseverity：warning\nsince: "0.1"', f"2:9: {SYNTAX}{COLON}"),
    "colon-of-item": ("rules:\n- code：X\n  name: y", f"2:7: {SYNTAX}{COLON}"),
    "colon-in-text": ("a: 甲\nb: 说明：甲\n  c: d", f"3: {NO_VALUE}"),
    "control": ("a: 1\nb: 2\n# \x0b", "3:3: 这一行有看不见的字符 U+000B，请删去"),
    "form-feed": ("a: 1\n\x0c\nb: [", "2:1: 这一行有看不见的字符 U+000C，请删去"),
    "nul": ("a: 1\nb: \0", "2:4: 这一行有看不见的字符 U+0000，请删去"),
    "line-separator": ("a: 1 # b\u2028c: 2", "1:9: 这一行有看不见的字符 U+2028，请删去"),
    "next-line": ('a: 1\r\nb: 2\rc: "\x85"', "3:5: 这一行有看不见的字符 U+0085，请删去"),
    "byte-order": ("a: 1\n\ufeffb: 2", "2:1: 这一行有看不见的字符 U+FEFF，请删去"),
    "tab": ("a:\n\tb: 1", f"2: {SYNTAX}缩进要用空格，不能用制表符（Tab）"),
    "at": ("a: 1\nb: @x", f"2: {SYNTAX}以“@”开头的文字要加引号"),
    "open-text": ('a: 1\nb: "x\nc: 2\n', f"2: {SYNTAX}引号没有成对"),
    "open-list": ("a: [b, c\nd: 1\n", f"2: {SYNTAX}第 1 行的“[”还没有“]”，或两项之间缺少逗号"),
    "open-table": ("a: {b: 1\nd: 1\n", f"2: {SYNTAX}第 1 行的“{{”还没有“}}”，或两项之间缺少逗号"),
    "open-list-inside": (
        "a:\n- b: [c,\n    d,\n    e\nf: 1\n",
        f"5: {SYNTAX}第 2 行的“[”还没有“]”，或两项之间缺少逗号",
    ),
    "open-list-in-a-line": ("a: [b {c}]\n", f"1: {SYNTAX}列表缺少“]”，或两项之间缺少逗号"),
    "open-table-in-a-line": ("a: {b: 1 [c]}\n", f"1: {SYNTAX}花括号没有成对，或两项之间缺少逗号"),
    "no-colon": ("a: 1\nbcd\ne: 2", f"2: {SYNTAX}键后面缺少“: ”，或文字没有缩进"),
    "two-colons": ("a: b: c", f"1: {NO_VALUE}"),
    "dash-in-line": ("a: - b", f"1: {SYNTAX}这里不能以“- ”开头，请检查缩进"),
    "question": ("a: ? b", f"1: {SYNTAX}这里不能以“? ”开头；若是文字，请加引号"),
    "indent": ("a:\n  b: 1\n c: 2", f"3: {UNALIGNED}"),
    "indent-of-item": ("a:\n  - b\n c", f"3: {UNALIGNED}"),
    "backslash": ('a: "\\d"', f"1: {SYNTAX}双引号里的“\\”有特别的意思，请改用单引号"),
    "no-character": ('a: "\\U00110000"', f"1: {SYNTAX}双引号里的“\\”后面不是字符的编号"),
    "half-character": ('a: "\\u12"', f"1: {SYNTAX}双引号里的“\\”后面不是字符的编号"),
    "text-behind-bar": ("a: | x\n  y", f"1: {SYNTAX}“|”和“>”后面不能有文字；若是文字，请加引号"),
    "no-item": ("a: [,]", f"1: {SYNTAX}这里缺少值，或有多余的符号"),
    "behind-the-end": ("a: 1\n... b", f"2: {SYNTAX}前面的内容已经结束，这里有多余的内容"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_such_yaml_is_refused_with_line_and_reason(name: str) -> None:
    text, said = WRONG[name]

    assert f"a.yaml:{said}" == refused(text)


WIDE = {
    "colon": ("severity：\n  GK108: error", "1:9", COLON),
    "colons": ("severity：\n  GK108：error\n  GK109: x", "1:9", COLON),
    "colon-behind-quotes": ('"severity"：1', "1:11", COLON),
    "small-colon": ("a: 1\nb﹕\n  c: 1", "2:2", COLON),
    "braces": ("a: 1\nb: ｛c: 1｝", "2:4", "这里要用半角的 { ，不是全角的 ｛"),
    "closing-brace": ("a: {b: 1｝\nd: 2", "1:9", "这里要用半角的 } ，不是全角的 ｝"),
    "closing-bracket": ("a: [“甲”, c］\nd: 1", "1:11", "这里要用半角的 ] ，不是全角的 ］"),
    "comma": ("a: {b: 甲，乙: 2}", "1:9", "这里要用半角的 , ，不是全角的 ，"),
    "quotes": ("a: “甲: 乙”", "1:4", '这里要用半角的 " ，不是全角的 “'),
    "closing-quote": ('a: "甲”\nb: 1', "1:6", '这里要用半角的 " ，不是全角的 ”'),
    "dash": ("a:\n- x\n－ b", "3:1", "这里要用半角的 - ，不是全角的 －"),
    "hash": ("a: 1\n＃ 说明", "2:1", "这里要用半角的 # ，不是全角的 ＃"),
    "block": ("a: ＞\n  x: y", "1:4", "这里要用半角的 > ，不是全角的 ＞"),
    "two-kinds": ("a: [1，“2”］\nb: 1", "1:10", "这里要用半角的 ] ，不是全角的 ］"),
}


@pytest.mark.parametrize("name", WIDE)
def test_a_full_width_mark_is_blamed_at_its_line_and_column(name: str) -> None:
    text, at, said = WIDE[name]

    assert f"a.yaml:{at}: {SYNTAX}{said}" == refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "finds: {zh: “甲”说，乙：丙, en: One\nbasis: x",
        'a: "“甲”：乙，丙\nb: ［x］',
        "a: 甲，乙：丙\n  b: “c”",
        "a:\n  b: 甲：“乙”\n c: 【2】",
    ],
)
def test_a_full_width_mark_without_which_nothing_is_better_is_not_blamed(text: str) -> None:
    assert "半角" not in refused(text)


def test_a_large_file_is_not_read_again_for_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[int] = []
    parse = yaml.parse

    def counted(*arguments: Any) -> Iterator[Any]:
        reads.append(1)
        events: Iterator[Any] = parse(*arguments)
        return events

    monkeypatch.setattr(yaml, "parse", counted)

    assert "半角" not in refused("a: ｛b: 1｝\n# " + "甲" * 100_000)
    assert 1 == len(reads)


def test_half_a_character_is_refused() -> None:
    assert refused('a:\n- "\\ud800"').startswith("a.yaml:2: ")
    assert refused('a: "\\ud800"').endswith("双引号里的“\\”后面不是字符的编号")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_known_slip_is_refused_at_its_line(path: Any) -> None:
    expected = path.with_name(f"{path.stem}.expect.txt").read_text("utf-8")
    line = re.search(r"line (\d)", expected)
    text = path.read_bytes().decode()
    if path.stem == "rules-number":
        assert [{"code": "YL001", "name": "010"}] == read(text).value["rules"]
    else:
        said = refused(text)
        assert not line or said.startswith(f"a.yaml:{line[1]}:")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("severity：warning", ()),
        ("rules:\n- code：X", ("rules", 0)),
        ("options: {table：requests}", ("options", "table：requests")),
        ("finds: {zh：甲, en: One}", ("finds",)),
        ("options: {table﹕requests}", ("options", "table﹕requests")),
    ],
)
def test_a_full_width_colon_is_told_where_it_makes_a_wrong_value(text: str, path: Any) -> None:
    with pytest.raises(RuleFileError) as caught:
        read(text).fail(path, "syntax.too-large")

    assert str(caught.value).endswith(f"数字太大；{COLON}")


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ('formats: ［"2021"］', ("formats",), "这里要用半角的 [ ，不是全角的 ［"),
        ("“a”: 1", ("“a”",), '这里要用半角的 " ，不是全角的 “'),
        ("a:\n　b: 1", ("　b",), "这里是全角或特殊的空格 U+3000，请改用半角空格"),
        ("a:　1", (), "这里是全角或特殊的空格 U+3000，请改用半角空格"),
        ("a\u200b: 1", ("a\u200b",), ""),
        ("a: “甲”乙", ("a",), ""),
    ],
)
def test_a_full_width_mark_is_told_where_it_makes_text_of_a_value(
    text: str, path: Any, said: str
) -> None:
    with pytest.raises(RuleFileError) as caught:
        read(text).fail(path, "syntax.too-large")

    assert str(caught.value).endswith(f"数字太大；{said}" if said else "：数字太大")


def test_a_full_width_colon_in_a_text_is_nothing_wrong() -> None:
    with pytest.raises(RuleFileError) as caught:
        read("a: {zh: 说明：甲}").fail(("a",), "syntax.too-large")

    assert "a.yaml:1: a：数字太大" == str(caught.value)


# -- any file --------------------------------------------------------------------------------------

ANY = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.text(st.sampled_from(" \n\r\t-:?,[]{}#&*!|>'\"%@`ab10.~<=\\：“\u2028\x85\0")),
)


@given(ANY)
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_one_line(text: str) -> None:
    said = problem(text)

    if said:
        place = re.fullmatch(r"a\.yaml:(\d+)(?::\d+)?: [^\n]+", said)
        assert place
        assert 1 <= int(place[1]) <= len(re.split("\r\n|\r|\n", text))
        assert not re.search("[a-z]{3}", said.partition(SYNTAX)[2]), "English of a parser"


def problem(text: str) -> str | None:
    try:
        read(text)
    except RuleFileError as error:
        return str(error)
    return None


class Counted:
    """Events of YAML, and how many of them were asked for."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for event in self.events:
            self.count += 1
            yield event


def test_aliases_of_aliases_are_refused_at_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Counted] = []
    parse = yaml.parse

    def counted(*arguments: Any) -> Iterator[Any]:
        asked.append(Counted(parse(*arguments)))
        return iter(asked[-1])

    monkeypatch.setattr(yaml, "parse", counted)
    bomb = ["a0: &a0 [x, x]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]

    assert f"a.yaml:1: a0：{ALIAS}" == refused("\n".join(bomb))
    assert 6 > asked[0].count
