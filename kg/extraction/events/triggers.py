"""Finding event mentions: verbs and nouns of the trigger lexicon, and weapons that strike."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.events.arms import is_aircraft, is_suicide, striking_weapon, undergone, weapon_class
from kg.extraction.events.captives import by_officers, catches_people, grabs_people, holds_people, takes_people
from kg.extraction.events.casualties import casualty
from kg.extraction.events.deeds import bursts_in, meets, tells_of_deed
from kg.extraction.events.opening import opening
from kg.extraction.events.plausible import flown, plausible, says_of_what, so_far
from kg.extraction.events.refined import from_the_air, refined
from kg.extraction.events.trigger import Trigger
from kg.extraction.events.usage import usage
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import (
    case_of,
    children,
    coordinated,
    doers,
    is_leaf,
    is_passive,
    objects,
    obliques,
    subjects,
)
from kg.extraction.syntax.phrase import compound
from kg.extraction.words import tokens
from kg.lexicon.triggers import Sense

_COMPLEMENTS = ("compound:prt", "obj", "xcomp", "advmod", "obl", "obl:unmarked", "ccomp")
_NAMED = frozenset({"PERSON", "LOC", "GPE", "FAC", "DATE"})  # "in late March" tells of no march
_STATES = ("dead", "missing", "unaccounted")  # "were still missing"


def triggers(doc: Doc, lexicon: Lexicon) -> Iterator[Trigger]:
    """Every event mention of a document, in text order; statements are found by `kg.extraction.speech`."""
    for token in tokens(doc):
        found = (
            _verb(token, lexicon)
            if token.pos_ in ("VERB", "ADJ")
            else _noun(token, lexicon)
            if token.pos_ in ("NOUN", "PROPN")
            else None
        )
        found = found or casualty(token, lexicon)
        if found and found.sense.frame != "Speech":
            yield found


# ---------------------------------------------------------------- verbs
def _verb(token: Token, lexicon: Lexicon) -> Trigger | None:
    phrases = list(_phrases(token))
    if not lexicon.triggers.excluded.isdisjoint(phrases):
        return None
    for words in phrases:
        sense = lexicon.triggers.verbs.get(words)
        if sense and sense.frame == "Speech" and words == "slam" and striking_weapon(token, lexicon) is not None:
            break  # "a rocket slammed into a house": nobody speaks
        if sense and plausible(token, words, sense, lexicon):
            weapon = None if words in listed("FellingVerb") else striking_weapon(token, lexicon)
            if words in listed("GrabbingVerb") and grabs_people(token, lexicon):
                return Trigger(token, Sense("Kidnapping", "Harm", "abducted"), words)
            if words in listed("FellingVerb") and any(is_aircraft(w) for t in undergone(token) for w in _wholes(t)):
                return Trigger(token, Sense(sense.evokes, "Act"), words)
            if words in ("seize", "capture") and takes_people(token, lexicon):
                return Trigger(token, Sense("Arrest", "Harm", "arrested"), words)
            return Trigger(token, refined(token, sense, weapon, lexicon), words, weapon)
    lemma = token.lemma_.lower()
    if used := usage(token, lexicon):
        return used
    if lemma == "take" and token.tag_ in ("VBD", "VBN") and any(o.lower_ == "arms" for o in objects(token)):
        return Trigger(token, Sense("Conflict", "Mutual"), "take up arms")
    if lemma in listed("HoldingVerb") and holds_people(token, lexicon):
        return Trigger(token, Sense("Kidnapping", "Harm", "abducted" if lemma == "hold" else ""), lemma)
    if lemma in listed("GatheringVerb") and any(t.lemma_.lower() in listed("ProtesterNoun") for t in _crowd(token)):
        return Trigger(token, Sense("Protest", "Act"), lemma)
    if lemma in listed("BurstingVerb") and bursts_in(token, lexicon):
        return Trigger(token, Sense("Attack", "Act"), lemma)
    if lemma == "meet" and meets(token, lexicon):
        return Trigger(token, Sense("Negotiation", "Mutual"), lemma)
    if lemma == "agree" and _to_end(token, lexicon):
        return Trigger(token, Sense("Agreement", "Mutual"), lemma)
    if lemma == "catch" and by_officers(token, lexicon) and takes_people(token, lexicon):
        return Trigger(token, Sense("Arrest", "Harm", "arrested"), lemma)
    if lemma == "catch" and catches_people(token, lexicon):
        return Trigger(token, Sense("Kidnapping", "Harm", "abducted"), lemma)
    return _impact(token, lexicon)


def _crowd(verb: Token) -> list[Token]:
    """Who gathers: "thousands of demonstrators"."""
    return [w for t in subjects(verb) for w in (t, *obliques(t, "of"))]


def _to_end(verb: Token, lexicon: Lexicon) -> bool:
    """ "Agreed to halt the fighting", "agreed to end two years of war", "agreed to extend the truce"."""
    longer = [t for c in children(verb, "xcomp") if c.lemma_.lower() in listed("ExtendingVerb") for t in objects(c)]
    if any(s.evokes == "Agreement" for t in longer if (s := lexicon.triggers.nouns.get(t.lemma_.lower()))):
        return True
    ends = [c for c in children(verb, "xcomp") if c.lemma_.lower() in listed("EndingVerb")]
    nouns = (w for c in ends for t in objects(c) for w in (t, *obliques(t, "of")))
    senses = (lexicon.triggers.nouns.get(t.lemma_.lower()) for t in nouns)
    return any(s.evokes in ("Clash", "Conflict", "Offensive") for s in senses if s)


def _phrases(token: Token) -> Iterator[str]:
    """What the lexicon may list for this verb, the longest first: "take into custody", "open fire", "kill"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "ADJ" or token.tag_ == "JJ":
        if lemma in _STATES and children(token, "cop", "aux", "aux:pass"):
            yield f"be {lemma}"
        return
    for child in token.children:
        if child.dep_ in _COMPLEMENTS:
            case = case_of(child)
            if case:
                yield f"{lemma} {case} {child.lemma_.lower()}"
                if child.dep_ == "obl":  # "sent troops into the city"
                    yield from (f"{lemma} {o.lemma_.lower()} {case}" for o in children(token, "obj"))
            if child.dep_ == "obj" and child.lemma_.lower() in listed("MeasureNoun"):  # "a salvo of rockets"
                yield from (f"{lemma} {t.lemma_.lower()}" for t in obliques(child, "of"))
            if not case or child.dep_ != "obl":
                yield f"{lemma} {child.lower_}"
                yield f"{lemma} {child.lemma_.lower()}"
            if child.dep_ in ("obl", "obj") and case:
                yield f"{lemma} {case}"
            spread = () if is_leaf(child) else coordinated(child)
            yield from (f"{lemma} on fire" for t in spread for o in obliques(t, "on") if o.lower_ == "fire")
    around = subjects(token) if is_passive(token) else [token.head] if token.dep_ == "acl" else []
    for noun in around:
        yield f"{lemma} {noun.lemma_.lower()}"
        yield f"{lemma} {compound(noun).rsplit(' ', 2)[-1]}"
    particles = "".join(f" {c.lower_}" for c in children(token, "compound:prt"))
    if any(s.lemma_.lower() in ("body", "corpse", "remains") for s in subjects(token)):
        yield f"{lemma}{particles} body"
    yield lemma


def _wholes(noun: Token) -> list[Token]:
    """The noun, and of what it is one: "one of the drones"."""
    return [noun, *(obliques(noun, "of") if noun.pos_ == "NUM" else ())]




def _impact(token: Token, lexicon: Lexicon) -> Trigger | None:
    """A weapon that rips through, rocks or damages something, or falls on it."""
    falls = token.lemma_.lower() in listed("LandingVerb") and obliques(token, "on", "in", "into", "at", "near")
    if (
        token.pos_ != "VERB"
        or not (falls or token.lemma_.lower() in lexicon.triggers.occurrence)
        or token.lemma_ in ("be", "continue", "follow", "come", "begin", "start", "end", "last", "resume", "collapse")
        or (token.lemma_ == "cause" and not any(o.lemma_.lower() in listed("DamageNoun") for o in objects(token)))
    ):
        return None
    weapon = next((t for t in doers(token) if weapon_class(t, lexicon) or is_suicide(t)), None)
    if weapon is None:
        return None
    known = weapon_class(weapon, lexicon)
    evokes = "Airstrike" if from_the_air(weapon) else known.evokes if known else "Bombing"
    return Trigger(token, Sense(evokes, "Blow"), token.lemma_.lower(), weapon)


# ---------------------------------------------------------------- nouns
def _noun(token: Token, lexicon: Lexicon) -> Trigger | None:
    if lexicon.triggers.heads.isdisjoint((token.lemma_.lower(), token.lower_)):
        return None
    if token.ent_type_ in _NAMED or _inside_compound(token) or _in_a_body_s_name(token) or _is_field(token, lexicon):
        return None
    if (begun := opening(token, lexicon)) is not None:
        return begun
    if _of_officers(token):
        return None
    words = compound(token).split(" ")
    tails = [" ".join(words[i:]) for i in range(len(words))]
    if token.tag_ == "VBG":
        tails.append(token.lower_)  # "hours of shelling", whose lemma is the verb's
    if token.tag_ == "NNS":
        tails += [" ".join([*words[i:-1], token.lower_]) for i in range(len(words))]  # "talks" are more than a talk
    if any(c.lower_ in ("mock", "simulated", "verbal", "cyber", "rhetorical", "legal") for c in token.lefts):
        return None
    tails += [f"{words[-1]} {case_of(t)} {t.lemma_.lower()}" for t in obliques(token, "on", "of")]
    advance = words[-1] == "march" and obliques(token, "toward", "towards")  # "in their march toward the town"
    if advance or any(t in lexicon.triggers.excluded for t in tails):
        return None
    for tail in tails:
        sense = lexicon.triggers.nouns.get(tail)
        if sense and sense.frame == "Anaphor" and words[-1] in listed("DeedIfTold") and tells_of_deed(token, lexicon):
            sense = Sense("Attack", "Act")
        if sense and sense.evokes in ("Attack", "Shelling") and flown(token, lexicon):
            sense = Sense("Airstrike", "Act", sense.measure)
        if sense and says_of_what(token, lexicon):
            return Trigger(token, _by_modifier(token, sense, words, lexicon), tail)
    return None


def _of_officers(noun: Token) -> bool:
    """ "Was held in a raid on a flat", "the police operation": work of the police, and no attack."""
    if noun.lemma_.lower() not in ("raid", "operation"):
        return False
    held = noun.dep_ == "obl" and case_of(noun) in ("in", "during") and is_passive(noun.head)
    police = any(c.lower_ == "police" for c in children(noun, "compound", "nmod:poss"))
    return police or (held and noun.head.lemma_.lower() in ("hold", "detain", "arrest"))


def _is_field(token: Token, lexicon: Lexicon) -> bool:
    """ "Its spokesman for military operations", "the head of operations": what an office is for, and no event."""
    office = token.dep_ == "nmod" and "role" in kinds.sorts(token.head, lexicon.nouns)
    return office and case_of(token) in ("for", "of") and not children(token, "det", "nummod", "nmod:poss")


def _in_a_body_s_name(token: Token) -> bool:
    """ "The Government of National Accord": the name of an organisation, not printed in capitals throughout."""
    if token.ent_type_ != "ORG" or not token.is_title or token.pos_ != "PROPN":
        return False
    goes_on = token.i + 1 < len(token.doc) and token.nbor().ent_iob_ == "I"
    return goes_on or token.ent_iob_ == "I"


def _inside_compound(token: Token) -> bool:
    """Whether the noun only modifies another: "attack helicopter", "war effort"."""
    return (
        token.dep_ in ("compound", "nmod:desc")
        and token.head.i > token.i
        and token.head.pos_ in ("NOUN", "PROPN")
        and token.tag_ != "NNS"
    )


def _of_a_building(siege: Token, lexicon: Lexicon) -> bool:
    """ "The siege of a hotel", "a hotel siege": an attack, and no campaign against a town."""
    inside = [*obliques(siege, "of", "at", "on", "in"), *children(siege, "compound")]
    if not inside and is_definite(siege):  # "the siege": of the building named before
        before = [t for t in siege.doc[: siege.i] if t.lemma_ == "siege" and not is_definite(t)]
        return any(_of_a_building(t, lexicon) for t in before)
    sorts = {s for t in inside for s in kinds.sorts(t, lexicon.nouns)}
    return "facility" in sorts and "settlement" not in sorts


def _by_modifier(token: Token, sense: Sense, words: list[str], lexicon: Lexicon) -> Sense:
    """ "Rocket attack", "suicide attack", "grenade attacks": the modifier is a weapon."""
    if sense.evokes == "Offensive" and words[-1] == "siege" and _of_a_building(token, lexicon):
        return Sense("Attack", "Act")
    if sense.evokes != "Attack":
        return sense
    if so_far(token):
        return Sense("Conflict", "State")
    for start in range(len(words) - 1):
        for end in range(len(words) - 1, start, -1):
            for known in lexicon.nouns.classes.get(" ".join(words[start:end]), ()):
                if known.sort == "weapon":
                    return Sense(known.evokes, sense.frame, sense.measure)
    return sense
