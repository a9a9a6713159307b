"""Which SPARQL may run: queries that read this graph and nothing else.

SERVICE makes outbound requests even from a read-only store, and FROM <file:...> makes some engines read local files:
both are refused after parsing, never by matching words, so that escapes and comments hide nothing.
"""
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_REFUSED = {
    "ServiceGraphPattern": "SERVICE is refused: a query asks this graph alone",
    "DatasetClause": "FROM is refused: there is one graph, the default one",
}


class QueryError(ValueError):
    """A query that is wrong or refused; its text says why."""


@lru_cache(maxsize=256)
def check(query: str) -> None:
    """Returns for a SPARQL 1.1 query that only reads the graph; raises QueryError for any other text."""
    for name in _parts(_parse(query)):
        if name in _REFUSED:
            raise QueryError(_REFUSED[name])


def _parse(query: str) -> Any:
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        return parseQuery(query)
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error
    except Exception as error:  # pyparsing's and rdflib's own, of several kinds
        raise QueryError(_why(query, error)) from error


def _why(query: str, error: Exception) -> str:
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        parseUpdate(query)
    except Exception:
        return f"not a SPARQL query: {error}"
    return "an update is refused: queries only read"


def _parts(tree: Any) -> Iterator[str]:
    """The names of all parts of a parsed query, whatever holds them."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):  # a CompValue of rdflib's
            yield getattr(part, "name", "")
            waiting.extend(part.values())
        elif hasattr(part, "__iter__") and not isinstance(part, str):
            waiting.extend(part)
