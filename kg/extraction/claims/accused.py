"""Which parties and which events the words around a claim, a denial or a blame name."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, coordinated, obliques
from kg.extraction.text import in_one_paragraph, sentences_between
from kg.extraction.wordlist import listed
from kg.extraction.words import of_lemmas
from kg.records import Attribution

_FILE = "responsibility.ttl"


def is_word(token: Token, *kinds: str) -> bool:
    """Whether the token's lemma is listed in responsibility.ttl under one of these classes."""
    return token.lemma_.lower() in _listed(kinds)


def is_nobody(noun: Token) -> bool:
    """ "No group", "neither side"."""
    return noun.lower_ == "nobody" or any(c.lower_ in ("no", "neither") for c in noun.children)


def is_channel(token: Token) -> bool:
    """Whether the noun is a website, an account, a channel."""
    return token.lemma_.lower() in listed("event-words.ttl", "ChannelNoun")


@cache
def _listed(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(listed(_FILE, kind) for kind in kinds))


class Accused:
    """Parties and events as the claims of a document name them; `offices`: person to the body spoken for."""

    def __init__(self, story: Story, cast: Cast, voices: Voices, offices: Mapping[int, int]) -> None:
        self.story, self.cast, self.voices, self.offices = story, cast, voices, offices
        self.denied: dict[int, int] = {}  # by where a sentence begins the event that it denied last

    def cues(self, *kinds: str, words: frozenset[str] = frozenset()) -> list[Token]:
        """The tokens listed in responsibility.ttl under one of these classes, or among `words`, in text order."""
        return of_lemmas(self.cast.doc, _listed(kinds) | words)

    def claimants(self, tokens: list[Token]) -> list[int]:
        """Who claims or denies: the body for its unnamed spokesman; nobody for "no group"."""
        told = [t for t in tokens if not is_nobody(t)]
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
        """The actors that the words stand for, each once; "we" is the body of who says it."""
        found = (i for t in tokens for i in self._actors(t) or self._ourselves(t))
        return list(dict.fromkeys(found))

    def _actors(self, token: Token) -> tuple[int, ...]:
        """Who the word stands for; X of "his men" and of "a remnant of X"."""
        found = self.cast.actors(self._self(token))
        unnamed = all(self.cast.drafts[i].generic for i in found)
        if not unnamed or self.cast.name_at(token):
            return found
        armed = kinds.sorts(token, self.cast.lexicon.nouns) & {"fighter", "soldier", "force"}
        men = armed or token.lemma_ in ("man", "member")
        owners = [c for c in children(token, "nmod:poss") if c.pos_ == "PRON"] if men else []
        owners += obliques(token, "of") if is_word(token, "RemnantNoun") else []
        return tuple(i for t in owners for i in self.cast.actors(t)) or found

    def _ourselves(self, token: Token) -> list[int]:
        speaker = self.voices.at(token).claimant if token.lower_ in ("we", "i") else None
        return [] if speaker is None else [self.offices.get(speaker, speaker)]

    def said_by(self, party: int, source: Attribution) -> tuple[bool, Attribution]:
        """Whether the party says it of itself, and who says so: the body, through who speaks for it."""
        speaker = source.claimant
        if speaker is None or speaker == party or self.offices.get(speaker) != party:
            return speaker == party, source
        return True, Attribution(party, speaker, source.said)

    def _self(self, token: Token) -> Token:
        """The person of whom an apposition tells: X of "X, a man implicated in the murder"."""
        name = self.cast.name_at(token.head) if token.dep_ == "appos" and not self.cast.name_at(token) else None
        return token.head if name and name.kind == "Person" else token

    def events(self, tokens: list[Token]) -> list[int]:
        """The violent events that the words, or what is coordinated with them, tell of, each once."""
        found = [i for token in tokens for t in coordinated(token) for i in self._told(t)]
        return list(dict.fromkeys(i for i in found if self.is_violent(i)))

    def _told(self, token: Token) -> list[int]:
        """The events that a noun tells of, those it lists too: "a string of attacks", "attacks, including bombings"."""
        if token.lower_ == "one" and children(token, "det"):
            return self.last_told(token)  # "blamed X for that one"
        around = [token, *obliques(token, "of", "including")]
        found = [i for i in map(self.story.event_of, around) if i is not None]
        return found or self._armed_with(token) or self._told_by_clause(token) or self._done_with(token)

    def _done_with(self, token: Token) -> list[int]:
        """ "A bomb blamed on X killed two": what the weapon did."""
        weapon = token.dep_ == "nsubj" and any(self.cast.kind(i) == "Weapon" for i in self.cast.of(token))
        event = self.story.event_of(token.head) if weapon else None
        return [] if event is None else [event]

    def _told_by_clause(self, token: Token) -> list[int]:
        """ "The bomb that killed two", "the strike that killed two": what the clause tells of a weapon or of a deed."""
        deed = token.lemma_.lower() in self.story.lexicon.triggers.nouns
        if not deed and all(self.cast.kind(i) != "Weapon" for i in self.cast.of(token)):
            return []
        after = [t for t in token.subtree if t.i > token.i and t.dep_ in ("acl:relcl", "acl")]
        clauses = [w for c in after[:1] for w in coordinated(c)]
        return [i for i in map(self.story.event_of, clauses) if i is not None][:1]

    def _armed_with(self, token: Token) -> list[int]:
        """ "Was behind the bomb": the last event before in which that weapon was used."""
        weapons = {i for i in self.cast.of(token) if self.cast.kind(i) == "Weapon"} if is_definite(token) else set()
        used = [i for i, e in enumerate(self.story.events) if weapons & e.entities("weapon")]
        return [i for i in used if self.story.events[i].first.token.i < token.i][-1:]

    def is_violent(self, index: int) -> bool:
        """Whether the event is an attack, a robbery or a war."""
        event = self.story.events[index]
        return event.type in VIOLENT or event.type in ("Robbery", "Conflict")

    def nearby(self, verb: Token) -> list[int]:
        """The event that "the group claimed responsibility" leaves unsaid: the one last told of in the paragraph, else
        the main one."""
        told = [m for m in self.story.mentions if m.token.i < verb.i and m.token.i in self.story.of_token]
        told = [m for m in told if m.modality in ("asserted", "attributed")] or told
        before = [m for m in told if m.type in VIOLENT and m.type not in ("Offensive", "Clash")]
        before = before or [m for m in told if m.type in VIOLENT]
        before = [m for m in before if not _is_aside(m.token)] or before
        same = [m for m in before if m.token.sent == verb.sent]
        same = same or [m for m in before if in_one_paragraph(verb.doc, m.token.i, verb.i)]
        if same:
            return [self.story.of_token[same[-1].token.i]]
        main = self.story.main()
        return [main] if main is not None and before else []

    def last_told(self, token: Token, agent: int | None = None) -> list[int]:
        """The violent event told last in the two sentences before the token's; of those with `agent`, if any."""
        start = token.sent.start
        before = [m for m in self.story.mentions if m.token.i < start and m.token.i in self.story.of_token]
        near = [m for m in before if sentences_between(m.token, token) <= 2 and _fits(m, agent)]
        told = [self.story.of_token[m.token.i] for m in sorted(near, key=lambda m: m.token.i)]
        own = [i for i in told if agent in self.story.events[i].entities("agent")]
        return (own or told)[-1:]


def _fits(mention: Mention, agent: int | None) -> bool:
    """Whether it tells of violence, or of ground that the agent took."""
    return mention.type in VIOLENT or (mention.type == "Seizure" and agent in mention.entities("agent"))


def _is_aside(token: Token) -> bool:
    """Whether it is told in a relative clause: "near the market where 68 were killed in 1994"."""
    return any(t.dep_ == "acl:relcl" for t in (token, *token.ancestors))
