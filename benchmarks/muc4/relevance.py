"""MUC-4's rules of relevance, as far as a graph can be asked for them.

Source: the task documentation of the Fourth Message Understanding Conference (1992): terrorist incidents in nine Latin
American countries, told with some detail, recent, and not between armed forces.
"""
from datetime import date, timedelta

from benchmarks.muc4.documents import NINE, Document
from benchmarks.muc4.told import Filler, Incident, Node, Told
from kg.lexicon.nouns import load_nouns

TYPES = {
    "Attack": "attack", "ArmedAttack": "attack", "Assassination": "attack", "Shelling": "attack", "Clash": "attack",
    "Bombing": "bombing", "Airstrike": "bombing", "Kidnapping": "kidnapping", "Arson": "arson", "Robbery": "robbery",
}  # fmt: skip
_OLDEST = timedelta(days=92)  # the rule is two months; keys keep events of the third that are still in the news
TOLD = ("asserted", "attributed")
_PERSONS = frozenset({"Person", "PeopleGroup"})
_ARMED = frozenset(
    "army military soldier soldiers troops troop forces force battalion brigade patrol garrison barracks base guard navy "
    "marines marine officer unit units detachment regiment convoy combatant cadet garrisons positions position installations helicopter helicopters "
    "tank tanks outpost post camp warplane warplanes".split()
)
_RANKS = frozenset("lieutenant lt sublieutenant captain capt major colonel col general gen sergeant sgt corporal admiral soldier soldiers".split())
_VAGUE = frozenset(
    "others other one ones body bodies number population lives hundreds thousands dozens corpse corpses prisoners hostages captives majority".split()
)
_ROADS = frozenset("street streets avenue avenues carrera boulevard corner road roads highway highways entrances".split())
_POLICE = frozenset("police policeman policemen carabinero carabineros".split())
_STOP = frozenset("of in at from on for with by who near to".split())


def head(text: str) -> str:
    """The last word before the first preposition, in lower case."""
    words = text.lower().split()
    cut = next((i for i, w in enumerate(words) if i and w in _STOP), len(words))
    return words[cut - 1] if words else ""


def sorts(node: Node) -> set[str]:
    """What the noun that describes the entity stands for, by the lexicon: "fighter", "soldier", "people", ..."""
    if node.label[:1].isupper() and node.kind == "Person":
        return {"name"}
    word = head(node.label)
    classes = load_nouns().classes
    found = next((classes[w] for w in (word, word.removesuffix("s"), _singular(word)) if w in classes), ())
    return {c.sort for c in found}


def _singular(word: str) -> str:
    return word[:-3] + "man" if word.endswith("men") else word[:-3] + "y" if word.endswith("ies") else word.removesuffix("es")


def is_person(node: Node) -> bool:
    """Whether people are meant."""
    return node.kind in _PERSONS


def is_fighter(node: Node) -> bool:
    """Whether a combatant without office is meant: a rebel group, guerrillas, gunmen."""
    return node.kind == "ArmedGroup" or bool(sorts(node) & {"fighter"})


def is_military(node: Node) -> bool:
    """Whether armed forces, their men or their things are meant."""
    words = set(node.label.lower().replace("-", " ").split())
    return (node.kind == "GovernmentBody" or is_person(node) or node.kind == "Facility") and bool(words & _ARMED) and not words & {"security", "former", "retired"}


def is_vague(node: Node) -> bool:
    """Whether the words only say that there were people: "two others"."""
    return head(node.label) in _VAGUE


def victims(incident: Incident, text: str) -> list[Filler]:
    """Civilians harmed or aimed at."""
    found = [f for f in incident.of("victim", "target", "counted") if is_person(f.node) and not is_vague(f.node)]
    found = [f for f in found if not is_fighter(f.node) and not is_military(f.node) and not ranked(f.node, text)]
    return found if incident.type != "Clash" else [f for f in found if is_civilian(f.node)]


def is_civilian(node: Node) -> bool:
    """Whether the words say what civilians they are, or name them."""
    return bool(sorts(node) & {"name", "people", "role"}) and head(node.label) not in ("people", "persons", "men", "victims", "officers")


def ranked(node: Node, text: str) -> bool:
    """Whether a military rank stands before the person's name."""
    if node.kind != "Person":
        return False
    before = (text[max(0, m.begin - 24) : m.begin].lower().replace(".", "").split()[-1:] for m in node.mentions)
    return any(word and word[0] in _RANKS for word in before)


def targets(incident: Incident) -> list[Filler]:
    """Things and bodies attacked that are not military."""
    kinds = ("Facility", "Organisation", "MediaOutlet", "PoliticalGroup")
    found = [f for f in incident.of("target") if f.node.kind in kinds and not is_military(f.node)]
    return [f for f in found if head(f.node.label) not in _ROADS]


def relevant(incident: Incident, document: Document, report: Told) -> bool:
    """Whether the event is an incident that MUC-4 asks for."""
    return (
        incident.type in TYPES
        and country(incident, document, report) in NINE
        and recent(incident, document)
        and (incident.modality in TOLD or _threat(incident, document))
        and (_civilian(incident, document) or _bomb(incident))
        and not _search(incident)
    )


def _civilian(incident: Incident, document: Document) -> bool:
    """Whether somebody or something is struck that is neither military nor police."""
    struck = [*victims(incident, document.report.body), *targets(incident)]
    return any(not set(f.node.label.lower().split()) & _POLICE for f in struck)


def _search(incident: Incident) -> bool:
    """Whether it is a raid by the authorities, or what states do to each other."""
    raid = all(words.lower().startswith("raid") for _, words in incident.triggers)
    doers = [f.node.kind for f in incident.of("agent", "responsible")]
    return raid or bool(doers) and set(doers) <= {"State", "InternationalBody"}


def _threat(incident: Incident, document: Document) -> bool:
    """Whether somebody named was threatened or to be attacked: MUC-4 counts that."""
    return any(f.node.kind == "Person" for f in victims(incident, document.report.body))


def _bomb(incident: Incident) -> bool:
    """Whether a bomb or a fire is told without what it struck."""
    return incident.type in ("Bombing", "Arson", "Shelling") and bool(incident.of("weapon")) and not incident.of("victim", "target")


def country(incident: Incident, document: Document, report: Told) -> str:
    """The country of its places, else where the report was sent from, else the one of the nine most spoken of."""
    if incident.countries:
        latin = incident.countries & NINE
        return min(latin) if latin else "other"
    seen = next((c for c, _ in report.countries if c in NINE), "")
    return document.sent_from if document.sent_from in NINE else seen or document.sent_from


def recent(incident: Incident, document: Document) -> bool:
    """Whether some date of it is recent; an undated event counts as recent."""
    published = document.report.published
    if not published or not incident.dates:
        return True
    bound = (date.fromisoformat(published[:10]) - _OLDEST).isoformat()
    return any(d[: len(bound)] >= bound[: len(d)] for d in incident.dates)
