"""How long the way into the room of a call is good."""

from .floor import Floor
from .visit import Snapshot
from datetime import datetime
from datetime import timedelta


def planned_end(floor: Floor, seen: Snapshot) -> datetime:
    """When the conversation should be over by its service, else by its office."""
    minutes = seen.visit.planned_minutes or floor.plan.planned_minutes
    begun = seen.progress.answered_at or seen.progress.called_at or floor.now
    return begun + timedelta(minutes=minutes)


def way_in_ends(floor: Floor, seen: Snapshot) -> datetime:
    """Somebody who comes back late is let in as long as somebody in time."""
    return max(planned_end(floor, seen), floor.now) + floor.rules.room_buffer
