"""The cast of a report: its entities, and which of them a token stands for."""
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import anaphora, kinds
from kg.extraction.mentions.entity import Draft
from kg.extraction.mentions.matching import same_name
from kg.extraction.mentions.names import Name, names
from kg.extraction.syntax.clause import SUBJECTS, case_of, children, coordinated, obliques
from kg.extraction.syntax.phrase import compound, description
from kg.lexicon import state_body
from kg.lexicon.names import fold, is_acronym
from kg.lexicon.nouns import NounClass
from kg.records import Entity, Span

# Sorts of common noun that can stand for an actor, a target, a weapon; the first that fits is taken.
_ACTORS = ("fighter", "force", "authority", "group", "alliance", "party", "monitor", "outlet", "organisation", "soldier", "role", "source", "people")
_MEMBERS = frozenset({"fighter", "force", "group", "soldier", "authority", "party"})
_MEMBER_WORDS = frozenset({"member", "supporter", "follower", "people", "man", "leader", "commander", "cell", "activist", "element", "column", "official"})
_BODIES = frozenset({"force", "authority", "soldier"})
_PLACES = frozenset({"settlement", "region"})


class Cast:
    """The entities of one document.

    `of(token)` gives the indexes of the entities that a noun, name or pronoun stands for; new ones are made for
    descriptions that take up nothing said before ("gunmen", "a bus station").
    """

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.names = names(doc, lexicon)
        self._named: dict[int, Name] = {i: n for n in self.names for i in range(n.begin, n.end)}
        self._index: dict[int, int] = {}
        self._memo: dict[int, tuple[int, ...]] = {}
        for name in self.names:
            if not name.adjective:
                self._index[name.begin] = self._enter(name)

    # ------------------------------------------------------------ reading off
    def entities(self) -> tuple[Entity, ...]:
        """All entities as plain data, in the order of their making (the index is the id)."""
        return tuple(d.freeze() for d in self.drafts)

    def name_at(self, token: Token) -> Name | None:
        """The name that the token is part of."""
        return self._named.get(token.i)

    def kind(self, index: int) -> str:
        """The class of entity `index`."""
        return self.drafts[index].kind

    def of(self, token: Token) -> tuple[int, ...]:
        """The entities that the token (the head of a phrase) stands for; none where it names no actor, place or thing."""
        if token.i not in self._memo:
            self._memo[token.i] = ()  # so that a loop in the parse ends
            self._memo[token.i] = tuple(dict.fromkeys(self._resolve(token)))
        return self._memo[token.i]

    def actors(self, token: Token) -> tuple[int, ...]:
        """As `of`, but a country's or capital's name gives the state, and other places, things and weapons are left out."""
        found = (self.as_actor(i) for i in self.of(token))
        return tuple(i for i in found if i is not None)

    def as_actor(self, index: int) -> int | None:
        """The entity if it is an actor; the state where it is a country, or a capital that is known as its government's name."""
        draft = self.drafts[index]
        if draft.kind not in ("Place", "Facility", "Weapon", "Method"):
            return index
        actors = self.lexicon.actors
        known = (actors.find(draft.name) or actors.metonym(draft.name)) if draft.kind == "Place" else None
        if known is None or known.kind not in ("State", "GovernmentBody"):
            return None
        return self.known_actor(known.slug, draft.seen[0][0] if draft.seen else 0)

    def places(self, token: Token) -> tuple[int, ...]:
        """As `of`, but only places and facilities."""
        return tuple(i for i in self.of(token) if self.drafts[i].kind in ("Place", "Facility"))

    def last_place(self, token: Token) -> int | None:
        """The place last named before the token, finer than a country: what "there" and "the city" point to."""
        fine = [i for i, d in enumerate(self.drafts) if d.kind == "Place" and not self._is_country(d.name)]
        return anaphora.nearest(token, self.drafts, fine, 3)

    def adjective_actor(self, token: Token) -> tuple[int, ...]:
        """The state or people that an adjective names: Syria in "Syrian warplanes", the Taliban in "Taliban"."""
        name = self._named.get(token.i)
        if name is None or not name.adjective:
            return ()
        known = name.known or self.lexicon.nationalities.country(token.text)
        actor = self.lexicon.actors.get(known) if known else None
        return (self.known_actor(actor.slug, token.i),) if actor else ()

    def adjective_place(self, token: Token) -> tuple[int, ...]:
        """The country that an adjective names, as a place: Somalia in "the Somali capital"."""
        name = self._named.get(token.i)
        place = self.lexicon.nationalities.place(token.text) if name and name.adjective else None
        if place is None:
            return ()
        index = next((i for i, d in enumerate(self.drafts) if d.kind == "Place" and d.name == place.name), None)
        if index is None:
            index = self._add(Draft("Place", place.name))
            self._note(index, token, Span(token.idx, token.idx + len(token)))
        return (index,)

    def may_contain(self, outer: int, inner: int) -> bool:
        """Whether the gazetteer does not rule out that `inner` lies in `outer`: a city holds no province or country."""
        rank = {"country": 0, "region": 1, "province": 1, "city": 2}
        ranks = [[rank.get(p.kind, 0) for p in self.lexicon.places.find(self.drafts[i].name)] for i in (outer, inner)]
        if self.drafts[inner].kind == "Facility" or not ranks[0] or not ranks[1]:
            return True
        return min(ranks[0]) < max(ranks[1]) or self._parted(outer, inner)

    def _parted(self, outer: int, inner: int) -> bool:
        """Two towns by the gazetteer: a quarter of a city is listed as one."""
        found = [self.lexicon.places.find(self.drafts[i].name) for i in (outer, inner)]
        return any(a.country == b.country and a.population > b.population for a in found[0] for b in found[1])

    def namesake(self, token: Token, index: int) -> tuple[int, ...]:
        """The region meant by "capital of the governorate of the same name"."""
        if not any(t.lower_ == "same" and t.head.lemma_ == "name" for t in token.subtree):
            return ()
        made = self._add(Draft("Place", f"{self.drafts[index].name} {token.lemma_}"))
        self._note(made, token, Span(*description(token)))
        return (made,)

    def sect_before(self, token: Token) -> list[int]:
        """The people or sect last named before "the minority sect", adjectives ("Alawite") too."""
        for earlier in reversed(self.doc[max(0, token.sent.start - 40) : token.i]):
            name = self._named.get(earlier.i)
            if name and name.kind == "PeopleGroup":
                actor = self.lexicon.actors.find(self.doc[name.begin : name.end].text)
                if actor:
                    index = self.known_actor(actor.slug, earlier.i)
                    self._note(index, earlier, Span(earlier.idx, earlier.idx + len(earlier)))
                    return [index]
        return []

    def _is_country(self, name: str) -> bool:
        found = self.lexicon.places.find(name)
        return bool(found) and found[0].kind in ("country", "other")

    # ------------------------------------------------------------ making
    def known_actor(self, slug: str, position: int) -> int:
        """The entity of a known actor, made where it has none yet."""
        for index, draft in enumerate(self.drafts):
            if draft.known == slug:
                return index
        actor = self.lexicon.actors.get(slug)
        draft = Draft(actor.kind, actor.label, slug, names={actor.label})
        draft.seen.append((position, False))
        return self._add(draft)

    def thing(self, token: Token, kind: str) -> int:
        """A new generic entity of a class for a described thing, or the earlier one that a definite phrase takes up."""
        begin, end = description(token)
        text = self.doc.text[begin:end]
        earlier = self._earlier_thing(token, text, kind)
        if earlier is None:
            earlier = self._add(Draft(kind, text, generic=True, plural=token.tag_ in ("NNS", "NNPS")))
        self._note(earlier, token, Span(begin, end))
        self.drafts[earlier].names.add(text)
        return earlier

    def concept(self, label: str, kind: str, token: Token) -> int:
        """The entity of a weapon or method by its label."""
        for index, draft in enumerate(self.drafts):
            if draft.kind == kind and draft.name == label:
                break
        else:
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

    # ------------------------------------------------------------ names
    def _enter(self, name: Name) -> int:
        text = self.doc[name.begin : name.end].text
        span = self.doc[name.begin : name.end]
        index = self._same(name, text)
        if index is None:
            index = self._add(Draft(name.kind, text, name.known, plural=span.root.tag_ in ("NNPS", "NNS")))
        draft = self.drafts[index]
        draft.names.add(text)
        draft.known = draft.known or name.known
        if len(text) > len(draft.name) and not is_acronym(text):
            draft.name = text
        self._note(index, span.root, Span(span.start_char, span.end_char))
        return index

    def _same(self, name: Name, text: str) -> int | None:
        """The latest entity of which this is another mention: same known actor, same name, a part of a longer name, its acronym."""
        for index in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[index]
            if name.known and draft.known:
                if name.known == draft.known:
                    return index
            elif same_name(text, name.kind, draft):
                return index
        return self._expanded(name)

    def _expanded(self, name: Name) -> int | None:
        """The entity named just before "(RSF)"."""
        if name.begin < 2 or self.doc[name.begin - 1].text not in "([" or not is_acronym(self.doc[name.begin : name.end].text):
            return None
        before = self._named.get(name.begin - 2)
        if before is None or before.begin not in self._index:
            return None
        index = self._index[before.begin]
        return index if self.drafts[index].kind not in ("Place", "Person") else None

    # ------------------------------------------------------------ resolving
    def _resolve(self, token: Token) -> Iterator[int]:
        name = self._named.get(token.i)
        if name and name.begin in self._index:
            yield self._index[name.begin]
        elif anaphora.is_pronoun(token):
            yield from self._pronoun(token)
        elif not name and (token.pos_ in ("NOUN", "PROPN", "NUM", "X") or (token.pos_ == "ADJ" and token.dep_ != "amod")):
            yield from self._description(token)

    def _pronoun(self, token: Token) -> Iterator[int]:
        index = anaphora.pronoun_antecedent(token, self.drafts)
        if index is not None:
            self._note(index, token, Span(token.idx, token.idx + len(token)))
            yield index

    def _description(self, token: Token) -> Iterator[int]:
        classes = kinds.of_noun(token, self.lexicon.nouns)
        sorts = {c.sort for c in classes}
        named = list(self._spelled_out(token, sorts))
        if named:
            for index in named:
                begin, end = description(token)
                self._note(index, token, Span(begin, end))
            yield from named
        elif classes:
            several = self._several_places(token, sorts)
            if several:
                yield from several
                return
            index = self._taken_up(token, sorts) if not (sorts & _PLACES and token.tag_ == "NNS") else None
            if index is None and not sorts & _PLACES:
                index = self._new(token, classes)
            if index is not None:
                yield index

    def _several_places(self, token: Token, sorts: set[str]) -> list[int]:
        """ "The two cities", "both towns": the two places named last before."""
        if not (sorts & {"settlement", "region"} and token.tag_ == "NNS"):
            return []
        if not any(c.lower_ in ("two", "both", "twin") for c in token.children):
            return []
        before = [(p, i) for i, d in enumerate(self.drafts) for p, _ in d.seen if d.kind == "Place" and p < token.i and not self._is_country(d.name)]
        latest = list(dict.fromkeys(i for _, i in sorted(before, reverse=True)))[:2]
        return sorted(latest) if len(latest) == 2 else []

    def _spelled_out(self, token: Token, sorts: set[str]) -> Iterator[int]:
        """The names inside or beside a description: "the cities of A and B", "IS fighters", "Turkish police", "its ally, B"."""
        if token.dep_ == "appos" and not sorts & {"people", "soldier", "role"}:
            before = self._named_before(token)
            if before is not None and self._fits(before, sorts):
                yield from self.of(before)
                return
        if "alliance" in sorts:
            yield from self._alliance(token)
        for child in token.children:
            if child.dep_ == "appos" and self._fits(child, sorts) and self.doc[child.left_edge.i - (child.left_edge.i > 0)].text != "(":
                yield from self.of(child)
                return
            if child.dep_ == "nmod" and case_of(child) == "of" and sorts & _PLACES and child.i > token.i:
                yield from (i for t in coordinated(child) for i in self.of(t) if self.drafts[i].kind == "Place")
                return
        district = [c for c in token.children if c.dep_ == "compound" and sorts & _PLACES and self._fits(c, sorts)]
        yield from (i for c in district[:1] for i in self.of(c))
        yield from self._membership(token, sorts)

    def _named_before(self, token: Token) -> Token | None:
        """The last name before the comma of an apposition."""
        start = token.left_edge.i
        for earlier in reversed(self.doc[max(0, start - 5) : start]):
            if earlier.i in self._named:
                return self.doc[self._named[earlier.i].begin]
        return None

    def _alliance(self, token: Token) -> Iterator[int]:
        """ "The coalition led by Saudi Arabia", "the Saudi-led coalition"."""
        leaders = [t for c in children(token, "acl") if c.lemma_ in ("lead", "head") for t in obliques(c, "by")]
        leaders += [t.nbor(-2) for t in token.subtree if t.lower_ == "led" and t.i >= 2 and t.nbor(-1).text == "-"]
        for leader in leaders:
            name = self._named.get(leader.i)
            text = self.doc[name.begin : name.end].text if name else leader.text
            place = next(iter(self.lexicon.places.find(text)), None) or self.lexicon.nationalities.place(text)
            forms = [text, *(place.demonyms if place else ()), *(place.aliases if place else ())]
            known = next((a for f in forms if (a := self.lexicon.actors.find(f"{f}-led coalition"))), None)
            if known:
                yield self.known_actor(known.slug, token.i)
                return

    def _fits(self, child: Token, sorts: set[str]) -> bool:
        name = self._named.get(child.i)
        if name is None or name.adjective:
            return False
        place = name.kind in ("Place", "Facility")
        return place == bool(sorts & (_PLACES | {"facility"})) if sorts else True

    def _membership(self, token: Token, sorts: set[str]) -> Iterator[int]:
        """The group or state that a plural description belongs to: "Taliban gunmen", "members of the X", "Iraqi forces"."""
        owners = list(self._owners(token))
        if sorts & _MEMBERS or token.lemma_.lower() in _MEMBER_WORDS:
            for owner in owners:
                if self.drafts[owner].kind in ("ArmedGroup", "PoliticalGroup") and (token.tag_ != "NN" or "group" in sorts or "force" in sorts):
                    yield owner
                    return
        if sorts & _BODIES and token.lemma_.lower() not in ("officer", "policeman", "policewoman", "marine"):
            body = self._body(token)
            if body is not None:
                yield body

    def _owners(self, token: Token) -> Iterator[int]:
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod:poss", "nmod", "nmod:desc") and (child.i < token.i or case_of(child) == "of"):
                yield from self.of(child)
            name = self._named.get(child.i)
            if name and name.adjective and name.known:
                yield self.known_actor(name.known, child.i)

    def _body(self, token: Token) -> int | None:
        """The organ of a state: "Syrian troops", "Baghdad's forces", "the government of Mali"."""
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod:poss", "nmod") and (child.i < token.i or case_of(child) == "of"):
                body = state_body(self._state_name(child), token.lemma_.lower() if token.tag_ == "NN" else token.lower_)
                if body is not None:
                    return self._organ(token, body.kind, body.label, body.slug)
        return None

    def _state_name(self, token: Token) -> str:
        """The words that name a state beside an organ's: the whole name; for a capital, the country it is the capital of."""
        name = self._named.get(token.i)
        text = self.doc[name.begin : name.end].text if name else token.text
        found = self.lexicon.places.find(text) if name and name.kind == "Place" else ()
        if found and found[0].capital_of:
            country = self.lexicon.places.country(found[0].capital_of)
            return country.name if country else text
        return text

    def _organ(self, token: Token, kind: str, label: str, slug: str) -> int:
        index = next((i for i, d in enumerate(self.drafts) if d.known == slug), None)
        if index is None:
            index = self._add(Draft(kind, label, slug, plural=token.tag_ == "NNS"))
        self.drafts[index].names.add(self.doc.text[slice(*description(token))])
        return index

    def _taken_up(self, token: Token, sorts: set[str]) -> int | None:
        """The earlier entity that a definite description takes up."""
        if not is_definite(token) and not (token.dep_ == "compound" and sorts & {"authority", "alliance"}):
            return None
        index = anaphora.description_antecedent(token, frozenset(sorts), self.drafts)
        if index is not None:
            begin, end = description(token)
            self._note(index, token, Span(begin, end))
        return index

    def _new(self, token: Token, classes: tuple[NounClass, ...]) -> int:
        ranked = sorted(classes, key=lambda c: _ACTORS.index(c.sort) if c.sort in _ACTORS else -1)
        if ranked[0].sort == "weapon":
            return self.concept(weapon_label(token, self.lexicon), "Weapon", token)
        kind = ranked[0].kind
        if kind == "Person" and token.tag_ in ("NNS", "NNPS"):
            kind = "PeopleGroup"
        return self.thing(token, kind)

    def _earlier_thing(self, token: Token, text: str, kind: str) -> int | None:
        head = token.lemma_.lower()
        if not is_definite(token):
            return None
        same = [
            i for i, d in enumerate(self.drafts)
            if d.generic and d.kind == kind and (fold(d.name).split() or [""])[-1] in (head, token.lower_, fold(text).split()[-1])
            and (fold(text) in fold(d.name) or fold(d.name) in fold(text))
        ]  # fmt: skip
        return anaphora.nearest(token, self.drafts, same, 8)


def is_definite(token: Token) -> bool:
    """Whether a noun phrase points to something known: "the", "this", "both", a possessive."""
    marks = children(token, "det", "nmod:poss", "det:predet")
    return any(m.lower_ in ("the", "this", "that", "these", "those", "both") or m.dep_ == "nmod:poss" for m in marks)


def weapon_label(token: Token, lexicon: Lexicon) -> str:
    """A weapon's label, in the singular: the longest compound that the noun lexicon knows, "car bomb" of "a huge car bomb"."""
    words = compound(token).split(" ")
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((t for t in tails if t in lexicon.nouns.classes), token.lemma_.lower())
