"""Those counted just before, counted again by who they were: "The blast killed 22. Twelve were nurses"."""

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.numbers import Number
from kg.extraction.syntax.clause import children, obliques


def members(
    story: Story, counts: Mapping[int, Number], persons: Callable[[Token], bool]
) -> Iterator[tuple[Token, Number, Mention]]:
    """The noun, the number and the harm told before, of each bare number that is said to be nurses, patients, ...

    counts   numbers of people by the index of their noun and of their own head.
    persons  whether a noun means people.
    """
    doc = story.cast.doc
    for number in {n.start: n for n in counts.values()}.values():
        bare = doc[number.start : number.end].root
        noun = bare.head
        said = bare.dep_ == "nsubj" and bare.pos_ == "NUM" and noun.tag_ == "NNS" and children(noun, "cop")
        if said and not obliques(bare, "of") and persons(noun):
            harm = harm_before(story, bare)
            if harm is not None and (number.figure or 0) < _most(harm, counts):
                yield noun, number, harm


def all_of(noun: Token, counts: Mapping[int, Number]) -> Number | None:
    """ "Ten men had been hiding there; all were killed": how many "all" are, of those counted last in the sentence."""
    if noun.lower_ != "all" or obliques(noun, "of"):
        return None
    told = (t for t in noun.doc[noun.sent.start : noun.i] if t.i in counts)
    before = [t for t in told if t.dep_ in ("nsubj", "obj", "nsubj:pass")]
    return counts[before[-1].i] if before else None


def harm_before(story: Story, token: Token) -> Mention | None:
    """The harm that the sentence before tells of last, where the token's own tells of no event."""
    start = token.sent.start
    if not start or any(m.token.sent == token.sent and m.token.i in story.of_token for m in story.mentions):
        return None
    before = token.doc[start - 1].sent
    harms = (m for m in reversed(story.mentions) if m.token.sent == before and m.trigger.sense.measure)
    return next((m for m in harms if m.token.i in story.of_token), None)


def _most(harm: Mention, counts: Mapping[int, Number]) -> int:
    """The largest number of people printed in the sentence of the mention."""
    doc = harm.token.doc
    return max((n.figure or 0 for i, n in counts.items() if doc[i].sent == harm.token.sent), default=0)
