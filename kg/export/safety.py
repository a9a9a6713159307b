"""CSV that a spreadsheet opens as it stands: RFC 4180, and no cell that it would run as a formula."""
import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # OWASP, "CSV Injection"


def sheet(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Rows under their columns as CSV: comma, CRLF, quotes where needed.

    A text that a spreadsheet would take for a formula has an apostrophe before it, which it hides; numbers have not.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: Cell) -> str | int | float:
    """A cell's value, such that no spreadsheet runs it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.replace("\0", "")
        return f"'{text}" if text.lstrip(" ").startswith(_STARTS) or text.startswith(_STARTS) else text
    return cell
