"""How the places of a report lie to each other, by the gazetteer alone."""

from collections.abc import Iterable
from functools import lru_cache

from kg.extraction.mentions.cast import Cast
from kg.extraction.text import text_of
from kg.lexicon import KnownPlace, Places

_QUARTERS = frozenset({"neighbourhood", "neighborhood", "quarter", "district", "suburb"})


class Geography:
    """Answers "could these two be the same spot, or one within the other?" for entities of a cast."""

    def __init__(self, cast: Cast, places: Places) -> None:
        self._cast, self._places = cast, places
        self._known = lru_cache(maxsize=None)(self._candidates)
        self._stated: set[tuple[int, int]] = set()

    def learn(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Take in which places the report says lie within which: (inner, outer)."""
        self._stated.update(pairs)

    def specific(self, entities: set[int]) -> set[int]:
        """Those finer than a country or a part of the world."""
        return {e for e in entities if not self.broad(e)}

    def broad(self, entity: int) -> bool:
        """Whether the place is a country or larger."""
        known = self._known(entity)
        return bool(known) and known[0].kind in ("country", "other")

    def _open(self, entity: int) -> bool:
        known = self._known(entity)
        return bool(known) and known[0].kind in ("country", "other", "region")

    def large(self, entity: int) -> bool:
        """Whether the place is a province or a city of a million, where two like events may well fall on one day."""
        return any(p.kind != "city" or p.population > 1_000_000 for p in self._known(entity)[:1])

    def inside(self, inner: int, outer: int) -> bool:
        """Whether the report says so, or some reading of `inner` lies within some reading of `outer`."""
        if (inner, outer) in self._stated:
            return True
        return any(a != b and self._places.within(a, b) for a in self._known(inner) for b in self._known(outer))

    def meet(self, a: int, b: int) -> bool:
        """Whether the two are the same or one lies within the other; unknown places meet themselves, countries
        and parts of these that are no provinces ("eastern Congo")."""
        if a == b or self.inside(a, b) or self.inside(b, a) or self._across(a) or self._across(b):
            return True
        return self._may_hold(a, b) or self._may_hold(b, a)

    def _may_hold(self, outer: int, inner: int) -> bool:
        """Whether nobody knows the one place, and the other is large, or a city and the one is called a quarter."""
        if self._known(inner):
            return False
        stated = [o for i, o in self._stated if i == inner and self._known(o)]
        if stated:
            return any(o == outer or self.inside(o, outer) for o in stated)
        return self._open(outer) or (bool(self._known(outer)) and self._is_quarter(inner))

    def _is_quarter(self, entity: int) -> bool:
        mentions = self._cast.drafts[entity].mentions
        text = text_of(self._cast.doc) if mentions else ""
        return any(not _QUARTERS.isdisjoint(text[m.begin : m.end].lower().split()) for m in mentions)

    def _across(self, entity: int) -> bool:
        """Whether the place is a region of more than one country, whose parts the gazetteer does not tell: Kashmir."""
        return any(p.kind == "region" and not p.country for p in self._known(entity)[:1])

    def compatible(self, some: set[int], others: set[int]) -> bool:
        """Whether two sets of places can belong to one event: either is empty, or a pair of them meets."""
        return not some or not others or any(self.meet(a, b) for a in some for b in others)

    def known(self, entities: set[int]) -> bool:
        """Whether the gazetteer has all of them."""
        return all(self._known(e) for e in entities)

    def apart(self, some: set[int], others: set[int]) -> bool:
        """Whether both name specific places and no pair of these meets, all being known to the gazetteer."""
        fine, other = self.specific(some), self.specific(others)
        return bool(fine and other) and not any(self.meet(a, b) for a in fine for b in other)

    def _candidates(self, entity: int) -> tuple[KnownPlace, ...]:
        """What the gazetteer has under the name; nothing where the report says it lies in a place not listed there."""
        draft = self._cast.drafts[entity]
        around = [self._cast.drafts[o].name for i, o in self._stated if i == entity]
        unheard = draft.kind != "Place" or not all(map(self._places.find, around))
        return () if unheard else self._places.find(draft.name)[:6]
