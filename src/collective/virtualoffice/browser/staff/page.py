"""The staff view of one office."""

from .alertwords import ALERTS
from .done import said
from .doors import door_sign
from .doors import DoorSign
from .forms import FormPage
from .forms import login_url
from .names import Names
from .opening import DeskForm
from .place import Place
from .place import place
from .room import Room
from .rows import Row
from .words import GUESTS
from .words import OUTCOMES
from .words import SAID_BY_SCRIPT
from collective.virtualoffice import _
from collective.virtualoffice.browser.assets import script_url
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.office import site_zone
from collective.virtualoffice.content.service.documents import papers_for_video
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.guests import Inviter
from collective.virtualoffice.domain.waiting.live import day_ended
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.visit import Message as Said
from collective.virtualoffice.storage import office_key
from collective.virtualoffice.usecases.alarms import Alarm
from collective.virtualoffice.usecases.alarms import alarm_words
from collective.virtualoffice.usecases.alarms import alarms
from collective.virtualoffice.usecases.dayend import day_end_words
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.guests import guest_page
from collective.virtualoffice.usecases.serving import MANAGE
from collective.virtualoffice.usecases.serving import may
from collective.virtualoffice.usecases.serving import served_offices
from collective.virtualoffice.video import video_trouble
from collective.virtualoffice.video.reasons import reason_words
from collective.virtualoffice.wording import clock
from collective.virtualoffice.wording import for_script
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.i18nmessageid import Message
import json


class StaffView(FormPage):
    """The page around what is live; GET never writes."""

    index: ViewPageTemplateFile
    live = ViewPageTemplateFile("live.pt")
    alerts_part = ViewPageTemplateFile("alerts.pt")
    updates = ViewPageTemplateFile("../updates.pt")
    aside = ViewPageTemplateFile("aside.pt")
    current_part = ViewPageTemplateFile("current.pt")
    desk_part = ViewPageTemplateFile("desk.pt")
    facts_part = ViewPageTemplateFile("facts.pt")
    finish_part = ViewPageTemplateFile("finish.pt")
    more_part = ViewPageTemplateFile("more.pt")
    guests_part = ViewPageTemplateFile("guests.pt")
    invite_part = ViewPageTemplateFile("invite.pt")
    hold_part = ViewPageTemplateFile("hold.pt")
    requeue_part = ViewPageTemplateFile("requeue.pt")
    tell_part = ViewPageTemplateFile("tell.pt")

    def __call__(self) -> str:
        self.secure()
        return self.rendered(self.index)

    @property
    def title(self) -> Message:
        return _(
            "staff_title",
            default="Staff view: ${office}",
            mapping={"office": self.context.Title()},
        )

    @cached_property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def overview(self) -> str:
        return f"{api.portal.get().absolute_url()}/@@staff"

    @property
    def login_url(self) -> str:
        return login_url(f"{self.url}/@@staff")

    @property
    def script(self) -> str:
        return script_url("staff.js")

    @property
    def script_texts(self) -> str:
        return json.dumps(for_script(self.request, SAID_BY_SCRIPT | ALERTS))

    @cached_property
    def room(self) -> Room:
        now, clerk = datetime.now(UTC), api.user.get_current().getId()
        return Room(read_floor(self.context, now), clerk, Names())

    @property
    def now(self) -> str:
        return self.room.floor.now.isoformat()

    @cached_property
    def sign(self) -> DoorSign:
        return door_sign(self.context, self.room.floor.now, self.request)

    @cached_property
    def _alarms(self) -> list[Alarm]:
        return alarms(self.room.floor, self.request)

    @property
    def alarms(self) -> list[Message]:
        return [alarm_words(alarm) for alarm in self._alarms]

    @cached_property
    def video_trouble(self) -> Message | None:
        """Why no desk can be opened: without video nobody could be met."""
        reason = video_trouble()
        return reason_words(reason) if reason else None

    @cached_property
    def manages(self) -> bool:
        return may(MANAGE, self.context)

    @property
    def outcomes(self) -> dict[Outcome, Message]:
        return OUTCOMES

    @property
    def is_suspended(self) -> bool:
        return self.room.floor.room.suspended

    @property
    def day_ended(self) -> bool:
        return day_ended(self.room.floor)

    @property
    def done(self) -> Message | None:
        """What the clerk did last, while it is so."""
        deed, visit = (self.request.form.get(name, "") for name in ("done", "visit"))
        return said(self.room, str(deed), str(visit))

    @cached_property
    def day_end(self) -> list[str]:
        """What is to be known of the ended day."""
        return day_end_words(self.room.floor, self.manages, self.request)

    @property
    def said(self) -> list[Said]:
        """What was said today to all who wait, the last first."""
        today = self._day(self.room.floor.now)
        announcements = self.room.floor.room.announcements
        return [said for said in announcements[::-1] if self._day(said.at) == today]

    @property
    def elsewhere(self) -> IVirtualOffice | None:
        """The other office whose visit the clerk's desk holds."""
        key = self.room.desk and self.room.desk.desk.office
        found = (each for each in served_offices() if office_key(each) == key)
        return next(found, None) if self.room.is_elsewhere else None

    @property
    def other_places(self) -> list[Place]:
        """The other offices that the clerk's desk serves."""
        floor, duty = self.room.floor, self.room.desk.desk.duty
        others = set(duty.offices) - {floor.key}
        if not others:
            return []
        return [
            place(office, floor.now, self.room.clerk, self.request)
            for office in served_offices()
            if office_key(office) in others
        ]

    def desk_form(self) -> str:
        """The fields with which a desk is opened or changed."""
        return self.desk_part(form=DeskForm(self.context, self.room))

    def current(self, row: Row) -> str:
        """The clerk's own visit with what comes next."""
        return self.current_part(row=row)

    def facts(self, row: Row) -> str:
        """Who it is and what it is about."""
        return self.facts_part(row=row)

    def finish(self, row: Row) -> str:
        """How the visit ended; asked once more where it was sent without."""
        unanswered = self.request.form.get("unanswered") == row.id
        return self.finish_part(row=row, unanswered=unanswered)

    def hold(self, row: Row) -> str:
        return self.hold_part(row=row)

    def requeue(self, row: Row) -> str:
        return self.requeue_part(row=row)

    def tell(self, row: Row) -> str:
        """The form that shows a message on the citizen's page."""
        return self.tell_part(row=row)

    def guests(self, row: Row) -> str:
        """Third persons at the visit: who asks, who was let in."""
        return self.guests_part(row=row) if row.guests else ""

    def invite(self, row: Row) -> str:
        """The button that makes a link for a third person."""
        return self.invite_part(row=row)

    def guest_link(self, guest: Guest) -> str | None:
        """The link of a guest whom the office invited and who did not come yet."""
        by_desk = guest.invited_by is Inviter.DESK
        waits = guest.state is GuestState.INVITED
        return guest_page(self.context, guest) if by_desk and waits else None

    @property
    def guest_states(self) -> dict[GuestState, Message]:
        return GUESTS

    @property
    def askers(self) -> list[tuple[Guest, Row]]:
        """Who wants to come along to which visit, where this clerk decides."""
        rows = [self.room.current, *self.room.on_hold, *self.room.queue]
        asking = GuestState.ASKING
        return [
            (guest, row)
            for row in rows
            if row is not None
            for guest in row.guests
            if guest.state is asking
        ]

    def more(self, row: Row) -> str:
        """What can be done with every visit."""
        return self.more_part(row=row)

    def words(self, text: Message | str) -> str:
        return translate(text, context=self.request)

    def clock(self, moment: datetime) -> str:
        return clock(self.request, moment)

    def documents(self, row: Row) -> list[dict]:
        """What the citizen was asked to have ready."""
        uid = row.seen.visit.knock.service
        service = api.content.get(UID=uid) if uid else None
        return papers_for_video(service) if service is not None else []

    def _day(self, moment: datetime) -> object:
        return moment.astimezone(site_zone()).date()


class LivePart(StaffView):
    """Only what changes, for the script: no page around it, no message is used up."""

    def __call__(self) -> str:
        self.secure()
        return self.live()
