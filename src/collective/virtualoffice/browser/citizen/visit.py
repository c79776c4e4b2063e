"""The page behind a private link: waiting room, call, way into the room, end."""

from ..private import LinkPage
from ..private import PrivatePage
from ..room.citizen import CitizenRoom
from .callback import PHONE_ERRORS
from .deeds import find_deed
from .stayview import StayView
from collective.virtualoffice import _
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.language import speak
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.refusals import Explanation
from collective.virtualoffice.storage import Busy
from collective.virtualoffice.usecases.floor import act_as_visitor
from collective.virtualoffice.usecases.floor import find_visit
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.floor import was_erased
from collective.virtualoffice.usecases.looking import stay
from collective.virtualoffice.video import VideoUnavailable
from datetime import datetime
from datetime import UTC
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


# Where on the page it goes on after a deed.
PLACES = {
    "extend": "#visit-called",
    "invite": "#visit-guests",
    "phone": "#visit-call-back",
    "withdraw": "#visit-guests",
}


class VisitPage(StayView, LinkPage):
    """GET shows the visit, POST acts.

    GET writes in one case only: the page that reloads itself (``?reload``) says
    that somebody is there.
    """

    template = ViewPageTemplateFile("visit.pt")
    unknown = ViewPageTemplateFile("unknown.pt")
    message: Message | None = None
    is_unknown = False

    @property
    def title(self) -> Message:
        if self.is_unknown:
            return _("visit_unknown_title", default="Visit not found")
        return super().title

    def __call__(self) -> str:
        self.secure()
        self.office = self.context
        self.now = datetime.now(UTC)
        try:
            return self.answer()
        except UnknownVisit:
            if self.erases_again:
                return self.lead_to(self.erased_url)
            return self.say_unknown()

    def answer(self) -> str:
        """Raises UnknownVisit."""
        self.look()
        if self.room:
            return self.show_room()
        self.secure(camera=True)
        if self.request.method == "POST":
            return self.act()
        if self.reloads and self.request.method == "GET":
            self.try_to("refresh")
            self.look()
        return self.rendered(self.template)

    def look(self) -> None:
        """See the visit as it stands, and speak its language."""
        self.floor = read_floor(self.office, self.now)
        visit = find_visit(self.floor, self.token)
        self.stay = stay(self.office, self.floor, self.floor.see(visit))
        speak(self.request, visit.knock.page_language)

    def act(self) -> str:
        """Do what a button says; whatever went wrong is told on the page itself."""
        name = str(self.request.form.get("action"))
        if not self.try_to(name):
            self.look()
            return self.rendered(self.template)
        if name == "erase" and self.is_erased():
            return self.lead_to(self.erased_url)
        if name == "enter":
            return self.lead_to(self.room_url)
        url = self.reload_url if self.reloads else self.url
        return self.lead_to(f"{url}{PLACES.get(name, '')}")

    def try_to(self, name: str) -> bool:
        """Whether it was done."""
        try:
            deed = find_deed(name, self.request.form)
            if deed is None:
                return False
            act_as_visitor(
                self.office,
                self.token,
                self.now,
                lambda floor, visit: deed(self.office, floor, visit),
            )
        except NotPossible:
            self.request.response.setStatus(409)
            self.message = _(
                "visit_too_late",
                default="That is no longer possible. Here you see how things stand.",
            )
            return False
        except UnknownVisit:
            raise
        except Invalid as wrong:
            self.point_out(wrong)
            return False
        except (Refusal, Busy, KeyUnavailable, VideoUnavailable) as refusal:
            self.message = self.refuse(refusal).message
            return False
        return True

    def refuse(self, refusal: Exception) -> Explanation:
        """Set the status; the words are for the page."""
        words = explain(refusal)
        words.mark(self.request.response)
        return words

    def point_out(self, wrong: Invalid) -> None:
        """What was entered cannot be taken, such as a number that cannot be dialled."""
        words = self.refuse(wrong)
        self.message = words.message
        code, told = wrong.fields.get("phone"), words.fields.get("phone")
        self.phone_error = PHONE_ERRORS.get(("phone", code), told)

    @property
    def erased_url(self) -> str:
        """It goes on in the language of the visit, which nobody knows any more."""
        language = self.request.get("LANGUAGE")
        return f"{self.office.absolute_url()}/@@visit-erased?language={language}"

    @property
    def erases_again(self) -> bool:
        """The button was pressed twice; the second answer is the one that is seen."""
        is_asked = self.request.form.get("action") == "erase"
        is_post = self.request.method == "POST"
        return is_post and is_asked and was_erased(self.floor, self.token)

    def is_erased(self) -> bool:
        try:
            self.look()
        except UnknownVisit:
            return True
        return False

    def show_room(self) -> str:
        """The room; while nobody can enter it, the page of the visit, which says so."""
        page = CitizenRoom(
            self.context, self.request, self.floor, self.stay.seen, self.url
        )
        try:
            return page()
        except VideoUnavailable as trouble:
            self.refuse(trouble)
        self.secure(camera=True)
        return self.rendered(self.template)

    def say_unknown(self) -> str:
        """Always alike, whether the link is wrong, old, or its visit erased."""
        self.request.response.setStatus(404, lock=1)
        self.is_unknown = True
        return self.rendered(self.unknown)

    def lead_to(self, url: str) -> str:
        self.request.response.redirect(url, status=303)
        return ""


class ErasedPage(PrivatePage):
    """Says that everything is erased."""

    template = ViewPageTemplateFile("erased.pt")
    title = _("visit_erased_title", default="Your data are erased")

    def __call__(self) -> str:
        self.secure()
        speak(self.request, str(self.request.form.get("language", "")))
        return self.rendered(self.template)
