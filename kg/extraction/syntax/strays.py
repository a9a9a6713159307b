"""Clauses and arguments that the parser hung on the wrong verb: "when" clauses, subjects of what is told, agents."""

from spacy.tokens import Token

from kg.extraction.wordlist import listed

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_SAYING = frozenset({"say", "deny", "claim", "announce", "confirm", "warn", "add", "insist", "admit", "declare"})
_SPOKEN = frozenset({"speech", "address", "broadcast", "interview"})
_ALONG = frozenset({"with", "together", "along", "alongside"})
_TOLD = frozenset({"advcl", "ccomp", "acl", "acl:relcl", "xcomp"})


def to_right_noun(verb: Token) -> None:
    """Mends what a clause hangs on, and whether it is passive, by its label."""
    if verb.dep_ in ("acl", "ccomp") and verb.head.dep_ == "obl":
        _to_saying(verb)
    if verb.dep_ in ("advcl", "ccomp"):
        _to_nearest_verb(verb)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        _to_noun_before(verb)
    elif verb.dep_ == "conj" and verb.tag_ == "VBN":
        _to_gapped_passive(verb)


def _to_naming(noun: Token) -> None:
    """ "Calls what was done on Monday a massacre": it is called that, and was not done "a massacre"."""
    verb = noun.head.head
    named = noun.head.dep_ == "ccomp" and verb.lemma_ in ("call", "term", "label") and noun.i > noun.head.i > verb.i
    if named and noun.pos_ == "NOUN" and noun.ent_type_ not in ("DATE", "TIME"):
        noun.head, noun.dep_ = verb, "xcomp"


def _to_noun_before(participle: Token) -> None:
    """ "The towns that they lost in the offensive launched in May by X": the offensive was launched, not the towns."""
    noun = participle.doc[participle.i - 1] if participle.i else participle
    clause = next((t for t in noun.ancestors if t.dep_ == "acl:relcl"), None)
    if noun.pos_ == "NOUN" and noun != participle.head and clause is not None and clause.head == participle.head:
        participle.head = noun


def _to_saying(clause: Token) -> None:
    """ "Denied in a statement that it had a part in it": the clause is what is denied."""
    noun, verb = clause.head, clause.head.head
    that = any(m.dep_ == "mark" and m.lower_ == "that" for m in clause.lefts)
    written = noun.lemma_.lower() in listed("speech.ttl", "WrittenNoun") and noun.i < clause.i
    to = clause.tag_ == "VB" and verb.lemma_.lower() in listed("speech.ttl", "Infinitive")
    if to and (written or noun.lemma_ in _SPOKEN) and any(c.tag_ == "TO" for c in clause.lefts):
        clause.head, clause.dep_ = verb, "xcomp"  # "threatened in a speech to use force"
    if that and written and verb.lemma_.lower() in _SAYING and verb.i < noun.i:
        clause.head, clause.dep_ = verb, "ccomp"


def _to_gapped_passive(verb: Token) -> None:
    """ "Three were killed and the other two captured": the two were captured, too."""
    subject = [c for c in verb.lefts if c.dep_ == "nsubj"]
    above = any(c.dep_ == "aux:pass" for c in verb.head.children)
    if len(subject) == 1 and above and not any(c.dep_ in ("aux", "obj", "ccomp", "xcomp") for c in verb.children):
        subject[0].dep_ = "nsubj:pass"


def _to_nearest_verb(clause: Token) -> None:
    """ "He left a week after two were killed when a bomb went off": the clause tells of the verb right before "when",
    though the parse hung it on one above, or beside that."""
    when = next((c for c in clause.lefts if c.lower_ == "when" and c.dep_ in ("advmod", "mark")), None)
    if when is None or when.i == clause.sent.start or when.nbor(-1).text in (",", "-", "–", "—"):
        return
    near = next((t for t in reversed(when.doc[when.sent.start : when.i]) if _heads_clause(t)), None)
    if near is None or near == clause.head or near.dep_ not in _TOLD or clause.is_ancestor(near):
        return
    if clause.head.is_ancestor(near) or (clause.dep_ == "ccomp" and clause.head == near.head):
        clause.head, clause.dep_ = near, "advcl"


def _heads_clause(token: Token) -> bool:
    return token.pos_ == "VERB" and token.dep_ not in ("amod", "compound") and token.tag_ != "VBG"


def to_told_clause(verb: Token) -> None:
    """ "X, the head of Y, was killed by a bomb, sources said": of two subjects of "said" the first, which stands before
    what is told, is the subject of that."""
    named = [c for c in verb.lefts if c.dep_ in _SUBJECTS]
    told = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ == "VERB"), None)
    if told is None or len(named) < 2 or not named[0].i < told.i < named[-1].i:
        return
    if not any(c.dep_ in _SUBJECTS for c in told.children):
        passive = any(c.dep_ == "aux:pass" for c in told.children)
        named[0].head, named[0].dep_ = told, "nsubj:pass" if passive else "nsubj"


def to_right_verb(noun: Token) -> None:
    """Mends what a noun hangs on, by its preposition."""
    if noun.dep_ == "obl:unmarked":
        _to_naming(noun)
        return
    case = next((c.lower_ for c in noun.lefts if c.dep_ == "case"), "")
    if case == "of" and noun.head.ent_type_ == "DATE":
        _to_dated_noun(noun)
    elif case == "by":
        _to_passive(noun)


def _to_passive(agent: Token) -> None:
    """ "Was killed along with nine others by a bomb": the bomb did it, and is no part of the others."""
    others = agent.head
    verb = others.head
    along = others.dep_ in ("obl", "nmod") and any(c.lower_ in _ALONG and c.dep_ == "case" for c in others.lefts)
    if along and any(c.dep_ == "aux:pass" for c in verb.children):
        agent.head, agent.dep_ = verb, "obl:agent"


def _to_dated_noun(name: Token) -> None:
    """ "The arrest in May of X": his arrest, and no May of his."""
    date = name.head
    start = date.left_edge.i
    noun = name.doc[start - 1] if start else date
    if noun == date or noun.sent != date.sent:
        return
    if name.pos_ in ("PROPN", "NOUN") and name.ent_type_ != "DATE" and noun.pos_ == "NOUN" and date.i < name.i:
        name.head = noun
        date.head, date.dep_ = noun, "nmod"


def to_bare_subject(noun: Token) -> None:
    """ "And on Monday nine people died": a bare plural before a verb without a subject is that, and no oblique."""
    verb = noun.head
    lone = not any(c.dep_ in _SUBJECTS or c.dep_ == "obl:agent" for c in verb.children)
    bare = not any(c.dep_ == "case" for c in noun.children) and noun.ent_type_ not in ("DATE", "TIME")
    counted = any(c.dep_ == "nummod" for c in noun.lefts) and verb.head.lemma_ != "say"
    if verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBZ", "VBP") and lone and bare and counted:
        noun.dep_ = "nsubj"


def to_verb(participle: Token) -> None:
    """ "The army shelled rebel positions", read as one noun: the past tense is the sentence's verb."""
    noun = participle.head
    doers = [c for c in noun.lefts if c.i < participle.i and c.dep_ == "compound" and c.pos_ in ("NOUN", "PROPN")]
    if noun.dep_ != "ROOT" or not doers or doers[-1].i != participle.i - 1:
        return
    doer, before = doers[-1], [c for c in noun.lefts if c.i < participle.i]
    participle.head, participle.dep_ = participle, "ROOT"
    noun.head, noun.dep_ = participle, "obj"
    doer.head, doer.dep_ = participle, "nsubj"
    for word in before:
        if word != doer:
            word.head = doer


def to_noun_before(participle: Token) -> None:
    """ "Lost in the offensive launched in May by X": a bare participle right after a noun tells of that noun."""
    noun = participle.nbor(-1) if participle.i > participle.sent.start else participle
    bare = not any(c.i < participle.i or c.dep_ in ("obj", "aux", *_SUBJECTS) for c in participle.children)
    if bare and noun.pos_ in ("NOUN", "PROPN") and noun.head != participle and noun.ent_type_ != "DATE":
        participle.head, participle.dep_ = noun, "acl"


def to_shooting(word: Token) -> None:
    """ "Gunmen on a motorcycle shot dead X": a verb, and what the parse made the sentence's head is its subject."""
    if word.nbor().lower_ != "dead":
        return
    doer = next((c for c in word.lefts if c.dep_ == "nsubj"), word.head)
    if "ROOT" in (doer.dep_, word.dep_) and doer.tag_ == "NNS" and doer.i < word.i:
        word.head, word.dep_ = word, "ROOT"
        doer.head, doer.dep_ = word, "nsubj"
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBD", "shoot"
        for shot in (c for c in word.rights if c.dep_ == "nsubj"):
            shot.dep_ = "obj"
