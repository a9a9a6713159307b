"""Words that say what was done to those counted, and verbs after which there are more than the number."""

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from kg.extraction.numbers import Number
from kg.extraction.wordlist import by_form, listed

_FILE = "quantities.ttl"


@lru_cache(maxsize=4096)
def measure_of(word: str) -> str:
    """What a word counts people as ("dead": "killed"), by the lexicon; "" for other words."""
    term = by_form(_FILE, "HarmWord").get(word)
    return term.one("measure") if term else ""


def harm_of(noun: Token) -> str:
    """What a word that is itself one of harm counts, "" for others: "five deaths and 20 injuries"."""
    measure = measure_of(noun.lemma_.lower())
    return measure if measure in ("killed", "wounded") else ""


def harm_after(noun: Token, trigger: Token) -> str:
    """ "Ten were killed and 12 others wounded": what the word right after those counted says, "" where none does."""
    after = noun.i + 1
    if after >= noun.sent.end or noun.doc[after] == trigger:
        return ""
    return measure_of(noun.doc[after].lower_)


def passed(verb: Token, number: Number) -> Number:
    """ "The toll passed 240": there are more."""
    if verb.lemma_.lower() not in listed(_FILE, "PassingVerb") or number.bound != "exact" or number.figure is None:
        return number
    return replace(number, bound="moreThan", lower=number.figure + 1, upper=None)
