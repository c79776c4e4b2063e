"""A visit at a desk while nobody can enter its room."""

from ..assets import script_url
from ..citizen.ways import Ways
from ..staff.forms import FormPage
from ..staff.names import Names
from ..staff.rows import Row
from ..staff.rows import row
from ..staff.words import OUTCOMES
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.refusals import Explanation
from collective.virtualoffice.video import video_trouble
from collective.virtualoffice.wording import clock
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


class DeskOutage(Ways, FormPage):
    """Who it is, how to reach them without video, and every deed that remains.

    ``why`` says what is wrong. The script looks whether the room can be entered again.
    """

    __name__ = "room"
    template = ViewPageTemplateFile("outage.pt")
    facts_part = ViewPageTemplateFile("../staff/facts.pt")
    finish_part = ViewPageTemplateFile("../staff/finish.pt")
    hold_part = ViewPageTemplateFile("../staff/hold.pt")
    requeue_part = ViewPageTemplateFile("../staff/requeue.pt")
    tell_part = ViewPageTemplateFile("../staff/tell.pt")
    title = _("staff_outage", default="The video is out of order")
    outcomes: dict[Outcome, Message] = OUTCOMES

    def __init__(
        self, context: Any, request: Any, floor: Floor, seen: Snapshot, why: Explanation
    ) -> None:
        super().__init__(context, request)
        self.office, self.why = context, why
        self.row: Row = row(floor, Names(), seen)

    def __call__(self) -> str:
        self.secure()
        self.why.mark(self.request.response)
        return self.rendered(self.template)

    @cached_property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def again(self) -> str:
        """The room, tried once more."""
        return f"{self.url}/@@room/{self.row.id}"

    @property
    def is_broken(self) -> bool:
        """Whether staff are warned of the video now; the page waits for its end."""
        return video_trouble() is not None

    @property
    def is_answered(self) -> bool:
        return self.row.state is State.IN_CALL

    @property
    def script(self) -> str:
        return script_url("outage.js")

    def words(self, text: Message | str) -> str:
        return translate(text, context=self.request)

    def clock(self, moment: datetime) -> str:
        return clock(self.request, moment)
