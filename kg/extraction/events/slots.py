"""From the slots that syntax gives to roles, by the class of what fills them.

A weapon as subject is the weapon and not the agent, a facility struck is a target, a person struck a target or, where
harm is told, a victim.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extraction.events.armed_slots import ArmedSlots, Filler
from kg.extraction.events.arms import arms, borne_in, is_aircraft, weapon_class
from kg.extraction.events.casualties import aboard, all_of_them
from kg.extraction.events.trigger import is_collective
from kg.extraction.events.words import listed
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import (
    case_of,
    children,
    coordinated,
    is_passive,
    obliques,
    subjects,
    undergoers,
)

_SEATED = frozenset({"GovernmentBody", "Organisation", "MediaOutlet", "PoliticalGroup", "InternationalBody"})
_DIRECTIONS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
_WITHIN = ("in", "at", "near", "inside", "outside", "on", "under", "around", "across", "throughout", "off")
AGAINST = ("on", "against", "at", "upon", "into")
_PERSONS = frozenset({
    "Person", "PeopleGroup", "GovernmentBody", "ArmedGroup", "PoliticalGroup", "Organisation", "MediaOutlet",
    "InternationalBody", "MonitoringGroup",
})  # fmt: skip
PARTIES = frozenset({"ArmedGroup", "GovernmentBody", "State", "InternationalBody", "PoliticalGroup"})


def where() -> frozenset[str]:
    """The prepositions that say where something happens."""
    return listed("PlacePreposition")


class Slots(ArmedSlots):
    """Reads the slots around one trigger."""

    def around(self, verb: Token) -> Iterator[Filler]:
        """Place, target and weapon from the obliques of a verb."""
        yield from self._located(obliques(verb, *where()))
        beside = ("in", *listed("BesidePreposition"))
        yield from self._located(w for t in obliques(verb, "during") for w in obliques(t, *beside))
        yield from self._nested(verb)
        yield from self._bomb_in(verb)
        if self.frame in ("Act", "Blow"):
            crowds = [t for t in obliques(verb, *listed("StruckAt")) if t.lemma_.lower() in listed("GatheringNoun")]
            yield from (Filler("target", i, t) for t in crowds for i in self.cast.of(t))
        fallen = [c for c in children(verb, "xcomp", "ccomp", "advcl") if c.lower_ in listed("HarmedWord")]
        yield from self._located(t for c in fallen for t in obliques(c, "in", "at", "near"))  # "left nine dead in A"
        if self.frame in ("Act", "Blow"):
            yield from self._seats(obliques(verb))
        for child in children(verb, "advmod"):
            yield from self._there(child)
        yield from self._armed(obliques(verb, "with", "using", "by"))
        yield from self._elsewhere(verb)
        if self.frame in ("Act", "Blow"):
            yield from self._against(obliques(verb, *AGAINST))
            crowd = (t for t in obliques(verb, "among", "amid", "amidst") if self._is_human(t))
            yield from (f for t in crowd for f in self._struck_entity(t))  # "blew himself up among traders"
        yield from self._armed(borne_in(verb))

    def _is_human(self, token: Token) -> bool:
        called = bool(kinds.sorts(token, self.lexicon.nouns) & kinds.HUMAN)
        return called or token.ent_type_ == "PERSON" or token.pos_ == "NUM"

    def _there(self, token: Token) -> Iterator[Filler]:
        if token.lower_ in ("there", "here"):
            index = self.cast.last_place(token)
            if index is not None:
                yield Filler("place", index, token)

    def _elsewhere(self, verb: Token) -> Iterator[Filler]:
        """ "There" and "here" that the parse hung on one of the verb's nouns."""
        for child in verb.rights:
            if child.dep_ in ("obj", "obl", "conj", "advcl"):
                for token in child.subtree:
                    if token.dep_ == "advmod":
                        yield from self._there(token)

    def _harmed(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        for token in (w for t in tokens for s in all_of_them(t) for w in self._wholes(s)):
            for index in dict.fromkeys([*self.cast.of(token), *self._listed(token)]):
                if self.cast.kind(index) in _PERSONS:
                    yield Filler("victim", index, token)

    def _undergone(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        for token in tokens:
            share = token.pos_ == "NUM" and any(t.lower_ in ("them", "which") for t in obliques(token, "of"))
            if self.frame == "Blow" and share:
                continue  # "four bombs went off, one of them at a hospital"
            craft = [t for t in (token, *obliques(token, "of")) if is_aircraft(t)]
            if self.trigger.words in listed("FellingVerb") and craft:
                yield Filler("target", self.cast.thing(craft[0], "Facility"), craft[0])
                continue
            ruined = self.trigger.words in listed("DamageVerb")  # "destroyed 20 bombs" with something else
            used = self.frame in ("Blow", "Act") and self.trigger.sense.evokes != "Seizure" and not ruined
            if used:
                yield from self._armed([token])
            if self.trigger.words == "detonate" and "vehicle" in kinds.sorts(token, self.lexicon.nouns):
                yield Filler("weapon", self.cast.concept(f"{token.lemma_.lower()} bomb", "Weapon", token), token)
                continue
            if self._is_weapon(token) or (used and arms(token, self.lexicon)):
                continue
            for whole in (w for t in (*all_of_them(token), *self._enumerated(token)) for w in self._wholes(t)):
                yield from self._struck_entity(whole)
                yield from (f for t in aboard(whole, self.lexicon) for f in self._struck_entity(t))

    def _enumerated(self, token: Token) -> list[Token]:
        """Further things of a list that the parse made an apposition: "damaged the exchange, a hotel, and a clinic",
        and what several things are: "burned three vehicles: an ambulance, a truck and a van"."""
        things = {"facility", "vehicle"}
        if not kinds.sorts(token, self.lexicon.nouns) & things:
            return []
        beside = [t for c in children(token, "appos") if children(c, "conj") for t in coordinated(c)]
        return [t for t in beside if kinds.sorts(t, self.lexicon.nouns) & things]

    def _listed(self, token: Token) -> Iterator[int]:
        """Persons that an apposition lists: "three journalists: A, B and C"."""
        for each in (t for t in obliques(token, "including", "among") if t.i > token.i):
            yield from (i for i in self.cast.of(each) if self.cast.kind(i) in _PERSONS)
        for child in children(token, "appos"):
            for each in coordinated(child):
                name = self.cast.name_at(each)
                if name and name.kind == "Person":
                    yield from self.cast.of(each)
        end = token.i + 1
        if token.tag_ == "NNS" and end < len(token.doc) and token.doc[end].text == ":":
            for each in token.doc[end : token.sent.end]:
                name = self.cast.name_at(each)
                if name and name.kind == "Person" and name.begin == each.i:
                    yield from self.cast.of(each)

    def _struck_entity(self, token: Token) -> Iterator[Filler]:
        for index in dict.fromkeys([*self.cast.of(token), *self._listed(token)]):
            kind = self.cast.kind(index)
            if kind in _PERSONS or kind == "State":
                yield Filler("victim" if self.frame in ("Harm", "Suffer") else "target", index, token)
            elif kind == "Facility":
                yield Filler("place" if token.lemma_.lower() in listed("Road") else "target", index, token)
                yield from self._within(token)
            elif kind == "Place" and not self.cast.across_borders(index):
                yield Filler("place", index, token)
                if self.frame == "Take" or self.trigger.sense.evokes == "Offensive":
                    yield Filler("target", index, token)

    def _within(self, token: Token) -> Iterator[Filler]:
        """The town that a struck facility is in."""
        yield from self._located(obliques(token, "in", "near", "of", "at"))
        for child in token.lefts:
            if child.dep_ in ("compound", "nmod:poss", "nmod"):
                yield from (Filler("place", i, child) for i in self.cast.of(child) if self.cast.kind(i) == "Place")

    def _wholes(self, token: Token) -> Iterator[Token]:
        """ "Large parts of the city", "the entrance to the station": what the part is a part of."""
        word = token.lemma_.lower()
        if word in ("life", "body", "corpse") and not obliques(token, "of"):
            return  # "claimed eight lives": nobody in particular
        below = obliques(token, "of", "to") if word in listed("PartNoun") or token.pos_ == "NUM" else []
        empty = word in listed("EmptyNoun")
        if not below or (self.cast.of(token) and not empty):
            yield token
        if word in ("entrance", "gate"):
            yield from below
        elif empty or not self.cast.of(token):
            for child in below:
                yield from self._wholes(child)

    def _located(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        for token in tokens:
            for whole in [
                token,
                *(w for w in obliques(token, "of", "in", "near", "across", "around", "throughout") if w != token),
            ]:
                for index in self.cast.places(whole):
                    if self.cast.kind(index) == "Place":
                        yield Filler("place", index, whole)
                    elif self._ridden(whole, case_of(token)):
                        continue
                    elif whole.lemma_.lower() in listed("Road") or self.trigger.sense.evokes == "Protest":
                        yield Filler("place", index, whole)
                        yield from self._within(whole)
                    elif self.frame in ("Act", "Blow", "Harm") and case_of(token) in listed("StruckAt"):
                        yield Filler("target" if self.frame != "Harm" else "place", index, whole)
                        yield from self._town_of(whole)

    def _town_of(self, facility: Token) -> Iterator[Filler]:
        """ "In front of a school in A": A is where it happened."""
        for token in obliques(facility, "in", "near"):
            yield from (Filler("place", i, token) for i in self.cast.places(token) if self.cast.kind(i) == "Place")

    def _nested(self, verb: Token) -> Iterator[Filler]:
        """The place in which what the clause names lies: "outside her home in X", "from a school in X", "a bomb at a
        market in X killed two"."""
        weapons = [t for t in subjects(verb) if weapon_class(t, self.lexicon)]
        cases = (*where(), "from", "into", "through", "beside", "to", "during")
        around = [t for t in obliques(verb) if case_of(t) in cases]
        struck = [w for t in undergoers(verb) for w in (t, *(obliques(t, "of") if is_collective(t) else ()))]
        for noun in [*struck, *around, *weapons]:
            yield from self._lies_in(noun, 2)
        for noun in [verb, *undergoers(verb), *(w for t in undergoers(verb) for w in obliques(t, "of"))]:
            close = [c for c in children(noun, "amod", "advmod", "xcomp") if c.lower_ in ("close", "next", "adjacent")]
            yield from self._located(t for c in close for t in obliques(c, "to"))  # "found the bodies close to A"
        for noun in obliques(verb, "over", "on"):  # "drove over a mine south of A"
            aside = [c for c in children(noun, "advmod") if c.lower_ in _DIRECTIONS]
            yield from self._located(t for c in aside for t in obliques(c, "of"))
        for noun in obliques(verb, "by", "with", "against", "between"):  # "clashed with rebels near A"
            yield from self._located(t for t in obliques(noun, "in", "at", "near") if t.i > noun.i)

    def _bomb_in(self, verb: Token) -> Iterator[Filler]:
        """ "A bomb in a church killed two": the church was struck."""
        for weapon in subjects(verb):
            bomb = weapon_class(weapon, self.lexicon) if weapon.n_rights else None
            for token in obliques(weapon, *listed("StruckAt")) if bomb is not None and bomb.evokes == "Bombing" else ():
                found = [i for i in self.cast.places(token) if self.cast.kind(i) == "Facility"]
                road = token.lemma_.lower() in listed("Road")
                if token.lemma_.lower() in listed("RoadVehicle") | {"minibus"} and case_of(token) == "in":
                    continue  # "a bomb in a car": the car was the bomb
                yield from (Filler("place" if road else "target", i, token) for i in found if case_of(token) != "of")

    def _lies_in(self, noun: Token, depth: int) -> Iterator[Filler]:
        facility = bool(kinds.sorts(noun, self.lexicon.nouns) & {"facility", "settlement", "vehicle"})
        taken = ("from",) if self.trigger.sense.evokes == "Kidnapping" else ()
        of = ("of",) if facility or noun.lemma_.lower() in listed("PartNoun") else ()
        within = obliques(noun, *_WITHIN, *taken, *of)
        placed = any(self.cast.kind(i) == "Place" for i in self.cast.places(noun))
        for token in within if not self.cast.places(noun) or facility or depth == 2 else ():
            found = [i for i in self.cast.places(token) if self.cast.kind(i) == "Place"]
            if placed and case_of(token) in ("near", "outside", "off"):
                continue  # "in Ghouta, outside Damascus"
            if self.frame == "Harm" and case_of(token) in ("at", "in", "inside"):  # "people at Ledra airport"
                named = (i for i in self.cast.places(token) if not self.cast.drafts[i].generic)
                found += [i for i in named if self.cast.kind(i) == "Facility"]
            yield from (Filler("place", i, token) for i in found)
            if not found and depth:
                yield from self._lies_in(token, depth - 1)

    def _seats(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        """ "A bomb went off outside the ministry": where a body sits is what was struck."""
        for token in tokens:
            near = token.lemma_.lower() in ("vicinity", "front", "entrance")
            beside = near or case_of(token) in listed("BesidePreposition")
            for whole in [token, *obliques(token, "of")] if beside else []:
                bodies = (i for i in self.cast.of(whole) if self.cast.kind(i) in _SEATED)
                yield from (Filler("target", i, whole) for i in bodies)

    def _ridden(self, token: Token, case: str) -> bool:
        """ "Two men on a motorcycle": how the attackers came, neither place nor target."""
        vehicle = "vehicle" in kinds.sorts(token, self.lexicon.nouns)
        return (
            vehicle and case in ("on", "in", "aboard", "from") and self.frame != "Blow" and not is_passive(self.token)
        )

    def _against(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        for token in tokens:
            if case_of(token) in ("against", "upon", "into"):
                yield from self._struck_entity(token)
