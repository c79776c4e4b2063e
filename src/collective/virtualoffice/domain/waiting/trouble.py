"""What keeps a citizen from being seen and heard, as the page of the room reports it.

It is a note for the clerk, kept while the conversation is on and never counted.
"""

from .floor import Floor
from .record import settle
from .states import State
from .states import Trouble
from .visit import Snapshot
from .visit import Visit
from collections.abc import Collection
from collections.abc import Iterable
from collective.virtualoffice.domain.errors import NotPossible


def report(floor: Floor, visit: Visit, trouble: Trouble) -> Snapshot:
    """The page has this trouble too.

    Raises NotPossible unless the visit is in a call.
    """
    _require_call(floor, visit)
    return _keep(floor, visit, (*visit.troubles, trouble))


def overcome(floor: Floor, visit: Visit, over: Collection[Trouble]) -> Snapshot:
    """These are over, and what remains is told still: who got in may have no camera.

    Raises NotPossible unless the visit is in a call.
    """
    _require_call(floor, visit)
    return _keep(floor, visit, (each for each in visit.troubles if each not in over))


def _require_call(floor: Floor, visit: Visit) -> None:
    seen = settle(floor, visit)
    if seen.state is not State.IN_CALL:
        raise NotPossible("trouble", seen.state)


def _keep(floor: Floor, visit: Visit, troubles: Iterable[Trouble]) -> Snapshot:
    """Each once; what is known already is not written again."""
    kept = tuple(dict.fromkeys(troubles))
    if kept != visit.troubles:
        visit.troubles = kept
    return floor.see(visit)
