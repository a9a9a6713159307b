"""Whom "the Syrian president" means, the one person named in the report who is known to have led that state, and which
state is "his country"."""

from spacy.tokens import Token

from kg.extraction.mentions.registry import Registry
from kg.extraction.syntax.clause import children
from kg.extraction.wordlist import listed


def leader_of(token: Token, registry: Registry) -> int | None:
    """The entity of the leader, or None where the noun is no such office, names no state, or two have led it."""
    if token.lemma_.lower() not in listed("relations.ttl", "HeadOfState") or token.tag_ not in ("NN", "NNP"):
        return None
    former = any(c.lower_ in listed("relations.ttl", "FormerHolder") for c in token.lefts)
    if former or children(token, "appos", "flat"):
        return None
    states = {registry.lexicon.nationalities.country(c.text) for c in children(token, "amod", "nmod:poss", "compound")}
    leaders = [i for i, d in enumerate(registry.drafts) if d.kind == "Person" and states & _led(d.known, registry)]
    return leaders[0] if len(leaders) == 1 else None


def whose_country(token: Token) -> Token | None:
    """The pronoun of "his country", "her nation"."""
    if token.lemma_.lower() not in ("country", "nation"):
        return None
    return next((c for c in children(token, "nmod:poss") if c.lower_ in ("his", "her")), None)


def state_of(people: tuple[int, ...], at: int, registry: Registry) -> int | None:
    """The state that the person is known to have led, if it is one."""
    states = [s for i in people for s in sorted(_led(registry.drafts[i].known, registry))]
    return registry.known_actor(states[0], at) if len(states) == 1 else None


def _led(slug: str, registry: Registry) -> set[str]:
    known = registry.lexicon.actors.get(slug) if slug else None
    return set(known.has_led) if known else set()
