"""Event mentions put together by hand: one noun phrase a sentence."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
import spacy
from spacy.tokens import Doc

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.geography import Geography
from kg.extraction.events.mention import Mention
from kg.extraction.events.trigger import Trigger
from kg.extraction.mentions.entity import Draft
from kg.extraction.times import TimeMention
from kg.lexicon.triggers import Sense
from kg.records import Time

# Entities of the cast that the mentions speak of, by index; the places are those of the shared tiny gazetteer.
NAMES = ("Ostland", "Brack", "Sund", "Miro", "Dorn", "Westland", "Nowhere", "Holt")
_DETERMINERS = {"a", "the", "another", "no"}
_VOCAB = spacy.blank("en").vocab


class Gazetteer:
    """The tiny places, with what lies in what."""

    def __init__(self, tiny) -> None:
        self._tiny = tiny

    def find(self, name):
        return self._tiny.find(name)

    def within(self, inner, outer) -> bool:
        return outer.slug in inner.parents


@pytest.fixture
def geography(tiny_places) -> Geography:
    """The places of NAMES by their indexes, and a facility as the last."""
    cast = SimpleNamespace(drafts=[Draft("Place", name) for name in NAMES] + [Draft("Facility", "Brack")])
    return Geography(cast, Gazetteer(tiny_places))


def _phrases(*phrases: str) -> Doc:
    words, heads, deps, pos, tags = [], [], [], [], []
    for phrase in phrases:
        *before, noun = phrase.split()
        root = len(words) + len(before)
        labels = ["det" if w.lower() in _DETERMINERS else "nummod" for w in before]
        words += [*before, noun, "."]
        heads += [root] * (len(before) + 2)
        deps += [*labels, "ROOT", "punct"]
        pos += [*("DET" if label == "det" else "NUM" for label in labels), "NOUN", "PUNCT"]
        tags += [*("DT" for _ in before), "NNS" if noun.endswith("s") else "NN", "."]
    lemmas = [w.lower().rstrip("s") for w in words]
    return Doc(_VOCAB, words=words, heads=heads, deps=deps, pos=pos, tags=tags, lemmas=lemmas)


@pytest.fixture
def mentions() -> Callable[..., list[Mention]]:
    """From phrases, one a sentence, to a mention each: a dict gives what is not the default, fillers as sets."""

    def build(*told: tuple[str, dict]) -> list[Mention]:
        doc = _phrases(*(phrase for phrase, _ in told))
        return [_mention(root, more) for root, (_, more) in zip((s.root for s in doc.sents), told, strict=True)]

    return build


def _mention(token, more: dict) -> Mention:
    sense = Sense(more.get("type", "Bombing"), more.get("frame", "Blow"), more.get("measure", ""))
    roles = {k: v for k, v in more.items() if k in ("place", "target", "victim", "weapon", "method", "agent")}
    fillers = [Filler(role, i, token) for role, found in roles.items() for i in sorted(found)]
    day = more.get("day", "")
    times = [TimeMention(token.i, token.i + 1, Time(day, day, "date"), "point", False)] if day else []
    trigger = Trigger(token, sense, token.lemma_)
    return Mention(trigger, more.get("modality", "asserted"), more.get("count"), fillers, times)


@pytest.fixture
def event() -> Callable[..., EventDraft]:
    """The event that some mentions tell of."""
    return lambda *found: EventDraft(list(found))
