"""Is a graph sound, and what would a careful reader notice in it."""
from kg.check.check import Breach, check
from kg.check.checks import CHECKS
from kg.check.noticed import Noticed, noticed
from kg.check.shapes import violations

__all__ = ["CHECKS", "Breach", "Noticed", "check", "noticed", "violations"]
