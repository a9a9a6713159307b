"""Reports to origins."""
from collections import defaultdict
from collections.abc import Iterable

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
            found |= dict.fromkeys(_prints(key, marks, blocks), key)
    return found


def _prints(first: str, marks: dict[str, Signature], blocks: dict[str, list[str]]) -> list[str]:
    """All that hang together with a report by likeness."""
    found, seen = [first], {first}
    for key in found:
        near = {mate for band in bands(marks[key]) for mate in blocks[band]} - seen
        like = [mate for mate in sorted(near) if similar(marks[key], marks[mate])]
        seen.update(like)
        found += like
    return found
