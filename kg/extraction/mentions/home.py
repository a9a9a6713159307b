"""The country of a report: of its dateline, "QUETTA, Pakistan, March 12 - ", "BOGOTA (Reuters) - ", or without one that
whose government, police or army acts as it opens: "Egypt's authorities raised the toll"."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.names import Name
from kg.lexicon import Places

_MARKS = frozenset({"-", "–", "—", "--", ":"})
_LONGEST = 16  # tokens up to the mark
_MUCH_BIGGER = 20  # times the inhabitants of any namesake abroad


def home(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> str:
    """The name of the country of the dateline or of who acts first; "" without either, where the dateline's town may
    lie in another country, or where the report tells of another more often."""
    country = _of_dateline(doc, names, lexicon.places) or _of_who_acts(doc, names, lexicon)
    told = Counter(_country(doc[n.begin : n.end].text, lexicon) for n in names if n.kind != "Person") if country else {}
    most = max((c for n, c in told.items() if n not in ("", country)), default=0)
    return country if told.get(country, 0) >= most else ""


def _country(text: str, lexicon: Lexicon) -> str:
    """The country that a name, or an adjective, is of."""
    place = lexicon.nationalities.place(text) or next(iter(lexicon.places.find(text)), None)
    around = lexicon.places.country(place.country) if place is not None and place.country else None
    return around.name if around is not None else ""


def _of_dateline(doc: Doc, names: Sequence[Name], places: Places) -> str:
    end = _end(doc)
    found = [places.find(doc[n.begin : n.end].text) for n in names if n.end <= end]
    country = next((f[0].name for f in found if f and f[0].kind == "country"), "")
    opens = bool(found) and not doc[: names[0].begin].text.strip()
    only = places.country(_only(doc[: names[0].end].text.strip(), places)) if opens and not country else None
    return only.name if only else country


def _of_who_acts(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> str:
    """The country whose organ is the subject of the first sentence."""
    first = next((s for s in doc.sents if any(not t.is_space for t in s)), None)
    subjects = [t for t in first if t.dep_ == "nsubj" and t.head == first.root] if first is not None else []
    bodies = [t for t in subjects if kinds.sorts(t, lexicon.nouns) & {"authority", "force"}]
    owners = {c.i for t in bodies for c in t.lefts if c.dep_ in ("nmod:poss", "amod", "compound")}
    return next((_country(doc[n.begin : n.end].text, lexicon) for n in names if n.begin in owners), "")


def _end(doc: Doc) -> int:
    """Where the dateline's mark is; 0 where the report opens with none."""
    for token in doc[:_LONGEST]:
        if token.text in _MARKS and (token.text == ":" or _spaced(token)):
            return token.i
        if token.pos_ in ("VERB", "AUX", "ADP", "DET", "PRON"):
            return 0
    return 0


def _spaced(mark: Token) -> bool:
    return bool(mark.i and mark.nbor(-1).whitespace_ and mark.whitespace_)


def _only(town: str, places: Places) -> str:
    """The code of the country in which the town can only lie, by how big it is."""
    found = places.find(town)
    abroad = max((p.population for p in found if p.country != found[0].country), default=0)
    return found[0].country if found and found[0].population > _MUCH_BIGGER * abroad else "."
