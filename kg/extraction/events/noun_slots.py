"""The participants that the phrase of an event noun names: "the army's raid on the camp", "the killing of two men"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extraction import wordlist
from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.casualties import ones
from kg.extraction.events.slots import AGAINST, PARTIES, Slots, where
from kg.extraction.events.words import listed
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import case_of, children, coordinated, doers, objects, obliques, subjects, undergoers
from kg.extraction.syntax.phrase import compound


class NounSlots(Slots):
    """The slots around an event noun."""

    def noun(self) -> Iterator[Filler]:
        """All participants in its own phrase."""
        token = self.token
        yield from self._before()
        by = self._by()
        yield from self._done(by)
        yield from self._located(w for t in by for w in obliques(t, "in", "near", "at") if w.i > t.i)
        yield from self._aimed_at()
        yield from self._agents(self._sent())
        yield from self._used_in()
        if self.frame in ("Mutual", "State"):
            yield from self._agents(obliques(token, "between", "with", "among", "involving", "against"))
        else:
            blamed = token.head.lemma_ in ("blame", "pin") and token.dep_ in ("obj", "nsubj:pass")
            against = [a for a in AGAINST if not (blamed and a == "on")]  # "blamed the attack on X"
            struck = obliques(token, *against, *(("to",) if token.lemma_ in ("sabotage", "damage") else ()))
            struck = [t for t in struck if t.lemma_.lower() not in listed("ChannelNoun")]  # "claimed it on its website"
            yield from self._undergone([*struck, *(w for t in struck for w in obliques(t, "on", "against"))])
        befallen = self._befallen(token)
        yield from self._of(befallen)
        yield from self._located(t for n in befallen for t in obliques(n, "in", "at", "near") if self._is_human(n))
        if children(token, "nsubj"):
            yield from self._predicated(subjects(token))
        yield from self._located(obliques(token, *where()))
        if self.trigger.sense.evokes == "Clash":
            yield from self._located(obliques(token, "for"))  # "the battle for Mosul"
        if self.frame in ("Act", "Blow"):
            yield from self._seats(obliques(token))
        yield from (f for c in children(token, "advmod") for f in self._there(c))
        yield from self._located(ones(token)) if self.trigger.plural else ()
        yield from self._armed(obliques(token, "with", "using", "involving"))
        yield from self._method(compound(token))
        if self.trigger.weapon is not None and self.trigger.weapon == token:
            yield from self._done([token])
        for clause in children(token, "acl"):
            yield from self._clause(clause)
        yield from self._done(t for clause in self._perpetrated() for t in doers(clause))

    def _by(self) -> list[Token]:
        """The by-phrase, hung on another noun of the phrase, or on what governs it, too: "the murder of A, mayor of B,
        by rebels", "is alarmed at the murder of A by rebels"."""
        own = obliques(self.token, "by")
        if own:
            return own
        inside = [t for o in obliques(self.token, "of", "on", "against") for t in _nominal(o)]
        found = [t for n in inside for t in obliques(n, "by")]
        head = self.token.head
        if not found and self.token.dep_ == "obl" and not children(head, "aux:pass"):
            found = [t for t in obliques(head, "by") if t.i > self.token.i]
        return found

    def _sent(self) -> list[Token]:
        """Who "sent forces on offensives"."""
        verb = self.token.head if self.token.head.pos_ == "VERB" else self.token.head.head
        sends = case_of(self.token) == "on" and verb.lemma_ in ("send", "deploy", "dispatch")
        return doers(verb) if sends else []

    def _perpetrated(self) -> Iterator[Token]:
        """ "Condemned the murder of A and two guards perpetrated by B", hung on the verb, or on one of the harmed."""
        inside = [n for o in obliques(self.token, "of", "on", "against") for t in coordinated(o) for n in _nominal(t)]
        above = children(self.token.head, "conj") if self.token.dep_ == "obj" else []
        for clause in (*(c for t in inside for c in children(t, "acl")), *above):
            if clause.tag_ == "VBN" and clause.lemma_ == "perpetrate" and not children(clause, "aux", "cc"):
                yield clause

    def _aimed_at(self) -> Iterator[Filler]:
        """ "His house was the target of an attack", "she was the victim of an attack"."""
        head = self.token.head
        if self.token.dep_ == "nmod" and case_of(self.token) == "of" and head.lemma_ in ("target", "victim", "object"):
            yield from self._undergone(subjects(head))

    def _used_in(self) -> Iterator[Filler]:
        """ "They used machetes for the killings": where the parse hung the deed on what was used."""
        used = self.token.head
        while used.dep_ == "conj":
            used = used.head
        verb = used.head
        if self.token.dep_ == "nmod" and case_of(self.token) in ("in", "for", "during") and used.dep_ == "obj":
            yield from self._use(verb)

    def _use(self, verb: Token) -> Iterator[Filler]:
        """Who used what, where the verb tells of using."""
        if verb.lemma_.lower() in listed("UsingVerb"):
            yield from self._done(doers(verb))
            yield from self._armed(undergoers(verb))

    def _before(self) -> Iterator[Filler]:
        """Modifiers: "Taliban attack", "the embassy bombing", "Tartus blasts", "car bombing", "the army's assault"."""
        yield from self._sponsors()
        for child in self.token.lefts if self.trigger.weapon is None else ():
            if (
                child.dep_ in ("compound", "amod", "nmod", "nmod:poss", "nmod:desc")
                and child.lower_ not in self.trigger.words.split()
                and not self._of_weapon(child)
                and child.nbor(1).text != "-"
            ):
                yield from self._modifier(child)
        weapon = self._implied_weapon()
        if weapon:
            named = next((t for t in self.token.lefts if t.lower_ == weapon.split()[-1]), self.token)
            yield Filler("weapon", self.cast.concept(weapon, "Weapon", named), named)

    def _of(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        """ "Air raids of the coalition" are its doing;
        "the bombing of a school" and "the killing of two men" befall these."""
        for token in tokens:
            parties = [i for i in self.cast.actors(token) if self.cast.kind(i) in PARTIES]
            adjacent = token.doc[self.token.i + 1].lower_ == "of"
            if (
                parties
                and adjacent
                and self.frame == "Act"
                and self.token.lemma_.lower()
                in ("raid", "strike", "airstrike", "attack", "offensive", "operation", "assault", "campaign")
            ):
                yield from (Filler("agent", i, token) for i in parties)
            elif (
                self.frame in ("Harm", "Take")
                or self.trigger.sense.evokes in ("Bombing", "Shelling", "Airstrike", "Arson", "Robbery")
                or self.token.lemma_.lower() in listed("BefallingNoun")
            ):
                yield from self._undergone([token])

    def _befallen(self, token: Token) -> list[Token]:
        """The of-phrase of an event noun, a shared one too ("the abduction and murder of X"), with what the parse
        hung beside it ("the murder of the governor and two judges")."""
        own = obliques(token, "of")
        if not own and self.frame == "Harm":
            beside = [*coordinated(token), *(coordinated(token.head) if token.dep_ == "conj" else ())]
            own = [t for b in beside for t in obliques(b, "of")]
        if own and self.frame == "Harm":
            beside = [
                t for t in coordinated(token) if t != token and t.lemma_.lower() not in self.lexicon.triggers.nouns
            ]
            own += [t for t in beside if kinds.sorts(t, self.lexicon.nouns) & kinds.HUMAN or t.ent_type_ == "PERSON"]
        if self.frame == "Harm":  # "the murders of the governor of A, a judge, and a colonel": hung on A
            towns = [t for o in own for t in children(o, "nmod") if t.pos_ == "PROPN"]
            beside = [c for t in towns for c in children(t, "conj") if children(c, "det")]
            own += [c for c in beside if kinds.sorts(c, self.lexicon.nouns) & kinds.HUMAN]
        lives = [
            c
            for o in obliques(token, "on")
            if o.lemma_ == "life"
            for c in [*children(o, "nmod:poss"), *obliques(o, "of")]
        ]
        return [*own, *lives]

    def _predicated(self, tokens: list[Token]) -> Iterator[Filler]:
        """ "Both sides are back at the negotiating table", "the city has been under siege"."""
        if self.frame == "Mutual" or (self.frame == "State" and case_of(self.token) == "at"):  # "X is at war with Y"
            yield from self._agents(tokens)
        elif case_of(self.token) == "under":
            yield from self._undergone(tokens)

    def _of_weapon(self, child: Token) -> bool:
        """Whether the modifier is a word of the weapon's name: "car" in "car bombings"."""
        return child.lower_ in self._implied_weapon().split()

    def _sponsors(self) -> Iterator[Filler]:
        """ "UN-brokered talks", "a Saudi-led offensive": a name, a hyphen and a participle."""
        for child in self.token.lefts:
            if (
                child.tag_ == "VBN"
                and child.i >= 2
                and child.nbor(-1).text == "-"
                and child.lower_ not in ("held", "based", "controlled", "claimed")
            ):
                owner = child.nbor(-2)
                yield from (
                    Filler("agent", i, owner) for i in (*self.cast.actors(owner), *self.cast.adjective_actor(owner))
                )

    def _modifier(self, child: Token) -> Iterator[Filler]:
        if self.frame == "Harm" and child.lower_ == "their":
            return  # "their deaths": whose, among all those named before, is anybody's guess
        harmed = self.frame == "Harm" and child.dep_ == "nmod:poss"
        for index in self.cast.of(child):
            kind = self.cast.kind(index)
            if kind == "Place":
                state = self.cast.as_actor(index) if self._by_state(child) else None
                yield Filler("place", index, child) if state is None else Filler("agent", state, child)
            elif kind == "Facility" or child.lemma_.lower() in listed("GatheringNoun"):
                yield Filler("target", index, child)
            elif kind == "Weapon":
                yield Filler("weapon", index, child)
            elif harmed or (self.frame in ("Harm", "Take") and child.dep_ == "compound"):
                yield Filler("victim", index, child)
            else:
                yield Filler("agent", index, child)
        name = self.cast.name_at(child)
        if name and name.adjective and self.frame == "State":  # "the Syrian war" is in Syria, and need not be its doing
            yield from (Filler("place", i, child) for i in self.cast.adjective_place(child))
        elif name and name.adjective and self.frame not in ("Harm", "Suffer"):
            yield from (Filler("agent", i, child) for i in self.cast.adjective_actor(child))

    def _by_state(self, child: Token) -> bool:
        """ "A US drone strike", "Kiev's renewed offensive": whose it is; not "Iraq's deadliest raid"."""
        done = self.trigger.sense.evokes in ("Airstrike", "Offensive", "Shelling")
        owner = child.dep_ == "nmod:poss" and not any(c.tag_ == "JJS" for c in self.token.children)
        return done and (owner or child.lower_ in wordlist.listed("names.ttl", "AdjectivalName"))

    def _implied_weapon(self) -> str:
        """ "Dynamite attack" names dynamite, "car bombing" implies a car bomb, where these are known weapons."""
        words = compound(self.token).split()
        if words[-1] == "bombing" and len(words) > 1:
            return self._weapon(f"{words[-2]} bomb")
        named = (self._weapon(" ".join(words[start:-1])) for start in range(len(words) - 1))
        return next((w for w in named if w), "")

    def _weapon(self, words: str) -> str:
        return words if any(c.sort == "weapon" for c in self.lexicon.nouns.classes.get(words, ())) else ""

    def _clause(self, clause: Token) -> Iterator[Filler]:
        """ "An attack carried out by X", "attacks using Y", "bombings targeting Z"."""
        lemma = clause.lemma_.lower()
        if clause.tag_ == "VBN" and (lemma in self.lexicon.triggers.light or lemma in ("back", "support")):
            yield from self._done(doers(clause))
            yield from self._armed(obliques(clause, "with", "using"))
            yield from self._undergone(t for v in (clause, *doers(clause)) for t in obliques(v, "against", "on"))
        elif clause.tag_ == "VBN" and self.frame == "Mutual" and lemma in listed("BrokeringVerb"):
            yield from self._agents(doers(clause))
        elif lemma in ("use", "involve"):
            yield from self._armed(objects(clause))
        elif (lemma in ("target", "hit", "strike") and clause.tag_ == "VBG") or (
            clause.tag_ == "VB" and lemma in self.lexicon.triggers.verbs and self.trigger.sense.evokes == "Offensive"
        ):
            yield from self._undergone(objects(clause))
        yield from self._located(obliques(clause, *where())) if lemma not in ("blame", "attribute") else ()


def _nominal(token: Token) -> Iterator[Token]:
    """The token and the nouns below it that no clause parts from it."""
    yield token
    for child in children(token, "nmod", "appos", "conj", "flat"):
        yield from _nominal(child)
