"""Which entities a description stands for: "the group", "Turkish police", "the cities of A and B", "its ally, B"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions import anaphora, kinds
from kg.extraction.mentions.capitals import capital, is_national
from kg.extraction.mentions.entity import Draft
from kg.extraction.mentions.leaders import leader_of, state_of, whose_country
from kg.extraction.mentions.nominal import is_body_adjective, is_branch, is_definite, is_special, weapon_label
from kg.extraction.mentions.registry import Registry
from kg.extraction.syntax.clause import case_of, children, coordinated, obliques
from kg.extraction.syntax.phrase import compound, description
from kg.extraction.syntax.tree import below
from kg.extraction.text import text_of
from kg.extraction.wordlist import listed
from kg.lexicon import state_body
from kg.lexicon.nouns import NounClass
from kg.records import Span

# Sorts of common noun that can stand for an actor, a target, a weapon; the first that fits is taken.
_ACTORS = (
    "fighter", "force", "authority", "group", "alliance", "party", "monitor", "outlet", "organisation", "soldier",
    "role", "source", "people",
)  # fmt: skip
_MEMBERS = frozenset({"fighter", "force", "group", "soldier", "authority", "party"})
_MEMBER_WORDS = frozenset({
    "member", "supporter", "follower", "people", "man", "leader", "commander", "cell", "activist", "element",
    "column", "official",
})  # fmt: skip
_BODIES = frozenset({"force", "authority", "soldier"})
_PLACES = frozenset({"settlement", "region"})
_NAMED_SORTS = frozenset({"group", "monitor", "outlet", "organisation"})
_NAMED_KINDS = frozenset({"MonitoringGroup", "MediaOutlet", "Organisation"})
_COUNTERS = frozenset({"other", "dozen", "score", "hundred", "thousand", "million", "more"})


class Descriptions(Registry):
    """The registry with the reading of common nouns; what is inside a description is asked of `of`."""

    def of(self, token: Token) -> tuple[int, ...]:
        """The entities that a token stands for; `Cast` says how."""
        raise NotImplementedError

    def actors(self, token: Token) -> tuple[int, ...]:
        """As `of`, actors alone; `Cast` says how."""
        raise NotImplementedError

    def _description(self, token: Token) -> Iterator[int]:
        classes = kinds.of_noun(token, self.lexicon.nouns)
        sorts = {c.sort for c in classes}
        named = list(self._spelled_out(token, sorts))
        if named:
            for index in named:
                begin, end = description(token)
                self._note(index, token, Span(begin, end))
            yield from named
        elif is_national(token):
            yield from self._capital(token)
        elif classes:
            yield from self._several_places(token, sorts) or self._one_described(token, sorts, classes)

    def _one_described(self, token: Token, sorts: set[str], classes: tuple[NounClass, ...]) -> Iterator[int]:
        """What a description takes up, or a new thing; a place without a name is none."""
        called = any(c.dep_ == "compound" and c.ent_type_ in ("LOC", "GPE") for c in token.lefts)  # "the X region"
        many_places = sorts & _PLACES and (token.tag_ == "NNS" or called)
        earlier = None if many_places else self._taken_up(token, sorts)
        if earlier is not None:
            yield earlier
        elif not sorts & _PLACES and token.lemma_.lower() not in _COUNTERS:
            yield self._new(token, classes)

    def _capital(self, token: Token) -> Iterator[int]:
        """ "The Somali capital", "the capital": the city, though no name stands beside it."""
        city = capital(token, self)
        if city is None:
            return
        same = (i for i, d in enumerate(self.drafts) if d.kind == "Place" and city in self.lexicon.places.find(d.name))
        index = next(same, -1)
        if index < 0:
            index = self._add(Draft("Place", city.name))
        self._note(index, token, Span(*description(token)))
        yield index

    def _several_places(self, token: Token, sorts: set[str]) -> list[int]:
        """ "The two cities", "both towns": the two places named last before."""
        words = {c.lower_ for c in below(token)} if sorts & _PLACES and token.tag_ == "NNS" else set()
        if "both" not in words and not (words & {"two", "twin"} and is_definite(token)):
            return []
        towns = [(i, d) for i, d in enumerate(self.drafts) if d.kind == "Place" and not self._is_country(d.name)]
        before = [(p, i) for i, d in towns for p, _ in d.seen if p < token.i]
        latest = list(dict.fromkeys(i for _, i in sorted(before, reverse=True)))[:2]
        return sorted(latest) if len(latest) == 2 else []

    def _spelled_out(self, token: Token, sorts: set[str]) -> Iterator[int]:
        """The names inside or beside a description: "the cities of A and B", "IS fighters",
        "Turkish police", "its ally, B"."""
        if token.dep_ == "appos" and not sorts & {"people", "soldier", "role"}:
            before = self.named_before(token)
            if before is not None and self._fits(before, sorts):
                yield from self.of(before)
                return
        called = list(self._calling_itself(token)) if "group" in sorts else []
        titled = self._titled(token) if sorts & {"role", "source", "soldier", "people"} else None
        if called or titled is not None:
            yield from called or self.of(titled or token)
            return
        if "alliance" in sorts:
            yield from self._alliance(token)
        district = [c for c in children(token, "compound") if self._fits(c, sorts)] if sorts & _PLACES else []
        for child in below(token):
            if child.dep_ == "appos" and self._fits(child, sorts) and child.left_edge.text != "(":
                yield from self.of(child)
                return
            of = child.dep_ == "nmod" and case_of(child) == "of" and sorts & _PLACES and child.i > token.i
            if of and not any(self.are_smaller(self.of(c), self.of(child)) for c in district):
                yield from (i for t in coordinated(child) for i in self.of(t) if self.drafts[i].kind == "Place")
                return
        yield from (i for c in district[:1] for i in self.of(c) if not self.across_borders(i))
        yield from self._membership(token, sorts)

    def _calling_itself(self, token: Token) -> Iterator[int]:
        """The name of "a group calling itself the X", "the gang known as X"."""
        for clause in children(token, "acl"):
            if clause.lemma_ in ("call", "know", "dub"):
                names = [self._named[i] for i in range(clause.i + 1, clause.i + 4) if i in self._named]
                yield from (i for n in names[:1] for i in self.of(self.doc[n.begin]))
                return

    def _titled(self, token: Token) -> Token | None:
        """The person's name after the noun, however the parse hung it, ranks alone between: "spokesman Lt Col X"."""
        if token.tag_ not in ("NN", "NNP"):
            return None
        flat = [c for c in token.rights if c.dep_ == "flat" and c.i in self._named and self._ranked(token, c)]
        after = self._named.get(token.i + 1)
        person = after is not None and after.kind == "Person" and after.begin == token.i + 1
        return flat[0] if flat else self.doc[token.i + 1] if person else None

    def _ranked(self, token: Token, name: Token) -> bool:
        between = self.doc[token.i + 1 : self._named[name.i].begin]
        below = {t.i for c in children(token, "nmod") for t in c.subtree}  # "Minister for Law X"
        near = name.i <= token.i + 2
        return near or all(t.i in below or t.lower_.strip(".") in listed("names.ttl", "Title") for t in between)

    def named_before(self, token: Token) -> Token | None:
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
        """The group or state that a plural description belongs to: "Taliban gunmen",
        "members of the X", "Iraqi forces"."""
        if sorts & _NAMED_SORTS and token.tag_ == "NN":
            beside = [i for c in children(token, "compound", "flat") for i in self.of(c)]
            named = [i for i in beside if self.drafts[i].kind in _NAMED_KINDS and not self.drafts[i].generic]
            if named:  # "the X monitoring group", "the X news agency"
                yield named[0]
                return
        if is_branch(token) and self._taken_up(token, sorts) is not None:
            return
        if {c.lower_ for c in token.lefts} & {"splinter", "breakaway"}:
            return  # "a splinter faction of X" is not X
        owners = list(self._owners(token))
        if sorts & _MEMBERS or token.lemma_.lower() in _MEMBER_WORDS:
            for owner in owners:
                if self.drafts[owner].kind in ("ArmedGroup", "PoliticalGroup") and (
                    token.tag_ not in ("NN", "NNP") or "group" in sorts or "force" in sorts
                ):
                    yield owner
                    if self._spelled(token, owner) and sorts & {"fighter", "soldier", "people"}:
                        people = self.thing(token, "PeopleGroup")
                        self.memberships.append((people, owner, token))
                        yield people
                    return
        if sorts & _BODIES and token.lemma_.lower() not in ("officer", "policeman", "policewoman", "marine"):
            body = self._body(token)
            if body is not None:
                yield body

    def _spelled(self, token: Token, owner: int) -> bool:
        """Whether the phrase itself names the owner, as in "Taliban gunmen" and not in "its gunmen"."""
        begin, end = description(token)
        return any(begin <= m.begin and m.end <= end for m in self.drafts[owner].mentions)

    def _owners(self, token: Token) -> Iterator[int]:
        for child in below(token):
            if child.dep_ in ("compound", "amod", "nmod:poss", "nmod", "nmod:desc") and (
                child.i < token.i or case_of(child) == "of"
            ):
                yield from self.of(child)
            if child.dep_ == "acl" and child.lemma_ in ("belong", "affiliate", "ally"):
                yield from (i for t in obliques(child, "to", "with") for i in self.of(t))
            if child.dep_ == "nmod" and case_of(child) == "of" and child.i not in self._named:
                yield from self._owners(child)  # "a group of rebels of the X"
            name = self._named.get(child.i)
            if name and name.adjective and name.known:
                yield self.known_actor(name.known, child.i)

    def _body(self, token: Token) -> int | None:
        """The organ of a state: "Syrian troops", "Baghdad's forces", "the government of Mali"; not mutinous troops."""
        if any(c.lower_ in listed("mentions.ttl", "TurnedWord") for c in token.lefts):
            return None
        for child in below(token):
            if child.dep_ in ("amod", "compound", "nmod:poss", "nmod") and (
                child.i < token.i or case_of(child) == "of"
            ):
                head = token.lemma_.lower() if token.tag_ == "NN" else token.lower_
                field = token.doc[token.i - 1].lower_ if token.i and token.doc[token.i - 1] != child else ""
                state = self._state_name(child)
                body = (state_body(state, f"{field} {head}") if field else None) or state_body(state, head)
                if body is not None:
                    return self._organ(token, body.kind, body.label, body.slug)
        return None

    def _state_name(self, token: Token) -> str:
        """The words that name a state beside an organ's: the whole name; for a capital,
        the country it is the capital of."""
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
        self.drafts[index].names.add(text_of(self.doc)[slice(*description(token))])
        return index

    def _taken_up(self, token: Token, sorts: set[str]) -> int | None:
        """The earlier entity that a definite description takes up."""
        if not is_definite(token) and not self._before_its_office(token, sorts):
            return None
        if token.i + 1 < len(self.doc) and self.doc[token.i + 1].text == "-":
            return None  # "the state-run hospital"
        if (owner := whose_country(token)) is not None:
            return state_of(self.of(owner), token.i, self)
        misfits = self.misfits(token.lemma_.lower(), sorts) if sorts & _PLACES else self._otherwise_called(token, sorts)
        index = leader_of(token, self) if "role" in sorts else None
        if index is None:
            known = frozenset(sorts), self.drafts, self.countries(), misfits
            index = anaphora.description_antecedent(token, *known)
        if index is not None:
            begin, end = description(token)
            self._note(index, token, Span(begin, end))
        return index

    def _otherwise_called(self, token: Token, sorts: set[str]) -> frozenset[int]:
        """Those that "the chemical weapons watchdog", "the state radio station" cannot mean: no name of theirs has the
        nouns that come before what the lexicon knows."""
        if not sorts & {"monitor", "outlet"}:
            return self.inside(token) if "group" in sorts else frozenset()
        called = compound(token)
        known = max((w for w in self.lexicon.nouns.classes if called.endswith(w)), key=len, default="")
        own = known.removeprefix("state ").split()  # "the state news agency" is no private one
        before = {c.lemma_.lower() for c in children(token, "compound") if is_special(c) and c.lower_ not in own}
        return frozenset(i for i, d in enumerate(self.drafts) if before - self.words_of(d))

    def _before_its_office(self, token: Token, sorts: set[str]) -> bool:
        """ "A government spokesman", "the army chief": a body known, as who holds office in it is told."""
        known = {"authority", "alliance", *(("force",) if is_definite(token.head) else ())}
        return is_body_adjective(token) or (token.dep_ == "compound" and bool(sorts & known))

    def _new(self, token: Token, classes: tuple[NounClass, ...]) -> int:
        things = 99 if token.dep_ in ("nsubj", "obl:agent") or case_of(token) == "by" else -1  # "a patrol fired"
        ranked = sorted(classes, key=lambda c: _ACTORS.index(c.sort) if c.sort in _ACTORS else things)
        if ranked[0].sort == "weapon":
            return self.concept(weapon_label(token, self.lexicon), "Weapon", token)
        kind = ranked[0].kind
        if kind == "Person" and token.tag_ in ("NNS", "NNPS"):
            kind = "PeopleGroup"
        return self.thing(token, kind)
