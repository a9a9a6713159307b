"""Who does it and with what: the doers of an event and the weapons, in the slots that syntax gives to either."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.events.arms import arms, borne, goes_up, is_aircraft, weapon_class
from kg.extraction.events.trigger import Trigger
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import weapon_label
from kg.extraction.syntax.clause import children, doers, obliques, subjects
from kg.extraction.syntax.phrase import compound


@dataclass(frozen=True, slots=True)
class Filler:
    """Entity `entity`, mentioned at `token`, in role "agent", "target", "victim", "place", "weapon" or "method"."""

    role: str
    entity: int
    token: Token


class ArmedSlots:
    """Reads doers and weapons around one trigger."""

    def __init__(self, trigger: Trigger, cast: Cast, lexicon: Lexicon) -> None:
        self.trigger, self.cast, self.lexicon = trigger, cast, lexicon
        self.token, self.frame = trigger.token, trigger.sense.frame

    def _done(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        for token in (w for t in tokens for w in self._counted(t)):
            if self._is_weapon(token):
                yield from self._armed([token])
                yield from self._wielders(token)
                continue
            yield from self._armed([token])
            if self.trigger.sense.evokes == "Airstrike" and token.lemma_.lower() in listed("Aircraft"):
                yield Filler("weapon", self.cast.concept(token.lemma_.lower(), "Weapon", token), token)
            if "vehicle" in kinds.sorts(token, self.lexicon.nouns) and not self._blown_up(token):
                yield from self._wielders(token)
            yield from self._armed(borne(token))
            for index in self.cast.actors(token):
                yield Filler("agent", index, token)
            yield from self._leading(token)

    def _counted(self, token: Token) -> list[Token]:
        """Whom a number or a word for one counts, "two of the men", "dozens of gunmen"; others stand for themselves."""
        counts = token.pos_ in ("NUM", "DET", "PRON") or (
            token.lemma_.lower() in listed("PartNoun") and not self.cast.actors(token)
        )
        return (obliques(token, "of") if counts else []) or [token]

    def _leading(self, men: Token) -> Iterator[Filler]:
        """Under whom "gunmen under X", "rebels led by X" did it."""
        if "fighter" in kinds.sorts(men, self.lexicon.nouns):
            led = [c for c in children(men, "acl") if c.lemma_ in ("lead", "command", "head")]
            for leader in (*obliques(men, "under"), *(t for c in led for t in obliques(c, "by"))):
                people = (i for i in self.cast.of(leader) if self.cast.kind(i) == "Person")
                yield from (Filler("agent", i, leader) for i in people)

    def _blown_up(self, vehicle: Token) -> bool:
        """ "An airline's plane exploded, killing all on board": it is no weapon of the airline."""
        above = self.token.head
        return goes_up(above) and vehicle in subjects(above)

    def _is_weapon(self, token: Token) -> bool:
        return weapon_class(token, self.lexicon) is not None and not self.cast.name_at(token)

    def _wielders(self, weapon: Token) -> Iterator[Filler]:
        """Whose weapon or vehicle it is: "coalition warplanes", "an army helicopter", "a rocket fired by rebels"."""
        for clause in children(weapon, "acl"):
            if clause.tag_ == "VBN":
                yield from (Filler("agent", i, t) for t in doers(clause) for i in self.cast.actors(t))
                planes = (t for t in obliques(clause, "from") if is_aircraft(t))  # "fired from US drones"
                yield from (filler for t in planes for filler in self._wielders(t))
        for child in weapon.lefts:
            jet = child.lower_ == "fighter"  # in "a fighter jet" it is nobody
            if child.dep_ in ("compound", "amod", "nmod:poss", "nmod") and not jet:
                owners = (*self.cast.actors(child), *self.cast.adjective_actor(child))
                yield from (Filler("agent", i, child) for i in owners)

    def _agents(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        for token in (w for t in tokens for w in self._counted(t)):
            for index in self.cast.actors(token):
                yield Filler("agent", index, token)

    def _armed(self, tokens: Iterable[Token]) -> Iterator[Filler]:
        for token in (w for t in tokens for w in arms(t, self.lexicon)):
            yield Filler("weapon", self.cast.concept(weapon_label(token, self.lexicon), "Weapon", token), token)

    def _method(self, words: str) -> Iterator[Filler]:
        cues = [words, *(compound(t) for t in ([self.trigger.weapon] if self.trigger.weapon is not None else []))]
        for cue, label in self.lexicon.nouns.methods.items():
            if any(cue in c.split() or cue == c or c.endswith(" " + cue) for c in cues):
                yield Filler("method", self.cast.concept(label, "Method", self.token), self.token)
