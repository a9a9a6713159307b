"""Who claims an event, denies it, or is blamed for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.claims.accused import Accused, is_word
from kg.extraction.claims.attribution import Voices
from kg.extraction.claims.suspects import suspected
from kg.extraction.events.story import Story
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import (
    children,
    coordinated,
    doers,
    is_passive,
    objects,
    obliques,
    subjects,
    undergoers,
)
from kg.extraction.text import sentences_between
from kg.records import Attribution, Responsibility, Span

_BY = ("by", "via", "through", "on", "from")
_CUES = (
    "ClaimVerb", "DenyVerb", "BlameVerb", "AccuseVerb", "BehindWord", "InvolvementVerb", "InvolvementNoun", "WorkNoun",
    "AuthorNoun",
)  # fmt: skip
_DEPTH = 3  # "accused of being involved in planning the attack"


def responsibilities(story: Story, cast: Cast, voices: Voices, offices: Mapping[int, int]) -> Iterator[Responsibility]:
    """Every claim, denial and blame of an event by or of a named or described party.

    What a spokesman claims or denies, the body claims or denies through him (`offices`: person to body).
    """
    reader = _Reader(story, cast, voices, offices)
    found: list[tuple[Token, Responsibility]] = []
    for token in cast.doc:
        if is_word(token, *_CUES):
            found += [(token, claim) for claim in _read(reader, token, found)]
    claims = [claim for _, claim in found]
    return iter([*claims, *suspected(reader, voices, claims)])


def _read(
    reader: "_Reader", token: Token, before: Sequence[tuple[Token, Responsibility]]
) -> Iterator[Responsibility]:
    """The claims of which the token is the cue; `before` are those found so far, with their cues."""
    if token.pos_ == "VERB":
        if is_word(token, "ClaimVerb", "DenyVerb"):
            yield from reader.claimed(token, "claims" if is_word(token, "ClaimVerb") else "denies")
        elif is_word(token, "BlameVerb", "AccuseVerb"):
            yield from reader.blamed(token)
        if is_word(token, "DenyVerb"):
            yield from reader.rejected(token, before)
    if is_word(token, "BehindWord"):
        yield from reader.behind(token)
    elif is_word(token, "InvolvementVerb") and token.tag_ in ("VBN", "JJ") and token.pos_ in ("VERB", "ADJ"):
        yield from reader.involved(token)
    elif token.pos_ == "NOUN" and is_word(token, "InvolvementNoun"):
        yield from reader.taking_part(token)
    elif token.pos_ == "NOUN" and is_word(token, "WorkNoun", "AuthorNoun"):
        yield from reader.work(token, is_word(token, "AuthorNoun"))


class _Reader(Accused):
    # ------------------------------------------------------------ claims and denials
    def claimed(self, verb: Token, stance: str) -> Iterator[Responsibility]:
        """ "X claimed the attack", "the bombing claimed by X", "X denied involvement",
        "responsibility was claimed by X"."""
        nouns = ("GuiltNoun", "ShareNoun") if stance == "denies" else ("GuiltNoun",)
        guilt = [t for t in undergoers(verb) if is_word(t, *nouns)]
        if is_word(verb, "OwnUpVerb") and not guilt:
            return
        stance = _negated(verb, stance)
        for event in self._claimed_events(verb, guilt):
            for party in self.claimants(doers(verb)):
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
        around = [t for t in around if not is_word(t, "MouthNoun")]  # "denied any role in a statement"
        direct = [t for t in undergoers(verb) if t not in guilt]
        around += obliques(verb, "for") + [t for o in obliques(verb, "on", "in") for t in obliques(o, "for")]
        found = self.events([*around, *direct])
        if not found and guilt and all(is_definite(t) or t.pos_ == "PRON" for t in around):
            found = self.nearby(verb)
        return found

    def rejected(self, verb: Token, before: Sequence[tuple[Token, Responsibility]]) -> Iterator[Responsibility]:
        """ "X rejected the charge", "X denied it": the blame laid on X within the two sentences before."""
        if not any(is_word(t, "ChargeNoun") or t.lower_ in ("it", "this", "that") for t in children(verb, "obj")):
            return
        if any(children(t, "acl", "ccomp", "acl:relcl") for t in children(verb, "obj")):
            return
        for party in self.claimants(doers(verb)):
            laid = [c for cue, c in before if c.stance == "blames" and c.responsible == party and _near(cue, verb)]
            for claim in laid[-1:]:
                yield replace(claim, stance="denies", evidence=(_sentence(verb),), attribution=Attribution(party))

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
        patients = [*undergoers(verb), *(() if is_passive(verb) else children(verb, "iobj"))]
        on = obliques(verb, "on", "to", "upon") or [t for p in patients for t in obliques(p, "on", "upon")]
        into = verb.lemma_ == "implicate"  # "implicated the officers in the murder"
        if is_word(verb, "AccuseVerb") or (not on and verb.lemma_ == "blame" and self.parties(patients)):
            parties, events = (
                self.parties(patients),
                self.events(
                    [
                        *obliques(verb, "for", "of", "in", "with", "to"),
                        *(w for t in (verb, *patients) for w in _clauses(t)),
                        *(t for p in patients for t in obliques(p, "of", "for", *(("in",) if into else ()))),
                    ]
                ),
            )
        else:
            parties, events = self.parties(on), self.events(patients)
            if not events and is_passive(verb) and all(t.lower_ == "it" for t in patients):
                events = self.nearby(verb)  # "... that killed 12; it was attributed to X"
        if not events and parties:
            events = self.nearby(verb) if verb.lemma_ == "blame" and not _for_something_else(verb) else []
        blamers = self.parties(doers(verb))
        if any(t.lower_ in ("each", "other", "another") for t in patients) and len(blamers) == 2:
            yield from self._each_other(verb, blamers)
            return
        if not blamers and verb.tag_ == "VBG" and not self.voices.speech_at(verb):
            return  # "stopped short of blaming X"
        source = Attribution(blamers[0]) if blamers else self.voices.at(verb)
        for event in events:
            for party in parties:
                if party != source.claimant:
                    yield Responsibility(event, party, "blames", (_span(verb, self.story, event),), source)

    def _each_other(self, verb: Token, sides: Sequence[int]) -> Iterator[Responsibility]:
        """ "A and B accused each other of shelling C": each blames the other."""
        for event in self.events([*obliques(verb, "of", "for"), *_clauses(verb)]):
            for one, other in (sides, reversed(sides)):
                yield Responsibility(event, other, "blames", (_span(verb, self.story, event),), Attribution(one))

    def behind(self, token: Token) -> Iterator[Responsibility]:
        """ "X was behind the attack", "X was responsible for the attack", said by somebody."""
        named = _named_responsible(token)
        if token.dep_ == "amod" and not named and not self.voices.speech_at(token):
            return  # "the men responsible": nobody blames them here
        clause = token.head if token.lemma_ == "behind" else token
        if any(c.lower_ in ("whether", "if") for c in children(clause, "mark")):
            return  # "did not say whether it was behind it"
        parties = self.parties(named or subjects(clause))
        told = [t for o in obliques(clause, "for", "of") for t in _below(o)] if clause == token else [clause]
        told += obliques(token.head, "for") if token.dep_ == "xcomp" else []  # "for which they are held responsible"
        events = self.events(told + _clauses(clause))
        source = self._held_by(token) or self.voices.at(token)
        for event in events:
            for party in parties:
                stance = "claims" if party == source.claimant else "blames"
                if any(c.lower_ in ("not", "n't", "never") for c in clause.children):
                    stance = "denies"
                yield Responsibility(event, party, stance, (_span(token, self.story, event),), source)

    def _held_by(self, token: Token) -> Attribution | None:
        """ "X held Y responsible": X blames."""
        holds = token.dep_ == "xcomp" and is_word(token.head, "HoldVerb") and not is_passive(token.head)
        parties = self.parties(doers(token.head)) if holds else []
        return Attribution(parties[0]) if parties else None

    def involved(self, token: Token) -> Iterator[Responsibility]:
        """ "X was involved in the massacre", "officers involved in the killing"."""
        holders = subjects(token)
        if not holders and token.dep_ == "acl":
            holders = [token.head, *([token.head.head] if token.head.dep_ == "conj" else [])]
        yield from self._blame(token, self.parties(holders), self.events(obliques(token, "in")))

    def taking_part(self, noun: Token) -> Iterator[Responsibility]:
        """ "The involvement of X in the killing", "their suspected participation in the attack"."""
        holders = [*children(noun, "nmod:poss", "compound"), *obliques(noun, "of", "by")]
        events = self.events([t for n in (noun, *holders) for t in obliques(n, "in")])
        yield from self._blame(noun, self.parties(holders), events)

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
            yield from self._blame(token, self.parties(holders), self.events(of))
        elif children(token, "cop"):
            yield from self._blame(token, self.parties(of), self.events(subjects(token)))

    def _blame(self, token: Token, parties: list[int], events: list[int]) -> Iterator[Responsibility]:
        source = self.voices.at(token)
        stance = "denies" if any(c.lower_ in ("not", "n't", "never") for c in token.children) else "blames"
        for event in events:
            for party in parties:
                own = "claims" if party == source.claimant and stance == "blames" else stance
                yield Responsibility(event, party, own, (_span(token, self.story, event),), source)


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


def _named_responsible(token: Token) -> list[Token]:
    """ "Those responsible for it are X": X."""
    those = token.head
    told = token.dep_ == "amod" and those.dep_ == "nsubj" and children(those.head, "cop")
    return list(coordinated(those.head)) if told else []


def _negated(verb: Token, stance: str) -> str:
    no = any(
        c.lower_ in ("not", "n't", "never", "no")
        for t in [verb, *children(verb, "nsubj", "nsubj:pass", "obj")]
        for c in t.children
    )
    return "denies" if no and stance == "claims" and not is_passive(verb) else stance


def _near(cue: Token, verb: Token) -> bool:
    return cue.i < verb.i and sentences_between(cue, verb) <= 2


def _sentence(token: Token) -> Span:
    words = [t for t in token.sent if not t.is_space]
    return Span(words[0].idx, words[-1].idx + len(words[-1]))


def _for_something_else(verb: Token) -> bool:
    """ "Blamed X for laying them", "for the delay": what is blamed on X is said, and is nothing that is known."""
    nouns = [t for t in obliques(verb, "for") if t.pos_ != "PRON"]
    return bool(nouns) or any(c.lower_ == "for" for t in children(verb, "advcl") for c in children(t, "mark"))


def _clauses(verb: Token) -> list[Token]:
    """The clauses below, with what happens in them: "of killing X", "with having taken part in the murder"."""
    return [w for c in children(verb, "advcl", "xcomp", "ccomp", "acl") for t in (c, *undergoers(c)) for w in _below(t)]


def _below(token: Token, depth: int = _DEPTH) -> list[Token]:
    """The token, and below words of taking part what the part was taken in: "charges of masterminding the murder"."""
    found = [token]
    if depth and is_word(token, "PartVerb"):
        inner = [*objects(token), *obliques(token, "in", "for", "of", "to"), *children(token, "advcl", "xcomp", "acl")]
        found += [w for t in inner for w in _below(t, depth - 1)]
    return found


def _span(verb: Token, story: Story, event: int) -> Span:
    """From the verb to the event's mention in the same sentence, else the verb's own sentence."""
    own = [m.token for m in story.events[event].mentions if m.token.sent == verb.sent]
    if not own:
        return _sentence(verb)
    first, last = sorted((verb, own[0]))
    return Span(first.idx, last.idx + len(last))
