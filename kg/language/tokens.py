"""The English tokenizer, with what news of conflict adds to spaCy's rules.

The encoder was trained on UD tokens (EWT, GUM), which spaCy's English rules match but for 1.3 % of tokens; hyphens
between letters are split in both: "al-Hasakah" is three tokens, and so is "near-simultaneous".
"""
from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

# Abbreviations that a name or a number follows: none of them ends a sentence.
TITLES = (
    "Adm.", "Amb.", "Atty.", "Brig.", "Capt.", "Cdr.", "Cmdr.", "Col.", "Comdr.", "Cpl.", "Cpt.", "Dr.", "Fr.", "Gen.",
    "Gov.", "Hon.", "Lieut.", "Lt.", "Maj.", "Messrs.", "Mr.", "Mrs.", "Ms.", "Mt.", "Pfc.", "Pres.", "Prof.", "Pvt.",
    "Rep.", "Reps.", "Rev.", "Sen.", "Sens.", "Sgt.", "Spc.", "Spec.", "St.", "Supt.", "vs.",
)
# Others that keep their stop; whether they end the sentence is the encoder's decision.
ABBREVIATIONS = (
    "a.m.", "p.m.", "A.M.", "P.M.", "approx.", "ca.", "cf.", "dept.", "Dept.", "est.", "etc.", "No.", "Nos.", "U.N.",
    "U.S.", "U.S.A.", "U.K.", "E.U.", "D.C.", "Ltd.", "Co.", "Corp.", "Inc.", "Jr.", "Sr.", "Jan.", "Feb.", "Mar.",
    "Apr.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.", "al.",
)  # fmt: skip
# Characters without a width: they change no word (soft hyphen, zero-width space and joiners, marks of direction).
INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff", "")
NAME = "kg_tokens.v1"
_DASHES = (r"[–—]", r"--+")
_INFIXES = (r"(?<=\S)[–—](?=\S)", r"(?<=[0-9])-(?=[A-Za-z]{2})", r"(?<=[A-Za-z])--+", r"(?<=[a-z\])])[\]\[\)\(](?=\S)")


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def make() -> Callable[[Language], Tokenizer]:
    """The tokenizer for a pipeline's configuration."""
    return tokenizer


def tokenizer(nlp: Language) -> Tokenizer:
    """A tokenizer for `nlp`'s vocabulary. Tokens always spell the text: `doc.text` equals the input."""
    defaults = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules={**(defaults.tokenizer_exceptions or {}), **dict(_kept_whole())},
        prefix_search=compile_prefix_regex([*_DASHES, *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*(defaults.suffixes or ()), *_DASHES]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
        url_match=defaults.url_match,
    )


def _kept_whole() -> Iterable[tuple[str, list[dict[str, str]]]]:
    for word in (*TITLES, *ABBREVIATIONS):
        for form in {word, word.upper(), word[0].upper() + word[1:]}:
            yield form, [{"ORTH": form}]
