"""ClearNLP dependencies (spaCy's own English models) to Universal Dependencies, on heads and labels alone.

The steps follow the UD English guidelines: prepositions hang on their objects, the predicate of "be" is the head,
coordinates hang on the first, a passive is marked by subtype. What has no counterpart keeps its label.
"""
from dataclasses import dataclass

from spacy.tokens import Doc

_RENAMED = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "relcl": "acl:relcl",
    "prt": "compound:prt", "poss": "nmod:poss", "neg": "advmod", "intj": "discourse", "preconj": "cc:preconj",
    "predet": "det:predet", "quantmod": "advmod", "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp", "meta": "dep",
    "dative": "iobj", "pobj": "obl", "agent": "obl:agent",
}  # fmt: skip
SIGNS = frozenset(_RENAMED) | {"prep", "pcomp", "npadvmod"}  # labels that only ClearNLP has
_VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


@dataclass(slots=True)
class Arcs:
    """The arcs of a Doc while they are rebuilt: head index and label of each token."""

    heads: list[int]
    labels: list[str]

    def children(self, head: int) -> list[int]:
        """The dependents of a token, in order."""
        return [i for i, h in enumerate(self.heads) if h == head and i != head]

    def set(self, token: int, head: int, label: str) -> None:
        """Hang `token` on `head`."""
        self.heads[token], self.labels[token] = head, label


def universal(doc: Doc) -> Arcs:
    """The UD arcs of a Doc parsed in ClearNLP's scheme."""
    arcs = Arcs([token.head.i for token in doc], [token.dep_ for token in doc])
    for step in (_infinitives, _prepositions, _copulas, _coordination, _nominal_adverbials, _names):
        step(doc, arcs)
    arcs.labels = [_RENAMED.get(label, label) for label in arcs.labels]
    return arcs


def _infinitives(doc: Doc, arcs: Arcs) -> None:
    """"to" before an infinitive is a mark."""
    for token in doc:
        if token.tag_ == "TO" and arcs.labels[token.i] == "aux":
            arcs.labels[token.i] = "mark"


def _prepositions(doc: Doc, arcs: Arcs) -> None:
    """A preposition becomes the case of its object, or the mark of its clause; innermost first."""
    for i in reversed(range(len(doc))):
        inner = [k for k in arcs.children(i) if arcs.labels[k] in {"pobj", "pcomp"}]
        if inner and arcs.labels[i] in _PREPOSITIONS | {"prep", "pcomp", "advcl", "mark", "ROOT"}:
            _turn(doc, arcs, i, inner[0])
        elif not inner and arcs.labels[i] == "prep":
            nested = [k for k in arcs.children(i) if arcs.labels[k] in {"obl", "nmod"}]
            _under(arcs, i, nested)


def _turn(doc: Doc, arcs: Arcs, preposition: int, inner: int) -> None:
    head, label = arcs.heads[preposition], arcs.labels[preposition]
    clause = arcs.labels[inner] == "pcomp"
    verbal = doc[_governor(arcs, head)].pos_ in _VERBAL
    if label == "ROOT":
        arcs.set(inner, inner, "ROOT")
    elif label == "agent":
        arcs.set(inner, head, "obl:agent")
    elif label in {"pcomp", "pobj"}:
        arcs.set(inner, head, label)
    else:
        arcs.set(inner, head, ("advcl" if verbal else "acl") if clause else ("obl" if verbal else "nmod"))
    for child in arcs.children(preposition):
        if child != inner:
            arcs.heads[child] = inner
    arcs.set(preposition, inner, "mark" if clause and doc[inner].pos_ in {"VERB", "AUX"} else "case")


def _governor(arcs: Arcs, head: int) -> int:
    """The first word up from `head` that is no preposition."""
    while arcs.labels[head] == "prep" and arcs.heads[head] != head:
        head = arcs.heads[head]
    return head


def _under(arcs: Arcs, outer: int, nested: list[int]) -> None:
    """"from inside the house": the outer preposition joins the inner one; without any object it is an adverb."""
    if nested:
        arcs.set(nested[0], arcs.heads[outer], arcs.labels[nested[0]])
        arcs.set(outer, nested[0], "case")
    else:
        arcs.labels[outer] = "advmod"


def _copulas(doc: Doc, arcs: Arcs) -> None:
    """The predicate of "be" takes its place; after "there" it is the subject."""
    for token in doc:
        children = arcs.children(token.i) if token.lemma_ == "be" else []
        predicate = next((k for k in children if arcs.labels[k] in {"attr", "acomp"}), None)
        if predicate is None or arcs.labels[token.i] in {"aux", "auxpass", "aux:pass"}:
            continue
        if any(arcs.labels[k] == "expl" for k in children):
            arcs.labels[predicate] = "nsubj"
        else:
            _raise(arcs, token.i, predicate, children)


def _raise(arcs: Arcs, copula: int, predicate: int, children: list[int]) -> None:
    head, label = arcs.heads[copula], arcs.labels[copula]
    arcs.set(predicate, predicate if head == copula else head, label)
    for child in children:
        if child != predicate:
            arcs.heads[child] = predicate
    arcs.set(copula, predicate, "cop")


def _coordination(doc: Doc, arcs: Arcs) -> None:
    """Every conjunct hangs on the first; a conjunction hangs on the conjunct after it."""
    for token in doc:
        while arcs.labels[token.i] == "conj" and arcs.labels[arcs.heads[token.i]] == "conj":
            arcs.heads[token.i] = arcs.heads[arcs.heads[token.i]]
    for token in doc:
        if arcs.labels[token.i] == "cc":
            first = arcs.heads[token.i]
            first = arcs.heads[first] if arcs.labels[first] == "conj" and first < token.i else first
            later = [k for k in arcs.children(first) if k > token.i and arcs.labels[k] == "conj"]
            arcs.heads[token.i] = later[0] if later else arcs.heads[token.i]


def _nominal_adverbials(doc: Doc, arcs: Arcs) -> None:
    """A bare noun of time or measure is oblique to a verb, a modifier to a noun."""
    for token in doc:
        if arcs.labels[token.i] == "npadvmod":
            verbal = doc[arcs.heads[token.i]].pos_ in _VERBAL
            arcs.labels[token.i] = "obl:unmarked" if verbal else "nmod:unmarked"


def _names(doc: Doc, arcs: Arcs) -> None:
    """A person's name is flat, its first word the head."""
    for ent in doc.ents:
        last = ent.end - 1
        inner = range(ent.start, last)
        if ent.label_ in {"PERSON", "PER"} and inner and all(
            arcs.heads[i] == last and arcs.labels[i] == "compound" for i in inner
        ):
            outside = [k for k in arcs.children(last) if k not in inner]
            arcs.set(ent.start, arcs.heads[last] if arcs.heads[last] != last else ent.start, arcs.labels[last])
            for child in outside:
                arcs.heads[child] = ent.start
            for i in range(ent.start + 1, ent.end):
                arcs.set(i, ent.start, "flat")
