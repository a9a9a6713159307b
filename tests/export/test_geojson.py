import json

from kg.export import export
from kg.store import Graph


def test_a_valid_feature_collection(harbour: Graph) -> None:
    """The rules of RFC 7946, sections 3 and 4."""
    found = json.loads(export(harbour, "geojson"))
    assert found["type"] == "FeatureCollection" and "crs" not in found
    assert len({f["id"] for f in found["features"]}) == len(found["features"])
    for feature in found["features"]:
        assert feature["type"] == "Feature" and isinstance(feature["properties"], dict)
        lon, lat = feature["geometry"]["coordinates"]
        assert feature["geometry"]["type"] == "Point" and -180 <= lon <= 180 and -90 <= lat <= 90


def test_a_point_says_of_which_place_it_is(harbour: Graph) -> None:
    by_label = {f["properties"]["label"]: f for f in json.loads(export(harbour, "geojson"))["features"]}
    attack, gate = by_label["attack on the port"], by_label["blast at the gate"]
    assert attack["geometry"]["coordinates"] == [-3.25, 12.5] == gate["geometry"]["coordinates"]
    assert (gate["properties"]["place"], gate["properties"]["at"]) == ("ferry terminal", "Marell")
    assert by_label["planned talks"]["properties"]["happened"] is False
    assert "offensive of 2029" not in by_label  # a country of which no point is known
    assert "killed: 12 by St Ada Hospital" in attack["properties"]["figures"]
