"""What can be told of an entity, as short words that a weight can be given to."""
from functools import cache

from benchmarks.muc4.records import Node
from benchmarks.muc4.words import head, is_named, sorts, words
from kg.lexicon.nouns import load_nouns


def bin_of(number: float, *edges: float) -> str:
    """The range that a number falls into: "<1", "<3", ..., or ">=" the last edge."""
    return next((f"<{edge:g}" for edge in edges if number < edge), f">={edges[-1]:g}")


@cache
def traits(node: Node) -> tuple[str, ...]:
    """Its kind, whether it is named, what sort of thing its noun stands for, and the noun itself."""
    named = is_named(node)
    text = set(node.label.lower().replace("-", " ").split())
    return (
        f"kind={node.kind}",
        f"kind={node.kind},{'named' if named else 'described'}",
        *(f"sort={sort}" for sort in sorted(sorts(node))),
        *(f"has={name}" for name in ("police", "armed", "unarmed", "ranks") if text & words(name)),
        *(() if named else (f"head={noun(node.label)}",)),
    )


def noun(label: str) -> str:
    """The noun that a description turns on, as the lexicon has it; "" where it is in none of its lists."""
    word, classes = head(label), load_nouns().classes
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y", word[:-3] + "man")
    return next((f for f in forms if f in classes), "")
