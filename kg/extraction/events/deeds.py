"""Words that tell of a deed by who does it and to whom: who bursts in, who meets, by whom a raid is."""

from spacy.tokens import Token

from kg.extraction import wordlist
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import doers, objects, obliques, subjects


def bursts_in(verb: Token, lexicon: Lexicon) -> bool:
    """ "Gunmen burst into a bar", "armed men descended on the village": fighters, and where people are."""
    where = obliques(verb, "into", "on", "upon")
    places = {s for t in where for s in kinds.sorts(t, lexicon.nouns)} & {"facility", "settlement"}
    doing = {s for t in doers(verb) for w in (t, *obliques(t, "of")) for s in kinds.sorts(w, lexicon.nouns)}
    named = any(t.ent_type_ in ("LOC", "GPE", "FAC") for t in where)
    return bool((places or named) and doing & {"fighter", "group"})


def meets(verb: Token, lexicon: Lexicon) -> bool:
    """ "The president met rebel leaders", "met X in Vienna": those who lead or speak for others do, on both sides."""
    others = [*objects(verb), *obliques(verb, "with")]
    return all(sides and any(_stands_for(t, lexicon) for t in sides) for sides in (subjects(verb), others))


def _stands_for(noun: Token, lexicon: Lexicon) -> bool:
    named = noun.ent_type_ == "PERSON" or noun.head.ent_type_ == "PERSON"
    leads = noun.lemma_.lower() in wordlist.listed("relations.ttl", "RelationNoun")
    return named or leads or bool(kinds.sorts(noun, lexicon.nouns) & {"authority", "party", "group", "alliance"})


def tells_of_deed(token: Token, lexicon: Lexicon) -> bool:
    """ "An army raid on Nablus", "a strike by troops near Bounti": by whom or on what; no search, no walk-out."""
    doing = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod:poss", "nmod")] + obliques(token, "by")
    sorts = {s for t in doing for s in kinds.sorts(t, lexicon.nouns)}
    struck = obliques(token, "on", "against")
    on = {s for t in struck for s in kinds.sorts(t, lexicon.nouns)} & {"facility", "settlement", "vehicle", "people"}
    place = any(t.ent_type_ in ("LOC", "GPE", "FAC") for t in struck)
    armed = bool(sorts & {"force", "fighter", "group", "soldier", "alliance"})
    searching = any(t.lemma_.lower() in ("police", "officer", "worker", "driver", "customs") for t in doing)
    where = any(obliques(t, "in", "near", "at", "on") for t in (token, *obliques(token, "by")))
    deadly = token.dep_ == "nsubj" and token.head.lemma_ in ("kill", "wound", "injure", "leave", "claim")
    return not searching and bool(on or place or (armed and where) or (deadly and where))
