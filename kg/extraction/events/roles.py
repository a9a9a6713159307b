"""The participants of an event mention, by its frame and by the class of what fills each slot.

Syntax gives slots (doer, undergoer, by preposition); what fills a slot decides the role: a weapon as subject is the
weapon and not the agent, a facility struck is a target, a person struck a target or, where harm is told, a victim.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.arms import is_aircraft
from kg.extraction.events.captives import meant
from kg.extraction.events.casualties import FRAME as CASUALTY
from kg.extraction.events.casualties import named
from kg.extraction.events.damage import broken, damaged
from kg.extraction.events.noun_slots import NounSlots
from kg.extraction.events.trigger import Trigger, is_collective
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.syntax.clause import (
    case_of,
    children,
    coordinated,
    doers,
    is_bare_passive,
    is_passive,
    objects,
    obliques,
    subjects,
    undergoers,
    with_particle,
)


def fillers(trigger: Trigger, cast: Cast, lexicon: Lexicon) -> Iterator[Filler]:
    """All participants that the trigger's own clause or phrase names."""
    reader = _Reader(trigger, cast, lexicon)
    if trigger.sense.frame == CASUALTY:
        yield from dict.fromkeys(reader.harmed(named(trigger.token)))
        return
    found = dict.fromkeys(reader.noun() if trigger.noun else reader.verb())
    yield from found


class _Reader(NounSlots):
    def harmed(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        """The persons among these, as victims."""
        yield from (f for f in self._harmed(tokens) if self._is_human(f.token) or self.cast.kind(f.entity) == "Person")

    def verb(self) -> Iterator[Filler]:
        token = self.token
        if self.trigger.words.endswith(("body", "corpse")):
            found = [*undergoers(token), *subjects(token)]
            yield from self._harmed(
                t
                for n in found
                if n.lemma_.lower() in ("body", "corpse")
                for t in [*obliques(n, "of"), *children(n, "nmod:poss")]
            )
        elif self.frame == "Harm" and is_bare_passive(token) and not self.trigger.weapon:
            yield from self._harmed(subjects(token))
        elif self.frame in ("Suffer", "Flight"):
            own = children(token, "obj") if self.frame == "Flight" else []  # not those of "to flee and left ..."
            driven = [o for t in own for o in coordinated(t) if self._is_human(o)]
            yield from self._harmed(driven or subjects(token))
            left = objects(token) if self.frame == "Flight" else []
            yield from (
                Filler("place", i, t) for t in left for i in self.cast.places(t) if self.cast.kind(i) == "Place"
            )
        elif self.frame == "Mutual":
            yield from self._agents(self._both_sides())
        elif self.frame == "Blow" and not doers(token) and is_passive(token):
            yield from self._undergone(subjects(token))
        elif self._runs_over() or self.trigger.words.startswith("come under "):
            yield from self._met_with()
        elif goes_up := self._going_up():
            yield from self._undergone(goes_up)
        else:
            yield from (f for f in self._done(self._doers()) if not self._by_themselves(f))
            yield from self._undergone(self._struck())
        if self.frame in ("Harm", "Suffer") and (is_passive(token) or self.frame == "Suffer"):
            yield from self._harmed(t for t in obliques(token, "with", "together with", "along with", "alongside"))
            yield from self.harmed(obliques(token, "including", "among them"))
            yield from self._done(self._waylaying())
        if self.frame == "Harm" and not is_passive(token):
            yield from self.harmed(t for o in objects(token) for t in obliques(o, "along with", "together with"))
        yield from self.around(token)
        yield from self._method(self.trigger.words)

    def _met_with(self) -> Iterator[Filler]:
        """ "The bus drove over a mine", "when it came under fire from the hills": the subject is struck."""
        if self._runs_over():
            yield from self._armed([*objects(self.token), *obliques(self.token)])
        yield from self._undergone(w for t in subjects(self.token) for w in meant(t))
        yield from self._done(obliques(self.token, "from"))

    def _both_sides(self) -> list[Token]:
        """ "X fought Y", "X clashed with Y"; those who "fled fighting" did not fight."""
        if self.token.dep_ == "xcomp" and self.token.head.lemma_ in ("flee", "escape", "avoid"):
            return []
        others = obliques(self.token, "with", "against", "between")
        return [*subjects(self.token), *undergoers(self.token), *others]

    def _by_themselves(self, doer: Filler) -> bool:
        """ "One of them blew himself up", where "them" is taken for a state's forces: those do not."""
        verbs = (self.token, self.token.head) if self.token.dep_ == "advcl" else (self.token,)
        himself = any(t.lower_.endswith(("self", "selves")) for v in verbs for t in children(v, "obj"))
        return himself and self.cast.kind(doer.entity) in ("GovernmentBody", "State", "InternationalBody")

    def _runs_over(self) -> bool:
        """ "Their bus hit a mine", "the patrol drove over a bomb": who does it is struck."""
        words = self.trigger.words.split()
        return self.frame == "Blow" and len(words) > 1 and words[0] in ("hit", "strike", "run", "drive", "step")

    def _waylaying(self) -> list[Token]:
        """ "Was shot when armed men intercepted his car": the men, where no other doer is told."""
        if is_passive(self.token) and doers(self.token):
            return []
        when = [c for c in children(self.token, "advcl") if any(t.lower_ in ("when", "after") for t in c.children)]
        return [t for c in when if c.lemma_.lower() in listed("WaylayingVerb") for t in doers(c)]

    def _going_up(self) -> list[Token]:
        """ "The plane blew up": a thing is struck; of a car that explodes it stays open whether it was the bomb."""
        if self.frame != "Blow" or self.trigger.weapon is not None or objects(self.token):
            return []
        found = subjects(self.token)
        things = (kinds.sorts(t, self.lexicon.nouns) & {"facility", "vehicle"} for t in found)
        return found if all(things) and not any(t.lemma_.lower() in listed("RoadVehicle") for t in found) else []

    def _doers(self) -> list[Token]:
        """The doers; not what "that" stands for where an event noun is above it:
        "attacks on troops that killed five"."""
        token = self.token
        if token.lemma_.lower() in listed("DefusingVerb"):
            return []
        pronouns = {c.lower_ for c in children(token, "nsubj")}
        if token.dep_ == "acl:relcl" and pronouns & {"that", "which"} and self._event_above(token.head):
            return []
        return doers(token)

    def _event_above(self, noun: Token) -> bool:
        while noun.dep_ in ("nmod", "conj", "appos") and noun.head != noun:
            noun = noun.head
            if noun.lemma_.lower() in self.lexicon.triggers.nouns:
                return True
        return False

    def _struck(self) -> list[Token]:
        """The undergoers; of an intransitive blast the subject is the weapon, which `_done` has seen."""
        found = [t for t in undergoers(self.token) if not t.lower_.endswith(("self", "selves"))]
        if self.trigger.words.startswith("set "):
            found = [*found, *obliques(self.token, "to")]
        if self.trigger.words == "cause":
            return damaged(self.token)
        if self.trigger.words == "ram" and obliques(self.token, "into"):
            return []  # "rammed his car into a bus": the bus, as all that one drives into
        if self.trigger.words.endswith(" damage"):
            return subjects(self.token)
        if self.frame == "Blow" and self.trigger.weapon is not None and not found:
            return obliques(self.token, "through", "into")  # "a bomb tore through a bus"
        if self.trigger.words in listed("ShotAt"):
            shots = (self.token, *objects(self.token))
            return [*found, *(w for t in shots for w in obliques(t, "at", "against", "on"))]
        return found

    def governed(self, verb: Token) -> Iterator[Filler]:
        """What the verb adds of which the event noun is subject or object: "staged an attack",
        "blasts tore through a bus"."""
        lemma = verb.lemma_.lower()
        if _may(verb):
            return
        if self.token in obliques(verb, "in") and (
            lemma in ("participate", "involve") or _with_object(verb, "take", "part")
        ):
            yield from self._done(doers(verb))
        yield from self._used(verb)
        if lemma in ("escape", "survive", "repel", "suffer", "endure", "withstand") and self.token in objects(verb):
            yield from self._undergone(subjects(verb))
        yield from self._sided(verb, lemma)
        if lemma == "cause" and self.token in subjects(verb):
            yield from self._done(doers(verb)) if is_passive(verb) else self._undergone(damaged(verb))
        if lemma in listed("BreakingVerb") and is_passive(verb) and self.token not in subjects(verb):
            yield from self._undergone(w for t in subjects(verb) for w in (obliques(t, "of") or [t]))
        token = self.token.head if is_collective(self.token.head) and self.token.dep_ == "nmod" else self.token
        mine = token in [*undergoers(verb)]
        if mine and (lemma in self.lexicon.triggers.light or with_particle(verb) in self.lexicon.triggers.light):
            yield from self._done(doers(verb))
            yield from self.around(verb)
            yield from self._undergone(t for o in obliques(verb) for t in obliques(o, "against"))
            if self.trigger.sense.evokes == "Offensive":  # "began an offensive to retake the town"
                aims = [c for c in children(verb, "advcl", "xcomp") if c.tag_ == "VB"]
                known = [c for c in aims if c.lemma_.lower() in self.lexicon.triggers.verbs]
                yield from self._undergone(t for c in known for t in objects(c))
        elif token in subjects(verb) and not is_passive(verb) and lemma in listed("BreakingVerb"):
            yield from self._undergone(broken(verb))
        elif token in subjects(verb) and not is_passive(verb) and self._occurs(verb):
            yield from self._undergone(
                t
                for t in objects(verb)
                if lemma not in ("kill", "wound", "injure", "claim", "leave", "cause", "follow")
            )
            yield from self._undergone(obliques(verb, "through"))
            yield from self.around(verb)
        elif mine or token in subjects(verb):
            yield from self._located(t for t in obliques(verb, "in", "at", "near") if t.i > self.token.i)

    def _occurs(self, verb: Token) -> bool:
        """Whether the verb says that its subject happened: "erupted", "broke out"."""
        return not {verb.lemma_.lower(), with_particle(verb)}.isdisjoint(self.lexicon.triggers.occurrence)

    def _sided(self, verb: Token, lemma: str) -> Iterator[Filler]:
        """The sides of talks, truces and wars: "the war pits X against Y", "X met Y for talks", "X broke the truce"."""
        if self.frame == "Mutual" and self.token in subjects(verb):
            yield from self._agents(obliques(verb, "between", "among"))
        if lemma in listed("PittingVerb") and self.token in subjects(verb):
            yield from self._agents([*objects(verb), *(t for t in verb.subtree if case_of(t) == "against")])
        if self.frame == "State" and lemma in ("fight", "battle") and self.token in obliques(verb, "in"):
            yield from self._agents([*doers(verb), *objects(verb), *obliques(verb, "with", "against")])
        wanted = lemma in self.lexicon.triggers.modal_verbs and lemma != "agree"  # "appealed for a truce"
        harmed = self.lexicon.triggers.verbs.get(lemma)  # "died in the battle"
        wanted = wanted or (harmed is not None and harmed.frame in ("Suffer", "Harm", "Flight"))
        if self.frame == "Mutual" and not wanted and self.token in obliques(verb, "at", "in", "to", "for"):
            yield from self._agents([*doers(verb), *(objects(verb) if lemma == "meet" else ())])
            yield from self._located(obliques(verb, "in", "at"))
        kept = lemma in listed("KeepingVerb") and self.token in [*undergoers(verb), *obliques(verb, "by", "with", "to")]
        if kept and self.trigger.sense.evokes == "Agreement":
            yield from self._agents(doers(verb))

    def _used(self, verb: Token) -> Iterator[Filler]:
        """ "They used dynamite in the attack": who used what; "jets answered with raids"."""
        if self.trigger.sense.evokes == "Airstrike" and self.token not in subjects(verb):
            yield from self._done(t for t in doers(verb) if is_aircraft(t))
        if self.token in obliques(verb, "in", "for", "during"):
            yield from self._use(verb)


def governed_fillers(trigger: Trigger, verb: Token, cast: Cast, lexicon: Lexicon) -> Iterator[Filler]:
    """What a governing verb adds to an event noun's participants."""
    yield from _Reader(trigger, cast, lexicon).governed(verb)


def located(trigger: Trigger, tokens: Iterable[Token], cast: Cast, lexicon: Lexicon) -> Iterator[Filler]:
    """Place fillers from some nouns ("In Kabul, police said ...")."""
    for token in coordinated_all(tokens):
        for index in cast.places(token):
            if cast.kind(index) == "Place":
                yield Filler("place", index, token)


def coordinated_all(tokens: Iterable[Token]) -> Iterator[Token]:
    """Each token with what is coordinated with it."""
    for token in tokens:
        yield from coordinated(token)


def _may(verb: Token) -> bool:
    """ "Who could have taken part in the attack": nobody is said to have."""
    return any(c.lower_ in ("could", "may", "might") for c in children(verb, "aux"))


def _with_object(verb: Token, lemma: str, noun: str) -> bool:
    return verb.lemma_.lower() == lemma and any(o.lemma_.lower() == noun for o in objects(verb))
