"""Names in the text: the model's entities, corrected and completed from the known actors and places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.mentions.called import self_called
from kg.extraction.syntax.clause import children
from kg.extraction.text import text_of
from kg.extraction.wordlist import listed
from kg.extraction.words import tokens
from kg.lexicon import KnownActor, fold

_LONGEST = 8
_FILE = "names.ttl"
_MEMBERS = frozenset({"fighter", "people", "soldier"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `begin` to `end` (exclusive) that name something: its class, and the known actor's slug or ""."""

    begin: int
    end: int
    kind: str
    known: str = ""
    adjective: bool = False


def names(doc: Doc, lexicon: Lexicon) -> list[Name]:
    """The names of a document, in text order, none overlapping another; the longer wins, then the known actor."""
    called = (Name(begin, end, "ArmedGroup") for begin, end in self_called(doc, lexicon))
    found = [*called, *_known(doc, lexicon), *_entities(doc, lexicon)]
    found += [*_organisations(doc, lexicon), *_nationals(doc, lexicon)]
    found.sort(key=lambda n: (-(n.end - n.begin), not n.known, n.begin))
    taken: set[int] = set()
    chosen = []
    for name in found:
        if taken.isdisjoint(range(name.begin, name.end)):
            taken.update(range(name.begin, name.end))
            chosen.append(name)
    return sorted(chosen, key=lambda n: n.begin)


def _known(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    for token in tokens(doc):
        if token.text[:1].isupper() or token.text[:1].isdigit() or _is_article(token):
            yield from _known_from(token, lexicon)


def _known_from(token: Token, lexicon: Lexicon) -> Iterator[Name]:
    doc = token.doc
    for end in range(_limit(token, lexicon), token.i, -1):
        last = doc[end - 1]
        if last.is_punct or kinds.sorts(last, lexicon.nouns) & _MEMBERS:
            continue
        text = text_of(doc)[token.idx : last.idx + len(last)]
        actor = lexicon.actors.find(text)
        if actor and not _is_hyphened(token, end) and _acceptable(token, end, actor):
            begin = token.i + (token.lower_ == "the" and lexicon.actors.find(doc[token.i + 1 : end].text) == actor)
            yield Name(begin, end, "Place") if actor.kind == "State" else Name(begin, end, actor.kind, actor.slug)
            return


def _is_hyphened(token: Token, end: int) -> bool:
    """Whether the word is only the middle of one: the African Union is not in "PORT-AU-PRINCE"."""
    doc = token.doc
    inner = token.i > 0 and end < len(doc) and doc[token.i - 1].text == doc[end].text == "-"
    return inner and not doc[token.i - 1].whitespace_ and not doc[end - 1].whitespace_


def _is_article(token: Token) -> bool:
    """The small article of "al-Shabaab"."""
    if token.lower_ not in listed(_FILE, "NameArticle"):
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].text[:1].isupper()


def _limit(token: Token, lexicon: Lexicon) -> int:
    """Where a known name that begins at the token must end: before a possessive, a line end, the sentence's end,
    a mark other than a hyphen, or a word that no known name has."""
    doc = token.doc
    furthest = min(token.i + _LONGEST, len(doc))
    return next((i for i in range(token.i, furthest) if _ends_before(doc[i], token, lexicon)), furthest)


def _ends_before(word: Token, first: Token, lexicon: Lexicon) -> bool:
    if word.is_space or word.tag_ == "POS" or word.text in _MARKS:
        return True
    return bool(word.is_sent_start and word.i > first.i) or _is_foreign(word, lexicon)


_MARKS = frozenset(",;:()[]\"“”")
_EDGES = " \n-,;:()[]\""


def _is_foreign(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a whole word of plain letters, and in no known name."""
    if not (token.is_alpha and token.is_ascii) or lexicon.actors.has_word(token.text):
        return False
    text, begin, end = text_of(token.doc), token.idx, token.idx + len(token)
    return text[begin - 1 : begin] in _EDGES and text[end : end + 1] in _EDGES


def _acceptable(token: Token, end: int, actor: KnownActor) -> bool:
    """A known name counts where it is printed as a name;
    a state's name is a place until the text uses it as an actor."""
    if actor.kind in ("State", "Person") and end == token.i + 1:
        return False
    if end == token.i + 1:
        return (
            token.pos_ in ("PROPN", "X")
            or (token.text.isupper() and len(token) > 1)
            or token.ent_type_ in ("ORG", "NORP")
        )
    return True


def _entities(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    for ent in doc.ents:
        if ent.label_ in kinds.LABELS:
            begin, end = _trim(doc, ent.start, ent.end, ent.label_ != "ORG")
            tied = _after_tie(doc, begin, end)
            if tied > begin:
                yield _classified(doc, begin, tied - 2, "LOC", lexicon)
                begin = tied
            if ent.label_ in ("PERSON", "PER"):
                begin = _after_role(doc, begin, end, lexicon)
            if begin < end and doc[begin].tag_ not in ("PRP", "PRP$") and not _opens_as_noun(doc, begin, end, lexicon):
                if _is_group(doc, begin, end, ent.label_, lexicon):
                    yield Name(begin, end, "ArmedGroup")
                    continue
                label = "PERSON" if _commands(doc, begin, end, lexicon) else ent.label_
                yield _classified(doc, begin, end, label, lexicon)


def _is_group(doc: Doc, begin: int, end: int, label: str, lexicon: Lexicon) -> bool:
    """ "A militia, Gatia, ...": what the model took for a person, in apposition to a group."""
    if label not in ("PERSON", "PER"):
        return False
    root = doc[begin:end].root
    if root.dep_ != "appos" or lexicon.actors.find(doc[begin:end].text):
        return False
    armed = "group" in kinds.sorts(root.head, lexicon.nouns) and root.head.tag_ == "NN"
    return armed and doc[begin - 1].text == "," and root.head.i < begin


def _commands(doc: Doc, begin: int, end: int, lexicon: Lexicon) -> bool:
    """ "Gunmen under Jan Alm": a name of several words that no gazetteer has, and under which men stand."""
    if end - begin < 2 or not begin or doc[begin - 1].lower_ != "under" or lexicon.places.find(doc[begin:end].text):
        return False
    return bool(kinds.sorts(doc[begin:end].root.head, lexicon.nouns) & {"fighter", "force", "soldier"})


def _after_tie(doc: Doc, begin: int, end: int) -> int:
    """Where the name begins after "Britain-based", "Iran-backed": what it is tied to is another name."""
    for i in range(begin + 1, end - 2):
        tied = doc[i].text == "-" and doc[i + 1].lower_ in listed("relations.ttl", "HyphenTie")
        if tied and doc[i + 1].is_lower and doc[i + 2].text[:1].isupper():
            return i + 2
    return begin


def _opens_as_noun(doc: Doc, begin: int, end: int, lexicon: Lexicon) -> bool:
    """ "Shells hit a clinic": a common noun with a capital because it opens the sentence."""
    first = doc[begin]
    alone = end == begin + 1 and first.tag_ in ("NNS", "NNPS") and first.i == first.sent.start
    return alone and bool(kinds.sorts(first, lexicon.nouns)) and not lexicon.actors.find(first.text)


def _organisations(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    """Runs of capitals that end in what an organisation is called by: "the Popular Liberation Army"."""
    for token in tokens(doc):
        capital = token.text[:1].isupper() and not token.text.isupper()
        if token.i and capital and token.lower_ in listed(_FILE, "OrganisedWord"):
            begin = token.i
            while (
                begin > token.sent.start + 1
                and (doc[begin - 1].text[:1].isupper() or doc[begin - 1].text == "-")
                and doc[begin - 1].pos_ in ("PROPN", "ADJ", "PUNCT", "NOUN")
                and doc[begin - 1].ent_type_ != "DATE"  # "on Friday African Union soldiers"
            ):
                begin -= 1
            owned = token.i - begin == 1 and token.doc[begin - 1].tag_ == "POS" and begin > token.sent.start
            if token.i - begin >= 2 or owned:
                name = _classified(doc, begin, token.i + 1, "ORG", lexicon)
                yield replace(name, kind="Organisation") if name.kind == "Facility" else name


def _after_role(doc: Doc, begin: int, end: int, lexicon: Lexicon) -> int:
    """Where the name begins after a noun that says what the person is: "Cameraman X", "Engineers X and Y"."""
    while begin + 1 < end and (
        doc[begin].dep_ in ("nmod:desc", "compound")
        and begin < doc[begin].head.i < end
        and kinds.sorts(doc[begin], lexicon.nouns) & {"role", "people", "soldier"}
    ):
        begin += 1
    return begin


def _nationals(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    """Nationalities that the model gave no label, or that of a weapon: "Ukrainian" of "a Ukrainian fighter jet"."""
    for token in tokens(doc):
        free = token.ent_type_ in ("", "WEAPON") and token.dep_ == "amod" and token.text[:1].isupper()
        if free and not token.text.isupper() and lexicon.nationalities.place(token.text):
            yield Name(token.i, token.i + 1, "PeopleGroup", adjective=True)


def _trim(doc: Doc, begin: int, end: int, titled: bool) -> tuple[int, int]:
    while begin < end and (
        doc[begin].is_space
        or doc[begin].pos_ in ("DET", "PUNCT")
        or doc[begin].text in "[]()"
        or (titled and doc[begin].lower_.strip(".") in listed(_FILE, "Title"))
    ):
        begin += 1
    while end > begin + 1 and doc[end - 1].lower_ in listed("relations.ttl", "FieldNoun") and doc[end - 1].is_lower:
        end -= 1  # "UN human" of "the UN human rights chief"
    while end > begin and (
        doc[end - 1].is_space or doc[end - 1].pos_ in ("PUNCT", "DET", "ADP") or doc[end - 1].tag_ == "POS"
    ):
        end -= 1
    return begin, end


def _classified(doc: Doc, begin: int, end: int, label: str, lexicon: Lexicon) -> Name:
    text = doc[begin:end].text
    if label in ("LOC", "GPE") and end < len(doc) and doc[end].lower_ in listed(_FILE, "RegionWord"):
        end += doc[end].head.i >= end - 1 and doc[end].pos_ in ("NOUN", "PROPN")
        text = doc[begin:end].text
    while end + 1 < len(doc) and doc[end].text == "-" and lexicon.places.find(doc[begin : end + 2].text):
        end += 2
        text = doc[begin:end].text
    nationality = end == begin + 1 and lexicon.nationalities.place(text)
    if nationality and label in ("NORP", "ORG", "LOC", "PERSON", "GPE") and not lexicon.places.find(text):
        people = doc[begin].tag_ in ("NNS", "NNPS") or _is_national(doc[begin])
        return Name(begin, end, "PeopleGroup", adjective=not people)
    actor = lexicon.actors.find(text)
    if (
        actor
        and (label != "PERSON" or _metonym(text, actor))
        and not (actor.kind == "State" and label in ("LOC", "GPE"))
    ):
        return Name(begin, end, actor.kind, actor.slug, label == "NORP" and doc[begin].tag_ == "JJ")
    if actor and actor.kind == "Person":
        return Name(begin, end, "Person", actor.slug)
    if label in ("ORG", "PERSON") and end == begin + 1 and _is_place(doc[begin], lexicon):
        return Name(begin, end, "Place")
    owns = label == "PERSON" and end < len(doc) and doc[end].tag_ == "POS" and end == begin + 1
    if owns and any(p.kind in ("country", "region", "province") for p in lexicon.places.find(text)):
        return Name(begin, end, "Place")  # "Chechnya's State Council"
    if label in ("LOC", "GPE") and _holds_office(doc[begin:end].root, lexicon):
        return Name(begin, end, "Person")
    words = [t.text for t in doc[begin:end]]
    kind = kinds.of_name(words, label, lexicon.nouns)
    if kind == "Place" and end - begin > 2 and not lexicon.places.find(text):
        kind = kinds.body(words) or kind  # "the Sri Lanka Monitoring Mission"
    return Name(begin, end, kind, adjective=label == "NORP" and doc[begin].tag_ == "JJ")


def _holds_office(name: Token, lexicon: Lexicon) -> bool:
    """ "The governor of Ondo, Jan Alm,": taken for a place, beside who governs one, and in no gazetteer."""
    office = name.head.head if name.head.dep_ == "nmod" else name.head
    governs = office.tag_ in ("NN", "NNP") and office.lemma_.lower() in listed("relations.ttl", "RelationNoun")
    words = name.doc[name.i : name.i + 1 + sum(c.dep_ == "flat" for c in name.rights)]
    return name.dep_ == "appos" and governs and len(words) > 1 and not lexicon.places.find(words.text)


def _is_national(token: Token) -> bool:
    """ "An Ecuadorean was wounded", "one Colombian": a person, and no adjective."""
    counted = any(c.lower_ in ("a", "an", "one") for c in children(token, "det", "nummod"))
    return counted and token.dep_ in ("nsubj", "nsubj:pass", "obj", "conj", "obl:agent", "nmod")


def _metonym(text: str, actor: KnownActor) -> bool:
    """Whether a state is named by its seat: the Kremlin."""
    return actor.kind == "State" and fold(text) in {fold(m) for m in actor.metonyms}


def _is_place(token: Token, lexicon: Lexicon) -> bool:
    """A name that the model took for an organisation or a person,
    where a preposition of place or a compound says otherwise."""
    if not lexicon.places.find(token.text) or lexicon.actors.find(token.text):
        return False
    case = {c.lower_ for c in token.children if c.dep_ == "case"}
    if "of" in case and any(p.kind in ("country", "region", "province") for p in lexicon.places.find(token.text)):
        return True  # "the president of Chechnya"
    return bool(case & {"in", "near", "at", "from", "to", "outside", "around"}) or token.dep_ == "compound"
