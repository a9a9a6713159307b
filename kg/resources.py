"""Where the data that ships with the package lies: in the wheel, or at the top of a checkout."""
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def folder(name: str) -> Path:
    """The folder `name` ("ontology", "queries" or "seeds") of this installation.

    Raises FileNotFoundError, naming both places looked at, when neither has it.
    """
    places = (_PACKAGE / "data" / name, _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"no folder {name!r} at {places[0]} nor {places[1]}")
