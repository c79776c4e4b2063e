"""The visit that a clerk did something with."""

from collective.virtualoffice.api.rooms import RoomShape
from collective.virtualoffice.api.visits.shape import LinksShape
from collective.virtualoffice.api.waiting_room.shape import StaffVisitShape
from typing import NotRequired


class CallShape(StaffVisitShape):
    """``room`` where the deed leads into one, ``links`` where it renewed them."""

    room: NotRequired[RoomShape]
    links: NotRequired[LinksShape]
