from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from gklint.corpus.opening import Opener
from gklint.errors import UnreadableFileError
from gklint.formats.limits import DEFAULT, Limits
from tests.support.corpus_runs import found, tar_of, texts, zip_of

pytestmark = pytest.mark.slow

MEMBERS = {"2022/one.txt": "1", "2023/two.txt": "2", "2023/list.png": ""}


# -- what is in them -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz"])
def test_members_are_read_in_place(here: Path, name: str) -> None:
    packing = {"z": "gz", "2": "bz2", "x": "xz"}.get(name[-1] if name != "a.tar.xz" else "x", "")
    make = zip_of if name == "a.zip" else tar_of
    make(here / name, MEMBERS, **({"packing": packing} if make is tar_of else {}))
    asked = found(name)
    assert {f"{name}!/2022/one.txt": "1", f"{name}!/2023/two.txt": "2"} == texts(asked.items)
    assert [f"{name}!/2023/list.png"] == asked.others


def test_names_of_archives_made_on_windows_are_read(here: Path) -> None:
    (here / "b.zip").write_bytes(_unflagged("河北\\水利厅.txt".encode("gb18030"), b"1"))
    assert {"b.zip!/河北/水利厅.txt": "1"} == texts(found("b.zip").items)


def _unflagged(name: bytes, data: bytes) -> bytes:
    """A zip archive with one stored member, whose name is in no encoding that it tells."""
    crc, size = zipfile.crc32(data), len(data)  # type: ignore[attr-defined]
    common = struct.pack("<HHHHHLLLHH", 20, 0, 0, 0, 33, crc, size, size, len(name), 0)
    local = b"PK\3\4" + common + name + data
    listed = b"PK\1\2" + struct.pack("<H", 20) + common + bytes(14) + name
    end = struct.pack("<HHHHLLH", 0, 0, 1, 1, len(listed), len(local), 0)
    return local + listed + b"PK\5\6" + end


def test_links_to_files_within_a_tar_archive_are_files(here: Path) -> None:
    with tarfile.open(here / "a.tar", "w") as archive:
        entry = tarfile.TarInfo("one.txt")
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"1"))
        for name, of in (("two.txt", "one.txt"), ("three.txt", "two.txt"), ("no.txt", "gone.txt")):
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.LNKTYPE, of
            archive.addfile(link)
    read = texts(found("a.tar").items)
    assert {f"a.tar!/{name}.txt": "1" for name in ("one", "two", "three")} == read


def test_of_members_with_one_name_the_last_one_counts(here: Path) -> None:
    zip_of(here / "a.zip", {"one.txt": "old", "two.txt": "new"})
    data = (here / "a.zip").read_bytes()
    (here / "a.zip").write_bytes(data.replace(b"two.txt", b"one.txt"))
    tar_of(here / "a.tar", {"one.txt": "old"})
    with tarfile.open(here / "a.tar", "a") as archive:
        entry = tarfile.TarInfo("one.txt")
        entry.size = 3
        archive.addfile(entry, io.BytesIO(b"new"))
    assert {"a.zip!/one.txt": "new", "a.tar!/one.txt": "new"} == texts(found("a.*").items)


def test_what_macs_add_to_archives_is_no_report(here: Path) -> None:
    zip_of(here / "a.zip", {"one.txt": "1", "__MACOSX/._one.txt": "\0"})
    asked = found("a.zip")
    assert (["a.zip!/one.txt"], ["a.zip!/__MACOSX/._one.txt"]) == (asked.addresses, asked.others)


def test_an_archive_of_ten_thousand_members_is_found_quickly(here: Path) -> None:
    zip_of(here / "a.zip", {f"{number}.txt": "1" for number in range(10_000)})
    assert 10_000 == len({*found("a.zip").addresses})


def test_stamps_tell_changed_members(here: Path) -> None:
    def stamps(**members: str) -> dict[str, str | None]:
        zip_of(here / "a.zip", {f"{name}.txt": text for name, text in members.items()})
        return {item.address: item.stamp for item in found("a.zip").items}

    before, after = stamps(one="1", two="2"), stamps(two="3", one="1")
    assert before["a.zip!/one.txt"] == after["a.zip!/one.txt"]
    assert before["a.zip!/two.txt"] != after["a.zip!/two.txt"]


# -- what is not read ------------------------------------------------------------------------


@pytest.mark.parametrize("make", [zip_of, tar_of], ids=["zip", "tar"])
def test_paths_that_lead_out_of_an_archive_are_refused_and_hide_nothing(
    here: Path, make: object
) -> None:
    assert callable(make)
    members = {"/one.txt": "0", "../two.txt": "0", "a/../../two.txt": "0"}
    make(here / "a.zip" if make is zip_of else here / "a.tar", {**members, "one.txt": "1"})
    asked = found("a.*")
    archive = asked.items[0].source.replace("*", "zip" if make is zip_of else "tar")
    assert {f"{archive}!/{name}": "corpus.upwards" for name in members} == asked.refused
    assert {f"{archive}!/one.txt": "1"} == texts(asked.items)


@pytest.mark.parametrize("name", ["inner.zip", "inner.tar.gz", "inner.rar", "inner.7z"])
def test_an_archive_in_an_archive_is_refused(here: Path, name: str) -> None:
    zip_of(here / "a.zip", {name: "", "one.txt": "1"})
    assert {f"a.zip!/{name}": "corpus.archive-in-archive"} == found("a.zip").refused


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
@pytest.mark.parametrize("data", [b"", b"no archive at all", b"PK\3\4 and no more"])
def test_what_is_no_archive_is_one_file_that_is_refused(here: Path, name: str, data: bytes) -> None:
    (here / name).write_bytes(data)
    assert {name: "corpus.broken-archive"} == found(name).refused


def test_an_archive_that_is_not_there_is_refused_where_a_manifest_names_it(here: Path) -> None:
    (here / "list.csv").write_text("address\nno.zip\nmemory://no.tar\n")
    refused = {"no.zip": "corpus.broken-archive", "memory://no.tar": "corpus.broken-archive"}
    assert refused == found("list.csv").refused


@pytest.mark.parametrize("packing", ["", "gz", "xz"])
def test_a_cut_tar_archive_gives_what_is_whole_and_says_so(here: Path, packing: str) -> None:
    whole = {f"{number}.txt": str(number).rjust(90_000, ".") for number in range(9)}
    path = tar_of(here / "a.tar", whole, packing)
    size = path.stat().st_size
    for kept in (size // 2, size - 10_240 if not packing else size - 9):
        path.write_bytes(path.read_bytes()[:kept])
        asked = found("a.tar")
        assert {"a.tar": "corpus.broken-archive"} == asked.refused
        assert (packing == "xz") or len(asked.items) > 1


def test_damage_between_the_members_of_a_tar_archive_is_noticed(here: Path) -> None:
    data = bytearray(tar_of(here / "a.tar", MEMBERS).read_bytes())
    data[1024:1100] = b"?" * 76  # the head of the second one
    (here / "a.tar").write_bytes(data)
    asked = found("a.tar")
    assert ["a.tar!/2022/one.txt", "a.tar"] == asked.addresses
    assert {"a.tar": "corpus.broken-archive"} == asked.refused


# -- what cannot be read when it is read -----------------------------------------------------


def _why(name: str, limits: Limits = DEFAULT) -> tuple[str, dict[str, object]]:
    (item,) = found(name).items
    with closing(Opener(limits)) as opener, pytest.raises(UnreadableFileError) as caught:
        opener.read(item.at)
    return caught.value.reason, caught.value.detail


def _patched(path: Path, at: int, value: bytes) -> None:
    """Another value in both heads of the only member of a zip archive."""
    data = bytearray(path.read_bytes())
    listed = data.index(b"PK\1\2")
    data[at : at + len(value)] = value
    data[listed + at + 2 : listed + at + 2 + len(value)] = value
    path.write_bytes(data)


def test_a_member_behind_a_password_says_so(here: Path) -> None:
    _patched(zip_of(here / "a.zip", {"one.txt": "1"}), 6, b"\1\0")
    assert ("encrypted", {}) == _why("a.zip")


def test_a_member_packed_in_a_way_that_is_not_known_says_so(here: Path) -> None:
    _patched(zip_of(here / "a.zip", {"one.txt": "1"}), 8, b"\x63\0")
    assert ("unreadable", {"error": "That compression method is not supported"}) == _why("a.zip")


def test_a_damaged_member_says_so(here: Path) -> None:
    _patched(zip_of(here / "a.zip", {"one.txt": "1"}), 14, b"\1\2\3\4")
    assert ("unreadable", {"error": "Bad CRC-32 for file 'one.txt'"}) == _why("a.zip")


def test_a_member_that_says_that_it_is_huge_is_not_read(here: Path) -> None:
    _patched(zip_of(here / "a.zip", {"one.txt": "1"}), 22, struct.pack("<L", 3 << 30))
    assert ("over-file", {"found": 3072, "limit": 100}) == _why("a.zip")


def test_a_member_that_unpacks_to_more_than_is_allowed_is_not_read(here: Path) -> None:
    zip_of(here / "a.zip", {"one.txt": bytes(3 << 20)})
    assert ("over-file", {"found": 3, "limit": 1}) == _why("a.zip", Limits(file=1))
