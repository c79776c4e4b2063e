"""All offices of one site: what is stored of them."""

from BTrees.OOBTree import OOBTree
from collective.virtualoffice.domain.compact import Compact
from collective.virtualoffice.domain.limits import Knocks
from collective.virtualoffice.domain.waiting.desk import Desk
from collective.virtualoffice.domain.waiting.room import WaitingRoom
from datetime import datetime
from persistent import Persistent


class ClockRecord(Compact):
    """When the clock ran last, and since when it is running."""

    ran_at: datetime | None = None
    running_since: datetime | None = None


class House(Persistent):
    """The waiting rooms by office key, the desks by clerk, and what they share.

    ``clerks`` are found by the public ids of their desks: who asks for one desk reads
    no other, for these change with every call. ``key_differs_since`` is when the clock
    first had another token key than the one of the fingerprint.
    """

    key_fingerprint: str | None = None
    key_differs_since: datetime | None = None

    def __init__(self) -> None:
        self.rooms = OOBTree()
        self.desks = OOBTree()
        self.clerks = OOBTree()
        self.knocks = Knocks()
        self.clock = ClockRecord()

    def room(self, office: str) -> WaitingRoom:
        """The waiting room of an office; an empty one where nobody served yet."""
        return self.rooms.get(office) or WaitingRoom()

    def furnish(self, office: str) -> WaitingRoom:
        """The waiting room of an office, made when its first desk opens."""
        if office not in self.rooms:
            self.rooms[office] = WaitingRoom()
        return self.rooms[office]

    def desk(self, id: str) -> Desk | None:
        """The desk with this public id."""
        clerk = self.clerks.get(id)
        return None if clerk is None else self.desks.get(clerk)

    def put_up(self, desk: Desk) -> None:
        self.desks[desk.clerk] = desk
        self.clerks[desk.id] = desk.clerk

    def take_away(self, desk: Desk) -> None:
        del self.desks[desk.clerk]
        del self.clerks[desk.id]
