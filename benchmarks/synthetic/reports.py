"""How a made-up world is reported: tellings that differ, reprints, round-ups."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.synthetic.draft import Draft, Told
from benchmarks.synthetic.world import OUTLETS, Actor, Attack, attacks, groups, persons, spellings
from kg.lexicon.places import load_places
from kg.records import Attribution, Relation, Report, Responsibility

A_DAY = 25  # attacks a day, of which some hundred reports tell
_SEED = 20260
_MONITORS = ("Harbour Watch", "Civic Records Centre", "Ministry source", "Field Hospitals Union", "Open Tolls Project")


def corpus(size: int) -> Iterator[Told]:
    """So many reports, always the same ones, in the order of their days."""
    dice = Random(_SEED)
    known, speakers = groups(dice, 60 + size // 200), persons(dice, 80 + size // 100)
    told = 0
    for day in _days(attacks(dice, size // 80 + 2, A_DAY, known)):
        for one in _day(dice, day, speakers):
            yield one
            told += 1
            if told == size:
                return


def _days(found: Sequence[Attack]) -> Iterator[list[Attack]]:
    days: dict[str, list[Attack]] = {}
    for attack in found:
        days.setdefault(attack.day, []).append(attack)
    yield from (days[day] for day in sorted(days))


def _day(dice: Random, happened: Sequence[Attack], speakers: Sequence[Actor]) -> Iterator[Told]:
    """The reports on one day's attacks: one in six is a reprint, one in twenty a round-up."""
    for attack in happened:
        wires: list[Told] = []
        for number in range(attack.tellings):
            if wires and dice.random() < 1 / 6:
                yield _reprint(dice, dice.choice(wires))
            else:
                wires.append(_telling(dice, attack, speakers, f"{attack.id} text {number}"))
                yield wires[-1]
        if dice.random() < 0.15:
            yield _round_up(dice, dice.sample(list(happened), min(len(happened), dice.randint(4, 8))), attack.id)


def _telling(dice: Random, attack: Attack, speakers: Sequence[Actor], origin: str) -> Told:
    draft = Draft(dice.choice(OUTLETS), _later(attack.day, dice.choice((0, 0, 1, 1, 2, 3))), origin)
    _opening(dice, draft, attack)
    own = [s for s in speakers if s.country == attack.town.country]
    if own and dice.random() < 0.6:
        _statement(dice, draft, attack, dice.choice(own))
    _filler(dice, draft)
    return draft.done()


def _opening(dice: Random, draft: Draft, attack: Attack) -> None:
    event = _head(dice, draft, attack, main=True)
    by = None
    if dice.random() < 0.5:
        name = dice.choice(_MONITORS)
        by = draft.entity("MonitoringGroup", name, f"monitor {name}")
        draft.say(" counted the dead")
        draft.stop()
    if dice.random() < 0.85:
        draft.figure(event, "killed", _rumoured(dice, attack.killed), by)
        draft.say(" people were killed")
        draft.stop()
    if dice.random() < 0.4:
        draft.figure(event, "wounded", attack.wounded, by)
        draft.say(" were wounded")
        draft.stop()
    for part in attack.parts:
        _part(dice, draft, part, event)
    _blame(dice, draft, attack, event)


def _head(dice: Random, draft: Draft, attack: Attack, main: bool) -> int:
    """Names the attack with what this report has of it; one in fifty is a day off, one in thirty without a day."""
    kind = "Attack" if dice.random() < 0.12 else attack.kind
    slips = (attack.day, _later(attack.day, 1), "")
    day = dice.choices(slips, (95, 2, 3))[0] if main else attack.day
    event = draft.event(kind, f"{kind.lower()} of {attack.day}", attack.id, day)
    where = draft.say(" in ")
    town = draft.entity("Place", dice.choice(spellings(attack.town)), attack.town.slug)
    draft.role(event, "place", town, where)
    other = attack.parts[1].town if attack.parts else None
    if other:
        draft.say(" and ")
        draft.role(event, "place", draft.entity("Place", dice.choice(spellings(other)), other.slug), where)
    _country(draft, attack, town)
    if dice.random() < 0.7:
        span = draft.say(" at the ")
        draft.role(event, "target", draft.entity("Facility", f"{attack.target}", "", generic=True), span)
    if dice.random() < 0.5:
        span = draft.say(" with a ")
        draft.role(event, "weapon", draft.entity("Weapon", attack.weapon, f"weapon {attack.weapon}"), span)
    draft.stop()
    return event


def _country(draft: Draft, attack: Attack, town: int) -> None:
    land = load_places().country(attack.town.country)
    if land:
        span = draft.say(", ")
        index = draft.entity("Place", land.name, land.slug)
        draft.relations.append(Relation(town, "within", index, (span,)))


def _part(dice: Random, draft: Draft, part: Attack, whole: int) -> None:
    event = draft.event(part.kind, f"{part.kind.lower()} there", part.id)
    span = draft.say(" in ")
    draft.role(event, "subEventOf", whole, span)
    draft.role(event, "place", draft.entity("Place", dice.choice(spellings(part.town)), part.town.slug), span)
    draft.say(" killed ")
    draft.figure(event, "killed", part.killed, None)
    draft.stop()


def _blame(dice: Random, draft: Draft, attack: Attack, event: int) -> None:
    if dice.random() < 0.6:
        group = attack.group
        form, also = dice.choice(group.spellings), ""
        if group.short and dice.random() < 0.5:
            form, also = (form, group.short) if dice.random() < 0.6 else (group.short, "")
        index = draft.entity(group.kind, form, group.id, also)
        span = draft.say(" claimed it")
        draft.blames.append(Responsibility(event, index, "claims", (span,), Attribution(index)))
        draft.stop()


def _statement(dice: Random, draft: Draft, attack: Attack, speaker: Actor) -> None:
    draft.entity("Person", dice.choice(speaker.spellings), speaker.id)
    draft.say(f" spoke of the {attack.target}")
    draft.stop()


def _filler(dice: Random, draft: Draft) -> None:
    """What every reporter words otherwise."""
    for _ in range(dice.randint(3, 5)):
        draft.say(" ".join(dice.choice(_WORDS) for _ in range(dice.randint(8, 14))))
        draft.stop()


def _reprint(dice: Random, wire: Told) -> Told:
    """The same text by another outlet: to the letter, or without its last sentence."""
    report = wire.extraction.report
    last = wire.extraction.sentences[-2].begin if dice.random() < 0.5 else len(report.body)
    outlet = dice.choice([o for o in OUTLETS if o != report.outlet])
    made = Report(report.body[:last], "", outlet, _later(report.published, dice.randint(0, 1)))
    kept = tuple(s for s in wire.extraction.sentences if s.end <= last)
    entities = tuple(t.replace(report.id, made.id) for t in wire.entities)
    return Told(replace(wire.extraction, report=made, sentences=kept), entities, wire.events, wire.origin)


def _round_up(dice: Random, happened: Sequence[Attack], name: str) -> Told:
    draft = Draft(dice.choice(OUTLETS), _later(happened[0].day, 1), f"round-up {name}")
    for attack in happened:
        event = _head(dice, draft, attack, main=False)
        draft.figure(event, "killed", attack.killed, None)
        draft.say(" died")
        draft.stop()
    return draft.done()


def _rumoured(dice: Random, killed: int) -> int:
    """What one source counts: mostly the number, else a little off."""
    return killed if dice.random() < 0.6 else max(1, killed + dice.choice((-2, -1, 1, 2, killed // 5)))


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


_WORDS = tuple(f"{a}{b}" for a in ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "da", "fe")
               for b in ("lan", "mer", "nik", "pol", "rus", "sen", "tar", "vel", "win", "xis", "dor", "gat"))
