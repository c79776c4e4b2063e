"""The past of an office that has been in use for a while: facts of its journal."""

from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.storage import furnished_house
from collective.virtualoffice.storage import office_key
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from typing import Any
import secrets


DAYS = 60
VISITS_A_DAY = 60
KINDS = (Kind.KNOCKED, Kind.CALLED, Kind.FINISHED)


def remember(office: Any) -> None:
    """Two months of visits, until yesterday.

    What a new fact costs is settled by its neighbours, which it has from then on.
    """
    room = furnished_house(api.portal.get()).furnish(office_key(office))
    start = datetime.now(UTC) - timedelta(days=DAYS + 1)
    every = timedelta(days=1) / VISITS_A_DAY
    for visit in range(DAYS * VISITS_A_DAY):
        for kind in KINDS:
            fact = Fact(kind, start + visit * every, None, "solved", 5.0, 5.0)
            room.journal.note(fact, secrets.token_hex(6))
