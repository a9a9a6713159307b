"""UD features by Penn tag: a rule for each open-class tag, a table for closed-class words.

Voice is told by the parse: a participle with a passive subject or auxiliary is passive (UD English EWT's practice).
"""
from collections.abc import Mapping

OPEN: Mapping[str, str] = {
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "NNP": "Number=Sing",
    "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "Tense=Pres|VerbForm=Part",
    "MD": "VerbForm=Fin",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
    "CD": "NumType=Card",
}
PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent"})


class Morphologizer:
    """Form, UPOS and Penn tag to a feature string ("" where there is nothing to say)."""

    def __init__(self, closed: Mapping[tuple[str, str, str], str]) -> None:
        self._closed = closed

    def __call__(self, form: str, upos: str, xpos: str, passive: bool = False) -> str:
        key = (upos, xpos, form.lower().replace("’", "'"))
        features = self._closed.get(key) or OPEN.get(xpos, "")
        return f"{features}|Voice=Pass" if passive and xpos == "VBN" else features


def morphologizer(table: str) -> Morphologizer:
    """The morphologizer of a table, its lines tab-separated: UPOS, tag, form, features."""
    rows = (line.split("\t") for line in table.splitlines())
    return Morphologizer({(upos, xpos, form): features for upos, xpos, form, features in rows})
