"""Which parties and which events the words around a claim, a denial or a blame name."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.story import Story
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, coordinated, obliques
from kg.extraction.wordlist import listed

_FILE = "responsibility.ttl"


def is_word(token: Token, *kinds: str) -> bool:
    """Whether the token's lemma is listed in responsibility.ttl under one of these classes."""
    return token.lemma_.lower() in _listed(kinds)


@cache
def _listed(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(listed(_FILE, kind) for kind in kinds))


class Accused:
    """Parties and events as the claims of a document name them; `offices`: person to the body spoken for."""

    def __init__(self, story: Story, cast: Cast, voices: Voices, offices: Mapping[int, int]) -> None:
        self.story, self.cast, self.voices, self.offices = story, cast, voices, offices

    def claimants(self, tokens: list[Token]) -> list[int]:
        """Who claims or denies: the body for its unnamed spokesman; nobody for "no group"."""
        told = [t for t in tokens if not any(c.lower_ in ("no", "neither") for c in t.children)]
        found = []
        for token in told:
            spokes = is_word(token, "MouthNoun")
            beside = children(token, "compound", "nmod:poss") + obliques(token, "for", "of", "from", "by")
            bodies = [i for t in beside for i in self.cast.actors(t)] if spokes and not self.cast.name_at(token) else []
            found += bodies[:1] or self.parties([token]) or self._unheard_of(token)
        return list(dict.fromkeys(found))

    def _unheard_of(self, token: Token) -> list[int]:
        """Who claims under a name that nobody knows: "the 'Avengers' claimed the attack"."""
        named = token.pos_ in ("NOUN", "PROPN") and token.tag_ in ("NNS", "NNPS") and not self.cast.of(token)
        return [self.cast.thing(token, "ArmedGroup")] if named else []

    def parties(self, tokens: list[Token]) -> list[int]:
        """The actors that the words stand for, each once."""
        return list(dict.fromkeys(i for t in tokens for i in self.cast.actors(self._self(t))))

    def _self(self, token: Token) -> Token:
        """The person of whom an apposition tells: X of "X, a man implicated in the murder"."""
        name = self.cast.name_at(token.head) if token.dep_ == "appos" and not self.cast.name_at(token) else None
        return token.head if name and name.kind == "Person" else token

    def events(self, tokens: list[Token]) -> list[int]:
        """The violent events that the words, or what is coordinated with them, tell of, each once."""
        found = [i for token in tokens for t in coordinated(token) for i in self._told(t)]
        return list(dict.fromkeys(i for i in found if self._violent(i)))

    def _told(self, token: Token) -> list[int]:
        """The events that a noun tells of, those it lists too: "a string of attacks", "attacks, including bombings"."""
        around = [token, *obliques(token, "of", "including")]
        found = [i for i in map(self.story.event_of, around) if i is not None]
        return found or self._armed_with(token)

    def _armed_with(self, token: Token) -> list[int]:
        """ "Was behind the bomb": the last event before in which that weapon was used."""
        weapons = {i for i in self.cast.of(token) if self.cast.kind(i) == "Weapon"} if is_definite(token) else set()
        used = [i for i, e in enumerate(self.story.events) if weapons & e.entities("weapon")]
        return [i for i in used if self.story.events[i].first.token.i < token.i][-1:]

    def _violent(self, index: int) -> bool:
        event = self.story.events[index]
        return event.type in VIOLENT or event.type in ("Robbery", "Conflict")

    def nearby(self, verb: Token) -> list[int]:
        """The event that "the group claimed responsibility" leaves unsaid: the one last told of, else the main one."""
        before = [
            m
            for m in self.story.mentions
            if m.token.i < verb.i and m.type in VIOLENT and m.token.i in self.story.of_token
        ]
        same = [m for m in before if m.token.sent == verb.sent]
        if same:
            return [self.story.of_token[same[-1].token.i]]
        main = self.story.main()
        return [main] if main is not None and before else []
