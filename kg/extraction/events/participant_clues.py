"""Clues from the participants that a mention tells again of an event told before: weapon, target, victim, doer."""

from spacy.tokens import Token

from kg.extraction.events.captives import are_known
from kg.extraction.events.mention import Mention
from kg.extraction.events.pair import Pair
from kg.extraction.events.words import listed
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children
from kg.extraction.syntax.phrase import compound, in_entity


def same_weapon(pair: Pair) -> float:
    """Same weapon or method in the same number, not at targets that differ."""
    equal = pair.mention.count == pair.event.count and not pair.differs("target")
    return float(pair.shares("weapon", "method") and equal)


def same_struck(pair: Pair) -> float:
    """The same target or victim."""
    return float(pair.shares("target", "victim"))


def once_only(pair: Pair) -> float:
    """A person of that name is killed once, and is kidnapped once in a report."""
    mine, theirs = _lost(pair.mention), {p for m in pair.event.mentions for p in _lost(m)}
    return float(bool(mine & theirs))


def _lost(mention: Mention) -> set[tuple[int, str]]:
    """Whom the mention tells to be killed or taken, of those who have a name, and which of the two."""
    fate = "taken" if mention.type == "Kidnapping" else "killed" if mention.trigger.sense.measure == "killed" else ""
    named = {f.entity for f in mention.fillers if f.role == "victim" and f.token.pos_ == "PROPN"}
    return {(person, fate) for person in named} if fate else set()


def known_captives(pair: Pair) -> float:
    """ "The hostages were taken near A": of those known to be kidnapped, none of them others than the event's."""
    taken = pair.mention.type == pair.event.type == "Kidnapping" and are_known(pair.mention.token)
    others = pair.differs("victim") and not any(
        f.token.lemma_.lower() in listed("CaptiveNoun") for f in pair.mention.fillers if f.role == "victim"
    )
    return float(taken and not pair.mention.trigger.noun and not others and pair.event.parent is None)


def same_agent(pair: Pair) -> float:
    """The same agent."""
    return float(pair.shares("agent"))


def known_doer(pair: Pair) -> float:
    """ "The bomber blew it up": the doer is spoken of as known, and no new place is named."""
    unplaced = pair.index == 0 and not pair.event_places and not pair.event.multiple  # "raided a village. The men ..."
    far = pair.sentences > 2 and not _the_attackers(pair)
    if pair.mention.trigger.noun or (pair.places and not unplaced) or far:
        return 0.0
    agents = [f.token for f in pair.mention.fillers if f.role == "agent"]
    standing = any(t.lemma_.lower() in listed("StandingBody") for t in agents)  # "the army": known without the event
    if standing and (pair.sentences or pair.mention.times) and not pair.shares("agent"):
        return 0.0
    known = (is_definite(t) and not _of_a_person(t) and t.pos_ == "NOUN" and not in_entity(t) for t in agents)
    fire = pair.event.type == "Arson" != pair.mention.type  # houses burned in what the gang did
    return float(bool(agents) and all(known)) * (0.5 if fire else 1.0)


def _the_attackers(pair: Pair) -> bool:
    """ "The attacker stabbed people at random": he of whom the report is."""
    words = {f.token.lemma_.lower() for f in pair.mention.fillers if f.role == "agent"}
    return pair.index == 0 and bool(words) and words <= listed("AttackerNoun") and not pair.event.multiple


def _of_a_person(noun: Token) -> bool:
    """ "His men": known by whose they are; "its fighters", of the group that claims it, may be those of the event."""
    return any(c.lower_ in ("his", "her") for c in children(noun, "nmod:poss"))


def known_weapon(pair: Pair) -> float:
    """ "The bomb damaged two shops": a weapon spoken of as known, one told of just before, and no new place."""
    weapon = pair.mention.trigger.weapon
    if pair.mention.trigger.noun or pair.places:
        return 0.0
    if weapon is None:
        return float(_the_vehicle(pair))
    if pair.sentences > 3 and not _the_only_one(pair, weapon):
        return 0.0
    another = pair.mention.sequel or pair.mention.ordinal
    told = bool(pair.event.entities("weapon")) or pair.event.type == pair.mention.type == "Shelling"
    told = told or (pair.event.type == "Airstrike" and weapon.lemma_ in ("bomb", "missile"))
    return float(is_definite(weapon) and not another and told)


def _the_only_one(pair: Pair, weapon: Token) -> bool:
    """ "The group said it had set off the bomb": that of the one blast that the report is about."""
    theirs = {f.token.lemma_.lower() for m in pair.event.mentions for f in m.fillers if f.role == "weapon"}
    one = pair.index == 0 and pair.event.type == "Bombing" and not pair.event.multiple
    return one and not pair.mention.times and weapon.tag_ == "NN" and weapon.lemma_.lower() in theirs


def _the_vehicle(pair: Pair) -> bool:
    """ "A truck bomb ... minutes after the truck blew up"."""
    gone_up = [t for t in children(pair.mention.token, "nsubj") if pair.mention.frame == "Blow" and is_definite(t)]
    drafts = [f.token for m in pair.event.mentions for f in m.fillers if f.role == "weapon"]
    return any(t.lemma_.lower() in compound(w).split() for t in gone_up for w in drafts if w.i < t.i)


def accused_of(pair: Pair) -> float:
    """ "X accused Y of targeting civilians", right after the report's first event: of that."""
    mention = pair.mention
    accused = mention.token.tag_ == "VBG" and mention.token.head.lemma_ in ("accuse", "suspect")
    plain = accused and not pair.places and not mention.times
    return float(plain and pair.index == 0 and pair.event.violent and 0 < pair.sentences <= 2)


def another_doer(pair: Pair) -> float:
    """A verb with a doer of its own, who is not spoken of as known and is none of the event's."""
    doers = [f.token for f in pair.mention.fillers if f.role == "agent"]
    if pair.mention.trigger.noun or not doers or not pair.differs("agent") or pair.shares("target", "victim"):
        return 0.0
    return -float(not any(is_definite(t) or t.pos_ == "PRON" for t in doers) and not _named_now(pair, doers))


def _named_now(pair: Pair, doers: list[Token]) -> bool:
    """ "Rebels killed 40 people ... Fighters of the X attacked A": who did what is told first is named next."""
    before = [f.token for m in pair.event.mentions for f in m.fillers if f.role == "agent"]
    vague = all(t.tag_ == "NNS" and t.lemma_.lower() in listed("AttackerNoun") for t in before)
    others = any(c.lower_ == "other" for t in doers for c in t.lefts)
    return pair.index == 0 and vague and pair.sentences <= 1 and not others


def known_target(pair: Pair) -> float:
    """ "The theatre was bombed on Friday": what is struck is spoken of as known, and was struck in that event."""
    if pair.mention.trigger.noun or pair.mention.entities("agent", "weapon"):
        return 0.0
    if _presupposed(pair):
        return 1.3 if pair.event.parent is None else 1.25
    if pair.sentences > 2:
        return 0.0
    struck = [f for f in pair.mention.fillers if f.role == "target" and is_definite(f.token)]
    part = any(f.token.lemma_.lower() in listed("FacilityPart") for f in struck) and not pair.mention.sequel
    if part and pair.event.entities("target"):
        return 1.0  # "bombed a hospital ... the main building was hit"
    return float(bool({f.entity for f in struck} & pair.event.entities("target", "place")))


def _presupposed(pair: Pair) -> bool:
    """ "Three days before the mosque was struck": the mosque of an event told long before."""
    token = pair.mention.token
    marked = any(c.lower_ in ("after", "before", "since") for c in children(token, "mark"))
    struck = [f.token for f in pair.mention.fillers if f.role == "target"]
    theirs = {f.token.lemma_ for m in pair.event.mentions for f in m.fillers if f.role == "target"}
    known = bool(struck) and all(is_definite(t) and t.pos_ == "NOUN" and t.lemma_ in theirs for t in struck)
    return marked and known and not pair.places and not pair.mention.times


def known_victims(pair: Pair) -> float:
    """ "The victims were executed with knives": those of the event that told last of people killed, at no new place."""
    harmed = [f.token for f in pair.mention.fillers if f.role == "victim"]
    known = any(t.lemma_.lower() in listed("VictimNoun") and is_definite(t) for t in harmed)
    if pair.mention.trigger.noun or not known or pair.places or pair.sentences > 2:
        return 0.0
    return float(any(m.trigger.sense.measure == "killed" for m in pair.event.mentions))


def others_harmed(pair: Pair) -> float:
    """ "Nine were shot; four other people were wounded by gunfire": others beside those just told of, not elsewhere."""
    alone = not pair.mention.entities("place", "agent") and not pair.mention.times
    measured = any(m.trigger.sense.measure == "killed" for m in pair.event.mentions)
    return float(others_of(pair.mention) and alone and not pair.sentences and measured)


def others_of(mention: Mention) -> bool:
    """Whether those harmed are told as others than those told of before."""
    harmed = [f.token for f in mention.fillers if f.role == "victim"]
    others = any(t.lemma_.lower() == "other" or any(c.lower_ == "other" for c in t.lefts) for t in harmed)
    return others and mention.frame == "Harm" and not mention.trigger.noun
