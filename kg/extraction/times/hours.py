"""Hours of the day, read from what a pattern matched."""
from re import Match

from kg.extraction.times.mention import Clock
from kg.extraction.times.patterns import number


def clock(m: Match[str]) -> Clock:
    """The clock of "9:00 am local time (0600 GMT)", "2150 GMT". Raises ValueError where there is no such hour."""
    found = m.groupdict()
    local = minutes(m["hour"], m["minute"] or "0", (found.get("half") or "").lower())
    if found.get("utc"):
        digits = found["utc"].replace(":", "").zfill(4)
        return Clock(local, minutes(digits[:2], digits[2:]))
    if not found.get("zone"):
        return Clock(local, None)
    return Clock(local, (local - number("Zone", found["zone"], "minutes")) % 1440)


def minutes(hour: str, minute: str, half: str = "") -> int:
    """Minutes after midnight; `half` begins with "a", "p" or is "". Raises ValueError for no such hour."""
    hours, minutes = int(hour), int(minute)
    if half:
        if not 1 <= hours <= 12:
            raise ValueError(f"no hour {hour} {half}")
        hours = hours % 12 + (12 if half.startswith("p") else 0)
    if hours > 23 or minutes > 59:
        raise ValueError(f"no hour {hour}:{minute}")
    return hours * 60 + minutes
