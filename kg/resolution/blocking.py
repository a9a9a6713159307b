"""Blocking: what need be compared with what, and what hangs together.

Nothing is compared with everything: an item has keys (a day and a town; how a name sounds), and is compared with those
that share one. What is alike enough hangs together in a component, and each component is decided by itself: so what a
new report changes is bounded, and the order in which reports come does not matter.
"""
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar

Id = TypeVar("Id", bound=Hashable)
Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)
Id_contra = TypeVar("Id_contra", bound=Hashable, contravariant=True)


class Shelf(Protocol[Id, Item_co]):
    """Items by their ids, and those that share a block with one."""

    def get(self, key: Id) -> Item_co: ...
    def mates(self, key: Id) -> Iterable[Id]: ...


class Blocks(Shelf[Id, Item]):
    """A shelf in memory."""

    def __init__(self) -> None:
        self._items: dict[Id, Item] = {}
        self._keys: dict[Id, tuple[str, ...]] = {}
        self._blocks: dict[str, list[Id]] = defaultdict(list)

    def put(self, key: Id, item: Item, keys: Iterable[str]) -> None:
        """Adds an item under its block keys."""
        self._items[key], self._keys[key] = item, tuple(keys)
        for block in self._keys[key]:
            self._blocks[block].append(key)

    def get(self, key: Id) -> Item:
        """The item."""
        return self._items[key]

    def mates(self, key: Id) -> Iterable[Id]:
        """The ids of all others that share a block with it, each once."""
        found = {mate: None for block in self._keys[key] for mate in self._blocks[block]}
        found.pop(key, None)
        return found


def components(
    seeds: Iterable[Id], shelf: Shelf[Id, Item], linked: Callable[[Item, Item], bool]
) -> Iterator[list[Item]]:
    """All that hangs together with each seed, by links between mates; no item comes twice.

    The order within a component is that of the search: who decides it must sort.
    """
    seen: set[Id] = set()
    for seed in seeds:
        if seed not in seen:
            seen.add(seed)
            found = [seed]
            for key in found:
                item = shelf.get(key)
                near = [m for m in shelf.mates(key) if m not in seen and linked(item, shelf.get(m))]
                seen.update(near)
                found += near
            yield [shelf.get(key) for key in found]
