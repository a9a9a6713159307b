"""Origins: which reports are prints of one text."""
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph.schema import types
from kg.graph.setting import Setting
from kg.graph.terms import RDF_TYPE, kg


def origin_triples(report_id: str, setting: Setting) -> Iterator[Triple]:
    """The report's origin: one node for all prints of a text, origin/... after the first of them."""
    node = NamedNode(f"{setting.base}origin/{setting.origin(report_id).removeprefix('report/')}")
    yield Triple(NamedNode(setting.base + report_id), kg("origin"), node)
    for kind in types("Origin"):
        yield Triple(node, RDF_TYPE, kind)
