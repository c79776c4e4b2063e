"""How often the pages ask: as their scripts say it, not as somebody remembers it."""

from instance import CHECKOUT
import re


STATIC = CHECKOUT / "src/collective/virtualoffice/browser/static"
PAIR = re.compile(r"\[(\d+), ([\d_]+)\]")


def said(script: str, name: str) -> str:
    """What a constant of a script is."""
    text = (STATIC / script).read_text()
    return re.search(rf"^const {name} = (.*?);$", text, re.MULTILINE | re.DOTALL)[1]


def seconds(script: str, name: str) -> float:
    return int(said(script, name)) / 1000


DOOR = seconds("door.js", "EVERY")
OWN_VISIT = seconds("waiting.js", "OWN_VISIT")
AGAIN = seconds("waiting.js", "RETRY")
FAR_BACK = seconds("waiting.js", "SLOWEST")
STAFF_VIEW = seconds("staff.js", "EVERY")
FAILED = seconds("poll.js", "SLOWEST")
PRESENCE_AGAIN = int(said("presence.js", "RETRY"))
PACES = [
    (int(n), int(ms) / 1000) for n, ms in PAIR.findall(said("waiting.js", "PACES"))
]


def pace(place: int | str | None) -> float:
    """How often a waiting page asks for the board: quicker near the front."""
    if not isinstance(place, int):
        return PACES[0][1] if place == "called" else FAR_BACK
    return next((every for until, every in PACES if place < until), FAR_BACK)
