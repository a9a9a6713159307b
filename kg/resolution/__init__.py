"""Who and where and which event is which: every decision with its reason."""
from kg.resolution.judgements import Judgement, Mention, add_judgement, read_judgements, take_back
from kg.resolution.resolution import Decision, Doubt, EventNode, Merge, Node, Resolution
from kg.resolution.resolve import resolve

__all__ = [
    "Decision",
    "Doubt",
    "EventNode",
    "Judgement",
    "Mention",
    "Merge",
    "Node",
    "Resolution",
    "add_judgement",
    "read_judgements",
    "resolve",
    "take_back",
]
