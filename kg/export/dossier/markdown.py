"""A dossier as Markdown with footnotes (PHP Markdown Extra; GitHub, Pandoc and Obsidian read them)."""
import re
from collections.abc import Iterator

from kg.export.dossier.model import Dossier, Line, Note

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")


def markdown(dossier: Dossier) -> str:
    """The dossier as Markdown; words of reports are escaped, so that none is taken for a mark or a tag."""
    return "\n".join(_lines(dossier)) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _lines(dossier: Dossier) -> Iterator[str]:
    yield from (f"# {escaped(dossier.title)}", "", escaped(dossier.lead))
    for section in dossier.sections:
        yield from ("", f"## {escaped(section.title)}", "")
        yield from (f"- {_line(line)}" for line in section.lines)
    yield ""
    yield from (f"[^{number}]: {_note(note)}" for number, note in enumerate(dossier.notes, 1))


def _line(line: Line) -> str:
    return escaped(line.text) + "".join(f"[^{n}]" for n in line.notes)


def _note(note: Note) -> str:
    address = f" <{note.url}>" if re.fullmatch(r"https?://[^\s<>]+", note.url) else ""
    if not note.words:
        return f"{escaped(note.source)}{address}"
    before, words, after = (escaped(t) for t in (note.before, note.words, note.after))
    spaced = note.after.startswith(" ") or note.words.endswith(" ")
    gaps = (" " if note.before.endswith(" ") else "", " " if spaced else "")
    return f"“{before}{gaps[0]}**{words}**{gaps[1]}{after}” {escaped(note.source)}{address}"
