"""Finding event mentions: verbs and nouns of the trigger lexicon, and weapons that strike."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.events.trigger import Trigger
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import case_of, children, doers, is_passive, obliques, subjects
from kg.extraction.syntax.phrase import compound, in_entity
from kg.lexicon.nouns import NounClass
from kg.lexicon.triggers import Sense

_COMPLEMENTS = ("compound:prt", "obj", "xcomp", "advmod", "obl", "obl:unmarked", "ccomp")
_IMPACT_FRAMES = frozenset({"Act", "Blow", "Harm"})


def triggers(doc: Doc, lexicon: Lexicon) -> Iterator[Trigger]:
    """Every event mention of a document, in text order; statements are found by `kg.extraction.speech`."""
    for token in doc:
        found = (
            _verb(token, lexicon)
            if token.pos_ in ("VERB", "ADJ")
            else _noun(token, lexicon)
            if token.pos_ in ("NOUN", "PROPN")
            else None
        )
        if found and found.sense.frame != "Speech":
            yield found


# ---------------------------------------------------------------- verbs
def _verb(token: Token, lexicon: Lexicon) -> Trigger | None:
    phrases = list(_phrases(token))
    if not lexicon.triggers.excluded.isdisjoint(phrases):
        return None
    for words in phrases:
        sense = lexicon.triggers.verbs.get(words)
        if sense and _plausible(token, words, sense, lexicon):
            weapon = striking_weapon(token, lexicon)
            if words in _GRABS and _grabs_people(token, lexicon):
                return Trigger(token, Sense("Kidnapping", "Harm", "abducted"), words)
            if words in ("seize", "capture") and _holds_people(token, lexicon):
                return Trigger(token, Sense("Arrest", "Harm", "arrested"), words)
            return Trigger(token, _refined(token, sense, weapon, lexicon), words, weapon)
    return _impact(token, lexicon)


def _phrases(token: Token) -> Iterator[str]:
    """What the lexicon may list for this verb, the longest first: "take into custody", "open fire", "kill"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "ADJ":
        if lemma == "dead" and children(token, "cop"):
            yield "be dead"
        return
    for child in token.children:
        if child.dep_ in _COMPLEMENTS:
            case = case_of(child)
            if case:
                yield f"{lemma} {case} {child.lemma_.lower()}"
            if not case or child.lemma_.lower() not in _BODIES:
                yield f"{lemma} {child.lower_}"
                yield f"{lemma} {child.lemma_.lower()}"
            if child.dep_ in ("obl", "obj") and case:
                yield f"{lemma} {case}"
    around = subjects(token) if is_passive(token) else [token.head] if token.dep_ == "acl" else []
    for noun in around:
        yield f"{lemma} {noun.lemma_.lower()}"
        yield f"{lemma} {compound(noun).rsplit(' ', 2)[-1]}"
    particles = "".join(f" {c.lower_}" for c in children(token, "compound:prt"))
    if any(s.lemma_.lower() in _BODIES for s in subjects(token)):
        yield f"{lemma}{particles} body"
    yield lemma


_BODIES = frozenset({"body", "corpse", "remains"})
# Verbs with other everyday uses.
_EVERYDAY = frozenset({
    "take", "burn", "hang", "hit", "strike", "target", "storm", "occupy", "blow", "shoot", "fight", "battle", "mine",
    "shell", "spray", "hurt", "rally", "march", "evacuate", "disappear", "fall", "go off", "leave dead", "raid",
    "capture", "hold up", "hack", "rocket", "mortar",
})  # fmt: skip


def _plausible(token: Token, words: str, sense: Sense, lexicon: Lexicon) -> bool:
    """Verbs with other everyday uses count only with the participants of violence."""
    if token.dep_ == "amod" and words not in _TOLD_BY_PARTICIPLE:
        return False
    if words in _FIGURATIVE and not _struck_or_set_off(token, lexicon):
        return False
    if words == "raid" and any(kinds.sorts(t, lexicon.nouns) & {"force", "soldier", "authority"} for t in doers(token)):
        return False  # a search by the police is no attack
    if words == "burn" and _holds_people(token, lexicon):
        return False  # "he was badly burned"
    if words in _DAMAGE:
        return _concrete(token, words, lexicon)
    if words in _EVERYDAY:
        return _concrete(token, words, lexicon)
    if sense.frame == "Suffer" and words == "die":
        return True
    return token.tag_.startswith("V") or token.pos_ in ("VERB", "ADJ")


_TOLD_BY_PARTICIPLE = frozenset({"murder", "kidnap", "abduct", "assassinate", "slay", "execute"})
_FIGURATIVE = frozenset({"attack", "bombard", "target", "assail", "bomb", "explode", "blow up", "torpedo", "ambush"})
_SOLID = frozenset({
    "facility", "vehicle", "people", "fighter", "soldier", "force", "role", "weapon", "settlement", "region", "group",
    "authority", "source", "party", "outlet", "organisation", "alliance", "monitor",
})  # fmt: skip


def _struck_or_set_off(verb: Token, lexicon: Lexicon) -> bool:
    """Whether what is attacked or goes up is no idea: "attacked his budget", "the session exploded"."""
    around = _undergone(verb) or (subjects(verb) if verb.lemma_ in ("explode", "blow") else [])
    return not around or any(
        in_entity(t)
        or t.pos_ in ("PROPN", "PRON", "NUM")
        or kinds.sorts(t, lexicon.nouns) & _SOLID
        or t.lemma_.lower() in lexicon.triggers.nouns
        for t in around
    )


def _concrete(token: Token, words: str, lexicon: Lexicon) -> bool:
    """Whether someone or something that can strike or be struck takes part."""
    around = [*doers(token), *_undergone(token)]
    if words in _DAMAGE:
        return any(kinds.sorts(t, lexicon.nouns) & {"facility", "vehicle", "settlement"} for t in _undergone(token))
    if words in ("take", "capture") and _grabs_people(token, lexicon):
        return True
    if words in ("take", "fall", "occupy", "capture"):
        return any(
            t.ent_type_ in ("LOC", "GPE", "FAC") or kinds.sorts(t, lexicon.nouns) & {"settlement", "region", "facility"}
            for t in _undergone(token)
        )
    return any(
        in_entity(t)
        or kinds.sorts(t, lexicon.nouns)
        or t.pos_ in ("PROPN", "PRON", "NUM")
        or t.lemma_.lower() in lexicon.triggers.nouns
        for t in around
    )


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun.lower_ in _THOSE or noun.lower_ in ("he", "she")


def _holds_people(verb: Token, lexicon: Lexicon) -> bool:
    """ "Soldiers captured two rebels", "troops seized six citizens": they are held, and no place is taken."""
    taken = _undergone(verb)
    return bool(taken) and all(
        _is_person(t) or kinds.sorts(t, lexicon.nouns) & {"people", "role", "soldier", "fighter"} for t in taken
    )


def _grabs_people(verb: Token, lexicon: Lexicon) -> bool:
    """ "Gunmen seized six workers" is a kidnapping; "soldiers captured a rebel", "rebels took the town" are none."""
    taken = _undergone(verb)
    towards = obliques(verb, "to")
    if any("facility" in kinds.sorts(t, lexicon.nouns) and t.lemma_.lower() != "camp" for t in towards):
        return False  # "were taken to a hospital"
    persons = any(
        t.ent_type_ == "PERSON" or t.lower_ in _THOSE or kinds.sorts(t, lexicon.nouns) & {"people", "role", "soldier"}
        for t in taken
    )
    police = any(kinds.sorts(t, lexicon.nouns) & {"force", "soldier", "authority"} for t in doers(verb))
    return (
        persons
        and not police
        and (
            verb.lemma_ != "take"
            or any(kinds.sorts(t, lexicon.nouns) & {"fighter", "group"} for t in doers(verb))
            or (is_passive(verb) and _tells_of_abduction(verb.doc))
        )
    )


_THOSE = ("those", "them", "him", "her", "who", "whom")
def _tells_of_abduction(doc: Doc) -> bool:
    """Whether the report speaks of a kidnapping anywhere, so that "276 girls were taken" is one."""
    return any(t.lemma_.lower() in ("kidnap", "abduct", "hostage", "abduction", "kidnapping") for t in doc)


_DAMAGE = frozenset({
    "destroy", "damage", "demolish", "wreck", "level", "smash", "sabotage", "devastate", "raze", "gut",
})  # fmt: skip
_AGENTIVES = frozenset({"murderer", "killer", "assassin", "kidnapper", "abductor", "burning"})
_GRABS = ("seize", "take", "capture", "grab")


def _undergone(verb: Token) -> list[Token]:
    if is_passive(verb):
        return subjects(verb) or ([verb.head] if verb.head.lower_ in _THOSE else [])
    return children(verb, "obj")


def striking_weapon(verb: Token, lexicon: Lexicon) -> Token | None:
    """The weapon or suicide attacker that is the verb's doer, or the weapon set off."""
    around = [*doers(verb), *_undergone(verb)]
    return next((t for t in around if weapon_class(t, lexicon) or is_suicide(t)), None)


def weapon_class(token: Token, lexicon: Lexicon) -> NounClass | None:
    """The weapon class of a noun, or None."""
    return next((c for c in kinds.of_noun(token, lexicon.nouns) if c.sort == "weapon"), None)


def is_suicide(token: Token) -> bool:
    """Whether the noun is one who attacks by suicide: "two suicide bombers", "a bomber"."""
    words = compound(token)
    return (
        "suicide" in words and token.lemma_.lower() in ("bomber", "attacker", "assailant", "jihadist")
    ) or token.lemma_.lower() == "bomber"


def _refined(token: Token, sense: Sense, weapon: Token | None, lexicon: Lexicon) -> Sense:
    """An attack with a bomb is a bombing: the weapon tells more than a general verb."""
    if weapon is None or sense.evokes not in ("Attack", "ArmedAttack", "Bombing") or sense.frame not in _IMPACT_FRAMES:
        return sense
    known = weapon_class(weapon, lexicon)
    if sense.evokes == "Bombing" and (known is None or known.evokes != "Airstrike"):
        return sense
    return Sense(known.evokes if known else "Bombing", "Act" if sense.frame == "Act" else sense.frame, sense.measure)


def _impact(token: Token, lexicon: Lexicon) -> Trigger | None:
    """A weapon that rips through, rocks or damages something."""
    if (
        token.pos_ != "VERB"
        or token.lemma_.lower() not in lexicon.triggers.occurrence
        or token.lemma_ in ("be", "continue", "follow", "cause")
    ):
        return None
    weapon = next((t for t in doers(token) if weapon_class(t, lexicon) or is_suicide(t)), None)
    if weapon is None:
        return None
    known = weapon_class(weapon, lexicon)
    return Trigger(token, Sense(known.evokes if known else "Bombing", "Blow"), token.lemma_.lower(), weapon)


# ---------------------------------------------------------------- nouns
def _noun(token: Token, lexicon: Lexicon) -> Trigger | None:
    if token.ent_type_ in ("PERSON", "LOC", "GPE", "FAC") or _inside_compound(token) or _in_a_body_s_name(token):
        return None
    words = compound(token).split(" ")
    tails = [" ".join(words[i:]) for i in range(len(words))]
    if any(c.lower_ in ("mock", "simulated", "verbal", "cyber", "rhetorical", "legal") for c in token.lefts):
        return None
    tails += [f"{words[-1]} {case_of(t)} {t.lemma_.lower()}" for t in obliques(token, "on")]
    if any(t in lexicon.triggers.excluded for t in tails):
        return None
    for tail in tails:
        sense = lexicon.triggers.nouns.get(tail)
        if sense and (token.lemma_.lower() not in _AGENTIVES or obliques(token, "of")):
            return Trigger(token, _by_modifier(token, sense, words, lexicon), tail)
    return None


def _in_a_body_s_name(token: Token) -> bool:
    """ "The Government of National Accord": the name of an organisation, not printed in capitals throughout."""
    name = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    return name is not None and name.label_ == "ORG" and len(name) > 1 and token.is_title and token.pos_ == "PROPN"


def _inside_compound(token: Token) -> bool:
    """Whether the noun only modifies another: "attack helicopter", "war effort"."""
    return (
        token.dep_ in ("compound", "nmod:desc")
        and token.head.i > token.i
        and token.head.pos_ in ("NOUN", "PROPN")
        and token.tag_ != "NNS"
    )


def _by_modifier(token: Token, sense: Sense, words: list[str], lexicon: Lexicon) -> Sense:
    """ "Rocket attack", "suicide attack", "grenade attacks": the modifier is a weapon."""
    if sense.evokes != "Attack":
        return sense
    for start in range(len(words) - 1):
        for end in range(len(words) - 1, start, -1):
            for known in lexicon.nouns.classes.get(" ".join(words[start:end]), ()):
                if known.sort == "weapon":
                    return Sense(known.evokes, sense.frame, sense.measure)
    return sense
