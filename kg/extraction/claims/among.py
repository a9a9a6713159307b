"""Shares of those harmed in what was told before: "three of the dead were children", "among them were two nurses"."""

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.claims.harm_words import measure_of
from kg.extraction.events.story import Story
from kg.extraction.numbers import Number
from kg.extraction.syntax.clause import SUBJECTS, case_of, children, coordinated, objects, obliques, subjects
from kg.extraction.text import text_of
from kg.extraction.wordlist import listed
from kg.extraction.words import of_words

# The noun that is counted, its number, what was done to them, and the word that tells of the event.
Share = tuple[Token, Number, str, Token]
Persons = Callable[[Token], bool]


def among_them(story: Story, counts: Mapping[int, Number], persons: Persons) -> Iterator[Share]:
    """ "The fighting claimed eight lives. Among them were two nurses": some of those counted just before."""
    doc = story.cast.doc
    if "among them" not in text_of(doc).lower():
        return
    for them in (t for t in doc if t.lower_ == "them" and case_of(t) == "among" and t.sent.start):
        noun, before = them.head, doc[them.sent.start - 1].sent
        harms = [m for m in story.mentions if m.token.sent == before and m.trigger.sense.measure]
        if harms and noun.i in counts and children(noun, "cop") and persons(noun):
            clauses = children(noun, "acl:relcl")
            below = [v for c in clauses for v in (c, *children(c, "ccomp")) if v.i in story.of_token]
            trigger = (below or [harms[-1].token])[0]
            yield noun, counts[noun.i], harms[-1].trigger.sense.measure, trigger


def of_the_dead(story: Story, counts: Mapping[int, Number], persons: Persons) -> Iterator[Share]:
    """ "Three of the dead were children", "the dead included three children", "among the victims were two nurses"."""
    doc = story.cast.doc
    for number in {n.start: n for n in counts.values()}.values():
        yield from _counted_out(doc[number.end - 1], number, persons)
    for word in of_words(doc, listed("quantities.ttl", "HarmWord") | listed("quantities.ttl", "VictimNoun")):
        measure = _measure(word)
        for noun in _listed(word) if measure else ():
            if noun.i in counts and persons(noun):
                yield noun, counts[noun.i], measure, word


def _measure(word: Token) -> str:
    """What was done to "the dead", "the wounded", "the victims"; "" for other words and for some of them."""
    victims = word.lemma_.lower() in listed("quantities.ttl", "VictimNoun")
    measure = measure_of(word.lower_) or ("killed" if victims else "")
    return measure if measure and any(c.lower_ in ("the", "those") for c in word.lefts) else ""


def _counted_out(last: Token, number: Number, persons: Persons) -> Iterator[Share]:
    """ "Three of the dead were children", "of the 15 dead, nine were soldiers", by the last word of the number."""
    noun = last.head
    if last.dep_ not in ("nsubj", "nsubj:outer") or noun.pos_ != "NOUN" or not children(noun, "cop"):
        return
    for dead in obliques(last, "of"):
        measure = measure_of(dead.lower_) or _measure(dead)  # "forty of the injured were in a critical condition"
        if measure:
            yield (noun if persons(noun) else last), number, measure, dead
    for all_ in (c for c in noun.lefts if case_of(c) == "of" and c.i < number.start):
        harm = next((t for t in (all_, *all_.children) if measure_of(t.lower_)), None)
        if harm is not None and persons(noun):
            yield noun, number, measure_of(harm.lower_), harm


def _listed(dead: Token) -> list[Token]:
    """Who they were: "the dead included X", "among the dead were X", "X were among the dead"."""
    verb = dead.head
    if dead.dep_ in SUBJECTS and verb.lemma_ in ("include", "comprise"):
        return objects(verb)
    if case_of(dead) != "among":
        return []
    if children(dead, "cop"):
        return subjects(dead)
    if children(verb, "cop") and verb.pos_ == "NOUN":
        return list(coordinated(verb))
    return subjects(verb) if verb.lemma_ == "be" else []
