"""One number from many: the policies by which an event row takes its deaths from the figures of several sources.

    conservative   the lowest that any source allows: the habit of ACLED.
    best-low-high  the number that most reports give; of several the lowest: the habit of UCDP GED.
    latest         what was said last; of several at once the lowest.
    independent    monitors and international bodies before others, others before parties; of several the latest.
    median, highest  of the numbers as printed.

The first three are those of kg:FigureSummary; here a claim is chosen, so that a row can cite its sentence.
"""
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.export.book import HAPPENED, Book, said, source
from kg.store import Event, FigureClaim

Choice = Callable[[Sequence[FigureClaim], Book], FigureClaim]
_PARTIES = ("ArmedGroup", "State", "GovernmentBody", "PoliticalGroup")
_WATCHERS = ("MonitoringGroup", "InternationalBody")



def _conservative(figures: Sequence[FigureClaim], all_: Book) -> FigureClaim:
    return min(figures, key=lambda c: (c.lower or 0, c.iri))


def _most_told(figures: Sequence[FigureClaim], all_: Book) -> FigureClaim:
    given = Counter(told for told, _ in {(number(c), r.iri) for c in figures for r in c.reports})
    best = min(given, key=lambda told: (-given[told], told), default=-1)
    return _conservative([c for c in figures if number(c) == best] or figures, all_)


def _highest(figures: Sequence[FigureClaim], all_: Book) -> FigureClaim:
    return min(figures, key=lambda c: (-number(c), c.iri))


def _median(figures: Sequence[FigureClaim], all_: Book) -> FigureClaim:
    ordered = sorted(figures, key=lambda c: (number(c), c.iri))
    return ordered[(len(ordered) - 1) // 2]


def _latest(figures: Sequence[FigureClaim], all_: Book) -> FigureClaim:
    last = max(said(c) for c in figures)
    return _conservative([c for c in figures if said(c) == last], all_)


def _independent(figures: Sequence[FigureClaim], all_: Book) -> FigureClaim:
    best = min(_partiality(c, all_) for c in figures)
    return _latest([c for c in figures if _partiality(c, all_) == best], all_)


def _partiality(claim: FigureClaim, all_: Book) -> int:
    actor = all_.actors.get(claim.claimant.iri) if claim.claimant else None
    kind = actor.kind if actor else ""
    return 0 if kind in _WATCHERS else 2 if kind in _PARTIES else 1


CHOICES: Mapping[str, Choice] = {
    "conservative": _conservative,
    "best-low-high": _most_told,
    "latest": _latest,
    "independent": _independent,
    "median": _median,
    "highest": _highest,
}


@dataclass(frozen=True, slots=True)
class Policy:
    """How rows are made.

    figures  which of the figures of a whole event is taken, by name in CHOICES; the figures of one group are left out.
    parts    False: a row for each event that is no part of another; True: for each that has no parts. Never both, so
             that the rows of a table may be added up.
    """

    figures: str = "conservative"
    parts: bool = False

    def __post_init__(self) -> None:
        if self.figures not in CHOICES:
            raise ValueError(f"no policy {self.figures!r}; there are {', '.join(CHOICES)}")

    def __str__(self) -> str:
        return f"{self.figures}, {'parts' if self.parts else 'wholes'}"


@dataclass(frozen=True, slots=True)
class Deaths:
    """The deaths of an event: the number taken and its claim, the range over all sources, and who says what."""

    best: int
    low: int
    high: int
    claim: FigureClaim
    told: str


def deaths(event: Event, all_: Book, policy: Policy) -> Deaths | None:
    """The deaths of an event under a policy, or None where no source counts them."""
    figures = [c for c in all_.figures(event.iri, "killed") if c.group is None and c.lower is not None]
    if not figures:
        return None
    chosen = CHOICES[policy.figures](figures, all_)
    told = "; ".join(dict.fromkeys(f"{c.says.removeprefix('killed: ')} by {source(c)}" for c in figures))
    low, high = min(c.lower or 0 for c in figures), max(max(number(c), c.upper or 0) for c in figures)
    return Deaths(number(chosen), low, high, chosen, told)


def number(claim: FigureClaim) -> int:
    """The number that stands for a figure: as printed, else its lower limit."""
    return claim.figure if claim.figure is not None else claim.lower or 0


def rows(all_: Book, policy: Policy, kinds: Mapping[str, object]) -> list[Event]:
    """The events that have a row: those that happened, of these kinds, wholes or parts as the policy says."""
    told = {e.iri: e for e in all_.events.values() if e.modality in HAPPENED and e.kind in kinds}
    wholes = {e.parent.iri for e in told.values() if e.parent and e.parent.iri in told}
    if policy.parts:
        return [e for e in told.values() if e.iri not in wholes]
    return [e for e in told.values() if not (e.parent and e.parent.iri in told)]
