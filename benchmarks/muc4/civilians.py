"""Who and what is struck, and whether MUC-4 counts it: civilians and what is theirs, and no combatants."""
from benchmarks.muc4.records import Filler, Incident, Node
from benchmarks.muc4.words import head, sorts, words

_PERSONS = frozenset({"Person", "PeopleGroup"})
_THINGS = frozenset(
    {"Facility", "Organisation", "MediaOutlet", "PoliticalGroup", "GovernmentBody", "InternationalBody"}
)


def is_person(node: Node) -> bool:
    """Whether people are meant."""
    return node.kind in _PERSONS


def victims(incident: Incident, text: str) -> list[Filler]:
    """Civilians harmed or aimed at; in a clash only where the words leave no doubt."""
    found = [f for f in incident.of("victim", "target", "counted") if is_person(f.node)]
    found = [f for f in found if not (_vague(f.node) or _fighter(f.node) or _military(f.node) or _ranked(f.node, text))]
    return found if incident.type != "Clash" else [f for f in found if _surely_civilian(f.node)]


def targets(incident: Incident) -> list[Filler]:
    """Things and bodies attacked that are not military."""
    found = [f for f in incident.of("target") if f.node.kind in _THINGS and not _military(f.node)]
    return [f for f in found if head(f.node.label) not in words("roads")]


def is_police(node: Node) -> bool:
    """Whether the police, their men or their things are meant."""
    return bool(_words(node) & words("police"))


def _words(node: Node) -> set[str]:
    return set(node.label.lower().replace("-", " ").split())


def _vague(node: Node) -> bool:
    return head(node.label) in words("vague")


def _fighter(node: Node) -> bool:
    return "fighter" in sorts(node)


def _military(node: Node) -> bool:
    may_be = node.kind in ("GovernmentBody", "Facility") or is_person(node)
    return may_be and bool(_words(node) & words("armed")) and not _words(node) & words("unarmed")


def _ranked(node: Node, text: str) -> bool:
    """Whether a military rank stands before the person's name."""
    before = [text[max(0, m.begin - 24) : m.begin].lower().replace(".", "").split()[-1:] for m in node.mentions]
    return node.kind == "Person" and any(word and word[0] in words("ranks") for word in before)


def _surely_civilian(node: Node) -> bool:
    return bool(sorts(node) & {"name", "people", "role"}) and head(node.label) not in words("unclear")
