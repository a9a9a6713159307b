"""The compiled table: rows and index, read from a table of two places, and the making of one."""
import gzip
from pathlib import Path

import pytest

from kg.lexicon.build_gazetteer import Row, _index, _name_slugs
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.names import fold, sound
from kg.resources import folder


def compiled(folder: Path, rows: list[Row]) -> Gazetteer:
    _name_slugs(rows)
    text = "\n".join([*(row.line() for row in rows), "", *_index(rows)]) + "\n"
    path = folder / "gazetteer.tsv.gz"
    path.write_bytes(gzip.compress(text.encode()))
    return Gazetteer(path)


@pytest.fixture
def table(tmp_path: Path) -> Gazetteer:
    return compiled(tmp_path, [
        Row("country", "Chad", "TD", 12.1, 15.0, 15_000_000, "2434508", capital="9"),
        Row("province", "Batha Region", "TD.01", 13.2, 18.3, 500_000),
        Row("city", "Ati", "TD.01", 13.2, 18.3, 24_000, "8", ("Atî", "Batha Town")),
        Row("city", "Ati", "TD.01", 12.9, 18.1, 700, "7"),
        Row("city", "Republic", "US.MO", 37.1, -93.4, 16_000, "5"),
    ])


def test_rows(table: Gazetteer) -> None:
    row = table.row(2)
    assert (row.slug, row.kind, row.name, row.population) == ("ati-td", "city", "Ati", 24_000)
    assert row.aliases == ("Atî", "Batha Town")
    assert len(table) == 5


@pytest.mark.parametrize("key, numbers", [
    ("ati", (2, 3)), ("batha town", (2,)), ("batha", (1,)), ("batha region", (1,)), ("~xad", ()), ("nowhere", ()),
])
def test_index(table: Gazetteer, key: str, numbers: tuple[int, ...]) -> None:
    assert table.numbers(key) == numbers


def test_slugs_are_unique_and_never_empty(table: Gazetteer) -> None:
    assert list(table.by_slug()) == ["chad", "batha-province-td", "ati-td", "ati-td-7", "republic-us"]


def test_codes_and_identifiers(table: Gazetteer) -> None:
    assert table.codes() == {"TD": 0, "TD.01": 1}
    assert table.by_geonames()["8"] == 2


def test_no_table(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.tsv.gz"
    path.write_bytes(gzip.compress(b"something else"))
    with pytest.raises(ValueError, match="no gazetteer"):
        Gazetteer(path)


def test_the_shipped_index_is_folded_as_names_are_today() -> None:
    """Rebuild ontology/gazetteer.tsv.gz when `fold`, `sound` or the builder changes: else this fails."""
    shipped = Gazetteer(folder("ontology") / "gazetteer.tsv.gz")
    sample = range(0, len(shipped), 997)
    assert [n for n in sample if n not in shipped.numbers(fold(shipped.row(n).name))] == []
    heard = [n for n in sample if shipped.numbers("~" + sound(shipped.row(n).name))]
    assert len(heard) > len(sample) / 4
