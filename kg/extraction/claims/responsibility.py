"""Who claims an event, denies it, or is blamed for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.claims import hints
from kg.extraction.claims.accused import Accused, is_channel, is_nobody, is_word
from kg.extraction.claims.attribution import Voices
from kg.extraction.claims.channels import POSTED, channel, outlets
from kg.extraction.claims.guilt import (
    below,
    clauses,
    is_bare,
    is_denied,
    is_said_by_nobody,
    is_to_blame,
    is_unsaid,
    named_responsible,
    negated,
    span,
)  # fmt: skip
from kg.extraction.claims.idioms import set_phrases
from kg.extraction.claims.suspects import suspected
from kg.extraction.events.story import Story
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import (
    children,
    doers,
    is_passive,
    obliques,
    subjects,
    undergoers,
)
from kg.records import Attribution, Responsibility

_BY = ("by", "via", "through", "on", "from")
_CUES = (
    "ClaimVerb", "DenyVerb", "BlameVerb", "AccuseVerb", "BehindWord", "InvolvementVerb", "InvolvementNoun", "WorkNoun",
    "AuthorNoun", *(kind for kind, _ in hints.HINTS),
)  # fmt: skip


def responsibilities(story: Story, cast: Cast, voices: Voices, offices: Mapping[int, int]) -> Iterator[Responsibility]:
    """Every claim, denial and blame of an event by or of a named or described party.

    What a spokesman claims or denies, the body claims or denies through him (`offices`: person to body).
    """
    reader = _Reader(story, cast, voices, offices)
    found: list[tuple[Token, Responsibility]] = []
    for token in reader.cues(*_CUES):
        found += [(token, claim) for claim in _read(reader, token, found)]
    claims = [claim for _, claim in found]
    return iter([*claims, *suspected(reader, voices, claims), *set_phrases(reader)])


def _read(
    reader: "_Reader", token: Token, before: Sequence[tuple[Token, Responsibility]]
) -> Iterator[Responsibility]:
    """The claims of which the token is the cue; `before` are those found so far, with their cues."""
    if token.pos_ == "VERB" and not (is_word(token, "DenyVerb") and is_unsaid(token)):
        suspected = token.lemma_ == "suspect" and token.dep_ == "amod"  # "suspected rebels": of what they did next
        if is_word(token, "ClaimVerb", "DenyVerb"):
            yield from reader.claimed(token, "claims" if is_word(token, "ClaimVerb") else "denies")
        elif is_word(token, "BlameVerb", "AccuseVerb") and not suspected:
            yield from reader.blamed(token)
        if is_word(token, "DenyVerb"):
            yield from hints.rejected(reader, token, before)
            yield from hints.absent(reader, token)
    if is_word(token, "BehindWord"):
        yield from reader.behind(token)
    elif is_word(token, "InvolvementVerb") and token.tag_ in ("VBN", "JJ") and token.pos_ in ("VERB", "ADJ"):
        yield from reader.involved(token)
    elif token.pos_ == "NOUN" and is_word(token, "InvolvementNoun"):
        yield from reader.taking_part(token)
    elif token.pos_ == "NOUN" and is_word(token, "WorkNoun", "AuthorNoun"):
        yield from reader.work(token, is_word(token, "AuthorNoun"))
    for hint in hints.of(token.lemma_.lower()):
        yield from hint(reader, token)


class _Reader(Accused):
    # ------------------------------------------------------------ claims and denials
    def claimed(self, verb: Token, stance: str) -> Iterator[Responsibility]:
        """ "X claimed the attack", "the bombing claimed by X", "X denied involvement",
        "responsibility was claimed by X"."""
        nouns = ("GuiltNoun", "ShareNoun") if stance == "denies" else ("GuiltNoun",)
        guilt = [t for t in undergoers(verb) if is_word(t, *nouns)]
        if is_word(verb, "OwnUpVerb") and not guilt:
            return
        stance = negated(verb, stance)
        for event in self._claimed_events(verb, guilt):
            behalf = self._on_behalf(verb) if stance == "claims" else []
            for party in behalf or self.claimants(doers(verb)):
                body, via = self.offices.get(party, party), self._via(verb)
                if behalf and via is None:
                    via = next((i for d in doers(verb) for i in outlets(obliques(d, "to"), self.cast, POSTED)), None)
                via = None if via == body else via
                spoken = via is None and body != party and self.cast.kind(party) == "Person"
                through = party if spoken else via
                words = (span(verb, self.story, event),)
                yield Responsibility(event, body, stance, words, Attribution(body, through))

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
        if not found and verb.lemma_ == "claim" and any(t.lower_ in ("it", "this") for t in direct):
            found = self.last_told(verb)
        return found

    def _on_behalf(self, verb: Token) -> list[int]:
        """ "A caller to a newspaper claimed it for X", "on behalf of X": X claims."""
        beside = [*obliques(verb, "for"), *(t for o in obliques(verb, "on", "in") for t in obliques(o, "of"))]
        return [i for i in self.parties(beside) if self.cast.kind(i) == "ArmedGroup"]

    def _via(self, verb: Token) -> int | None:
        """The outlet through which it is claimed: beside the verb, or beside what is claimed."""
        hung = [t for h in (verb, *undergoers(verb)) for t in obliques(h, "via", "through")]
        guilt = [t for t in undergoers(verb) if is_word(t, "GuiltNoun")]
        channels = [t for h in undergoers(verb) for t in obliques(h, "on", "in") if is_channel(t)]
        for token in [*hung, *(t for h in (verb, *guilt) for t in obliques(h, "in", "on")), *channels]:
            below = [*obliques(token, *_BY), *(t for a in children(token, "acl") for t in obliques(a, *_BY))]
            found = [i for t in (token, *below) for i in self.cast.of(t) if self.cast.kind(i) == "MediaOutlet"]
            if found:
                return found[0]
        return next((i for h in (verb, *undergoers(verb)) if (i := channel(h, self.cast)) is not None), None)

    # ------------------------------------------------------------ blame
    def blamed(self, verb: Token) -> Iterator[Responsibility]:
        """ "X blamed Y for Z", "Z blamed on Y", "accused Y of Z"."""
        if is_to_blame(verb):
            yield from self._to_blame(verb)
            return
        patients = [*undergoers(verb), *(() if is_passive(verb) else children(verb, "iobj"))]
        on = obliques(verb, "on", "to", "upon") or [t for p in patients for t in obliques(p, "on", "upon")]
        on = [t for t in on if t.ent_type_ != "DATE"]
        into = verb.lemma_ == "implicate"  # "implicated the officers in the murder"
        if is_word(verb, "AccuseVerb") or (not on and verb.lemma_ == "blame" and self.parties(patients)):
            parties, events = (
                self.parties(patients),
                self.events(
                    [
                        *obliques(verb, "for", "of", "in", "with", "to"),
                        *(w for t in (verb, *patients) for w in clauses(t)),
                        *(t for p in patients for t in obliques(p, "of", "for", *(("in",) if into else ()))),
                    ]
                ),
            )
        else:
            parties, events = self.parties(on), self.events(patients)
            taken_up = [t for t in patients if t.lower_ in (("it",) if is_passive(verb) else ("it", "them", "this"))]
            if not events and parties and len(taken_up) == len(patients):
                events = self.nearby(verb)  # "... that killed 12; it was attributed to X"
        if not events and parties:
            events = self.nearby(verb) if is_bare(verb) else []
        blamers = self.parties(doers(verb))
        nameless = not blamers and any(t.pos_ == "PRON" for t in doers(verb)) and not self.voices.speech_at(verb)
        if is_unsaid(verb) or nameless:
            return  # who "they" are that accuse is not known
        if any(t.lower_ in ("each", "other", "another") for t in patients) and len(blamers) == 2:
            yield from self._each_other(verb, blamers)
            return
        if not blamers and verb.tag_ == "VBG" and not self.voices.speech_at(verb):
            return  # "stopped short of blaming X"
        source = Attribution(blamers[0]) if blamers else self.voices.at(verb)
        for event in events:
            for party in parties:
                if party != source.claimant:
                    yield Responsibility(event, party, "blames", (span(verb, self.story, event),), source)

    def _to_blame(self, verb: Token) -> Iterator[Responsibility]:
        """ "X was to blame for the attack"."""
        if any(c.lower_ in ("whether", "if") for c in children(verb, "mark")):
            return
        told = obliques(verb, "for")
        events = self.events(told) or (self.nearby(verb) if all(t.pos_ == "PRON" for t in told) else [])
        yield from self._blame(verb, self.parties(subjects(verb)), events)

    def _each_other(self, verb: Token, sides: Sequence[int]) -> Iterator[Responsibility]:
        """ "A and B accused each other of shelling C": each blames the other."""
        events = self.events([*obliques(verb, "of", "for"), *clauses(verb)])
        for event in events or (self.nearby(verb) if is_bare(verb) else []):
            for one, other in (sides, reversed(sides)):
                yield Responsibility(event, other, "blames", (span(verb, self.story, event),), Attribution(one))

    def behind(self, token: Token) -> Iterator[Responsibility]:
        """ "X was behind the attack", "X was responsible for the attack", said by somebody."""
        named = named_responsible(token)
        if token.dep_ == "amod" and not named and not self.voices.speech_at(token):
            return  # "the men responsible": nobody blames them here
        clause = token.head if token.lemma_ == "behind" else token
        if is_said_by_nobody(clause) or any(c.lower_ in ("whether", "if") for c in children(clause, "mark")):
            return  # "did not say whether it was behind it"
        if clause.dep_ == "ccomp" and any(map(is_nobody, subjects(clause.head))):
            return  # "no group has said that it was behind it"
        parties = self.parties(named or subjects(clause))
        told = [t for o in obliques(clause, "for", "of") for t in below(o)] if clause == token else [clause]
        told += obliques(token.head, "for") if token.dep_ == "xcomp" else []  # "for which they are held responsible"
        source = self._held_by(token) or self.voices.at(token)
        events = self.events(told + clauses(clause))
        if not events and source.claimant is not None and all(t.pos_ == "PRON" for t in told):
            denied = self.denied.get(token.sent.start)  # "denied it, and held X responsible"
            events = [denied] if denied is not None else self.nearby(token)  # "said X was behind it"
        for event in events:
            for party in parties:
                own, by = self.said_by(party, source)
                stance = "denies" if is_denied(clause) else "claims" if own else "blames"
                yield Responsibility(event, party, stance, (span(token, self.story, event),), by)

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
        told = obliques(token, "in")
        bare = not told and token.dep_ == "ccomp" and is_word(token.head, "DenyVerb")  # "denied that X was involved"
        yield from self._blame(token, self.parties(holders), self.nearby(token) if bare else self.events(told))

    def taking_part(self, noun: Token) -> Iterator[Responsibility]:
        """ "The involvement of X in the killing", "their suspected participation in the attack"."""
        holders = [*children(noun, "nmod:poss", "compound"), *obliques(noun, "of", "by")]
        events = self.events([t for n in (noun, *holders) for t in obliques(n, "in")])
        yield from self._blame(noun, self.parties(holders), events)

    def work(self, token: Token, author: bool) -> Iterator[Responsibility]:
        """ "The attack was the work of X", "X, the mastermind of the attack"."""
        of = obliques(token, "of", "behind", "by")
        whose = [] if of else children(token, "nmod:poss")  # "said the attack was its work"
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
            events = self.events(subjects(token)) or self.events(hints.spoken_of(token))[:1]
            yield from self._blame(token, self.parties([*of, *whose]), events)

    def _blame(self, token: Token, parties: list[int], events: list[int]) -> Iterator[Responsibility]:
        source = self.voices.at(token)
        stance = "denies" if is_denied(token) else "blames"
        for event in events:
            for party in parties:
                own, by = self.said_by(party, source)
                told = "claims" if own and stance == "blames" else stance
                yield Responsibility(event, party, told, (span(token, self.story, event),), by)


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
