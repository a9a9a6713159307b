"""The country from whose dateline a report is sent: "QUETTA, Pakistan, March 12 - ", "BOGOTA (Reuters) - "."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions.names import Name
from kg.lexicon import Places

_MARKS = frozenset({"-", "–", "—", "--", ":"})
_LONGEST = 16  # tokens up to the mark
_MUCH_BIGGER = 20  # times the inhabitants of any namesake abroad


def home(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> str:
    """The name of the dateline's country; "" without a dateline, where its town may lie in another country, or where
    the report tells of another at least as often."""
    country = _of_dateline(doc, names, lexicon.places)
    told = Counter(_country(doc[n.begin : n.end].text, lexicon) for n in names if n.kind != "Person") if country else {}
    most = max((c for n, c in told.items() if n not in ("", country)), default=0)
    return country if told.get(country, 0) > most else ""


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
