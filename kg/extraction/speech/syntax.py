"""Small questions to a parse."""
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.extraction.speech.speech import Range
from kg.extraction.syntax.phrase import in_entity

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
CLAUSES = ("ccomp", "parataxis")


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb has a passive auxiliary or subject, or is a participle after a noun ("bombings claimed by")."""
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and child(verb, "aux", "obj", *SUBJECTS) is None:
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and child(verb, "aux", "obj", *SUBJECTS) is None:
        return is_passive(verb.head)  # "was captured and accused of it"
    if any(c.dep_ == "aux:pass" and not is_name_as_auxiliary(c) for c in verb.children):
        return True
    return child(verb, "nsubj:pass") is not None and child(verb, "nsubj") is None


def is_name_as_auxiliary(token: Token) -> bool:
    """A name that the parser took for an auxiliary: the group "IS"."""
    return token.dep_.startswith("aux") and in_entity(token)


def subtree(token: Token) -> set[int]:
    """Indices of the token and all below it."""
    return {t.i for t in token.subtree}


def case_of(noun: Token) -> str:
    """The preposition of a noun, in lower case, or ""."""
    return next((c.lower_ for c in noun.children if c.dep_ == "case"), "")


def ranges(doc: Doc, tokens: Iterable[int]) -> tuple[Range, ...]:
    """The tokens as runs, joined where only punctuation within a line parts them, without punctuation at the ends."""
    words = sorted(i for i in set(tokens) if not is_mark(doc[i]))
    runs: list[Range] = []
    for i in words:
        if runs and (runs[-1][1] == i or all(is_mark(t) and "\n" not in t.text for t in doc[runs[-1][1] : i])):
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return tuple(runs)


def is_break(token: Token) -> bool:
    """Whether the token is punctuation that parts phrases: not a hyphen or an apostrophe within one."""
    joins = token.text in ("-", "–", "'", "’", "/") and token.i > 0 and not token.nbor(-1).whitespace_
    return is_mark(token) and not (joins and (not token.whitespace_ or token.tag_ == "POS"))


def is_mark(token: Token) -> bool:
    """Whether the token is punctuation or white space."""
    return token.is_punct or token.is_space
