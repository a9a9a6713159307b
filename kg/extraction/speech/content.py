"""What is said, and what is not: the tokens that a reporting word has in its scope."""
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.speech.lexicon import acts, listed
from kg.extraction.speech.speakers import phrase_start
from kg.extraction.speech.syntax import CLAUSES, SUBJECTS, child, is_break, is_mark, is_passive, subtree

_STAYS = (  # how what follows a comma may still belong to the words that report
    "appos", "acl", "acl:relcl", "amod", "advcl", "obl", "nmod", "advmod", "xcomp", "flat", "obl:unmarked",
    "nmod:unmarked", "obl:tmod", "nmod:tmod", "case", "punct", "cc", "compound", "conj", "nmod:desc",
)  # fmt: skip
_WANTING = ("demand", "promise", "praise", "condemn", "accuse")  # "..., as the council called for calm" reports nothing
_PREPOSITIONAL = ("accuse", "warn")
_MARKS = ("that", "of", "for", "to", "if", "whether")


def of_verb(verb: Token, speaker: Token | None, act: str) -> set[int]:
    """The tokens of what a reporting verb reports in its own sentence."""
    if act not in _WANTING and _as_clause(verb):
        return _sentence(verb) - subtree(verb)
    said = _around(verb, speaker) if follows_content(verb, speaker) else _after(verb, act)
    return said - _own_voice(verb.doc, said, verb.i)


def of_source(cue: Token, noun: Token) -> set[int]:
    """The tokens that "according to X" covers: its sentence, or the clause within which it stands."""
    phrase = _source_phrase(cue, noun)
    clause = _clause(noun.head)
    said = (subtree(clause) if _is_narrow(cue, clause, max(phrase) + 1) else _sentence(cue)) - phrase
    return said - _later_clauses(clause, max(phrase)) - _own_voice(cue.doc, said, cue.i)


def follows_content(verb: Token, speaker: Token | None) -> bool:
    """Whether the verb stands after (or within) what it reports: "..., he said."."""
    start = attribution_start(verb, speaker)
    if start <= verb.sent.start or not is_break(verb.doc[start - 1]) or verb.doc[start - 1].text == ";":
        return False
    before = range(verb.sent.start, start)
    left = any(c.dep_ in CLAUSES and c.i < start and _is_clause(c) for c in verb.children)
    right = any(c.dep_ in CLAUSES and c.i > verb.i and _is_told(c) and not _past_semicolon(c) for c in verb.children)
    beside = verb.head.i in (*before, *range(verb.i, verb.sent.end))
    hosted = verb.dep_ in ("parataxis", "ccomp") and beside and (not right or _enclosed(verb))
    stray = [speaker.head, *(c for c in verb.lefts if c.dep_ in SUBJECTS)] if speaker is not None else []
    strays = any(t.i in before for t in stray) and not right
    return left or hosted or strays or (not right and _quoted_before(verb, start))


def _as_clause(verb: Token) -> bool:
    """"As the governor said, the bridge is closed."."""
    bare = child(verb, *CLAUSES, "obj", "xcomp") is None and not is_passive(verb)
    return verb.dep_ == "advcl" and bare and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)


def _enclosed(verb: Token) -> bool:
    """"The men, he said, were ...": nothing but a comma follows."""
    return verb.i + 1 < verb.sent.end and verb.nbor(1).text == "," and verb.head.i > verb.i


def attribution_start(verb: Token, speaker: Token | None) -> int:
    """Where the words begin that report: the speaker before the verb, or the verb."""
    begin = phrase_start(verb)
    if speaker is None or speaker.i > verb.i or speaker.i >= begin:
        return begin
    before = (t for t in speaker.subtree if t.i <= speaker.i and t.sent == verb.sent and not is_mark(t))
    return min((t.i for t in before), default=begin)


def attribution_end(verb: Token, speaker: Token | None, start: int) -> int:
    """Where they end: at the first comma or dash after which nothing depends on them any more."""
    doc, end = verb.doc, verb.sent.end
    holders = set(range(start, verb.i + 1)) | ({speaker.i} if speaker is not None else set())
    at = verb.i + 1
    while at < end and not _closes(doc, at, start, end, holders):
        at += 1
    return at


def _closes(doc: Doc, at: int, start: int, end: int, holders: set[int]) -> bool:
    if not is_break(doc[at]):
        return False
    if at + 1 < end and doc[at + 1].lemma_.lower() in listed("Quoting"):
        return False
    links = [t for t in doc[at + 1 : end] if t.head.i <= at and not is_mark(t)]
    first = next((t for t in links), None)
    if first is None:
        return True
    inside = start <= first.head.i < at or first.head.i in holders
    clausal = first.dep_ == "conj" and child(first, *SUBJECTS) is not None
    return not inside or first.dep_ not in _STAYS or clausal


def _around(verb: Token, speaker: Token | None) -> set[int]:
    """The sentence without the words that report, and without what another verb beside it reports or tells."""
    start = attribution_start(verb, speaker)
    end = attribution_end(verb, speaker, start)
    rest = _sentence(verb) - set(range(start, end))
    others = (c for c in verb.rights if c.i >= end and _own_subject(c, "conj"))
    rest -= {i for c in others for i in subtree(c)} | {i for c in _before_joined(verb, start) for i in c}
    return rest - _parted(verb, start, end)


def _parted(verb: Token, start: int, end: int) -> set[int]:
    """What semicolons part from "B, X says": the clauses after it, and those before in which another speaks:
    "Y denies A; B, X says; C"."""
    doc, sentence = verb.doc, verb.sent
    semicolons = [i for i in range(sentence.start, sentence.end) if doc[i].text == ";"]
    after = min((i for i in semicolons if i >= end), default=sentence.end)
    before = max((i for i in semicolons if i < start), default=sentence.start)
    if not any(_has_speaker(t) for t in doc[sentence.start : before]):
        before = sentence.start
    return {*range(sentence.start, before), *range(after, sentence.end)}


def _has_speaker(verb: Token) -> bool:
    """Whether the word reports what somebody says, with a subject or where the parse may well have lost it."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, *SUBJECTS) is not None
    return finite and verb.pos_ == "VERB" and verb.lemma_.lower() in acts("verb")


def _before_joined(verb: Token, start: int) -> Iterator[set[int]]:
    """"He left, and the war is over, she said": what the verb is joined to is not its own."""
    if verb.dep_ == "conj" and verb.head.i < start:
        clauses = [c for c in verb.lefts if c.dep_ in CLAUSES]
        first = min((min(subtree(c)) for c in clauses), default=start)
        yield set(range(verb.sent.start, first))


def _after(verb: Token, act: str) -> set[int]:
    """The clauses that the verb governs, and those joined to it that have a subject of their own: "said A, and B"."""
    clauses = list(_complements(verb, act))
    said = {i for clause in clauses for i in subtree(clause)}
    if not clauses:
        return said
    if act not in _PREPOSITIONAL:
        joined = (c for c in verb.rights if c.i > clauses[-1].i and _own_subject(c, "conj") and not _reports_too(c))
        said |= {i for c in joined for i in subtree(c)}
    if is_passive(verb) and clauses[0].dep_ == "xcomp":
        said |= {i for c in verb.lefts if c.dep_ in SUBJECTS for i in subtree(c)}
        return said - {verb.i}
    first = min((i for c in clauses for i in subtree(c) if i > verb.i), default=verb.i)
    return {i for i in said if i > verb.i} - set(range(first, _that(verb, clauses) + 1))


def _that(verb: Token, clauses: list[Token]) -> int:
    """Where the conjunction of the first clause stands, or the verb: "said on Tuesday that ..."."""
    marks = [m.i for m in clauses[0].children if m.dep_ == "mark" and m.i > verb.i and m.lower_ in _MARKS]
    return min(marks, default=verb.i)


def _complements(verb: Token, act: str) -> Iterator[Token]:
    infinitive = is_passive(verb) or verb.lemma_.lower() in listed("Infinitive")
    for c in verb.children:
        spoken = c.dep_ == "ccomp" or (c.dep_ == "xcomp" and infinitive)
        loose = c.dep_ == "parataxis" and c.i > verb.i and child(c, *SUBJECTS) is not None
        of = c.dep_ == "advcl" and act in _PREPOSITIONAL and any(m.lower_ in _MARKS for m in c.children)
        if (spoken or loose or of) and not (c.i > verb.i and _past_semicolon(c)):
            yield c


def _past_semicolon(clause: Token) -> bool:
    """Whether a semicolon parts the clause from what stands before it: "..., X said; Y confirmed it"."""
    first = clause.left_edge
    return ";" in (first.text, first.doc[max(0, first.i - 1)].text)


def _own_voice(doc: Doc, said: set[int], cue: int) -> set[int]:
    """Clauses after a comma in which the report speaks itself again: ", while ...", ", but ..." with a subject."""
    out: set[int] = set()
    for i in sorted(i for i in said if i > cue):
        token = doc[i]
        hangs = token.head.i < i and (token.head.i in said or token.head.i == cue)
        if hangs and token.dep_ in ("advcl", "conj", "parataxis") and _breaks_off(token):
            out |= subtree(token)
    return out


def _breaks_off(token: Token) -> bool:
    left = min(t.i for t in token.subtree)
    words = [t for t in token.doc[left : token.i + 1] if not is_mark(t)]
    begins = bool(words) and words[0].lower_ in listed("OwnVoice")
    own = child(token, *SUBJECTS) is not None
    comma = any(t.text in (",", ";", "—", "–") for t in _marks_before(token.doc, left))
    return comma and own and (begins or (token.dep_ != "advcl" and _reports_too(token)))


def _marks_before(doc: Doc, at: int) -> Iterator[Token]:
    """The punctuation at and right before a place."""
    if is_mark(doc[at]):
        yield doc[at]
    while at > 0 and is_mark(doc[at - 1]):
        at -= 1
        yield doc[at]


def _reports_too(token: Token) -> bool:
    """Whether the word reports what somebody else says."""
    return token.pos_ == "VERB" and token.lemma_.lower() in acts("verb") and child(token, *CLAUSES) is not None


def _later_clauses(clause: Token, end: int) -> set[int]:
    """Clauses joined on after "..., according to X, and ..."."""
    joined = (c for c in clause.rights if c.i > end and _own_subject(c, "conj", "parataxis"))
    return {i for c in joined if min(subtree(c)) > end for i in subtree(c)}


def _clause(token: Token) -> Token:
    while token.head.i != token.i and not token.dep_.startswith(("acl", "advcl", "ccomp", "conj", "parataxis")):
        token = token.head
    return token


def _source_phrase(cue: Token, noun: Token) -> set[int]:
    return {i for i in subtree(noun) if i >= cue.i} | {cue.i, cue.i + 1}


def _is_narrow(cue: Token, clause: Token, end: int) -> bool:
    """Whether "according to X" covers a clause alone: it closes it without a comma, or stands in the midst of it."""
    first, last = cue.i == cue.sent.start, all(is_mark(t) for t in cue.doc[end : cue.sent.end])
    if not clause.dep_.startswith(("acl", "advcl", "conj", "ccomp")) or first:
        return False
    return not is_break(cue.nbor(-1)) if last else True


def _sentence(token: Token) -> set[int]:
    return set(range(token.sent.start, token.sent.end))


def _is_told(token: Token) -> bool:
    """Whether the clause may be what is said: not "he has said, the latest of several"."""
    return _is_clause(token) or token.tag_ != "JJS"


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or child(token, "cop", "aux:pass", *SUBJECTS) is not None


def _quoted_before(verb: Token, start: int) -> bool:
    """Whether a quotation ends right before the words that report, which are the speaker and the verb alone."""
    doc = verb.doc
    marked = any(doc[i].text in ("”", "’", "»", "''", '"', "'") for i in range(max(0, start - 2), start))
    alone = all(t.is_ancestor(verb) or verb.is_ancestor(t) for t in doc[start : verb.i])
    return marked and alone and verb.dep_ in ("ROOT", "parataxis", "ccomp", "conj")


def _own_subject(token: Token, *deps: str) -> bool:
    return token.dep_ in deps and child(token, *SUBJECTS) is not None
