"""Reports in, graph out: reading, cache, language, extraction, resolution and assembly, one after another."""
from kg.pipeline.cache import Cache, default_cache
from kg.pipeline.counts import Counts
from kg.pipeline.fingerprint import fingerprint
from kg.pipeline.judging import Question, judge, questions, why
from kg.pipeline.run import JUDGEMENTS, build, remove

__all__ = [
    "JUDGEMENTS",
    "Cache",
    "Counts",
    "Question",
    "build",
    "default_cache",
    "fingerprint",
    "judge",
    "questions",
    "remove",
    "why",
]
