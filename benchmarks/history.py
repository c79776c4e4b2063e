"""What was before the bench: facts of an office long in use, and who waits there."""

from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.room import WaitingRoom
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.storage import furnished_house
from collective.virtualoffice.storage import office_key
from collective.virtualoffice.usecases.floor import visit_token
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from typing import Any
import secrets


DAYS = 60
VISITS_A_DAY = 60
KINDS = (Kind.KNOCKED, Kind.CALLED, Kind.FINISHED)
ALL_THE_WHILE = 3600  # seconds for which whoever waits counts as present


def remember(office: Any) -> None:
    """Two months of visits, until yesterday.

    What a new fact costs is settled by its neighbours, which it has from then on.
    """
    journal = room_of(office).journal
    start = datetime.now(UTC) - timedelta(days=DAYS + 1)
    every = timedelta(days=1) / VISITS_A_DAY
    for visit in range(DAYS * VISITS_A_DAY):
        for kind in KINDS:
            fact = Fact(kind, start + visit * every, None, "solved", 5.0, 5.0)
            journal.note(fact)


def wait(office: Any, count: int) -> list[dict[str, str]]:
    """So many came one after the other; answers their ids and keys."""
    room, now = room_of(office), datetime.now(UTC)
    visits = []
    for place in range(count):
        came = now + timedelta(milliseconds=place)
        visit = Visit(secrets.token_hex(12), Knock("Erika Mustermann"), came)
        visit.signs.note(came, ALL_THE_WHILE)
        room.inside[visit.id] = visit
        visits.append({"id": visit.id, "token": visit_token(visit)})
    return visits


def room_of(office: Any) -> WaitingRoom:
    return furnished_house(api.portal.get()).furnish(office_key(office))
