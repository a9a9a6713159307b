"""Which word a time modifies."""

from spacy.tokens import Doc, Token

from kg.extraction.times.mention import TimeMention

_PASSING = ("advmod", "obl", "nmod", "nummod", "case")  # how an adverb between the time and its verb hangs on


def governor(mention: TimeMention, doc: Doc) -> int | None:
    """The token index of the verb or noun that the time modifies, or None where the parse has none."""
    head = outside(mention.start, mention.end, doc)
    if head is not None and head > mention.end:
        head = _reported(doc[head], mention).i
    if head is None or mention.kind != "offset" or head < mention.end or not _ends_in_preposition(mention, doc):
        return head
    beyond = _climb(doc[head])
    return None if beyond is None else beyond.i


def _reported(verb: Token, mention: TimeMention) -> Token:
    """ "On Sunday two houses were bombed, police said": the bombing was on Sunday, wherever the parse hung it."""
    told = (c for c in verb.lefts if c.dep_ == "ccomp" and mention.end <= c.i)
    return next(told, verb)


def _ends_in_preposition(mention: TimeMention, doc: Doc) -> bool:
    """"15 minutes after the blast": the blast is not what the time modifies."""
    adverb = mention.end < len(doc) and doc[mention.end].text == ","  # "hours before, gunmen ..."
    return doc[mention.end - 1].lower_ in ("after", "before") and not adverb


def outside(start: int, end: int, doc: Doc) -> int | None:
    """The token that the stretch hangs on, beyond its own words and its prepositions; None without a parse."""
    if not doc.has_annotation("DEP"):
        return None
    head = _climb(doc[start:end].root)
    while head is not None and start <= head.i < end:
        head = _climb(head)
    return head.i if head is not None else None


def _climb(token: Token) -> Token | None:
    if token.head.i == token.i:
        return None
    head = token.head
    passing = head.pos_ in ("ADV", "ADP", "NUM") and head.dep_.split(":")[0] in _PASSING
    return _climb(head) if passing and head.head.i != head.i else head
