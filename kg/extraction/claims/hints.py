"""Claims, denials and blame that no verb of claiming or blaming tells: revenge taken, men thought to belong to a group,
weapons whose use is denied, charges rejected, a name for an answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from kg.extraction.claims.accused import Accused, is_word
from kg.extraction.claims.guilt import near, sentence
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.spans import between
from kg.extraction.syntax.clause import children, doers, objects, obliques, subjects, undergoers
from kg.extraction.wordlist import listed
from kg.records import Attribution, Responsibility

_ABOVE = 3
Cued = Sequence[tuple[Token, Responsibility]]


def revenge(reader: Accused, noun: Token) -> Iterator[Responsibility]:
    """ "X said that it had acted in revenge for Y", "that it had been in revenge": X claims what was told before."""
    heard, copular = reader.voices.at(noun), bool(children(noun, "cop"))
    group, source = _group(reader, heard)
    verb = noun if copular else noun.head
    if group is None or not (copular or noun.dep_ == "obl") or reader.story.event_of(verb) is not None:
        return
    told = subjects(verb)
    pronoun = bool(told) and all(t.lower_ in ("it", "they", "this") for t in told)
    mine = group in reader.parties(told) or (pronoun and (copular or verb.lemma_ == "act"))
    events = reader.last_told(noun, group) if mine else reader.events(told)
    for event in events:
        yield Responsibility(event, group, "claims", (between(verb, noun),), source)


def partaking(reader: Accused, verb: Token) -> Iterator[Responsibility]:
    """ "X said it had taken part": X claims what was told before."""
    group, source = _group(reader, reader.voices.at(verb))
    took = verb.lemma_ == "take" and any(t.lower_ == "part" for t in children(verb, "obj"))
    if group is None or not took or obliques(verb, "in") or any(c.lower_ in ("not", "n't") for c in verb.lefts):
        return
    told = subjects(verb)
    mine = group in reader.parties(told) or any(t.lower_ in ("it", "they", "we") for t in told)
    for event in reader.nearby(verb) if mine else []:
        yield Responsibility(event, group, "claims", (between(verb, verb),), source)


def bearing(reader: Accused, noun: Token) -> Iterator[Responsibility]:
    """ "X bears responsibility for the attack": X is blamed by who says so."""
    verb, source = noun.head, reader.voices.at(noun)
    if noun.dep_ != "obj" or not is_word(verb, "BearVerb") or source.claimant is None:
        return
    events = reader.events([*obliques(noun, "for"), *obliques(verb, "for")])
    for event in events:
        for party in reader.parties(subjects(verb)):
            if party != source.claimant:
                yield Responsibility(event, party, "blames", (between(verb, noun),), source)


def shared(reader: Accused, noun: Token) -> Iterator[Responsibility]:
    """ "X denied that it had any part in the attack": X denies it."""
    verb = noun.head
    denial = verb.head
    clause = verb.dep_ == "ccomp" and is_word(denial, "DenyVerb") and verb.lemma_ in ("have", "play", "take", "bear")
    if noun.dep_ != "obj" or not clause:
        return
    told = obliques(noun, "in", "for", "to", "with")
    for party in reader.claimants(doers(denial)):
        body = reader.offices.get(party, party)
        for event in reader.events(told) or reader.nearby(denial):
            source = Attribution(body, party if body != party else None)
            yield Responsibility(event, body, "denies", (between(denial, noun),), source)


def absent(reader: Accused, verb: Token) -> Iterator[Responsibility]:
    """ "X denied that its troops had been in the area": X denies the event for which it, or men like its own, were
    blamed or told to be the doers, right before."""
    below = [c for c in children(verb, "ccomp") if is_word(c, "SceneWord") and children(c, "cop")]
    men = [t for c in below for t in subjects(c)]
    theirs = [t for t in men if t.pos_ == "PRON" or children(t, "nmod:poss")]
    if not theirs or len(theirs) != len(men):
        return
    for party in reader.claimants(doers(verb)):
        body = reader.offices.get(party, party)
        for event in reader.nearby(verb):
            source = Attribution(body, party if body != party else None)
            yield Responsibility(event, body, "denies", (between(verb, below[0]),), source)


def identified(reader: Accused, noun: Token) -> Iterator[Responsibility]:
    """ "The killers were members of X", "the attackers were X fighters": X is blamed for what was told last."""
    doers_told = [t for t in subjects(noun) if children(noun, "cop") and is_word(t, "DoerNoun") and is_definite(t)]
    if not doers_told or any(c.lower_ in ("not", "n't", "if", "whether") for c in noun.children):
        return
    named = [*obliques(noun, "of", "from"), *children(noun, "compound", "amod", "nmod:poss")]
    parties = [i for i in reader.parties(named) if reader.cast.kind(i) == "ArmedGroup"]
    source = reader.voices.at(noun)
    for event in reader.last_told(noun) or reader.nearby(noun):
        for party in dict.fromkeys(parties):
            stance = "claims" if party == source.claimant else "blames"
            yield Responsibility(event, party, stance, (between(doers_told[0], noun),), source)


def _group(reader: Accused, heard: Attribution) -> tuple[int | None, Attribution]:
    """The armed group that says so, through who speaks for it, and who says so."""
    speaker = heard.claimant
    group = reader.offices.get(speaker, speaker) if speaker is not None else None
    if group is None or reader.cast.kind(group) != "ArmedGroup":
        return None, heard
    return group, heard if group == speaker else Attribution(group, speaker, heard.said)


def belonging(reader: Accused, verb: Token) -> Iterator[Responsibility]:
    """ "Gunmen believed to belong to X attacked ...": X is blamed for what they did."""
    belief = verb.head
    if verb.dep_ != "xcomp" or not is_word(belief, "BeliefVerb") or belief.dep_ not in ("acl", "acl:relcl"):
        return
    men = belief.head
    done = men.head if men.dep_ in ("nsubj", "obl:agent", "obl") and men in doers(men.head) else men
    for event in reader.events([done, *children(done, "conj")]):
        for party in reader.parties(obliques(verb, "to", "from", "with")):
            yield Responsibility(event, party, "blames", (between(belief, verb),), reader.voices.at(verb))


def use(reader: Accused, noun: Token) -> Iterator[Responsibility]:
    """ "X denied the use of poison gas": it denies the attack that the report is about."""
    verb = noun.head
    if noun not in undergoers(verb) or not is_word(verb, "DenyVerb"):
        return
    used = obliques(noun, "of")
    kinds = [reader.cast.kind(i) for t in used for i in reader.cast.of(t)]
    armed = "Weapon" in kinds or any(is_word(t, "UsedNoun") for t in used) or any(map(_is_poison, used))
    for party in reader.claimants(doers(verb)) if armed else []:
        body = reader.offices.get(party, party)
        if reader.cast.kind(body) not in ("ArmedGroup", "GovernmentBody", "State"):
            continue
        for event in _at(noun, reader) or reader.nearby(verb):
            reader.denied[verb.sent.start] = event
            via = party if body != party else None
            yield Responsibility(event, body, "denies", (between(verb, noun),), Attribution(body, via))


def _is_poison(substance: Token) -> bool:
    """ "Toxic substances", "nerve agents"."""
    words = {c.lower_ for c in substance.lefts if c.dep_ in ("amod", "compound")}
    return is_word(substance, "SubstanceNoun") and not words.isdisjoint(listed("responsibility.ttl", "PoisonWord"))


def _at(noun: Token, reader: Accused) -> list[int]:
    """The first violent event at the place that the noun's phrase names."""
    places = {i for t in noun.subtree for i in reader.cast.places(t) if reader.cast.kind(i) == "Place"}
    told = enumerate(reader.story.events)
    return [i for i, e in told if reader.is_violent(i) and e.modality == "asserted" and places & e.places()][:1]


def answered(reader: Accused, verb: Token) -> Iterator[Responsibility]:
    """ "Asked who was to blame, X answered: 'Y.'": X blames Y."""
    speakers = doers(verb)
    asked = [c for h in (verb, *speakers) for c in children(h, "acl", "advcl") if c.lemma_ == "ask"]
    if not any(is_word(t, "BehindWord", "BlameVerb") and _who(t) for c in asked for t in c.subtree):
        return
    for blamer in reader.parties(speakers)[:1]:
        for event in reader.nearby(verb):
            for party in reader.parties([t for t in objects(verb) if reader.cast.name_at(t)]):
                yield Responsibility(event, party, "blames", (between(verb, verb),), Attribution(blamer))


def _who(word: Token) -> bool:
    """ "Who was to blame", "who is responsible"."""
    return any(c.lower_ == "who" for h in (word, word.head) for c in h.children)


def spoken_of(noun: Token) -> list[Token]:
    """What "which X said was its work" is said of: what the clause hangs on, and the nouns and verbs above."""
    said = noun.head
    relative = said.dep_ == "acl:relcl" and any(c.tag_ == "WDT" for c in said.lefts)
    return [said.head, *list(said.head.ancestors)[:_ABOVE]] if noun.dep_ == "ccomp" and relative else []


def rejected(reader: Accused, verb: Token, before: Cued) -> Iterator[Responsibility]:
    """ "X rejected the charge", "X denied it": the blame laid on X, or on whom X speaks for, within the two sentences
    before; of "the accusations" anywhere before."""
    things = objects(verb)
    charges = [t for t in things if is_word(t, "ChargeNoun")]
    if not charges and not any(t.lower_ in ("it", "this", "that") for t in things):
        return
    if any(c != verb for t in things for c in children(t, "acl", "ccomp", "acl:relcl")):
        return
    far = any(is_definite(t) and t.tag_ == "NNS" for t in charges)
    for party in reader.claimants(doers(verb)):
        body = reader.offices.get(party, party)
        source = Attribution(body, party if body != party else None)
        for claim in _laid_on(reader, body, verb, before, far):
            yield replace(claim, stance="denies", evidence=(sentence(verb),), attribution=source)


def _laid_on(reader: Accused, body: int, verb: Token, before: Cued, far: bool) -> list[Responsibility]:
    """The blame laid on the body last before the verb; where the report tells of its deeds, of the first of them."""
    laid = [c for cue, c in before if c.stance == "blames" and c.responsible == body and (far or near(cue, verb))]
    done = [i for i, e in enumerate(reader.story.events) if far and body in e.entities("agent")]
    own = [Responsibility(i, body, "blames", (), Attribution()) for i in done if reader.is_violent(i)]
    return laid[-1:] or own[:1]


# Words of responsibility.ttl, and what each says of the blame.
HINTS: tuple[tuple[str, Callable[[Accused, Token], Iterator[Responsibility]]], ...] = (
    ("RevengeNoun", revenge), ("BelongVerb", belonging), ("UseNoun", use), ("PartVerb", partaking),
    ("GuiltNoun", bearing), ("AnswerVerb", answered), ("MemberNoun", identified),
    ("ShareNoun", shared),
)  # fmt: skip


@cache
def of(lemma: str) -> tuple[Callable[[Accused, Token], Iterator[Responsibility]], ...]:
    """The readers of which the word is a cue."""
    return tuple(hint for kind, hint in HINTS if lemma in listed("responsibility.ttl", kind))
