"""The pipeline that the rest of the product reads with."""
import spacy
from spacy.language import Language

from kg.language.adapter import adapt
from kg.language.cardinal import CARDINALS
from kg.language.component import FACTORY
from kg.language.consistency import CONSISTENCY
from kg.language.tokens import NAME

_LONGEST_TEXT = 20_000_000  # characters; paragraphs are read one by one, so length costs little memory


def load(name: str | None = None) -> Language:
    """An English pipeline with tags, UD parse, sentences, lemmas, features and entities.

    name  None: the model that ships with the package. Else the name or path of any installed spaCy pipeline,
          whose labels (UD or ClearNLP's) are brought to ours.

    Raises OSError (spaCy's own, naming the pipeline) when it is not installed, ValueError when it does not parse.
    """
    return _shipped() if name is None else adapt(name)


def _shipped() -> Language:
    config = {"nlp": {"tokenizer": {"@tokenizers": NAME}}}
    nlp = spacy.blank("en", config=config, meta={"name": "conflict_news"})
    nlp.max_length = _LONGEST_TEXT
    nlp.add_pipe(FACTORY)
    nlp.add_pipe(CONSISTENCY)
    nlp.add_pipe(CARDINALS)
    return nlp
