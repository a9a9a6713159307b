"""Which event a word of harm ("killed", "died", "wounded") tells the outcome of."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.events.casualties import FRAME as CASUALTY
from kg.extraction.events.mention import Mention
from kg.extraction.events.words import listed
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import case_of, children, is_passive, objects, obliques, subjects

_CAUSES = (
    "in", "during", "by", "from", "after", "amid", "as", "following", "when", "at", "with", "on", "by means of",
    "as a result of", "because of", "to",
)  # fmt: skip
_CONSEQUENCE = frozenset({"killed", "wounded", "missing"})


def is_outcome(mention: Mention) -> bool:
    """Whether the mention tells what an event did to people, so that it may be no event of its own."""
    if mention.trigger.words in listed("OutcomeVerb"):
        return mention.trigger.weapon is None
    if mention.frame == CASUALTY or mention.type == "Assassination":
        return True
    harmed = mention.trigger.sense.measure in _CONSEQUENCE and mention.frame in ("Harm", "Suffer")
    return harmed or (mention.frame == "Harm" and mention.token.lemma_ == "shoot")


def is_bare(mention: Mention) -> bool:
    """Whether the outcome says nothing of how or by whom: "five people died"."""
    if mention.trigger.words in listed("OutcomeVerb"):
        return not mention.entities("agent")
    if mention.frame == CASUALTY or mention.trigger.words.endswith(("body", "corpse", "death", "injury")):
        return True
    if mention.type != "Attack" or mention.trigger.noun:
        return False
    return not mention.entities("agent", "weapon", "method")


def host(mention: Mention, mentions: Mapping[int, Mention]) -> Mention | None:
    """The mention, in the same sentence, of the event that did the harm, or None."""
    for token in _causes(mention.token):
        found = mentions.get(token.i)
        if found is not None and found is not mention and not is_bare_outcome(found) and not _beside(mention, found):
            return found
    return None


def _beside(mention: Mention, found: Mention) -> bool:
    """ "Killed two guards and kidnapped a priest": one deed beside the other, and not its outcome."""
    one, other = mention.token, found.token
    coordinated = (one.dep_ == "conj" and one.head == other) or (other.dep_ == "conj" and other.head == one)
    apart = bool(children(one, "obj") and children(other, "obj"))
    return found.type == "Kidnapping" and coordinated and apart


def _occasions(token: Token) -> Iterator[Token]:
    """In what something happened: the nouns of "in an attack", "in a wave of bombings", "during a raid"."""
    named = (o for o in obliques(token) if case_of(o).split(" ")[0] in _CAUSES and not _later(o))
    yield from (t for o in named for t in (o, *_inside(o)))


def _later(noun: Token) -> bool:
    """ "Hours after the ambush": another time, and no cause."""
    spans = children(noun, "nmod:unmarked", "nmod:tmod", "obl:unmarked")
    return case_of(noun) == "after" and any(c.i < noun.i for c in spans)


def by_nature(mention: Mention) -> bool:
    """ "The founder died of cancer", "X, who led it until he died in 2008": nobody killed them, as far as is told."""
    verb = mention.token
    if verb.lemma_.lower() != "die":
        return False
    of = obliques(verb, "of", "from", "after")
    if any(not listed("IllnessNoun").isdisjoint(_names_of(t)) for t in of):
        return True
    one = [t for t in subjects(verb) if t.tag_ in ("NN", "NNP", "PRP", "WP") and t.lower_ not in ("it", "one")]
    years = bool(mention.times) and all(t.time.datatype in ("gYear", "gYearMonth") for t in mention.times)
    return bool(one) and years and not mention.entities("place")


def _names_of(noun: Token) -> list[str]:
    """ "Attack" and "heart attack"."""
    lemma = noun.lemma_.lower()
    return [lemma, *(f"{c.lemma_.lower()} {lemma}" for c in noun.lefts)]


def is_bare_outcome(mention: Mention) -> bool:
    """Whether it is itself only an outcome, with no cause named."""
    return is_outcome(mention) and is_bare(mention)


def _causes(token: Token) -> Iterator[Token]:
    """Where the grammar puts the cause of an outcome, the nearest first."""
    yield from subjects(token) if not is_passive(token) else ()
    if token.dep_ == "acl:relcl":
        yield token.head
        yield from children(token.head, "acl")  # "a missile launched at A, in which one was killed"
        yield from _above(token.head)
    yield from (c for s in subjects(token) if not is_passive(token) for c in children(s, "acl:relcl", "acl"))
    yield from _occasions(token)
    yield from (t for s in subjects(token) for o in obliques(s, "in", "of", "during", "from") for t in (o, *_inside(o)))
    yield from _clauses(token)


_STAGING = frozenset({"carry", "launch", "stage", "mount", "conduct", "unleash", "commit", "perpetrate", "wage"})
def _took(gerund: Token) -> bool:
    """ "Had taken the town after killing nine": in taking it."""
    verb = gerund.head
    bare = gerund.tag_ == "VBG" and not children(gerund, "nsubj", "aux")
    return bare and verb.lemma_ in ("take", "seize", "capture", "overrun", "storm", "retake")


_APART = frozenset({"before", "until", "since", "although", "though", "because"})
_WHEN = frozenset({"after", "when", "as", "while"})


def _marks(clause: Token) -> set[str]:
    """The subordinators of a clause: what "three days after X" tells is another event than its main clause."""
    return {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod", "case")}


def _of_there(clause: Token) -> bool:
    """ "Dozens have been killed in A since rebels attacked it": in that attack."""
    perfect = any(c.lower_ in ("has", "have") for c in children(clause.head, "aux"))
    it = any(c.lower_ == "it" for c in objects(clause))
    return perfect and it and _marks(clause) & _APART == {"since"}


def _above(noun: Token) -> Iterator[Token]:
    """ "Bombings on troops in Aden that killed 41": the nouns above the one that the clause hangs on."""
    while noun.dep_ in ("nmod", "conj", "appos") and noun.head != noun:
        noun = noun.head
        yield noun
    if noun.dep_ == "obl" and noun.head != noun:  # "a missile launched on Monday, in which nine died"
        yield noun.head


def _inside(noun: Token) -> Iterator[Token]:
    """ "In a series of bombings", "in the wake of an attack"."""
    for child in obliques(noun, "of", "between"):
        yield child
        yield from _inside(child)


def _clauses(token: Token) -> Iterator[Token]:
    """ "When two bombs went off"; "attacked a bus, killing five"; "opened fire and killed three"."""
    yield from (c for c in children(token, "advcl", "advcl:relcl") if not _marks(c) & _APART or _of_there(c))
    if (
        not _marks(token) & (_APART | (_WHEN if not _took(token) else set()))
        and not _by_others(token)
        and token.dep_ in ("advcl", "conj", "xcomp", "acl", "acl:relcl", "advcl:relcl", "parataxis")
        and token.head != token
        and not (token.dep_ == "parataxis" and any(t.text == ";" for t in token.doc[token.head.i : token.i]))
    ):
        yield token.head
        staged = token.dep_ == "advcl" and token.head.lemma_ in _STAGING
        yield from objects(token.head) if staged else ()  # "staged a raid, killing five"
        if token.dep_ == "conj":
            yield from _clauses(token.head)
    for child in children(token, "conj"):
        if child.pos_ == "VERB" and not children(child, "nsubj", "nsubj:pass"):
            yield from (t for t in _occasions(child) if t.i > child.i)
            yield child


def _by_others(verb: Token) -> bool:
    """ "A bomb killed two, and a sniper wounded a guard": somebody or something new did it."""
    beside = verb.dep_ in ("conj", "parataxis", "ccomp")
    then = any(c.lower_ in ("later", "earlier") for c in children(verb, "advmod"))
    if beside and then and children(verb, "nsubj:pass"):
        return True  # "and ten days later nine were shot"
    doers = children(verb, "nsubj") if beside and not is_passive(verb) else []
    return any(t.pos_ == "NOUN" and not is_definite(t) for t in doers)
