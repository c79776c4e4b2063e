"""Third persons on the waiting page: whom the citizen invites, and how it stands."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.guests import Guest
from collective.virtualoffice.domain.waiting.guests import GuestState
from collective.virtualoffice.domain.waiting.guests import Inviter
from collective.virtualoffice.domain.waiting.guests import MOST_GUESTS
from collective.virtualoffice.domain.waiting.guests import read_number
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.usecases.guests import guest_page
from collective.virtualoffice.usecases.looking import Stay
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


STATES = {
    GuestState.INVITED: _("guest_state_invited", default="invited"),
    GuestState.ASKING: _("guest_state_asking", default="asks to come in"),
    GuestState.ADMITTED: _("guest_state_admitted", default="was let in"),
    GuestState.REFUSED: _("guest_state_refused", default="was not let in"),
}


class Company:
    """For the waiting page."""

    stay: Stay
    office: Any

    guests_part = ViewPageTemplateFile("company.pt")
    most_guests = MOST_GUESTS
    guest_states: dict[GuestState, Message] = STATES

    @property
    def guests(self) -> tuple[Guest, ...]:
        return self.stay.seen.visit.guests

    @property
    def may_invite(self) -> bool:
        return len(self.guests) < MOST_GUESTS

    @property
    def next_guest(self) -> int:
        """The number of the next one: so a form that is sent twice invites once."""
        return self.stay.seen.visit.guests_made + 1

    @property
    def guests_standing(self) -> str:
        """By which the script tells whether something changed."""
        return " ".join(f"{guest.id}:{guest.state}" for guest in self.guests)

    @property
    def guest_label(self) -> Message:
        return _("guests_link", default="Link for this person")

    def guest_link(self, guest: Guest) -> str:
        return guest_page(self.office, guest)

    def is_mine(self, guest: Guest) -> bool:
        """Whether this page invited; the office's guests are the office's."""
        return guest.invited_by is Inviter.CITIZEN

    def is_open(self, guest: Guest) -> bool:
        """Whether the link is still to be handed over."""
        return self.is_mine(guest) and guest.state is GuestState.INVITED


Deed = Callable[[Any, Floor, Visit], None]


def invite(form: Mapping[str, Any]) -> Deed:
    """A link for one more. Raises Invalid."""
    number = read_number(form)

    def deed(office: Any, floor: Floor, visit: Visit) -> None:
        company.invite(floor, visit, number)

    return deed


def withdraw(form: Mapping[str, Any]) -> Deed:
    """Take the link of the guest in the form back."""
    guest = str(form.get("guest"))

    def deed(office: Any, floor: Floor, visit: Visit) -> None:
        company.withdraw(floor, visit, guest)

    return deed
