"""What the recognition of reported speech yields."""
from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speech:
    """A reporting verb, noun or "according to", with who says what. All are token indices, a range's end exclusive.

    cue        the reporting word.
    act        "say", "claim", "deny", "confirm", "condemn", "accuse", "warn", "announce", "promise", "demand", "praise"
               or "believe".
    speaker    head of the noun phrase that names the speaker (it may be a pronoun), or None where nobody is named.
    addressee  head of the noun phrase that is spoken to ("told the agency"), or None.
    about      head of the noun phrase that is condemned, claimed, denied or announced, where no clause, or None.
    content    what is said: clauses and quoted sentences, without the words that report them; in order, disjoint.
    quotes     the stretches within quotation marks that are this speaker's, without the marks.
    said_at    the time at which it was said, or None.
    """

    cue: int
    act: str
    speaker: int | None
    addressee: int | None = None
    about: int | None = None
    content: tuple[Range, ...] = ()
    quotes: tuple[Range, ...] = ()
    said_at: Range | None = None

    def says(self, token: int) -> bool:
        """Whether the token is part of what is said."""
        return any(begin <= token < end for begin, end in self.content)
