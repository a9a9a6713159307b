"""What a graph depends on besides its records and judgements, as one hash."""
import hashlib
from pathlib import Path

from kg.ledger.setting import Terms
from kg.resources import folder

_PACKAGE = Path(__file__).parent.parent
_CODE = ("records", "lexicon", "resolution", "origins", "graph", "check", "ledger")


def code_hash(terms: Terms) -> str:
    """SHA-256, in hexadecimal, over the code that resolves and assembles, the lexicon, the base and the policies."""
    total = hashlib.sha256("\x1f".join((terms.base, *terms.policies)).encode())
    places = [*(_PACKAGE / name for name in _CODE), folder("ontology")]
    for file in sorted(f for p in places for f in p.rglob("*") if f.is_file() and f.suffix != ".pyc"):
        total.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
