"""Incidents of a graph to MUC-4 templates."""
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.muc4.documents import Document
from benchmarks.muc4.relevance import TYPES, head, is_fighter, is_military, is_person, relevant, targets, victims
from benchmarks.muc4.told import ORGANISED, Filler, Incident, Mention, Node, Told

Template = dict[str, Any]
_ANYONE = frozenset(("people", "person", "persons", "victims", "victim"))
_HOMES = frozenset(("home", "homes", "house", "residence", "residences"))
_PERPETRATORS = ("agent", "responsible")
_MEMBERS = frozenset(
    "guerrillas guerrilla rebels rebel terrorists terrorist insurgents militants fighters gunmen members commandos commando soldiers troops column columns "
    "subversives extremists unit units cell patrol patrols policemen agents men militiamen elements forces combatants".split()
)


def templates(document: Document, report: Told) -> list[Template]:
    """The templates of one document."""
    chosen = [i for i in report.incidents if relevant(i, document, report)]
    return [_template(group, document, report) for group in grouped(chosen)]


# ---------------------------------------------------------------- one event told in parts
def grouped(incidents: Sequence[Incident]) -> list[list[Incident]]:
    """Incidents that make one template: of one type, and nothing in conflict."""
    groups: list[list[Incident]] = []
    for incident in incidents:
        home = next((g for g in groups if all(_one(incident, other) for other in g)), None)
        if home is None:
            groups.append([incident])
        else:
            home.append(incident)
    return groups


def _one(a: Incident, b: Incident) -> bool:
    if TYPES[a.type] != TYPES[b.type]:
        return False
    return not _differ(a.dates, b.dates) and not _differ(_spots(a), _spots(b))


def _spots(incident: Incident) -> list[str]:
    return [f.node.iri for f in incident.of("place")]


def _differ(some: Iterable[str], others: Iterable[str]) -> bool:
    return bool(set(some) and set(others) and not set(some) & set(others))


# ---------------------------------------------------------------- slots
def _template(group: Sequence[Incident], document: Document, report: Told) -> Template:
    text = document.report.body
    perpetrators = [f for i in group if i.type != "Clash" for f in i.of(*_PERPETRATORS)]
    struck = [f.node for i in group for f in targets(i)]
    harmed = [*(f.node for i in group for f in victims(i, text)), *(p for n in struck for p in owners(n, report, text))]
    dates = sorted({d for i in group for d in i.dates})
    return {
        "type": TYPES[group[0].type],
        "perp_individuals": _unique(w for f in perpetrators for w in individuals(f, text)),
        "perp_organizations": _unique(wording(n, text) for f in perpetrators for n in organisations(f.node, report)),
        "targets": _unique(wording(n, text) for n in struck),
        "victims": _unique(wording(n, text) for n in _told_once(harmed)),
        "weapons": _unique(w for i in group for f in i.of("weapon") for w in weapon(f, text)),
        "location": _unique(f.node.label for i in group for f in i.of("place")),
        "date": dates[0] if dates else None,
        "killed": _figure(group, "killed"),
        "injured": _figure(group, "wounded"),
    }


def _unique(words: Iterable[str]) -> list[str]:
    return list({w.lower(): w for w in words if w}.values())


def _told_once(nodes: Sequence[Node]) -> list[Node]:
    """The victims without those who are only spoken of by what they are when others say it better: "people", "the minister"."""
    better = [n for n in nodes if head(n.label) not in _ANYONE]
    kept = better or list(nodes)
    named = [n for n in kept if n.kind == "Person" and n.label[:1].isupper()]
    return [n for n in kept if not (named and n.kind == "Person" and n not in named)]


def _figure(group: Sequence[Incident], measure: str) -> int | None:
    return max((n for i in group for m, n in i.figures if m == measure), default=None)


def wording(node: Node, text: str) -> str:
    """The longest of the entity's names that stands in the text; of a group's, one that is no description of its men."""
    lower = text.lower()
    names = [n for n in node.names if n.lower() in lower]
    if not is_person(node):
        names = [n for n in names if n.split()[-1][:1].isupper()] or names
    return max(names, key=lambda n: (len(n), n), default=node.mentions[0].text if node.mentions else node.label)


def individuals(filler: Filler, text: str) -> list[str]:
    """The people behind the deed: gunmen, a named person; of a group its members where the words name them."""
    if is_person(filler.node) or _unnamed(filler.node):
        return [wording(filler.node, text)]
    near = [m.text for m in filler.node.mentions if any(m.begin < e and b < m.end for b, e in filler.evidence)]
    return [w for w in near if head(w) in _MEMBERS][:1]


def organisations(node: Node, report: Told) -> list[Node]:
    """The group, body or party itself, or those named in the words for its people: "guerrillas of the ..."."""
    if not is_person(node) and not _unnamed(node):
        return [node] if node.kind in ORGANISED else []
    spans = [m for m in node.mentions if m.text[:1].islower() or node.kind != "Person"]
    return [n for n in report.actors if n.kind in ORGANISED and any(s.begin <= m.begin and m.end <= s.end for s in spans for m in n.mentions)]


def _unnamed(node: Node) -> bool:
    """Whether the words describe a group or force, and name none: "a terrorist group", "military patrols"."""
    return node.kind in ("ArmedGroup", "GovernmentBody") and node.label[:1].islower()


def owners(node: Node, report: Told, text: str) -> list[Node]:
    """Whose home was attacked: for MUC-4 the victim as well."""
    spans = [m for m in node.mentions if head(m.text) in _HOMES]
    people = [a for a in report.actors if a.kind == "Person" and a.label[:1].isupper()]
    return [p for p in people if any(_owns(m, s, text) for m in p.mentions for s in spans)]


def _owns(person: Mention, home: Mention, text: str) -> bool:
    before = home.begin - 2 <= person.end < home.end and text[person.end : person.end + 1] == "'"
    words = text[home.end : person.begin] if home.end <= person.begin <= home.end + 60 else "."
    within = home.begin < person.begin and person.end <= home.end
    return before or within or words.startswith(" of ") and not set(words) & set(".,;")


def weapon(filler: Filler, text: str) -> list[str]:
    """The weapon in the report's words; none where it is only implied."""
    label = filler.node.label
    if label.lower() in text.lower():
        return [label]
    return [m.text for m in filler.node.mentions if any(m.begin >= b and m.end <= e for b, e in filler.evidence)][:1]
