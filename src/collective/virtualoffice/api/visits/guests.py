"""Third persons whom the citizen invites."""

from .service import VisitService
from collective.virtualoffice.api.guests.shape import invitation_shape
from collective.virtualoffice.api.guests.shape import InvitationShape
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting.guests import read_number
from collective.virtualoffice.usecases.guests import guest_page


def invite(service: VisitService) -> InvitationShape:
    """Make a link for somebody to come along."""
    number = read_number(service.data())
    guest = service.act(
        lambda floor, visit: company.invite(floor, visit, number), quiet=True
    )
    link = guest_page(service.office, guest)
    office = service.office.absolute_url()
    service.created(f"{office}/@visits/{service.token}/guests/{guest.id}")
    return invitation_shape(guest, link)


def withdraw(service: VisitService, guest: str) -> None:
    """Take the link back. Raises UnknownGuest."""
    service.act(lambda floor, visit: company.withdraw(floor, visit, guest), quiet=True)
