"""Is a graph sound: every edge borne out, every claim with its words, every term known."""
from kg.check.check import Breach, check
from kg.check.checks import CHECKS

__all__ = ["CHECKS", "Breach", "check"]
