"""Last year's report in a session: named by the configuration, read once, and when it changes."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.support.lsp_session import Session, codes
from tests.support.sample import CLEAN, last_year

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]
LEFT = "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
BROKEN = last_year((LEFT, "四、结转下年度继续办理 | 1 | 2 | 0 | 0 | 0 | 0 | 3 |"))
FOUND = ["GK601", "GK601"]


def put(session: Session, name: str, text: str) -> None:
    (session.folder / name).write_text(text, "utf-8")


async def test_findings_point_into_last_years_report(session: Session) -> None:
    put(session, "gklint.toml", 'previous = "去年.md"\n')
    put(session, "去年.md", BROKEN)
    await session.initialize()
    session.open(CLEAN)
    first, _ = (await session.published()).diagnostics
    (related,) = first.related_information or ()

    assert (session.folder / "去年.md").as_uri() == related.location.uri
    assert types.Range(types.Position(53, 18), types.Position(53, 19)) == related.location.range


async def test_a_changed_report_of_last_years_counts_at_once(session: Session) -> None:
    put(session, "gklint.toml", 'previous = "去年.md"\n')
    put(session, "去年.md", BROKEN)
    await session.initialize()
    session.open(CLEAN)
    assert FOUND == codes((await session.published()).diagnostics)

    session.write("去年.md", last_year())
    assert [] == codes((await session.published()).diagnostics)
    session.write("去年.md", BROKEN)
    assert FOUND == codes((await session.published()).diagnostics)


async def test_a_report_that_comes_into_the_folder_counts_at_once(session: Session) -> None:
    (session.folder / "去年").mkdir()
    put(session, "gklint.toml", 'previous = "去年"\n')
    put(session, "去年/a.md", last_year().replace("青石县水务局", "青石县林业局"))
    await session.initialize()
    session.open(CLEAN)
    assert [] == codes((await session.published()).diagnostics)

    session.write("去年/b.md", BROKEN)
    assert FOUND == codes((await session.published()).diagnostics)


async def test_it_counts_at_the_latest_when_a_report_is_saved(session: Session) -> None:
    put(session, "gklint.toml", 'previous = "去年.md"\n')
    put(session, "去年.md", BROKEN)
    await session.initialize()
    session.open(CLEAN)
    assert FOUND == codes((await session.published()).diagnostics)

    put(session, "去年.md", last_year())
    session.client.text_document_did_save(types.DidSaveTextDocumentParams(session.document))
    assert [] == codes((await session.published()).diagnostics)


async def test_other_reports_that_change_are_none_of_last_years(session: Session) -> None:
    put(session, "gklint.toml", 'previous = "去年.md"\n')
    put(session, "去年.md", BROKEN)
    await session.initialize()
    session.open(CLEAN)
    await session.published()
    session.write("other.md", "")
    session.change(CLEAN, 2)

    assert 2 == (await session.published()).version
