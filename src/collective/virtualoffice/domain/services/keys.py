"""Service keys (Leistungsschlüssel) of the German catalogues of services.

Fourteen digits, after the structure of the Leistungskatalog (LeiKa): the kind of
catalogue (2), the group (3), the service (3), what is done (3), for which case (3).
"""

import re


LENGTH = 14
GROUPS = (2, 3, 3, 3, 3)

# What a spreadsheet makes of a long number: its last digits are lost.
SCIENTIFIC = re.compile(r"[+-]?\d+([.,]\d+)?e[+-]?\d+", re.I | re.A)
# Spaces of every kind, dots, and the dashes that word processors make of one.
SEPARATORS = re.compile(r"[\s.\u00ad\u2010-\u2015\u2212-]+")
DIGITS = re.compile(rf"[0-9]{{{LENGTH}}}")


class BadKey(ValueError):
    """No service key; ``reason`` is "scientific", "letters" or "length".

    ``count`` is how many digits there are.
    """

    def __init__(self, text: str, reason: str, count: int) -> None:
        super().__init__(text, reason, count)
        self.text, self.reason, self.count = text, reason, count


def read_key(text: str) -> str:
    """The plain digits of a key however it is grouped; raises BadKey."""
    digits = SEPARATORS.sub("", text)
    if DIGITS.fullmatch(digits):
        return digits
    count = sum(each in "0123456789" for each in digits)
    raise BadKey(text, _reason(text.strip(), digits), count)


def _reason(text: str, digits: str) -> str:
    if SCIENTIFIC.fullmatch(text):
        return "scientific"
    return "length" if digits.isascii() and digits.isdecimal() else "letters"


def format_key(key: str) -> str:
    """A key as people read it: 99 050 012 104 000; anything else as it is."""
    if not DIGITS.fullmatch(key):
        return key
    parts, start = [], 0
    for size in GROUPS:
        parts.append(key[start : start + size])
        start += size
    return " ".join(parts)
