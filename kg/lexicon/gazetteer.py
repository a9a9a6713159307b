"""The compiled gazetteer (ontology/gazetteer.tsv.gz, from GeoNames, CC BY 4.0): rows and an index of folded names."""
import gzip
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One place as compiled; `code` is "SY" for a country, "SY.02" for a province; for a city, its province's.

    Coordinates in degrees (WGS 84); `capital` is the code of the country whose capital a city is, a country's capital's
    GeoNames identifier, or "".
    """

    slug: str
    geonames: str
    kind: str
    code: str
    name: str
    lat: float
    lon: float
    population: int
    capital: str
    aliases: tuple[str, ...]


class Gazetteer:
    """The table: rows are parsed when they are asked for, the index is in memory."""

    def __init__(self, path: Path) -> None:
        """Raises FileNotFoundError where there is no table, ValueError where the file is none."""
        table, found, index = gzip.decompress(path.read_bytes()).decode().partition("\n\n")
        if not found:
            raise ValueError(f"no gazetteer: {path}")
        self._lines = table.split("\n")
        cells = index.rstrip("\n").replace("\n", "\t").split("\t")
        self._index = dict(zip(cells[::2], cells[1::2], strict=True))

    def __len__(self) -> int:
        return len(self._lines)

    def numbers(self, key: str) -> tuple[int, ...]:
        """The rows under a folded name, or, after "~", under a transliteration key."""
        return tuple(map(int, self._index.get(key, "").split()))

    def row(self, number: int) -> Row:
        """The row of that number."""
        slug, geonames, kind, code, name, lat, lon, people, capital, aliases = self._lines[number].split("\t")
        return Row(slug, geonames, kind, code, name, float(lat), float(lon), int(people), capital,
                   tuple(filter(None, aliases.split("|"))))

    def slug(self, number: int) -> str:
        """The slug of the row of that number."""
        line = self._lines[number]
        return line[: line.index("\t")]

    def by_slug(self) -> dict[str, int]:
        """Each row's number under its slug."""
        return {self.slug(number): number for number in range(len(self._lines))}

    def by_geonames(self) -> dict[str, int]:
        """Each country's and city's number under its GeoNames identifier."""
        return {line.split("\t", 2)[1]: number for number, line in enumerate(self._lines)}

    def codes(self) -> dict[str, int]:
        """Each country's and province's number under its code ("SY", "SY.02"); they come before all cities."""
        found: dict[str, int] = {}
        for number, line in enumerate(self._lines):
            _, _, kind, code, _ = line.split("\t", 4)
            if kind == "city":
                break
            found[code] = number
        return found
