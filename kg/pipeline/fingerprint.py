"""What an extraction depends on besides its report, as one hash."""
import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from kg.resources import folder

_PACKAGE = Path(__file__).parent.parent
_CODE = ("records", "lexicon", "language", "extraction", "resources.py")
_LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "numpy", "text2num")


def fingerprint(model: str | None) -> str:
    """SHA-256, in hexadecimal, over the code that extracts, the lexicon, the model's files and the libraries' versions.

    model  folder or installed package of a spaCy pipeline; None: the model that ships with the package, which is hashed
           with the code of kg/language.
    Any edit of these files gives another hash: what was extracted before is then extracted anew. Raises ValueError
    naming a model that is not there.
    """
    total = hashlib.sha256()
    for name, digest in _parts(model):
        total.update(f"{name}\x1f{digest}\x1e".encode())
    return total.hexdigest()


def _parts(model: str | None) -> Iterator[tuple[str, str]]:
    places = [_PACKAGE / name for name in _CODE] + [folder("ontology")] + ([_model(model)] if model else [])
    for place in places:
        for file in _files(place):
            yield f"{place.name}/{file.relative_to(place).as_posix()}", _digest(file)
    for library in _LIBRARIES:
        yield library, version(library)
    yield "python", f"{sys.version_info.major}.{sys.version_info.minor}"


def _model(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise ValueError(f"no model {name!r}: neither a folder nor an installed package")
    return Path(spec.submodule_search_locations[0])


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(f for f in place.rglob("*") if f.is_file() and f.suffix != ".pyc")


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
