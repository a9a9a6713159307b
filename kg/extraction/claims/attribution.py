"""Who says what: for each token, the claimant of what is told there."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from spacy.tokens import Token

from kg.extraction.claims.channels import channel
from kg.extraction.mentions import kinds
from kg.extraction.mentions.anaphora import agrees, genders
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.parties import is_both
from kg.extraction.speech import Speech
from kg.extraction.syntax.clause import children, coordinated, is_passive, obliques
from kg.extraction.text import sentences_apart, sentences_between
from kg.extraction.times import TimeMention
from kg.extraction.wordlist import listed
from kg.records import Attribution, Time


class Voices:
    """The speeches of a document with their speakers; asked for the attribution of a token."""

    def __init__(self, speeches: Iterable[Speech], cast: Cast, times: Iterable[TimeMention] = ()) -> None:
        self.speeches: Sequence[Speech] = tuple(speeches)
        self._times = {i: t.time for t in times for i in range(t.start, t.end)}
        self._cast = cast
        self._houses: dict[int, int] = {}
        self._speakers: dict[Speech, int | None] = {}

    @cached_property
    def _attributed(self) -> list[Speech]:
        """The speeches with a known speaker."""
        return [s for s in self.speeches if self.speaker(s) is not None]

    def speech_at(self, token: Token) -> Speech | None:
        """The innermost speech in whose content the token lies."""
        around = [s for s in self._attributed if self._holds(s, token)]
        return min(around, key=lambda s: sum(end - begin for begin, end in s.content), default=None)

    def quoted(self, token: Token) -> bool:
        """Whether the token lies within a direct quotation."""
        return any(begin <= token.i < end for s in self.speeches for begin, end in s.quotes)

    @staticmethod
    def _holds(speech: Speech, token: Token) -> bool:
        return any(begin <= token.i < end for begin, end in speech.content)

    def at(self, token: Token) -> Attribution:
        """Who says what is told at the token: nobody named is the report's own voice."""
        speech = self.speech_at(token)
        speaker = self.speaker(speech) if speech else None
        if speech is None or speaker is None:
            return Attribution()
        return Attribution(speaker, self.channel(speech), self.said(speech))

    def of_filler(self, trigger: Token, filler: Token) -> Attribution:
        """Who says that what stands at `filler` took part: where the sentence is another, who tells of it there."""
        return self.at(filler if sentences_between(trigger, filler) else trigger)

    def said(self, speech: Speech) -> Time | None:
        """When it was said, where the text gives a time that could be resolved."""
        found = [self._times[i] for i in range(*speech.said_at) if i in self._times] if speech.said_at else []
        return found[0] if found and found[0].value else None

    def speaker(self, speech: Speech) -> int | None:
        """The entity that speaks, or None where the text does not say."""
        if speech not in self._speakers:
            self._speakers[speech] = self._speaker(speech)
        return self._speakers[speech]

    def _speaker(self, speech: Speech) -> int | None:
        if speech.speaker is None:
            return self._before(speech)
        token = self._cast.doc[speech.speaker]
        person = token.lower_ in ("he", "she")
        if person or self._takes_up(token, speech) or self._is_another(token):
            earlier = self._spoke_before(speech, person)
            between = self._told_of_since(speech, earlier) if person else None
            if earlier is not None or between is not None:
                return earlier if between is None else between
        named = self._named_after(token, speech.cue)
        author = named or self._author(token)
        housed = () if self._cast.doc[speech.cue].lemma_ == "admit" else self._staff(author)  # admitted as patients
        found = self._cited(speech) or self._cast.actors(author) or housed
        return found[0] if found else None

    def _cited(self, speech: Speech) -> tuple[int, ...]:
        """Whose words an outlet passes on: the ministry of "the radio reported, citing the ministry"."""
        cue = self._cast.doc[speech.cue]
        citing = [c for c in children(cue, "advcl") if c.tag_ == "VBG" and c.lemma_ in listed("speech.ttl", "Quoting")]
        if not citing or self._outlet(speech) is None:
            return ()
        return tuple(i for c in citing for t in children(c, "obj") for i in self._cast.actors(t))

    def _outlet(self, speech: Speech) -> int | None:
        """The outlet that is the subject of the verb of telling."""
        token = None if speech.speaker is None else self._cast.doc[speech.speaker]
        found = () if token is None else self._cast.actors(token)
        return next((i for i in found if self._cast.kind(i) == "MediaOutlet"), None)

    def _staff(self, token: Token) -> tuple[int, ...]:
        """Those who speak for a building: "the hospital said", "the prime minister's office said"."""
        houses = token.pos_ in ("NOUN", "PROPN") and any(self._cast.kind(i) == "Facility" for i in self._cast.of(token))
        if houses and token.i not in self._houses:
            self._houses[token.i] = self._cast.thing(token, "Organisation")
        return (self._houses[token.i],) if houses else ()

    def _named_after(self, office: Token, cue: int) -> Token | None:
        """The name between commas right before the verb: X of "the head of Y and envoy to Z, X, said"."""
        verb = office.head
        end = (verb.i if verb.pos_ == "VERB" and office.i < verb.i < cue else cue) - 1
        while end > office.i and self._cast.doc[end].dep_ in ("aux", "advmod"):
            end -= 1
        name = self._cast.name_at(self._cast.doc[end - 1]) if self._cast.doc[end].text == "," else None
        if name is None or name.kind != "Person" or name.begin <= office.i or self._cast.name_at(office):
            return None
        first = self._cast.doc[name.begin]
        return first if first.nbor(-1).text == "," and office.is_ancestor(first) and office.tag_ == "NN" else None

    def _is_another(self, noun: Token) -> bool:
        """ "A second statement", "the statement", told by nobody named: of who made one before."""
        words = {c.lower_ for c in noun.lefts}
        again = bool(words & {"second", "third", "later", "another", "same", "the", "separate", "further"})
        written = noun.lemma_.lower() in ("statement", "communique", "communiqué", "message")
        return written and again and self._author(noun) == noun

    def _author(self, noun: Token) -> Token:
        """Whose words "the office of the chief of X" are, and those of what is written; or itself."""
        if noun.lemma_.lower() in listed("speech.ttl", "OfficeNoun"):
            return self._holder(noun) or noun
        return self._writer(noun)

    def _holder(self, office: Token, depth: int = 3) -> Token | None:
        """The named body that an office is of."""
        for token in obliques(office, "of") if depth else []:
            name = self._cast.name_at(token)
            if name is not None and name.kind not in ("Person", "Place", "Facility"):
                return token
            if name is None:
                return self._holder(token, depth - 1)
        return None

    def _writer(self, noun: Token) -> Token:
        """Whose words "a statement from the army", "a message attributed to X", "an army statement" are; or itself."""
        if noun.lemma_.lower() not in listed("speech.ttl", "WrittenNoun"):
            return noun
        clauses = [c for c in children(noun, "acl") if c.lemma_.lower() in listed("speech.ttl", "AuthoringVerb")]
        owners = [t for c in clauses for t in obliques(c, "by", "to", "from")]
        owners += [*children(noun, "nmod:poss"), *obliques(noun, "by", "from", "of"), *children(noun, "compound")]
        return next((t for t in owners if self._cast.actors(t)), noun)

    def speakers(self, speech: Speech) -> list[int]:
        """All who speak, `speaker` first: "France and Norway condemned it", "both sides announced"."""
        first = self.speaker(speech)
        if first is None or speech.speaker is None:
            return [] if first is None else [first]
        token = self._author(self._cast.doc[speech.speaker])
        if first not in self._cast.actors(token):
            return [first]
        others = [self._cast.actors(t) for t in coordinated(token) if t.pos_ in ("NOUN", "PROPN")]
        named = [i for found in others for i in (found if is_both(token) else found[:1])]
        return list(dict.fromkeys([first, *named]))

    def _before(self, speech: Speech) -> int | None:
        """Of a reporting verb without subject, that of the clause the parse put before it:
        "Doctors close to X said"."""
        cue = self._cast.doc[speech.cue]
        if cue.pos_ != "VERB" or is_passive(cue):
            return None
        nouns = [s for c in cue.lefts if c.dep_ in ("ccomp", "advcl", "amod") for s in children(c, "nsubj")]
        found = [i for n in nouns for i in self._cast.actors(n)]
        return found[0] if len(found) == 1 else None

    def _takes_up(self, token: Token, speech: Speech) -> bool:
        """ "It said", and "..., they said" after what was said: who spoke before."""
        if token.lower_ == "they":
            first, before = token.sent.start, self._cast.doc[max(token.sent.start - 1, 0)].sent
            goes_on = token.i == first > 0 and before.root.i in self._cues and "\n" not in before.text
            return goes_on or any(begin < token.i for begin, _ in speech.content)
        return token.lower_ == "it" and token.i < speech.cue and not self._body_before(token)

    def _body_before(self, pronoun: Token) -> bool:
        """Whether a body is a subject of the pronoun's sentence before it, which "it" takes up first."""
        before = pronoun.doc[pronoun.sent.start : pronoun.i]
        subjects = [t for t in before if t.dep_ == "nsubj" and t.tag_ in ("NN", "NNP")]
        return any(self._cast.kind(i) in kinds.BODIES for t in subjects for i in self._cast.actors(t))

    def _spoke_before(self, speech: Speech, person: bool = True) -> int | None:
        """The person who spoke last, a few sentences before: whom "he said" means; of "it said" the body last heard."""
        doc = self._cast.doc
        pronoun = doc[speech.speaker or 0]
        body = self._subject_before(pronoun) if not person and pronoun.lower_ == "it" else None
        if body is not None:
            return body
        for earlier in reversed([s for s in self.speeches if s.cue < speech.cue and s.speaker is not None]):
            if sentences_apart(doc, earlier.cue, speech.cue) > (4 if person else 2):
                return None
            found = self.speaker(earlier)
            if found is not None and pronoun.lower_ == "they":
                return found if agrees(pronoun, self._cast.drafts[found]) else None
            if person and found is not None and _is_other(pronoun, genders(self._cast.drafts[found].titles)):
                continue  # "his wife was hurt; she said": not who spoke
            if found is not None and (self._cast.kind(found) == "Person") == person:
                return found if person or self._cast.kind(found) in kinds.BODIES else None
        return None

    def _subject_before(self, pronoun: Token) -> int | None:
        """The named body that is the subject of the sentence before, of the same paragraph."""
        before = self._cast.doc[max(pronoun.sent.start - 1, 0)].sent
        if pronoun.sent.start == 0 or "\n" in before.text:
            return None
        found = [i for s in children(before.root, "nsubj") for i in self._cast.actors(s)]
        return next((i for i in found if self._cast.kind(i) in kinds.BODIES and not self._cast.drafts[i].generic), None)

    def _told_of_since(self, speech: Speech, earlier: int | None) -> int | None:
        """Who is the subject of the sentence before, of the same paragraph, and did not speak last."""
        doc = self._cast.doc
        start = next((q[0] for q in speech.quotes), speech.cue)
        before = doc[max(doc[start].sent.start - 1, 0)].sent
        if doc[start].sent.start == 0 or "\n" in before.text:
            return None
        told = children(before.root, "nsubj", "nsubj:pass")
        nouns = [s for s in told if s.pos_ == "PROPN" or children(s, "appos", "flat")]
        people = [i for n in nouns for i in self._cast.actors(n) if self._cast.kind(i) == "Person"]
        return people[0] if people and people[0] != earlier and before.root.i not in self._cues else None

    @cached_property
    def _cues(self) -> frozenset[int]:
        return frozenset(s.cue for s in self.speeches)

    def channel(self, speech: Speech) -> int | None:
        """The entity through which it is said ("via its Amaq news agency", "in a message on X"), or None."""
        if self._cited(speech):
            return self._outlet(speech)
        found = channel(self._cast.doc[speech.cue], self._cast)
        return found if found is not None and found != self.speaker(speech) else None


def _is_other(pronoun: Token, known: set[str]) -> bool:
    """Whether a title tells that the person is no "he", or no "she"."""
    return bool(known) and known.isdisjoint(genders([pronoun.lower_]))
