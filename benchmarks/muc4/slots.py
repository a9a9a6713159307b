"""What fills a template's slots, in the report's words."""
import re
from collections.abc import Iterable, Sequence

from benchmarks.muc4.civilians import is_person
from benchmarks.muc4.records import ORGANISED, Filler, Mention, Node, Told
from benchmarks.muc4.words import head, is_named, singular, words
from kg.lexicon.names import is_acronym


def unique(found: Iterable[str]) -> list[str]:
    """Each wording once, whatever its case; empty ones left out."""
    return list({w.lower(): w for w in found if w}.values())


def distinct(found: Iterable[str]) -> list[str]:
    """The wordings without those whose noun one before has: one entity told twice, more often than two entities."""
    kept: dict[str, str] = {}
    for told in found:
        kept.setdefault(singular(head(told)).removesuffix("s") or told, told)
    return list(kept.values())


def wording(node: Node, text: str) -> str:
    """The longest of the entity's names that stands in the text; of a group's, none that describes its men."""
    lower = text.lower()
    names = [n for n in node.names if n.lower() in lower]
    if not is_person(node):
        names = [n for n in names if n.split()[-1][:1].isupper()] or names
    if node.kind in ORGANISED and (usual := _usual(node, lower)):
        return usual
    if node.kind in ORGANISED and node.label in names:
        return node.label
    first = node.mentions[0].text if node.mentions else node.label
    return _bare(max(names, key=lambda n: (len(n), n), default=first))


def _usual(node: Node, text: str) -> str:
    """The acronym by which the report calls a body whose name it spells out once: "The FMLN" opens its sentences."""
    short = [n for n in node.names if is_acronym(n) and f"The {n}" in node.names]
    full = [n for n in node.names if not is_acronym(n) and len(n.split()) > 2 and n.lower() in text]
    once = all(text.count(n.lower()) == 1 for n in full)
    return max(short, key=lambda n: (text.count(n.lower()), n), default="") if once and full else ""


def owned(told: str, text: str) -> str:
    """What was struck, with its owner's name where it stands right before: "Smith's office"."""
    found = re.search(rf"(?:[A-Z][\w.-]*\s+)*[A-Z][\w.-]*'s?\s+{re.escape(told)}\b", text)
    return found[0] if found else told


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return _bare(rest) if rest and first.lower() in words("hedges") else name


def individuals(filler: Filler, text: str) -> list[str]:
    """The people behind the deed: gunmen, a named person; of a group its members where the words name them.

    What says by itself that they are fighters stands without the names around it: "guerrillas of the ..." are
    "guerrillas", but "members of the ..." are just that.
    """
    told = [wording(filler.node, text)] if is_person(filler.node) or _unnamed(filler.node) else _members(filler)
    return [_without_names(words_) if head(words_) in words("fighters") else words_ for words_ in told]


def _members(filler: Filler) -> list[str]:
    near = [m.text for m in filler.node.mentions if any(m.begin < e and b < m.end for b, e in filler.evidence)]
    return [w for w in near if head(w) in words("members") and not _ends_as_name(w)][:1]


def _ends_as_name(told: str) -> bool:
    """Whether the noun is part of a name: "Armed Forces", but not "FMLN forces"."""
    return any(w[:1].isupper() for w in told.split() if w.lower() == head(told))


def _without_names(told: str) -> str:
    before = re.sub(r"\[[^\]]*\]|\([^)]*\)", " ", told).split()
    cut = next((i for i, w in enumerate(before) if i and w.lower() in words("prepositions")), len(before))
    names = [i for i, w in enumerate(before[: cut - 1]) if not w.isalpha() or w[0].isupper()]
    return " ".join(before[names[-1] + 1 if names else 0 : cut])


def organisations(node: Node, report: Told) -> list[Node]:
    """The group, body or party itself, or those named in the words for its people: "guerrillas of the ..."."""
    if not is_person(node) and not _unnamed(node):
        return [node] if node.kind in ORGANISED else []
    spans = [m for m in node.mentions if node.kind != "Person" or m.text[:1].islower()]
    return [a for a in report.actors if a.kind in ORGANISED and any(_inside(m, s) for s in spans for m in a.mentions)]


def _unnamed(node: Node) -> bool:
    """Whether the words describe a group or force, and name none: "a terrorist group", "military patrols"."""
    described = node.kind in ("ArmedGroup", "GovernmentBody") and not is_named(node)
    return described and head(node.label) not in words("bodies")


def _inside(inner: Mention, outer: Mention) -> bool:
    return outer.begin <= inner.begin and inner.end <= outer.end


def weapon(filler: Filler, text: str) -> list[str]:
    """The weapon in the report's words, in their number; none where it is only implied, as by shots."""
    if head(filler.node.label) in words("shots"):
        return []
    *before, _ = filler.node.label.split()
    near = [m.text for m in filler.node.mentions if any(b <= m.begin and m.end <= e for b, e in filler.evidence)]
    told = [" ".join([*before, m.split()[-1]]) for m in near]
    return [w for w in [*told, filler.node.label, *near] if w.lower() in text.lower()][:1]


def told_best(nodes: Sequence[Node]) -> list[Node]:
    """The victims without mere "people" where others are described better, nor "the minister" where one is named."""
    kept = [n for n in nodes if head(n.label) not in words("anyone")] or list(nodes)
    named = any(n.kind == "Person" and is_named(n) for n in kept)
    return [n for n in kept if not (named and n.kind == "Person" and not is_named(n))]


def owners(node: Node, report: Told, text: str) -> list[Node]:
    """Whose home was attacked: for MUC-4 the victim as well."""
    homes = [m for m in node.mentions if head(m.text) in words("homes")]
    people = [a for a in report.actors if a.kind == "Person" and is_named(a)]
    return [p for p in people if any(_owns(m, h, text) for m in p.mentions for h in homes)]


def _owns(person: Mention, home: Mention, text: str) -> bool:
    """ "Smith's house", "the house of Smith", "the house of the mayor, Smith" not."""
    if _inside(person, home) and person.begin > home.begin:
        return True
    if home.begin - 2 <= person.end < home.end:
        return text.startswith("'", person.end)
    between = text[home.end : person.begin] if home.end <= person.begin <= home.end + 60 else ""
    return between.startswith(" of ") and not set(between) & set(".,;")
