"""Names that the lexicon lacks, across reports: spellings, acronyms, and persons who share a name.

A report by itself gives a named actor or place a path by its name. Here the paths whose names are one in another
spelling become one; an acronym goes to the name that reports write out with it; and a path that several persons share
is parted by what their reports speak of. What is left open is listed as a doubt.
"""
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.lexicon.names import acronym_of, alike, fold, is_acronym, sound
from kg.resolution.blocking import Blocks, Shelf, components
from kg.resolution.resolution import Doubt, Key

Context = frozenset[str]
"""What tells two bearers of a name apart: countries of which the report speaks, and whom it ties them to. Where it
says nothing of that kind: for a person the report itself, else nothing."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A named actor or place in one report.

    key     the report's id and the entity's index; -1 for the outlet.
    path    what the report by itself takes it for.
    family  "person", "organisation", ...; "place PARENT" for a place.
    """

    key: Key
    path: str
    family: str
    names: tuple[str, ...]
    context: Context


@dataclass(frozen=True, slots=True)
class Form:
    """A path with all names and contexts that it was seen with, and the first of its sightings."""

    path: str
    family: str
    names: tuple[str, ...]
    contexts: frozenset[Context]
    first: Key

    @property
    def written(self) -> list[str]:
        """Its names that are no acronyms."""
        return [n for n in self.names if not is_acronym(n)]

    @property
    def acronyms(self) -> list[str]:
        """Its names that are."""
        return [n for n in self.names if is_acronym(n)]


@dataclass(frozen=True, slots=True)
class Name:
    """Where a path leads in one context, why, and how sure that is; `path` alone where nothing was changed."""

    path: str
    reason: str = ""
    score: float = 0.0


Table = dict[tuple[str, Context], Name]


def form(seen: Mapping[Sighting, int]) -> Form:
    """What the sightings of one path come to, each with how often it is."""
    sightings = list(seen)
    names = sorted({n for s in sightings for n in s.names})
    first = min(s.key for s in sightings)
    families = Counter[str]()
    for sighting, times in seen.items():
        families[sighting.family] += times
    family = min(families, key=lambda f: (-families[f], f))
    return Form(sightings[0].path, family, tuple(names), frozenset(s.context for s in sightings), first)


def form_keys(found: Form) -> Iterator[str]:
    """The blocks in which a form looks for others of its name."""
    for name in found.written:
        if _whole(name, found):
            yield f"{found.family} {sound(name)}"
    if found.family == "organisation":
        yield from (f"acronym {name.replace('.', '')}" for name in found.acronyms)


def _whole(name: str, found: Form) -> bool:
    """Whether the name stands for it by itself: its own, or another of several words with capitals."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    return fold(name) == fold(_label(found)) or (len(words) > 1 and all(w[0].isupper() for w in words if len(w) > 3))


def _label(found: Form) -> str:
    """The name that gave the path."""
    tail = found.path.rpartition("/")[2]
    return max(found.written or found.names, key=lambda n: (tail.startswith("-".join(fold(n).split())), len(n), n))


def names_joined(sightings: Iterable[Sighting]) -> tuple[Table, list[Doubt]]:
    """Where each path leads, by context, and what is unclear."""
    seen: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        seen[sighting.path].append(sighting)
    blocks = Blocks[str, Form]()
    for path, found in seen.items():
        made = form(Counter(found))
        blocks.put(path, made, form_keys(made))
    table, doubts = Table(), list[Doubt]()
    for component in name_components(sorted(seen), blocks):
        settled, unclear = settled_names(component)
        table |= settled
        doubts += unclear
    return table, sorted(doubts)


def name_components(seeds: Iterable[str], shelf: Shelf[str, Form]) -> Iterator[list[Form]]:
    """The forms that may be one, for all that the seeds hang together with."""
    return components(seeds, shelf, _linked)


def _linked(a: Form, b: Form) -> bool:
    return a.family == b.family and (_spelt(a, b) is not None or bool({*a.acronyms} & {*b.acronyms}))


def _spelt(a: Form, b: Form) -> tuple[str, str] | None:
    """Two of their names that are one in two spellings."""
    pairs = ((x, y) for x in a.written for y in b.written if _whole(x, a) and _whole(y, b))
    return next((p for p in pairs if fold(p[0]) == fold(p[1]) or (sound(p[0]) == sound(p[1]) and alike(*p))), None)


def settled_names(component: Iterable[Form]) -> tuple[Table, list[Doubt]]:
    """Where the forms of one component lead."""
    forms = sorted(component, key=lambda f: f.path)
    written, bare = [f for f in forms if f.written], [f for f in forms if not f.written]
    groups = list(_grouped(written))
    table, doubts = Table(), list[Doubt]()
    for group in groups:
        table |= _group_table(group)
        doubts += _persons_doubts(group)
    for found in bare:
        table |= _acronym_table(found, groups)
    return table, doubts


def _grouped(forms: Sequence[Form]) -> Iterator[list[Form]]:
    """Forms that are one in other spellings."""
    left = list(forms)
    while left:
        group = [left.pop(0)]
        for found in group:
            like = [f for f in left if _spelt(found, f)]
            left = [f for f in left if f not in like]
            group += like
        yield sorted(group, key=lambda f: f.path)


def _group_table(group: Sequence[Form]) -> Table:
    table, parts = Table(), _parts(group)
    for found in group:
        for context in found.contexts:
            table[found.path, context] = _name(group[0], found, context, parts)
    return table


def _name(first: Form, found: Form, context: Context, parts: Mapping[Context, str]) -> Name:
    suffix = parts.get(context, "")
    path = f"{first.path}-{suffix}" if suffix else first.path
    if suffix:
        return Name(path, f"of several persons named {_label(found)!r}, the one of reports on {_about(context)}", 0.6)
    if path != found.path:
        return Name(path, f"{_label(found)!r} is another spelling of {_label(first)!r}", 0.75)
    return Name(path)


def _parts(group: Sequence[Form]) -> dict[Context, str]:
    """For persons whose reports have nothing in common: what tells their paths apart; {} where it is one person."""
    if group[0].family != "person":
        return {}
    contexts = sorted({c for f in group for c in f.contexts}, key=sorted)
    clear = united([c for c in contexts if not _silent(c)])
    if len(clear) < 2:
        return {}
    named = {c: min(whole).rpartition("/")[2] for whole in clear for c in contexts if c & whole}
    return {c: named.get(c) or min(c, default="").rpartition("-")[2] for c in contexts}


def united(sets: Iterable[Context]) -> list[Context]:
    """The unions of all sets that hang together by what they share."""
    found: list[Context] = []
    for one in sets:
        met = [f for f in found if f & one]
        found = [f for f in found if not f & one] + [one.union(*met)]
    return sorted(found, key=sorted)


def _silent(context: Context) -> bool:
    """Whether it says nothing but which report it is of."""
    return all(token.startswith("report/") for token in context)


def _about(context: Context) -> str:
    return ", ".join(sorted(token.rpartition("/")[2] for token in context))


def _persons_doubts(group: Sequence[Form]) -> list[Doubt]:
    if not _parts(group):
        return []
    return [Doubt(a.first, b.first, f"persons of one name, {_label(a)!r}, in reports that share nothing", 0.5)
            for a, b in combinations(group, 2)]


def _acronym_table(found: Form, groups: Sequence[Sequence[Form]]) -> Table:
    """An acronym goes to the one name that reports of such countries write out with it."""
    table = Table()
    for context in found.contexts:
        near = [g for g in groups if _writes_out(g, found) and _meets(g, context)]
        if len(near) == 1:
            label = _label(near[0][0])
            reason = f"reports write {found.names[0]!r} out as {label!r}"
            sure = acronym_of(label) == found.names[0].replace(".", "")
            table[found.path, context] = Name(near[0][0].path, reason, 0.7 if sure else 0.6)
        else:
            table[found.path, context] = Name(found.path)
    return table


def _writes_out(group: Sequence[Form], found: Form) -> bool:
    return any({*f.acronyms} & {*found.acronyms} for f in group)


def _meets(group: Sequence[Form], context: Context) -> bool:
    return _silent(context) or any(c & context or _silent(c) for f in group for c in f.contexts)

