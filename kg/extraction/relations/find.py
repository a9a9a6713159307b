"""All relations of a document."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.mentions.cast import Cast
from kg.extraction.relations import people, places, ties
from kg.extraction.relations.found import Found
from kg.records import Attribution, Relation

# Each looks at one token and yields the relations of which the token is the cue.
EXTRACTORS: tuple[Callable[[Token, Cast], Iterator[Found]], ...] = (
    people.offices, people.heads_of_state, people.verbs, people.whose, people.compounds, people.regimes, people.under,
    people.sects, ties.nouns, ties.sides, ties.memberships, ties.possessed, ties.support, ties.facilities,
    places.within, places.fronted, places.capitals, places.based,
)  # fmt: skip
_BACKGROUND = frozenset({"within", "capitalOf"})  # geography is nobody's opinion: the report's own voice


def relations(cast: Cast, voices: Voices) -> Iterator[Relation]:
    """Every relation that the document states between entities of the cast, each with the words that say so."""
    seen: dict[tuple[int, str, int], Found] = {}
    for token in cast.doc:
        if not token.is_punct and not token.is_space:
            for extractor in EXTRACTORS:
                for found in extractor(token, cast):
                    seen.setdefault((found.subject, found.predicate, found.object), found)
    for one, group, token in cast.memberships:
        first = token.doc[token.left_edge.i]
        seen.setdefault((one, "memberOf", group), Found(one, "memberOf", group, first, token))
    for found in seen.values():
        source = Attribution() if found.predicate in _BACKGROUND else _unless_self(voices.at(found.first), found)
        yield Relation(found.subject, found.predicate, found.object, (found.span,), source)


def _unless_self(source: Attribution, found: Found) -> Attribution:
    """An office told beside the speaker's name is the report's word, not the speaker's."""
    return Attribution() if source.claimant in (found.subject, found.object) else source
