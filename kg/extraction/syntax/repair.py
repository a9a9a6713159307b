"""Mending what a parse cannot mean: labels of noun phrases on the arguments of verbs."""

from spacy.tokens import Doc, Token

from kg.extraction.wordlist import listed

# UD gives these labels to what stands within a noun phrase; under a verb they are a slip for a core argument.
_NOMINAL = frozenset({"nmod:desc", "compound", "flat", "nmod:poss", "amod", "appos", "nmod"})
_MISPLACED = frozenset({"nsubj", "obl", "obl:agent"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OF_NOUN = frozenset({"acl", "acl:relcl"})
_DONE_TO = frozenset({"hurt", "injured", "wounded", "killed", "dead", "missing", "arrested", "detained", "displaced"})
_HARMED = frozenset({"hurt", "injured", "wounded"})
_PASSIVE = {"cop": "aux:pass", "nsubj": "nsubj:pass"}
_CORE = _SUBJECTS | {"obj", "aux", "ccomp", "xcomp"}


def repair(doc: Doc) -> Doc:
    """The same document with impossible labels mended in place: "police spokesman X said" has a subject.

    "One guard killed", under the noun, is a participle, and so is "the attack, carried out by X,". Only labels change
    (and a participle's tag, and the lemma of a plural taken for a name), never heads: spans and sentences stay as they
    were.
    """
    for token in doc:
        if token.pos_ == "PROPN" and (token.is_lower or token.is_sent_start) and _is_common(token):
            _to_common(token)
        elif token.pos_ == "ADJ" and token.lower_ in _HARMED:
            _to_participle(token)
        label = token.dep_
        if label == "conj" and token.lower_ in _DONE_TO:
            _counted(token)
        if label in _NOMINAL and token.pos_ in ("NOUN", "PROPN", "PRON") and token.head.pos_ == "VERB":
            token.dep_ = _argument(token, token.head) or label
        elif label == "appos" and {"cop", "nsubj"} <= {c.dep_ for c in token.lefts}:
            token.dep_ = "acl:relcl"  # "the gang, whose leader is X,"
        elif label in _MISPLACED and token.head.pos_ == "VERB":
            _after(token, token.head)
            _core(token, token.head)
        elif label == "csubj" and _is_event(token):
            token.pos_, token.tag_, token.lemma_, token.dep_ = "NOUN", "NN", token.lower_, "nsubj"
        elif label == "conj" and token.head.pos_ == "VERB" and _is_told(token):
            token.dep_ = "ccomp"
        elif label == "mark" and token.lower_ == "of" and token.head.dep_ == "nmod":
            _to_noun(token)
        elif label == "advcl" and _opens_as_subject(token):
            token.dep_ = "csubj"
        elif label == "nsubj:pass" and _is_active(token.head):
            token.dep_ = "nsubj"
        elif label == "nsubj" and token.head.tag_ == "VBG" and _told_before(token):
            token.dep_ = "appos"
        elif label in _OF_NOUN and token.tag_ == "VBD" and not any(c.dep_ in _CORE for c in token.children):
            token.tag_, token.dep_ = "VBN", "acl"
    return doc


def _is_common(token: Token) -> bool:
    flies = token.text.endswith("s") and token.lower_[:-1] in listed("event-words.ttl", "Aircraft")
    return flies or token.tag_ == "NNS" or (token.tag_ == "NNPS" and token.is_lower)


def _to_noun(of: Token) -> None:
    """ "24 hours of shelling": a gerund without an object, below a noun, is a noun."""
    gerund = of.head
    if gerund.tag_ == "VBG" and not any(c.dep_ in ("obj", "obl", "advmod") for c in gerund.children):
        of.dep_, gerund.pos_ = "case", "NOUN"


def _to_common(plural: Token) -> None:
    """A plural in small letters, or with a capital because it opens the sentence, is no name: "warplanes"."""
    plural.pos_, plural.tag_ = "NOUN", "NNS"
    if plural.lemma_ == plural.text and plural.text.endswith("s") and not plural.text.endswith("ss"):
        plural.lemma_ = plural.lower_[:-1]


def _to_participle(adjective: Token) -> None:
    """ "Two were hurt when ...": somebody hurt them."""
    if any(c.dep_ in ("cop", "aux:pass") for c in adjective.children):
        adjective.pos_, adjective.tag_ = "VERB", "VBN"
        for child in adjective.children:
            child.dep_ = _PASSIVE.get(child.dep_, child.dep_)


def _is_told(clause: Token) -> bool:
    """ "Told them that X and Y were dead": a clause with "that" and nothing that joins it to what is before."""
    marks = {(c.dep_, c.lower_) for c in clause.lefts}
    return ("mark", "that") in marks and not any(dep == "cc" for dep, _ in marks)


def _after(token: Token, verb: Token) -> None:
    """ "A week after the mayor, X, urged ...": the noun right before a finite verb without subject, "after" before it,
    is that."""
    mark = next((c for c in token.lefts if c.dep_ == "case" and c.lower_ in ("after", "before", "since")), None)
    if mark is None or token.dep_ != "obl" or verb.tag_ not in _FINITE or verb.dep_ != "advcl":
        return
    if token.right_edge.i == verb.i - 1 and not any(c.dep_ in _SUBJECTS for c in verb.children):
        token.dep_, mark.dep_ = "nsubj", "mark"


def _counted(harmed: Token) -> None:
    """ "Nine dead and 20 wounded": the number right before counts them; "six were killed and 19 hurt": by somebody."""
    if not harmed.i:
        return
    number = harmed.nbor(-1)
    if harmed.tag_ == "VBD" and number.dep_ == "nsubj" and any(c.dep_ == "aux:pass" for c in harmed.head.children):
        if not any(c.dep_ in ("obj", "aux") for c in harmed.children):
            harmed.tag_, number.dep_ = "VBN", "nsubj:pass"
    elif number.pos_ == "NUM" and number.dep_ == "conj" and number.head == harmed.head:
        number.head, number.dep_ = harmed, "nummod"


def _is_event(gerund: Token) -> bool:
    """ "Fighting between the army and rebels has killed ten": a noun, with neither object nor auxiliary."""
    bare = not any(c.dep_ in ("obj", "aux", "xcomp", "ccomp", "mark", *_SUBJECTS) for c in gerund.children)
    return gerund.tag_ == "VBG" and bare and any(c.lower_ == "between" for t in gerund.rights for c in t.lefts)


def _core(token: Token, verb: Token) -> None:
    """ "They shot, within an hour, a judge": a second subject, after the verb, is its object, and so is an oblique
    without a preposition. "A judge and a senator were shot": an agent without "by", before a passive without subject,
    is that."""
    labels = [c.dep_ for c in verb.children]
    second = token.dep_ == "nsubj" and labels.count("nsubj") > 1 and "obj" not in labels
    bare = token.dep_ == "obl" and not set(labels) & {"obj", "aux:pass"} and _bare(token)
    if token.i > verb.i and (second or bare):
        token.dep_ = "obj"
    elif (
        token.dep_ == "obl:agent"
        and token.i < verb.i
        and "aux:pass" in labels
        and not set(labels) & _SUBJECTS
        and all(c.dep_ != "case" for c in token.children)
    ):
        token.dep_ = "nsubj:pass"


def _is_active(verb: Token) -> bool:
    """Whether a verb in the past, or one joined to it, has an object, and neither an auxiliary: "seized and held X"."""
    verbs = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD")]
    plain = not any(c.dep_ in ("aux:pass", "aux") for v in verbs for c in v.children)
    return verb.tag_ == "VBD" and plain and any(c.dep_ == "obj" for v in verbs for c in v.children)


def _told_before(token: Token) -> bool:
    """ "Adding that two were dead, among them Jan Alm": who stands after what is added does not add it."""
    verb = token.head
    return token.i > verb.i and any(c.dep_ == "ccomp" and verb.i < c.i < token.i for c in verb.children)


def _bare(token: Token) -> bool:
    """Whether no preposition marks the noun, and it is no time: "set off 5 kg of dynamite"."""
    left = [token, *(c for c in token.children if c.i < token.i)]
    cased = any(c.dep_ == "case" for t in left for c in t.children)
    return token.pos_ == "NOUN" and not cased and token.ent_type_ not in ("DATE", "TIME")


def _argument(token: Token, verb: Token) -> str:
    """The label that the noun can have under the verb, or "" where none fits."""
    if any(c.dep_ == "case" and c.tag_ != "POS" for c in token.children):
        return "obl"
    labels = {c.dep_ for c in verb.children}
    if token.i < verb.i:
        passive = "aux:pass" in labels
        return "" if labels & _SUBJECTS or not _is_finite(verb) else "nsubj:pass" if passive else "nsubj"
    return "" if labels & {"obj", "aux:pass"} else "obj"


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.dep_ in ("aux", "aux:pass") for c in verb.children)


def _opens_as_subject(gerund: Token) -> bool:
    """ "Fighting in the north has killed nine": a gerund that opens a sentence whose verb has no other subject."""
    verb = gerund.head
    alone = verb.pos_ == "VERB" and _is_finite(verb) and not any(c.dep_ in _SUBJECTS for c in verb.children)
    return gerund.tag_ == "VBG" and gerund.i == gerund.sent.start and alone
