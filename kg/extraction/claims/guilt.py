"""What the words around a cue of guilt say: whether it is denied, for what it is laid, and where they stand."""

from spacy.tokens import Token

from kg.extraction.claims.accused import is_word
from kg.extraction.events.story import Story
from kg.extraction.syntax.clause import children, coordinated, doers, is_passive, objects, obliques, undergoers
from kg.extraction.text import sentences_between
from kg.extraction.wordlist import listed
from kg.records import Span

_DEPTH = 3  # "accused of being involved in planning the attack"


def is_denied(clause: Token) -> bool:
    """ "Was not behind it", "denied that X was behind it"."""
    under = clause.dep_ == "ccomp" and clause.head.pos_ == "VERB" and is_word(clause.head, "DenyVerb")
    return under or any(c.lower_ in ("not", "n't", "never") for c in clause.children)


def is_said_by_nobody(clause: Token) -> bool:
    """ "No group said it was behind the attack"."""
    verb = clause.head
    return clause.dep_ == "ccomp" and verb.pos_ == "VERB" and is_unsaid(verb)


def is_unsaid(verb: Token) -> bool:
    """ "Nobody accused X", "the army did not blame X": nothing is laid on X."""
    words = [*verb.children, *doers(verb), *(c for t in doers(verb) for c in t.children)]
    return any(w.lower_ in listed("speech.ttl", "Nobody") | listed("speech.ttl", "Negation") for w in words)


def named_responsible(token: Token) -> list[Token]:
    """ "Those responsible for it are X": X."""
    those = token.head
    told = token.dep_ == "amod" and those.dep_ == "nsubj" and children(those.head, "cop")
    return list(coordinated(those.head)) if told else []


def negated(verb: Token, stance: str) -> str:
    no = any(
        c.lower_ in ("not", "n't", "never", "no")
        for t in [verb, *children(verb, "nsubj", "nsubj:pass", "obj")]
        for c in t.children
    )
    return "denies" if no and stance == "claims" and not is_passive(verb) else stance


def near(cue: Token, verb: Token) -> bool:
    return cue.i < verb.i and sentences_between(cue, verb) <= 2


def sentence(token: Token) -> Span:
    words = [t for t in token.sent if not t.is_space]
    return Span(words[0].idx, words[-1].idx + len(words[-1]))


def is_to_blame(verb: Token) -> bool:
    """ "X was to blame"."""
    to = any(c.tag_ == "TO" for c in verb.lefts)
    be = any(c.lemma_ == "be" for c in children(verb, "cop", "aux")) or verb.head.lemma_ == "be"
    return verb.lemma_ == "blame" and to and be


def is_bare(verb: Token) -> bool:
    """ "Blamed X", "accused X": what for is not said; not "blamed X for the delay", "accused X of laying them"."""
    nouns = [t for t in obliques(verb, "for", "of", "with", "in") if t.pos_ != "PRON" and not t.ent_type_]
    telling = listed("speech.ttl", "SayingAside")
    said = nouns or [t for t in children(verb, "advcl", "ccomp", "xcomp") if t.lower_ not in telling]
    return verb.lemma_ in ("blame", "accuse", "suspect") and not said


def clauses(verb: Token) -> list[Token]:
    """The clauses below, with what happens in them: "of killing X", "with having taken part in the murder"."""
    found = [c for c in children(verb, "advcl", "xcomp", "ccomp", "acl") if not _at_another_time(c)]
    return [w for c in found for t in (c, *undergoers(c)) for w in below(t)]


def _at_another_time(clause: Token) -> bool:
    """ "Has been blamed for massacres since the army began an operation": the operation is not what is blamed."""
    return any(c.lower_ in ("since", "before", "until", "while") for c in children(clause, "mark"))


def below(token: Token, depth: int = _DEPTH) -> list[Token]:
    """The token, and below words of taking part what the part was taken in: "charges of masterminding the murder"."""
    found = [token]
    if depth and is_word(token, "PartVerb"):
        inner = [*objects(token), *obliques(token, "in", "for", "of", "to"), *children(token, "advcl", "xcomp", "acl")]
        found += [w for t in inner for w in below(t, depth - 1)]
    return found


def span(verb: Token, story: Story, event: int) -> Span:
    """From the verb to the event's mention in the same sentence, else the verb's own sentence."""
    own = [m.token for m in story.events[event].mentions if m.token.sent == verb.sent]
    if not own:
        return sentence(verb)
    first, last = sorted((verb, own[0]))
    return Span(first.idx, last.idx + len(last))
