"""Who and where and which event is which: every decision with its reason."""
from kg.resolution.resolution import Decision, EventNode, Merge, Node, Resolution
from kg.resolution.resolve import resolve

__all__ = ["Decision", "EventNode", "Merge", "Node", "Resolution", "resolve"]
