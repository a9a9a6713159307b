"""Which reports are prints of one text: reprints and light rewrites of a wire story."""
from kg.origins.origins import origins
from kg.origins.signature import BANDS, SIMILAR, Signature, bands, signature, similar

__all__ = ["BANDS", "SIMILAR", "Signature", "bands", "origins", "signature", "similar"]
