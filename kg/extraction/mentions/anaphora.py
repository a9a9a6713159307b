"""Which earlier entity a pronoun or a definite description stands for."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from kg.extraction.mentions.entity import Draft
from kg.extraction.syntax.phrase import office
from kg.extraction.text import sentences_apart, text_of
from kg.extraction.wordlist import by_form, listed, terms
from kg.lexicon.names import fold

# Which sorts of antecedent a sort of common noun may take up.
_KINDS = {
    "group": ("ArmedGroup", "PoliticalGroup"),
    "monitor": ("MonitoringGroup",),
    "outlet": ("MediaOutlet", "InternationalBody"),
    "party": ("PoliticalGroup",),
    "organisation": ("Organisation", "InternationalBody"),
    "settlement": ("Place",),
    "region": ("Place",),
}
_SINGULAR_IT = (
    "ArmedGroup", "MonitoringGroup", "MediaOutlet", "PoliticalGroup", "GovernmentBody", "Organisation",
    "InternationalBody", "State",
)  # fmt: skip
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_IMPERSONAL = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_BODIES = frozenset({"force", "authority", "alliance"})
# Plurals that stand for an armed group told of before; "gunmen" and "attackers" may be anybody's.
_REBELS = frozenset({
    "rebel", "militant", "insurgent", "guerrilla", "jihadist", "separatist", "islamist", "extremist", "fighter",
})  # fmt: skip
_BODY_KINDS = frozenset({"GovernmentBody", "InternationalBody"})
_ASIDE = 2  # sentences that a place named in passing stands farther away
_WINDOW = 3  # sentences back for a pronoun; more for a definite description
_FAR = 12


def is_pronoun(token: Token) -> bool:
    """Whether the token is a personal or possessive pronoun of the third person."""
    return token.lower_ in _PERSONAL or token.lower_ in _IMPERSONAL or token.lower_ in _PLURAL


def pronoun_antecedent(token: Token, drafts: Sequence[Draft], states: Collection[int] = ()) -> int | None:
    """The entity a pronoun stands for, or None where nothing fits; `states` are the countries that act in the text."""
    lower = token.lower_
    if token.dep_ in ("obj", "obl"):
        return _object_antecedent(token, drafts)
    if token.head.lemma_ == "claim" and lower in _IMPERSONAL and token.dep_ == "nsubj":
        return nearest(token, drafts, [i for i, d in enumerate(drafts) if d.kind in _KINDS["group"]], 2)
    if lower in _PERSONAL:
        return nearest(token, drafts, [i for i, d in enumerate(drafts) if _is_the_person(d, lower)], _WINDOW)
    if lower in _IMPERSONAL:
        single = [
            i for i, d in enumerate(drafts) if d.kind in _SINGULAR_IT and not (d.generic and (d.plural or _are_many(d)))
            and not (d.generic and d.kind == "MediaOutlet" and token.dep_ == "nmod:poss")  # "local media ... its chief"
        ]
        sites = [i for i, d in enumerate(drafts) if d.kind == "Facility"] if _owns_office(token) else []
        fitting = [i for i in (*single, *states, *sites) if not _owns_the_craft(drafts[i], token)]
        return nearest(token, drafts, fitting, 2)
    plural = [
        i for i, d in enumerate(drafts) if d.plural or (d.kind in ("ArmedGroup", "GovernmentBody") and not d.generic)
    ]
    acting = [i for i in plural if token.dep_ != "nsubj" or not _are_remains(drafts[i], token)]
    return nearest(token, drafts, acting, 1)


def _are_remains(draft: Draft, pronoun: Token) -> bool:
    """ "When they found the bodies they set cars alight": the bodies did nothing."""
    remains = listed("quantities.ttl", "BodyNoun")
    return bool(draft.seen) and all(pronoun.doc[i].lemma_.lower() in remains for i, _ in draft.seen)


def _are_many(draft: Draft) -> bool:
    """ "The police": they are no "it"."""
    return fold(draft.name).split()[-1:] == ["police"]


def _owns_office(pronoun: Token) -> bool:
    """ "A hospital in the town, said its director": a building too has offices."""
    return pronoun.dep_ == "nmod:poss" and pronoun.head.lemma_.lower() in listed("mentions.ttl", "SiteOffice")


def _owns_the_craft(draft: Draft, pronoun: Token) -> bool:
    """ "An Air Arabia jet went down after it was hit": the jet was."""
    before = [position for position, _ in draft.seen if position < pronoun.i]
    name = pronoun.doc[max(before)] if before else pronoun
    craft = listed("event-words.ttl", "Aircraft") | listed("event-words.ttl", "RoadVehicle")
    return name.dep_ == "compound" and name.head.lemma_.lower() in craft


def agrees(token: Token, draft: Draft) -> bool:
    """Whether a pronoun can stand for the entity: person, number."""
    lower = token.lower_
    if lower in _PERSONAL:
        return _is_the_person(draft, lower)
    if lower in _IMPERSONAL:
        return draft.kind in _SINGULAR_IT
    return lower in _PLURAL and (draft.plural or draft.kind in ("ArmedGroup", "GovernmentBody"))


def genders(words: Iterable[str]) -> set[str]:
    """The genders that words tell: pronouns, titles, kin; a title's stop does not count."""
    known = by_form("names.ttl", "GenderWord")
    return {known[word].one("gender") for w in words if (word := w.rstrip(".")) in known}


def _is_the_person(draft: Draft, pronoun: str) -> bool:
    """Whether "he" or "she" can stand for the entity."""
    other = bool(draft.genders) and draft.genders.isdisjoint(genders([pronoun]))
    return draft.kind == "Person" and not draft.plural and not other


def _object_antecedent(token: Token, drafts: Sequence[Draft]) -> int | None:
    """Of an object: not what the subject of its own clause names; "it" may be a thing."""
    lower = token.lower_
    subjects = [s for s in token.head.children if s.dep_ in ("nsubj", "nsubj:pass")]
    inside = {t.i for s in subjects for t in s.subtree}
    taken = token.head.lemma_ in listed("event-words.ttl", "TakingVerb")  # "took the base; it was A who shelled it"
    kinds = (("Place", "Facility") if taken else (*_SINGULAR_IT, "Facility")) if lower in _IMPERSONAL else ()

    def fits(draft: Draft) -> bool:
        if lower in _PERSONAL:
            return _is_the_person(draft, lower)
        return draft.plural if lower in _PLURAL else draft.kind in kinds

    fitting = [i for i, d in enumerate(drafts) if fits(d) and not any(p in inside for p, _ in d.seen)]
    return nearest(token, drafts, fitting, 2)


def description_antecedent(
    token: Token,
    sorts: frozenset[str],
    drafts: Sequence[Draft],
    countries: Collection[int] = (),
    misfits: Collection[int] = (),
) -> int | None:
    """The named entity that "the group", "the monitor" or "the city" takes up, or None; `countries` are no cities,
    and `misfits` are places of another size than the noun says."""
    if sorts & {"role", "source"} and token.tag_ in ("NN", "NNP"):
        titled = [i for i, d in enumerate(drafts) if d.kind == "Person" and _holds(token, d.titles)]
        return nearest(token, drafts, titled, _FAR)
    if token.tag_ == "NNS" and token.lemma_.lower() in _REBELS:
        armed = [i for i, d in enumerate(drafts) if d.kind == "ArmedGroup" and not d.generic]
        return nearest(token, drafts, armed, 6)
    kinds = {k for sort in sorts for k in _KINDS.get(sort, ())}
    if any(c.lower_ == "based" for c in token.lefts):  # "the New York-based group"
        kinds = {"Organisation", "MonitoringGroup", "MediaOutlet"}
    if token.lemma_.lower() in ("organisation", "organization"):
        kinds |= {"Organisation", "InternationalBody", "MonitoringGroup"}
    if "group" in sorts and _tells_as_group(token):
        kinds |= {"MonitoringGroup", "Organisation"}
    if "group" in sorts and _is_armed(token):
        kinds.discard("PoliticalGroup")
    country = token.lemma_.lower() in ("country", "nation", "republic", "kingdom", "host")
    fitting = [
        i
        for i, d in enumerate(drafts)
        if d.kind in kinds and not d.generic and i not in misfits and (d.kind != "Place" or (i in countries) == country)
        and not ("settlement" in sorts and _is_region(d, token))
    ]
    if sorts & _BODIES:
        fitting += [
            i for i, d in enumerate(drafts) if d.kind in _BODY_KINDS and not d.generic and _headed(d, token)
        ]
    same = any(c.lower_ == "same" for c in token.lefts)  # "the same town": the one told of, however far back
    reach = 6 if token.lemma_.lower() in ("city", "town") and not same else _FAR
    called = [i for i in fitting if sorts & {"settlement", "region"} and _is_called(drafts[i], token)]
    called += [i for i in fitting if "group" in sorts and _is_said_to_be(drafts[i], token)]
    first = nearest(token, drafts, called, reach)
    if country and first is None and token.dep_ in ("obl", "nmod"):  # where things are, and not who acts there
        first = nearest(token, drafts, [i for i in fitting if not _acts(drafts[i], token)], reach)
    return first if first is not None else nearest(token, drafts, fitting, reach)


def _acts(draft: Draft, noun: Token) -> bool:
    """Whether the name last stood, before the noun, as the subject of a verb."""
    before = [(position, subject) for position, subject in draft.seen if position < noun.i]
    return bool(before) and max(before)[1]


def _is_called(draft: Draft, noun: Token) -> bool:
    """Whether the text has called the place so: "the city of A", "B province"."""
    text = text_of(noun.doc)
    return any(noun.lemma_.lower() in text[m.begin : m.end].lower().split() for m in draft.mentions)


def _holds(noun: Token, titles: Collection[str]) -> bool:
    """Whether one of these titles is the office meant: "the prime minister" is no foreign minister."""
    own, lemma = office(noun), noun.lemma_.lower()
    others = {t for t in titles if " " in t and t.endswith(lemma)}
    return lemma in titles and (" " not in own or not others or own in others)


def _is_said_to_be(draft: Draft, noun: Token) -> bool:
    """Whether an apposition has said so: "the A, a gang allied with the B ... the gang" is A."""
    names = (noun.doc[position] for position, _ in draft.seen if position < noun.i)
    return any(c.dep_ == "appos" and c.lemma_ == noun.lemma_ for name in names for c in name.children)


def _is_armed(noun: Token) -> bool:
    """Whether the group is called armed: "the rebel column", "the militia"; a party is none."""
    words = {noun.lemma_.lower(), *(c.lower_ for c in noun.lefts)}
    return bool(words & listed("mentions.ttl", "ArmedWord"))


def _is_region(draft: Draft, settlement: Token) -> bool:
    """Whether the name says that it is of another sort of place: no town is "Mopti region"."""
    last = next(reversed(fold(draft.name).split()), "")
    return draft.kind == "Place" and last != settlement.lemma_.lower() and last in listed("names.ttl", "RegionWord")


def _headed(draft: Draft, token: Token) -> bool:
    """Whether one of the entity's names ends in the noun: "the army" takes up "the Malian army"."""
    return any(fold(name).split()[-1:] in ([token.lower_], [token.lemma_.lower()]) for name in draft.names)


def _is_origin(place: Token) -> bool:
    """ "Fighters from Misrata": where people come from is hardly what "the city" takes up."""
    return place.ent_type_ in ("LOC", "GPE") and any(c.lower_ == "from" for c in place.children)


def _in_relative(name: Token) -> bool:
    """ "A group that fought the army. Its leader": of whom the clause tells, not who stands in it."""
    return any(t.dep_ == "acl:relcl" for t in [name, *name.ancestors][:4])


def _tells_as_group(noun: Token) -> bool:
    """ "The group urged", "the group said": a monitor or a charity tells, too."""
    bare = noun.lemma_.lower() == "group" and all(c.dep_ == "det" for c in noun.lefts) and not noun.n_rights
    return bare and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in listed("mentions.ttl", "TellingVerb")


def _is_seat(place: Token) -> bool:
    """ "Officials in Kabul and Washington": where those sit who speak is no city in which anything happened."""
    first = place.head if place.dep_ == "conj" else place
    told = first.dep_ == "nmod" and first.ent_type_ in ("LOC", "GPE") and any(c.lower_ == "in" for c in first.children)
    return told and first.head.lemma_.lower() in listed("mentions.ttl", "SeatedNoun")


def _only_ties(name: Token) -> bool:
    """ "The Iran-backed group", "the pro-Iran party": it is not Iran."""
    before = name.doc[max(name.left_edge.i - 2, 0) : name.i]
    if any(a.lower_ in ("pro", "anti") and b.text == "-" for a, b in pairwise(before)):
        return True
    doc, after = name.doc, name.i + 1
    tied = after + 1 < len(doc) and doc[after].text == "-"
    return tied and doc[after + 1].lower_ in listed("relations.ttl", "HyphenTie")


def nearest(token: Token, drafts: Sequence[Draft], candidates: Iterable[int], sentences: int) -> int | None:
    """The candidate last mentioned before the token, within so many sentences;
    a subject before other mentions of its sentence."""
    best: tuple[int, bool, bool, int] | None = None
    its = token.lower_ == "its"
    chosen = None
    for index in candidates:
        for position, subject in drafts[index].seen:
            back = sentences_apart(token.doc, position, token.i)
            if position >= token.i or back > sentences or (best is not None and -back < best[0]):
                continue
            if token.doc[position].head == token:
                continue
            if _only_ties(token.doc[position]) or _is_seat(token.doc[position]):
                continue
            acts = subject and not _tells(token.doc[position])
            below = its and _in_relative(token.doc[position])
            rank = (-back - _ASIDE * _is_origin(token.doc[position]), acts, not below, position)
            if best is None or rank > best:
                best, chosen = rank, index
    return chosen


def _tells(subject: Token) -> bool:
    """Whether it is only who tells what the sentence begins with: "X was arrested, the president announced"."""
    verb = subject.head
    told = [c for c in verb.lefts if c.dep_ in ("ccomp", "parataxis")]
    return bool(told) and subject.i > told[-1].i and verb.lemma_.lower() in _telling()


@cache
def _telling() -> frozenset[str]:
    return frozenset(v for t in terms("speech.ttl", "SpeechAct") for v in t.all("verb"))
