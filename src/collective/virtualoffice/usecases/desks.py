"""Opening a desk."""

from .floor import act
from collections.abc import Sequence
from collective.virtualoffice import _
from collective.virtualoffice.domain.errors import NoDesk
from collective.virtualoffice.domain.waiting import duty
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


def open_desk(office: Any, clerk: str, wish: Wish, now: datetime) -> bool:
    """Open the clerk's desk in an office, or change what it serves.

    Answers whether it was closed before. Raises VideoUnavailable while no room could
    be entered.
    """
    require_video()
    keys = dict.fromkeys(office_key(each) for each in (office, *wish.offices))
    serves = Duty(wish.label, tuple(keys), wish.services, wish.languages)

    def deed(floor: Floor) -> bool:
        was_open = _is_open(floor, clerk)
        duty.open_desk(floor, clerk, serves)
        return not was_open

    return act(office, now, deed)


def _is_open(floor: Floor, clerk: str) -> bool:
    try:
        floor.desk_of(clerk)
    except NoDesk:
        return False
    return True


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
