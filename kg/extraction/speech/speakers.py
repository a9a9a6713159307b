"""Who speaks, to whom, about what."""

from spacy.tokens import Span, Token

from kg.extraction.speech.lexicon import acts, listed
from kg.extraction.speech.syntax import CLAUSES, SUBJECTS, case_of, child, is_break, is_name_as_auxiliary, is_passive
from kg.extraction.syntax.clause import is_reduced
from kg.extraction.syntax.phrase import in_entity

_RELATIVE = ("WP", "WDT", "WP$")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_OPENS_PHRASE = (*_NOMINAL, "DET", "ADJ", "NUM")
_EXPLETIVE = "it"


def speaker(verb: Token) -> Token | None:
    """The head of the noun phrase that names the speaker of a reporting verb, or None."""
    if is_reduced(verb):
        return None  # "men believed to be rebels"
    found = _by_subject(verb) or _by_clause(verb)
    return found if found is not None else _beside(verb)


def addressee(verb: Token) -> Token | None:
    """The head of the noun phrase that is spoken to: "told the agency", "said to them"."""
    indirect = child(verb, "iobj")
    if indirect is None and verb.lemma_.lower() in listed("Addressing") and not is_passive(verb):
        indirect = next((c for c in verb.rights if c.dep_ == "obj" and c.pos_ in _NOMINAL), None) or _told(verb)
    return indirect or next(
        (c for c in verb.rights if c.dep_ == "obl" and case_of(c) == "to" and c.pos_ in _NOMINAL), None
    )


def _told(verb: Token) -> Token | None:
    """Where the parse makes of "told the agency a bomb went off" one clause: the name right after the verb."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    words = [t for t in rest if t.pos_ != "DET"][:1]
    if not words or words[0].i > verb.i + 2:
        return None
    first = words[0]
    if first.pos_ == "PRON":
        return first if first.dep_ not in SUBJECTS else None
    named = next((e for e in verb.doc.ents if e.start <= first.i < e.end and in_entity(first)), None)
    return named[-1] if named is not None else None


def about(verb: Token, act: str) -> Token | None:
    """The head of the noun phrase that is condemned, confirmed, claimed or blamed, where it is no clause."""
    if act != "accuse" and verb.lemma_.lower() in listed("Addressing"):
        return _spoken_of(verb) or _urged(verb)
    named = child(verb, "xcomp") if verb.lemma_.lower() in listed("Labelling") else None
    thing = _undergoer(verb) if is_passive(verb) else _object(verb) or _spoken_of(verb) or _called_for(verb) or named
    if thing is None or (thing.lower_ == _EXPLETIVE and child(verb, *CLAUSES) is not None):
        return None
    return verb.head if thing.tag_ in _RELATIVE and verb.dep_.startswith("acl") else thing


def _urged(verb: Token) -> Token | None:
    """ "Urged calm": what is asked for, where nobody is asked to do anything."""
    plain = verb.lemma_.lower() == "urge" and not is_passive(verb) and child(verb, "xcomp", *CLAUSES) is None
    thing = child(verb, "obj") if plain else None
    return thing if thing is not None and thing.pos_ == "NOUN" and thing.tag_ == "NN" else None


def _undergoer(verb: Token) -> Token | None:
    return verb.head if verb.dep_ == "acl" else child(verb, "nsubj:pass")


def _spoken_of(verb: Token) -> Token | None:
    """"spoke of 17 dead", "warned of an attack"."""
    return next((c for c in verb.rights if c.dep_ == "obl" and case_of(c) == "of"), None)


def _called_for(verb: Token) -> Token | None:
    """ "Called for a truce"; what those called on are to do: "called on the rebels to honour the truce"."""
    if verb.lemma_.lower() not in ("call", "appeal"):
        return None
    wanted = [c for c in verb.rights if c.dep_ == "obl" and case_of(c) == "for"]
    wanted += [o for c in verb.rights if c.dep_ in ("advcl", "xcomp") for o in c.rights if o.dep_ == "obj"]
    wanted += [c for c in verb.rights if c.dep_ in ("advcl", "xcomp") and any(m.tag_ == "TO" for m in c.lefts)]
    return next(iter(wanted), None)


def agent(verb: Token) -> Token | None:
    """The speaker of a passive: "was confirmed by the army"."""
    return next((c for c in verb.children if c.dep_ == "obl:agent" or (c.dep_ == "obl" and case_of(c) == "by")), None)


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "obj" and c.pos_ in (*_NOMINAL, "NUM")), None)


def _by_subject(verb: Token) -> Token | None:
    if is_passive(verb):
        return agent(verb)
    subject = _nearest(verb)
    if subject is None or subject.pos_ not in (*_NOMINAL, "ADJ", "DET", "NUM", "X", "AUX"):
        return None
    if subject.tag_ in _RELATIVE and verb.dep_.startswith("acl"):
        return verb.head
    return None if subject.lower_ == _EXPLETIVE and child(verb, "expl") is not None else subject


def _nearest(verb: Token) -> Token | None:
    """The subject that fewest punctuation marks part from the verb: of two, the one that the parse did not stray to."""
    found = [c for c in verb.children if c.dep_ in SUBJECTS or is_name_as_auxiliary(c)]
    return min(
        found,
        key=lambda c: (sum(map(is_break, verb.doc[min(c.i, verb.i) : max(c.i, verb.i)])), abs(c.i - verb.i)),
        default=None,
    )


def _by_clause(verb: Token) -> Token | None:
    """The speaker of "adding that" is the subject of the verb it depends on; of "a statement saying" who made it."""
    if child(verb, *SUBJECTS) is not None or is_passive(verb) or verb.head.i == verb.i:
        return None
    if verb.dep_.startswith("acl") and verb.i > 0 and is_break(verb.nbor(-1)) and verb.head.head.pos_ == "VERB":
        return _by_subject(verb.head.head) or _by_clause(verb.head.head)
    if verb.dep_.startswith("acl"):
        return _of_noun(verb.head)
    if verb.dep_ not in ("advcl", "xcomp", "conj"):
        return None
    above = verb.head.head
    joined = verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and above.lemma_.lower() in acts("verb")
    if joined and _theirs(verb.head):
        return _by_subject(above)
    aside = _aside(verb)
    if aside is not None:
        return _by_subject(aside)
    if is_passive(verb.head):
        quoted = verb.head.lemma_.lower() in listed("Quoting")
        return child(verb.head, "nsubj:pass") if quoted or verb.dep_ == "conj" else agent(verb.head)
    if verb.head.lemma_.lower() in listed("Quoting"):
        return child(verb.head, "obj")
    return _by_subject(verb.head) or _by_clause(verb.head)


def _theirs(clause: Token) -> bool:
    """ "Said its men had hit a plant and denied hitting homes": who says what "its men" did denies it."""
    subject = child(clause, "nsubj")
    words = [subject, *subject.lefts] if subject is not None else []
    return any(t.lower_ in ("it", "its", "they", "their") for t in words)


def _aside(verb: Token) -> Token | None:
    """The verb of telling right before "adding": "the bridge is closed, police said, adding that ..."."""
    said = [c for c in verb.head.rights if c.dep_ == "parataxis" and c.i < verb.i and c.lemma_.lower() in acts("verb")]
    return said[-1] if said and verb.tag_ == "VBG" else None


def _of_noun(noun: Token) -> Token:
    """Whose statement it is: its possessor, or the subject of the verb that issues it; else the noun itself."""
    if noun.lemma_.lower() not in acts("noun"):
        return noun
    owner = owner_of(noun)
    issuer = child(noun.head, "nsubj") if noun.dep_ in ("obj", "obl") else None
    return owner or issuer or noun


def owner_of(noun: Token) -> Token | None:
    """The head of "X's claim", "a claim by X", "a statement from X"."""
    owned = (
        c for c in noun.children if c.dep_ == "nmod:poss" or (c.dep_ == "nmod" and case_of(c) in ("by", "from", "of"))
    )
    return next(owned, None)


def _beside(verb: Token) -> Token | None:
    """Where the parse hangs the speaker elsewhere: the noun phrase between the last comma and the verb, or after it."""
    if (
        is_passive(verb)
        or verb.dep_ not in ("ROOT", "parataxis", "ccomp", "conj")
        or child(verb, *SUBJECTS) is not None
    ):
        return None
    start = phrase_start(verb)
    if start > verb.sent.start and is_break(verb.doc[start - 1]) and start < verb.i:
        return _phrase_head(verb.doc[start : verb.i])
    if child(verb, *CLAUSES) is not None and child(verb, *CLAUSES) in list(verb.rights):
        return None
    end = next((t.i for t in verb.doc[verb.i + 1 : verb.sent.end] if is_break(t)), verb.sent.end)
    return _phrase_head(verb.doc[verb.i + 1 : end]) if end > verb.i + 1 and verb.nbor(1).pos_ in _OPENS_PHRASE else None


def _phrase_head(phrase: Span) -> Token | None:
    """The first noun of a stretch that depends on a word outside it."""
    nominal = (t for t in phrase if t.pos_ in _NOMINAL or (t.is_title and t.pos_ == "VERB"))
    return next((t for t in nominal if not phrase.start <= t.head.i < phrase.end), None)


def phrase_start(verb: Token) -> int:
    """Where the words begin between the last punctuation mark and the verb; an age between commas is passed over."""
    start, doc, first = verb.i, verb.doc, verb.sent.start
    while start > first:
        if not is_break(doc[start - 1]):
            start -= 1
        elif (
            start - first > 3
            and doc[start - 1].text == doc[start - 3].text == ","
            and doc[start - 2].like_num
        ):
            start -= 3
        else:
            break
    return start
