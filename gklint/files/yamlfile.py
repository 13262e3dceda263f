"""YAML that remembers on which line each key stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gklint.errors import RuleFileError
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.files.shipped import DataFile


@dataclass(frozen=True)
class YamlFile(KeyedFile):
    """The value of a YAML file, and the line (from 1) of each of its keys."""

    lines: Mapping[KeyPath, int]

    error = RuleFileError

    def line(self, path: KeyPath) -> int | None:
        return self.lines.get(path)


def load(file: DataFile) -> YamlFile:
    """Read a YAML file.  Raises RuleFileError with the line of a syntax error."""
    import yaml  # only where rules are compiled; what is cached needs it not

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(file.text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleFileError(f"{file.name}:{line}: YAML 语法有误：{error.problem}") from error
    except yaml.YAMLError as error:
        raise RuleFileError(f"{file.name}:1: 不是可读的 YAML 文件：{error}") from error
    lines: dict[KeyPath, int] = {}
    return YamlFile(file.name, None if node is None else _value(node, (), lines), lines)


def _value(node: Any, path: KeyPath, lines: dict[KeyPath, int]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if node.id == "mapping":
        result = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            lines[(*path, key)] = key_node.start_mark.line + 1
            result[key] = _value(value_node, (*path, key), lines)
        return result
    if node.id == "sequence":
        return [_value(item, (*path, index), lines) for index, item in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "int":
        return int(node.value.replace("_", ""), 0)
    if kind == "float":
        return float(node.value)
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    if kind == "null":
        return None
    return node.value
