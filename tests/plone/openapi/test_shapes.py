"""Every member, choice and refusal that the code knows is described."""

from collections.abc import Iterator
from collective.virtualoffice.api.admission.post import AdmissionAnswer
from collective.virtualoffice.api.board.get import BoardShape
from collective.virtualoffice.api.caching import FOR_ALL
from collective.virtualoffice.api.caching import NO_STORE
from collective.virtualoffice.api.calls.shape import CallShape
from collective.virtualoffice.api.clock.post import ClockShape
from collective.virtualoffice.api.desk.service import DeskAnswer
from collective.virtualoffice.api.desk.shape import MyDeskShape
from collective.virtualoffice.api.door.shape import DesksShape
from collective.virtualoffice.api.door.shape import DoorShape
from collective.virtualoffice.api.door.shape import WaitShape
from collective.virtualoffice.api.errors import RequestError
from collective.virtualoffice.api.guests.shape import CompanionShape
from collective.virtualoffice.api.guests.shape import GuestShape
from collective.virtualoffice.api.guests.shape import InvitationShape
from collective.virtualoffice.api.people import PersonShape
from collective.virtualoffice.api.rooms import RoomShape
from collective.virtualoffice.api.services.shape import BatchingShape
from collective.virtualoffice.api.services.shape import OfferShape
from collective.virtualoffice.api.services.shape import ServicesShape
from collective.virtualoffice.api.visits.actions import PresenceShape
from collective.virtualoffice.api.visits.knock import KnockedShape
from collective.virtualoffice.api.visits.shape import LinksShape
from collective.virtualoffice.api.visits.shape import MessageShape
from collective.virtualoffice.api.visits.shape import ServiceShape
from collective.virtualoffice.api.visits.shape import VisitShape
from collective.virtualoffice.api.visits.ways import WayShape
from collective.virtualoffice.api.waiting_room.get import AdmissionShape
from collective.virtualoffice.api.waiting_room.get import WaitingRoomShape
from collective.virtualoffice.api.waiting_room.get import WarningShape
from collective.virtualoffice.api.waiting_room.shape import StaffDeskShape
from collective.virtualoffice.api.waiting_room.shape import StaffMessageShape
from collective.virtualoffice.api.waiting_room.shape import StaffVisitShape
from collective.virtualoffice.browser.health.checks import ClockHealth
from collective.virtualoffice.browser.health.checks import Health
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.figures.demand import Way
from collective.virtualoffice.domain.services import ways as finderways
from collective.virtualoffice.domain.waiting.company import Stage
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.guests import Inviter
from collective.virtualoffice.domain.waiting.guests import MOST_GUESTS
from collective.virtualoffice.domain.waiting.seating import Role
from collective.virtualoffice.domain.waiting.seats import Whereabouts
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import Reason
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.states import Status
from collective.virtualoffice.domain.waiting.trouble import Trouble
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.storage import Busy
from collective.virtualoffice.usecases.agreement import KeyState
from collective.virtualoffice.usecases.alarms import Alarm
from collective.virtualoffice.video import VideoUnavailable
from enum import StrEnum
from typing import Any
import pytest


# Answers in words of their own besides those of refusals.
PLONES = {"NotFound"}
UNABLE = (Busy, KeyUnavailable, VideoUnavailable)

# Where the description lists all members of an enumeration.
LISTS: list[tuple[str, type[StrEnum]]] = [
    ("schemas Status", Status),
    ("schemas State", State),
    ("schemas Outcome", Outcome),
    ("schemas Trouble", Trouble),
    ("schemas GuestState", GuestState),
    ("schemas OfferWay", finderways.Way),
    ("schemas Visit properties reason", Reason),
    ("schemas Companion properties invited_by", Inviter),
    ("schemas GuestAnswer properties visit", Stage),
    ("schemas People items properties role", Role),
    ("schemas People items properties where", Whereabouts),
    ("schemas Health properties token_key", KeyState),
    ("requestBodies Demand content application/json schema properties way", Way),
]

# Where the description tells the members of a shape; `now` is added to all answers.
SHAPES: list[tuple[str, type]] = [
    ("schemas Door", DoorShape),
    ("schemas Door properties desks", DesksShape),
    ("schemas Wait", WaitShape),
    ("schemas Board", BoardShape),
    ("schemas Visit", VisitShape),
    ("schemas KnockedAnswer", KnockedShape),
    ("schemas Links", LinksShape),
    ("schemas Way", WayShape),
    ("schemas Message", MessageShape),
    ("schemas Service", ServiceShape),
    ("schemas Companion", CompanionShape),
    ("schemas Invitation", InvitationShape),
    ("schemas People items", PersonShape),
    ("schemas Room", RoomShape),
    ("schemas GuestAnswer", GuestShape),
    ("schemas StaffVisit", StaffVisitShape),
    ("schemas Desk", StaffDeskShape),
    ("schemas MyDesk", MyDeskShape),
    ("schemas DeskAnswer", DeskAnswer),
    ("schemas WaitingRoomAnswer", WaitingRoomShape),
    ("schemas WaitingRoomAnswer properties admission", AdmissionShape),
    ("schemas WaitingRoomAnswer properties messages items", StaffMessageShape),
    ("schemas WaitingRoomAnswer properties warnings items", WarningShape),
    ("schemas ClockAnswer", ClockShape),
    ("schemas Health", Health),
    ("schemas Health properties clock", ClockHealth),
    ("schemas Offer", OfferShape),
    ("schemas Services", ServicesShape),
    ("schemas Services properties batching", BatchingShape),
    ("responses Presence content application/json schema", PresenceShape),
    ("responses Admission content application/json schema", AdmissionAnswer),
]


@pytest.mark.parametrize(("place", "members"), LISTS)
def test_it_knows_every_choice(at, place, members):
    assert set(at(place)["enum"]) - {None} == set(members)


def test_it_knows_every_warning(at):
    kinds = at("schemas WaitingRoomAnswer properties warnings items properties type")
    assert set(kinds["enum"]) == {"day_ended", "still_there", *Alarm}


def test_it_knows_every_refusal(at):
    classes = {*descendants(Refusal), *descendants(RequestError), *UNABLE}
    names = {each.__name__ for each in classes} | PLONES
    assert sorted(at("schemas ErrorType")["enum"]) == sorted(names)


def descendants(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from descendants(each)


def test_it_knows_how_long_an_answer_is_good(at):
    assert set(at("headers Shared schema enum")) == {FOR_ALL, NO_STORE}


def test_it_knows_how_many_guests_may_come(at):
    assert at("schemas Visit properties guests")["maxItems"] == MOST_GUESTS


@pytest.mark.parametrize(("place", "shape"), SHAPES)
def test_it_knows_every_member_of_an_answer(at, resolve, place, shape):
    schemas = list(parts(at(place), resolve))
    told = {name for part in schemas for name in part.get("properties", ())}
    required = {name for part in schemas for name in part.get("required", ())}
    assert told - {"now"} == shape.__required_keys__ | shape.__optional_keys__
    assert required - {"now"} == set(shape.__required_keys__)


def test_a_call_is_answered_with_the_room_or_with_links(at, resolve):
    schemas = [
        at(f"responses {name} content application/json schema")
        for name in ("CallWithRoom", "CallWithLinks")
    ]
    told = {
        name
        for schema in schemas
        for part in parts(schema, resolve)
        for name in part.get("properties", ())
    }
    assert told - {"now"} == CallShape.__required_keys__ | CallShape.__optional_keys__


def parts(schema: dict[str, Any], resolve: Any) -> Iterator[dict[str, Any]]:
    """The schema and those that it is made of."""
    yield schema
    referred = resolve(schema)
    if referred is not schema:
        yield from parts(referred, resolve)
    for each in schema.get("allOf", ()):
        yield from parts(each, resolve)
