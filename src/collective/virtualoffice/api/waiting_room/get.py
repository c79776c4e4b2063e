"""Everything a clerk needs to see, in one answer."""

from .shape import staff_desk_shape
from .shape import staff_message_shape
from .shape import staff_visit_shape
from .shape import StaffDeskShape
from .shape import StaffMessageShape
from .shape import StaffVisitShape
from .warnings import warnings
from collections.abc import Mapping
from collective.virtualoffice.api.door.shape import door_shape
from collective.virtualoffice.api.door.shape import DoorShape
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.domain.waiting.live import day_ended
from collective.virtualoffice.domain.waiting.live import live
from collective.virtualoffice.domain.waiting.overview import at_hand
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.serving import MANAGE
from collective.virtualoffice.usecases.serving import may
from typing import Any
from typing import TypedDict


class WarningShape(TypedDict):
    type: str
    message: str


class AdmissionShape(TypedDict):
    suspended: bool
    notice: str
    day_ended: bool


class WaitingRoomShape(TypedDict):
    door: DoorShape
    admission: AdmissionShape
    desks: list[StaffDeskShape]
    visits: list[StaffVisitShape]
    messages: list[StaffMessageShape]
    appointments: list[object]
    warnings: list[WarningShape]


class Get(Service):
    def reply(self) -> Mapping[str, Any] | None:
        return self.unless_known(self.waiting_room())

    def waiting_room(self) -> WaitingRoomShape:
        floor = read_floor(self.office, self.now)
        leads = may(MANAGE, self.office)
        warned = warnings(floor, self.clerk, leads, self.request)
        return {
            "door": door_shape(live(floor).door, self.office.absolute_url()),
            "admission": {
                "suspended": floor.room.suspended,
                "notice": floor.room.notice,
                "day_ended": day_ended(floor),
            },
            "desks": [
                staff_desk_shape(floor, each, self.clerk) for each in floor.desks
            ],
            "visits": [staff_visit_shape(floor, seen) for seen in at_hand(floor)],
            "messages": [
                staff_message_shape(each) for each in floor.room.announcements
            ],
            "appointments": [],
            "warnings": [
                {"type": type, "message": self.say(text)} for type, text in warned
            ],
        }
