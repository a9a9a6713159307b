"""The claims of one report: one for each claimant and content."""
from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.graph.claim import OBJECT, PREDICATE, SUBJECT, Claim, Content, united
from kg.graph.sheet import Sheet
from kg.graph.terms import Term, integer, kg, typed
from kg.records import Attribution, Dating, Figure, Responsibility, Span, Statement


def claims(sheet: Sheet) -> list[Claim]:
    """Everything that the report and those it cites say, each once."""
    makers = (_arguments, _datings, _statements, _relations, _figures, _responsibilities)
    return united(claim for maker in makers for claim in maker(sheet))


def _claim(sheet: Sheet, kind: str, content: Content, evidence: tuple[Span, ...], by: Attribution) -> Claim:
    publisher = sheet.resolution.publishers.get(sheet.id)
    return Claim(
        kind, content, sheet.report,
        claimant=None if by.claimant is None else sheet.entity(by.claimant),
        evidence=sheet.mentions(evidence),
        via=() if by.via is None else (sheet.entity(by.via),),
        said=(by.said,) if by.said else (),
        published=sheet.extraction.report.published,
        publisher=sheet.iri(publisher) if publisher else None,
    )


def _edge(
    sheet: Sheet, edge: tuple[NamedNode, str, Term], evidence: tuple[Span, ...], by: Attribution = Attribution()
) -> Claim:
    subject, predicate, value = edge
    content = ((SUBJECT, subject), (PREDICATE, kg(predicate)), (OBJECT, value))
    return _claim(sheet, "RelationClaim", content, evidence, by)


def _arguments(sheet: Sheet) -> Iterator[Claim]:
    for a in sheet.extraction.arguments:
        value = sheet.event(a.value) if a.role == "subEventOf" else sheet.entity(a.value)
        if value != sheet.event(a.event):
            yield _edge(sheet, (sheet.event(a.event), a.role, value), a.evidence, a.attribution)


def _datings(sheet: Sheet) -> Iterator[Claim]:
    for d in sheet.extraction.datings:
        predicate, value = _date(d)
        yield _edge(sheet, (sheet.event(d.event), predicate, value), d.evidence, d.attribution)


def _date(dating: Dating) -> tuple[str, Term]:
    """The date, or the bare words where they could not be resolved."""
    time = dating.time
    if time.value:
        return "date", typed(time.value, time.datatype)
    return "timeText", typed(time.text, "string")


def _statements(sheet: Sheet) -> Iterator[Claim]:
    for s in sheet.extraction.statements:
        node = sheet.event(s.event)
        for predicate, value in _told(sheet, s):
            yield _edge(sheet, (node, predicate, value), s.evidence)
        for quote in s.quotes:
            words = typed(quote.of(sheet.extraction.report.body), "string")
            yield _edge(sheet, (node, "quote", words), (quote,))


def _told(sheet: Sheet, statement: Statement) -> Iterator[tuple[str, Term]]:
    yield "speaker", sheet.entity(statement.speaker)
    if statement.affiliation is not None:
        yield "affiliation", sheet.entity(statement.affiliation)
    for event in statement.about:
        if sheet.event(event) != sheet.event(statement.event):
            yield "about", sheet.event(event)


def _relations(sheet: Sheet) -> Iterator[Claim]:
    for r in sheet.extraction.relations:
        subject, value = sheet.entity(r.subject), sheet.entity(r.object)
        if subject != value:
            yield _edge(sheet, (subject, r.predicate, value), r.evidence, r.attribution)


def _figures(sheet: Sheet) -> Iterator[Claim]:
    for f in sheet.extraction.figures:
        yield _claim(sheet, "FigureClaim", tuple(_figure(sheet, f)), f.evidence, f.attribution)


def _figure(sheet: Sheet, figure: Figure) -> Iterator[tuple[NamedNode, Term]]:
    yield kg("about"), sheet.event(figure.about)
    yield kg("measure"), kg(figure.measure)
    yield kg("bound"), kg(figure.bound)
    yield kg("lower"), integer(figure.lower)
    if figure.upper is not None:
        yield kg("upper"), integer(figure.upper)
    if figure.figure is not None:
        yield kg("figure"), integer(figure.figure)
    if figure.group is not None:
        yield kg("victimGroup"), sheet.entity(figure.group)


def _responsibilities(sheet: Sheet) -> Iterator[Claim]:
    for r in sheet.extraction.responsibilities:
        yield _claim(sheet, "ResponsibilityClaim", _blame(sheet, r), r.evidence, r.attribution)


def _blame(sheet: Sheet, claim: Responsibility) -> Content:
    return (
        (kg("about"), sheet.event(claim.about)),
        (kg("responsible"), sheet.entity(claim.responsible)),
        (kg("stance"), kg(claim.stance)),
    )
