"""Tolls: the number to which a toll, an estimate or the number of the dead rose, stood or was put."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from kg.extraction.claims.harm_words import measure_of, passed
from kg.extraction.events.mention import Mention
from kg.extraction.numbers import Number
from kg.extraction.syntax.clause import case_of, children, coordinated, obliques
from kg.extraction.wordlist import listed

_FILE = "quantities.ttl"
_AMONG = ("including", "among")


@dataclass(frozen=True, slots=True)
class Toll:
    """A number that a toll came to at `token`, and the nouns with numbers that are told as parts of it."""

    token: Token
    number: Number
    measure: str
    event: Token | None
    parts: tuple[Token, ...]


def tolls(token: Token, told: Mapping[int, Mention], counts: Mapping[int, Number]) -> Iterator[Toll]:
    """The toll that the noun tells of, if it does: "the toll rose to 154", "raised to 525 the number of people known to
    have died", "first spoke of 50 dead, and raised its estimate to 272".

    told    the mentions of events by their token's index.
    counts  numbers of people by the index of their noun and of their own head.
    """
    measure = _measure(token, told)
    if not measure:
        return
    verb = token.head
    around = [
        *obliques(token, "of", "to", "at"),
        *obliques(verb, "to", "at"),
        *(t for t in token.subtree if verb.lemma_ == "put" and case_of(t) == "at"),  # "put the number killed at 11"
        *children(verb, "obj", "xcomp", "obl", "attr"),
    ]
    if children(verb, "cop") or verb.pos_ == "NUM":
        around.append(verb)
    rising = [t for t in token.subtree if t.lemma_.lower() in listed(_FILE, "RisingVerb")]
    around += [t for v in rising for t in obliques(v, "to")]  # hung below those who died, too
    around.sort(key=lambda t: t.doc[t.left_edge.i].lower_ not in ("to", "at"))
    found = next((t for t in around if t.i in counts and t.pos_ == "NUM"), None)
    if found is not None:
        below = [*obliques(found, *_AMONG), *(t for t in obliques(found.head, *_AMONG) if t.i > found.i)]
        parts = tuple(dict.fromkeys(w for t in below for w in coordinated(t)))
        event = next((t for t in token.subtree if t.i in told), None)
        yield Toll(found, passed(verb, counts[found.i]), measure, event, parts)


@cache
def toll_words() -> frozenset[str]:
    """The words that may tell of a toll, "it" among them, or of harm that a number counts."""
    return frozenset({"it"}).union(*(listed(_FILE, kind) for kind in ("TollNoun", "CountNoun", "HarmWord")))


def is_toll(token: Token) -> bool:
    """Whether the word may be a toll: "toll", "number", and "it", which may take one up."""
    if token.lower_ == "it":
        return True
    lemma = token.lemma_.lower()
    listed_so = lemma in listed(_FILE, "TollNoun") or lemma in listed(_FILE, "CountNoun")
    return listed_so and token.pos_ in ("NOUN", "VERB")


def _measure(token: Token, told: Mapping[int, Mention]) -> str:
    """What the noun counts, "" where it is no toll."""
    lemma = token.lemma_.lower()
    if token.lower_ == "it":
        return "killed" if token.dep_ == "obj" and token.head.lemma_ == "put" and _after_toll(token) else ""
    if (own := measure_of(token.lower_) or measure_of(lemma)) and token.dep_ == "obj" and token.head.lemma_ == "put":
        return own
    if lemma not in listed(_FILE, "TollNoun") and lemma not in listed(_FILE, "CountNoun"):
        return ""
    harms = [m for t in token.subtree if (m := measure_of(t.lower_) or _harm(t, told))]
    if lemma in listed(_FILE, "TollNoun"):
        return harms[0] if harms else "killed"
    if not harms and lemma == "estimate":
        before = token.doc[token.sent.start : token.i]
        harms = [m for t in before if (m := measure_of(t.lower_) or _harm(t, told))]
    put = lemma in ("number", "total") and token.head.lemma_ == "put"
    return harms[0] if harms else "killed" if put else ""


def _after_toll(token: Token) -> bool:
    """Whether the sentence before tells of a toll, so that "had put it at 24" is one."""
    start = token.sent.start
    before = token.doc[start - 1].sent if start else ()
    return any(t.lemma_.lower() in listed(_FILE, "TollNoun") for t in before)


def _harm(token: Token, told: Mapping[int, Mention]) -> str:
    mention = told.get(token.i)
    return mention.trigger.sense.measure if mention is not None else ""
