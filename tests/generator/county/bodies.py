"""The bodies of a city with two counties, and what a reform made of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ..agencies import Agency

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_CITIES = ("云泽市", "澜江市", "松溪市", "岚阳市")
_COUNTIES = ("云岭县", "石澜县", "禾川县", "柳泽县", "青荻县", "沐阳坪县")
_TOWNS = (
    "梨桥",
    "枫溪",
    "柳湾",
    "松台",
    "杏坪",
    "桃坝",
    "荷塘",
    "竹岭",
    "兰滩",
    "菊坡",
    "榆口",
    "槐洲",
)
_FIELDS = (
    "水务",
    "司法",
    "财政",
    "审计",
    "统计",
    "民政",
    "林业",
    "教育体育",
    "交通运输",
    "医疗保障",
    "应急管理",
    "农业农村",
    "文化旅游",
)
_RENAMED = ("粮食局", "粮食和物资储备局")
_MERGED = ("经济和信息化局", "商务局", "工业信息化和商务局")
_NEW, _GONE = "数据局", "档案局"


@dataclass(frozen=True)
class Body:
    """A body that has to report this year.

    `before`: whose reports were its own last year: those of one body, of several, of none.
    """

    agency: Agency
    parent: str | None
    level: str
    before: tuple[Agency, ...]

    @property
    def name(self) -> str:
        """What it is called now."""
        return self.agency.name

    @property
    def former(self) -> tuple[str, ...]:
        """What it, or what has become part of it, was called."""
        return tuple(each.name for each in self.before if each.name != self.name)


@dataclass(frozen=True)
class Bodies:
    """The `listed` ones, each behind its parent, and those that are `gone` since last year."""

    listed: tuple[Body, ...]
    gone: tuple[Body, ...]

    def below(self, name: str) -> tuple[Body, ...]:
        """The bodies right below one."""
        return tuple(body for body in self.listed if body.parent == name)

    def gone_below(self, name: str) -> tuple[Body, ...]:
        """Those that were right below one last year."""
        return tuple(body for body in self.gone if body.parent == name)

    def governments(self) -> tuple[Body, ...]:
        """The bodies that add up those below them, the lowest first."""
        above = {body.parent for body in self.listed}
        return tuple(body for body in reversed(self.listed) if body.name in above)


def draw_bodies(rng: Random, size: int = 60) -> Bodies:
    """So many bodies, 20 to 60: a city's government and its bodies, and those of two counties."""
    city, counties = rng.choice(_CITIES), rng.sample(_COUNTIES, k=2)
    top = government(city, None)
    listed = [top, *islice(_of_city(city, top.name, rng), size // 4 - 1)]
    gone = []
    for number, county in enumerate(counties):
        seat = government(county, top.name)
        many = (size - size // 4 + number) // 2
        listed += [seat, *islice(_of_county(county, seat.name, rng), many - 1)]
        gone.append(_as_ever(bureau(county, _GONE), seat.name))
    return Bodies(tuple(listed), tuple(gone))


def _of_city(city: str, above: str, rng: Random) -> Iterator[Body]:
    yield _as_ever(office(city), above)
    for field in rng.sample(_FIELDS, k=len(_FIELDS)):
        yield _as_ever(bureau(city, f"{field}局"), above)


def _of_county(county: str, above: str, rng: Random) -> Iterator[Body]:
    yield _as_ever(office(county), above)
    yield from _reformed(county, above)
    fields, towns = (rng.sample(each, k=len(each)) for each in (_FIELDS, _TOWNS))
    for field, place in zip(fields, towns, strict=False):
        yield _as_ever(bureau(county, f"{field}局"), above)
        agency = town(county, place, rng)
        yield Body(agency, above, "乡镇", (agency,))


def _reformed(county: str, above: str) -> Iterator[Body]:
    """A body with another name, one made of two, and a new one."""
    old, new = (bureau(county, name) for name in _RENAMED)
    yield Body(new, above, new.area[-1], (old,))
    one, other, whole = (bureau(county, name) for name in _MERGED)
    yield Body(whole, above, whole.area[-1], (one, other))
    yield Body(bureau(county, _NEW), above, county[-1], ())


def _as_ever(agency: Agency, above: str | None) -> Body:
    return Body(agency, above, agency.area[-1], (agency,))


def government(area: str, above: str | None) -> Body:
    """The government of a city or a county."""
    level = area[-1]
    selves = (f"我{level}", f"{level}政府", area)
    return _as_ever(Agency(f"{area}人民政府", selves, area, "办公室"), above)


def office(area: str) -> Agency:
    """The office of a government, whose report holds what the government does itself."""
    name = f"{area}人民政府办公室"
    return Agency(name, ("我办", "本机关", name), area, "政务公开股")


def bureau(area: str, kind: str) -> Agency:
    """A bureau of a city or a county."""
    name = area + kind
    return Agency(name, ("我局", "本机关", name, "本单位"), area, "办公室")


def town(area: str, place: str, rng: Random) -> Agency:
    """A town of a county."""
    kind = rng.choice("镇镇乡")
    name = f"{area}{place}{kind}人民政府"
    return Agency(name, (f"我{kind}", "本机关", f"{place}{kind}"), area, "党政办公室")
