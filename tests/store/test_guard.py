import pytest

from kg.store.guard import QueryError, check

READS = (
    "SELECT * WHERE { ?s ?p ?o }",
    "ASK { ?s ?p ?o }",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "DESCRIBE <https://example.org/x>",
    'SELECT ?s { ?s ?p "a SERVICE <http://x/> { }" } # SERVICE <http://x/> {}',
    "SELECT ?service { ?service <https://example.org/from> ?load }",
)


@pytest.mark.parametrize("query", READS)
def test_what_only_reads_may_run(query: str) -> None:
    check(query)


REFUSED = (
    ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <http://localhost/> { ?s ?p ?o } } }", "SERVICE"),
    ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost/> { ?s ?p ?o } } }", "SERVICE"),
    ("SELECT * { { SELECT * { SERVICE ?where { ?s ?p ?o } } } }", "SERVICE"),
    ("SELECT * { \\u0053ERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", "FROM"),
    ("SELECT * FROM NAMED <file:///etc/hostname> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
    ("LOAD <file:///etc/hostname>", "update"),
    ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "update"),
    ("DELETE WHERE { ?s ?p ?o }", "update"),
    ("SELECT * WHERE { ?s ?p", "not a SPARQL query"),
    ("SELECT * { " + "{" * 3000 + "}" * 3000 + " }", "nested"),
)


@pytest.mark.parametrize(("query", "why"), REFUSED)
def test_what_writes_or_reaches_out_is_refused(query: str, why: str) -> None:
    with pytest.raises(QueryError, match=why):
        check(query)
