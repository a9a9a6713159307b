"""An entity while its mentions are still being gathered."""

from dataclasses import dataclass, field

from kg.records import Entity, Span


@dataclass(slots=True)
class Draft:
    """A growing entity. `seen`: occurrences as (token index, is subject), for salience; `genders`: of the words that
    mention it."""

    kind: str
    name: str
    known: str = ""
    generic: bool = False
    plural: bool = False
    names: set[str] = field(default_factory=set)
    mentions: set[Span] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    seen: list[tuple[int, bool]] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)

    def freeze(self) -> Entity:
        """The entity as plain data."""
        names = tuple(sorted(self.names | {self.name}))
        return Entity(self.kind, self.name, names, tuple(sorted(self.mentions)), self.known, self.generic)
