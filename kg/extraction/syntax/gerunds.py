"""Gerunds that the parser hung astray: what somebody is accused of, and events that "-ing" names."""

from spacy.tokens import Token

from kg.extraction.syntax.clause import ACCUSING, SUBJECTS

AS = frozenset({"as", "after", "while", "when", "since", "before"})
"""Words that open a clause of time."""
_NOT_ALONE = SUBJECTS | {"cc", "aux:pass", "aux"}


def after_comma(token: Token) -> bool:
    """Whether the token's own words begin right after a comma."""
    if any(t.dep_ == "cc" for t in token.lefts):
        return False
    words = [t for t in token.lefts if t.dep_ != "punct"]
    start = min((t.left_edge.i for t in words), default=token.i)
    return start > token.sent.start and token.doc[start - 1].text == ","


def to_accuser(gerund: Token) -> None:
    """ "Accuse X, a militia that sides with Y, of killing Z": that is what X is accused of."""
    verb = next((t for t in gerund.ancestors if t.lemma_ in ("accuse", "suspect")), None)
    if verb is not None and gerund.head.lemma_ not in ACCUSING and gerund.head.i > verb.i and after_comma(gerund):
        gerund.head, gerund.dep_ = verb, "advcl"


def to_event(gerund: Token) -> None:
    """ "As fighting in the east entered its second week": a noun, and the subject of the verb that has none."""
    mark = next(c for c in gerund.lefts if c.lower_ in AS)
    above = (gerund, gerund.head)
    verbs = (t for t in gerund.doc[gerund.i + 1 : gerund.sent.end] if t.tag_ == "VBD" and t.head in above)
    verb = next((t for t in verbs if t.dep_ in ("advcl", "conj", "ccomp")), None)
    bare = not any(c.dep_ in ("obj", "aux", *SUBJECTS) for c in gerund.children)
    if verb is not None and bare and mark.i == gerund.i - 1 and not any(c.dep_ in _NOT_ALONE for c in verb.children):
        verb.head, verb.dep_, mark.head = gerund.head, "advcl", verb
        gerund.head, gerund.dep_ = verb, "nsubj"
        gerund.pos_, gerund.tag_, gerund.lemma_ = "NOUN", "NN", gerund.lower_


def to_deed(gerund: Token) -> None:
    """ "Accused each other of shelling towns": they shelled towns, and no "shelling towns" were."""
    noun, of = gerund.head, gerund.nbor(-1)
    verb = noun.head
    if verb.lemma_ in ACCUSING and of.dep_ == "case" and of.head == noun:
        of.head, of.dep_ = gerund, "mark"
        gerund.head, gerund.dep_ = verb, "advcl"
        noun.head, noun.dep_ = gerund, "obj"


def to_accusing(accused: Token) -> None:
    """From the gerund after "of" or "for" up to the verb that the name stands right after."""
    gerund, verb = accused.head, accused.head.head
    marks = [c.i for c in gerund.lefts if c.dep_ == "mark" and c.lower_ in ("of", "for")]
    if verb.lemma_ in ACCUSING and verb.i < accused.left_edge.i and any(accused.i < m < gerund.i for m in marks):
        accused.head, accused.dep_ = verb, "obj"
