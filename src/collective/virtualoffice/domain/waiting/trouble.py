"""What keeps a citizen from being seen and heard, as the page of the room reports it.

It is a note for the clerk, kept while the conversation is on and never counted.
"""

from .floor import Floor
from .record import settle
from .states import State
from .visit import Snapshot
from .visit import Visit
from collective.virtualoffice.domain.errors import NotPossible
from enum import StrEnum


class Trouble(StrEnum):
    """The video's script, a device, or the way to the video server fails."""

    SCRIPT = "script"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    CONNECTION = "connection"


def report(floor: Floor, visit: Visit, trouble: Trouble | None) -> Snapshot:
    """The page has this trouble too; None: it is in the room, and all is forgotten.

    Raises NotPossible unless the visit is in a call.
    """
    seen = settle(floor, visit)
    if seen.state is not State.IN_CALL:
        raise NotPossible("trouble", seen.state)
    known = visit.troubles
    troubles = tuple(dict.fromkeys((*known, trouble))) if trouble else ()
    if troubles != known:
        visit.troubles = troubles
    return floor.see(visit)
