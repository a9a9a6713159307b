"""Who tells: an office and a name between commas before a verb, and a country before them, hung astray."""

from spacy.tokens import Span, Token

from kg.extraction.mentions import kinds
from kg.extraction.syntax.clause import SUBJECTS
from kg.extraction.wordlist import listed
from kg.lexicon.nouns import Nouns

_FILE = "event-words.ttl"
_OUTSIDE = frozenset({"LOC", "GPE", "ORG", "NORP"})


def to_teller(verb: Token, nouns: Nouns) -> None:
    """ "..., the governor, Jan Alm, said", "..., Jan Alm, the governor, said": both are the verb's subject, and part of
    nothing that is told."""
    parts = _between_commas(verb)
    if parts is None:
        return
    stray = _of_what_is_told(verb)
    if stray is None and not _lacks_subject(verb, parts[0].start):
        return
    first, second = parts
    if stray is not None and (_office(first, nouns) or _office(second, nouns)):
        stray[0].head = stray[1]
    if _is_name(second) and (office := _office(first, nouns)):
        _join(verb, office, _head(second))
    elif _is_name(first) and (office := _office(second, nouns)):
        _join(verb, _head(first), office)


def _of_what_is_told(verb: Token) -> tuple[Token, Token] | None:
    """The subject that the parse gave the verb and not the clause told, which lacks one, and that clause: "X condemned
    it, his envoy, Y, said"."""
    told = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ == "VERB"), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if told is None or subject is None or subject.i > told.i or any(c.dep_ in SUBJECTS for c in told.lefts):
        return None
    return subject, told


def _between_commas(verb: Token) -> tuple[Span, Span] | None:
    """The two stretches between commas right before the verb."""
    doc, start = verb.doc, verb.sent.start
    commas = [i for i in range(verb.i - 1, start, -1) if doc[i].text == ","][:3]
    if len(commas) < 3 or commas[0] != verb.i - 1 or min(commas[0] - commas[1], commas[1] - commas[2]) < 2:
        return None
    return doc[commas[2] + 1 : commas[1]], doc[commas[1] + 1 : commas[0]]


def _lacks_subject(verb: Token, start: int) -> bool:
    told = any(c.dep_ in ("ccomp", "parataxis") and c.i < start for c in verb.children) or verb.dep_ == "parataxis"
    return told and not any(c.dep_ in SUBJECTS and c.i < start for c in verb.children)


def _is_name(part: Span) -> bool:
    called = part[0].ent_type_ in ("PERSON", "ORG") or any(t.ent_type_ == "PERSON" for t in part)
    return called and all(t.pos_ == "PROPN" or t.ent_type_ == "PERSON" for t in part)


def _head(part: Span) -> Token:
    """The word of a name on which the others hang: the name after its title."""
    return next((t for t in part if t.ent_type_ == "PERSON"), part[0])


def _office(part: Span, nouns: Nouns) -> Token | None:
    """The noun for a person that heads the stretch, in which nothing is told."""
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "compound") for t in part):
        return None
    heads = (t for t in part if not part.start <= t.head.i < part.end)
    head = next((t for t in heads if t.pos_ in ("NOUN", "PROPN") or t.lower_ == "one"), None)
    if head is not None and head.lower_ == "one":
        return head  # "..., one of them, X, told the agency"
    return head if head is not None and kinds.sorts(head, nouns) & (kinds.HUMAN | {"organisation"}) else None


def _join(verb: Token, subject: Token, apposed: Token) -> None:
    for other in (c for c in verb.rights if c.dep_ in SUBJECTS):
        other.dep_ = "iobj"  # "its founder, X, told the broadcaster Y": Y was told
    subject.head, subject.dep_ = verb, "nsubj"
    apposed.head, apposed.dep_ = subject, "appos"


def to_last_words(verb: Token) -> None:
    """ "A bomb killed two, a colonel of the army said.": the noun right after the last comma is who said it, though the
    parse made it a subject of what is told."""
    doc, start = verb.doc, verb.sent.start
    comma = next((i for i in range(verb.i - 1, start, -1) if doc[i].text == ","), start)
    if verb.i - comma < 2 or not _lacks_subject(verb, comma) or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    strays = [t for t in doc[comma + 1 : verb.i] if not comma < t.head.i <= verb.i]
    if len(strays) == 1 and strays[0].dep_ in SUBJECTS and strays[0].head.i < comma:
        strays[0].head, strays[0].dep_ = verb, "nsubj"


def to_title(noun: Token, nouns: Nouns) -> None:
    """ "Foreign ministry spokesman Jan Alm condemned": two subjects are one, the office before the name."""
    name = noun.nbor()
    both = name.ent_type_ == "PERSON" and name.head == noun.head and name.dep_ in SUBJECTS
    if both and kinds.sorts(noun, nouns) & kinds.HUMAN:
        noun.head, noun.dep_ = name, "nmod:desc"


def to_person(name: Token) -> None:
    """ "U.S. Secretary of State Jan Alm": the country and the office stand before the person, who heads the phrase."""
    office = name.head
    country = office.head
    if (
        office.dep_ == "flat"
        and country.ent_type_ in _OUTSIDE
        and country.i < office.i < name.i
        and not any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in name.doc[country.i : name.i])
    ):
        name.dep_ = country.dep_
        name.head = name if country.head == country else country.head
        office.head, office.dep_ = name, "nmod:desc"
        country.head, country.dep_ = office, "compound"


def to_told(participle: Token) -> bool:
    """ "A bomb went off, police said, wounding nine": from the verb of telling to the clause told, which it goes on
    with; police wounded nobody. Whether it was mended."""
    verb = participle.head if participle.head.pos_ == "VERB" else participle.head.head
    told = [c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ == "VERB"]
    if not told or verb.i > participle.i or participle.lemma_.lower() not in listed(_FILE, "ConsequenceVerb"):
        return False
    participle.head, participle.dep_ = told[-1], "advcl"
    return True
