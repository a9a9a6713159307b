"""How many were killed, wounded, abducted, arrested, displaced or are missing, in which event, by whose count."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.claims.attribution import Voices
from kg.extraction.events.kinds import VIOLENT
from kg.extraction.events.mention import Mention
from kg.extraction.events.story import Story
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.numbers import Number
from kg.extraction.syntax.clause import case_of, children, coordinated, doers, objects, obliques, subjects, undergoers
from kg.records import Attribution, Figure, Span

_PERSONAL = frozenset({"people", "fighter", "soldier", "role", "source", "force"})
_MEASURE_WORDS = {
    "dead": "killed", "death": "killed", "fatality": "killed", "wounded": "wounded", "injured": "wounded", "injury": "wounded", "missing": "missing",
    "displaced": "displaced", "refugee": "displaced", "hostage": "abducted", "detainee": "arrested", "killed": "killed", "hurt": "wounded",
}  # fmt: skip
_TOLLS = frozenset({"toll", "count", "tally"})
_AMONG = ("including", "among")
_IN = ("in", "at", "near")
_COUNTING = frozenset(["count", "put", "raise", "report", "estimate", "tally", "record", "revise", "lower", "list", "speak", "give", "document", "register"])
_BODIES = frozenset({"body", "corpse", "life", "remains"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people found at `token` (its noun, or itself), before it is tied to an event."""

    token: Token
    number: Number
    measure: str
    trigger: Token
    part: bool = False


def figures(story: Story, cast: Cast, voices: Voices, lexicon: Lexicon, counts: dict[int, Number]) -> Iterator[Figure]:
    """Every figure of a document, tied to its event, with its claimant; one for each number printed."""
    seen: set[int] = set()
    for count in _Finder(story, lexicon, counts, cast):
        if count.number.start not in seen:
            seen.add(count.number.start)
            about = _about(count, story, cast)
            if about is not None:
                yield _figure(count, about, cast, voices, lexicon)


def _figure(count: Count, about: int, cast: Cast, voices: Voices, lexicon: Lexicon) -> Figure:
    number = count.number
    group = _group(count, cast, lexicon)
    evidence = (_evidence(count),)
    source = _counter(count, cast) or voices.at(count.token)
    return Figure(
        count.measure, number.bound, number.figure, number.lower, number.upper, about, evidence, group, source
    )


def _counter(count: Count, cast: Cast) -> Attribution | None:
    """Who counts, where the count hangs on a verb of counting: "officials counted 80 dead", "the ministry put the toll at 12"."""
    verb = count.token
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.lemma_.lower() not in _COUNTING:
        verb = count.trigger.head
    found = [i for t in doers(verb) for i in cast.actors(t)] if verb.lemma_.lower() in _COUNTING else []
    return Attribution(found[0]) if found else None


def _evidence(count: Count) -> Span:
    """From the number to the word of harm, or back."""
    doc = count.token.doc
    first = min(count.number.start, count.token.i, count.trigger.i)
    last = max(count.number.end - 1, count.token.i, count.trigger.i)
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _group(count: Count, cast: Cast, lexicon: Lexicon) -> int | None:
    noun = count.token.lemma_.lower()
    if count.token.pos_ != "NOUN" or noun not in lexicon.nouns.parts:
        return None
    found = [i for i in cast.of(count.token) if cast.kind(i) not in ("Place", "Facility", "Weapon")]
    return found[0] if found else None


# ---------------------------------------------------------------- which event
def _about(count: Count, story: Story, cast: Cast) -> int | None:
    event = story.event_of(count.trigger)
    if event is None:
        event = _context(count, story)
    if event is None:
        return None
    places = {i for t in _where(count) for i in cast.places(t)}
    return _placed(event, story.geography.specific(places), story) if places else event


def _context(count: Count, story: Story) -> int | None:
    """The event last told before a count without a verb ("20 dead"), else the report's main event."""
    before = [
        m
        for m in story.mentions
        if m.token.i <= count.token.i and m.token.sent == count.token.sent and m.token.i in story.of_token
    ]
    near = [m for m in before if m.type in VIOLENT] or [
        m
        for m in story.mentions
        if m.token.sent == count.token.sent and m.type in VIOLENT and m.token.i in story.of_token
    ]
    return story.of_token[near[-1].token.i] if near else story.main()


def _where(count: Count) -> Iterator[Token]:
    """The places that the number's own phrase names, or else its clause: "48 in Tartus"."""
    own = _next_to(count) or [t for t in obliques(count.token, *_IN) if not _of_another(t, count)]
    if not own and count.token.dep_ not in ("conj", "appos"):
        own = obliques(count.trigger, *_IN)
    if not own and count.token.i > count.trigger.i:
        own = [t for t in obliques(count.trigger, *_IN) if t.i > count.token.i]
    return iter(own)


def _next_to(count: Count) -> list[Token]:
    """The place right after a bare number: "45 in Aden and 33 in Taiz"."""
    doc, end = count.token.doc, count.number.end
    if count.token.i < end and end < len(doc) and doc[end].lower_ in _IN and doc[end].dep_ == "case":
        return list(coordinated(doc[end].head))[:1]
    return []


def _of_another(place: Token, count: Count) -> bool:
    """Whether another number stands right before the place's preposition."""
    marks = [c for c in place.children if c.dep_ == "case"]
    before = marks[0].i - 1 if marks else place.i
    return before > count.token.i and place.doc[before].like_num


def _placed(event: int, places: set[int], story: Story) -> int:
    """The part of the event that is at exactly these places, where there is one; the coarsest such."""
    root = event
    while (whole := story.events[root].parent) is not None:
        root = whole
    family = story.parts(root)
    exact = [i for i in family if places and story.geography.specific(story.events[i].entities("place")) == places]
    if event in exact:
        return event
    return min(exact, key=lambda i: (_depth(i, story), i), default=event)


def _depth(index: int, story: Story) -> int:
    parent = story.events[index].parent
    return 0 if parent is None else 1 + _depth(parent, story)


# ---------------------------------------------------------------- finding counts
def _attempted(verb: Token) -> bool:
    """ "Tried to kill": nobody need have died."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("try", "attempt", "fail", "seek")


def _of_harm(noun: Token) -> bool:
    """ "The number of people killed", "the number of dead"."""
    return any(_MEASURE_WORDS.get(t.lower_) for t in noun.subtree)


def _of_them(noun: Token) -> bool:
    """ "Eight of them children", "most of whom were women": a share of those counted before."""
    return any(
        t.lower_ in ("them", "whom", "those") and case_of(t) == "of"
        for c in [noun, *children(noun, "nummod", "nsubj")]
        for t in obliques(c, "of")
    )


class _Finder:
    def __init__(self, story: Story, lexicon: Lexicon, counts: dict[int, Number], cast: Cast) -> None:
        self.story, self.lexicon, self.counts, self.cast = story, lexicon, counts, cast
        self.doc = cast.doc

    def __iter__(self) -> Iterator[Count]:
        for mention in self.story.mentions:
            measure = mention.trigger.sense.measure
            if measure and mention.modality in ("asserted", "attributed") and not _attempted(mention.token):
                yield from self._of_mention(mention, measure)
        yield from self._nominal()
        yield from self._shares()

    def _of_mention(self, mention: Mention, measure: str) -> Iterator[Count]:
        token = mention.token
        if mention.trigger.noun:
            harmed = obliques(token, "of")
        elif mention.frame in ("Suffer", "Flight") and not objects(token):
            harmed = subjects(token)
        else:
            harmed = undergoers(token)
        harmed = [
            t
            for n in harmed
            for t in (obliques(n, "of") if n.lemma_.lower() in _BODIES and n.i not in self.counts else [n])
        ]
        for noun in harmed or [token]:
            yield from self._counted(noun, token, measure)
        yield from self._elliptical(token, measure)
        yield from self._singles(harmed, token, measure)

    def _counted(self, noun: Token, trigger: Token, measure: str, part: bool = False) -> Iterator[Count]:
        """The number of a noun, or the number that stands for one; then its parts."""
        number = self.counts.get(noun.i)
        if number is not None and self._persons(noun):
            yield Count(noun, number, measure, trigger, part)
        for child in noun.children:
            if child.dep_ in ("appos", "parataxis", "dep") or (
                child.dep_ == "nmod" and (case_of(child).split(" ")[0] in _AMONG or _of_them(child))
            ):
                yield from (c for t in coordinated(child) for c in self._counted(t, trigger, measure, part=True))

    def _elliptical(self, verb: Token, measure: str) -> Iterator[Count]:
        """ "... were killed in A and another 48 in B": a number coordinated with the verb or its place."""
        for child in verb.children:
            if (
                child.dep_ in ("conj", "parataxis", "appos", "dep")
                and child.i in self.counts
                and child.pos_ in ("NUM", "NOUN")
                and self._persons(child)
            ):
                yield from self._counted(child, verb, measure)
            if child.dep_ == "obl" and case_of(child).split(" ")[0] in _AMONG:
                yield from (c for t in coordinated(child) for c in self._counted(t, verb, measure, part=True))
            if child.dep_ == "obl":
                yield from (
                    c
                    for t in coordinated(child)
                    if t != child and t.i in self.counts and self._persons(t)
                    for c in self._counted(t, verb, measure)
                )

    def _persons(self, noun: Token) -> bool:
        """Whether the counted noun, or bare number, means people."""
        if noun.pos_ in ("NUM", "ADJ", "VERB", "PRON", "DET") or noun.lemma_.lower() in (
            "dozen",
            "score",
            "hundred",
            "thousand",
            "million",
            "other",
        ):
            return not children(noun, "nmod:unmarked") or True
        if kinds.sorts(noun, self.lexicon.nouns) & _PERSONAL:
            return True
        name = self.cast.name_at(noun)
        return bool(name and name.kind in ("PeopleGroup", "Person"))

    def _singles(self, harmed: list[Token], trigger: Token, measure: str) -> Iterator[Count]:
        """One person, or persons listed by name or kind, without a number: they are counted."""
        if not harmed or any(n.i in self.counts for n in harmed) or not all(self._one(n) for n in harmed):
            return
        total = len(harmed)
        first, last = min(harmed), max(harmed)
        yield Count(first, Number(first.i, last.i + 1, total, total, total, "exact", "count"), measure, trigger)

    def _one(self, noun: Token) -> bool:
        """Whether the noun is one person, newly told of or named."""
        if noun.tag_ not in ("NN", "NNP"):
            return False
        name = self.cast.name_at(noun)
        if name:
            return name.kind == "Person"
        if not kinds.sorts(noun, self.lexicon.nouns) & {"people", "fighter", "soldier", "role"}:
            return False
        determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "nmod:poss")}
        return bool(determiners & {"a", "an", "his", "her", "their", "one", "another"})

    def _nominal(self) -> Iterator[Count]:
        """ "20 dead and 30 wounded", "24 deaths", "the toll rose to 154"."""
        for token in self.doc:
            measure = _MEASURE_WORDS.get(token.lower_) or _MEASURE_WORDS.get(token.lemma_.lower())
            if measure and token.i not in self.story.of_token and (found := self._of_word(token)):
                yield Count(found[0], found[1], measure, token)
            elif token.lemma_.lower() in _TOLLS or (token.lemma_.lower() in ("number", "total") and _of_harm(token)):
                yield from self._toll(token)

    def _of_word(self, token: Token) -> tuple[Token, Number] | None:
        """The number of "95 dead", "95 dead civilians", "158 wounded", with the noun that it counts."""
        if token.i in self.counts:
            return token, self.counts[token.i]
        if token.dep_ == "amod" and token.head.i in self.counts:
            return token.head, self.counts[token.head.i]
        before = self.counts.get(token.i - 1)
        return (token, before) if before is not None and before.end == token.i else None

    def _shares(self) -> Iterator[Count]:
        """ "82 people were held, 77 of them foreigners": a share of those counted in the sentence."""
        for number in {n.start: n for n in self.counts.values()}.values():
            after = self.doc[number.end : number.end + 2]
            if len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in ("them", "whom", "those"):
                harms = [
                    m
                    for m in self.story.mentions
                    if m.token.sent == after[0].sent and m.trigger.sense.measure and m.token.i in self.story.of_token
                ]
                group = next(
                    (t for t in self.doc[number.end + 2 : number.end + 5] if t.pos_ == "NOUN"), self.doc[number.end - 1]
                )
                if harms:
                    yield Count(group, number, harms[0].trigger.sense.measure, harms[0].token, part=True)

    def _toll(self, token: Token) -> Iterator[Count]:
        """The number to which a toll rose, stood or was put."""
        harms = [_MEASURE_WORDS[t.lower_] for t in token.subtree if t.lower_ in _MEASURE_WORDS]
        measure = harms[0] if harms else "killed"
        verb = token.head
        around = [
            *obliques(token, "of", "to", "at"),
            *obliques(verb, "to", "at"),
            *children(verb, "obj", "xcomp", "obl", "attr"),
        ]
        if children(verb, "cop") or verb.pos_ == "NUM":
            around.append(verb)
        events = [t for t in token.subtree if t.i in self.story.of_token]
        for found in around:
            if found.i in self.counts and found.pos_ == "NUM":
                yield Count(found, self.counts[found.i], measure, events[0] if events else token)
                return
