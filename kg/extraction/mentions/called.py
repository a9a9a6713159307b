"""Groups by what they are called: "a group calling itself X", "the gang known as X"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.lexicon import Lexicon
from kg.extraction.mentions import kinds
from kg.extraction.wordlist import listed
from kg.extraction.words import of_words


def self_called(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """ "A group calling itself Soldiers of the North", "the gang known as 400 Nails": capitals, with small words
    between; a number may open them."""
    for token in of_words(doc, _CALLED | listed("names.ttl", "NameArticle")):
        begin = _called_from(token, lexicon) if token.i else 0
        if begin:
            end = last = begin + (begin < len(doc) and doc[begin].is_digit)
            while end < len(doc) and (doc[end].text[:1].isupper() or doc[end].lower_ in _LINKS):
                end += 1
                last = end if doc[end - 1].text[:1].isupper() else last
            if last > begin + doc[begin].is_digit:
                yield begin, last


def _called_from(token: Token, lexicon: Lexicon) -> int:
    """Where the name begins of which the token is the last word before; 0 where it is none such."""
    before = token.nbor(-1)
    if token.lower_ in listed("names.ttl", "NameArticle") and _is_article_after_group(token, lexicon):
        return token.i  # "the group al-Faran"
    itself = token.lower_ in ("itself", "themselves") and before.lemma_.lower() == "call"
    known = token.lower_ == "as" and before.lower_ == "known"
    if not (itself or known or token.lower_ in ("called", "dubbed")):
        return 0
    verb = token if not (itself or known) else before
    noun = token.doc[verb.i - 1] if verb.i else verb
    if not itself and (noun.tag_ != "NN" or "group" not in kinds.sorts(noun, lexicon.nouns)):
        return 0
    begin = token.i + 1
    while begin < len(token.doc) and token.doc[begin].lower_ in ("the", '"', "“", "'", "‘"):
        begin += 1
    return begin if begin < len(token.doc) else 0


_CALLED = frozenset({"itself", "themselves", "as", "called", "dubbed"})


def _is_article_after_group(token: Token, lexicon: Lexicon) -> bool:
    """Whether the small article opens a name right after "the group"."""
    after = token.doc[token.i + 1 : token.i + 3]
    noun = token.nbor(-1)
    opens = len(after) == 2 and after[0].text == "-" and after[1].is_title
    return opens and noun.tag_ == "NN" and "group" in kinds.sorts(noun, lexicon.nouns)


_LINKS = frozenset({"and", "in", "of", "the", "for", "al", "-"})
