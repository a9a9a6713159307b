"""What resolution needs of the lexicon: small enough that a test can hand in its own."""
from collections.abc import Sequence
from typing import Protocol


class KnownActor(Protocol):
    """An actor of the lexicon."""

    @property
    def slug(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str: ...


class KnownPlace(Protocol):
    """A place of the gazetteer; `parents` are slugs, nearest first; `country` and `capital_of` ISO codes or ""."""

    @property
    def slug(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def parents(self) -> tuple[str, ...]: ...
    @property
    def population(self) -> int: ...
    @property
    def capital_of(self) -> str: ...


class Actors(Protocol):
    """The known actors."""

    def get(self, slug: str) -> KnownActor | None: ...
    def find(self, name: str) -> KnownActor | None: ...


class Places(Protocol):
    """The known places."""

    def get(self, slug: str) -> KnownPlace | None: ...
    def find(self, name: str) -> Sequence[KnownPlace]: ...
