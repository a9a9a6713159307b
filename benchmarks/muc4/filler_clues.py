"""What can be told of an entity beside an incident, as clues to whether it fills a slot of the template."""
from collections.abc import Iterator, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from benchmarks.muc4.records import ORGANISED, Incident, Node, Told
from benchmarks.muc4.relevance import TYPES
from benchmarks.muc4.traits import bin_of, traits
from benchmarks.muc4.words import head, is_named, words

_SIDES = {"doer": ("agent", "claims", "blames"), "struck": ("victim", "target", "counted"), "weapon": ("weapon",)}


def filler_clues(node: Node, group: Sequence[Incident], report: Told, text: str) -> Iterator[str]:
    """All clues, each a word; some may come twice. `group`: the incidents that make one template."""
    own, links = traits(node), _links(node, group)
    linked = bool(links)
    yield "any"
    yield from own
    for link in links or ["none"]:
        yield f"link={link}"
        yield from (f"link={link},{trait}" for trait in own)
        yield from (f"link={link},{incident.type}" for incident in group)
    yield from _elsewhere(node, group, report, linked)
    yield from _spots(node, group, report, linked)
    yield from _wording(node, text)
    yield from _others(node, group, linked)
    yield from _rivals(node, report, linked)
    yield from _tied(node, group, report)
    yield f"incidents={bin_of(len(group), 2, 3, 5)}"
    if node.iri in report.sources:
        yield "speaks"


def _links(node: Node, group: Sequence[Incident]) -> list[str]:
    """The roles in which it is linked with the incidents; also told where no claim for one is the report's own."""
    found = {(f.role, f.sourced) for i in group for f in i.fillers if f.node.iri == node.iri}
    sourced = {f"{role}, by sources alone" for role, _ in found if (role, False) not in found}
    return sorted({role for role, _ in found} | sourced)


def _elsewhere(node: Node, group: Sequence[Incident], report: Told, linked: bool) -> Iterator[str]:
    """Its roles in the other events of the report."""
    rest = [i for i in report.incidents if i not in group]
    for incident, filler in ((i, f) for i in rest for f in i.fillers if f.node.iri == node.iri):
        role = f"{filler.role},{'violence' if incident.type in TYPES else incident.type}"
        yield f"elsewhere={role}"
        yield f"elsewhere={role},{linked}"


def _spots(node: Node, group: Sequence[Incident], report: Told, linked: bool) -> Iterator[str]:
    """Where the report names it, and how far from the words for the incidents."""
    yield f"mentions={bin_of(len(node.mentions), 2, 3, 5, 9)}"
    if node.mentions:
        yield f"first={bin_of(report.sentence(node.mentions[0].begin), 2, 3, 6, 11)}"
    spots = [begin for i in group for begin, _ in i.triggers]
    gaps = [(abs(report.sentence(m.begin) - report.sentence(s)), m.begin - s) for m in node.mentions for s in spots]
    if not gaps:
        return
    sentences, letters = min(gaps, key=lambda g: (g[0], abs(g[1])))
    yield f"gap={bin_of(sentences, 1, 2, 3, 6)},{linked}"
    if not sentences:
        side = "before" if letters < 0 else "after"
        yield f"gap={side},{linked}"
        yield f"gap={side}{bin_of(abs(letters), 20, 40, 80, 160)},{linked}"


def _wording(node: Node, text: str) -> Iterator[str]:
    before = {word for m in node.mentions for word in text[max(0, m.begin - 25) : m.begin].lower().split()[-1:]}
    yield from (f"before={word}" for word in sorted(before & STOP_WORDS))
    first = node.label.lower().partition(" ")[0]
    yield f"starts={'name' if is_named(node) else first if first in STOP_WORDS else 'noun'}"
    yield f"words={bin_of(len(node.label.split()), 2, 3, 4, 6)}"
    if any(set(m.text.lower().split()) & words("hedges") for m in node.mentions):
        yield "hedged"


def _beside(node: Node, group: Sequence[Incident], roles: Sequence[str]) -> list[Node]:
    """The others that are linked with the incidents in these roles, each once."""
    found = {f.node.iri: f.node for i in group for f in i.of(*roles)}
    return [found[iri] for iri in sorted(found) if iri != node.iri]


def _others(node: Node, group: Sequence[Incident], linked: bool) -> Iterator[str]:
    for side, roles in _SIDES.items():
        others = _beside(node, group, roles)
        yield f"other {side}={bin_of(len(others), 1, 2, 3)},{linked}"
        yield from (f"other {side}={t}" for o in others for t in traits(o) if t.startswith(("kind", "sort")))


def _rivals(node: Node, report: Told, linked: bool) -> Iterator[str]:
    """Whether the report names other groups or bodies of its kind, and names them oftener."""
    if node.kind in ORGANISED:
        same = [n for n in report.nodes if n.kind == node.kind and is_named(n)]
        most = len(node.mentions) >= max((len(n.mentions) for n in same), default=0)
        yield f"of its kind={bin_of(len(same), 1, 2, 3)},{linked},{node.kind}"
        yield f"most told={most},{linked},{node.kind}"


def _tied(node: Node, group: Sequence[Incident], report: Told) -> Iterator[str]:
    """Ties to those linked with the incidents, and names inside the words for them."""
    for side, other in ((s, o) for s in ("doer", "struck") for o in _beside(node, group, _SIDES[s])):
        yield from (f"{side} {tie} it" for some, tie, whom in report.ties if (some, whom) == (other.iri, node.iri))
        yield from (f"it {tie} {side}" for some, tie, whom in report.ties if (some, whom) == (node.iri, other.iri))
        if any(o.begin <= m.begin and m.end <= o.end for m in node.mentions for o in other.mentions):
            yield f"named in {side}"
        if any(m.begin <= o.begin and o.end <= m.end for m in node.mentions for o in other.mentions):
            yield f"names {side}"
        if head(other.label) == head(node.label):
            yield f"{side} of its noun"
