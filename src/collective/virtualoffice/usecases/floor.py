"""Finding the state of an office, and deciding there."""

from . import memory
from collections.abc import Callable
from collective.virtualoffice.content.office import office_hours
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.tokens import is_valid
from collective.virtualoffice.domain.tokens import make_token
from collective.virtualoffice.domain.tokens import token_id
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.plan import Plan
from collective.virtualoffice.domain.waiting.rules import Rules
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.keys import token_key
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.storage import decide
from collective.virtualoffice.storage import furnished_house
from collective.virtualoffice.storage import house
from collective.virtualoffice.storage import office_key
from collective.virtualoffice.video import video_trouble
from datetime import datetime
from plone import api
from secrets import token_hex
from typing import Any
from typing import TypeVar


T = TypeVar("T")
VISIT = "visit"


def chance() -> str:
    """128 random bits."""
    return token_hex(16)


def read_floor(office: Any, now: datetime) -> Floor:
    """An office at one moment, to read."""
    found, key = house(api.portal.get()), office_key(office)
    return Floor(found, key, plan(office), rules(), now, chance)


def act(
    office: Any,
    now: datetime,
    deed: Callable[[Floor], T],
    quiet: bool = False,
    in_line: bool = False,
) -> T:
    """Decide something in an office; the answer is made from what is returned.

    After a ``quiet`` deed, what is remembered of door and board is still right. What
    others want at the same time, and only one gets, is decided ``in_line``.
    Raises Busy, and what the deed raises.
    """
    site, key = api.portal.get(), office_key(office)
    planned, ruled = plan(office), rules()

    def decision() -> T:
        found = furnished_house(site)
        found.furnish(key)
        return deed(Floor(found, key, planned, ruled, now, chance))

    result = decide(decision, in_line=in_line)
    if not quiet:
        memory.forget()
    return result


def act_as_visitor(
    office: Any,
    token: str,
    now: datetime,
    deed: Callable[[Floor, Visit], T],
    quiet: bool = False,
) -> T:
    """What the holder of a private link does. Raises UnknownVisit."""
    return act(office, now, lambda floor: deed(floor, find_visit(floor, token)), quiet)


def find_visit(floor: Floor, token: str) -> Visit:
    """The visit that a private link opens. Raises UnknownVisit, always alike."""
    id = token_id(token)
    if id is None:
        raise UnknownVisit
    visit = floor.room.visit(id)
    if not is_valid(token_key(), VISIT, id, visit.issue, token):
        raise UnknownVisit
    return visit


def was_erased(floor: Floor, token: str) -> bool:
    """Whether this was the first private link of a visit that is kept no more.

    Only who had the link can ask: a wrong token, or a renewed link, answers no.
    """
    id = token_id(token)
    if id is None or not is_valid(token_key(), VISIT, id, Visit.issue, token):
        return False
    try:
        floor.room.visit(id)
    except UnknownVisit:
        return True
    return False


def visit_token(visit: Visit) -> str:
    """The key in the visit's private link."""
    return make_token(token_key(), VISIT, visit.id, visit.issue)


def plan(office: Any) -> Plan:
    """What editors decided about the office, in its own language for everybody."""

    def hours() -> Hours:
        language = office.Language() or api.portal.get_default_language()
        return office_hours(office, language)

    return Plan(hours, office.max_waiting, office.planned_minutes, has_room)


def has_room() -> bool:
    """Whether a video system is set up that lets people in."""
    return video_trouble() is None


def rules() -> Rules:
    """The published rules with what administrators set."""
    settings = read_settings()
    return Rules(
        answer=settings.answer_time,
        room_buffer=settings.room_buffer,
        keep=settings.retention,
        knocks=settings.knocks_per_address,
    )
