"""What the waiting page shows of a visit."""

from ..assets import script_url
from ..privatelink import PrivateLink
from . import doorwords
from . import endings
from .callback import CallBack
from .company import Company
from .devices import Devices
from .given import Given
from .outage import Outage
from .reach import Reach
from .waitingwords import ahead_in_words
from .waitingwords import script_texts
from .ways import Ways
from collective.virtualoffice import _
from collective.virtualoffice.content.office import site_zone
from collective.virtualoffice.domain.waiting.door import Door
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.progress import Progress
from collective.virtualoffice.domain.waiting.states import INSIDE
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.usecases.looking import look
from collective.virtualoffice.usecases.looking import Stay
from collective.virtualoffice.wording import clock
from collective.virtualoffice.wording import wait_in_words
from datetime import datetime
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
import json


TITLES = {
    State.WAITING: _("visit_title_waiting", default="Waiting room"),
    State.CALLED: _("visit_title_called", default="It is your turn!"),
    State.IN_CALL: _("visit_title_in_call", default="Conversation"),
    State.ON_HOLD: _("visit_title_on_hold", default="Short break"),
    State.MISSED: _("visit_title_missed", default="Not reached"),
}

OUT_OF_ORDER = _("visit_outage_heading", default="The video is out of order")
RESUMED = _("visit_title_resumed", default="It goes on!")
ASKS_TO_LEAVE = _("visit_leave_heading", default="Do you want to leave?")
ASKS_TO_ERASE = _("visit_erase_heading", default="Do you want to erase your data now?")

# What the script asks to keep the page fresh.
ASKS = {
    State.WAITING: "board",
    State.CALLED: "board",
    State.IN_CALL: "visit",
    State.ON_HOLD: "visit",
    State.MISSED: "visit",
    State.FINISHED: "visit",
}


class StayView(Outage, CallBack, Company, Devices, Given, Reach, Ways, PrivateLink):
    """Properties for the templates of the waiting page.

    ``stay`` is the visit and what is around it.
    """

    stay: Stay
    floor: Floor
    token: str
    now: datetime
    request: Any

    waiting = ViewPageTemplateFile("states/waiting.pt")
    called = ViewPageTemplateFile("states/called.pt")
    talking = ViewPageTemplateFile("states/talking.pt")
    held = ViewPageTemplateFile("states/held.pt")
    missed = ViewPageTemplateFile("states/missed.pt")
    over = ViewPageTemplateFile("states/over.pt")
    leaving = ViewPageTemplateFile("states/leaving.pt")
    erasing = ViewPageTemplateFile("states/erasing.pt")
    said = ViewPageTemplateFile("messages.pt")
    along = ViewPageTemplateFile("along.pt")

    @property
    def seen(self) -> Snapshot:
        return self.stay.seen

    @property
    def progress(self) -> Progress:
        return self.seen.progress

    @property
    def state(self) -> State:
        return self.seen.state

    @property
    def is_over(self) -> bool:
        return self.state not in INSIDE and not self.may_come_back

    @property
    def is_talking(self) -> bool:
        return self.state in {State.IN_CALL, State.ON_HOLD}

    @property
    def asks_to_leave(self) -> bool:
        return "leave" in self.request.form and self.state in INSIDE

    @property
    def asks_to_erase(self) -> bool:
        return "erase" in self.request.form and self.state not in INSIDE

    def live(self) -> str:
        """The part of the page that changes with the state."""
        if self.asks_to_leave:
            return self.leaving()
        if self.asks_to_erase:
            return self.erasing()
        match self.state:
            case State.WAITING:
                return self.waiting()
            case State.CALLED:
                return self.called()
            case State.IN_CALL:
                return self.talking()
            case State.ON_HOLD:
                return self.held()
            case State.MISSED if self.may_come_back:
                return self.missed()
        return self.over()

    @property
    def title(self) -> Message:
        if self.asks_to_leave:
            return ASKS_TO_LEAVE
        if self.asks_to_erase:
            return ASKS_TO_ERASE
        if self.is_out_of_order and self.is_talking:
            return OUT_OF_ORDER
        if self.is_resumed:
            return RESUMED
        return TITLES[self.state] if not self.is_over else self.ending.heading

    @property
    def asks(self) -> str:
        """What the script asks: the board, the visit itself, or nothing any more."""
        return "none" if self._is_final else ASKS[self.state]

    @property
    def _is_final(self) -> bool:
        if self.state is State.FINISHED:
            return self.now > self.progress.since + self.floor.rules.undo
        return self.is_over

    # Addresses

    @property
    def url(self) -> str:
        return f"{self.office.absolute_url()}/@@visit/{self.token}"

    @property
    def reload_url(self) -> str:
        return f"{self.url}?reload"

    @property
    def room_url(self) -> str:
        return f"{self.url}/room"

    @property
    def reloads(self) -> bool:
        """Whether the page reloads itself, for browsers without script."""
        return "reload" in self.request.form

    @property
    def form_url(self) -> str:
        return self.reload_url if self.reloads else self.url

    @property
    def visit_api(self) -> str:
        return f"{self.office.absolute_url()}/@visits/{self.token}"

    @property
    def board_api(self) -> str:
        return f"{self.office.absolute_url()}/@board"

    @property
    def script(self) -> str:
        return script_url("waiting.js")

    @property
    def texts(self) -> str:
        return json.dumps(script_texts(self.request))

    @property
    def zone(self) -> str:
        return site_zone().key

    @property
    def link_label(self) -> Message:
        return _("visit_link_label", default="Your private link")

    # Waiting

    @property
    def ahead(self) -> int:
        return self.stay.place or 0

    @property
    def ahead_in_words(self) -> Message:
        return ahead_in_words(self.ahead)

    @property
    def wait(self) -> Message | None:
        return wait_in_words(self.stay.wait)

    @property
    def is_asked_back(self) -> bool:
        """Called in vain just now: passed over until they say that they are there."""
        return self.seen.passed_over

    @property
    def was_not_reached(self) -> bool:
        """Called in vain before; in line again."""
        return self.progress.attempts > 0 and not self.seen.passed_over

    @property
    def is_served(self) -> bool:
        return self.floor.is_served(self.seen) or not self.floor.desks

    @property
    def is_staffed(self) -> bool:
        return bool(self.floor.desks)

    @property
    def is_paused(self) -> bool:
        """Whether every desk that is open takes a break."""
        return self.is_staffed and not self.floor.serving

    @property
    def messages(self) -> list[dict[str, str]]:
        """What staff said, the newest first."""
        said = reversed(self.stay.messages)
        return [{"at": clock(self.request, m.at), "text": m.text} for m in said]

    # Called, talking, missed

    @property
    def called_at(self) -> str | None:
        moment = self.progress.called_at
        return clock(self.request, moment) if moment else None

    @property
    def respond_by(self) -> str | None:
        moment = self.progress.respond_by
        return clock(self.request, moment) if moment else None

    @property
    def extensions_left(self) -> int:
        return max(0, self.floor.rules.extensions - self.progress.extensions)

    @property
    def desk(self) -> str | None:
        """The label of the desk that calls or talks."""
        id = self.progress.desk
        found = (each.desk for each in self.floor.desks if each.desk.id == id)
        desk = next(found, None)
        return desk.duty.label if desk else None

    @property
    def is_resumed(self) -> bool:
        return self.seen.just_resumed

    @property
    def hold_minutes(self) -> int:
        return round(self.floor.rules.hold / timedelta(minutes=1))

    @property
    def held_until(self) -> str:
        return clock(self.request, self.progress.since + self.floor.rules.hold)

    @property
    def may_come_back(self) -> bool:
        return self.seen.may_come_back

    @property
    def is_last_call(self) -> bool:
        return self.seen.is_last_call

    @property
    def come_back_minutes(self) -> int:
        return round(self.floor.rules.come_back / timedelta(minutes=1))

    @property
    def come_back_until(self) -> str:
        return clock(self.request, self.progress.since + self.floor.rules.come_back)

    # Over

    @property
    def ending(self) -> endings.Ending:
        return endings.ending(self.progress)

    @cached_property
    def door(self) -> Door:
        """The door as it is now: whether one can come again."""
        return look(self.office, self.now).door

    @property
    def door_headline(self) -> Message:
        return doorwords.headline(self.door)

    @property
    def door_details(self) -> list[Message]:
        return doorwords.details(self.request, self.door, self.now)

    @property
    def knock_url(self) -> str:
        return f"{self.office.absolute_url()}/@@knock"

    @property
    def retention_hours(self) -> int:
        return read_settings().retention_hours
