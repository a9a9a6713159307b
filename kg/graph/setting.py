"""What an assembly is made with besides extractions and their resolution."""
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.graph.terms import BASE

POLICIES: tuple[str, ...] = ("range", "conservative", "best-low-high", "latest")
"""The rules by which figures are summed up: see `kg.graph.summaries`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a graph is put together.

    base      of all IRIs.
    origins   for each report's id that of the first report of one origin with it; one that is not there is its own.
    policies  under which the figures of each event are summed up. Raises ValueError for one that there is not.
    """

    base: str = BASE
    origins: Mapping[str, str] = field(default_factory=dict)
    policies: tuple[str, ...] = POLICIES[:1]

    def __post_init__(self) -> None:
        for policy in self.policies:
            if policy not in POLICIES:
                raise ValueError(f"no policy {policy!r}; there are {', '.join(POLICIES)}")

    def origin(self, report: str) -> str:
        """The origin of a report, by its id or its IRI."""
        report_id = report.removeprefix(self.base)
        return self.origins.get(report_id, report_id)
