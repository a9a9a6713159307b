"""One news report, as read."""
import re
from dataclasses import dataclass
from hashlib import sha256

from unidecode import unidecode

_SEPARATOR = "\x1f"  # so that ("ab", "c") and ("a", "bc") differ


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, for IRIs: "Deir ez-Zor" gives "deir-ez-zor"."""
    return re.sub(r"[^a-z0-9]+", "-", unidecode(text).lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Report:
    """One news report.

    body       the text after any front matter; byte-order mark dropped, line ends as "\\n", nothing else changed.
    title      the headline; not part of the body. "" where unknown, as for all fields below.
    outlet     who published it: "AFP".
    published  ISO 8601 date or date and time of publication.
    url        its address.
    path       where it was read from, for messages; no part of its identity.
    """

    body: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    path: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 over outlet, address, date and body, in hexadecimal."""
        parts = (self.outlet, self.url, self.published, self.body)
        return sha256(_SEPARATOR.join(parts).encode()).hexdigest()

    @property
    def id(self) -> str:
        """The path of its IRI: report/{date}-{outlet}-{12 hex}."""
        date = self.published[:10] or "undated"
        return f"report/{date}-{slug(self.outlet) or 'unknown'}-{self.digest[:12]}"
