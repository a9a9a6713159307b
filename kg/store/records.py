"""Nodes of a graph read into records."""
from pyoxigraph import NamedNode

from kg.store.nodes import Actor, Event, Evidence, Place, Report
from kg.store.reading import Reading


def report(r: Reading, n: NamedNode) -> Report:
    """A report's particulars."""
    return Report(
        n.value, r.text(n, "dct:title"), r.ref(n, "dct:publisher"), r.text(n, "dct:issued"), r.text(n, "dct:source")
    )


def actor(r: Reading, n: NamedNode) -> Actor:
    """An actor with its names."""
    return Actor(n.value, r.label(n.value), r.kind(n), r.texts(n, "skos:altLabel"), r.texts(n, "owl:sameAs"))


def place(r: Reading, n: NamedNode) -> Place:
    """A place with its names, coordinates and parent."""
    return Place(
        n.value,
        r.label(n.value),
        r.text(n, "kg:placeKind"),
        r.texts(n, "skos:altLabel"),
        r.number(n, "wgs:lat"),
        r.number(n, "wgs:long"),
        r.ref(n, "kg:within"),
        r.texts(n, "owl:sameAs"),
    )


def event(r: Reading, n: NamedNode) -> Event:
    """An event with its arguments."""
    return Event(
        iri=n.value,
        label=r.label(n.value),
        kind=r.name(n, "kg:eventType") or r.kind(n),
        modality=r.name(n, "kg:modality") or "asserted",
        date=r.text(n, "kg:date"),
        begin=r.text(n, "kg:begin"),
        end=r.text(n, "kg:end"),
        time_text=r.text(n, "kg:timeText"),
        count=r.whole(n, "kg:count"),
        places=r.refs(n, "kg:place"),
        agents=r.refs(n, "kg:agent"),
        attributed_to=r.refs(n, "kg:attributedTo"),
        targets=r.refs(n, "kg:target"),
        victims=r.refs(n, "kg:victim"),
        weapons=r.refs(n, "kg:weapon"),
        methods=r.refs(n, "kg:method"),
        parent=r.ref(n, "kg:subEventOf"),
        speaker=r.ref(n, "kg:speaker"),
        affiliation=r.ref(n, "kg:affiliation"),
        about=r.refs(n, "kg:about"),
        quotes=r.texts(n, "kg:quote"),
    )


def evidence(r: Reading, n: NamedNode) -> tuple[Evidence, ...]:
    """The mentions that bear a claim or an event out, in the order of the text."""
    found = (mention(r, m) for m in r.objects(n, "kg:evidence") if isinstance(m, NamedNode))
    return tuple(sorted(found, key=lambda e: (e.report.issued, e.report.iri, e.begin, e.end)))


def mention(r: Reading, n: NamedNode) -> Evidence:
    """A stretch of text with the sentence it stands in."""
    begin = r.whole(n, "nif:beginIndex") or 0
    words, sentence, at = r.text(n, "nif:anchorOf"), "", -1
    whole = r.term(n, "kg:sentence")
    if isinstance(whole, NamedNode):
        sentence = r.text(whole, "nif:anchorOf")
        at = begin - (r.whole(whole, "nif:beginIndex") or 0)
    if sentence[max(at, 0) :][: len(words)] != words:
        at = -1
    source = NamedNode(r.text(n, "nif:referenceContext") or n.value.partition("#")[0])
    return Evidence(n.value, words, begin, r.whole(n, "nif:endIndex") or 0, sentence, at, report(r, source))
