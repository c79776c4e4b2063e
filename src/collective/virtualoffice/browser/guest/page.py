"""The page behind a guest's link: who asks, how it stands, the way into the room."""

from ..assets import script_url
from ..citizen.privacy import Privacy
from ..citizen.reach import Reach
from ..citizen.reachwords import GUEST_REACH
from ..foreign import foreign
from ..private import LinkPage
from ..room.guest import GuestRoom
from ..room.words import TEXTS as ROOM
from .endings import Ending
from .endings import ending
from .phases import AWAKE
from .phases import HEADINGS
from .phases import Phase
from .phases import phase
from collections.abc import Callable
from collective.virtualoffice import _
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.errors import UnknownGuest
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting.knock import read_name
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.storage import Busy
from collective.virtualoffice.usecases.guests import act_as_guest
from collective.virtualoffice.usecases.guests import look_at_guest
from collective.virtualoffice.usecases.guests import Presented
from collective.virtualoffice.wording import for_script
from datetime import datetime
from datetime import UTC
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
import json


class GuestPage(Privacy, Reach, LinkPage):
    """GET shows how it stands, POST acts. It says nothing of who invited."""

    template = ViewPageTemplateFile("guest.pt")
    live = ViewPageTemplateFile("live.pt")
    form = ViewPageTemplateFile("form.pt")
    unknown = ViewPageTemplateFile("unknown.pt")
    privacy = ViewPageTemplateFile("privacy.pt")
    reach_words = GUEST_REACH
    name = ""
    noted = False
    presented: Presented | None = None
    message: Message | None = None

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.errors: dict[str, Message] = {}

    def __call__(self) -> str:
        self.secure()
        self.now = datetime.now(UTC)
        try:
            return self.answer()
        except UnknownGuest:
            return self.say_unknown()

    def answer(self) -> str:
        """Raises UnknownGuest."""
        self.look()
        if self.room:
            return GuestRoom(self.context, self.request, self.presented, self.url)()
        if self.request.method == "POST":
            return self.act()
        return self.rendered(self.template)

    def look(self) -> None:
        self.presented = look_at_guest(self.context, self.token, self.now)

    def act(self) -> str:
        """Do what a button says; whatever went wrong is told on the page itself."""
        action = self.request.form.get("action")
        deed = {"ask": self.ask, "go": self.go}.get(str(action))
        if deed is not None and not self.try_to(deed):
            self.look()
            return self.rendered(self.template)
        if deed == self.go:
            return self.lead_to(f"{self.context.absolute_url()}/@@visit-erased")
        return self.lead_to(self.url)

    def ask(self) -> None:
        form = self.request.form
        self.name, self.noted = str(form.get("name", "")), bool(form.get("privacy"))
        name = read_name({"name": self.name, "privacy_noted": self.noted})
        act_as_guest(
            self.context,
            self.token,
            self.now,
            lambda floor, visit, guest: company.ask(floor, visit, guest, name),
        )

    def go(self) -> None:
        act_as_guest(self.context, self.token, self.now, company.go)

    def try_to(self, deed: Callable[[], None]) -> bool:
        """Whether it was done."""
        try:
            deed()
        except (Invalid, NotPossible, Busy, KeyUnavailable) as refusal:
            words = explain(refusal)
            words.mark(self.request.response)
            self.message, self.errors = words.message, words.fields
            return False
        return True

    def say_unknown(self) -> str:
        """Always alike, whether the link is wrong, withdrawn, or its visit erased."""
        self.request.response.setStatus(404, lock=1)
        self.presented = None
        return self.rendered(self.unknown)

    def lead_to(self, url: str) -> str:
        self.request.response.redirect(url, status=303)
        return ""

    # What the page shows

    @property
    def title(self) -> Message:
        if self.presented is None:
            return _("guest_unknown", default="This invitation is not valid")
        if self.phase is Phase.OVER:
            return self.ending.heading
        return HEADINGS[self.phase]

    @property
    def phase(self) -> Phase:
        return phase(self.presented.guest.state, self.stage)

    @property
    def ending(self) -> Ending:
        return ending(self.presented.guest, self.presented.seen.progress)

    @property
    def stage(self) -> company.Stage:
        return company.stage(self.presented.seen)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@guest/{self.token}"

    @property
    def watch(self) -> str:
        return f"{self.context.absolute_url()}/@guests/{self.token}"

    @property
    def office_lang(self) -> str | None:
        """The language of the office's title, unless it is the page's."""
        return foreign(self.request, self.context.Language())

    @property
    def script(self) -> str:
        return script_url("guest.js")

    @property
    def texts(self) -> str:
        return json.dumps(for_script(self.request, TEXTS))


TEXTS = {"down": ROOM["down"], "up": ROOM["up"], "awake": AWAKE, **GUEST_REACH}
