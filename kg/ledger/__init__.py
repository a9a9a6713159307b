"""A graph on disk that grows and shrinks with its reports."""
from kg.ledger.corpus import BATCH, Corpus
from kg.ledger.scratch import from_scratch
from kg.ledger.setting import Terms

__all__ = ["BATCH", "Corpus", "Terms", "from_scratch"]
