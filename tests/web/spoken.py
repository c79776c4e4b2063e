"""What the people of a busy day say, and who may be told it.

Each says words that nobody else says, so that each can be looked for afterwards.
"""

MARK = "quarx"
PHONE = "7730441"
STAFF = frozenset({"clerk", "colleague", "head"})
VISITORS = frozenset({"erika", "max", "jana", "kim", "pat", "lea"})

# What is said, and who may be told it.
SAID = {
    "Pfützenquarx": {"erika", "olena", *STAFF},
    "Wüstenquarx": {"erika", *STAFF},
    "Bücherquarx": {"erika", *STAFF},
    "Käuzchenquarx": {"olena", "erika", *STAFF},
    "Möwenquarx": {"boris", "erika", *STAFF},
    "Dünenquarx": {"dora", "erika", *STAFF},
    "Jägerquarx": {"max", *STAFF},
    "Höhlenquarx": {"max", *STAFF},
    "Rübenquarx": {"jana", *STAFF},
    "Äpfelquarx": {"jana", *STAFF},
    "Zöpfequarx": {"kim", *STAFF},
    "Blütenquarx": {"pat", *STAFF},
    "Kräuterquarx": {"lea", *STAFF},
    "Sägequarx": {"sara", *STAFF},
    "Türenquarx": {"rita"},
    "Körbequarx": {"rita"},
    "Bärenquarx": {"ralf"},
    "Lückenquarx": {"wendy"},
    "Lärmquarx": {*VISITORS, *STAFF},
}
PHONES = {
    f"{PHONE}-1": {"erika", *STAFF},
    f"{PHONE}-2": {"max", *STAFF},
    f"{PHONE}-3": {"rita"},
    f"{PHONE}-4": {"kim", *STAFF},
}
# What never comes in, and everything Max said, who erases it himself.
REFUSED = {"Türenquarx", "Körbequarx", "Bärenquarx", "Lückenquarx", f"{PHONE}-3"}
ERASED = ("Jägerquarx", "Höhlenquarx", f"{PHONE}-2")


def name(word: str) -> str:
    """A name that is awkward to write down."""
    return f'Erika "{word}" <b>O\'Mustermann</b>'


def note(word: str) -> str:
    return f"„{word}“ & <script>alert('ß')</script>\nüber zwei Zeilen"
