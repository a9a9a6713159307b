"""Whether a word that may tell of violence does: by what takes part."""

from spacy.tokens import Token

from kg.extraction import wordlist
from kg.extraction.events.arms import arms, goes_up, is_aircraft, striking_weapon, undergone
from kg.extraction.events.captives import by_officers, grabs_people, is_person, takes_people
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import case_of, children, doers, is_passive, objects, obliques, subjects, with_particle
from kg.extraction.syntax.phrase import in_entity
from kg.lexicon.triggers import Sense


def plausible(token: Token, words: str, sense: Sense, lexicon: Lexicon) -> bool:
    """Verbs with other everyday uses count only with the participants of violence."""
    if token.dep_ == "amod" and words not in listed("ToldByParticiple"):
        return False
    if words.endswith(" damage"):
        return any(kinds.sorts(t, lexicon.nouns) & {"facility", "vehicle"} for t in subjects(token))
    if words in listed("FigurativeVerb") and not _struck_or_set_off(token, lexicon):
        return False
    if words == "raid" and by_officers(token, lexicon):
        return False  # a search by the police is no attack
    if words.endswith((" away", " off")) and sense.evokes == "Kidnapping":
        doing = {s for t in doers(token) for s in kinds.sorts(t, lexicon.nouns)}
        return bool(doing & {"fighter", "group"}) and grabs_people(token, lexicon)
    if _is_harmless(token, words, sense, lexicon):
        return False
    if words.partition(" ")[2].startswith("into ") and by_officers(token, lexicon):
        return False  # "the police forced him into a car" is an arrest
    if words == "march" and undergone(token):
        return False  # "marched the children into the forest"
    if words == "take power":
        return by_officers(token, lexicon) or any(t.lemma_.lower() in listed("PowerNoun") for t in obliques(token))
    if words == "burn" and takes_people(token, lexicon):
        return False  # "he was badly burned"
    if _is_toll(token):
        return False  # "35 dead and 150 injured"
    if words == "burn" and not undergone(token):
        return False  # "patients were burning in their beds"
    if words == "flee" and not _driven_out(token, lexicon):
        return False
    if words.endswith(" from home") and not undergone(token):
        return False  # "was driving from home"
    if words == "fight" and token.tag_ == "VBG" and token.i == token.sent.start:
        return True  # "Fighting since May has killed ..."
    if words in listed("DamageVerb") or words in listed("EverydayVerb"):
        return _concrete(token, words, lexicon)
    if sense.frame == "Suffer" and words == "die":
        return True
    return token.tag_.startswith("V") or token.pos_ in ("VERB", "ADJ")


def _is_harmless(verb: Token, words: str, sense: Sense, lexicon: Lexicon) -> bool:
    """ "Fired into the air", "attacked the opposition in a speech", "shot himself"."""
    if words == "fire into":
        return not any(_is_hit(t, lexicon) for t in obliques(verb, "into"))
    if words in listed("VerbalVerb") and any(t.lemma_.lower() in listed("SpeechNoun") for t in obliques(verb, "in")):
        return True
    return sense.frame == "Harm" and any(t.lower_.endswith(("self", "selves")) for t in undergone(verb))


def _is_toll(token: Token) -> bool:
    """Whether the participle with its number stands beside "35 dead", so that it only says what was done to so many."""
    doc, i = token.doc, token.i
    if i < 4 or token.tag_ != "VBN" or not doc[i - 1].like_num or doc[i - 2].lower_ not in ("and", ",", "or"):
        return False
    beside = doc[i - 3].lower_ in ("dead", "killed", "injured", "wounded") and doc[i - 4].like_num
    return beside and not any(c.dep_ in ("aux", "aux:pass", "obj") for c in token.children)


def _driven_out(verb: Token, lexicon: Lexicon) -> bool:
    """Whether those who flee may be people driven from home: no attackers, no troops, no one man."""
    return not any(is_person(t) or _is_armed(t, lexicon) or _is_single(t, lexicon) for t in subjects(verb))


def _is_armed(noun: Token, lexicon: Lexicon) -> bool:
    return bool(kinds.sorts(noun, lexicon.nouns) & {"fighter", "soldier", "force", "group"})


def _is_single(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun is one person, and no family or crowd."""
    alone = noun.tag_ == "NN" and noun.lemma_.lower() not in wordlist.listed("quantities.ttl", "CollectiveNoun")
    return alone and bool(kinds.sorts(noun, lexicon.nouns) & {"people", "role"})


_SOLID = frozenset({
    "facility", "vehicle", "people", "fighter", "soldier", "force", "role", "weapon", "settlement", "region", "group",
    "authority", "source", "party", "outlet", "organisation", "alliance", "monitor",
})  # fmt: skip


def _struck_or_set_off(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is attacked or goes up is no idea, or a weapon does it: "attacked his budget", "the session
    exploded", "a drone bombed the ceremony"."""
    if is_passive(verb) and doers(verb) and not any(_may_strike(t, lexicon) for t in doers(verb)):
        return False  # "was hit by a wave of criticism"
    around = undergone(verb) or (subjects(verb) if goes_up(verb) else [])
    around += [w for t in around if t.lemma_.lower() in listed("PartNoun") for w in obliques(t, "of")]
    return not around or striking_weapon(verb, lexicon) is not None or any(
        in_entity(t)
        or t.pos_ in ("PROPN", "PRON", "NUM")
        or kinds.sorts(t, lexicon.nouns) & _SOLID
        or t.lemma_.lower() in listed("AimNoun")
        or t.lemma_.lower() in lexicon.triggers.nouns
        or arms(t, lexicon)
        for t in around
    )


def _is_hit(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun is somebody, a building, a vehicle or a place."""
    return bool(noun.ent_type_ or kinds.sorts(noun, lexicon.nouns) & _SOLID)


def _may_strike(doer: Token, lexicon: Lexicon) -> bool:
    """Whether it is somebody, or something that strikes."""
    inside = (doer, *obliques(doer, "of"))
    return any(t.ent_type_ or t.pos_ in ("PROPN", "PRON", "NUM") or kinds.sorts(t, lexicon.nouns) for t in inside)


def _concrete(token: Token, words: str, lexicon: Lexicon) -> bool:
    """Whether someone or something that can strike or be struck takes part."""
    around = [*doers(token), *undergone(token), *(obliques(token, "between") if words in ("fight", "battle") else ())]
    around += [w for t in around if t.lemma_.lower() in listed("PartNoun") for w in obliques(t, "of")]
    if words in listed("DamageVerb"):
        return any(kinds.sorts(t, lexicon.nouns) & {"facility", "vehicle", "settlement"} for t in undergone(token))
    if words in listed("FellingVerb"):
        return words == "shoot down" or any(is_aircraft(t) for t in undergone(token))
    if words in ("take", "capture") and grabs_people(token, lexicon):
        return True
    if words == "capture" and by_officers(token, lexicon) and takes_people(token, lexicon):
        return True  # "police captured X in a flat" is an arrest
    if words in ("take", "fall", "occupy", "capture", "take over", "sack", "plunder", "pillage"):
        return any(
            t.ent_type_ in ("LOC", "GPE", "FAC") or kinds.sorts(t, lexicon.nouns) & {"settlement", "region", "facility"}
            for t in undergone(token)
        )
    return any(
        in_entity(t)
        or kinds.sorts(t, lexicon.nouns)
        or t.pos_ in ("PROPN", "PRON", "NUM")
        or t.lemma_.lower() in lexicon.triggers.nouns
        for t in around
    )


def flown(noun: Token, lexicon: Lexicon) -> bool:
    """ "Jets carried out a dozen strikes", "helicopters responded with raids", "a raid by warplanes": from the air."""
    verb = noun.head
    governs = noun.dep_ in ("obj", "obl") and verb.pos_ == "VERB" and (
        noun.dep_ == "obl" or with_particle(verb) in lexicon.triggers.light or verb.lemma_ in lexicon.triggers.light
    )
    by = [*(doers(verb) if governs and case_of(noun) in ("", "with", "in") else ()), *obliques(noun, "by")]
    return noun.lemma_ in ("strike", "raid", "attack", "sortie", "bombardment") and any(map(is_aircraft, by))


def says_of_what(token: Token, lexicon: Lexicon) -> bool:
    """ "The killers" and "destruction" tell of an event with what they did it to: "the killers of X"."""
    lemma, of = token.lemma_.lower(), obliques(token, "of")
    if lemma in listed("RuinNoun"):
        return any(kinds.sorts(t, lexicon.nouns) & {"facility", "vehicle", "settlement"} for t in of)
    return lemma not in listed("DeedNoun") or bool(of)


def so_far(noun: Token) -> bool:
    """ "The violence has killed more than 10,000 people": all of a long conflict, which goes on."""
    verb = noun.head
    perfect = verb.tag_ == "VBN" and any(c.lower_ in ("has", "have") for c in children(verb, "aux"))
    if not (perfect and noun.dep_ == "nsubj" and noun.lemma_.lower() in listed("OngoingNoun")):
        return False
    many = (t for o in objects(verb) for t in o.subtree)
    return any(t.lemma_.lower() in ("thousand", "million") or sum(c.isdigit() for c in t.text) > 3 for t in many)
