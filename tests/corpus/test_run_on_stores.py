"""A server of S3 on this machine, end to end."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.corpus_runs import column, zip_of
from tests.support.running import Check, Run
from tests.support.sample import CLEAN, NOT_A_REPORT, WRONG_SUM

pytestmark = pytest.mark.slow

_OUT = Path("out")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket called ``reports``; ``put_object(Key=…, Body=…)`` writes into it."""
    servers = pytest.importorskip("moto.server", reason="a server of S3 needs moto[server]")
    pytest.importorskip("s3fs", reason="s3:// needs s3fs")
    boto3 = pytest.importorskip("boto3")
    import fsspec

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = servers.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    made = boto3.resource("s3").create_bucket(Bucket="reports")
    yield made
    server.stop()


def _done(found: int, read: int) -> str:
    return f"共 {found} 份文件：检查 {read} 份，{found - read} 份没有变动。结果在 out\n"


def test_a_bucket_is_checked_and_only_what_changed_is_read_again(
    corpus_run: Check, here: Path, bucket: Any
) -> None:
    for name in ("2022/one.txt", "2023/two.txt"):
        bucket.put_object(Key=f"a/{name}", Body=CLEAN.encode())
    more = zip_of(here / "more.zip", {"three.txt": CLEAN})
    bucket.put_object(Key="a/more.zip", Body=more.read_bytes())
    bucket.put_object(Key="a/other.txt", Body=NOT_A_REPORT.encode())
    failed = "有 1 份没能当作年报检查，原因见 failures 表\n"
    assert Run(3, _done(4, 4), failed) == corpus_run("s3://reports/a")
    assert [
        "s3://reports/a/2022/one.txt",
        "s3://reports/a/2023/two.txt",
        "s3://reports/a/more.zip!/three.txt",
    ] == column(_OUT, "reports", "address")
    assert ["s3://reports/a/other.txt"] == column(_OUT, "failures", "address")
    assert Run(3, _done(4, 0), failed) == corpus_run("s3://reports/a")
    bucket.put_object(Key="a/2022/one.txt", Body=WRONG_SUM.encode())
    assert Run(3, _done(4, 1), failed) == corpus_run("s3://reports/a")
    assert [0, 0, 2] == column(_OUT, "reports", "errors")


@pytest.mark.parametrize(
    ("source", "name", "value", "said"),
    [
        ("s3://gone/a", "", "", "“s3://gone/a”没有对应任何文件"),
        ("s3://reports/gone", "", "", "“s3://reports/gone”没有对应任何文件"),
        ("s3://reports/gone.zip", "", "", "“s3://reports/gone.zip”没有对应任何文件"),
        ("s3://reports/a", "AWS_ACCESS_KEY_ID", "", "打不开“s3://reports/a”：Unable to locate"),
        ("s3://reports/a", "AWS_ENDPOINT_URL", "http://127.0.0.1:1", "Could not connect"),
    ],
)
def test_a_bucket_that_cannot_be_opened_is_one_line(
    corpus_run: Check,
    bucket: Any,
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    name: str,
    value: str,
    said: str,
) -> None:
    assert "reports" == bucket.name
    if name:
        monkeypatch.setenv(name, value)
        monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    done = corpus_run(source)
    assert (2, "", 1) == (done.status, done.out, done.err.count("\n"))
    assert said in done.err
