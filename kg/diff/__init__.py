"""What changed between two graphs, in words."""
from kg.diff.changes import KINDS, Change, changes

__all__ = ["KINDS", "Change", "changes"]
