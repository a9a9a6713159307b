"""What a careful reader would notice: derived from the claims, never extracted."""
from kg.check.findings.collect import finding_triples, findings
from kg.check.findings.finding import Finding

__all__ = ["Finding", "finding_triples", "findings"]
