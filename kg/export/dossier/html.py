"""A dossier as one self-contained HTML page, without scripts."""
from collections.abc import Iterator
from html import escape

from kg.export.dossier.model import Dossier, Line, Note

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
h1 { line-height: 1.2; margin-bottom: 0; } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #ccc; }
.lead { color: #555; margin-top: .3rem; } sup { line-height: 0; } ol.notes { font-size: .9rem; color: #333; }
mark { background: #ffe9a8; } a { color: #0b5394; } li:target { background: #eef5ff; }
@media (prefers-color-scheme: dark) { body { background: #16181b; color: #e4e4e4; } .lead, ol.notes { color: #b5b5b5; }
  a { color: #8fc1ff; } mark { background: #6b5a1d; color: inherit; } li:target { background: #22303f; } }
@media print { body { max-width: none; } }
"""


def html(dossier: Dossier) -> str:
    """The dossier as HTML 5; words of reports are escaped, so that none is taken for a tag."""
    return "\n".join(_lines(dossier)) + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    title = escape(dossier.title)
    yield f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield f'<p class="lead">{escape(dossier.lead)}</p>'
    for section in dossier.sections:
        yield f"<h2>{escape(section.title)}</h2>\n<ul>"
        yield from (f"<li>{_line(line)}</li>" for line in section.lines)
        yield "</ul>"
    yield '<h2>Sentences</h2>\n<ol class="notes">'
    yield from (f'<li id="n{number}">{_note(note)}</li>' for number, note in enumerate(dossier.notes, 1))
    yield "</ol>\n</body>\n</html>"


def _line(line: Line) -> str:
    numbers = " ".join(f'<a href="#n{n}">{n}</a>' for n in line.notes)
    return f'<bdi>{escape(line.text)}</bdi>' + (f" <sup>{numbers}</sup>" if numbers else "")


def _note(note: Note) -> str:
    safe = note.url.startswith(("https://", "http://"))
    where = f'<a href="{escape(note.url)}" rel="noreferrer">{escape(note.source)}</a>' if safe else escape(note.source)
    if not note.words:
        return where
    return f"<q><bdi>{escape(note.before)}<mark>{escape(note.words)}</mark>{escape(note.after)}</bdi></q> {where}"
