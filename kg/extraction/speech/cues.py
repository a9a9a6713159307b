"""The words of a Doc that report speech."""
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction import wordlist
from kg.extraction.speech.lexicon import acts, listed
from kg.extraction.speech.syntax import CLAUSES, SUBJECTS, case_of, child, is_passive
from kg.extraction.words import of_lemmas, of_words

_VERBAL = ("VERB", "AUX")
_NOT_VERBAL = ("amod", "compound", "aux", "case", "fixed")


def verbs(doc: Doc) -> Iterator[tuple[Token, str]]:
    """Each verb that reports speech, with its act. Negated ones ("did not say when") report none."""
    for token in of_lemmas(doc, acts("verb").keys()):
        if token.pos_ in _VERBAL and token.dep_ not in _NOT_VERBAL and _reports(token):
            yield token, "demand" if calls(token) else acts("verb")[token.lemma_.lower()]


def calls(verb: Token) -> bool:
    """ "Called for a truce", "called on the rebels to disarm"; not "called on Monday"."""
    if verb.lemma_.lower() != "call":
        return False
    asked = any(m.tag_ == "TO" for c in verb.rights if c.dep_ in ("advcl", "xcomp") for m in c.lefts)
    wanted = {"for", *(("on", "upon") if asked else ())}
    return any(c.dep_ == "obl" and case_of(c) in wanted for c in verb.rights)


def nouns(doc: Doc) -> Iterator[tuple[Token, str]]:
    """Each noun that reports speech in a clause of its own: "the claim that ..."."""
    for token in of_lemmas(doc, acts("noun").keys()):
        if token.pos_ == "NOUN" and clause_of_noun(token) is not None:
            yield token, acts("noun")[token.lemma_.lower()]


def sources(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Each "according to" with the noun that it governs."""
    starts = {phrase.split()[0] for phrase in listed("SourcePhrase")}
    for token in of_words(doc, starts):
        if token.lower_ in starts and _names_a_source(token):
            noun = _governed(token)
            if noun is not None:
                yield token, noun


def greets(verb: Token, thing: Token) -> bool:
    """ "Welcomed the truce", "hailed the release of two hostages": not "welcomed the guests"."""
    return verb.lemma_.lower() in listed("Greeting") and thing.lemma_.lower() in listed("Greeted")


def documenter(noun: Token) -> Token:
    """ "According to what X has documented": X."""
    clauses = [c for c in noun.rights if c.dep_ == "acl:relcl"] if noun.lower_ in ("what", "figures") else []
    return next((s for c in clauses for s in c.children if s.dep_ == "nsubj"), noun)


def _names_a_source(token: Token) -> bool:
    phrases = listed("SourcePhrase")
    words = " ".join(t.lower_ for t in token.doc[token.i : token.i + 2])
    return words in phrases or (token.lower_ in phrases and token.dep_ == "case")


def clause_of_noun(noun: Token) -> Token | None:
    """The clause with "that" that depends on a noun, or None."""
    clauses = (c for c in noun.rights if c.dep_.startswith(("ccomp", "acl")))
    return next((c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)), None)


def _governed(token: Token) -> Token | None:
    """"according" is the case of the noun, or, where the parse goes astray, stands before it."""
    noun = token if token.dep_ != "fixed" else token.head
    while noun.dep_ in ("case", "fixed", "mark") and noun.head.i != noun.i:
        noun = noun.head
    if noun.dep_ == "nmod:desc" and noun.head.ent_type_ == "PERSON" and noun.i < noun.head.i:
        noun = noun.head  # "according to the bishop of A, Father X"
    if noun.i > token.i and noun.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
        return noun
    return next((c for c in token.rights if c.dep_ in ("obl", "obj", "nmod")), None)


def _labels(verb: Token) -> bool:
    """ "Called the raid a crime", "described it as a crime"; not "was called X"."""
    written = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_.lower() in acts("noun")
    if is_passive(verb) or not (written or child(verb, *SUBJECTS) is not None):
        return False
    if written:
        return True  # "a statement calling it a reply"
    named = [c for c in verb.children if c.dep_ in ("obj", "xcomp") and (c.i > verb.i or c.tag_ == "WDT")]
    return bool(named) and (len(named) > 1 or any(m.lower_ == "as" for c in verb.rights for m in c.lefts))


def _finds(verb: Token) -> bool:
    """ "The panel found that ...", "..., the panel found"; not "found two men shot"."""
    clauses = [c for c in verb.children if c.dep_ in CLAUSES]
    told = any(c.i < verb.i or any(m.lower_ == "that" for m in c.lefts if m.dep_ == "mark") for c in clauses)
    return not is_passive(verb) and (told or verb.dep_ == "parataxis")


def _nobody(verb: Token) -> bool:
    """ "No group has claimed responsibility", "nobody said why": nothing is said."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    none = listed("Nobody") | listed("Negation")
    return any(t.lower_ in none for s in subjects for t in (s, *s.lefts))


def _counts(verb: Token, thing: Token) -> bool:
    """ "Put the toll at 12", "put the number of dead at 12"; "listed 20 churches", "has documented 30 deaths"."""
    if verb.lemma_.lower() != "put":
        return verb.tag_ in ("VBD", "VBN") and (thing.pos_ == "NUM" or child(thing, "nummod") is not None)
    heads = wordlist.listed("quantities.ttl", "TollNoun") | {"number", "total", "figure"}
    told = {thing.lemma_.lower(), thing.lower_} & (heads | wordlist.listed("quantities.ttl", "HarmWord"))
    return bool(told) and any(t.like_num and case_of(t) == "at" for t in verb.subtree if t.i > verb.i)


def _reports(verb: Token) -> bool:
    if any(c.lower_ in listed("Negation") and c.i < verb.i for c in verb.children) or _nobody(verb):
        return False
    if verb.is_title and verb.i > verb.sent.start and not verb.nbor(-1).is_punct and not verb.nbor(-1).is_upper:
        return False  # a surname: "Amina Said"
    thing = child(verb, "obj", "nsubj:pass")
    if thing is not None and thing.lemma_.lower() in listed("NotSaid"):
        return False
    if calls(verb):
        return True
    if verb.tag_ in ("VB", "VBG") and verb.head.lemma_ in ("fail", "refuse", "decline"):
        return False  # "accused him of failing to call on people"
    if any(c.lower_ == "without" for c in verb.lefts):
        return False  # "without saying that it had"
    if verb.lemma_ == "ask" and verb.i == verb.sent.start and child(verb, *SUBJECTS) is None:
        return False  # "Asked whether X was to blame, ...": somebody else asks
    if verb.lemma_.lower() == "speak" and thing is not None:
        return False  # "spoke Spanish"
    if verb.lemma_.lower() in listed("Counting"):
        return thing is not None and _counts(verb, thing)
    if verb.lemma_.lower() in listed("Finding"):
        return _finds(verb)
    if verb.lemma_.lower() in listed("Labelling"):
        return _labels(verb) or child(verb, *CLAUSES) is not None
    clause = child(verb, *CLAUSES) is not None or verb.dep_ == "parataxis"
    clause = clause or (verb.lemma_.lower() in listed("Infinitive") and child(verb, "xcomp") is not None)
    believed = is_passive(verb) and child(verb, "xcomp") is not None
    if thing is not None and greets(verb, thing):
        return True
    return clause or believed or verb.lemma_.lower() not in listed("Clausal") or any(t.is_quote for t in verb.sent)
