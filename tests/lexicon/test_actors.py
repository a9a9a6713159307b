"""Known actors: found under their names, and states' organs made on demand."""
import pytest

from kg.lexicon.actors import Actors, load_actors, state_body
from kg.lexicon.places import load_places


@pytest.fixture(scope="module")
def actors() -> Actors:
    return load_actors()


@pytest.mark.parametrize("name, slug", [
    ("Islamic State", "islamic-state"),
    ("the Islamic State group", "islamic-state"),
    ("Daesh", "islamic-state"),
    ("IS", "islamic-state"),
    ("al-Qaeda", "al-qaida"),
    ("Al Qa'ida", "al-qaida"),
    ("Hizbollah", "hezbollah"),
    ("Huthis", "houthis"),
    ("Houthi rebels", "houthis"),
    ("Taliban fighters", "taliban"),
    ("Syrian Observatory for Human Rights (SOHR)", "sohr"),
    ("the Observatory", "sohr"),
    ("M-19", "m-19"),
    ("FMLN", "fmln"),
    ("Sendero Luminoso", "shining-path"),
    ("Amaq", "amaq"),
    ("Agence France-Presse", "afp"),
    ("UN Security Council", "un-security-council"),
    ("Bashar al-Assad", "bashar-al-assad"),
    ("Shi'ites", "shiites"),
    ("Yazidi", "yazidis"),
    ("Russia", "russia"),
    ("Kremlin", "russia"),
    ("US", "united-states"),
    ("Georgia", "georgia"),
])
def test_find(actors: Actors, name: str, slug: str) -> None:
    found = actors.find(name)
    assert found and found.slug == slug


@pytest.mark.parametrize("name", [
    "is", "us", "who", "Who", "car", "army", "forces", "government forces", "the group", "state media", "Moscow",
    "Lima", "Malian", "rebels", "the observatory", "police", "", "Springfield army",
])
def test_no_actor(actors: Actors, name: str) -> None:
    assert actors.find(name) is None


@pytest.mark.parametrize("name, slug, kind", [
    ("Syrian government", "syria-government", "GovernmentBody"),
    ("Assad regime", "syria-government", "GovernmentBody"),
    ("government of Mali", "mali-government", "GovernmentBody"),
    ("Chad's army", "chad-army", "GovernmentBody"),
    ("Turkish police", "turkey-police", "GovernmentBody"),
    ("US military", "united-states-army", "GovernmentBody"),
    ("Russian Defense Ministry", "russia-defence-ministry", "GovernmentBody"),
    ("Israeli armed forces", "israel-army", "GovernmentBody"),
    ("Iranian state television", "iran-state-media", "MediaOutlet"),
])
def test_state_organs(actors: Actors, name: str, slug: str, kind: str) -> None:
    found = actors.find(name)
    assert found and (found.slug, found.kind) == (slug, kind)
    assert actors.get(slug) == found and len(found.part_of) == 1 and slug.startswith(found.part_of[0])


@pytest.mark.parametrize("owner, noun, slug", [
    ("Syrian", "army", "syria-army"), ("Mali", "government", "mali-government"),
    ("Assad", "regime", "syria-government"), ("Peruvian", "navy", "peru-navy"),
])
def test_state_body(owner: str, noun: str, slug: str) -> None:
    found = state_body(owner, noun)
    assert found and found.slug == slug


@pytest.mark.parametrize("owner, noun", [("Syrian", "village"), ("Narnian", "army"), ("", "army")])
def test_no_state_body(owner: str, noun: str) -> None:
    assert state_body(owner, noun) is None


@pytest.mark.parametrize("name, slug", [
    ("Moscow", "russia"), ("Ankara", "turkey"), ("Damascus", "syria"), ("Bogota", "colombia"),
])
def test_metonyms(actors: Actors, name: str, slug: str) -> None:
    found = actors.metonym(name)
    assert found and found.slug == slug


def test_two_of_one_acronym(actors: Actors) -> None:
    assert {a.slug for a in actors.candidates("JEM")} == {"jaish-e-mohammed", "jem-sudan"}


def test_at_least_as_many_as_promised(actors: Actors) -> None:
    assert sum(actor.kind != "State" for actor in actors) >= 300


def test_every_relation_leads_to_a_known_node(actors: Actors) -> None:
    places = load_places()
    others = [(a.slug, o) for a in actors for o in (*a.part_of, *a.allies, *a.has_led, *a.speaks_for)]
    seats = [(a.slug, p) for a in actors for p in a.based_in]
    assert [pair for pair in others if actors.get(pair[1]) is None] == []
    assert [pair for pair in seats if places.get(pair[1]) is None] == []


def test_every_label_finds_its_actor(actors: Actors) -> None:
    assert [a.slug for a in actors if a not in actors.candidates(a.label)] == []


def test_wikidata_identifiers_are_unique(actors: Actors) -> None:
    found = [a.wikidata for a in actors if a.wikidata]
    assert len(found) == len(set(found)) and all(q[0] == "Q" and q[1:].isdigit() for q in found)


def test_phrases_say_which_need_their_case(actors: Actors) -> None:
    cased = {phrase for phrase, actor, exact in actors.phrases() if exact and actor.slug == "islamic-state"}
    assert cased == {"IS"}


def test_every_word_of_a_name_is_one(actors: Actors) -> None:
    names = [name for name, _, _ in actors.phrases()]
    composed = ["Malian army", "Taliban fighters", "Syrians army", "government of Mali", "the Assad regime"]
    words = [word for name in (*names, *composed) for word in name.replace("-", " ").split()]
    assert [word for word in words if word.isalpha() and not actors.has_word(word)] == []


@pytest.mark.parametrize("word", ["yesterday", "wounded", "because"])
def test_a_word_of_no_name(actors: Actors, word: str) -> None:
    assert not actors.has_word(word)
