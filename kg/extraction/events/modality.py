"""Whether an event is told as fact, planned, possible or denied."""

from spacy.tokens import Token

from kg.extraction.events.arms import used_for
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.syntax.clause import case_of, children
from kg.lexicon.triggers import Triggers

_MODALS = frozenset({"could", "may", "might", "would", "should", "can", "must"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_CLIMB = (
    "xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "conj", "appos", "nsubj", "nsubj:pass", "compound",
    "csubj", "advmod", "nmod:desc", "parataxis",
)  # fmt: skip
_NEGATED_CLIMB = ("xcomp", "obj")
_HOLDING_TRUE = frozenset({"believe", "suspect", "think", "presume", "allege"})


def modality(token: Token, lexicon: Lexicon) -> str:
    """The modality of the event that the token (its trigger) tells of: "asserted", "planned",
    "hypothetical" or "denied"."""
    words = lexicon.triggers
    if _negated(token, words):
        return "hypothetical" if _never(token) else "denied"
    using = used_for(token)
    if using is not None:
        return modality(using, lexicon)  # "used dynamite to blow it up"
    if token.lemma_.lower() in listed("DefusingVerb"):
        return "planned"  # what the bomb was meant for
    own = _of_clause(token)
    if own:
        return own
    if token.tag_ == "VBN" and token.dep_ == "acl" and _told_of(token):
        return "asserted"
    if token.pos_ == "NOUN" and any(
        c.ent_type_ == "DATE" for c in children(token, "nmod", "nmod:unmarked", "nmod:poss")
    ):
        return "asserted"  # "the deal of May 11" is one that was made
    if (
        any(
            (c.tag_ in ("VBD", "VBZ") or children(c, "aux") or _was(c))
            and any(t.lower_ in ("that", "which") for t in c.children)
            for c in children(token, "acl:relcl")
        )
        and token.pos_ == "NOUN"
    ):
        return "asserted"  # a relative clause tells what became of it
    return _from_above(token, words)


def presupposed(token: Token) -> bool:
    """Whether it has happened whatever is vowed or demanded around it: "vowed to punish those behind the bombing after
    nine were killed"."""
    if case_of(token) == "behind" and token.head.lower_ in ("those", "people", "men"):
        return True
    past = token.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in children(token, "aux", "aux:pass"))
    marked = any(c.lower_ in ("after", "since") for c in children(token, "mark"))
    return past and marked and not any(c.lower_ == "if" for c in children(token, "mark"))


def _told_of(participle: Token) -> bool:
    """ "Threatened to sell the girls kidnapped in A in April": known persons and a day, whatever is above."""
    noun = participle.head
    known = _definite(noun) or any(c.dep_ == "nummod" for c in noun.children)
    dated = any(t.ent_type_ == "DATE" for c in participle.rights for t in c.subtree)
    return known and dated


def _was(participle: Token) -> bool:
    """ "That was signed": in the past."""
    return any(c.tag_ in ("VBD", "VBZ") for c in children(participle, "aux:pass"))


def _negated(token: Token, words: Triggers) -> bool:
    marks = [c for c in token.children if c.dep_ in ("advmod", "det", "aux", "cc")]
    if any(c.lower_ in words.negators and c.lower_ not in ("without", "hardly") for c in marks):
        return not any(c.lower_ == "only" for c in token.subtree if abs(c.i - token.i) < 4)
    if any(_nobody(c) for c in children(token, "nsubj", "nsubj:pass")):
        return True
    case = [c.lower_ for c in token.children if c.dep_ in ("case", "mark")]
    return "without" in case


def _never(token: Token) -> bool:
    """ "No attack will go unpunished", "a policy of not fighting": no one event is denied."""
    if token.pos_ == "NOUN":
        return token.dep_ in ("nsubj", "nsubj:pass") and any(
            c.lower_ in _MODALS | {"will"} for c in children(token.head, "aux")
        )
    return token.tag_ == "VBG" and token.dep_ == "acl"


def _nobody(subject: Token) -> bool:
    """ "Nobody", "no one", "none of the passengers"."""
    return subject.lower_ in ("nobody", "none") or any(c.lower_ in ("no", "neither") for c in children(subject, "det"))


def _of_clause(token: Token) -> str:
    """From the trigger's own clause: modal verbs, the future, conditions, purpose."""
    if token.pos_ not in ("VERB", "AUX", "ADJ"):
        return ""
    auxiliaries = {c.lower_ for c in children(token, "aux", "aux:pass")}
    perfect = auxiliaries & {"have", "has", "had"}
    if auxiliaries & {"will", "'ll", "shall", "wo"}:
        return "planned"
    if auxiliaries & _MODALS and not (perfect and "must" in auxiliaries):
        return "hypothetical"
    marks = {c.lower_ for c in children(token, "mark")}
    if marks & _CONDITIONS:
        return "hypothetical"
    if "to" in marks and token.dep_ in ("advcl", "acl", "ROOT", "csubj", "appos"):
        return "planned"
    return ""


def _from_above(token: Token, words: Triggers) -> str:
    """From the words that govern it: "vowed to attack", "a plot to bomb", "fears of attacks"."""
    below, node, steps = token, token.head, 0
    while node != below and steps < 4 and below.dep_ in _CLIMB:
        found = _governed(below, node, words)
        if found is not None:
            return found
        below, node, steps = node, node.head, steps + 1
    return "asserted"


def _governed(below: Token, node: Token, words: Triggers) -> str | None:
    """The modality that `node` gives what hangs on it by `below`; "asserted" ends the climb, None goes on."""
    lemma = node.lemma_.lower()
    if node.pos_ in ("VERB", "AUX"):
        return _under_verb(below, node, lemma, words)
    if presupposed(below):
        return "asserted"
    if node.pos_ == "NOUN" and lemma in words.modal_nouns and below.dep_ in ("nmod", "acl", "compound"):
        return words.modal_nouns[lemma]
    if node.pos_ == "ADJ" and lemma in words.modal_nouns:
        return words.modal_nouns[lemma]  # "ready to open talks"
    return None if below.dep_ in ("nmod", "conj", "appos", "compound", "obl", "acl") else "asserted"


def _under_verb(below: Token, node: Token, lemma: str, words: Triggers) -> str | None:
    if lemma == "agree" and below.pos_ == "NOUN" and below.dep_ in ("obj", "obl") and not _of_clause(node):
        return "asserted"  # "agreed to a ceasefire"
    if below.dep_ == "nsubj" and below.pos_ == "NOUN" and _of_clause(node):
        return _of_clause(node)  # "an attack could be imminent"
    if below.dep_ in ("obj", "xcomp") and _definite(below) and lemma in words.modal_verbs:
        return None if lemma == "call" else "asserted"  # "stopped the fighting", "had ordered the bombing"
    done = any(c.tag_ == "VBN" and c.lemma_ in ("carry", "execute", "perpetrate") for c in children(node, "conj"))
    if below.dep_ == "nsubj:pass" and done:
        return "asserted"  # "was planned by X and carried out by Y"
    if below.dep_ in ("nsubj", "nsubj:pass", "advcl", "parataxis"):
        return "asserted" if below.dep_ != "nsubj:pass" or lemma not in words.modal_verbs else words.modal_verbs[lemma]
    if below.dep_ == "xcomp" and lemma in _HOLDING_TRUE and any(c.lower_ == "have" for c in children(below, "aux")):
        return "attributed"  # "believed to have been kidnapped by X"
    if lemma in words.modal_verbs and (below.dep_ in ("xcomp", "obj", "ccomp") or _of_or_to(below)):
        if below.dep_ == "ccomp" and lemma in ("believe", "suspect", "say"):
            return "asserted"
        return words.modal_verbs[lemma]
    if lemma in words.factive and below.dep_ in ("obj", "nsubj:pass", "obl"):
        return "asserted"
    own = _of_clause(node) if below.dep_ in ("xcomp", "obj", "obl", "conj") else ""
    if own:
        return own
    if below.dep_ in _NEGATED_CLIMB and _negated(node, words):
        return "denied"
    return None if below.dep_ in ("xcomp", "conj", "obj") else "asserted"


def _definite(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children)


def _of_or_to(below: Token) -> bool:
    return below.dep_ == "obl" and any(
        c.lower_ in ("of", "about", "for", "to") for c in below.children if c.dep_ == "case"
    )
