"""One mention of an event with all that its own sentence says of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extraction.events.armed_slots import Filler
from kg.extraction.events.holders import holders
from kg.extraction.events.modality import modality
from kg.extraction.events.roles import fillers, governed_fillers, located
from kg.extraction.events.slots import where
from kg.extraction.events.trigger import Trigger
from kg.extraction.events.words import listed
from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions.cast import Cast
from kg.extraction.mentions.nominal import is_definite
from kg.extraction.numbers import Number, counted
from kg.extraction.syntax.clause import SUBJECTS, case_of, children, is_predicate, obliques
from kg.extraction.times import TimeMention

_SEQUELS = frozenset({
    "another", "second", "third", "fourth", "fifth", "separate", "also", "other", "further", "additional", "later",
    "new", "fresh", "last", "previous",
})  # fmt: skip


# "The blast killed two and caused damage to a bank", "the attack was planned by X and carried out by Y".
_JOINED = frozenset({"cause", "carry", "execute", "perpetrate"})


@dataclass(slots=True)
class Mention:
    """An event mention: its trigger, participants, times, modality, number of occurrences and attribution."""

    trigger: Trigger
    modality: str
    count: int | None
    fillers: list[Filler]
    times: list[TimeMention] = field(default_factory=list)
    parent: int | None = None

    @property
    def token(self) -> Token:
        """The trigger's token."""
        return self.trigger.token

    @property
    def type(self) -> str:
        """The event class that it evokes."""
        return self.trigger.sense.evokes

    @property
    def frame(self) -> str:
        """The frame of the trigger."""
        return self.trigger.sense.frame

    @property
    def definite(self) -> bool:
        """Whether it points to an event spoken of before."""
        return self.trigger.noun and is_definite(self.token) and not self.sequel

    @property
    def sequel(self) -> bool:
        """Whether it is told as one more event ("another bomb", "a car bomb also hit")."""
        return any(c.lower_ in _SEQUELS for c in self._beside() if c.dep_ in ("det", "amod", "advmod", "nummod"))

    @property
    def ordinal(self) -> bool:
        """Whether it is told as one of several by its place among them: "the first device went off"."""
        return any(c.lower_ in ("first", "second", "third") and c.dep_ == "amod" for c in self._beside())

    def _beside(self) -> list[Token]:
        """The words that hang on what evokes it, or on its weapon."""
        weapon = self.trigger.weapon
        return [*self.token.children, *(weapon.children if weapon is not None else ())]

    @property
    def multiple(self) -> bool:
        """Whether it stands for several occurrences."""
        if (self.count or 1) > 1:
            return True
        if self.trigger.noun:
            return self.trigger.plural
        weapon = self.trigger.weapon
        attackers = any(f.role == "agent" and f.token.tag_ == "NNS" for f in self.fillers)
        weapons = weapon is not None and weapon.tag_ == "NNS" and weapon.dep_ not in ("nmod", "obl")
        dropped = self.token.lemma_ in ("drop", "fire")  # "dropped bombs": in one strike
        return (weapons and not dropped) or (attackers and len(self.spots()) > 1)

    def spots(self) -> set[int]:
        """Its places, but for those around others: A of "A, in B province"."""
        found = [f for f in self.fillers if f.role == "place"]
        return {f.entity for f in found if not any(g.token in f.token.ancestors for g in found)}

    @property
    def separately(self) -> bool:
        """Whether its verb tells of several deeds at once: "were taken in two separate incidents"."""
        return not self.trigger.noun and occasions(self.token) is not None

    @property
    def vague(self) -> bool:
        """Whether it tells of such events in general: a plural without article or number ("explosions")."""
        return self.trigger.noun and self.trigger.plural and self.count is None and not self.definite

    def entities(self, *roles: str) -> set[int]:
        """Its participants in these roles."""
        return {f.entity for f in self.fillers if f.role in roles}


def mention(trigger: Trigger, cast: Cast, lexicon: Lexicon, counts: dict[int, Number]) -> Mention:
    """The mention that a trigger makes, without its times."""
    found = list(fillers(trigger, cast, lexicon))
    for verb in governors(trigger):
        found += governed_fillers(trigger, verb, cast, lexicon)
    if trigger.words in listed("RammingVerb"):  # what was driven is not what was struck
        found = [f for f in found if f.role != "target" or f.token.dep_ != "obj"]
    if trigger.words in listed("HoldingVerb"):
        found = [f for f in found if f.role != "place"]  # where they are held or freed
    elif not any(f.role == "place" for f in found):
        found += located(trigger, [*_sentence_places(trigger.token), *_from_where(found)], cast, lexicon)
        verbs = [v for v in governors(trigger) if v.dep_ == "acl:relcl"] if trigger.noun else [trigger.token]
        if not any(f.role == "place" for f in found):
            found += located(trigger, [t for v in verbs for t in _deep_places(v)], cast, lexicon)
    else:
        clauses = [v for v in (trigger.token, trigger.token.head) if _where_clause(v)]
        found += located(trigger, [t for v in clauses for t in _fronted(v.head)], cast, lexicon)
    if trigger.sense.evokes == "Offensive":
        found += [f for each in found if each.role in ("place", "target") for f in _against(each.token, cast, found)]
    return Mention(trigger, modality(trigger.token, lexicon), _count(trigger, counts), list(dict.fromkeys(found)))


def _against(place: Token, cast: Cast, found: Iterable[Filler]) -> Iterator[Filler]:
    """Who by name holds the place that an offensive is aimed at, and is none of its doers."""
    doers = {f.entity for f in found if f.role == "agent"}
    for holder in holders(place):
        named = [i for i in _by_name(holder, cast) if i not in doers]
        yield from (Filler("target", i, holder) for i in named)


def _by_name(noun: Token, cast: Cast) -> list[int]:
    """The named actors that the noun stands for, or last stood for: "the rebels ... in rebel hands"."""
    before = (t for t in reversed(noun.doc[: noun.i]) if t.tag_ == "NNS" and t.lemma_ == noun.lemma_)
    found = ([i for i in cast.actors(t) if not cast.drafts[i].generic] for t in (noun, *before))
    return next((f for f in found if f), [])


def _from_where(found: Iterable[Filler]) -> list[Token]:
    """Where the doers are told to be, where nothing else is told: "gunmen in A shot dead a judge"."""
    men = (f.token for f in found if f.role == "agent" and f.token.tag_ == "NNS")
    return [t for m in men for t in obliques(m, "in", "on", "near") if t.i > m.i]


def _deep_places(verb: Token) -> list[Token]:
    """The last place named within what is struck, however deep: "ambushed a bus of workers of the company X in A"."""
    struck = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass") or _meanwhile(c)]
    struck += [c for c in obliques(verb, "for") if c.tag_ == "NNS"]  # "hit a camp for families in A"
    named = [(c, t) for c in struck for t in c.subtree if t.ent_type_ in ("LOC", "GPE")]
    wholes = [(c, t.head if t.dep_ == "compound" else t) for c, t in named]  # "in the A area"
    inside = [(c, t) for c, t in wholes if case_of(t) in ("in", "near")]
    return [t for c, t in inside if not any(a.dep_ in _OWN_CLAUSE and c.is_ancestor(a) for a in t.ancestors)][-1:]


_OWN_CLAUSE = frozenset({"acl:relcl", "ccomp", "advcl", "parataxis", "conj"})


def _meanwhile(clause: Token) -> bool:
    """ "Was shot as he left a mosque in A"."""
    marks = {c.lower_ for c in children(clause, "mark", "advmod")} if clause.dep_ == "advcl" else set()
    return bool(marks & {"as", "while"}) and any(s.pos_ == "PRON" for s in children(clause, "nsubj"))


def governors(trigger: Trigger) -> Iterator[Token]:
    """The verb above an event noun, and the verb above a verb that it continues."""
    token = trigger.token
    top = token
    while trigger.noun and top.dep_ in ("conj", "nmod", "appos") and top.head != top and _leads_up(top):
        top = top.head
    if (
        trigger.noun
        and top.head != top
        and is_predicate(top.head)
        and (top.dep_ in SUBJECTS or top.dep_ in ("obj", "obl", "obl:agent", "xcomp"))
    ):
        yield top.head
        joined = children(top.head, "conj") if top.dep_ in SUBJECTS else []
        yield from (v for v in joined if v.lemma_ in _JOINED and not children(v, *SUBJECTS))
    if trigger.noun:
        yield from (c for c in children(token, "acl:relcl"))
        yield from (c for c in children(token, "acl") if c.tag_ == "VBD")  # a finite verb hung on its subject


def _leads_up(token: Token) -> bool:
    """From "attacks" to "string" in "a string of attacks"; not from "blast" to "victims" in "victims of the blast"."""
    return token.dep_ != "nmod" or token.head.lemma_.lower() in (
        "string",
        "series",
        "wave",
        "spate",
        "number",
        "dozen",
        "pair",
        "round",
        "rash",
        "flurry",
    )


def _sentence_places(token: Token) -> list[Token]:
    """Places that the clauses above name for all that is below them: "In Kabul, police said ..."."""
    node, found = token, []
    while node.head != node:
        below, node = node, node.head
        if below.dep_ == "advcl" and any(c.lower_ == "since" for c in below.lefts):
            return []  # "met in A, the first time since fighting resumed"
        if _where_clause(below):
            return [node, *obliques(node, *where()), *_fronted(node)]
        if node.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "NUM") and below.dep_ in (
            "ccomp",
            "conj",
            "xcomp",
            "advcl",
            "parataxis",
        ):
            places = [c for c in obliques(node) if case_of(c) in where() and (c.i < below.i or below.dep_ != "ccomp")]
            found = [c for c in places if below.dep_ != "conj" or c.i < node.i]
            if found:
                return found
    return found


def _where_clause(verb: Token) -> bool:
    return verb.dep_ == "acl:relcl" and any(c.lower_ == "where" for c in verb.children)


def _fronted(noun: Token) -> list[Token]:
    """The place named before the clause that the noun stands in: "In A, they found a body by a well, where ..."."""
    verb = next((t for t in noun.ancestors if is_predicate(t)), None)
    return [t for t in obliques(verb, "in") if t.i < verb.i and t.i < noun.i] if verb is not None else []


def counts_people(trigger: Trigger) -> bool:
    """Whether a number before the noun is one of people: "78 deaths", not "three bombings"."""
    return trigger.noun and trigger.sense.frame == "Harm" and bool(trigger.sense.measure)


def _count(trigger: Trigger, counts: dict[int, Number]) -> int | None:
    noun = trigger.token if trigger.noun else trigger.weapon or occasions(trigger.token)
    if noun is None or counts_people(trigger):
        return None
    if any(c.lower_ in ("twin", "double") for c in noun.lefts):
        return 2
    number = counts.get(noun.i) or counted(noun, ())
    return number.figure if number is not None else None


def occasions(verb: Token) -> Token | None:
    """The incidents of "were taken in two separate incidents", whose number is how many deeds the verb tells of."""
    found = (t for t in obliques(verb, "in", "on") if t.tag_ == "NNS" and t.lemma_.lower() in listed("OccasionNoun"))
    return next((t for t in found if children(t, "nummod")), None)


def by_token(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Mentions by their token's index."""
    return {m.token.i: m for m in mentions}


def earlier(token: Token, mentions: Mapping[int, Mention]) -> Mention | None:
    """The mention that a verb without a subject of its own goes on from ("killed two guards and kidnapped a priest in
    Owerri on Sunday"): what the last verb says of time and place holds for it too.
    """
    goes_on = token.dep_ == "conj" and is_predicate(token) and not children(token, *SUBJECTS)
    return mentions.get(token.head.i) if goes_on else None


def lend_places(mentions: Iterable[Mention], index: Mapping[int, Mention]) -> None:
    """Give the places of the last of several verbs to those before that have none, and those of a rally to what was
    done at it."""
    for found in mentions:
        if not found.trigger.noun and not found.entities("place"):
            rallies = (index[t.i] for t in obliques(found.token, "at", "during", "on") if t.i in index)
            found.fillers += [f for m in rallies if m.type == "Protest" for f in m.fillers if f.role == "place"]
        before = earlier(found.token, index)
        if before is not None and not before.entities("place"):
            before.fillers += [f for f in found.fillers if f.role == "place" and f.token.i > found.token.i]
