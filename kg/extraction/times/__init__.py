"""Time expressions: where they stand, what they mean, and which word they modify."""
from kg.extraction.times.calendar import at_hour, shifted
from kg.extraction.times.governor import governor
from kg.extraction.times.mention import Clock, TimeMention
from kg.extraction.times.mentions import times

__all__ = ["Clock", "TimeMention", "at_hour", "governor", "shifted", "times"]
