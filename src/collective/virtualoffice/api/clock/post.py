"""Do what is due; once at a time, harmless when repeated."""

from collective.virtualoffice.api.errors import WrongKey
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.keys import clock_key
from collective.virtualoffice.usecases.upkeep import run_clock
from hmac import compare_digest
from typing import TypedDict


class ClockShape(TypedDict):
    """``running``: another run is at it, and nothing was done here."""

    running: bool
    done: dict[str, int]


NOTHING = dict.fromkeys(
    (
        State.WAITING,
        State.MISSED,
        State.EXPIRED,
        State.DISMISSED,
        State.FINISHED,
        "letters",
        "erased",
        "desks",
        "facts",
        "knocks",
    ),
    0,
)


class Post(Service):
    def reply(self) -> ClockShape:
        if not self.is_the_clock:
            self.request.response.setHeader("WWW-Authenticate", "Bearer")
            raise WrongKey
        done = run_clock(self.now)
        return {"running": done is None, "done": {**NOTHING, **(done or {})}}

    @property
    def is_the_clock(self) -> bool:
        key = clock_key()
        shown = self.request._auth or ""
        scheme, _, credentials = shown.partition(" ")
        if key is None or scheme.lower() != "bearer":
            return False
        return compare_digest(key, credentials.strip().encode())
