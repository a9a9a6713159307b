#!/usr/bin/env python3
"""Draw what several reports say of one event: who claims, what, and in which words. Writes SVG; needs kg alone.

    python docs/draw.py graph.ttl "LABEL OR IRI OF AN EVENT" > docs/graph.svg

Left who says it, in the middle each claim with the sentence that bears it out, right the event with its place and its
parts. Everything drawn is read from the graph.
"""
import sys
from collections.abc import Iterator
from html import escape

import kg
from kg.store import Claim, Event, FigureClaim, Graph, ResponsibilityClaim

WIDTH, ROW, TOP = 1180, 78, 60
SAYS, CLAIM, EVENT = 20, 280, 880  # left edges of the three columns
COLOURS = {"who": "#fdf0d5", "figure": "#e0ecf8", "responsibility": "#f8e0e0", "event": "#e3f1e3", "line": "#8a8f98"}


def main(file: str, name: str) -> None:
    """Print the picture of the event called `name` in the graph of `file`."""
    graph = kg.load(file)
    iri = graph.resolve(name)[0].value
    event = next(e for e in graph.events() if e.iri == iri)
    print("\n".join(picture(graph, event, list(claims(graph, event)))))


def claims(graph: Graph, event: Event) -> Iterator[Claim]:
    """The figures and claims of responsibility about the event, those of one source together."""
    wanted = [c for c in graph.claims(about=event.iri) if isinstance(c, FigureClaim | ResponsibilityClaim)]
    yield from sorted(wanted, key=lambda c: (who(c), c.says))


def who(claim: Claim) -> str:
    """Who says it: the claimant, with the channel; or the report itself."""
    if claim.claimant:
        return str(claim.claimant) + (f" via {claim.via}" if claim.via else "")
    return str(claim.reports[0].outlet)


def picture(graph: Graph, event: Event, found: list[Claim]) -> Iterator[str]:
    height = TOP + ROW * len(found) + 20
    frame = f'viewBox="0 0 {WIDTH} {height}" font-family="Helvetica, Arial, sans-serif"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>'
    yield f'<rect width="{WIDTH}" height="{height}" fill="white"/>'
    for left, title in ((SAYS, "who says it"), (CLAIM, "the claim, and its words"), (EVENT, "the event")):
        yield text(left, 34, title, 15, weight="bold")
    middle = TOP + ROW * len(found) / 2
    sources = list(dict.fromkeys(map(who, found)))
    for n, claim in enumerate(found):
        y = TOP + ROW * n
        yield line(CLAIM + 540, y + 29, EVENT, middle)
        yield from card(CLAIM, y, 540, *words(claim), colour(claim))
    for source in sources:
        rows = [TOP + ROW * n for n, c in enumerate(found) if who(c) == source]
        y = sum(rows) / len(rows)
        yield from (line(SAYS + 220, y + 29, CLAIM, row + 29) for row in rows)
        yield from card(SAYS, y, 220, source, "", COLOURS["who"])
    yield from event_card(event, middle, [e for e in graph.events() if e.parent and e.parent.iri == event.iri])
    yield "</svg>"


def words(claim: Claim) -> tuple[str, str]:
    evidence = claim.evidence[0]
    told = ", ".join(dict.fromkeys(str(r.outlet) for r in claim.reports))
    return f"{claim.says}   [{told}, {evidence.report.issued}]", f"“{' '.join(evidence.sentence.split())}”"


def colour(claim: Claim) -> str:
    return COLOURS["figure" if isinstance(claim, FigureClaim) else "responsibility"]


def event_card(event: Event, middle: float, parts: list[Event]) -> Iterator[str]:
    rows = [event.kind, event.date or event.time_text, "in " + ", ".join(map(str, event.places))]
    rows += [f"part: {p.label}" for p in parts]
    top = middle - 30 - 9 * len(rows)
    yield box(EVENT, top, 280, 50 + 18 * len(rows), COLOURS["event"])
    yield text(EVENT + 12, top + 26, cut(event.label, 30), 15, weight="bold")
    for n, row in enumerate(rows):
        yield text(EVENT + 12, top + 48 + 18 * n, cut(row, 38), 13)


def card(left: float, top: float, width: int, head: str, below: str, fill: str) -> Iterator[str]:
    yield box(left, top, width, 58, fill)
    yield text(left + 10, top + 24 if below else top + 34, cut(head, int(width / 8.8)), 14, weight="bold")
    if below:
        yield text(left + 10, top + 45, cut(below, int(width / 7.3)), 12.5, style="italic")


def cut(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room - 1].rsplit(" ", 1)[0] + " …"


def box(left: float, top: float, width: float, height: float, fill: str) -> str:
    size = f'x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"'
    return f'<rect {size} rx="8" fill="{fill}" stroke="{COLOURS["line"]}"/>'


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = (x1 + x2) / 2
    path = f"M{x1:g},{y1:g} C{bend:g},{y1:g} {bend:g},{y2:g} {x2:g},{y2:g}"
    return f'<path d="{path}" fill="none" stroke="{COLOURS["line"]}"/>'


def text(x: float, y: float, words: str, size: float, weight: str = "normal", style: str = "normal") -> str:
    look = f'font-size="{size:g}" font-weight="{weight}" font-style="{style}"'
    return f'<text x="{x:g}" y="{y:g}" {look} fill="#1b1f24">{escape(words)}</text>'


if __name__ == "__main__":
    main(*sys.argv[1:3])
