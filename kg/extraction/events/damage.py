"""What is broken or damaged, where the verb's object is the damage or a part."""

from spacy.tokens import Token

from kg.extraction.events.words import listed
from kg.extraction.syntax.clause import objects, obliques


def damaged(verb: Token) -> list[Token]:
    """ "Caused damage to the bank": what was damaged."""
    harm = [o for o in objects(verb) if o.lemma_.lower() in listed("DamageNoun")]
    return [t for o in harm for t in obliques(o, "to", "of", "at", "in")] + (obliques(verb, "to") if harm else [])


def broken(verb: Token) -> list[Token]:
    """ "Shattered the windows of a bank": the whole that what was broken is a part of, or that itself."""
    return [w for t in objects(verb) for w in (obliques(t, "of", "in", "at") or [t])] + obliques(verb, "in", "at", "of")
