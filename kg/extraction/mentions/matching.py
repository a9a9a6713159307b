"""When two names in one report are the same."""

from kg.extraction.mentions.entity import Draft
from kg.lexicon.names import acronym_of, fold, is_acronym, sound

_PLACES = frozenset({"Place", "Facility"})


def same_name(text: str, kind: str, draft: Draft) -> bool:
    """Whether a name of class `kind` is one more mention of the entity."""
    if draft.generic or draft.kind in ("Weapon", "Method") or (kind in _PLACES) != (draft.kind in _PLACES):
        return False
    folded, heard = fold(text), sound(text)
    if any(folded == fold(n) or heard == sound(n) for n in draft.names):
        return True
    if kind in _PLACES:
        return False
    if any((kind == alone) != (draft.kind == alone) for alone in ("Person", "State", "PeopleGroup")):
        return False
    if kind == "Person" and _another_of_the_family(text, draft):
        return False
    return any(_part(text, n, kind) or _part(n, text, kind) for n in draft.names) or _acronym(text, draft)


def _another_of_the_family(text: str, draft: Draft) -> bool:
    """Whether a full name shares no first name with those seen: "Omar Haddad" is not the "Karim Haddad" of "Haddad"."""
    first, *rest = fold(text).split() or [""]
    full = [words for n in draft.names if len(words := fold(n).split()) > 1]
    known = any(first in words or words[0] in rest or sound(first) == sound(words[0]) for words in full)
    return bool(rest and full) and not known


def _part(short: str, long: str, kind: str) -> bool:
    """A surname of a full name ("Kumar", "Abdel Rahman"), or the head of an organisation's ("the Observatory")."""
    few, many = fold(short).split(), fold(long).split()
    if not few or len(few) >= len(many):
        return False
    if kind == "Person":
        spanish = len(few) == 1 and len(many) >= 3 and many[-2] == few[0]  # "Galan" of "Luis Carlos Galan Sarmiento"
        return many[-len(few) :] == few or spanish
    return _run(few, many) and not is_acronym(short)


def _run(few: list[str], many: list[str]) -> bool:
    return any(many[i : i + len(few)] == few for i in range(len(many) - len(few) + 1))


def _acronym(text: str, draft: Draft) -> bool:
    return is_acronym(text) and any(acronym_of(n) == text.replace(".", "") for n in draft.names)
