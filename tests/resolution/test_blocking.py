"""Blocks and components: who is compared with whom, and what hangs together."""
from kg.resolution.blocking import Blocks, components


def shelf(**keys):
    made = Blocks[str, str]()
    for name, blocks in keys.items():
        made.put(name, name.upper(), blocks)
    return made


def test_mates_share_a_block_and_come_once():
    found = shelf(a=["x", "y"], b=["y", "x"], c=["z"], d=["z", "y"])
    assert sorted(found.mates("a")) == ["b", "d"] and sorted(found.mates("c")) == ["d"]


def test_components_follow_links_and_nothing_comes_twice():
    found = shelf(a=["x"], b=["x", "y"], c=["y"], d=["x"], e=["q"])
    asked = []

    def linked(one, other):
        asked.append({one, other})
        return "D" not in (one, other)

    parts = [sorted(part) for part in components("abcde", found, linked)]
    assert parts == [["A", "B", "C"], ["D"], ["E"]]
    assert {"A", "C"} not in asked and not any("E" in pair for pair in asked)  # they share no block
