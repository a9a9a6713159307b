"""The words of a noun phrase."""

from functools import lru_cache

from spacy.tokens import Token

_LEFT = frozenset({"compound", "amod", "nmod:desc", "flat", "nmod", "goeswith", "nmod:poss", "punct", "case", "advmod"})
_NAME = frozenset({"compound", "flat", "flat:name", "goeswith", "fixed"})
_RIGHT_PREPOSITIONS = frozenset({"of", "for"})
_NUMERIC = frozenset({"CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})


def in_entity(token: Token) -> bool:
    """Whether an entity covers the token that is no mere number, sum or measure."""
    return bool(token.ent_type_) and token.ent_type_ not in _NUMERIC


def modifiers(head: Token) -> list[Token]:
    """Words before the head that belong to its description, without determiners and numbers, in order."""
    found = [t for c in head.lefts if c.dep_ in _LEFT and c.dep_ not in ("punct", "case") for t in c.subtree]
    return [t for t in found if t.i < head.i and t.dep_ not in ("case", "det", "cc")]


@lru_cache(maxsize=4096)
def compound(head: Token) -> str:
    """Lower-case lemma of the head with the compound words right before it: "car bomb", "power station"."""
    words = [head.lemma_.lower()]
    left = head.i - 1
    while left >= 0 and not head.doc[left + 1].is_sent_start and _joins(head.doc[left], head):
        words.insert(0, head.doc[left].lower_)
        left -= 1
    return " ".join(words).replace(" - ", "-")


def _joins(token: Token, head: Token) -> bool:
    if token.text == "-":
        return token.i + 1 <= head.i
    near = token.head == head or (token.head.i <= head.i and token.head.head == head)
    return near and token.dep_ in ("compound", "amod", "nmod", "flat", "punct", "nmod:desc")


def description(head: Token) -> tuple[int, int]:
    """Begin and end (code points) of the phrase that names the thing: "state-run hospital", "members of the front".

    Without determiner, number, relative clause or apposition.
    """
    left = _left_edge(head)
    right = _right_edge(head)
    doc = head.doc
    return doc[left].idx, doc[right].idx + len(doc[right])


def _left_edge(head: Token) -> int:
    edge = head.i
    for child in reversed(list(head.lefts)):
        of_a_kind = child.dep_ == "nmod:poss" and child.tag_ == "NNS"  # "doctors' union"
        if (
            (of_a_kind or child.dep_ in ("compound", "amod", "flat", "nmod:desc", "goeswith", "nmod"))
            and child.right_edge.i >= edge - 2
        ):
            if child.tag_ in ("JJR", "JJS") or child.lower_ in _VAGUE or child.left_edge.like_num:
                break
            edge = _tight_left(child)
        elif child.dep_ != "punct":
            break
    return edge


_VAGUE = frozenset({
    "other", "same", "such", "more", "many", "several", "first", "second", "third", "last", "next", "previous",
    "further", "earlier", "later", "new", "another", "various", "certain", "own",
})  # fmt: skip


def _tight_left(child: Token) -> int:
    inside = [t.i for t in child.subtree if t.dep_ not in ("det", "nummod", "case", "cc") and not t.is_space]
    return min(inside, default=child.i)


def _right_edge(head: Token) -> int:
    edge = max((c.i for c in head.rights if c.dep_ in _NAME), default=head.i)
    for child in head.rights:
        case = [c for c in child.children if c.dep_ == "case"]
        if child.dep_ == "nmod" and case and case[0].lower_ in _RIGHT_PREPOSITIONS and child.i <= head.i + 6:
            return _named_after(_right_edge(child), head)
    return edge


def _named_after(edge: int, head: Token) -> int:
    """ "The house of judge X": the name right after the title belongs to the phrase, however the parse hung it."""
    doc, end = head.doc, head.sent.end
    while doc[edge].pos_ in ("NOUN", "PROPN") and edge + 1 < end and doc[edge + 1].ent_type_ == "PERSON":
        edge += 1
    return edge


def office(noun: Token) -> str:
    """The last two words of an office, or its one: "prime minister", "chief"."""
    return " ".join(compound(noun).split(" ")[-2:])
