"""Answer keys: which template of the key an incident belongs to, and which entities the key has in its slots.

For fitting the weights; templates are made without a key. Words are compared by the benchmark's own scorer.
"""
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from benchmarks.muc4.records import Incident, Node
from benchmarks.muc4.relevance import TYPES

Key = Mapping[str, Any]

_DOERS, _STRUCK = ("agent", "claims", "blames"), ("victim", "target", "counted")
# The roles that may fill a slot of the key, and how much it counts towards the alignment that one does.
_LINKS = {
    "PerpInd": (_DOERS, 0.5), "PerpOrg": (_DOERS, 0.5), "Target": (_STRUCK, 1.0), "Victim": (_STRUCK, 1.0),
    "Weapon": (("weapon",), 0.5),
}  # fmt: skip


class Keys:
    """The keys of one set of documents, from the folder that holds the scorer, score.py, and gold.*.jsonl."""

    def __init__(self, folder: Path, split: str) -> None:
        spec = spec_from_file_location("score", folder / "score.py")
        if spec is None or spec.loader is None:
            raise FileNotFoundError(f"{folder} holds no scorer")
        self._scorer: Any = module_from_spec(spec)
        spec.loader.exec_module(self._scorer)
        records, texts = self._scorer.load_gold([split], str(folder))
        full = self._scorer.PROFILES["full"]
        self._keys = {r["docid"]: self._scorer.gold_document(r, texts[r["docid"]], full)[1] for r in records}

    def aligned(self, docid: str, incidents: Sequence[Incident]) -> Key | None:
        """The template of the key that the incidents most probably tell of, or None."""
        scored = [(self._likeness(incidents, key), key) for key in self._keys[docid]]
        return max((s for s in scored if s[0]), key=lambda s: s[0], default=(0, None))[1]

    def has(self, key: Key | None, slot: str, words: str) -> bool:
        """Whether the key has these words, or others with their head, in the slot."""
        role = next(role for name, role in self._scorer.ROLES if name == slot)
        return key is not None and any(self._same(entity, words, role) for entity in key[role])

    def _same(self, entity: Any, words: str, role: str) -> bool:
        return bool(self._scorer.same(entity, self._scorer.Entity([words]), role, "head"))

    def _likeness(self, incidents: Sequence[Incident], key: Key) -> float:
        """Nought where neither two slots, nor one and the type, nor the type and the day are the same."""
        shared = sum(weight * self._shared(incidents, roles, role, key) for role, (roles, weight) in _LINKS.items())
        typed, day = TYPES[incidents[0].type] in key["types"], max(self._day(i, key) for i in incidents)
        enough = shared >= 1 or (shared and typed) or (typed and day == 2)
        return shared + 0.4 * typed + 0.2 * day if enough else 0.0

    def _shared(self, incidents: Sequence[Incident], roles: Sequence[str], role: str, key: Key) -> int:
        nodes = {f.node for i in incidents for f in i.of(*roles)}
        return sum(any(self._same(entity, told, role) for told in _told(nodes)) for entity in key[role])

    def _day(self, incident: Incident, key: Key) -> int:
        """2 for the day of the key, 1 for one that may be it, -1 for another, 0 for none."""
        worth = {"exact": 2, "consistent": 1, "wrong": -1, "none": 0}
        days = (self._scorer.parse_pred_date(d[:10]) for d in incident.dates)
        return max((worth[self._scorer.score_date(key["event"]["dates"], d)] for d in days), default=0)


def _told(nodes: Iterable[Node]) -> set[str]:
    return {words for n in nodes for words in (n.label, *n.names, *(m.text for m in n.mentions))}
