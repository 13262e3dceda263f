"""Invented agencies, telephone numbers and addresses (none of them exists)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_COUNTIES = (
    "云岭县",
    "石澜县",
    "禾川县",
    "柳泽县",
    "岚谷县",
    "碧溪坝县",
    "松亭岭县",
    "望湖岭区",
    "沐阳坪县",
    "青荻县",
    "月牙湾区",
    "银杏沟县",
    "澜州市",
    "鹿鸣洲市",
    "白鹿原口区",
    "双桥堡市",
)
_BUREAUS = (
    "档案局",
    "林业局",
    "水务局",
    "统计局",
    "审计局",
    "交通运输局",
    "教育体育局",
    "民政局",
    "司法局",
    "财政局",
    "文化旅游局",
    "卫生健康局",
    "应急管理局",
    "医疗保障局",
    "商务局",
    "住房和城乡建设局",
    "人力资源和社会保障局",
    "市场监督管理局",
    "农业农村局",
    "气象局",
)
_TOWNS = ("梨树坡镇", "枫桥堡镇", "落雁滩镇", "桃花坞乡", "石门坎乡", "古井台街道")
_AREA_CODES = (
    "0311",
    "0375",
    "0431",
    "0451",
    "0512",
    "0558",
    "0571",
    "0591",
    "0663",
    "0731",
    "0771",
    "0792",
    "0816",
    "0851",
    "0871",
    "0912",
    "0931",
    "0938",
    "0951",
    "0979",
    "0991",
    "010",
    "028",
)
_STREETS = ("文昌路", "迎宾大道", "滨河东路", "育才街", "振兴路", "人民中路")


@dataclass(frozen=True)
class Agency:
    """A reporting body: full name, words for itself, words for its own area, kind of seat."""

    name: str
    selves: tuple[str, ...]
    area: str
    office: str

    def self_name(self, rng: Random) -> str:
        """One of the ways the body speaks of itself."""
        return rng.choice(self.selves)


@dataclass(frozen=True)
class Contact:
    """Where to reach the body: telephone as printed, fax or "", address, postcode, e-mail."""

    telephone: str
    fax: str
    street: str
    postcode: str
    email: str


def draw_agency(rng: Random) -> Agency:
    """A bureau, a county office, or a town."""
    area = rng.choice(_COUNTIES)
    kind = rng.random()
    if kind < 0.7:
        return _bureau(area, rng)
    if kind < 0.82:
        name = area + "人民政府办公室"
        return Agency(name, ("我办", "本机关", name), area, "政务公开股")
    town = rng.choice(_TOWNS)
    if town.endswith("街道"):
        name = f"{area}{town}办事处"
        return Agency(name, ("街道", "本机关", "我街道"), area, "党政综合办公室")
    own = "我" + town[-1]
    return Agency(f"{area}{town}人民政府", (own, "本机关", town), area, "党政办公室")


def draw_bureau(rng: Random) -> Agency:
    """A bureau: what others of its county do is no part of its tables."""
    return _bureau(rng.choice(_COUNTIES), rng)


def draw_government(rng: Random) -> Agency:
    """The government of a county, whose tables count all its bodies."""
    area = rng.choice(_COUNTIES)
    level = area[-1]
    return Agency(f"{area}人民政府", (f"我{level}", f"{level}政府", area), area, "办公室")


def draw_contact(rng: Random) -> Contact:
    """A contact with a possible telephone number."""
    code = rng.choice(_AREA_CODES)
    return Contact(
        telephone=_telephone(rng, code),
        fax=_telephone(rng, code) if rng.random() < 0.3 else "",
        street=f"{rng.choice(_STREETS)}{rng.randint(1, 320)}号",
        postcode=f"{rng.randint(11, 85)}{rng.randint(0, 9999):04d}",
        email=f"{rng.choice(('xxgk', 'zwgk', 'bgs'))}{rng.randint(1, 99)}@example.com",
    )


def _bureau(area: str, rng: Random) -> Agency:
    name = area + rng.choice(_BUREAUS)
    return Agency(name, ("我局", "本机关", "我局", name, "本单位"), area, "办公室")


def _telephone(rng: Random, code: str) -> str:
    local = str(rng.randint(2, 8)) + "".join(rng.choices("0123456789", k=6))
    if len(code) == 3 or rng.random() < 0.4:
        local = str(rng.choice((5, 6, 8))) + local
    form = rng.random()
    if form < 0.7:
        return f"{code}-{local}"
    if form < 0.8:
        return f"（{code}）{local}"
    if form < 0.87:
        return f"{code}—{local}"
    if form < 0.94 or len(local) == 8:
        return f"{code}{local}"
    return local
