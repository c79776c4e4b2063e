"""The room of one call, for the citizen and for the desk."""

from ..assets import script_url
from ..citizen.ways import Ways
from ..private import PrivatePage
from .people import person_row
from .people import PersonRow
from .people import STYLES
from .words import EMBEDDED
from .words import TEXTS
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.seating import people
from collective.virtualoffice.domain.waiting.seating import Person
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.video import RoomAccess
from collective.virtualoffice.wording import for_script
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlsplit
from zope.i18nmessageid import Message
import json


class RoomPage(Ways, PrivatePage):
    """The demonstration room itself, or the way into a room on another server.

    Of that server nothing is loaded before the reader enters. There the room is
    embedded, or opened by a plain link where it is not to be.

    ``seen`` is the visit, ``watch`` the address that the script asks how it goes,
    ``back`` where the reader came from, ``presence`` where a desk tells that it is
    attended, ``notes`` and ``closing`` what only a desk has on the page, ``seat`` the
    reader's own, and ``tells`` where the page tells of it.
    """

    template = ViewPageTemplateFile("room.pt")
    embedded = ViewPageTemplateFile("embedded.pt")
    people_part = ViewPageTemplateFile("people.pt")
    notes: Any = ""
    closing: Any = ""
    outside = ViewPageTemplateFile("outside.pt")
    refused = ViewPageTemplateFile("refused.pt")
    title = _("room_title", default="Video room")
    side: str
    floor: Floor
    seen: Snapshot
    access: RoomAccess
    watch: str
    back: str
    seat: str
    tells: str
    presence: str | None = None
    message: Message

    def show_room(self) -> str:
        self.secure(video_origin=self.video_origin, camera=self.is_demonstration)
        return self.rendered(self.template)

    def refuse(self, status: int, message: Message) -> str:
        self.secure()
        self.request.response.setStatus(status)
        self.message = message
        return self.rendered(self.refused)

    @property
    def is_demonstration(self) -> bool:
        return self.access.domain is None

    @property
    def sign(self) -> str:
        """The beginning of the room's name: whether two pages show the same room."""
        room = self.access.room
        return f"{room[:4]} {room[4:8]}"

    @property
    def is_embedded(self) -> bool:
        return self.access.script is not None

    @property
    def is_linked(self) -> bool:
        """Whether a plain link alone leads into the room."""
        return not (self.is_demonstration or self.is_embedded)

    @property
    def video_origin(self) -> str | None:
        """The only other server that this page may load from."""
        if self.access.script is None:
            return None
        address = urlsplit(self.access.script)
        return f"{address.scheme}://{address.netloc}"

    @property
    def embedding(self) -> str:
        """What the video system's own script needs to open the room in this page."""
        access = self.access
        token = {"jwt": access.jwt} if access.jwt else {}
        return json.dumps(
            {"domain": access.domain, "options": {**access.options, **token}}
        )

    @property
    def office(self) -> Any:
        return self.context

    @property
    def phone(self) -> str:
        return self.office.phone or ""

    @property
    def is_answered(self) -> bool:
        return self.seen.state is State.IN_CALL

    @property
    def seat_url(self) -> str | None:
        """Where the page tells that somebody is in the room.

        Nowhere for a room that a plain link leads to: nobody knows who is there.
        """
        return None if self.is_linked else self.tells

    @property
    def people_rows(self) -> list[PersonRow]:
        return [self._row(each) for each in people(self.floor, self.seen)]

    def _row(self, person: Person) -> PersonRow:
        """Whoever has the demonstration room before them is in it."""
        is_own = person.seat == self.seat
        is_known = self.seat_url is not None
        return person_row(
            person, is_own, is_known and not (is_own and self.is_demonstration)
        )

    @property
    def people_styles(self) -> str:
        return json.dumps(STYLES)

    @property
    def script(self) -> str:
        return script_url("room.js")

    @property
    def texts(self) -> str:
        return json.dumps(for_script(self.request, self.script_texts))

    @property
    def script_texts(self) -> dict[str, Message]:
        return {**TEXTS, **EMBEDDED} if self.is_embedded else TEXTS
