"""A small world of reports that have everything to do with one another."""
import pytest

from kg.ledger import Terms

PRINT = ("Two blasts shook the fish market of Miro in Ostland on Monday. The Harbour Watch said that {n} people were"
         " killed, and Jon Varga of the Harbour Guard blamed the Red Banner. The market was closed until further"
         " notice, and the council asked the navy for a field hospital at the northern quay.")


def telling(draft, outlet, killed=9, published="2019-03-05", day="2019-03-04", town="Miro", watch="Harbour Watch",
            blame="", land="Ostland", body=PRINT):
    text = body.format(n=killed) + ("" if body == PRINT and outlet in "AB" else f" This is how {outlet} tells of {town}"
                                    f" in {land}, and {watch} is its source: it was the worst day of {published}.")
    x = draft(text, outlet, published)
    place, state = x.entity("Place", town, town), x.entity("Place", land, land)
    monitor, person = x.entity("MonitoringGroup", watch, watch), x.entity("Person", "Jon Varga", "Jon Varga")
    banner = x.entity("ArmedGroup", "Red Banner", "Red Banner", known="red-banner")
    x.relation(place, "within", state, town)
    blasts = x.event("Bombing", "Two blasts", day, count=2)
    one = x.event("Bombing", "blasts")
    x.argument(one, "subEventOf", blasts, "blasts"), x.argument(blasts, "place", place, town)
    x.figure(blasts, str(killed), killed, by=monitor)
    x.figure(one, str(killed), killed + 1, by=monitor)
    if blame:
        x.blame(blasts, banner, blame, "blamed", by=person)
    return x.done()


@pytest.fixture
def world(draft):
    """Ten reports: a wire story and its reprint, other tellings, another town, another day, other spellings."""
    return [
        telling(draft, "A"), telling(draft, "B"), telling(draft, "C", 11, "2019-03-06", blame="blames"),
        telling(draft, "D", 12, "2019-03-07", watch="Harbor Watch"), telling(draft, "E", town="Sund", killed=30),
        telling(draft, "F", day="2019-03-05", killed=9), telling(draft, "G", 60, blame="denies"),
        telling(draft, "H", 14, land="Westland", town="Brack"), telling(draft, "I", 9, "2019-03-08"),
        telling(draft, "J", 9, "2019-03-04", watch="Harbour Watch Group")]


@pytest.fixture
def terms(tiny_actors, tiny_places):
    return Terms(tiny_actors, tiny_places, policies=("range", "best-low-high"))
