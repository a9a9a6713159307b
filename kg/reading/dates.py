"""Publication dates as files print them, to ISO 8601; what is ambiguous is refused, never guessed."""
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%A, %d %B %Y", "%A, %B %d, %Y")


def published(text: str) -> str:
    """The ISO 8601 date, or date and time, that `text` gives; "" for "".

    Reads ISO 8601 (also "20160524" and a time after a space), RFC 2822 as feeds have it, and a month in English words
    ("24 May 2016", "May 24, 2016"). Raises ValueError for all else: "05/06/2016" is two days, "May 2016" none.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    found = _iso_date(text) or _iso_time(text) or _mail_time(text) or _words(text)
    if not found:
        raise ValueError(f"{text!r} is not a date such as 2016-05-24 or 2016-05-24T06:00:00Z")
    return found


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _iso_time(text: str) -> str:
    try:
        return _lexical(datetime.fromisoformat(text.removesuffix(" UTC").removesuffix(" GMT")))
    except ValueError:
        return ""


def _mail_time(text: str) -> str:
    try:
        return _lexical(parsedate_to_datetime(text)) if ":" in text else ""
    except ValueError:
        return ""


def _words(text: str) -> str:
    for form in _FORMATS:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return ""


def _lexical(time: datetime) -> str:
    return time.isoformat().replace("+00:00", "Z")
