"""Values do not represent what people said: errors and logs show representations."""

from collective.virtualoffice.browser.citizen.typed import Typed
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import Inviter
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.progress import Progress
from collective.virtualoffice.domain.waiting.seating import Person
from collective.virtualoffice.domain.waiting.seating import Role
from collective.virtualoffice.domain.waiting.seats import Whereabouts
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Message
from collective.virtualoffice.video import RoomAccess
from datetime import datetime
from datetime import UTC
import pytest


SECRET = "Mustermann"
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        Knock(SECRET, note=SECRET, phone=SECRET),
        Guest("a1b2-1", Inviter.CITIZEN, name=SECRET),
        Message(NOW, SECRET),
        Person(Role.CITIZEN, "citizen", SECRET, Whereabouts.HERE),
        Progress(State.CALLED, NOW, room=SECRET),
        RoomAccess(SECRET, None, None, SECRET, NOW, SECRET, {"name": SECRET}),
        Typed(name=SECRET, note=SECRET, phone=SECRET, key=SECRET),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nobody_reads_in_an_error_what_was_said(value):
    assert SECRET not in repr(value)
    assert type(value).__name__ in repr(value)
