"""One's own desk as JSON."""

from collective.virtualoffice.api.waiting_room.shape import staff_desk_shape
from collective.virtualoffice.api.waiting_room.shape import StaffDeskShape
from collective.virtualoffice.domain.waiting.attendance import Attendance
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.storage import office_key
from collective.virtualoffice.usecases.serving import served_offices
from plone.uuid.interfaces import IUUID


class MyDeskShape(StaffDeskShape):
    """``offices`` and ``services`` are UIDs; ``asked``: are you still there?"""

    offices: list[str]
    services: list[str]
    languages: list[str]
    asked: bool


def my_desk_shape(floor: Floor, attended: Attendance) -> MyDeskShape:
    desk = attended.desk
    keys = desk.duty.offices
    return {
        **staff_desk_shape(floor, attended, desk.clerk),
        "offices": [
            IUUID(each) for each in served_offices() if office_key(each) in keys
        ],
        "services": list(desk.duty.services),
        "languages": list(desk.duty.languages),
        "asked": floor.is_asked(attended),
    }
