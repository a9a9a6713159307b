"""All relations of a document."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.mentions.cast import Cast
from kg.extraction.relations import adjacent, datelines, ministers, municipal, people, places, posts, staff, ties
from kg.extraction.relations.found import Found
from kg.extraction.relations.lexicon import listed
from kg.extraction.syntax.clause import is_leaf
from kg.extraction.words import of_words, tokens
from kg.records import Attribution, Relation

Extractor = Callable[[Token, Cast], Iterator[Found]]

# Each looks at one token and yields the relations of which the token is the cue; after it the lists of which one has
# the cue's form or lemma, none where any word may be the cue.
EXTRACTORS: tuple[tuple[Extractor, tuple[str, ...]], ...] = (
    (people.offices, ("RelationNoun",)), (people.heads_of_state, ("HeadOfState", "MinistryOffice")),
    (people.verbs, ("LeadVerb",)),
    (ministers.counterparts, ("CounterpartNoun",)),
    (people.whose, ()), (people.compounds, ("HyphenTie",)), (people.regimes, ()), (staff.under, ("UnderWord",)),
    (staff.sects, ("CreedNoun",)), (staff.of_body, ()),
    (ties.nouns, ("RelationNoun", "OffshootNoun")), (ties.sides, ("OpposingVerb",)),
    (ties.memberships, ("MembershipNoun",)), (ties.possessed, ()), (ties.support, ("BackVerb",)),
    (ties.backing, ("BackingNoun",)), (ties.pledged, ("PledgeNoun",)),
    (ties.owned, ("OwnedTie",)), (ties.among_others, ("FigureNoun",)),
    (staff.occupations, ()), (staff.one_of_theirs, ("OneOf",)), (staff.appointed, ("RelationNoun",)),
    (municipal.local_offices, ("LocalOffice",)), (posts.own, ("PostNoun", "SiteNoun")),
    (posts.facilities, ("HoldVerb",)), (places.within, ()), (places.fronted, ()), (adjacent.adjacent, ()),
    (places.capitals, ("CapitalNoun",)),
    (places.beside, ("SideNoun",)),
    (places.based, ("BaseVerb",)),
)  # fmt: skip
_TITLE = 2  # tokens from an office to the name that follows it: "President X"
_BRANCHED = frozenset({people.whose, people.regimes, staff.of_body, places.fronted})  # find nothing below a leaf
_NAMED = frozenset({staff.of_body, ties.possessed, adjacent.adjacent})  # look at names alone
_NONE: frozenset[str] = frozenset()
_BACKGROUND = frozenset({"within", "capitalOf"})  # geography is nobody's opinion: the report's own voice


def relations(cast: Cast, voices: Voices) -> Iterator[Relation]:
    """Every relation that the document states between entities of the cast, each with the words that say so."""
    seen: dict[tuple[int, str, int], Found] = {}
    cued = {token.i for token in of_words(cast.doc, _cues())}
    for token in tokens(cast.doc):
        if not token.is_punct and not token.is_space:
            named = cast.name_at(token) is not None
            cues = _cues() & {token.lower_, token.lemma_.lower()} if token.i in cued else _NONE
            for extractor in _extractors(cues, is_leaf(token), named):
                for found in extractor(token, cast):
                    seen.setdefault((found.subject, found.predicate, found.object), found)
    for found in datelines.around(cast, seen):
        seen.setdefault((found.subject, found.predicate, found.object), found)
    for one, group, token in cast.memberships:
        first = token.doc[token.left_edge.i]
        seen.setdefault((one, "memberOf", group), Found(one, "memberOf", group, first, token))
    for found in seen.values():
        source = Attribution() if found.predicate in _BACKGROUND else _unless_self(_who_says(found, voices), found)
        yield Relation(found.subject, found.predicate, found.object, found.spans, source)


@cache
def _cues() -> frozenset[str]:
    return frozenset().union(*(listed(kind) for _, kinds in EXTRACTORS for kind in kinds))


@lru_cache(maxsize=4096)
def _extractors(cues: frozenset[str], leaf: bool, named: bool) -> tuple[Extractor, ...]:
    """Those of which a word of these forms may be the cue; `leaf`: nothing hangs on it, `named`: it is part of a
    name."""
    fits = (e for e, kinds in EXTRACTORS if not kinds or any(cues & listed(kind) for kind in kinds))
    return tuple(e for e in fits if not (leaf and e in _BRANCHED) and (named or e not in _NAMED))


def _who_says(found: Found, voices: Voices) -> Attribution:
    """Who says so: of an ally whom somebody accuses, the accuser ("X accused Y of backing Z")."""
    first = voices.at(found.first)
    last = voices.at(found.last) if found.predicate in ("allyOf", "rivalOf") else first
    return first if first.claimant is not None else last


def _unless_self(source: Attribution, found: Found) -> Attribution:
    """An office told beside the speaker's name, or as anybody's title, is the report's word, not the speaker's."""
    titled = found.predicate in ("leads", "speaksFor") and 0 < found.last.i - found.first.i <= _TITLE
    return Attribution() if titled or source.claimant in (found.subject, found.object) else source
