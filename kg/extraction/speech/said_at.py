"""When something was said, as against when it happened."""
from spacy.tokens import Token

from kg.extraction.speech.speech import Range
from kg.extraction.times import TimeMention, governor

_KINDS = ("point", "clock", "part", "offset")


def said_at(verb: Token, mentions: tuple[TimeMention, ...]) -> Range | None:
    """The time that tells when the verb's speech took place: right after the verb, or depending on it."""
    sentence = verb.sent
    points = [m for m in mentions if m.kind in _KINDS and sentence.start <= m.start < sentence.end]
    beside = (m for m in points if _follows(verb, m))
    governed = (m for m in points if governor(m, verb.doc) == verb.i and _is_free(verb, m))
    found = next(beside, None) or next(governed, None)
    return (found.start, found.end) if found else None


def _follows(verb: Token, mention: TimeMention) -> bool:
    between = verb.doc[verb.i + 1 : mention.start]
    after = verb.doc[mention.end].lower_ if mention.end < len(verb.doc) else ""
    adjacent = len(between) == 0 or (len(between) <= 2 and all(t.pos_ in ("ADP", "ADV") for t in between))
    return verb.i < mention.start and adjacent and after not in ("'s", "’s")


def _is_free(verb: Token, mention: TimeMention) -> bool:
    """Not within a clause that the verb reports."""
    return not any(c.dep_ in ("ccomp", "xcomp") and mention.start in {t.i for t in c.subtree} for c in verb.children)
