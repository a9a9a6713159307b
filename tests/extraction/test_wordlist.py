"""Word lists read from Turtle."""
import pytest

from kg.extraction.wordlist import by_form, forms, longest_first, terms


def test_terms_have_forms_and_properties() -> None:
    (may,) = [t for t in terms("times.ttl", "Month") if t.name == "may"]
    assert (may.forms, may.one("number"), may.one("none", "-")) == (("may",), "5", "-")


def test_forms_come_longest_first() -> None:
    assert longest_first(["a", "bb", "a", "aa"]) == ("aa", "bb", "a")
    lengths = [len(f) for f in forms("quantities.ttl", "Bound")]
    assert lengths == sorted(lengths, reverse=True)


def test_each_form_has_one_term() -> None:
    assert by_form("quantities.ttl", "Multiplier")["dozen"].one("value") == "12"


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="Fruit"):
        terms("times.ttl", "Fruit")


def test_several_values_are_refused() -> None:
    (bound,) = [t for t in terms("quantities.ttl", "Bound") if t.name == "upTo"]
    with pytest.raises(ValueError, match="upTo"):
        bound.one("form")
