"""Opening a desk."""

from .floor import act
from collections.abc import Sequence
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting.attendance import Attendance
from collective.virtualoffice.domain.waiting.desk import Duty
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.storage import office_key
from collective.virtualoffice.video import require_video
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from plone import api
from typing import Any
from zope.i18n import translate


@dataclass(frozen=True)
class Wish:
    """What a clerk wants the desk to serve beside the office it is opened in."""

    label: str
    offices: Sequence[Any] = ()
    services: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def open_desk(office: Any, clerk: str, wish: Wish, now: datetime) -> Attendance:
    """Open the clerk's desk in an office, or change what it serves.

    Raises VideoUnavailable while no room could be entered.
    """
    require_video()
    keys = dict.fromkeys(office_key(each) for each in (office, *wish.offices))
    serves = Duty(wish.label, tuple(keys), wish.services, wish.languages)
    return act(office, now, lambda floor: duty.open_desk(floor, clerk, serves))


def usual_label(floor: Floor) -> str:
    """„Schalter“ and the first free number.

    All citizens read it, so it is in the language of the site.
    """
    taken = {each.desk.duty.label.rpartition(" ")[2] for each in floor.desks}
    free = (number for number in count(1) if str(number) not in taken)
    label = _(
        "staff_desk_number", default="Desk ${number}", mapping={"number": next(free)}
    )
    return translate(label, target_language=api.portal.get_default_language())
