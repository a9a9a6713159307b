"""Who claims an event, denies it, or is blamed for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.story import Story
from kg.extraction.mentions.cast import Cast
from kg.extraction.syntax.clause import children, coordinated, doers, is_passive, obliques, subjects, undergoers
from kg.extraction.wordlist import listed
from kg.records import Attribution, Responsibility, Span

_FILE = "responsibility.ttl"
_BY = ("by", "via", "through", "on", "from")


@cache
def _listed(*kinds: str) -> frozenset[str]:
    """The words of some lists of ontology/responsibility.ttl."""
    return frozenset().union(*(listed(_FILE, kind) for kind in kinds))


def responsibilities(story: Story, cast: Cast, voices: Voices, offices: Mapping[int, int]) -> Iterator[Responsibility]:
    """Every claim, denial and blame of an event by or of a named or described party.

    What a spokesman claims or denies, the body claims or denies through him (`offices`: person to body).
    """
    reader = _Reader(story, cast, voices, offices)
    for token in cast.doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _listed("ClaimVerb", "DenyVerb"):
            yield from reader.claimed(token, "claims" if lemma in _listed("ClaimVerb") else "denies")
        elif token.pos_ == "VERB" and lemma in _listed("BlameVerb", "AccuseVerb"):
            yield from reader.blamed(token)
        elif lemma in _listed("BehindWord"):
            yield from reader.behind(token)
        elif lemma == "involve" and token.tag_ == "VBN" and token.pos_ in ("VERB", "ADJ"):
            yield from reader.involved(token)
        elif token.pos_ == "NOUN" and lemma in _listed("WorkNoun", "AuthorNoun"):
            yield from reader.work(token, lemma in _listed("AuthorNoun"))


class _Reader:
    def __init__(self, story: Story, cast: Cast, voices: Voices, offices: Mapping[int, int]) -> None:
        self.story, self.cast, self.voices, self.offices = story, cast, voices, offices

    # ------------------------------------------------------------ claims and denials
    def claimed(self, verb: Token, stance: str) -> Iterator[Responsibility]:
        """ "X claimed the attack", "the bombing claimed by X", "X denied involvement",
        "responsibility was claimed by X"."""
        nouns = _listed("GuiltNoun", "ShareNoun") if stance == "denies" else _listed("GuiltNoun")
        guilt = [t for t in undergoers(verb) if t.lemma_.lower() in nouns]
        if verb.lemma_ in _listed("OwnUpVerb") and not guilt:
            return
        stance = _negated(verb, stance)
        for event in self._claimed_events(verb, guilt):
            for party in self._claimants(doers(verb)):
                body, via = self.offices.get(party, party), self._via(verb)
                channel = party if via is None and body != party else via
                span = _span(verb, self.story, event)
                yield Responsibility(event, body, stance, (span,), Attribution(body, channel))

    def _claimed_events(self, verb: Token, guilt: list[Token]) -> list[int]:
        around = [
            t
            for g in guilt
            for t in [
                *obliques(g, "for", "in", "of"),
                *(a for o in obliques(g, "for", "in") for a in children(o, "conj")),
            ]
        ]
        direct = [t for t in undergoers(verb) if t not in guilt]
        found = self._events([*around, *direct, *obliques(verb, "for")])
        if not found and guilt:
            found = self._nearby(verb)
        return found

    def _via(self, verb: Token) -> int | None:
        """The outlet through which it is claimed: beside the verb, or beside what is claimed."""
        hung = [t for h in (verb, *undergoers(verb)) for t in obliques(h, "via", "through")]
        for token in [*hung, *obliques(verb, "in", "on")]:
            below = [*obliques(token, *_BY), *(t for a in children(token, "acl") for t in obliques(a, *_BY))]
            found = [i for t in (token, *below) for i in self.cast.of(t) if self.cast.kind(i) == "MediaOutlet"]
            if found:
                return found[0]
        return None

    # ------------------------------------------------------------ blame
    def blamed(self, verb: Token) -> Iterator[Responsibility]:
        """ "X blamed Y for Z", "Z blamed on Y", "accused Y of Z"."""
        patients = undergoers(verb)
        on = obliques(verb, "on", "to", "upon")
        if verb.lemma_ in _listed("AccuseVerb") or (not on and obliques(verb, "for")):
            parties, events = (
                self._parties(patients),
                self._events(
                    [
                        *obliques(verb, "for", "of", "in", "with", "to"),
                        *_clauses(verb),
                        *(t for p in patients for t in obliques(p, "of", "for")),
                    ]
                ),
            )
        else:
            parties, events = self._parties(on), self._events(patients)
        if not events and parties:
            events = self._nearby(verb) if verb.lemma_ == "blame" else []
        blamers = self._parties(doers(verb))
        source = Attribution(blamers[0]) if blamers else self.voices.at(verb)
        for event in events:
            for party in parties:
                if party != source.claimant:
                    yield Responsibility(event, party, "blames", (_span(verb, self.story, event),), source)

    def behind(self, token: Token) -> Iterator[Responsibility]:
        """ "X was behind the attack", "X was responsible for the attack", said by somebody."""
        clause = token if token.lemma_ == "responsible" else token.head
        parties = self._parties(subjects(clause))
        events = self._events(obliques(clause, "for") if clause == token else [clause])
        source = self.voices.at(token)
        for event in events:
            for party in parties:
                stance = "claims" if party == source.claimant else "blames"
                if any(c.lower_ in ("not", "n't", "never") for c in clause.children):
                    stance = "denies"
                yield Responsibility(event, party, stance, (_span(token, self.story, event),), source)

    def involved(self, token: Token) -> Iterator[Responsibility]:
        """ "X was involved in the massacre", "officers involved in the killing"."""
        holders = subjects(token)
        if not holders and token.dep_ == "acl":
            holders = [token.head, *([token.head.head] if token.head.dep_ == "conj" else [])]
        yield from self._blame(token, self._parties(holders), self._events(obliques(token, "in")))

    def work(self, token: Token, author: bool) -> Iterator[Responsibility]:
        """ "The attack was the work of X", "X, the mastermind of the attack"."""
        of = obliques(token, "of", "behind", "by")
        if author:
            holders = (
                subjects(token)
                if children(token, "cop")
                else [token.head]
                if token.dep_ == "appos"
                else children(token, "appos")
            )
            yield from self._blame(token, self._parties(holders), self._events(of))
        elif children(token, "cop"):
            yield from self._blame(token, self._parties(of), self._events(subjects(token)))

    def _blame(self, token: Token, parties: list[int], events: list[int]) -> Iterator[Responsibility]:
        source = self.voices.at(token)
        stance = "denies" if any(c.lower_ in ("not", "n't", "never") for c in token.children) else "blames"
        for event in events:
            for party in parties:
                own = "claims" if party == source.claimant and stance == "blames" else stance
                yield Responsibility(event, party, own, (_span(token, self.story, event),), source)

    # ------------------------------------------------------------ lookups
    def _claimants(self, tokens: list[Token]) -> list[int]:
        """Who claims or denies: the body for its unnamed spokesman; nobody for "no group"."""
        told = [t for t in tokens if not any(c.lower_ in ("no", "neither") for c in t.children)]
        found = []
        for token in told:
            spokes = token.lemma_.lower() in _listed("MouthNoun")
            beside = children(token, "compound", "nmod:poss") + obliques(token, "for", "of", "from", "by")
            bodies = [i for t in beside for i in self.cast.actors(t)] if spokes and not self.cast.name_at(token) else []
            found += bodies[:1] or self._parties([token])
        return list(dict.fromkeys(found))

    def _parties(self, tokens: list[Token]) -> list[int]:
        return list(dict.fromkeys(i for t in tokens for i in self.cast.actors(t)))

    def _events(self, tokens: list[Token]) -> list[int]:
        found = [i for token in tokens for t in coordinated(token) for i in self._told(t)]
        return list(dict.fromkeys(i for i in found if self._violent(i)))

    def _told(self, token: Token) -> list[int]:
        """The events that a noun tells of, those it lists too: "a string of attacks", "attacks, including bombings"."""
        around = [token, *obliques(token, "of", "including")]
        return [i for i in map(self.story.event_of, around) if i is not None]

    def _violent(self, index: int) -> bool:
        event = self.story.events[index]
        return event.type in VIOLENT or event.type in ("Robbery", "Conflict")

    def _nearby(self, verb: Token) -> list[int]:
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


def merged(claims: Iterable[Responsibility]) -> list[Responsibility]:
    """One claim for each claimant and content, with all its evidence,
    and its channel where one of the tellings names it."""
    found: dict[tuple[int, int, str, int | None], Responsibility] = {}
    for claim in claims:
        key = (claim.about, claim.responsible, claim.stance, claim.attribution.claimant)
        first = found.setdefault(key, claim)
        source = replace(
            first.attribution, via=first.attribution.via if first.attribution.via is not None else claim.attribution.via
        )
        found[key] = replace(first, evidence=tuple(sorted({*first.evidence, *claim.evidence})), attribution=source)
    return list(found.values())


def _negated(verb: Token, stance: str) -> str:
    no = any(
        c.lower_ in ("not", "n't", "never", "no")
        for t in [verb, *children(verb, "nsubj", "nsubj:pass", "obj")]
        for c in t.children
    )
    return "denies" if no and stance == "claims" and not is_passive(verb) else stance


def _clauses(verb: Token) -> list[Token]:
    return [t for c in children(verb, "advcl", "xcomp", "ccomp") for t in (c, *undergoers(c))]


def _span(verb: Token, story: Story, event: int) -> Span:
    """From the verb to the event's mention in the same sentence, else the verb's own sentence."""
    own = [m.token for m in story.events[event].mentions if m.token.sent == verb.sent]
    tokens = [verb, *own[:1]] if own else [verb.sent[0], *[t for t in verb.sent if not t.is_space][-1:]]
    first, last = min(tokens), max(tokens)
    return Span(first.idx, last.idx + len(last))
