"""Do all processes make private links under the same key?"""

from collective.virtualoffice.domain.house import House
from collective.virtualoffice.domain.tokens import fingerprint
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.keys import token_key
from datetime import datetime
from enum import StrEnum
import logging


logger = logging.getLogger(__name__)


class KeyState(StrEnum):
    """``different``: from the key that the database knows of."""

    OK = "ok"
    MISSING = "missing"
    DIFFERENT = "different"


def key_state(house: House) -> KeyState:
    """How the key of this process stands to the database; says loudly what is wrong."""
    try:
        own = fingerprint(token_key())
    except KeyUnavailable as error:
        logger.critical("No private link can be made or opened. %s", error)
        return KeyState.MISSING
    if house.key_fingerprint in (None, own):
        return KeyState.OK
    logger.critical(
        "The token key of this process is not the one that the database knows: private "
        "links made elsewhere open nothing here. Give all processes the same key."
    )
    return KeyState.DIFFERENT


def agree_on_key(house: House, now: datetime) -> KeyState:
    """Write down the key's fingerprint.

    The first process names it. Another key is taken over once every visit is erased
    that was there when it was first seen, so that no link in use was made under the
    old one. Two keys in use at once see each other again and again, and stay two.
    """
    state = key_state(house)
    if state is KeyState.MISSING:
        return state
    if state is KeyState.DIFFERENT and not _has_outlived_links(house, now):
        return state
    own = fingerprint(token_key())
    if house.key_fingerprint != own:
        house.key_fingerprint = own
    if house.key_differs_since is not None:
        house.key_differs_since = None
    return KeyState.OK


def _has_outlived_links(house: House, now: datetime) -> bool:
    """Whether everybody who is kept came after another key was first seen."""
    if house.key_differs_since is None:
        house.key_differs_since = now
    since = house.key_differs_since
    visits = (visit for room in house.rooms.values() for visit in room.visits())
    return all(visit.arrived_at >= since for visit in visits)
