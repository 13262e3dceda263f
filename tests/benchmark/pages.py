"""What pages cost: `python -m tests.benchmark.pages`.

The page of reports against their JSON, its size, and how long a browser takes to open an overview
of 500; of `gklint web`, the time from dropping a Word file to its findings on the screen, and a
hundred clients at once.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import httpx2
from playwright.sync_api import Browser, Page

from gklint import check
from tests.benchmark.corpora import copy_in_turn, published, write_reports
from tests.benchmark.measuring import HEAD, Wanted, compare, line
from tests.cli.test_web import served
from tests.generator.document import build_document
from tests.generator.model import make_report
from tests.generator.word import write_docx
from tests.support.browsing import launched

_GKLINT = (sys.executable, "-m", "gklint")
_MANY, _CLIENTS = 500, 100
_SIZE, _OPEN, _BEYOND, _RATIO = 250, 2.0, 0.15, 1.3  # KiB, seconds, seconds, times
_NOW = "performance.timeOrigin + performance.now()"
_PAINTED = """new Promise((done) => new PerformanceObserver((list) => {
  const painted = performance.timeOrigin + list.getEntries().at(-1).startTime;
  done(painted - Number(sessionStorage.getItem("begun")));
}).observe({ type: "paint", buffered: true }))"""


def formats(folder: Path, runs: int) -> None:
    """The page against JSON."""
    print(line(HEAD), line(["---"] * len(HEAD)), sep="\n")
    corpora = {"generated": write_reports(folder / "generated", _MANY)[0].parent}
    if published():
        corpora["published"] = copy_in_turn(published(), folder / "published", 200)
    for name, reports in corpora.items():
        html, json = (
            [
                *_GKLINT,
                "check",
                str(reports),
                "--no-cache",
                "--isolated",
                f"--format={each}={folder / each}",
            ]
            for each in ("html", "json")
        )
        row = compare(f"html of {name}; json", html, json, runs, Wanted(1.5, of_cpu=True))
        print(line(row.cells()), flush=True)
        count = len([*reports.iterdir()])
        size = (folder / "html").stat().st_size / 1024 / count
        print(line([f"a report on the page of {name}, KiB", f"{size:.0f}", f"≤ {_SIZE}"]))


def overview(browser: Browser, folder: Path) -> None:
    """How long a page of many reports takes to open."""
    reports = write_reports(folder / "many", _MANY)[0].parent
    target = folder / "many.html"
    run = [*_GKLINT, "check", str(reports), "--no-cache", "--isolated", f"--format=html={target}"]
    subprocess.run(run, check=False)
    seconds = []
    for _ in range(5):
        page = browser.new_page()
        begun = time.perf_counter()
        page.goto(target.as_uri())
        page.locator("nav tbody tr").nth(_MANY - 1).wait_for()
        seconds.append(time.perf_counter() - begun)
        page.close()
    print(
        line([f"{_MANY} reports open, seconds", f"{median(seconds):.2f}", f"≤ {_OPEN}"]), flush=True
    )


def dropped(browser: Browser, address: str, path: Path, runs: int) -> None:
    """From a file that is chosen to its findings, against a check in this process."""
    ours, shown = [], []
    for _ in range(runs):
        begun = time.perf_counter()
        check(path)
        ours.append(time.perf_counter() - begun)
        shown.append(_shown(browser.new_page(), address, path))
    bound = _RATIO * median(ours) + _BEYOND
    told = f"{median(shown[1:]):.3f} (a check {median(ours):.3f})"
    print(
        line([f"from dropping to findings, seconds: {path.name}", told, f"≤ {bound:.3f}"]),
        flush=True,
    )


def _shown(page: Page, address: str, path: Path) -> float:
    """Seconds by the clock of the browser, from the choice to the first picture with findings."""
    page.goto(address)
    page.evaluate(
        "document.querySelector('input[name=files]').addEventListener('change', () => "
        f"sessionStorage.setItem('begun', {_NOW}), true)"
    )
    page.set_input_files("input[name=files]", path)
    page.locator(".finding, .clean").first.wait_for()
    taken: float = page.evaluate(_PAINTED)
    page.close()
    return taken / 1000


async def _ask(client: httpx2.AsyncClient, base: str, data: bytes, name: str) -> bool:
    tray = (await client.post(f"{base}/zh/trays")).json()["tray"]
    files = f"{base}/zh/trays/{tray}"
    await client.post(f"{files}/files", params={"name": name}, content=data)
    return name in (await client.get(f"{files}/0")).text


async def clients(address: str, data: bytes) -> None:
    """Many at once: each gets its own."""
    parts = urlsplit(address)
    headers = {"origin": f"{parts.scheme}://{parts.netloc}"}
    begun = time.perf_counter()
    async with httpx2.AsyncClient(headers=headers, timeout=300) as client:
        asked = (_ask(client, address.rstrip("/"), data, f"{n}号.docx") for n in range(_CLIENTS))
        right = await asyncio.gather(*asked)
    told = f"{sum(right)} right in {time.perf_counter() - begun:.1f} s"
    print(line([f"{_CLIENTS} clients at once", told, f"{_CLIENTS}"]), flush=True)


def _memory(process: int) -> float:
    """The most memory that a process had, in MiB."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


def words(folder: Path) -> Sequence[Path]:
    """Generated Word files."""
    paths = [folder / f"{seed}.docx" for seed in range(3)]
    for seed, path in enumerate(paths):
        rng = Random(seed)
        path.write_bytes(write_docx(build_document(make_report(rng)), rng).data)
    return paths


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with TemporaryDirectory() as name:
        folder = Path(name)
        formats(folder, runs)
        with served(folder) as (address, process):
            with launched() as browser:
                overview(browser, folder)
                for path in words(folder):
                    dropped(browser, address, path, 3 * runs)
            before = _memory(process.pid)
            asyncio.run(clients(address, words(folder)[0].read_bytes()))
            told = f"{before:.0f} before, {_memory(process.pid):.0f} after"
            print(line(["memory of the server, MiB", told, "bounded"]))


if __name__ == "__main__":
    main()
