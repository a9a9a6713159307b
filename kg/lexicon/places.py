"""Known places: the compiled gazetteer under the names, and with the regions, of ontology/places.ttl."""
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from kg import resources
from kg.lexicon import turtle
from kg.lexicon.gazetteer import Gazetteer, Row
from kg.lexicon.names import alike, fold, sound

_PROVINCE_WORDS = r"governorate|province|department|state|oblast|region|prefecture|krai|territory|division|muhafaza"
_TOWN_WORDS = r"city|town|village|municipality|hamlet|settlement|township"
_AFFIXES = (
    (re.compile(rf"^(?:{_PROVINCE_WORDS}) of (?=.)"), "province"),
    (re.compile(rf"(?<=.) (?:{_PROVINCE_WORDS})$"), "province"),
    (re.compile(rf"^(?:{_TOWN_WORDS}) of (?=.)"), "city"),
    (re.compile(rf"(?<=.) (?:{_TOWN_WORDS})$"), "city"),
    (re.compile(r"(?<=.) (?:district|area|county|countryside)$|^(?:district|area|department) of (?=.)"), ""),
)
_HEARD_FROM = 10_000  # inhabitants
_KEPT = 16_384  # names whose places are remembered
_RANK = {"country": 0, "region": 1, "province": 2, "city": 2, "other": 3}


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer or of places.ttl.

    slug        the end of its IRI, place/{slug}: "syria", "latakia-province-sy", "jableh-sy".
    kind        "country", "region", "province", "city" or "other".
    lat, lon    degrees, WGS 84, of a country or province the middle of its population; None where it has no extent of
                its own ("the West").
    country     ISO 3166-1 alpha-2, or "" across borders.
    parents     slugs, the direct parent first, then that parent's parents.
    population  inhabitants, 0 where unknown.
    geonames    GeoNames identifier, or "".
    source      "geonames", or "places.ttl" where the entry is the project's own.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    lat: float | None
    lon: float | None
    country: str
    parents: tuple[str, ...] = ()
    population: int = 0
    geonames: str = ""
    source: str = "geonames"
    demonyms: tuple[str, ...] = ()
    capital_of: str = ""


class Places:
    """All known places. Made by `load_places`."""

    def __init__(self, gazetteer: Gazetteer, curated: Mapping[str, turtle.Record], words: Iterable[str] = ()) -> None:
        """`curated` are the records of places.ttl by slug, `words` those under which no place is looked up."""
        self._gazetteer = gazetteer
        self._codes = gazetteer.codes()
        self._slugs = gazetteer.by_slug()
        self._numbers = gazetteer.by_geonames()
        self._records = curated
        self._words = frozenset(fold(word) for word in words)
        self._slug_of: dict[int, str] = {}
        self._row_of: dict[str, int] = {}
        self._index: dict[str, list[str]] = defaultdict(list)
        self._made: dict[str, KnownPlace] = {}
        self._found = lru_cache(maxsize=_KEPT)(self._look_up)
        self._adopt()

    def find(self, name: str) -> tuple[KnownPlace, ...]:
        """All places of that name: countries, then regions, then the biggest first; () where none is known.

        Spelling is folded; "Latakia province" asks for provinces, "city of Homs" for cities, where there are any.
        Transliterations ("Hodeidah", "al-Hudaydah") are tried where no name fits as it is spelt.
        """
        return self._found(name)

    def _look_up(self, name: str) -> tuple[KnownPlace, ...]:
        found = self._named(fold(name), name)
        if not found:
            bare, kind = _without_affix(fold(name))
            candidates = self._named(bare, bare) if bare else ()
            found = tuple(p for p in candidates if p.kind == kind) or candidates
        return found

    def get(self, slug: str) -> KnownPlace | None:
        """The place of that slug, or None."""
        if slug not in self._made:
            number = self._row_of.get(slug, self._slugs.get(slug, -1))
            if (number < 0 and slug not in self._records) or self._slug_of.get(number, slug) != slug:
                return None
            self._made[slug] = self._make(slug, number)
        return self._made[slug]

    def parent(self, place: KnownPlace) -> KnownPlace | None:
        """The place directly around it, or None."""
        return self.get(place.parents[0]) if place.parents else None

    def within(self, inner: KnownPlace, outer: KnownPlace) -> bool:
        """Whether `outer` is around `inner`, at any remove."""
        return outer.slug in inner.parents

    def country(self, code: str) -> KnownPlace | None:
        """The country of an ISO 3166-1 alpha-2 code, or None."""
        return self.get(self._at(self._codes[code])) if code in self._codes and "." not in code else None

    def is_capital_of(self, city: KnownPlace, country: KnownPlace) -> bool:
        """Whether the city is the country's capital (GeoNames: one seat a country, as of the table's date)."""
        return bool(city.capital_of) and country.kind == "country" and city.capital_of == country.country

    def capital(self, country: KnownPlace) -> KnownPlace | None:
        """The country's capital, or None where the table has none."""
        number = self._codes.get(country.country, -1) if country.geonames else -1
        capital = self._numbers.get(self._gazetteer.row(number).capital, -1) if number >= 0 else -1
        return self.get(self._at(capital)) if capital >= 0 else None

    def countries(self) -> tuple[KnownPlace, ...]:
        """All countries, those of the past among them, by slug."""
        past = [s for s, r in self._records.items() if turtle.first(r, "kg:placeKind") == "country"]
        rows = [self._at(number) for code, number in self._codes.items() if "." not in code]
        return tuple(place for slug in sorted({*past, *rows}) if (place := self.get(slug)))

    def curated(self) -> Iterator[KnownPlace]:
        """The places that places.ttl names, in its order."""
        yield from (place for slug in self._records if (place := self.get(slug)))

    def _adopt(self) -> None:
        """Tie the records of places.ttl to their rows, and index their names."""
        for slug, record in self._records.items():
            geonames = turtle.first(record, "owl:sameAs", "geonames:")
            same = self._numbers.get(geonames, -1) if geonames else -1
            number = self._codes.get(turtle.first(record, "kg:admin1"), same)
            if number >= 0:
                self._slug_of[number], self._row_of[slug] = slug, number
            names = {*turtle.values(record, "rdfs:label"), *turtle.values(record, "skos:altLabel")}
            for key in sorted({fold(n) for n in names} | {"~" + sound(n) for n in names}):
                self._index[key].append(slug)

    def _named(self, key: str, name: str) -> tuple[KnownPlace, ...]:
        if key in self._words:  # the ontology's own names may be such words, with a capital: "US", "the West"
            places = self._gotten(self._index.get(key, ()) if name != name.lower() else ())
        else:
            heard = (p for p in self._gotten(self._under("~" + sound(name))) if _heard(name, p))
            places = self._gotten(self._under(key)) or list(heard)
        return tuple(sorted(places, key=lambda p: (_RANK[p.kind], -p.population, p.slug)))

    def _gotten(self, slugs: Iterable[str]) -> list[KnownPlace]:
        return [place for slug in slugs if (place := self.get(slug))]

    def _under(self, key: str) -> set[str]:
        return {*self._index.get(key, ()), *(self._at(number) for number in self._gazetteer.numbers(key))}

    def _at(self, number: int) -> str:
        return self._slug_of.get(number) or self._gazetteer.slug(number)

    def _make(self, slug: str, number: int) -> KnownPlace:
        record = self._records.get(slug, {})
        place = self._from_row(slug, self._gazetteer.row(number)) if number >= 0 else _from_record(slug, record)
        named = _named_by(place, record)
        return replace(named, parents=self._around(named, record))

    def _from_row(self, slug: str, row: Row) -> KnownPlace:
        return KnownPlace(slug, row.name, row.aliases, row.kind, row.lat, row.lon, row.code[:2], (), row.population,
                          row.geonames, "geonames", (), row.capital if row.kind == "city" else "")

    def _around(self, place: KnownPlace, record: turtle.Record) -> tuple[str, ...]:
        direct = turtle.first(record, "kg:within", "id:place/") or self._administrative(place)
        outer = self.get(direct) if direct else None
        return (outer.slug, *outer.parents) if outer else ()

    def _administrative(self, place: KnownPlace) -> str:
        number = self._row_of.get(place.slug, self._slugs.get(place.slug, -1))
        code = self._gazetteer.row(number).code if number >= 0 else ""
        if place.kind == "country" or not code:
            return ""
        outer = code if place.kind == "city" else code[:2]
        return self._at(self._codes.get(outer, self._codes[code[:2]]))


def load_places(folder: Path | None = None) -> Places:
    """The places of `folder` (default: the ontology that ships), read once. FileNotFoundError without the data."""
    return _load(folder or resources.folder("ontology"))


@cache
def _load(base: Path) -> Places:
    records = turtle.read(base / "places.ttl")
    curated = {iri.removeprefix("id:place/"): r for iri, r in records.items() if iri.startswith("id:place/")}
    words = (w for r in records.values() if "kg:CommonWord" in r["rdf:type"] for w in turtle.values(r, "skos:altLabel"))
    return Places(Gazetteer(base / "gazetteer.tsv.gz"), curated, words)


def _heard(name: str, place: KnownPlace) -> bool:
    """Whether a place that only sounds like the name is meant by it: spelt nearly alike, and not too small."""
    known = place.kind != "city" or place.population >= _HEARD_FROM
    return known and any(alike(name, other) for other in (place.name, *place.aliases))


def _without_affix(folded: str) -> tuple[str, str]:
    for pattern, kind in _AFFIXES:
        bare = pattern.sub("", folded)
        if bare != folded:
            return bare, kind
    return "", ""


def _from_record(slug: str, record: turtle.Record) -> KnownPlace:
    lat, lon = turtle.first(record, "wgs:lat"), turtle.first(record, "wgs:long")
    return KnownPlace(slug, slug, (), turtle.first(record, "kg:placeKind") or "other", float(lat) if lat else None,
                      float(lon) if lon else None, turtle.first(record, "kg:countryCode"), source="places.ttl")


def _named_by(place: KnownPlace, record: turtle.Record) -> KnownPlace:
    """The place under the record's label, its other names kept as aliases."""
    if not record:
        return place
    label = turtle.first(record, "rdfs:label") or place.name
    names = dict.fromkeys((*turtle.values(record, "skos:altLabel"), place.name, *place.aliases))
    names.pop(label, None)
    names.pop(place.slug, None)
    kind = turtle.first(record, "kg:placeKind") or place.kind
    return replace(place, name=label, aliases=tuple(names), kind=kind, demonyms=turtle.values(record, "kg:demonym"))
