"""Reported speech: who says it, and what is said as against what the report says itself."""

import pytest
from spacy.tokens import Doc

from kg.extraction.speech import Speech, speeches

# id, cue, act, speaker, what is said
CASES = [
    ("after", "said", "say", "minister", ["Dozens of people were killed", "and about 20 more were hurt"]),
    ("told", "told", "say", "spokesman", ["The blast killed over 40 people"]),
    ("inverted", "said", "say", "Omar", ["The war is over", "We can go home now"]),
    ("within", "said", "say", "he", ["The men", "were among those seized on Friday"]),
    ("while", "said", "say", "Officials", ["residents had reported seeing bodies"]),
    ("while", "reported", "say", "residents", ["seeing bodies"]),
    ("quoted_as", "saying", "say", "He", ["the group was finished"]),
    ("passive", "said", "say", None, ["Two men", "to have fled"]),
    ("passive", "reported", "say", None, ["a soldier died"]),
    ("blame", "blamed", "accuse", "group", []),
    ("blame", "accused", "accuse", "group", ["killing civilians"]),
    ("source_mid", "according", "say", "police", ["The convoy was hit"]),
    ("source_first", "According", "say", "Rahman", ["six men died"]),
    ("source_first", "said", "say", "Rahman", ["a rifle was found"]),
    ("narrow", "according", "say", "police", ["which killed nine people"]),
    ("statement", "claiming", "claim", "group", ["its fighters had struck the base"]),
    ("scare", "slammed", "condemn", "diplomat", []),
    ("but", "said", "say", "general", ["five of his men had died"]),
    ("noun", "claim", "claim", None, ["the bridge had fallen"]),
    ("noun", "denied", "deny", "army", ["the bridge had fallen"]),
    ("surname", "said", "say", "Said", ["We were asleep. Then the roof fell"]),
    ("adding", "announced", "announce", "army", []),
    ("adding", "adding", "say", "army", ["talks would open on Sunday"]),
    ("single", "said", "say", "commander", ["It was like hell", "We couldn't see the rebels' base"]),
    ("conjoined", "confirmed", "confirm", "Police", []),
    ("conjoined", "said", "say", "Police", ["two of the bodies were found in a river"]),
    ("as", "said", "say", "ministry", ["its planes hit the depot"]),
    ("paragraphs", "told", "say", "Yusuf", ["Nobody came to help us", "We dug with our hands"]),
    ("believed", "believed", "believe", None, ["The group", "to have carried out the attack"]),
    ("participle", "claimed", "claim", "army", []),
    ("relative", "said", "say", "command", ["were shot by insurgents on Tuesday"]),
    ("as_said", "said", "say", "governor", ["the bridge is closed"]),
    ("told_that", "told", "say", "officer", ["a car bomb also hit the clinic in the city"]),
    ("urge", "warned", "warn", "He", []),
    ("urge", "urged", "demand", "He", ["act"]),
    ("citing", "reported", "say", "Reuters", ["The dead included two children"]),
    ("compound", "said", "say", "agency", ["Turkish police have detained 82 people in raids"]),
    ("dashes", "said", "say", "media", ["78 people — 45 in Homs and 33 in Hama — were killed in the raids"]),
    ("added", "added", "say", "he", ["the talks had failed"]),
    ("narrow_mid", "according", "say", "workers", ["because", "the wells had run dry"]),
    ("reject", "rejected", "deny", "minister", []),
    ("denied", "denied", "deny", "ministry", ["its jets had hit the school"]),
]


def speech(doc: Doc, cue: str) -> Speech:
    (found,) = [s for s in speeches(doc) if doc[s.cue].text == cue]
    return found


def word(doc: Doc, index: int | None) -> str | None:
    return None if index is None else doc[index].text


@pytest.mark.parametrize(("name", "cue", "act", "speaker", "said"), CASES)
def test_who_says_what(
    texts: dict[str, Doc], name: str, cue: str, act: str, speaker: str | None, said: list[str]
) -> None:
    doc = texts[name]
    found = speech(doc, cue)
    assert (found.act, word(doc, found.speaker)) == (act, speaker)
    assert [doc[begin:end].text for begin, end in found.content] == said


@pytest.mark.parametrize("name", ["negated", "life"])
def test_what_is_no_speech(texts: dict[str, Doc], name: str) -> None:
    assert list(speeches(texts[name])) == []


@pytest.mark.parametrize(
    ("name", "cue", "addressee"),
    [
        ("told", "told", "Reuters"),
        ("told_that", "told", "AFP"),
        ("paragraphs", "told", "paper"),
        ("urge", "urged", "UN"),
        ("after", "said", None),
    ],
)
def test_addressees(texts: dict[str, Doc], name: str, cue: str, addressee: str | None) -> None:
    assert word(texts[name], speech(texts[name], cue).addressee) == addressee


@pytest.mark.parametrize(
    ("name", "cue", "about"),
    [
        ("scare", "slammed", "raid"),
        ("conjoined", "confirmed", "killings"),
        ("adding", "announced", "ceasefire"),
        ("blame", "blamed", "army"),
        ("participle", "claimed", "bombings"),
        ("urge", "warned", "attacks"),
        ("conjoined", "said", None),
    ],
)
def test_what_it_is_about(texts: dict[str, Doc], name: str, cue: str, about: str | None) -> None:
    assert word(texts[name], speech(texts[name], cue).about) == about


@pytest.mark.parametrize(
    ("name", "cue", "when"),
    [
        ("after", "said", "Tuesday"),
        ("but", "said", "Monday"),
        ("compound", "said", "Saturday"),
        ("as_said", "said", "Friday"),
        ("within", "said", None),
        ("relative", "said", None),
        ("adding", "adding", None),
    ],
)
def test_when_it_was_said(texts: dict[str, Doc], name: str, cue: str, when: str | None) -> None:
    doc, found = texts[name], speech(texts[name], cue)
    assert (doc[found.said_at[0] : found.said_at[1]].text if found.said_at else None) == when


@pytest.mark.parametrize(
    ("name", "cue", "quotes"),
    [
        ("inverted", "said", ["The war is over", "We can go home now."]),
        ("scare", "slammed", ["barbaric"]),
        ("surname", "said", ["We were asleep. Then the roof fell"]),
        ("single", "said", ["It was like hell", "We couldn't see the rebels' base."]),
        ("paragraphs", "told", ["Nobody came to help us.", "We dug with our hands"]),
        ("after", "said", []),
    ],
)
def test_quotes(texts: dict[str, Doc], name: str, cue: str, quotes: list[str]) -> None:
    doc = texts[name]
    assert [doc[begin:end].text for begin, end in speech(doc, cue).quotes] == quotes


def test_says_tells_what_is_inside(texts: dict[str, Doc]) -> None:
    doc = texts["but"]
    inside = [t.text for t in doc if t.pos_ in ("VERB", "AUX") and speech(doc, "said").says(t.i)]
    assert "died" in inside
    assert "put" not in inside
