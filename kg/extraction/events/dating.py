"""Which mention of an event each time expression dates."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from kg.extraction.events.draft import EventDraft
from kg.extraction.events.harm import host, is_outcome
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention, by_token, earlier
from kg.extraction.events.story import Story
from kg.extraction.events.words import listed
from kg.extraction.mentions import kinds
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.syntax.clause import children, obliques, subjects
from kg.extraction.text import sentences_between
from kg.extraction.times import TimeMention


def date(mentions: Iterable[Mention], times: Sequence[tuple[TimeMention, Token]]) -> None:
    """Give each time to the mention that it hangs on, or that is nearest below or above its governor."""
    index = by_token(mentions)
    for time, governor in times:
        if time.start and governor.doc[time.start - 1].lower_ in ("until", "till") and governor.pos_ != "VERB":
            continue  # "was, until Monday, the worst attack"
        for token in _holders(governor):
            if token.i in index and index[token.i].trigger.words in listed("HoldingVerb"):
                break  # when they were freed
            if token.i in index and (time.kind != "since" or index[token.i].type in _LASTING):
                index[token.i].times.append(time)
                before = earlier(token, index)
                if before is not None and not before.times and time.kind == "point" and time.start > token.i:
                    before.times.append(time)
                if time.kind == "since":  # of what the war did since then, the war too
                    above = [index[t.i] for t in token.ancestors if t.i in index and index[t.i].frame == "State"]
                    for war in above[:1]:
                        war.times.append(time)
                break


_LASTING = frozenset({"Conflict", "Offensive", "Displacement", "Negotiation", "Protest"})


def lend_dates(mentions: Iterable[Mention], index: dict[int, Mention]) -> None:
    """What happened "during the invasion of 2003" happened in 2003."""
    for found in mentions:
        if not found.times:
            during = [index[t.i] for t in obliques(found.token, "during") if t.i in index]
            found.times += [t for m in during for t in m.times if t.kind == "point"]


def lend_identity(mentions: Iterable[Mention], index: dict[int, Mention]) -> None:
    """ "The deadliest attack was the 2010 ambush near A": both words tell of it, and the first of none told before."""
    for found in mentions:
        above = index.get(found.token.head.i)
        if above is not None and found.token.dep_ == "nsubj" and children(above.token, "cop") and above.trigger.noun:
            found.times[:] = above.times or found.times
            found.fillers += [f for f in above.fillers if f.role == "place"]


def date_causes(mentions: Iterable[Mention], index: dict[int, Mention]) -> None:
    """Who "were killed Monday in bombings" were killed in bombings of Monday."""
    for found in mentions:
        cause = host(found, index) if found.times and is_outcome(found) else None
        if cause is not None and not cause.times:
            cause.times += [t for t in found.times if t.kind in ("point", "clock", "part")]


def date_by_doers(story: Story, times: Sequence[tuple[TimeMention, Token]]) -> None:
    """When "the attackers arrived late on Sunday", the attack told just before was on Sunday."""
    for time, governor in times:
        if time.kind == "point" and governor.pos_ == "VERB" and governor.i not in story.of_token:
            event = _done_by(governor, story) if any(_attackers(t, story) for t in subjects(governor)) else None
            if event is not None:
                event.mentions[-1].times.append(time)


def _attackers(noun: Token, story: Story) -> bool:
    return is_definite(noun) and "fighter" in kinds.sorts(noun, story.lexicon.nouns)


def _done_by(verb: Token, story: Story) -> EventDraft | None:
    """The violence with a doer that was last told before, within four sentences; None where it has a date."""
    told = [e for e in story.events if e.type in VIOLENT and e.modality == "asserted" and e.first.token.i < verb.i]
    near = [e for e in told if sentences_between(e.first.token, verb) <= _NEAR and e.entities("agent")]
    last = max(near, key=lambda e: e.first.token.i, default=None)
    return last if last is not None and not last.values() else None


_NEAR = 4


def _holders(token: Token) -> Iterator[Token]:
    """The token, then what it has for subject, object or oblique, then what is above it in its clause."""
    yield token
    yield from subjects(token) if token.pos_ == "VERB" else ()
    yield from children(token, "nsubj", "nsubj:pass", "obj", "xcomp", "obl", "ccomp", "obl:agent")
    while token.head != token and token.dep_ in (
        "conj",
        "nmod",
        "appos",
        "xcomp",
        "obl",
        "advcl",
        "acl",
        "nummod",
        "obj",
        "nsubj",
        "nsubj:pass",
    ):
        token = token.head
        yield token
