"""Who does what in a clause, over a UD parse.

Each function takes a token and gives tokens. Coordination, passives, relative and participial clauses, control and the
parser's usual slips (a finite verb hung on its own subject) are undone here, so that extractors need not know of them.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.syntax.tree import below

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
OBLIQUES = frozenset(
    {"obl", "obl:agent", "obl:unmarked", "obl:tmod", "obl:npmod", "nmod", "nmod:unmarked", "nmod:desc"}
)
ACCUSING = frozenset({
    "accuse", "suspect", "charge", "convict", "blame", "condemn", "indict", "implicate", "link", "connect",
})  # fmt: skip
_LIKE_PARTICIPLES = frozenset({
    "shot", "hit", "cut", "stabbed", "beaten", "killed", "wounded", "injured", "kidnapped", "abducted", "murdered",
    "arrested", "detained", "executed", "beheaded", "tortured", "robbed",
})  # or taken for them by the tagger  # fmt: skip
RELATIVE = frozenset({"who", "that", "which", "whom", "whose"})
_DEPTH = 4


def children(token: Token, *deps: str) -> list[Token]:
    """The token's children with one of these labels, in text order."""
    return [c for c in below(token) if c.dep_ in deps]


def is_leaf(token: Token) -> bool:
    """Whether nothing hangs on the token: cheaper to ask than to go through no children."""
    return not (token.n_lefts or token.n_rights)


def with_particle(verb: Token) -> str:
    """The verb's lemma with its particles: "seal off"."""
    return " ".join([verb.lemma_.lower(), *(c.lower_ for c in children(verb, "compound:prt"))])


def coordinated(token: Token) -> Iterator[Token]:
    """The token and all that is coordinated with it, in text order."""
    yield token
    for child in below(token):
        if child.dep_ == "conj":
            yield from coordinated(child)


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is its patient: "were killed", "a man shot by police"."""
    if any(c.dep_ in ("aux:pass", "nsubj:pass", "obl:agent") for c in below(verb)):
        return True
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lower_ in _LIKE_PARTICIPLES)
    if verb.dep_ == "conj" and participle and not children(verb, "aux"):
        if not _own_subjects(verb):
            dead = verb.head.dep_ == "xcomp" and verb.head.pos_ == "ADJ"  # "were shot dead or beheaded"
            return is_passive(verb.head.head if dead else verb.head)
        if verb.lower_ in _LIKE_PARTICIPLES and not children(verb, "obj"):
            return is_passive(verb.head)  # "was killed and his wife injured"
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and not children(verb, "aux", "obj") and is_passive(verb.head):
        return True  # "were reported killed", "was found shot"
    if _found_so(verb):
        return True
    if any(c.pos_ == "VERB" and children(c, "obj") and not children(c, "aux") for c in children(verb, "conj")):
        return False  # "the rebels kidnapped and later killed the mayor"
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and not children(verb, "aux", "obj")


def _found_so(verb: Token) -> bool:
    """ "Found a judge shot dead": whom the parse makes the object above, or the subject of the shot."""
    if verb.dep_ not in ("xcomp", "ccomp") or verb.head.lemma_ != "find" or children(verb.head, "aux:pass"):
        return False
    plain = verb.tag_ in ("VBN", "VBD") and not children(verb, "aux", "obj", "mark")
    dead = any(c.lower_ in ("dead", "death") for c in children(verb, "xcomp", "obl"))
    bare = not children(verb, *SUBJECTS) and bool(children(verb.head, "obj"))
    return plain and (bare or dead)


def subjects(verb: Token, depth: int = _DEPTH) -> list[Token]:
    """The (surface) subjects of a verb, coordination spread; from its governor where it has none of its own."""
    own = _own_subjects(verb)
    if own:
        return [t for s in own for t in coordinated(_antecedent(s, verb))]
    if depth == 0:
        return []
    return _shared_subjects(verb, depth)


def _own_subjects(verb: Token) -> list[Token]:
    own = [c for c in below(verb) if c.dep_ in SUBJECTS]
    if len(own) > 1 and verb.dep_ == "ccomp" and own[0].i == verb.head.i + 1:
        return own[1:]  # "told the agency a bomb had gone off": the first is who was told
    return own


def _antecedent(subject: Token, verb: Token) -> Token:
    """What a relative pronoun stands for."""
    if subject.lower_ in RELATIVE and subject.pos_ != "NOUN":
        clause = verb
        while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "acl:relcl":
            return _meant(clause.head)
    return subject


def _meant(noun: Token) -> Token:
    """Who "the ones" are in "soldiers were the ones who did it", and "the man" in "X, the man who did it"."""
    if noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON" and noun.lemma_ in ("man", "woman", "person"):
        return noun.head
    told = children(noun, "nsubj") if noun.lemma_.lower() == "one" and children(noun, "cop") else []
    return told[0] if told else noun


def _shared_subjects(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return list(coordinated(head))  # "two murdered women"
    if verb.dep_ in ("acl", "acl:relcl") and not _infinitive(verb):
        return list(coordinated(head)) if not _object_relative(verb) else []
    if verb.dep_ == "acl" and head.dep_ in ("obj", "obl") and head.head.pos_ == "VERB":
        return subjects(head.head, depth - 1)
    if verb.dep_ == "ccomp" and head.dep_ == "acl:relcl" and any(c.lower_ in RELATIVE for c in below(head)):
        return list(coordinated(head.head))  # "marines, who the command said were shot"
    if verb.dep_ == "ccomp" and is_reduced(head):
        return subjects(head, depth - 1)
    if _found_so(verb):
        return [t for o in children(head, "obj") for t in coordinated(o)]
    if verb.dep_ in ("conj", "xcomp") and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return _controlled(verb, depth)
    gerund = verb.tag_ == "VBG" or any(c.tag_ == "VBG" for c in children(verb, "cop", "aux"))
    if verb.dep_ in ("advcl", "obl", "xcomp", "ccomp") and gerund and head.lemma_ in ACCUSING:
        return (
            subjects(head, depth - 1)
            if is_passive(head)
            else [t for o in children(head, "obj", "iobj") for t in coordinated(o)]
        )
    asked = obliques(head, "on", "upon") if verb.tag_ == "VB" and head.lemma_ == "call" else []
    if asked and verb.dep_ in ("advcl", "xcomp"):
        return asked  # "called on the rebels to disarm"
    if verb.dep_ in ("advcl", "parataxis") and verb.tag_ in ("VBG", "VBN", "VB") and head.pos_ in ("VERB", "AUX"):
        return subjects(head, depth - 1)
    return []


def is_reduced(verb: Token) -> bool:
    """ "Men believed to be rebels killed nine": a participle of what they are thought, though the parse makes it the
    main verb."""
    if verb.lemma_ not in _THOUGHT or verb.tag_ not in ("VBN", "VBD") or verb.i + 2 >= len(verb.doc):
        return False
    return verb.nbor(1).lower_ == "to" and verb.nbor(2).tag_ == "VB" and not children(verb, "aux", "aux:pass", "obj")


_THOUGHT = frozenset({"believe", "think", "suspect", "say", "know", "report", "allege", "understand"})


def _controlled(verb: Token, depth: int) -> list[Token]:
    """The subject of "fled" in "forced thousands to flee" is the object above; else the subject above."""
    head = verb.head
    if verb.dep_ == "xcomp":
        above = [t for o in children(head, "obj", "iobj") for t in coordinated(o)]
        if above and not is_passive(head):
            return above
    return subjects(head, depth - 1)


def _infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in below(verb))


def _object_relative(verb: Token) -> bool:
    return verb.dep_ == "acl:relcl" and any(c.dep_ in SUBJECTS for c in below(verb))


def objects(verb: Token) -> list[Token]:
    """The direct objects of a verb, coordination spread, the head noun of an object relative among them."""
    own = children(verb, "obj", "dobj")
    own += [
        s
        for c in children(verb, "xcomp", "advmod")
        if c.pos_ in ("ADJ", "NOUN")
        for s in children(c, "nsubj")
        if s.i > c.i
    ]  # "shot dead two men"
    found = [t for o in own for t in coordinated(_antecedent(o, verb))]
    if not own and verb.dep_ == "acl:relcl" and _object_relative(verb) and not _relative_subject(verb):
        return list(coordinated(verb.head))
    if not own:
        shared = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not _own_subjects(c) and not is_passive(c)]
        shared = [c for c in shared if not any(o.dep_ in OBLIQUES and verb.i < o.i < c.i for o in below(verb))]
        return [t for c in shared for t in objects(c)]  # "kidnapped and later killed the mayor"
    return found


def _relative_subject(verb: Token) -> bool:
    return any(s.lower_ in RELATIVE for s in _own_subjects(verb))


def _follows(verb: Token) -> bool:
    return verb.i > verb.head.i


def case_of(token: Token) -> str:
    """The preposition that marks a noun or what it is coordinated with: "in", "according to", "" where none.

    One that the parse hung on the title before a name counts too: "of candidate X".
    """
    marks = _cases(token) or [m for c in token.lefts if c.dep_ in ("nmod:desc", "compound") for m in _cases(c)]
    if not marks and token.dep_ == "conj" and token.head.pos_ != "VERB":
        return case_of(token.head)
    return " ".join(w.lower_ for m in marks for w in [m, *children(m, "fixed")])


def _cases(token: Token) -> list[Token]:
    return [c for c in below(token) if c.dep_ == "case" and c.i < token.i and c.tag_ != "POS"]


def obliques(head: Token, *prepositions: str) -> list[Token]:
    """Nouns that hang on `head` by one of these prepositions (all, where none is named), coordination spread."""
    if is_leaf(head):
        return []
    found = [c for c in below(head) if c.dep_ in OBLIQUES and (not prepositions or case_of(c) in prepositions)]
    return [t for c in found for t in coordinated(_antecedent(c, head))]


def doers(verb: Token) -> list[Token]:
    """The logical subjects of a verb: the by-phrase of a passive, the subject of an active clause."""
    if is_passive(verb):
        agents = _by(verb)
        if not agents and verb.dep_ == "conj":
            agents = [a for a in _by(verb.head) if a.i > verb.i]  # "were shelled and strafed by helicopters"
        if not agents:
            agents = [a for c in children(verb, "conj") if not _own_subjects(c) and is_passive(c) for a in _by(c)]
        return [t for a in agents for t in coordinated(a)]
    return doers(verb.head) if _results(verb) else subjects(verb)


def _results(verb: Token) -> bool:
    """ "A jet was brought down by a bomb, killing nine": the jet killed nobody."""
    bare = verb.dep_ == "advcl" and verb.tag_ == "VBG" and not children(verb, "mark", *SUBJECTS)
    return bare and verb.i > verb.head.i and is_passive(verb.head)


def _by(verb: Token) -> list[Token]:
    return [c for c in below(verb) if c.dep_ in ("obl:agent", "obl") and case_of(c) == "by"]


def undergoers(verb: Token) -> list[Token]:
    """The logical objects of a verb: the subject of a passive, the object of an active clause."""
    if is_passive(verb):
        return subjects(verb)
    return objects(verb)


def is_bare_passive(verb: Token) -> bool:
    """Headline style, "78 people killed": a transitive verb without auxiliary or object, but for shares of its subject
    ("45 of them in A"), whose subject is counted."""
    taken = [o for o in objects(verb) if o.pos_ != "NUM"]
    if is_passive(verb) or verb.tag_ not in ("VBD", "VBN") or taken or children(verb, "aux", "obl:agent", "ccomp"):
        return False
    own = _own_subjects(verb)
    return bool(own) and own[0].tag_ == "NNS" and any(c.dep_ == "nummod" for c in own[0].children)


def governor(noun: Token) -> Token | None:
    """The verb whose subject, object or oblique this noun is, or None."""
    top = noun
    while top.dep_ in ("conj", "appos", "nmod") and top.head != top:
        top = top.head
    head = top.head
    return head if head != top and head.pos_ in ("VERB", "AUX") else None


def root_clause(token: Token) -> Token:
    """The nearest predicate at or above a token: a verb, or what a copula makes one."""
    while not is_predicate(token) and token.head != token:
        token = token.head
    return token


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause."""
    if token.pos_ == "VERB":
        return True
    return any(c.dep_ in ("cop", "nsubj", "nsubj:pass") for c in below(token))
