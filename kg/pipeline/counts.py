"""How a build goes, in numbers of reports."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """read: reports in the graph; cached: those of them that an earlier run extracted; skipped: left out."""

    read: int = 0
    cached: int = 0
    skipped: int = 0

    @property
    def done(self) -> int:
        """Reports that are dealt with."""
        return self.read + self.skipped

    def take(self, cached: bool) -> "Counts":
        """One report more that is in the graph."""
        return Counts(self.read + 1, self.cached + cached, self.skipped)

    def skip(self, lost: bool) -> "Counts":
        """One problem more; it counts where a report was lost."""
        return Counts(self.read, self.cached, self.skipped + lost)

    def __str__(self) -> str:
        reports = "1 report" if self.read == 1 else f"{self.read:,} reports"
        cached = f" ({self.cached:,} of them extracted before)" if self.cached else ""
        return f"{reports} read{cached}" + (f", {self.skipped:,} skipped" if self.skipped else "")
