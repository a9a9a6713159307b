"""What a query gives back, as plain Python values and as text."""
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.store.formats import turtle
from kg.store.terms import Value, shorten, to_python

Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query.

    columns  the variables of a SELECT, without question mark; ("answer",) for ASK; subject, predicate, object for
             CONSTRUCT and DESCRIBE.
    rows     the answers, in order: IRIs and dates as str, numbers as int or float, unbound as None.
    triples  what a CONSTRUCT or DESCRIBE made, sorted; empty for SELECT and ASK.

    Iterates over `rows`; is true when an ASK holds, or when there is any row.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    triples: tuple[Triple, ...] = ()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows[0][0]) if self.columns == ("answer",) and self.rows else bool(self.rows)

    def dicts(self) -> list[dict[str, Value]]:
        """Each row as a dictionary by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def cells(self) -> list[tuple[str, ...]]:
        """Each row as text: IRIs shortened to their prefixed name, on one line, unbound as ""."""
        return [tuple(_cell(value) for value in row) for row in self.rows]

    def table(self) -> str:
        """The rows as aligned plain text under their column names."""
        lines = [self.columns, *self.cells()]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.columns))]
        return "\n".join("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in lines)

    def to_csv(self, delimiter: str = ",") -> str:
        """The rows as CSV with a header line, IRIs in full."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(["" if v is None else _plain(v) for v in row] for row in self.rows)
        return out.getvalue()

    def to_json(self) -> str:
        """The rows as a JSON array of objects."""
        return json.dumps(self.dicts(), ensure_ascii=False, indent=1) + "\n"

    def to_turtle(self) -> str:
        """The triples of a CONSTRUCT or DESCRIBE. Raises ValueError for rows, which are no triples."""
        if self.rows and not self.triples:
            raise ValueError("only CONSTRUCT and DESCRIBE give Turtle; ask for table, csv or json")
        return turtle(self.triples)


def of(answer: QueryBoolean | QuerySolutions | QueryTriples) -> Result:
    """The engine's answer, read to its end."""
    if isinstance(answer, QueryBoolean):
        return Result(("answer",), ((bool(answer),),))
    if isinstance(answer, QuerySolutions):
        columns = tuple(v.value for v in answer.variables)
        return Result(columns, tuple(tuple(to_python(s[c]) for c in columns) for s in answer))
    return _of_triples(tuple(sorted(answer, key=str)))


def _of_triples(triples: tuple[Triple, ...]) -> Result:
    rows = tuple((to_python(t.subject), to_python(t.predicate), to_python(t.object)) for t in triples)
    return Result(("subject", "predicate", "object"), rows, triples)


def _plain(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return " ".join(shorten(value).split()) if isinstance(value, str) else _plain(value)
