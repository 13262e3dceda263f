"""The format is stated once: in the grammar and the rule files, and nowhere in Python."""

from __future__ import annotations

import re

from gklint.docs import sample_text
from gklint.files.shipped import DataFile, data_files
from gklint.linter import Linter
from gklint.ruleset.compiling import compile_rules
from gklint.ruleset.loading import RuleSet, assemble, load_rules
from gklint.text.source import Source
from tests.support.checking import loud
from tests.support.paths import ROOT
from tests.support.sample import changed, replace_once

ROW = "要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"


def rules_with(grammar_change: tuple[str, str], *, without: str = "") -> RuleSet:
    """The shipped rules with a changed grammar; ``without``: a row that no rule adds up."""
    files = [
        DataFile(file.name, replace_once(file.text, *grammar_change))
        if file.name.endswith("report.lark")
        else file
        for file in data_files("grammar", ".lark")
    ]
    texts = data_files("rules", ".yaml")
    if without:
        named = re.compile(rf" \+ {without}\b|.*: \[{without}\]\n")
        texts = [DataFile(file.name, named.sub("", file.text)) for file in texts]
    return assemble(compile_rules(files, texts, ()))


def test_a_row_taken_out_of_the_grammar_is_no_longer_demanded() -> None:
    text = changed((f"3.{ROW}\n", ""))
    rules = rules_with(
        (" REJECTED_PUBLICATION REJECTED", " REJECTED"),
        without="requests.rejected_publication",  # what the text says of it is not compared
    )

    assert ["GK202"] == [code for code, _ in loud(Linter(load_rules()).check(Source(text)))]
    assert [] == loud(Linter(rules).check(Source(text)))


def test_a_row_put_into_the_grammar_is_demanded_and_takes_part_in_the_sums() -> None:
    rules = rules_with(
        (
            "rejected_rows: _REJECTED REJECTED_PETITION",
            'REJECTED_JOKE: "0.戏谑性申请"\n'
            "rejected_rows: _REJECTED REJECTED_JOKE REJECTED_PETITION",
        )
    )
    with_row = changed(
        (
            "（五）不予处理 | 1.信访",
            "（五）不予处理 | 0.戏谑性申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |\n1.信访",
        )
    )

    missing = loud(Linter(rules).check(Source(sample_text())))
    unbalanced = loud(Linter(rules).check(Source(with_row)))

    assert "戏谑性申请" in dict(missing)["GK202"]
    assert ["GK302", "GK302"] == [code for code, _ in unbalanced]
    assert "0.戏谑性申请 1" in dict(unbalanced)["GK302"]


def test_a_heading_reworded_in_the_grammar_is_demanded_as_it_reads_there() -> None:
    rules = rules_with(('"六、其他需要报告的事项"', '"六、其他应当报告的事项"'))

    found = loud(Linter(rules).check(Source(sample_text())))

    assert ("GK104", "标题应为“六、其他应当报告的事项”，现为“六、其他需要报告的事项”。") in found


def test_no_python_code_takes_the_name_of_a_data_folder() -> None:
    package = ROOT / "gklint"

    assert [] == [*package.glob("grammar/"), *package.glob("rules"), *package.glob("rules.py")]


def test_no_heading_and_no_row_is_written_in_python() -> None:
    package = ROOT / "gklint"
    printed = {words for words in load_rules().form.structure.printed.values() if len(words) > 5}

    assert [] == [
        (path.relative_to(package).as_posix(), words)
        for path in package.rglob("*.py")
        if package / "words" not in path.parents  # messages speak of rows by their names
        for words in printed
        if words in path.read_text("utf-8") and path != package / "__init__.py"  # its example
    ]
