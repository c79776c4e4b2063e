"""Pages between a button and what cannot be taken back."""

from .forms import FormPage
from .sending import NOT_DONE
from .sending import StaffForm
from AccessControl import Unauthorized
from collective.virtualoffice import _
from collective.virtualoffice.browser.assets import script_url
from collective.virtualoffice.browser.privatelink import COPIED
from collective.virtualoffice.browser.privatelink import PrivateLink
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting.attendance import Attendance
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.serving import may
from collective.virtualoffice.usecases.serving import SERVE
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class Question(FormPage):
    """Asks before a form of the head is sent to `@@staff-do`."""

    index: ViewPageTemplateFile
    buttons = ViewPageTemplateFile("answer.pt")

    def __call__(self) -> str:
        self.secure()
        return self.rendered(self.index)

    def answer(self, deed: str, **fields: str) -> str:
        """The form that says yes, and the way back."""
        return self.buttons(deed=deed, fields=fields)

    @cached_property
    def floor(self) -> Floor:
        return read_floor(self.context, datetime.now(UTC))

    @property
    def waiting(self) -> int:
        return len(self.floor.queue)


class SuspendQuestion(Question):
    """Why nobody else is let in; those who wait stay."""

    title = _("staff_suspend_heading", default="Stop new admission")


class EndDayQuestion(Question):
    """How many wait, and what happens to them."""

    title = _("staff_end_day_title", default="End the day of the office")

    @property
    def with_desk(self) -> int:
        """How many are called, speak with a desk or are on hold; they stay."""
        return sum(seen.progress.room is not None for seen in self.floor.inside)


class ReleaseQuestion(Question):
    """Which desk, and what happens to its visit."""

    title = _("staff_release_title", default="Close a desk left alone")

    @cached_property
    def desk(self) -> Attendance | None:
        wanted = self.request.form.get("desk")
        found = (each for each in self.floor.desks if each.desk.id == wanted)
        return next(found, None)


class NewLink(PrivateLink, StaffForm):
    """Asks before the old private link dies; then shows the new one, this once.

    The link is in the answer to the form itself: it belongs neither into an
    address nor into a cookie.
    """

    index: ViewPageTemplateFile
    title = _("staff_link_title", default="New private link")
    link: str | None = None

    @property
    def script(self) -> str:
        return script_url("newlink.js")

    @property
    def copied(self) -> str:
        """What the script says after copying."""
        return translate(COPIED, context=self.request)

    def __call__(self) -> str:
        self.secure()
        if api.user.is_anonymous():
            return self.ask_to_log_in()
        if not may(SERVE, self.context):
            raise Unauthorized(SERVE)
        if self.request.method == "POST":
            return self.renew()
        return self.rendered(self.index) if self.visit else self.go(self.page)

    @cached_property
    def visit(self) -> Snapshot | None:
        floor = read_floor(self.context, datetime.now(UTC))
        room, id = floor.room, self.task.visit
        found = room.inside.get(id) or room.past.get(id)
        return floor.see(found) if found is not None else None

    def renew(self) -> str:
        if not self.is_genuine:
            self.say(NOT_DONE, "warning")
            return self.go(self.page)
        try:
            self.link = self.new_link()
        except Exception as error:
            self.say(self.words(error), "warning")
            return self.go(self.page)
        return self.rendered(self.index)

    def new_link(self) -> str:
        task = self.task

        def deed(floor: Floor) -> str:
            return visit_token(calling.renew_link(floor, task.clerk, task.visit).visit)

        token = act(self.context, task.now, deed)
        return f"{self.context.absolute_url()}/@@visit/{token}"
