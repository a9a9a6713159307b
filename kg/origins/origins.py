"""Reports to origins."""
from collections import defaultdict
from collections.abc import Callable, Iterable

from kg.origins.signature import Signature, bands, signature, similar
from kg.records import Report


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """For each report's id that of the first, in the order of ids, of all reports of one text with it.

    What is similar to a print is of that text too: rewrites of rewrites. The order of the reports does not matter.
    """
    marks = {report.id: signature(report.body) for report in reports}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(marks):
        for band in bands(marks[key]):
            blocks[band].append(key)
    found: dict[str, str] = {}
    for key in sorted(marks):
        if key not in found:
            of_one = prints(key, marks.__getitem__, lambda k: {m for band in bands(marks[k]) for m in blocks[band]})
            found |= dict.fromkeys(of_one, key)
    return found


def prints(first: str, get: Callable[[str], Signature], mates: Callable[[str], Iterable[str]]) -> list[str]:
    """All reports that hang together with one by likeness; `get` gives a signature, `mates` those that share a band."""
    found, seen = [first], {first}
    for key in found:
        like = [mate for mate in sorted({*mates(key)} - seen) if similar(get(key), get(mate))]
        seen.update(like)
        found += like
    return found
