"""Adjectives and demonyms of countries and regions: "Syrian", "Salvadoran", "Chechen" and the place each is of."""
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from kg import resources
from kg.lexicon.names import fold
from kg.lexicon.places import KnownPlace, Places, load_places

_KEPT = 16_384  # forms whose places are remembered


class Nationalities:
    """Which adjective is of which place, and back. Made by `load_nationalities`."""

    def __init__(self, places: Places) -> None:
        self._forms: dict[str, list[KnownPlace]] = defaultdict(list)
        for place in places.curated():
            for key in sorted({fold(form) for form in place.demonyms}):
                self._forms[key].append(place)
        self._found = lru_cache(maxsize=_KEPT)(self._look_up)

    def place(self, form: str) -> KnownPlace | None:
        """The place of an adjective or demonym ("Syrian", "Syrians", "Frenchmen", "Chechen"), a country before a
        region; None where it is none. "Congolese" is the bigger Congo."""
        return self._found(form)

    def _look_up(self, form: str) -> KnownPlace | None:
        folded = fold(form)
        singular = (folded, folded.removesuffix("s"), folded.removesuffix("es"), folded.removesuffix("ies") + "y")
        found = next((self._forms[key] for key in singular if key in self._forms), [])
        return min(found, key=lambda p: (p.kind != "country", -p.population, p.slug), default=None)

    def forms(self) -> Iterator[str]:
        """All adjectives and demonyms, folded, with the plurals that `place` takes back."""
        for key in self._forms:
            stem = key.removesuffix("y")
            yield from (key, f"{key}s", f"{key}es", stem, f"{stem}ies")

    def country(self, form: str) -> str:
        """The slug of the country of an adjective or demonym, "" where it is of no country."""
        place = self.place(form)
        return place.slug if place and place.kind == "country" else ""

    def adjective(self, place: KnownPlace) -> str:
        """The usual adjective of a place, the first that places.ttl gives: "Syrian"; "" where it gives none."""
        return next(iter(place.demonyms), "")


def load_nationalities(folder: Path | None = None) -> Nationalities:
    """The adjectives in `folder`'s places.ttl (default: the ontology that ships), read once."""
    return _load(folder or resources.folder("ontology"))


@cache
def _load(base: Path) -> Nationalities:
    return Nationalities(load_places(base))
