"""Which events say enough to stand, and which only speak of violence in general."""

from types import SimpleNamespace

import pytest

from kg.extraction.events.keep import kept
from kg.records import Figure, Responsibility

MIRO, GUARDS = 3, 8


@pytest.mark.parametrize(
    ("phrase", "more", "stands"),
    [
        ("A blast", {"place": {MIRO}}, True),
        ("A blast", {"day": "2019-03-04"}, True),
        ("A blast", {"target": {GUARDS}}, True),
        ("A blast", {}, False),
        ("Blasts", {"target": {GUARDS}}, False),
        ("Two blasts", {"count": 2, "place": {MIRO}}, True),
        ("A blast", {"modality": "planned"}, False),
        ("A blast", {"modality": "planned", "target": {GUARDS}}, True),
        ("A blast", {"modality": "denied", "agent": {GUARDS}}, True),
        ("Talks", {"type": "Negotiation", "frame": "Mutual"}, False),
        ("Talks", {"type": "Negotiation", "frame": "Mutual", "agent": {GUARDS}}, True),
    ],
)
def test_kept(mentions, event, geography, phrase: str, more: dict, stands: bool) -> None:
    told = SimpleNamespace(events=[event(*mentions((phrase, more)))], geography=geography, cast=None)
    assert kept(told, (), ()) == ([0] if stands else [])


def test_what_is_counted_or_claimed_stands(mentions, event, geography) -> None:
    drafts = [event(m) for m in mentions(("A blast", {}), ("A blast", {}), ("A blast", {}))]
    told = SimpleNamespace(events=drafts, geography=geography, cast=None)
    figure = Figure("killed", "exact", 3, 3, 3, 1, ())
    assert kept(told, [figure], [Responsibility(2, GUARDS, "claims", ())]) == [1, 2]
