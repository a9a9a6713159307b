"""Which place lies in which, as two names one after the other say: "at X in Y district", "at X, also in Y,"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions.cast import Cast
from kg.extraction.relations.found import Found
from kg.extraction.wordlist import listed

_AT = frozenset({"at", "in", "near", "of", "from", "on"})


def adjacent(token: Token, cast: Cast) -> Iterator[Found]:
    """The second name tells where the first is, whatever the parse hung it on, and where those are that the first is
    joined to: "the villages of X and Y, in Z district"."""
    name = cast.name_at(token)
    if name is None or name.kind != "Place" or token.i != name.begin or name.end + 2 >= token.sent.end:
        return
    first = _outer(token, name.end, cast)
    outer = cast.name_at(first) if first is not None else None
    if first is None or outer is None or outer.kind != "Place" or outer.begin != first.i:
        return
    inside = [i for t in _placed(token) for i in cast.places(t) if i not in cast.countries()]
    around = [o for o in cast.places(first) if all(cast.may_lie(i, o) for i in inside)]
    last = token.doc[outer.end - 1]
    yield from (Found(one, "within", o, token, last) for one in inside for o in around if o != one)


def _outer(token: Token, at: int, cast: Cast) -> Token | None:
    """The word with which the place around begins: after "in", or after a comma, "in" and, before a mark, its name."""
    doc, comma = token.doc, token.doc[at].text == ","
    at += comma
    at += doc[at].lower_ in ("also", "again", "both") if comma else 0
    if doc[at].lower_ != "in" or at + 2 >= token.sent.end:
        return None
    at += 1 + (doc[at + 1].lower_ == "the")
    return doc[at] if not comma or _closed(doc[at], cast) else None


def _placed(token: Token) -> list[Token]:
    """The name where something is, and the names before it that it is joined to: "in X and Y"."""
    joined = [token.head] if token.dep_ == "conj" and token.nbor(-1).lower_ == "and" and token.i else []
    before = (joined or [token])[0]
    if not before.i or before.nbor(-1).lower_ not in _AT:
        return []
    return [*joined, token]


def _closed(token: Token, cast: Cast) -> bool:
    """Whether the name that begins here ends before a mark, or before what it is of."""
    name = cast.name_at(token)
    if name is None or name.end + 1 >= len(token.doc):
        return False
    after = token.doc[name.end]
    after = after.nbor() if after.lower_ in listed("names.ttl", "RegionWord") else after
    return after.text in (",", ".", "of")
