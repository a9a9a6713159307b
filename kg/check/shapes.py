"""A graph against the SHACL shapes of the ontology, with pySHACL (the extra "shacl")."""
from collections.abc import Iterator
from typing import Any

from kg.check.check import Breach
from kg.resources import folder
from kg.store import Graph
from kg.store.terms import local_name, shorten


def violations(graph: Graph) -> list[Breach]:
    """What the shapes do not allow, in order; none: the graph conforms. Raises ImportError without pySHACL."""
    import rdflib
    from pyshacl import validate

    shapes, ontology = (rdflib.Graph().parse(folder("ontology") / f"{name}.ttl") for name in ("shapes", "kg"))
    _, report, _ = validate(graph.to_rdflib(), shacl_graph=shapes, ont_graph=ontology)
    return sorted(_breaches(report), key=str)


def _breaches(report: Any) -> Iterator[Breach]:
    from rdflib.namespace import SH

    for result in report.objects(None, SH.result):
        message, path = report.value(result, SH.resultMessage), report.value(result, SH.resultPath)
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        kind = local_name(str(report.value(result, SH.sourceConstraintComponent)))
        detail = " ".join(shorten(str(part)) for part in (path, value) if part is not None)
        yield Breach("shapes", " ".join(str(message or kind).split()), str(node), detail)
