"""Classes of events: which are violent, which can tell of one event, and how they are called."""

import re

VIOLENT = frozenset(
    "Attack Bombing ArmedAttack Airstrike Shelling Assassination Kidnapping Arson Clash Offensive".split()  # noqa: SIM905
)
# Pairs of classes that two tellings of one event may give it; an attack in general may be any special one.
_ALIKE = (
    frozenset({"Airstrike", "Bombing"}),
    frozenset({"Airstrike", "Shelling"}),
    *(frozenset({"Assassination", k}) for k in ("Bombing", "ArmedAttack", "Airstrike")),
    *(frozenset({"Attack", k}) for k in ("Bombing", "ArmedAttack", "Airstrike", "Shelling", "Assassination", "Arson")),
)


def same_kind(a: str, b: str) -> bool:
    """Whether two event classes can tell of one event."""
    return a == b or frozenset({a, b}) in _ALIKE


def in_words(kind: str) -> str:
    """The class as a noun: "ArmedAttack" is "armed attack"."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", kind).lower()
