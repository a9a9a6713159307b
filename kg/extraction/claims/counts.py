"""Finding numbers of people killed, wounded, abducted, arrested, displaced or missing,
before they are tied to an event."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.claims.among import among_them, of_the_dead
from kg.extraction.claims.harm_words import harm_after, harm_of, measure_of
from kg.extraction.claims.members import all_of, harm_before, members
from kg.extraction.claims.tolls import is_toll, toll_words, tolls
from kg.extraction.events.harm import by_nature
from kg.extraction.events.mention import Mention, by_token
from kg.extraction.events.story import Story
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.cast import Cast
from kg.extraction.numbers import Number
from kg.extraction.syntax.clause import (
    case_of,
    children,
    coordinated,
    is_bare_passive,
    is_passive,
    objects,
    obliques,
    subjects,
    undergoers,
)
from kg.extraction.wordlist import listed
from kg.extraction.words import of_lemmas, of_words

_PERSONAL = frozenset({"people", "fighter", "soldier", "role", "source", "force"})
_NUMERALS = frozenset({"dozen", "score", "hundred", "thousand", "million", "other"})
_FILE = "quantities.ttl"
_AMONG = ("including", "among")
_BESIDE = ("with", "along with", "together with", "alongside")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people found at `token` (its noun, or itself), before it is tied to an event."""

    token: Token
    number: Number
    measure: str
    trigger: Token
    part: bool = False


def _attempted(verb: Token) -> bool:
    """ "Tried to kill": nobody need have died."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("try", "attempt", "fail", "seek")


def _of_them(noun: Token) -> bool:
    """ "Eight of them children", "most of whom were women": a share of those counted before."""
    return any(
        t.lower_ in ("them", "whom", "those") and case_of(t) == "of"
        for c in [noun, *children(noun, "nummod", "nsubj")]
        for t in obliques(c, "of")
    )


class Counts:
    """All counts of a document, by iteration; the same number may come more than once, the surest reading first."""

    def __init__(self, story: Story, lexicon: Lexicon, counts: dict[int, Number], cast: Cast) -> None:
        self.story, self.lexicon, self.counts, self.cast = story, lexicon, counts, cast
        self.doc = cast.doc
        self.told = by_token(story.mentions)

    def __iter__(self) -> Iterator[Count]:
        yield from self._shares()
        yield from self._left()
        yield from (Count(*found, part=True) for found in of_the_dead(self.story, self.counts, self._persons))
        for mention in self.story.mentions:
            measure = mention.trigger.sense.measure
            told = mention.modality in ("asserted", "attributed") and not _attempted(mention.token)
            if measure and told and (mention.token.i in self.story.of_token or not by_nature(mention)):
                yield from self._of_mention(mention, measure)
        yield from self._nominal()
        yield from (Count(*found, part=True) for found in among_them(self.story, self.counts, self._persons))
        for noun, number, harm in members(self.story, self.counts, self._persons):
            yield Count(noun, number, harm.trigger.sense.measure, harm.token, part=True)

    def _of_mention(self, mention: Mention, measure: str) -> Iterator[Count]:
        token = mention.token
        harmed = [t for n in self._harmed(mention) for t in self._persons_of(n)]
        for noun in harmed or [token]:
            yield from self._counted(noun, token, measure)
        yield from self._elliptical(token, measure)
        yield from self._singles(harmed, token, measure)

    def _harmed(self, mention: Mention) -> list[Token]:
        """The heads of those whom the trigger says were harmed."""
        token = mention.token
        if mention.trigger.noun:
            return obliques(token, "of")
        if mention.trigger.words.endswith(("body", "corpse")):
            around = dict.fromkeys([*undergoers(token), *subjects(token)])
            return [t for t in around if t.lemma_.lower() in listed(_FILE, "BodyNoun")]
        flight = mention.frame == "Flight" and not any(map(self._persons, children(token, "obj")))
        if mention.frame == "Suffer" or flight:
            return subjects(token)
        by_event = any(s.i in self.story.of_token for s in subjects(token))  # "two blasts killed 25"
        beside = obliques(token, *_BESIDE) if is_passive(token) else []  # "was killed along with nine others"
        return [*(subjects(token) if is_bare_passive(token) and not by_event else undergoers(token)), *beside]

    def _persons_of(self, noun: Token) -> list[Token]:
        """Those whose lives or bodies are told of; the noun itself where it is counted or no body."""
        remains = noun.lemma_.lower() in listed(_FILE, "BodyNoun") and noun.i not in self.counts
        return [*obliques(noun, "of"), *children(noun, "nmod:poss")] if remains else [noun]

    def _counted(self, noun: Token, trigger: Token, measure: str, part: bool = False) -> Iterator[Count]:
        """The number of a noun, or the number that stands for one; then its parts."""
        below, number = noun, self.counts.get(noun.i) or self._right_before(noun) or all_of(noun, self.counts)
        if number is None and noun.dep_ == "nmod" and trigger.dep_ == "acl" and trigger.head == noun:
            noun = noun.head  # "100 members of the force killed since May": the members
            number = self.counts.get(noun.i)
        if noun.lemma_.lower() in listed(_FILE, "CollectiveNoun"):  # "a family of five"
            number = next((self.counts[t.i] for t in obliques(noun, "of") if t.i in self.counts), None)
        if number is not None and self._persons(noun):
            yield Count(noun, number, harm_of(noun) or harm_after(noun, trigger) or measure, trigger, part)
        for child in (c for c in noun.children if c != below):
            if child.dep_ == "appos" and noun.ent_type_ == "PERSON" and child.lower_ == "one":
                continue  # "Jan Alm, one of its engineers"
            if child.dep_ in ("appos", "parataxis", "dep") or (
                child.dep_ == "nmod" and (case_of(child).split(" ")[0] in _AMONG or _of_them(child))
            ):
                yield from (c for t in coordinated(child) for c in self._counted(t, trigger, measure, part=True))

    def _right_before(self, noun: Token) -> Number | None:
        """Seven of "six of seven people", where the parse hangs both on the six."""
        before = self.counts.get(noun.i - 1) if noun.i and noun.tag_ in ("NNS", "VBN") else None
        if noun.tag_ == "VBN":  # "admitted 55 dead and 126 injured"
            return before if before is not None and before.end == noun.i else None
        beside = before is not None and noun.nbor(-1).head == noun.head and noun.nbor(-1).dep_ == noun.dep_ == "nmod"
        return before if beside else None

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
        of = obliques(noun, "of") if noun.pos_ == "NUM" else []  # "six of their vehicles"
        if any(kinds.sorts(t, self.lexicon.nouns) & {"vehicle", "facility", "weapon"} for t in of):
            return False
        if noun.pos_ in ("NUM", "ADJ", "VERB", "PRON", "DET") or noun.lemma_.lower() in _NUMERALS or harm_of(noun):
            return True
        if kinds.sorts(noun, self.lexicon.nouns) & _PERSONAL:
            return True
        name = self.cast.name_at(noun)
        counted = noun.i in self.counts and bool(name and name.kind == "ArmedGroup")  # "140 Taliban"
        return counted or bool(name and name.kind in ("PeopleGroup", "Person"))

    def _singles(self, harmed: list[Token], trigger: Token, measure: str) -> Iterator[Count]:
        """One person, or persons listed by name or kind, without a number: they are counted."""
        if not harmed or any(n.i in self.counts for n in harmed) or not all(self._one(n) for n in harmed):
            return
        total = len(harmed)
        first, last = min(harmed), max(harmed)
        yield Count(first, Number(first.i, last.i + 1, total, total, total, "exact", "count"), measure, trigger)

    def _one(self, noun: Token) -> bool:
        """Whether the noun is one person, newly told of or named; a family or a crowd is not."""
        if noun.lemma_.lower() in listed(_FILE, "CollectiveNoun"):
            return False
        if noun.tag_ not in ("NN", "NNP"):
            return False
        name = self.cast.name_at(noun)
        if name:
            return name.kind == "Person"
        if not kinds.sorts(noun, self.lexicon.nouns) & {"people", "fighter", "soldier", "role"}:
            return False
        determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "nmod:poss", "nummod")}
        return bool(determiners & {"a", "an", "his", "her", "their", "one", "another"})

    def _nominal(self) -> Iterator[Count]:
        """ "20 dead and 30 wounded", "24 deaths", "the toll rose to 154"."""
        for token in of_words(self.doc, toll_words()):
            measure = measure_of(token.lower_) or measure_of(token.lemma_.lower())
            freed = measure == "abducted" and token.head.lemma_.lower() in listed(_FILE, "FreeVerb")
            if freed:
                continue  # "freed two hostages": nobody was taken then
            if measure and token.i not in self.story.of_token and (found := self._of_word(token)):
                yield Count(found[0], found[1], measure, token)
                yield from self._and_there(found[1], measure, token)
            elif measure or is_toll(token):
                yield from self._toll(token)

    def _and_there(self, first: Number, measure: str, token: Token) -> Iterator[Count]:
        """ "73 dead in A and 48 in B": the bare numbers after it, each with its place."""
        for number in {n.start: n for n in self.counts.values()}.values():
            last = self.doc[number.end - 1]
            placed = number.end < len(self.doc) and self.doc[number.end].lower_ in ("in", "at", "near")
            if first.end < number.start and last.sent == token.sent and placed and last.pos_ == "NUM":
                yield Count(last, number, measure, token)

    def _of_word(self, token: Token) -> tuple[Token, Number] | None:
        """The number of "95 dead", "95 dead civilians", "158 wounded", with the noun that it counts."""
        if token.i in self.counts:
            return token, self.counts[token.i]
        if token.dep_ == "amod" and token.head.i in self.counts:
            return token.head, self.counts[token.head.i]
        before = self.counts.get(token.i - 1)
        return (token, before) if before is not None and before.end == token.i else None

    def _left(self) -> Iterator[Count]:
        """ "Leaving nine people dead", "left a guard wounded"."""
        for verb in of_lemmas(self.doc, {"leave"}):
            if verb.pos_ == "VERB":
                told_by = self._told_by(verb)
                for word in (t for t in verb.subtree if measure_of(t.lower_) and t.i > verb.i):
                    before = self.counts.get(word.i - 1)
                    harmed = [*children(word, "nsubj"), *(o for o in objects(verb) if o.i < word.i)]
                    if before is not None and before.end == word.i:  # "nine people dead and 17 injured"
                        yield Count(word, before, measure_of(word.lower_), told_by)
                    for noun in harmed[:1]:
                        yield from self._counted(noun, told_by, measure_of(word.lower_))
                        yield from self._singles([noun], told_by, measure_of(word.lower_))

    def _told_by(self, verb: Token) -> Token:
        """The event that left them so: the verb's subject, the noun that its clause is about, the verb above."""
        around = [*subjects(verb), *([verb.head] if verb.dep_.startswith(("acl", "advcl")) else [])]
        around += [c for t in around for c in t.children if c.dep_ in ("conj", "nmod")]
        return next((t for t in around if t.i in self.story.of_token), verb)

    def _shares(self) -> Iterator[Count]:
        """ "82 people were held, 77 of them foreigners": a share of those counted in the sentence."""
        for number in {n.start: n for n in self.counts.values()}.values():
            after = self.doc[number.end : number.end + 2]
            root = self.doc[number.start : number.end].root
            aside = root.dep_ in ("obl", "nmod") and case_of(root) not in _AMONG  # "a rifle taken from one of them"
            verb = self.told.get(root.head.i) if root.dep_ == "nsubj" else None
            freed = root.head.lemma_.lower() in listed(_FILE, "FreeVerb")  # "two of them were freed"
            if freed or (verb is not None and verb.frame in ("Act", "Blow")):
                continue  # "one of them blew himself up"
            them = len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in ("them", "whom", "those")
            if them and not (aside and case_of(root)):
                harms = [
                    m
                    for m in self.story.mentions
                    if m.token.sent == after[0].sent and m.trigger.sense.measure and m.token.i in self.story.of_token
                ]
                near = self.doc[number.end + 2 : number.end + 5]
                group = next((t for t in near if t.pos_ == "NOUN"), self.doc[number.end - 1])
                before = [m for m in harms if m.token.i < number.start]
                toll = self._toll_before(number.start) if not before else None
                if toll is not None:
                    yield Count(group, number, toll[0], toll[1], part=True)
                    continue
                harm = before[-1] if before else harms[0] if harms else harm_before(self.story, after[0])
                if harm is not None:
                    yield Count(group, number, harm.trigger.sense.measure, harm.token, part=True)

    def _toll_before(self, start: int) -> tuple[str, Token] | None:
        """The measure of "put the number of the injured at 117, 15 of them ..." and its word."""
        before = (t for t in reversed(self.doc[self.doc[start].sent.start : start]))
        return next(((m, t) for t in before if (m := measure_of(t.lower_) or measure_of(t.lemma_.lower()))), None)

    def _toll(self, token: Token) -> Iterator[Count]:
        """The number to which a toll rose, stood or was put, with its parts."""
        for toll in tolls(token, self.told, self.counts):
            trigger = toll.event if toll.event is not None and toll.event.i in self.story.of_token else token
            yield Count(toll.token, toll.number, toll.measure, trigger)
            yield from (c for t in toll.parts for c in self._counted(t, trigger, toll.measure, part=True))
