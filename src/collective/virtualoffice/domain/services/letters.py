"""Under which letter of an alphabetical list a title stands."""

from string import ascii_uppercase
from unicodedata import normalize


LETTERS = tuple(ascii_uppercase)
OTHER = "#"

# What is a letter of its own elsewhere and no base letter with a mark (Unicode knows
# no decomposition), as German lists sort it: DIN 5007-1, 6.1.1.4.
BASES = {"Æ": "A", "Đ": "D", "Ð": "D", "Ł": "L", "Ø": "O", "Œ": "O", "Þ": "T", "ẞ": "S"}


def letter_of(title: str) -> str:
    """A to Z, or OTHER for digits and other scripts.

    As in DIN 5007-1, what is no letter or digit is passed over, and umlauts and
    accents count as their base letters.
    """
    first = next((each for each in normalize("NFKD", title) if each.isalnum()), OTHER)
    upper = first.upper()[0]
    base = BASES.get(upper, upper)
    return base if base in LETTERS else OTHER
