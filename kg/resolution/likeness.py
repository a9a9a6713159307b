"""How alike two reports' events are: one function a clue, which returns its weight and its reason in words.

A veto ends the matter; the clues add up. The weights are judgements: class, day and town alone do not make two
bombings one (THRESHOLD lies above their sum), one more thing in common does.
"""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kg.resolution.sketch import Sketch

THRESHOLD = 3.0
MARGIN = 0.5  # by how much the best candidate must lead, or it is unclear which is meant
FLOOR = THRESHOLD - MARGIN  # below it two events have nothing to do with each other
WAR, WAR_YEARS = "Conflict", 3
A_FEW = 2  # killed: by so many a toll rises in its first hours
MANY = 20  # killed: no town sees that twice on most days
NEAR, FAR, DAY = timedelta(hours=1), timedelta(hours=3), timedelta(days=1)
FRESH = 2  # days: what a report tells without a day of its own happened so long before it, if it is its news
_DAY = len("2016-05-23")
ATTACKS = ("Bombing", "ArmedAttack", "Airstrike", "Shelling", "Assassination", "Kidnapping", "Arson", "Robbery")
ALIKE: frozenset[frozenset[str]] = frozenset(frozenset(pair) for pair in (
    ("Airstrike", "Bombing"), ("Assassination", "ArmedAttack"), ("Assassination", "Bombing"), ("Clash", "Offensive"),
    *(("Attack", kind) for kind in ATTACKS)))
"""Pairs of classes under which two reports may file one event."""

Clue = tuple[float, str]
NOTHING: Clue = (0.0, "")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two events are, and why."""

    score: float
    reason: str


def likeness(a: Sketch, b: Sketch) -> Likeness | None:
    """The sum of the clues, or None where something speaks against it. Symmetric."""
    if WAR in (a.type, b.type):
        return war(a, b)
    if any(veto(a, b) for veto in VETOES):
        return None
    clues = [look(a, b) for look in CLUES]
    reasons = [reason for weight, reason in clues if weight > 0]
    score = sum(weight for weight, _ in clues)
    if not ((a.day and b.day) or particulars(a, b) or toll(a, b)[0] >= 1 or wholes(a, b)[0]):
        score = min(score, FLOOR)  # a person may know
    return Likeness(score, ", ".join([_days(a, b), *reasons]))


def _days(a: Sketch, b: Sketch) -> str:
    if a.day and a.day == b.day:
        return f"the same day {a.day}"
    return " and ".join(sorted(s.day or f"no day, told on {s.published[:_DAY]}" for s in (a, b)))


def war(a: Sketch, b: Sketch) -> Likeness | None:
    """One long event: of one place, of which reports tell within a few years, with no two dates of its beginning."""
    dated = a.day and b.day and a.day != b.day
    years = [int(s.published[:4]) for s in (a, b) if s.published]
    if a.type != b.type or (a.towns, a.regions) != (b.towns, b.regions) or not (a.towns or a.regions) or dated:
        return None
    if len(years) < 2 or abs(years[0] - years[1]) > WAR_YEARS:
        return None
    return Likeness(THRESHOLD + 1, f"the war in one place, told in {years[0]} and {years[1]}")


# ---------------------------------------------------------------- vetoes
def other_day(a: Sketch, b: Sketch) -> bool:
    """Dates are coarser than a day, or differ; a day apart is forgiven where the hours meet (the local date and that of
    UTC) or two particulars agree; none at all, where it may be what both reports tell as news.
    """
    if not a.day or not b.day:
        return not _news(a, b)
    if a.day == b.day:
        return len(a.day) != _DAY
    if not len(a.day) == len(b.day) == _DAY or abs(date.fromisoformat(a.day) - date.fromisoformat(b.day)) > DAY:
        return True
    return _apart(a, b) is None and len(particulars(a, b)) < 2


def other_place(a: Sketch, b: Sketch) -> bool:
    """Nothing in common: towns that differ and lie in none of each other, or provinces and countries that do."""
    if a.towns and b.towns:
        return not (a.towns & b.towns or a.towns & b.regions or b.towns & a.regions)
    return not (a.towns | a.regions) & (b.towns | b.regions)


def other_class(a: Sketch, b: Sketch) -> bool:
    """Classes that no two reports give to one event."""
    return a.type != b.type and frozenset((a.type, b.type)) not in ALIKE


def other_hour(a: Sketch, b: Sketch) -> bool:
    """More than three hours apart."""
    apart = _apart(a, b)
    return apart is not None and apart > FAR


def other_scale(a: Sketch, b: Sketch) -> bool:
    """Every figure of the killed is more than five times every figure of the other, and by more than ten."""
    ratio, gap = _gap(a, b)
    return ratio > 5 and gap > 10


def other_level(a: Sketch, b: Sketch) -> bool:
    """One is a detail of what happened in its town, the other all of it."""
    return a.detail != b.detail


# ---------------------------------------------------------------- clues
def towns(a: Sketch, b: Sketch) -> Clue:
    """The same towns; worth more when they are several, nothing for a detail, whose siblings share them."""
    if a.detail or not a.towns & b.towns:
        return NOTHING
    names = ", ".join(sorted(t.removeprefix("place/") for t in a.towns & b.towns))
    if a.towns == b.towns:
        return (3.0 if len(a.towns) > 1 else 2.0), f"the same place {names}"
    share = len(a.towns & b.towns) / len(a.towns | b.towns)
    return (1.5, f"{names} in common") if share >= 0.5 else NOTHING


def one_within_other(a: Sketch, b: Sketch) -> Clue:
    """What both reports are chiefly about, told by the one of the town, by the other of its province or country."""
    if not (a.main and b.main) or a.towns & b.towns:
        return NOTHING
    inner, outer = (a, b) if a.towns else (b, a)
    met = inner.regions & outer.regions
    return (1.0, "the one place within the other") if met and inner.towns and not outer.towns else NOTHING


def both_main(a: Sketch, b: Sketch) -> Clue:
    """Both reports are chiefly about it."""
    return (1.0, "what both reports are about") if a.main and b.main else NOTHING


def same_class(a: Sketch, b: Sketch) -> Clue:
    """One class, not merely a compatible one."""
    return (0.5, f"both {a.type}") if a.type == b.type else NOTHING


def same_count(a: Sketch, b: Sketch) -> Clue:
    """So many blasts in both; seven explosions are seldom four, though the first reports of one event differ."""
    if a.count is None or b.count is None:
        return NOTHING
    if a.count != b.count:
        return -1.0, ""
    return (1.0, f"both of {a.count}") if a.count > 1 else NOTHING


def same_hour(a: Sketch, b: Sketch) -> Clue:
    """Within an hour of each other."""
    apart = _apart(a, b)
    return (1.0, "within the hour") if apart is not None and apart <= NEAR else NOTHING


def same_figure(a: Sketch, b: Sketch) -> Clue:
    """The same number harmed; numbers up to two are too common to say much."""
    shared = sorted(a.figures & b.figures, key=lambda f: (-f[1], f[0]))
    if not shared:
        return NOTHING
    measure, number = shared[0]
    return (2.0 if number > 2 else 0.5), f"{number} {measure} in both"


def toll(a: Sketch, b: Sketch) -> Clue:
    """Tolls that meet or nearly do speak for it, the more if they are high; tolls far apart against it, if by many."""
    ratio, gap = _gap(a, b)
    if not a.killed or not b.killed or a.figures & b.figures:
        return NOTHING
    if ratio > 1.5:
        return NOTHING if gap <= A_FEW else ((-0.5 if ratio <= 2.5 else -1.0), "")
    if min(low for s in (a, b) for low, _ in s.killed) >= MANY:
        return 1.0, "tolls of one order, both high"
    return (0.5, "tolls that meet") if ratio <= 1.0 else (0.25, "tolls close to each other")


def target(a: Sketch, b: Sketch) -> Clue:
    """One's target in the other's words ("bus station", "a busy bus station"); targets that differ speak against it."""
    if not a.targets or not b.targets:
        return NOTHING
    shared = [x & y for x in a.targets for y in b.targets if x & y in (x, y) and x & y]
    named = min((" ".join(sorted(s)) for s in shared), default="")
    return (1.0, f"the target {named} in both") if named else (-1.0, "")


def actors(a: Sketch, b: Sketch) -> Clue:
    """The same agent, or the same named as responsible."""
    shared = sorted(a.actors & b.actors)
    return (1.0, f"{shared[0].removeprefix('actor/')} named in both") if shared else NOTHING


def weapon(a: Sketch, b: Sketch) -> Clue:
    """The same weapon or method; worth more for a detail. Others speak against it."""
    if not a.weapons or not b.weapons:
        return NOTHING
    shared = sorted(a.weapons & b.weapons)
    if not shared:
        return -1.0, ""
    return (1.0 if a.detail else 0.5), f"{shared[0].removeprefix('concept/')} in both"


def a_day_apart(a: Sketch, b: Sketch) -> Clue:
    """Dates that differ or are not told speak against it, unless the hours meet."""
    return (-1.0, "") if (a.day != b.day or not a.day) and _apart(a, b) is None else NOTHING


def wholes(a: Sketch, b: Sketch) -> Clue:
    """Both are parts, and of wholes that are alike by themselves."""
    if a.above is None or b.above is None:
        return NOTHING
    alike = likeness(a.above, b.above)
    return (1.5, "parts of one event") if alike and alike.score >= THRESHOLD else NOTHING


def particulars(a: Sketch, b: Sketch) -> list[str]:
    """What both tell that two events seldom share: numbers above two, targets, how many blasts."""
    found = [f"{n} {measure}" for measure, n in sorted(a.figures & b.figures) if n > 2]
    return found + [reason for weight, reason in (target(a, b), same_count(a, b)) if weight > 0]


def fresh_days(told: Sketch) -> list[str]:
    """The days on which an event without one may have happened, if it is its report's news: the report's, and those
    just before; for a part those of its whole.
    """
    if told.above:
        return fresh_days(told.above)
    if not told.fresh or not told.published:
        return []
    last = date.fromisoformat(told.published[:_DAY])
    return [(last - n * DAY).isoformat() for n in range(FRESH + 1)]


def _news(a: Sketch, b: Sketch) -> bool:
    """Whether both reports are chiefly about it, and days on which it may have happened are the same; of parts whether
    their wholes are alike.
    """
    if a.above or b.above:
        return wholes(a, b)[0] > 0
    if not (a.main and b.main):
        return False
    first, second = ([s.day] if s.day else fresh_days(s) for s in (a, b))
    return bool({*first} & {*second})


def _apart(a: Sketch, b: Sketch) -> timedelta | None:
    if not a.instant or not b.instant:
        return None
    return abs(datetime.fromisoformat(a.instant) - datetime.fromisoformat(b.instant))


def _gap(a: Sketch, b: Sketch) -> tuple[float, int]:
    """How many times, and by how many, the nearest two tolls differ; (1, 0) where they meet or one is not told."""
    gaps = [_between(x, y) for x in a.killed for y in b.killed]
    return min(gaps, default=(1.0, 0))


def _between(x: tuple[int, int], y: tuple[int, int]) -> tuple[float, int]:
    low, high = sorted((x, y))
    if high[0] <= low[1]:
        return 1.0, 0
    return high[0] / max(1, low[1]), high[0] - low[1]


Look = Callable[[Sketch, Sketch], Clue]
VETOES: tuple[Callable[[Sketch, Sketch], bool], ...] = (
    other_day, other_class, other_place, other_hour, other_scale, other_level,
)
CLUES: tuple[Look, ...] = (
    towns, one_within_other, both_main, same_class, same_count, same_hour, same_figure, toll, target, actors, weapon,
    a_day_apart, wholes,
)
