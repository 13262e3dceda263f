"""The grammar, compiled."""

from __future__ import annotations

import pytest

from gklint.errors import RuleFileError
from gklint.files.shipped import DataFile
from gklint.form.compiling import compile_grammar


def test_a_wrong_grammar_is_refused_with_its_name() -> None:
    with pytest.raises(RuleFileError, match=r"grammar/report\.lark: "):
        compile_grammar(DataFile("grammar/report.lark", "report: TITLE other\n"))
