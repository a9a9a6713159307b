"""Reported speech in a Doc: who says what, and where the words of the report begin again."""
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extraction.speech import content, cues, speakers
from kg.extraction.speech.lexicon import acts, listed
from kg.extraction.speech.quoted import with_quotes
from kg.extraction.speech.quotes import quotations
from kg.extraction.speech.said_at import said_at
from kg.extraction.speech.speech import Speech
from kg.extraction.speech.syntax import ranges
from kg.extraction.times import TimeMention, times

_NEAR = 6  # tokens


def speeches(doc: Doc, mentions: Iterable[TimeMention] | None = None) -> Iterator[Speech]:
    """Every reported speech of a parsed Doc, in the order of its cues; speech within speech is given as well.

    mentions  the Doc's time expressions, where the caller has them already; they are looked for otherwise.
    """
    quotes = tuple(quotations(doc))
    dated = tuple(times(doc, "") if mentions is None else mentions)
    found = [*_verbal(doc, dated), *_nominal(doc), *_sourced(doc)]
    for speech in with_quotes(doc, sorted(found, key=lambda s: s.cue), quotes):
        if speech.content or speech.quotes or _has_object(doc, speech):
            yield speech


def _has_object(doc: Doc, speech: Speech) -> bool:
    """Whether what it is about makes it speech: "condemned the raid", "rejected the claim", not "rejected the car"."""
    lemma = doc[speech.cue].lemma_.lower()
    if speech.about is None:
        return False
    if lemma in listed("Clausal"):
        return cues.greets(doc[speech.cue], doc[speech.about])
    about = doc[speech.about].lemma_.lower()
    return lemma not in listed("OfClaims") or about in acts("noun") or about in listed("RejectedShare")


def _verbal(doc: Doc, mentions: tuple[TimeMention, ...]) -> Iterator[Speech]:
    for verb, act in cues.verbs(doc):
        who, whom, when = speakers.speaker(verb), speakers.addressee(verb), said_at(verb, mentions)
        topic = speakers.about(verb, act)
        said = content.of_verb(verb, who, act) | _named_claim(topic)
        said -= _beside(verb, whom.i + 1 if whom else 0) | _beside(verb, when[1] if when else 0)
        topic = None if topic is not None and topic.i in said else topic
        yield Speech(verb.i, act, _index(who), _index(whom), _index(topic), ranges(doc, said), said_at=when)


def _beside(verb: Token, end: int) -> set[int]:
    """The words right after the verb, up to whom or when it is said, where these are near."""
    return set(range(verb.i, end)) if verb.i < end <= verb.i + _NEAR else set()


def _nominal(doc: Doc) -> Iterator[Speech]:
    for noun, act in cues.nouns(doc):
        yield Speech(noun.i, act, _index(speakers.owner_of(noun)), content=ranges(doc, _named_claim(noun)))


def _sourced(doc: Doc) -> Iterator[Speech]:
    for cue, noun in cues.sources(doc):
        yield Speech(cue.i, "say", cues.documenter(noun).i, content=ranges(doc, content.of_source(cue, noun)))


def _named_claim(noun: Token | None) -> set[int]:
    """What follows in "the claim that ...": it is what is claimed, and what is denied where the claim is."""
    clause = cues.clause_of_noun(noun) if noun is not None else None
    if clause is None:
        return set()
    return {t.i for t in clause.subtree if not (t.dep_ == "mark" and t.head == clause)}


def _index(token: Token | None) -> int | None:
    return None if token is None else token.i
