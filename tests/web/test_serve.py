"""The browser that is opened."""

from __future__ import annotations

import webbrowser
from threading import Event
from typing import Any

import pytest

from gklint.web.serve import open_browser

ADDRESS = "http://127.0.0.1:8321/"


class Window(webbrowser.BaseBrowser):
    """A browser that does not come back before it is let."""

    def __init__(self) -> None:
        super().__init__("window")
        self.goes_on, self.asked = Event(), Event()
        self.address = ""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: ARG002
        self.address = url
        self.asked.set()
        return self.goes_on.wait(10)


def test_a_browser_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window()
    monkeypatch.setattr(webbrowser, "get", lambda: window)

    assert open_browser(ADDRESS)
    assert window.asked.wait(10)
    assert (ADDRESS, False) == (window.address, window.goes_on.is_set())
    window.goes_on.set()


def no_browser() -> Any:
    raise webbrowser.Error


@pytest.mark.parametrize("found", [no_browser, lambda: webbrowser.GenericBrowser("lynx")])
def test_a_browser_without_a_window_is_none(monkeypatch: pytest.MonkeyPatch, found: Any) -> None:
    monkeypatch.setattr(webbrowser, "get", found)

    assert not open_browser(ADDRESS)
