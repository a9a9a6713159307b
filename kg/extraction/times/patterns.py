"""Regular expressions of time expressions, built from the word lists; the order is the order of precedence."""
import re
from functools import cache

from kg.extraction.numerals import numeral_source
from kg.extraction.wordlist import by_form, forms

FILE = "times.ttl"
_YEAR = r"(?:1[6-9]|20)\d\d"

# Name of the reading (see `readings`), and its expression; {braces} name word lists.
_SOURCES = (
    ("iso", r"(?P<year>{year})-(?P<month>\d\d)-(?P<day>\d\d)"
            r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?P<zone>Z)?)?"),
    ("range", r"(?:between|from)\s(?P<first>{year})\s(?:and|to|until)\s(?P<last>{year})(?!\d)"),
    ("range", r"(?P<first>{year})(?:-|–|\sto\s)(?P<last>{year})(?!\d)"),
    ("day_month", r"(?:(?P<which>last|next|this)\s)?(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|d)?\s(?:of\s|day\sof\s)?"
                  r"(?P<month>{month})(?:\.(?=\s*,?\s*\d))?"
                  r"(?:,?\s(?:of\s)?(?P<year>{year})(?!\d)|,?\s['’]?(?P<short>\d\d)(?![\d:.,]*\d|\w|\sGMT))?"),
    ("day_month", r"(?:(?P<which>last|next|this)\s)?(?P<month>{month})\.?\s"
                  r"(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:,.]\d|%)"
                  r"(?:,?\s(?:of\s)?(?P<year>{year})(?!\d|:))?"),
    ("month_year", r"(?:(?P<part>{part})[\s-]?(?:of\s)?)?(?P<month>{month})\.?,?\s"
                   r"(?:of\s(?:the\syear\s)?)?(?P<year>{year})(?!\d|:)"),
    ("decade", r"(?:the\s)?(?:(?P<part>{part})[\s-]?)?(?P<year>(?:1[6-9]|20)\d0)['’]?s"),
    ("feast", r"(?P<feast>{feast})(?:\s(?:of\s)?(?P<year>{year})(?!\d))?"),
    ("other_day", r"(?:earlier\s|later\s|early\s|late\s)?(?P<other>{other})"),
    ("offset", r"(?:(?P<hedge>{hedge})\s)?(?:(?P<count>{count})[\s-])?(?P<unit>{unit})\s"
               r"(?P<way>later|earlier|before|after|afterwards?|previously|beforehand)"),
    ("ago", r"(?:(?P<hedge>{hedge})\s)?(?:(?P<count>{count})\s)?(?P<unit>{unit})\sago"),
    ("past", r"(?:the|these|this)\s(?P<way>past|last|previous|coming|next|recent)\s"
             r"(?:(?P<count>{count})\s)?(?P<unit>{unit})"),
    ("past", r"(?P<way>past|last|coming|next|recent)\s(?P<count>{count})\s(?P<unit>{unit})"),
    ("vague", r"recent\s{unit}|(?:the\s)?(?:following|preceding|previous|same|coming)\s{unit}"
              r"|recently|nowadays|these\sdays|at\sthe\stime|the\sweekend"),
    ("frequency", r"(?:every|each)\s(?:other\s)?(?:{count}\s)?(?:{unit}|{weekday}s?|{month})|(?:{weekday})s"),
    ("weekday", r"(?:(?:the\s)?(?P<which>last|next|this\scoming|this\spast|this|past|coming|"
                r"the\sprevious|the\sfollowing)\s)?"
                r"(?:early\s|late\s)?(?P<weekday>{weekday})"
                r"(?:\s(?P<after>last\sweek|next\sweek|this\sweek|last|next)(?!\w))?(?:\s(?P<part>{daypart}))?"),
    ("today", r"(?:(?:early|late|earlier|later)\s)?(?P<today>{today})(?:\s(?P<part>{daypart}))?"),
    ("period", r"(?:(?P<part>{part})\s)?(?P<which>last|this|next|the\sprevious|the\scurrent)\s"
               r"(?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter)"),
    ("month", r"(?:(?P<part>{part})[\s-]?)?(?:(?P<which>last|next|this)\s)?(?P<month>{month})"),
    ("hour", r"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>a\.m\.?|p\.m\.?|am|pm)(?:\slocal(?:\stime)?)?"
             r"(?:\s(?P<zone>{zone})(?!\w)"
             r"|\s?[(,]?\s?(?P<utc>\d{{1,2}}:?\d\d)\s?(?:GMT|UTC)(?:\s(?:on\s)?(?:{weekday}))?\s?\)?)?"),
    ("hour", r"(?P<hour>\d{{1,2}})[:.]?(?P<minute>\d\d)(?:\s(?:local(?:\stime)?|hours|hrs))?"
             r"\s\(\s?(?P<utc>\d{{1,2}}:?\d\d)\s?(?:GMT|UTC)\s?\)"),
    ("hour", r"(?P<hour>\d{{1,2}})[:.]?(?P<minute>\d\d)\s?(?P<zone>{zone})(?!\w)"),
    ("hour", r"(?<=at\s)(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?:\slocal(?:\stime)?)?(?!\d)"),
    ("hour", r"(?P<hour>\d{{2}}):?(?P<minute>\d\d)\s(?:hours|hrs|local\stime)(?!\w)"),
    ("hour", r"(?<=at\s)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
             r"(?=[,.;]|\s(?:on|today|tonight|yesterday|this|local)\b)"),
    ("noon", r"(?P<noon>noon|midday|midnight)(?:\slocal(?:\stime)?)?"),
    ("year", r"(?:(?P<part>{part})[\s-]?)?(?:the\syear\s)?(?P<year>{year})"
             r"(?![\d:%]|[,.]\d|-\w|\s(?:GMT|UTC|hours))"),
    ("of_month", r"the\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?:\sof\s(?P<which>this|last|the)\smonth)?"
                 r"(?!\w|\s(?:of|in|to)\s)"),
    ("duration", r"(?:(?P<hedge>{hedge})\s)?(?P<count>{count}|an?)[\s-](?P<unit>{unit})(?![\s-]olds?\b)"),
    ("part", r"(?:in\s|at\s)?the\s(?:small|early)\shours|overnight|(?:the\s)?{daypart}"),
)

# Of what one of which is in every match of a reading: a word list, or the words themselves. Others are found quickly.
_NEEDED: dict[str, str | tuple[str, ...]] = {
    "ago": ("ago",), "offset": ("later", "earlier", "before", "after", "previously"), "decade": ("0s", "0's", "0’s"),
    "feast": "Feast", "other_day": "OtherDay", "weekday": "Weekday", "noon": ("noon", "midday", "midnight"),
}  # fmt: skip
# The digits, and what is beside them, that are in every match of a reading; each begins with a digit, so that it is
# found quickly.
_DIGITS = {
    "iso": r"\d-\d\d", "range": r"\d(?:-|–|\s(?:and|to|until)\s)(?:1[6-9]|20)\d\d",
    "month_year": r"[12]\d\d\d", "year": r"[12]\d\d\d", "of_month": r"\d(?:st|nd|rd|th)",
    "hour": r"\d(?:\s?(?:[ap]\.?m|gmt|utc|{zone})|:\d\d|\s(?:hours|hrs|local)|(?<=at\s\d)\d\d\d)",
}


def possible(name: str, text: str, lower: str) -> bool:
    """Whether a reading can match in a text at all, as far as quick looks tell; `lower` is the text in lower case."""
    words, digits = _needed(name), _digits(name)
    return (not words or any(word in lower for word in words)) and (digits is None or bool(digits.search(text)))


@cache
def _digits(name: str) -> re.Pattern[str] | None:
    source = _DIGITS.get(name)
    return re.compile(source.replace("{zone}", alternation(forms(FILE, "Zone"))), re.IGNORECASE) if source else None


@cache
def _needed(name: str) -> tuple[str, ...]:
    """What a text must have in it, in lower case, for a reading to match: one of these; () where that is not known."""
    words = _NEEDED.get(name, ())
    return tuple({form.split()[-1] for form in forms(FILE, words)}) if isinstance(words, str) else words


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each reading's name with its compiled expression."""
    lists = _lists()
    return tuple((name, _compiled(source.format(**lists))) for name, source in _SOURCES)


@cache
def number(kind: str, form: str, key: str = "number") -> int:
    """The number that a word list gives for a form, in any case, dots dropped."""
    return int(by_form(FILE, kind)[" ".join(form.lower().rstrip(".").split())].one(key))


def alternation(words: tuple[str, ...]) -> str:
    """The words as one group; a space matches any white space."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + ")"


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£])(?:{source})(?!\w)", re.IGNORECASE)


def _lists() -> dict[str, str]:
    kinds = {
        "month": "Month", "weekday": "Weekday", "today": "Day", "other": "OtherDay", "feast": "Feast",
        "unit": "TimeUnit", "daypart": "DayPart", "part": "PeriodPart", "zone": "Zone", "hedge": "Hedge",
    }
    lists = {key: alternation(forms(FILE, kind)) for key, kind in kinds.items()}
    count = rf"(?:{numeral_source()}|{alternation(forms(FILE, 'VagueCount'))}|an?|half\san)"
    return lists | {"year": _YEAR, "count": count}
