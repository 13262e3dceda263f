"""All words that users read, in each language: ``words/zh/``, ``words/en/``.

A text is called ``topic.name``; it stands in the module ``topic`` of each language, with the
arguments that fill it in braces.  A module is imported when a text of it is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

LANGUAGES = ("zh", "en")
DEFAULT = LANGUAGES[0]


class Message(NamedTuple):
    """A text that is yet to be said in some language: its key, and what fills it."""

    key: str
    args: Mapping[str, object] = {}

    def said(self, lang: str) -> str:
        """The text in a language."""
        return say(lang, self.key, **self.args)


def say(lang: str, key: str, /, **args: object) -> str:
    """A text, filled in.  Messages in it are said in the same language, lists joined."""
    topic, _, name = key.partition(".")
    text = _texts(lang, topic if name else "")[key]
    return text.format_map({name: _shown(lang, value) for name, value in args.items()})


def _shown(lang: str, value: object) -> object:
    if isinstance(value, Message):
        return value.said(lang)
    if isinstance(value, (list, tuple)):
        return say(lang, "list").join(str(_shown(lang, item)) for item in value)
    return value


@cache
def of_rules(lang: str) -> Mapping[str, Mapping[str, Any]]:
    """What rules say in a language that their files lack: ``finds``, ``basis``, ``message``.

    By code, from the module ``rules`` of that language; none without that module.
    """
    try:
        found: Mapping[str, Mapping[str, Any]] = import_module(f"{__name__}.{lang}.rules").RULES
    except ModuleNotFoundError:
        return {}
    return found


@cache
def _texts(lang: str, topic: str) -> Mapping[str, str]:
    texts: Mapping[str, str] = import_module(".".join(filter(None, (__name__, lang, topic)))).TEXTS
    return texts
