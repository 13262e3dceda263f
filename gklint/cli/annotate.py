"""``gklint annotate``."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import options
from gklint.errors import UnreadableFileError, UsageError
from gklint.files import writing
from gklint.findings.report import Report
from gklint.formats.reading import load, nothing, take
from gklint.formats.sniff import Kind, kind_of
from gklint.project.project import Project
from gklint.run import files

if TYPE_CHECKING:
    from gklint.formats.docx.commenting import Commented

_SAID = {
    "zh": {
        "written": "{output}：已加 {written} 条批注。\n",
        "clean": "{output}：没有发现问题，未加批注。\n",
        "clean-but": "{output}：没有其他问题（已接受或基线中已有的不算），未加批注。\n",
        "removed": "原有的 {removed} 条 gklint 批注已去掉。\n",
        "left_out": "另有 {left_out} 条结果因批注过多没有写入。\n",
        "signed": "注意：原文件有数字签名，加批注后签名失效。\n",
    },
    "en": {
        "written": "{output}: {written} comments were added.\n",
        "clean": "{output}: no findings, no comments were added.\n",
        "clean-but": "{output}: no findings but accepted or known ones, no comments were added.\n",
        "removed": "{removed} earlier comments of gklint were removed.\n",
        "left_out": "{left_out} more findings are not written, Word takes no more comments.\n",
        "signed": "Note: the digital signature of the file is not valid for the copy.\n",
    },
}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    command = commands.add_parser("annotate", help="把检查结果写成 Word 批注，另存一份")
    command.set_defaults(run=run)
    command.add_argument("path", type=Path, metavar="IN.docx", help="要检查的 Word 文件")
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.docx", help="带批注的副本"
    )
    options.add_selection(command)
    options.add_accepted(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_rules(command)
    options.add_lang(command)


def run(arguments: argparse.Namespace) -> int:
    """Check one Word file and write a copy with the findings as comments."""
    from gklint.run.annotate import annotate

    path = arguments.path
    _check_paths(path, arguments.output)
    project = Project(options.given(arguments))
    limits = project.options.limits
    linter = project.linter(path)
    try:
        data = load(path, limits)
        if kind_of(data, str(path)) is not Kind.DOCX:
            raise UsageError(f"只能在 .docx 文件上加批注，请先另存为 .docx：{path}")
        report = linter.check(take(data, str(path), limits))
        now = datetime.now().astimezone()  # Word shows the time as it is written, whatever its zone
        done = annotate(data, report, limits, arguments.lang, now)
    except UnreadableFileError as error:
        files.say_unread(linter.unreadable(nothing(str(path)), error))
        return options.UNCHECKED
    writing.write(arguments.output, done.data)
    _say(arguments.output, done, report, arguments.lang)
    return options.CLEAN


def _check_paths(path: Path, output: Path) -> None:
    """Raise UsageError unless the one can be annotated and the other be its copy."""
    if not path.is_file():
        raise UsageError(f"{'这是文件夹，不是文件' if path.is_dir() else '找不到文件'}：{path}")
    if output.suffix.lower() not in (".docx", ".docm"):
        raise UsageError(f"输出是 Word 文件，文件名应以 .docx 结尾：-o {output.stem}.docx")
    if output.exists() and output.samefile(path):
        raise UsageError(f"输出不能就是原文件，请另取文件名：-o {path.stem}-批注.docx")


def _say(output: Path, done: Commented, report: Report, lang: str) -> None:
    said = _SAID[lang]
    left_out = len(report.diagnostics) - done.written
    clean = "clean-but" if report.accepted else "clean"
    shown = [said["written" if done.written else clean]]
    shown += [said["removed"]] if done.removed else []
    shown += [said["signed"]] if done.signed else []
    shown += [said["left_out"]] if left_out else []
    numbers = {"written": done.written, "removed": done.removed, "left_out": left_out}
    sys.stdout.write("".join(shown).format(output=output, **numbers))
