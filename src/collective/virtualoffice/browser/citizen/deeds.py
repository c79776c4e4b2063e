"""What the buttons of the waiting page do, by the name they send."""

from .company import invite
from .company import withdraw
from collections.abc import Callable
from collections.abc import Mapping
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.knock import read_phone
from collective.virtualoffice.domain.waiting.states import INSIDE
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.visit import Visit
from collective.virtualoffice.usecases.looking import look
from collective.virtualoffice.usecases.rooms import citizen_room
from typing import Any


def refresh(office: Any, floor: Floor, visit: Visit) -> None:
    """A sign of life of a page without script, which has shown a call as well."""
    place = look(office, floor.now).places.get(visit.id)
    seen = staying.be_present(floor, visit, place)
    if seen.state is State.CALLED:
        staying.note_shown(floor, visit)


def leave(office: Any, floor: Floor, visit: Visit) -> None:
    """Go; a visit that ended meanwhile stays to be read."""
    if floor.see(visit).state in INSIDE:
        staying.leave(floor, visit)


def erase(office: Any, floor: Floor, visit: Visit) -> None:
    """Be forgotten; a visit that goes on is not erased by mistake."""
    if floor.see(visit).state not in INSIDE:
        staying.leave(floor, visit)


def return_(office: Any, floor: Floor, visit: Visit) -> None:
    staying.come_back(floor, visit)


def extend(office: Any, floor: Floor, visit: Visit) -> None:
    staying.ask_for_time(floor, visit)


def enter(office: Any, floor: Floor, visit: Visit) -> None:
    """Answer the call; it stays unanswered while nobody could enter a room."""
    citizen_room(office, floor, staying.answer(floor, visit))


Deed = Callable[[Any, Floor, Visit], None]


def call_back(form: Mapping[str, Any]) -> Deed:
    """The number in the form, for a call back. Raises Invalid."""
    phone = read_phone(form)

    def deed(office: Any, floor: Floor, visit: Visit) -> None:
        staying.ask_for_call_back(floor, visit, phone)

    return deed


DEEDS: dict[str, Deed] = {
    "refresh": refresh,
    "leave": leave,
    "return": return_,
    "extend": extend,
    "enter": enter,
    "erase": erase,
}

# What takes more than the button from the form.
READ: dict[str, Callable[[Mapping[str, Any]], Deed]] = {
    "invite": invite,
    "phone": call_back,
    "withdraw": withdraw,
}


def find_deed(name: str, form: Mapping[str, Any]) -> Deed | None:
    """What a button asks for; None if there is no such. Raises Invalid."""
    return READ[name](form) if name in READ else DEEDS.get(name)
