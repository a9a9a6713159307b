"""The cast of a report: its entities, and which of them a token stands for."""

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from kg.extraction.mentions import anaphora
from kg.extraction.mentions.descriptions import Descriptions
from kg.extraction.mentions.entity import Draft
from kg.extraction.mentions.home import home
from kg.extraction.mentions.nominal import is_body_adjective
from kg.extraction.mentions.parties import followed, sides
from kg.extraction.syntax.clause import SUBJECTS, subjects
from kg.extraction.syntax.phrase import description
from kg.records import Span

_FOLLOWED = frozenset({"ArmedGroup", "GovernmentBody", "State", "PoliticalGroup"})


class Cast(Descriptions):
    """The entities of one document.

    `of(token)` gives the indexes of the entities that a noun, name or pronoun stands for; new ones are made for
    descriptions that take up nothing said before ("gunmen", "a bus station").
    """

    def of(self, token: Token) -> tuple[int, ...]:
        """The entities that the token (the head of a phrase) stands for;
        none where it names no actor, place or thing."""
        if token.i not in self._memo:
            self._memo[token.i] = ()  # so that a loop in the parse ends
            self._memo[token.i] = tuple(dict.fromkeys(self._resolve(token)))
        return self._memo[token.i]

    @cached_property
    def home(self) -> str:
        """The name of the country in the report's dateline; "" without one, or where the report is of others."""
        return home(self.doc, self.names, self.lexicon)

    def actors(self, token: Token) -> tuple[int, ...]:
        """As `of`, but a country's or capital's name gives the state, and other places,
        things and weapons are left out."""
        found = (self.as_actor(i) for i in self.of(token))
        return tuple(i for i in found if i is not None)

    def as_actor(self, index: int) -> int | None:
        """The entity if it is an actor; the state where it is a country,
        or a capital that is known as its government's name."""
        draft = self.drafts[index]
        if draft.kind not in ("Place", "Facility", "Weapon", "Method"):
            return index
        actors = self.lexicon.actors
        known = (actors.find(draft.name) or actors.metonym(draft.name)) if draft.kind == "Place" else None
        if known is None or known.kind not in ("State", "GovernmentBody"):
            return None
        return self.known_actor(known.slug, draft.seen[0][0] if draft.seen else 0)

    def places(self, token: Token) -> tuple[int, ...]:
        """As `of`, but only places and facilities."""
        found = self.of(token)
        return tuple(i for i in found if self.drafts[i].kind in ("Place", "Facility")) if found else ()

    def adjective_actor(self, token: Token) -> tuple[int, ...]:
        """The state or people that an adjective names: Syria in "Syrian warplanes", the Taliban in "Taliban"."""
        name = self._named.get(token.i)
        if name is None or not name.adjective:
            return ()
        known = name.known or self.lexicon.nationalities.country(token.text)
        actor = self.lexicon.actors.get(known) if known else None
        return (self.known_actor(actor.slug, token.i),) if actor else ()

    def adjective_place(self, token: Token) -> tuple[int, ...]:
        """The country that an adjective names, as a place: Somalia in "the Somali capital"."""
        name = self._named.get(token.i)
        place = self.lexicon.nationalities.place(token.text) if name and name.adjective else None
        if place is None:
            return ()
        index = next((i for i, d in enumerate(self.drafts) if d.kind == "Place" and d.name == place.name), None)
        if index is None:
            index = self._add(Draft("Place", place.name))
            self._note(index, token, Span(token.idx, token.idx + len(token)))
        return (index,)

    def namesake(self, token: Token, index: int) -> tuple[int, ...]:
        """The region meant by "capital of the governorate of the same name"."""
        if not any(t.lower_ == "same" and t.head.lemma_ == "name" for t in token.subtree):
            return ()
        made = self._add(Draft("Place", f"{self.drafts[index].name} {token.lemma_}"))
        self._note(made, token, Span(*description(token)))
        return (made,)

    def sect_before(self, token: Token) -> list[int]:
        """The people or sect last named before "the minority sect", adjectives ("Alawite") too."""
        for earlier in reversed(self.doc[max(0, token.sent.start - 40) : token.i]):
            name = self._named.get(earlier.i)
            if name and name.kind == "PeopleGroup":
                actor = self.lexicon.actors.find(self.doc[name.begin : name.end].text)
                if actor:
                    index = self.known_actor(actor.slug, earlier.i)
                    self._note(index, earlier, Span(earlier.idx, earlier.idx + len(earlier)))
                    return [index]
        return []

    def _resolve(self, token: Token) -> Iterator[int]:
        name = self._named.get(token.i)
        if name and name.begin in self._index:
            yield self._index[name.begin]
        elif token.tag_ == "VBN" and not name and token.i and self.doc[token.i - 1].head == token:
            yield from self.of(self.doc[token.i - 1])  # "a school run by the army", read as a compound
        elif anaphora.is_pronoun(token):
            yield from self._pronoun(token)
        elif not name and (
            token.pos_ in ("NOUN", "PROPN", "NUM", "X")
            or (token.pos_ == "ADJ" and (token.dep_ != "amod" or is_body_adjective(token)))
        ):
            yield from sides(token, self.sides) or self._following(token) or self._description(token)

    def join(self, one: int, other: int) -> None:
        """Make the described thing `one` a further mention of `other`; what they were not called yet, they are now."""
        gone, kept = self.drafts[one], self.drafts[other]
        kept.names |= gone.names
        kept.mentions |= gone.mentions
        kept.seen += gone.seen
        self._memo = {i: tuple(other if e == one else e for e in found) for i, found in self._memo.items()}

    def _following(self, token: Token) -> list[int]:
        """The group or body whose men are told of by whom they are loyal to."""
        found = (i for t in followed(token) for i in self.actors(t))
        return [i for i in found if self.kind(i) in _FOLLOWED][:1]

    def _speakers_of(self, token: Token) -> list[int]:
        """ "Police said they had arrested two": the pronoun that is the subject of what is said takes up the
        speaker; "X and Y said they": both."""
        clause = token.head
        if token.dep_ == "nmod:poss":  # "the army said 32 of its soldiers"
            return self._owned_by_speakers(token)
        cue = clause.head
        if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or cue.pos_ != "VERB" or cue == clause:
            return []
        told = [t for t in subjects(cue) if t.i < token.i and t != token]
        if token.lower_ in ("it", "its") and (cue.tag_ == "VBP" or any(t.lower_ == "police" for t in told)):
            return []  # "police say it was behind the raid": they are no "it"
        found = [i for t in told for i in self.actors(t)]
        if len(found) == 1:
            return found if anaphora.agrees(token, self.drafts[found[0]]) else []
        return found if token.lower_ in ("they", "them") else []

    def _owned_by_speakers(self, token: Token) -> list[int]:
        """The speaker, where nothing stands between the word of saying and "its" that it could take up."""
        cue = next((t for t in token.ancestors if t.pos_ == "VERB" and t.i < token.i), None)
        said = cue is not None and any(c.dep_ == "ccomp" and c.is_ancestor(token) for c in cue.children)
        between = token.doc[cue.i + 1 : token.i] if cue is not None and said else token.doc[:0]
        if cue is None or not said or any(t.pos_ in ("NOUN", "PROPN", "PRON", "VERB") for t in between):
            return []
        found = [i for t in subjects(cue) if t.i < cue.i for i in self.actors(t)]
        return found if len(found) == 1 and anaphora.agrees(token, self.drafts[found[0]]) else []

    def _event_before(self, token: Token) -> bool:
        """Whether the subject of the sentence before is an event, which "it" takes up: "The war ...
        It has killed ..."."""
        if token.dep_ not in SUBJECTS or token.sent.start == 0 or token.head.lemma_ == "claim":
            return False
        before = self.doc[token.sent.start - 1].sent
        nouns = [t for t in before if t.dep_ in SUBJECTS and t.head == before.root]
        return bool(nouns) and nouns[0].pos_ == "NOUN" and nouns[0].lemma_.lower() in self.lexicon.triggers.nouns

    def _acting_states(self) -> frozenset[int]:
        """The countries that are a subject somewhere: as actors, "it" may take them up."""
        places = ((i, d) for i, d in enumerate(self.drafts) if d.kind == "Place" and any(s for _, s in d.seen))
        return frozenset(i for i, d in places if self._is_country(d.name))

    def _pronoun(self, token: Token) -> Iterator[int]:
        if token.dep_ == "expl" or (token.lower_ == "it" and self._event_before(token)):
            return
        if _said_by_nobody(token):
            return
        speakers = self._speakers_of(token)
        if speakers:
            yield from speakers
            return
        index = anaphora.pronoun_antecedent(token, self.drafts, self._acting_states())
        if index is not None:
            self._note(index, token, Span(token.idx, token.idx + len(token)))
            yield index


def _said_by_nobody(pronoun: Token) -> bool:
    """ "No group has said it carried out the attack": it is none."""
    cue = pronoun.head.head
    negated = (c for s in subjects(cue) for c in s.children) if pronoun.head.dep_ == "ccomp" else ()
    return pronoun.dep_ in SUBJECTS and any(c.lower_ in ("no", "neither") for c in negated)
