"""What can be done with a visit beside calling it."""

from .service import CallService
from .shape import CallShape
from collections.abc import Callable
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.api.guests.shape import invitation_shape
from collective.virtualoffice.api.guests.shape import InvitationShape
from collective.virtualoffice.api.people import read_here
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import company
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.guests import read_number
from collective.virtualoffice.domain.waiting.seating import note_clerk
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.usecases.floor import act
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.guests import guest_page
from typing import Any


Deed = Callable[[Floor, str, str], Snapshot]


def plain(deed: Deed, service: CallService, id: str, data: dict[str, Any]) -> CallShape:
    """A deed that is said by its name."""
    return service.do(lambda floor, clerk: deed(floor, clerk, id))


def entering(
    deed: Deed, service: CallService, id: str, data: dict[str, Any]
) -> CallShape:
    """A deed that leads the clerk into the room."""
    return service.enter(lambda floor, clerk: deed(floor, clerk, id))


def finish(service: CallService, id: str, data: dict[str, Any]) -> CallShape:
    """End the visit with an outcome."""
    outcome = read_outcome(data.get("outcome"))
    return service.do(lambda floor, clerk: calling.finish(floor, clerk, id, outcome))


def new_link(service: CallService, id: str, data: dict[str, Any]) -> CallShape:
    """A new private link, to be read out or sent; the old one is dead."""
    clerk = service.clerk

    def deed(floor: Floor) -> tuple[Snapshot, str]:
        seen = calling.renew_link(floor, clerk, id)
        return seen, visit_token(seen.visit)

    seen, token = act(service.office, service.now, deed)
    page = f"{service.office.absolute_url()}/@@visit/{token}"
    return {**service.tell(seen), "links": {"page": page}}


def invite(service: CallService, id: str, data: dict[str, Any]) -> InvitationShape:
    """A link for a third person, to be handed over."""
    number, clerk = read_number(data), service.clerk
    guest = act(
        service.office,
        service.now,
        lambda floor: company.invite_as_clerk(floor, clerk, id, number),
    )
    office = service.office.absolute_url()
    service.created(f"{office}/@calls/{id}/guests/{guest.id}")
    return invitation_shape(guest, guest_page(service.office, guest))


def seat(service: CallService, id: str, data: dict[str, Any]) -> None:
    """The clerk is in the room, or has left it."""
    here, clerk = read_here(data), service.clerk
    act(
        service.office,
        service.now,
        lambda floor: note_clerk(floor, clerk, id, here),
        quiet=True,
    )


GUEST_DEEDS = {
    "admit": company.admit,
    "refuse": company.refuse,
    "withdraw": company.withdraw_as_clerk,
}


def decide_about(service: CallService, id: str, guest: str, action: str) -> CallShape:
    """Let a third person in, or not. Raises UnknownPath and UnknownGuest."""
    deed = GUEST_DEEDS.get(action)
    if deed is None:
        raise UnknownPath
    return service.do(lambda floor, clerk: deed(floor, clerk, id, guest))


def read_outcome(code: object) -> Outcome:
    """How a visit ended, in untrusted data. Raises Invalid."""
    if code not in list(Outcome):
        raise Invalid({"outcome": "required" if code is None else "unknown"})
    return Outcome(code)
