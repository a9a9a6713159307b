"""Through whom something is said or claimed: "via its agency X", "in a message on Telegram", "through its front, X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.mentions.cast import Cast
from kg.extraction.syntax.clause import children, obliques
from kg.extraction.wordlist import listed

_THROUGH = ("via", "through")
_ON = ("on", "via", "through", "to", "by", "from")
_MEDIA = frozenset({"MediaOutlet"})
POSTED = frozenset({"MediaOutlet", "Organisation"})


def channel(verb: Token, cast: Cast) -> int | None:
    """The named outlet, body or person through whom it is said, or None."""
    for token in obliques(verb, *_THROUGH):
        named = [t for t in (token, *children(token, "appos", "flat")) if cast.name_at(t)]
        found = [i for t in (*named, token) for i in cast.actors(t)]
        if found:
            return found[0]
    return next(_beside(verb, cast), None)


def _beside(verb: Token, cast: Cast) -> Iterator[int]:
    """Outlets of "in a message on the website X", "in a video posted on X", "on X"."""
    for token in obliques(verb, "in", "on"):
        written = token.lemma_.lower() in listed("speech.ttl", "WrittenNoun")
        below = [*obliques(token, *_ON), *(t for a in children(token, "acl") for t in obliques(a, *_ON))]
        yield from outlets([token], cast)
        yield from outlets(below if written else [], cast, POSTED)


def outlets(tokens: list[Token], cast: Cast, kinds: frozenset[str] = _MEDIA) -> Iterator[int]:
    """Those that the words or the names beside them stand for, of these kinds."""
    for token in (w for t in tokens for w in (t, *children(t, "appos", "flat"))):
        told = (i for i in cast.of(token) if i not in _their_own(token, cast))
        yield from (i for i in told if cast.kind(i) in kinds and not cast.drafts[i].generic)


def _their_own(noun: Token, cast: Cast) -> frozenset[int]:
    """ "On its channels": no outlet told before, unless its name stands in the phrase."""
    if not any(c.pos_ == "PRON" for c in children(noun, "nmod:poss")):
        return frozenset()
    named = {i for t in (noun, *noun.children) if cast.name_at(t) for i in cast.of(t)}
    return frozenset(cast.of(noun)) - named
