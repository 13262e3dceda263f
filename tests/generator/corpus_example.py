"""The corpus of `examples/corpus`: `python -m tests.generator.corpus_example` writes it.

Six bodies of one county over three years, all invented. What is planted in it is what the questions
of `docs/corpus.md` find.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from .copies import a_year_later, printed
from .county.bodies import bureau, government, office, town
from .county.own_words import own_sentences
from .document import build_document
from .figures import added, draw_numbers
from .files import write
from .model import make_of
from .voice import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .agencies import Agency
    from .document import Document
    from .figures import Numbers

YEARS = (2022, 2023, 2024)
_COUNTY, _DIVISION = "云岭县", "990121"  # a code that no division has
_ARCHIVE, _MANIFEST = "2022.zip", "manifest.csv"
_BROKEN = "2024/云岭县交通运输局2024.docx"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_FORMS = {2022: "txt", 2023: "html", 2024: "docx"}

_SEAT = government(_COUNTY, None).agency
_OFFICE, _TOWN = office(_COUNTY), town(_COUNTY, "梨桥", Random(1))
_FINANCE, _SCHOOLS, _WATER = (bureau(_COUNTY, f"{each}局") for each in ("财政", "教育体育", "水务"))
_SCALES = {_OFFICE: "many", _FINANCE: "some", _SCHOOLS: "some", _WATER: "few", _TOWN: "zero"}


def files() -> Mapping[str, bytes]:
    """All files by their names."""
    found = dict(_reports())
    found[_BROKEN] = b"PK\3\4 broken off"
    loose = {name: data for name, data in found.items() if not name.startswith("2022/")}
    packed = {name: data for name, data in found.items() if name not in loose}
    return {_ARCHIVE: _zipped(packed), _MANIFEST: _listed(loose), **loose}


def _reports() -> Iterator[tuple[str, bytes]]:
    numbers = _numbers()
    before: dict[Agency, Document] = {}
    for year in YEARS:
        for agency, own in numbers[year].items():
            rng = Random(f"{agency.name} {year}")
            document = _document(rng, agency, year, own)
            if agency is _TOWN and year == YEARS[-1]:
                document = a_year_later(before[agency])  # nothing but the year is new
            before[agency] = document
            name = f"{year}/{agency.name}{year}.{_FORMS[year]}"
            yield name, _printed(document, _FORMS[year], rng)


def _numbers() -> Mapping[int, Mapping[Agency, Numbers]]:
    """The numbers of all, with what is wrong with them."""
    found: dict[int, dict[Agency, Numbers]] = {}
    for year in YEARS:
        own = found[year] = {}
        for agency, scale in _SCALES.items():
            before = found[year - 1][agency] if year > YEARS[0] else None
            if agency is _TOWN and before:
                own[agency] = before
                continue
            if agency is _SCHOOLS and before and year == YEARS[-1]:
                before = _with_more(before, "requests", "carried_out", 1)
            own[agency] = draw_numbers(Random(f"{agency.name} {year} numbers"), scale, before)
        whole = added(own.values())
        if year == 2023:  # the government forgets some licences
            licences = whole.disclosed("licences", "decisions") - 7
            whole = whole.with_counts({("disclosure", "licences", "decisions"): licences})
        found[year] = {_SEAT: whole, **own}
    wrong = found[2022][_FINANCE]
    granted = wrong.request("granted") + 2
    found[2022][_FINANCE] = wrong.with_counts({("requests", "granted", "total"): granted})
    return found


def _with_more(numbers: Numbers, table: str, row: str, more: int) -> Numbers:
    columns = ("natural_person", "total")
    return numbers.with_counts(
        {(table, row, each): numbers.counts[table, row, each] + more for each in columns}
    )


def _document(rng: Random, agency: Agency, year: int, numbers: Numbers) -> Document:
    report = make_of(rng, agency, year, numbers)
    own = own_sentences(rng)
    parts = (
        replace(part, sentences=(*part.sentences, *map(Sentence, own[part.key])))
        for part in report.parts
    )
    return build_document(replace(report, parts=tuple(parts)))


def _printed(document: Document, form: str, rng: Random) -> bytes:
    return printed(document, rng).encode() if form == "txt" else write(document, form, rng).data


def _zipped(packed: Mapping[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in packed.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return into.getvalue()


def _listed(loose: Mapping[str, bytes]) -> bytes:
    into = io.StringIO()
    writer = csv.writer(into, lineterminator="\n")
    writer.writerow(("address", "division", "year"))
    writer.writerow((_ARCHIVE, _DIVISION, 2022))
    writer.writerows((name, _DIVISION, name[:4]) for name in loose)
    return into.getvalue().encode()


def main() -> None:
    """Write all files."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "examples/corpus")
    for name, data in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
