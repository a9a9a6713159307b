"""Hanging words where they belong, where the parser's usual slips put them lower: participles and named appositions."""

from spacy.tokens import Doc, Token

from kg.extraction.mentions import kinds
from kg.extraction.syntax.fronted import to_past_clause, to_verb_before, to_verb_of
from kg.extraction.syntax.gerunds import AS, after_comma, to_accuser, to_accusing, to_deed, to_event
from kg.extraction.syntax.reduced import to_name_or_charge, to_participle
from kg.extraction.syntax.strays import (
    to_bare_subject,
    to_noun_before,
    to_right_noun,
    to_right_verb,
    to_shooting,
    to_told_clause,
    to_verb,
)
from kg.extraction.syntax.tellers import to_last_words, to_person, to_teller, to_title, to_told
from kg.lexicon.nouns import Nouns

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_NOT_ALONE = _SUBJECTS | {"cc", "aux:pass", "aux"}  # a verb with one of these is no clause that lost its subject
_SUBORDINATING = frozenset({"after", "before", "until", "since"})
_PARTICIPIAL = frozenset({"acl", "xcomp", "advcl"})


def attach(doc: Doc, nouns: Nouns) -> Doc:
    """The same document with some heads mended in place, never across sentences.

    - ", killing five" tells of its main clause, not of the participle that it follows ("a village held by X,
      killing five");
    - ", Jan Alm," after "the former minister of Freedonia" is the minister;
    - "on the outskirts of the capital, Abuja, killed": the name is the capital's, and no subject;
    - "told AFP a bomb had hit the school": AFP was told, and not hit;
    - "accused X of breaking it": X was accused, and not broken;
    - "a member of the front, which denied it": the front did;
    - ", killing two, hours after gunmen stormed a post": nor does the clause after it tell of the participle;
    - "a bomb went off, police said, killing five": the bomb did;
    - "gunmen on a motorcycle shot dead X", "at least three men fired at his car": they shot, they fired;
    - "hit a market, killing 60, and two blasts killed nine": the blasts killed them;
    - "Jan Alm, an aide of Per Ek, who leads the party": the one named last does;
    - "in Nyanya, on the outskirts of the city, killed nine": the outskirts are where Nyanya is;
    - "the pupils abducted from a school have come home, X said": they abducted nobody;
    - "a week after two were killed when a bomb went off": they were killed when it did;
    - "X was killed along with nine others by a bomb": the bomb did it; "X, the mayor, was killed, police said": X was;
    - "..., the minister, Jan Alm, said", "US Secretary of State Jan Alm said": he did.
    """
    for token in doc:
        if token.lower_ == "shot" and token.tag_ == "NN" and token.i + 1 < token.sent.end:
            to_shooting(token)
        (_clause if token.pos_ in ("VERB", "AUX") else _noun)(token, nouns)
    for token in doc:
        if token.tag_ == "WDT" and token.dep_ in ("obj", "nsubj", "nsubj:pass"):
            _to_inner_clause(token)
        if token.dep_ == "obl" and token.i < token.head.i and not _to_own_subject(token):
            _to_place_before(token)
        if token.dep_ == "obl":
            to_verb_of(token)
    return doc


def _clause(token: Token, nouns: Nouns) -> None:
    """Mends what a verb hangs on, and who tells."""
    to_right_noun(token)
    to_past_clause(token)
    if token.tag_ == "VBD" and token.dep_ == "amod":
        to_verb(token)
    if token.tag_ == "VBN" and token.dep_ == "advcl":
        to_noun_before(token)
    if token.tag_ == "VBG" and any(c.dep_ == "mark" and c.lower_ == "of" for c in token.lefts):
        to_accuser(token)
    elif token.tag_ == "VBG" and token.dep_ == "advcl" and any(c.lower_ in AS for c in token.lefts):
        to_event(token)
    elif token.tag_ == "VBG" and token.dep_ in ("compound", "amod") and token.nbor(-1 if token.i else 0).lower_ == "of":
        to_deed(token)
    elif token.tag_ == "VBG" and token.dep_ in _PARTICIPIAL and after_comma(token):
        if not to_told(token):
            _to_main_clause(token)
    elif token.dep_ == "advcl" and token.head.tag_ == "VBG" and token.head.dep_ == "advcl" and after_comma(token):
        token.head = token.head.head
    elif token.dep_ == "conj" and token.tag_ == "VBD" and not any(c.dep_ in _NOT_ALONE for c in token.children):
        _to_own_clause(token)
    elif token.tag_ == "VBN" and token.dep_ == "conj" and any(c.dep_ == "aux:pass" for c in token.lefts):
        _to_own_passive(token)
    elif token.tag_ == "VBD" and token.dep_ == "ccomp" and to_participle(token):
        return
    elif token.dep_ == "acl" and token.lemma_ == "fire" and token.head.dep_ == "ROOT":
        _to_firing(token)
    elif token.tag_ in ("VBD", "VBZ") and token.i and token.nbor(-1).text == ",":
        to_teller(token, nouns)
    elif token.tag_ in ("VBD", "VBZ") and any(c.dep_ == "ccomp" for c in token.lefts):
        to_told_clause(token)
        to_last_words(token)
    elif token.dep_ == "acl" and token.head.dep_ == "obl" and any(c.lower_ == "that" for c in token.lefts):
        _to_saying(token)
    elif token.dep_ == "acl:relcl" and any(c.lower_ == "which" for c in token.children):
        _to_body(token, nouns)
    elif token.dep_ == "acl:relcl" and any(c.lower_ == "who" for c in token.children):
        _to_nearest(token)


def _noun(token: Token, nouns: Nouns) -> None:
    """Mends what a noun, a name or a date hangs on."""
    if token.dep_ in ("nmod", "obl:unmarked"):
        to_right_verb(token)
    elif token.dep_ == "obl" and token.tag_ == "NNS" and token.i < token.head.i:
        to_bare_subject(token)
    label, entity = token.dep_, token.ent_type_
    if entity == "PERSON" and label in ("conj", "appos") and after_comma(token):
        _to_office(token, nouns)
    elif entity == "PERSON" and label == "nmod" and not any(token.lefts):
        to_person(token)
    elif label in ("nmod", "obl") and token.is_lower:
        to_name_or_charge(token, nouns)
    elif token.tag_ == "NN" and label in _SUBJECTS and token.i + 1 < len(token.doc):
        to_verb_before(token)
        to_title(token, nouns)
    elif label == "obj" and token.head.dep_ == "ccomp" and token.i < token.head.i:
        _to_telling(token)
    elif label == "obj" and token.head.tag_ == "VBG" and token.i < token.head.i:
        to_accusing(token)
    elif label in ("nsubj", "obj") and entity in ("LOC", "GPE", "PERSON") and _between_commas(token):
        _to_town(token, nouns)
    elif entity == "DATE" and label in ("compound", "nmod") and token.head.tag_ == "NNS":
        _out_of_subject(token)


def _to_main_clause(participle: Token) -> None:
    """From a participle that modifies a noun up to the clause that the noun is part of."""
    above = participle.head
    while above.dep_ in ("xcomp", "conj", "ccomp") and not _is_finite(above) and above.head.pos_ == "VERB":
        above = above.head
    if above.pos_ != "VERB" or above.dep_ != "acl" or _is_finite(above) or above.i > participle.i:
        return
    clause = next((t for t in above.ancestors if t.pos_ == "VERB" and t.dep_ != "acl"), None)
    if clause is not None and clause.i < participle.i:
        participle.head = clause
        participle.dep_ = "advcl"


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.dep_ in _SUBJECTS or c.dep_.startswith("aux") for c in verb.children)


def _to_office(name: Token, nouns: Nouns) -> None:
    """From what stands after "of" up to the office: the name is whom the office belongs to."""
    place = name.head
    office = place.head
    named = place.dep_ == "nmod" and (place.ent_type_ in ("LOC", "GPE", "ORG") or place.tag_ == "NNS")
    if named and office.tag_ in ("NN", "NNP") and (office.pos_ == "NOUN" or kinds.sorts(office, nouns) & kinds.HUMAN):
        name.head = office
        name.dep_ = "appos"


def _to_firing(verb: Token) -> None:
    """ "Three men fired at his car": the sentence's verb, and what the parse made its head is the subject."""
    men = verb.head
    aimed = any(c.dep_ == "case" and c.lower_ in ("at", "on", "upon") for t in verb.rights for c in t.lefts)
    if aimed and men.i < verb.i and men.tag_ in ("NN", "NNS"):
        verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
        men.head, men.dep_ = verb, "nsubj"


def _to_own_clause(verb: Token) -> None:
    """From a list of what came before down to the verb right after: ", and two blasts in May killed nine"."""
    for noun in verb.doc[verb.head.i + 1 : verb.i]:
        joined = noun.dep_ == "conj" and noun.tag_ in ("NN", "NNS") and noun.head.tag_ in ("NN", "NNS", "CD")
        if joined and _opens_clause(noun) and _reaches(noun, verb):
            noun.head = verb
            noun.dep_ = "nsubj"
            return


def _reaches(noun: Token, verb: Token) -> bool:
    """Whether nothing stands between the noun's phrase and the verb but what commas enclose."""
    doc, end = verb.doc, noun.right_edge.i
    return end >= verb.i - 2 or (doc[end + 1].text == "," == doc[verb.i - 1].text)


def _opens_clause(noun: Token) -> bool:
    """Whether ", and" stands before the noun's phrase."""
    start = noun.left_edge.i
    comma = "," in (noun.doc[start].text, noun.doc[max(0, start - 1)].text)
    return comma and any(c.lower_ == "and" for c in noun.lefts)


def _to_body(clause: Token, nouns: Nouns) -> None:
    """From a person up to the body named right before the comma: "which" is no person."""
    person = clause.head
    if not kinds.sorts(person, nouns) & kinds.HUMAN:
        return
    bodies = [c for c in person.rights if c.dep_ == "nmod" and c.pos_ == "PROPN" and c.i < clause.i]
    if bodies:
        clause.head = bodies[-1]


def _to_saying(clause: Token) -> None:
    """ "Said in a statement carried by an agency that the ship had sunk": that is what was said."""
    verb = clause.head.head
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)
    if marked and verb.lemma_ in ("say", "announce", "claim") and not any(c.dep_ == "ccomp" for c in verb.children):
        clause.head, clause.dep_ = verb, "ccomp"


def _to_nearest(clause: Token) -> None:
    """From a person down to the one named right before the comma, within the apposition."""
    first = clause.left_edge
    last = first.doc[first.i - 1] if first.i and first.text != "," else first
    named = last.doc[last.i - 1] if last.text == "," and last.i else last
    while named.dep_ == "flat":
        named = named.head
    if named.ent_type_ == "PERSON" and named.dep_ == "nmod" and clause.head.is_ancestor(named):
        clause.head = named


def _out_of_subject(date: Token) -> None:
    """From a plural noun up to the verb, which the noun is the subject of: "in" is the date's."""
    noun, verb = date.head, date.head.head
    case = next((c for c in (*date.lefts, *noun.lefts) if c.dep_ == "case" and c.i == date.i - 1), None)
    other = any(c.dep_ in _SUBJECTS and c != noun for c in verb.children)
    if case is not None and verb.pos_ == "VERB" and noun.i < verb.i and noun.head == verb and not other:
        case.head, date.head, date.dep_ = date, verb, "obl"
        if noun.dep_ in ("obl", "nmod"):
            noun.dep_ = "nsubj"


def _to_inner_clause(pronoun: Token) -> None:
    """ "A raid on A, which B blamed on C, killed nine": "which" is what B blamed on C."""
    doc, verb = pronoun.doc, pronoun.head
    comma = next((i for i in range(pronoun.i + 1, verb.i) if doc[i].text == ","), None)
    before = doc[pronoun.i - 1] if pronoun.i else pronoun
    outer = any(c.dep_ in _SUBJECTS and c.i < pronoun.i for c in verb.children)
    if comma is None or before.text != "," or not outer or verb.pos_ != "VERB":
        return
    inner = next((t for t in doc[pronoun.i + 1 : comma] if t.tag_ in ("VBD", "VBN", "VBZ") and t.dep_ == "acl"), None)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and pronoun.i < c.i < comma), None)
    if inner is not None and subject is not None:
        named = next(c for c in verb.children if c.dep_ in _SUBJECTS and c.i < pronoun.i)
        inner.head, inner.dep_, inner.tag_ = named, "acl:relcl", "VBD"
        pronoun.head, pronoun.dep_, subject.head = inner, "obj", inner


def _to_own_subject(noun: Token) -> bool:
    """ "He fled after his predecessor, Jan Alm, died": who died is the subject, and "after" marks the clause."""
    verb = noun.head
    marks = [c for c in noun.lefts if c.dep_ == "case" and c.lower_ in _SUBORDINATING]
    passive = verb.i and verb.nbor(-1).dep_ == "aux:pass"
    lone = verb.dep_ in ("conj", "parataxis") and not any(c.dep_ in _SUBJECTS | {"cc"} for c in verb.children)
    enclosed = noun.right_edge.text == "," or passive
    if not marks or not lone or not enclosed or verb.i - bool(passive) != noun.right_edge.i + 1:
        return False
    noun.dep_, verb.dep_ = "nsubj:pass" if passive else "nsubj", "advcl"
    marks[0].head, marks[0].dep_ = verb, "mark"
    return True


def _to_place_before(noun: Token) -> None:
    """ "In Nyanya, on the outskirts of the city, killed nine": the phrase between commas tells where the place is."""
    doc, start, end = noun.doc, noun.left_edge.i, noun.right_edge.i
    if doc[start].text == ",":
        start += 1
    name = doc[start - 2] if start > noun.sent.start + 1 else noun
    enclosed = doc[start - 1].text == "," and "," in (doc[end].text, doc[end + 1].text)
    subject = any(c.dep_ in _SUBJECTS and c.i > end for c in noun.head.children)
    if enclosed and name.ent_type_ in ("LOC", "GPE") and name.sent == noun.sent and not subject:
        noun.head, noun.dep_ = name, "nmod"


def _between_commas(name: Token) -> bool:
    doc = name.doc
    return 0 < name.i < len(doc) - 1 and doc[name.i - 1].text == "," == doc[name.i + 1].text


def _to_town(name: Token, nouns: Nouns) -> None:
    """From the verb to the "capital" or "town" right before the comma."""
    before = name.doc[name.i - 2] if name.i > 1 else name
    if before.pos_ == "NOUN" and kinds.sorts(before, nouns) & {"settlement", "region"} and before.sent == name.sent:
        name.head = before
        name.dep_ = "appos"


def _to_telling(told: Token) -> None:
    """From the clause that is told up to the verb of telling right before the name."""
    verb = told.head.head
    if verb.i == told.left_edge.i - 1 and verb.pos_ == "VERB" and any(c.dep_ in _SUBJECTS for c in told.head.children):
        told.head = verb
        told.dep_ = "iobj"


def _to_own_passive(verb: Token) -> None:
    """ "Two were killed and nine hostages were freed": those freed are not among the killed."""
    first = next(c for c in verb.lefts if c.dep_ == "aux:pass")
    for noun in verb.doc[verb.sent.start : first.i]:
        second = noun.dep_ in _SUBJECTS and noun.head.pos_ == "VERB" and noun.head.i < noun.i
        joined = noun.dep_ == "conj" and noun.head.dep_ in _SUBJECTS and noun.head.i < noun.head.head.i < noun.i
        adjacent = noun.right_edge.i in (first.i - 1, first.i - 2)
        if (second or (joined and adjacent)) and any(c.dep_ == "cc" for c in noun.lefts):
            noun.head, noun.dep_ = verb, "nsubj:pass"
            return
