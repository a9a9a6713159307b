"""The entities of a report as they are entered: names, described things, weapons and methods."""

from collections.abc import Iterable
from itertools import product

from spacy.tokens import Doc, Token

from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import anaphora
from kg.extraction.mentions.entity import Draft
from kg.extraction.mentions.matching import same_name
from kg.extraction.mentions.names import Name, names
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import SUBJECTS
from kg.extraction.syntax.phrase import description, office
from kg.extraction.text import text_of
from kg.extraction.wordlist import listed
from kg.lexicon.names import fold, is_acronym
from kg.records import Entity, Span

_FAR = 8  # sentences back to the city that a report is about
_VILLAGE = 20_000  # inhabitants; more make no village


class Registry:
    """The entities of one document, by index (the index is the id), and the names in its text."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.memberships: list[tuple[int, int, Token]] = []
        self.sides: list[tuple[int, tuple[int, ...]]] = []  # where two parties were told to talk or fight, and which
        self.names = names(doc, lexicon)
        self._named: dict[int, Name] = {i: n for n in self.names for i in range(n.begin, n.end)}
        self._index: dict[int, int] = {}
        self._memo: dict[int, tuple[int, ...]] = {}
        for name in self.names:
            if not name.adjective:
                self._index[name.begin] = self._enter(name)

    def words_of(self, draft: Draft) -> set[str]:
        """The words of all its names, those it is known by too."""
        known = self.lexicon.actors.get(draft.known) if draft.known else None
        return {w for n in (*draft.names, *(known.aliases if known else ())) for w in fold(n).split()}

    def inside(self, token: Token) -> frozenset[int]:
        """The entities named before a noun within its phrase, which it does not take up: "the X-linked group"."""
        names = (self._named.get(i) for i in range(token.left_edge.i, token.i))
        return frozenset(self._index[n.begin] for n in names if n and n.begin in self._index)

    def entities(self) -> tuple[Entity, ...]:
        """All entities as plain data, in the order of their making (the index is the id)."""
        return tuple(d.freeze() for d in self.drafts)

    def name_at(self, token: Token) -> Name | None:
        """The name that the token is part of."""
        return self._named.get(token.i)

    def kind(self, index: int) -> str:
        """The class of entity `index`."""
        return self.drafts[index].kind

    def known_actor(self, slug: str, position: int) -> int:
        """The entity of a known actor, made where it has none yet."""
        for index, draft in enumerate(self.drafts):
            if draft.known == slug:
                return index
        actor = self.lexicon.actors.get(slug)
        if actor is None:
            raise KeyError(slug)
        draft = Draft(actor.kind, actor.label, slug, names={actor.label})
        draft.seen.append((position, False))
        return self._add(draft)

    def government(self, place: int, noun: str, token: Token) -> int:
        """The entity of what governs a place: "the Tripoli municipality" of its mayor."""
        called = sorted(self.drafts[place].names, key=lambda n: (n.isupper(), n != self.drafts[place].name))
        name = f"{called[0]} {noun}"
        index = next((i for i, d in enumerate(self.drafts) if d.kind == "GovernmentBody" and d.name == name), None)
        if index is None:
            index = self._add(Draft("GovernmentBody", name))
        self._note(index, token, Span(token.idx, token.idx + len(token)))
        return index

    def thing(self, token: Token, kind: str) -> int:
        """A new generic entity of a class for a described thing, or the earlier one that a definite phrase takes up."""
        begin, end = description(token)
        text = text_of(self.doc)[begin:end]
        earlier = self._earlier_thing(token, text, kind)
        if earlier is None:
            earlier = self._add(Draft(kind, text, generic=True, plural=token.tag_ in ("NNS", "NNPS")))
        self._note(earlier, token, Span(begin, end))
        self.drafts[earlier].names.add(text)
        return earlier

    def concept(self, label: str, kind: str, token: Token) -> int:
        """The entity of a weapon or method by its label."""
        known = (i for i, d in enumerate(self.drafts) if d.kind == kind and d.name == label)
        index = next(known, -1)
        if index < 0:
            index = self._add(Draft(kind, label, known=label))
        self._note(index, token, Span(token.idx, token.idx + len(token)))
        return index

    def _add(self, draft: Draft) -> int:
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def _note(self, index: int, token: Token, span: Span) -> None:
        draft = self.drafts[index]
        draft.mentions.add(span)
        draft.seen.append((token.i, token.dep_ in SUBJECTS))
        if draft.kind == "Person":
            draft.genders |= anaphora.genders([token.lower_, *draft.titles])

    def _enter(self, name: Name) -> int:
        span = self.doc[name.begin : name.end]
        text = span.text
        index = self._same(name, text)
        if index is None:
            index = self._add(Draft(name.kind, text, name.known, plural=span.root.tag_ in ("NNPS", "NNS")))
        draft = self.drafts[index]
        draft.names.add(text)
        draft.known = draft.known or name.known
        draft.titles |= _titles(span.root) if name.kind == "Person" else set()
        if len(text) > len(draft.name) and not is_acronym(text):
            draft.name = text
        self._note(index, span.root, Span(span.start_char, span.end_char))
        return index

    def _same(self, name: Name, text: str) -> int | None:
        """The latest entity of which this is another mention: same known actor, same name,
        a part of a longer name, its acronym."""
        person = self._otherwise_known(name)
        if person is None:
            person = self._by_first_name(name, text)
        if person is not None:
            return person
        for index in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[index]
            if name.kind == "ArmedGroup" == draft.kind and _is_short_form(text, draft):
                return index
            if name.known and draft.known:
                if name.known == draft.known:
                    return index
            elif same_name(text, name.kind, draft):
                return index
        return self._expanded(name)

    def _otherwise_known(self, name: Name) -> int | None:
        """The person of "Jan Alm, known as Red Jan", "Jan Alm alias Red Jan"."""
        at = name.begin - 1
        while at >= 0 and self.doc[at].text in ('"', "“", "'", "‘"):
            at -= 1
        known = at > 0 and self.doc[at].lower_ == "as" and self.doc[at - 1].lower_ == "known"
        at -= 2 if known else 1 if at >= 0 and self.doc[at].lower_ in ("alias", "aka", "nicknamed", "called") else 0
        if at == name.begin - 1 or at < 1:
            return None
        while at > 0 and (self.doc[at].text == "," or self.doc[at].lower_ in ("also", "better", "widely", "commonly")):
            at -= 1
        before = self._named.get(at)
        person = before is not None and before.kind == "Person" and name.kind != "Place"
        return self._index.get(before.begin) if before is not None and person else None

    def _by_first_name(self, name: Name, text: str) -> int | None:
        """The person named before, whose first or last name alone was taken for a place's: "Hakim" of "Hakim Ali"."""
        if name.kind != "Place" or self.lexicon.places.find(text):
            return None
        ends = ((i, fold(n).split()) for i, d in enumerate(self.drafts) if d.kind == "Person" for n in d.names)
        return next((i for i, words in ends if len(words) > 1 and fold(text) in (words[0], words[-1])), None)

    def _expanded(self, name: Name) -> int | None:
        """The entity named just before "(RSF)"."""
        if (
            name.begin < 2
            or self.doc[name.begin - 1].text not in "(["
            or not is_acronym(self.doc[name.begin : name.end].text)
        ):
            return None
        before = self._named.get(name.begin - 2)
        if before is None or before.begin not in self._index:
            return None
        index = self._index[before.begin]
        return index if self.drafts[index].kind not in ("Place", "Person") else None

    def _earlier_thing(self, token: Token, text: str, kind: str) -> int | None:
        if not is_definite(token):
            return None
        heads = (token.lemma_.lower(), token.lower_, *fold(text).split()[-1:])
        same = [
            i for i, d in enumerate(self.drafts)
            if d.generic and d.kind == kind and (fold(d.name).split() or [""])[-1] in heads
            and (fold(text) in fold(d.name) or fold(d.name) in fold(text))
        ]  # fmt: skip
        return anaphora.nearest(token, self.drafts, same, 8)

    def last_place(self, token: Token) -> int | None:
        """The place last named before the token, finer than a country: what "there" and "the city" point to."""
        fine = [i for i, d in enumerate(self.drafts) if d.kind == "Place" and not self._is_country(d.name)]
        return anaphora.nearest(token, self.drafts, fine, 3)

    def last_city(self, token: Token, noun: str = "city") -> int | None:
        """The place last named before the token that the gazetteer knows for a city, or for a "capital"."""
        places = self.lexicon.places
        named = [(i, places.find(d.name)) for i, d in enumerate(self.drafts) if d.kind == "Place"]
        cities = [i for i, f in named if any(p.kind == "city" and (noun != "capital" or p.capital_of) for p in f)]
        return anaphora.nearest(token, self.drafts, cities, _FAR)

    def may_contain(self, outer: int, inner: int) -> bool:
        """Whether the gazetteer does not rule out that `inner` lies in `outer`: a city holds no province or country."""
        rank = {"country": 0, "region": 1, "province": 1, "city": 2}
        ranks = [[rank.get(p.kind, 0) for p in self.lexicon.places.find(self.drafts[i].name)] for i in (outer, inner)]
        if self.drafts[inner].kind == "Facility" or not ranks[0] or not ranks[1]:
            return True
        return min(ranks[0]) < max(ranks[1]) or self._parted(outer, inner)

    def are_smaller(self, inner: Iterable[int], outer: Iterable[int]) -> bool:
        """ "The A district of B": A is the district, unless it is known and may be the larger: "the A suburb of B"."""
        pairs = [*product(inner, outer)]
        return bool(pairs) and all(self._is_smaller(i, o) for i, o in pairs)

    def _is_smaller(self, one: int, other: int) -> bool:
        """Whether the first is a place that nobody knows, or both are known and the second may hold it.

        What is known of namesakes in other countries alone says nothing."""
        found = [self.lexicon.places.find(self.drafts[i].name) for i in (one, other)]
        lands = [{p.country for p in places} for places in found]
        return not found[0] or (bool(found[1]) and (self.may_contain(other, one) or lands[0].isdisjoint(lands[1])))

    def _parted(self, outer: int, inner: int) -> bool:
        """Two towns by the gazetteer: a quarter of a city is listed as one."""
        found = [self.lexicon.places.find(self.drafts[i].name) for i in (outer, inner)]
        return any(a.country == b.country and a.population > b.population for a in found[0] for b in found[1])

    def may_lie(self, inner: int, outer: int) -> bool:
        """Whether the gazetteer says that `inner` lies in `outer`, or does not know it."""
        places = self.lexicon.places
        known = places.find(self.drafts[inner].name)
        around = places.find(self.drafts[outer].name)
        return not known or any(places.within(a, b) for a in known for b in around)

    def is_open(self, index: int, outer: int) -> bool:
        """Whether the gazetteer does not say which place it is, and none of its readings lies outside the country of
        `outer`."""
        found, around = (self.lexicon.places.find(self.drafts[i].name) for i in (index, outer))
        lands = {p.country for p in around}
        return index != outer and len(found) != 1 and all(p.kind == "city" and p.country in lands for p in found)

    def across_borders(self, index: int) -> bool:
        """Whether the place is a sea or a part of the world, and no country or what lies in one."""
        found = self.lexicon.places.find(self.drafts[index].name)
        return bool(found) and (found[0].kind == "other" or (found[0].kind == "region" and not found[0].country))

    def countries(self) -> frozenset[int]:
        """The places that are countries, or larger."""
        return frozenset(i for i, d in enumerate(self.drafts) if d.kind == "Place" and self._is_country(d.name))

    def misfits(self, noun: str, sorts: set[str]) -> frozenset[int]:
        """The places that the noun cannot mean: "the area" is no city, "the village" none of many thousands, "the town"
        no province."""
        return frozenset(
            i for i, d in enumerate(self.drafts) if d.kind == "Place" and not self._sized(d.name, noun, sorts)
        )

    def _sized(self, name: str, noun: str, sorts: set[str]) -> bool:
        if noun in listed("mentions.ttl", "LandFeature"):
            return noun in fold(name).split()
        found = self.lexicon.places.find(name)
        cities = [p for p in found if p.kind == "city"]
        if not found:
            return True
        if "settlement" not in sorts:
            return not cities or any(p.kind != "city" for p in found)
        return bool(cities) and (noun != "village" or min(p.population for p in cities) < _VILLAGE)

    def _is_country(self, name: str) -> bool:
        found = self.lexicon.places.find(name)
        return bool(found) and found[0].kind in ("country", "other")


def _is_short_form(text: str, draft: Draft) -> bool:
    """ "The Taliban" of a report that told of the Pakistani Taliban."""
    few = fold(text).split()
    return any(len(few) < len(many := fold(n).split()) and many[-len(few) :] == few for n in draft.names)


def _titles(name: Token) -> set[str]:
    """The nouns that stand with a person's name: "minister" of "the minister, X" and of "Minister X"."""
    beside = [c for c in name.children if c.dep_ in ("nmod:desc", "appos", "compound") and c.pos_ in ("NOUN", "PROPN")]
    if name.dep_ in ("appos", "flat", "nmod:desc") and name.head.pos_ in ("NOUN", "PROPN"):
        beside.append(name.head)
    return {title for t in beside for title in (t.lemma_.lower(), office(t))}
