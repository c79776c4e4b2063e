"""The room of one call, for the citizen and for the desk."""

from ..assets import script_url
from ..private import PrivatePage
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.video import RoomAccess
from collective.virtualoffice.wording import for_script
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
import json


class RoomPage(PrivatePage):
    """The demonstration room itself, or the link into a room elsewhere.

    ``seen`` is the visit, ``watch`` the address that the script asks how it goes,
    ``back`` where the reader came from.
    """

    template = ViewPageTemplateFile("room.pt")
    outside = ViewPageTemplateFile("outside.pt")
    refused = ViewPageTemplateFile("refused.pt")
    title = _("room_title", default="Video room")
    side: str
    floor: Floor
    seen: Snapshot
    access: RoomAccess
    watch: str
    back: str
    message: Message

    def show_room(self) -> str:
        self.secure(camera=self.is_demonstration)
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
    def is_answered(self) -> bool:
        return self.seen.state is State.IN_CALL

    @property
    def citizen(self) -> str:
        return self.seen.visit.knock.name

    @property
    def desk(self) -> str | None:
        """The label of the desk that holds the visit."""
        id = self.seen.progress.desk
        found = (
            each.desk.duty.label for each in self.floor.desks if each.desk.id == id
        )
        return next(found, None)

    @property
    def script(self) -> str:
        return script_url("room.js")

    @property
    def texts(self) -> str:
        return json.dumps(for_script(self.request, TEXTS))


TEXTS = {
    "here": _("room_here", default="is here"),
    "awaited": _("room_awaited", default="is not here yet"),
    "refused": _(
        "room_camera_refused",
        default="Your browser does not allow the camera here. Allow it in the "
        "browser's settings for this page and try again. "
        "You can stay without a picture.",
    ),
    "missing": _(
        "room_camera_missing",
        default="We find no camera. You can stay without a picture.",
    ),
    "stop": _("room_camera_stop", default="Switch the camera off"),
    "start": _("room_camera_start", default="Switch the camera on"),
    "down": _(
        "room_down",
        default="No connection at the moment. We go on trying by ourselves.",
    ),
    "resumed": _("visit_title_resumed", default="It goes on!"),
    "up": _("room_up", default="The connection is there again."),
}
