"""Who did it: the agents of events, as the report's own word or as somebody's.

Where a source names a party as the perpetrator of violence, that is a claim of responsibility (it blames, or claims);
agents without a name, the agents of other events, and what the report says in its own voice are edges.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.draft import EventDraft
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.events.words import listed
from kg.extraction.mentions.cast import Cast
from kg.extraction.spans import between
from kg.extraction.syntax.clause import ACCUSING, case_of
from kg.lexicon import fold
from kg.records import Argument, Attribution, Responsibility, Span

_CHARGE = 3  # words from an event up to the charge of it
_TWO_SIDED = frozenset({"Clash", "Offensive"})
_DOERS = frozenset({"ArmedGroup", "GovernmentBody", "State", "PoliticalGroup", "PeopleGroup", "Person"})
_Key = tuple[int, int, Attribution]


def agents(
    story: Story, cast: Cast, voices: Voices, known: Iterable[Responsibility], offices: Mapping[int, int]
) -> tuple[list[Responsibility], list[Argument]]:
    """Claims of blame and agent edges, from all agent fillers; `known` are the claims already found, `offices` gives
    for a person the body that they speak for: what they tell of its deeds, it claims."""
    laid = {(r.about, r.responsible, r.attribution.claimant) for r in known if r.stance == "blames"}
    blamed = {(about, party) for about, party, _ in laid}
    already = {(r.about, r.responsible, r.attribution.claimant) for r in known}
    claims: dict[_Key, list[Span]] = {}
    edges: dict[_Key, list[Span]] = {}
    for index, event in enumerate(story.events):
        for source, filler, span, mention in _agents(event, voices, cast):
            blame = _is_blame(event, filler.entity, source, cast, mention) and case_of(filler.token) != "under"
            charged = (index, filler.entity, source.claimant) in laid and _is_charged(filler, event)
            charged |= source.claimant is None and (index, filler.entity) in blamed and _is_charged(filler, event)
            if charged or (blame and (index, filler.entity, source.claimant) in already):
                continue
            own = source.claimant is not None and offices.get(source.claimant) == filler.entity
            if blame and (own or _speaks_for(source.claimant, filler.entity, cast, offices)):
                source = Attribution(filler.entity, source.claimant)
            (claims if blame else edges).setdefault((index, filler.entity, source), []).append(span)
    denials = [d for i, e in enumerate(story.events) for d in _denials(i, e, voices, cast, offices)]
    return [*denials, *(_claim(k, s) for k, s in claims.items())], [_edge(k, s) for k, s in edges.items()]


def _agents(event: EventDraft, voices: Voices, cast: Cast) -> Iterable[tuple[Attribution, Filler, Span, Mention]]:
    for mention in event.mentions:
        if mention.modality == "denied" and event.modality == "asserted":
            continue
        for filler in mention.fillers:
            source = voices.of_filler(mention.token, filler.token)
            if filler.token.lower_ in ("they", "them") and voices.quoted(filler.token):
                continue  # "they have killed a man of peace": whoever did it
            if filler.role == "agent" and _holds(mention) and filler.entity in _takers(event):
                continue
            own = filler.entity == source.claimant and event.type not in VIOLENT and event.type != "Seizure"
            if filler.role == "agent" and not own and cast.kind(filler.entity) != "MediaOutlet":
                yield source, filler, between(mention.token, filler.token), mention


def _holds(mention: Mention) -> bool:
    """Whether it tells who holds or frees the kidnapped, which need not be said of who took them."""
    return mention.trigger.words in listed("HoldingVerb")


def _takers(event: EventDraft) -> set[int]:
    """Those of whom other mentions tell the deed itself."""
    return {e for m in event.mentions if not _holds(m) for e in m.entities("agent")}


def _is_charged(filler: Filler, event: EventDraft) -> bool:
    """ "Soldiers accused of the massacre": all that makes them its doers is the charge."""
    above = (a for m in event.mentions if filler in m.fillers for a in list(m.token.ancestors)[:_CHARGE])
    return any(a.lemma_.lower() in ACCUSING for a in above)


def _denials(
    index: int, event: EventDraft, voices: Voices, cast: Cast, offices: Mapping[int, int]
) -> Iterator[Responsibility]:
    """Who says that they, or theirs, did not do what others tell; of "officers had fired", the body spoken for."""
    for mention in event.mentions:
        source = voices.at(mention.token)
        if mention.modality != "denied" or event.type not in VIOLENT or source.claimant is None:
            continue
        agents = {f.entity for f in mention.fillers if f.role == "agent"}
        ours = {f.entity for f in mention.fillers if f.role == "agent" and f.token.lower_ in ("it", "they", "we")}
        if ours and not any(cast.kind(a) in _DOERS for a in ours):  # "claimed it on a website ... denied that it had"
            agents = agents - ours | {source.claimant}
        if event.modality == "asserted" or source.claimant in agents:
            body = offices.get(source.claimant, source.claimant)
            if event.modality == "asserted" and all(cast.drafts[a].generic for a in agents - {source.claimant}):
                agents = {body}
                source = source if body == source.claimant else Attribution(body, source.claimant, source.said)
            for party in sorted(agents):
                yield Responsibility(index, party, "denies", (mention.trigger.span,), source)


def _is_blame(event: EventDraft, entity: int, source: Attribution, cast: Cast, mention: Mention) -> bool:
    told = event.modality in ("asserted", "attributed")
    if event.type == "Seizure":  # "X said it had taken the town"
        return told and source.claimant == entity and cast.kind(entity) == "ArmedGroup"
    said = source.claimant is not None or mention.modality == "attributed"  # "is believed to have been killed by X"
    return told and event.type in VIOLENT - _TWO_SIDED and said and not cast.drafts[entity].generic


def _speaks_for(claimant: int | None, party: int, cast: Cast, offices: Mapping[int, int]) -> bool:
    """Whether the claimant is an unnamed person of the party ("a Red Front commander"), or of an organ of the same
    state ("US jets ..., the Pentagon said")."""
    if claimant is None or cast.drafts[party].generic:
        return False
    body = offices.get(claimant, claimant)
    if body != party and _state(body, cast) and _state(body, cast) == _state(party, cast):
        return True
    if not cast.drafts[claimant].generic:
        return False
    return any(fold(name) in fold(cast.drafts[claimant].name) for name in cast.drafts[party].names)


def _state(index: int, cast: Cast) -> str:
    """The slug of the state that the actor is, or is an organ of; "" for others."""
    actor = cast.lexicon.actors.get(cast.drafts[index].known) if cast.drafts[index].known else None
    if actor is None or actor.kind not in ("State", "GovernmentBody"):
        return ""
    return actor.slug if actor.kind == "State" else next(iter(actor.part_of), "")


def _claim(key: _Key, spans: list[Span]) -> Responsibility:
    about, entity, source = key
    stance = "claims" if source.claimant == entity else "blames"
    return Responsibility(about, entity, stance, tuple(sorted(set(spans))), source)


def _edge(key: _Key, spans: list[Span]) -> Argument:
    about, entity, source = key
    return Argument(about, "agent", entity, tuple(sorted(set(spans))), source)
