"""Prints of one text are one origin; two reporters on one event are two."""
from itertools import permutations

import pytest

from kg.origins import origins
from kg.records import Report

WIRE = ("At least twelve people were killed on Tuesday when shells hit the fish market of Mersa, the harbour council"
        " said. Rescue workers were still searching the ruins of the northern hall in the evening, and hospitals in"
        " the district asked for blood. No group has claimed the attack. The council has asked the navy for a second"
        " field hospital, its spokeswoman told reporters at the quay.")
REWRITE = WIRE.replace("At least twelve", "Twelve").replace("on Tuesday ", "").replace("asked the navy for",
                                                                                       "requested")
OTHER = ("Shelling struck Mersa's crowded fish market on Tuesday and killed a dozen traders. I saw porters carry the"
         " wounded out on doors. The council spoke of twelve dead; a nurse at Saint Brida's counted fifteen. Boats"
         " left the port all night with families from the quarter around the northern hall.")


def report(body, outlet):
    return Report(body, "", outlet, "2019-03-05")


@pytest.mark.parametrize(("a", "b", "one"), [
    (WIRE, WIRE, True), (WIRE, WIRE.replace(". ", ".\n\n"), True), (WIRE, REWRITE, True), (WIRE, OTHER, False),
    (WIRE, WIRE + " " + OTHER[:60], True), ("Two dead in Mersa.", "Two dead in Mersa.", True),
    ("Two dead in Mersa.", "Two dead in Holt.", False)])
def test_one_origin(a, b, one):
    found = origins([report(a, "A"), report(b, "B")])
    assert (len(set(found.values())) == 1) == one


def test_rewrites_of_rewrites_and_any_order():
    rewritten = REWRITE.replace("evening", "night")
    texts = [report(t, o) for t, o in ((WIRE, "A"), (REWRITE, "B"), (rewritten, "C"), (OTHER, "D"))]
    every = [origins(order) for order in permutations(texts)]
    assert all(found == every[0] for found in every)
    assert len(set(every[0].values())) == 2 and all(found <= key for key, found in every[0].items())
