"""Reports in, graph out: reading, cache, language, extraction, resolution and assembly, one after another."""
from kg.pipeline.cache import Cache, default_cache
from kg.pipeline.counts import Counts
from kg.pipeline.fingerprint import fingerprint
from kg.pipeline.run import build

__all__ = ["Cache", "Counts", "build", "default_cache", "fingerprint"]
