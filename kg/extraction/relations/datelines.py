"""What a dateline says of where the places of its report are: "JOLO, Sulu - ..."."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extraction.mentions.cast import Cast
from kg.extraction.relations.found import Found

_DASHES = ("-", "–", "—", "--")
_LONGEST = 12  # tokens up to the dash
Seen = Iterable[tuple[int, str, int]]


def around(cast: Cast, seen: Seen) -> Iterator[Found]:
    """The dateline's town lies in its province; so do the report's places that the gazetteer does not tell where to
    put, since a place named without its province is in the dateline's (AP Stylebook, "datelines").
    """
    names = _named(cast)
    if names is None:
        return
    town, region = names
    outer = cast.of(region)[0]
    if outer in cast.countries() or not cast.may_contain(outer, cast.of(town)[0]):
        return
    yield Found(cast.of(town)[0], "within", outer, town, region)
    placed = {cast.of(town)[0], *(inner for inner, predicate, _ in seen if predicate == "within")}
    for index, draft in enumerate(cast.drafts):
        if draft.kind == "Place" and not draft.generic and index not in placed and cast.is_open(index, outer):
            yield Found(index, "within", outer, region, cast.doc[min(at for at, _ in draft.seen)])


def _named(cast: Cast) -> tuple[Token, Token] | None:
    """The two places, a comma between them, that open the report before its first dash."""
    head = [t for t in cast.doc[:_LONGEST] if not t.is_space]
    dash = next((n for n, t in enumerate(head) if t.text in _DASHES), 0)
    words = head[:dash]
    comma = next((n for n, t in enumerate(words) if t.text == ","), 0)
    if not comma or any(t.pos_ in ("VERB", "AUX", "ADP") for t in words) or comma + 1 == dash:
        return None
    pair = (words[0], words[comma + 1])
    found = [cast.of(t) for t in pair]
    both = all(len(f) == 1 and cast.kind(f[0]) == "Place" for f in found) and found[0] != found[1]
    return pair if both else None
