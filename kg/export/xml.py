"""XML documents."""
import re
from collections.abc import Iterable

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2


def document(lines: Iterable[str]) -> str:
    """The lines under an XML declaration, without the control characters that XML cannot hold."""
    return _FORBIDDEN.sub("", "\n".join(["<?xml version='1.0' encoding='utf-8'?>", *lines])) + "\n"
