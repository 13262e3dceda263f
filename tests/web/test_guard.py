"""Who may ask the page, and what browsers are told to refuse."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gklint.web import guard
from gklint.web.guard import Password
from gklint.web.workers import Workers
from tests.support.web import HOST, ORIGIN, client

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "", f"a.{HOST}"])
def test_a_request_for_another_host_is_refused(browser: TestClient, host: str) -> None:
    answer = browser.get("zh/", headers={"host": host})

    assert (421, "请用启动时给出的地址打开。\n") == (answer.status_code, answer.text)


@pytest.mark.parametrize(
    "path", ["/", "/zh/", "/abd/zh/", "//abc/zh/", "/static/page.css", "/%61bd/zh/"]
)
def test_an_address_without_the_secret_is_refused(browser: TestClient, path: str) -> None:
    answer = browser.get(ORIGIN + path, follow_redirects=False)

    assert 403 == answer.status_code
    assert "完整地址" in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", f"ftp://{HOST}"])
def test_what_changes_something_must_come_from_the_page(browser: TestClient, origin: str) -> None:
    answer = browser.post("zh/trays", headers={"origin": origin})

    assert (403, "这个请求不是从这张网页发出的，没有处理。\n") == (answer.status_code, answer.text)


def test_a_page_may_load_nothing_of_others_and_be_in_no_frame(browser: TestClient) -> None:
    headers = browser.get("zh/").headers
    policy = headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    assert ("nosniff", "no-store") == (headers["x-content-type-options"], headers["cache-control"])


def test_a_refusal_has_the_same_headers(browser: TestClient) -> None:
    assert "default-src 'none'" in browser.get(f"{ORIGIN}/").headers["content-security-policy"]


def test_no_page_has_a_script_or_a_style_in_it(browser: TestClient) -> None:
    text = browser.get("zh/").text

    assert "<style" not in text
    assert " style=" not in text
    assert text.count("<script") == text.count("<script src=")


# -- with a password -----------------------------------------------------------------------------


def basic(text: str) -> dict[str, str]:
    return {"authorization": f"Basic {b64encode(text.encode()).decode()}"}


def test_with_a_password_only_who_has_it_comes_in(
    tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_PAUSE", 0)
    with client(tmp_path, workers, password=Password.of("甲乙丙")) as asking:
        for wrong in ({}, basic("a:甲乙"), basic("甲乙丙"), {"authorization": "Basic ?"}):
            answer = asking.get(f"{ORIGIN}/zh/", headers=wrong)
            assert (401, "请输入密码。\n") == (answer.status_code, answer.text)
            assert answer.headers["www-authenticate"].startswith("Basic ")

        for _ in range(2):
            right = asking.get(f"{ORIGIN}/zh/", headers=basic("谁:甲乙丙"))
            assert 200 == right.status_code


def test_a_password_is_known_by_its_hash_alone() -> None:
    line = str(Password.of("甲乙丙"))
    again = Password.read(f"{line}\n")

    assert "甲乙丙" not in line
    assert line != str(Password.of("甲乙丙"))
    assert again is not None
    assert (True, False) == (again.fits("甲乙丙"), again.fits("甲乙"))


@pytest.mark.parametrize("line", ["", "甲乙丙", "scrypt$a", "scrypt$?$?", "md5$YQ==$YQ=="])
def test_what_is_no_hash_is_none(line: str) -> None:
    assert Password.read(line) is None
