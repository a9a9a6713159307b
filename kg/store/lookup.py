"""Nodes found by their names."""
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from pyoxigraph import NamedNode, Store
from unidecode import unidecode

from kg.store.terms import KG, as_iri, node, to_python

_NAMES = (node("rdfs:label"), node("skos:altLabel"), node("skos:prefLabel"), node("dct:title"))
EXACT = 0.99  # likeness of a name that differs in case, accents and dashes at most
_ENOUGH = 0.72  # likeness (difflib's ratio) from which a misspelt name is offered


@dataclass(frozen=True, slots=True)
class Match:
    """A node that answers to a name: the name it bears, and how like it is to the one asked for, 0 to 1."""

    node: NamedNode
    name: str
    likeness: float


def matches(store: Store, text: str, limit: int = 10) -> list[Match]:
    """The nodes that answer to `text`, best first: same name, same but for case, accents and dashes, or like it."""
    best: dict[NamedNode, Match] = {}
    for found in _likenesses(_names(store), text):
        if found.node not in best or found.likeness > best[found.node].likeness:
            best[found.node] = found
    ranked = sorted(best.values(), key=lambda m: (-m.likeness, m.name, m.node.value))
    return ranked[:limit]


def resolve(store: Store, text: str) -> tuple[NamedNode, ...]:
    """The nodes that `text` names: an IRI, a prefixed name, or a label (all nodes that bear it).

    Raises LookupError, with what comes near, where there is none.
    """
    if iri := as_iri(text):
        return _known(store, NamedNode(iri))
    found = matches(store, text)
    if sure := tuple(sorted((m.node for m in found if m.likeness == 1.0), key=lambda n: n.value)):
        return sure
    if sure := tuple(sorted((m.node for m in found if m.likeness >= EXACT), key=lambda n: n.value)):
        return sure
    near = "; near it: " + ", ".join(dict.fromkeys(m.name for m in found[:5])) if found else ""
    raise LookupError(f"nothing is named {text!r}{near}")


def near(store: Store, text: str, kind: str = "", limit: int = 10) -> list[Match]:
    """The nodes that an IRI names, or whose names are like `text`, best first; of one kind ("actor", ...) if given."""
    if iri := as_iri(text):
        found = [Match(n, text, 1.0) for n in _known(store, NamedNode(iri))]
    else:
        found = matches(store, text, limit if not kind else 10 * limit)
    if kind:
        class_ = NamedNode(KG + kind.capitalize())
        found = [m for m in found if any(store.quads_for_pattern(m.node, node("rdf:type"), class_))]
    return found[:limit]


def _known(store: Store, iri: NamedNode) -> tuple[NamedNode, ...]:
    if next(store.quads_for_pattern(iri, None, None), None) is None:
        raise LookupError(f"not in the graph: {iri.value}")
    return (iri,)


def _names(store: Store) -> Iterable[tuple[NamedNode, str]]:
    for prop in _NAMES:
        for quad in store.quads_for_pattern(None, prop, None):
            if isinstance(quad.subject, NamedNode) and not quad.subject.value.startswith(KG):
                yield quad.subject, str(to_python(quad.object))


def _likenesses(names: Iterable[tuple[NamedNode, str]], text: str) -> Iterable[Match]:
    wanted = _folded(text)
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    for found, name in names:
        likeness = _likeness(matcher, wanted, text, name)
        if likeness >= _ENOUGH:
            yield Match(found, name, likeness)


def _likeness(matcher: SequenceMatcher[str], wanted: str, text: str, name: str) -> float:
    if name == text:
        return 1.0
    folded = _folded(name)
    if folded == wanted:
        return EXACT
    if wanted and f" {wanted} " in f" {folded} ":  # whole words within a longer name
        return 0.8 + 0.18 * len(wanted) / len(folded)
    return max(0.97 * _ratio(matcher, folded), 0.9 * _word_by_word(wanted, folded))


def _ratio(matcher: SequenceMatcher[str], folded: str) -> float:
    matcher.set_seq1(folded)
    hopeless = matcher.real_quick_ratio() < _ENOUGH or matcher.quick_ratio() < _ENOUGH
    return 0.0 if hopeless else matcher.ratio()


def _word_by_word(wanted: str, name: str) -> float:
    """The worst of the likenesses of each wanted word to the word of the name that is most like it."""
    words = [w for w in name.split() if len(w) > 2]
    best = (max((SequenceMatcher(None, w, x).ratio() for x in words), default=0.0) for w in wanted.split())
    return min(best, default=0.0)


def _folded(text: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in unidecode(text).lower()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


