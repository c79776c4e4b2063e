"""Do all processes make private links under the same key?"""

from collective.virtualoffice.domain.house import House
from collective.virtualoffice.domain.tokens import fingerprint
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.keys import token_key
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


def agree_on_key(house: House) -> KeyState:
    """Write down the key's fingerprint.

    The first process names it. Another key is taken over only when no visit is
    kept any more, so that no link in use was made under the old one.
    """
    state = key_state(house)
    if state is KeyState.MISSING:
        return state
    own = fingerprint(token_key())
    if house.key_fingerprint != own and (state is KeyState.OK or _is_empty(house)):
        house.key_fingerprint = own
        return KeyState.OK
    return state


def _is_empty(house: House) -> bool:
    rooms = house.rooms.values()
    return not any(len(room.inside) or len(room.past) for room in rooms)
