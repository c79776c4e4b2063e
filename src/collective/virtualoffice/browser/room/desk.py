"""The desk's side of a room."""

from ..staff.forms import FormPage
from ..staff.forms import login_url
from ..staff.names import Names
from ..staff.rows import Row
from ..staff.rows import row
from ..staff.words import OUTCOMES
from ..staff.words import TROUBLES
from .outage import DeskOutage
from .page import RoomPage
from .words import DECISIONS
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.refusals import explain_to_staff
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.rooms import desk_room
from collective.virtualoffice.video import VideoUnavailable
from datetime import datetime
from datetime import UTC
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class DeskRoom(RoomPage, FormPage):
    """`@@room/{visit}`: for the clerk whose desk holds the visit, and who ends it."""

    notes = ViewPageTemplateFile("notes.pt")
    closing = ViewPageTemplateFile("closing.pt")
    finish_part = ViewPageTemplateFile("../staff/finish.pt")
    hold_part = ViewPageTemplateFile("../staff/hold.pt")
    outcomes: dict[Outcome, Message] = OUTCOMES
    side = "desk"
    id = ""

    def publishTraverse(self, request: Any, name: str) -> "DeskRoom":
        if self.id:
            raise NotFound(name)
        self.id = name
        return self

    def __call__(self) -> str:
        self.watch, self.back = f"{self.url}/@waiting-room", f"{self.url}/@@staff"
        self.presence = f"{self.url}/@desk/presence"
        self.tells = f"{self.url}/@calls/{self.id}/seat"
        try:
            self.enter()
        except VideoUnavailable as trouble:
            why = explain_to_staff(trouble)
            return DeskOutage(self.context, self.request, self.floor, self.seen, why)()
        except Refusal as refusal:
            words = explain(refusal)
            return self.refuse(words.status, words.message)
        return self.show_room()

    def enter(self) -> None:
        """Raises Refusal and VideoUnavailable."""
        if not self.id:
            raise UnknownVisit
        clerk = api.user.get_current().getId()
        self.floor = read_floor(self.context, datetime.now(UTC))
        self.seen = calling.enter(self.floor, clerk, self.id)
        self.seat = self.seen.progress.desk
        self.access = desk_room(self.context, self.floor, self.seen, clerk)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def login_url(self) -> str:
        return login_url(self.back)

    @property
    def row(self) -> Row:
        return row(self.floor, Names(), self.seen)

    @property
    def troubles(self) -> list[Message]:
        return self.row.troubles

    @property
    def asking(self) -> list[str]:
        """The names of the guests about whom the clerk has to decide."""
        guests = self.seen.visit.guests
        return [each.name for each in guests if each.state is GuestState.ASKING]

    @property
    def decides(self) -> str:
        """Where the page tells what was decided about a guest."""
        return f"{self.url}/@calls/{self.id}/guests"

    @property
    def finish(self) -> str:
        """The form that asks how the visit ended."""
        return self.finish_part(row=self.row, unanswered=False)

    @property
    def hold(self) -> str:
        return self.hold_part(row=self.row)

    @property
    def script_texts(self) -> dict[str, Message]:
        return {**super().script_texts, **TROUBLE_TEXTS, **DECISIONS}


TROUBLE_TEXTS = {f"trouble_{trouble}": words for trouble, words in TROUBLES.items()}
