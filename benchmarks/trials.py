"""What is measured, beside what, and how good it has to be."""

from clerks import Crew
from collections.abc import Sequence
from crew import keeper
from crew import login
from figures import Goal
from itertools import cycle
from load import Call
from load import Headers
from load import MakeCall
from measured import SITE
from polls import KnownPolls
from secrets import token_hex
from turns import Trial
from visits import Visits
import random


FEW, CROWD, FULL = "few", "crowd", "full"
STAFF, CALLS, KNOCKS, SIGNS = "staff", "calls", "knocks", "signs"
SHARED_OFFICES = {FEW: 10, KNOCKS: 200, SIGNS: 2_000}
OFFICES = {**SHARED_OFFICES, CROWD: 1_000, FULL: 10_000, STAFF: 200, CALLS: 200}

SERVICES, FOLDER = 1_000, f"{SITE}/bench-services"

SERVICE, WRITE = "trivial service", "trivial write"
READS, WRITES, SIZES = Goal(least=0.8), Goal(least=0.6), Goal(most=1.5)
NOT_SLOWER = Goal(least=1)
HTML = ("Accept", "text/html")


def trials(ports: Sequence[int], visits: Visits) -> list[Trial]:
    return [
        Trial(SERVICE, read(FEW), "trivial view", page(FEW, "@@trivial"), Goal()),
        Trial("door", door(FEW), SERVICE, read(FEW), READS),
        board_trial(),
        Trial("board, 1,000 wait", board(CROWD), "board, 10", board(FEW), SIZES),
        Trial("board, 10,000 wait", board(FULL), "board, 10", board(FEW), SIZES),
        Trial("private visit", visit(visits), SERVICE, read(STAFF), READS),
        *staff_trials(ports[0]),
        presence_trial(visits),
        knock_trial(),
        *call_trials(ports[0], visits),
        *service_trials(),
    ]


def shared_trials(visits: Visits) -> list[Trial]:
    """What is asked of several processes on one database."""
    return [board_trial(), presence_trial(visits), knock_trial()]


def board_trial() -> Trial:
    return Trial("board, 10 wait", board(FEW), SERVICE, read(FEW), READS)


def presence_trial(visits: Visits) -> Trial:
    return Trial("presence", presence(visits), WRITE, write(SIGNS), WRITES)


def knock_trial() -> Trial:
    return Trial("knock", knock(KNOCKS), WRITE, write(KNOCKS), WRITES)


def call_trials(port: int, visits: Visits) -> list[Trial]:
    """The trivial write has the log-in of a clerk, too."""
    crew = Crew(port, f"{SITE}/{CALLS}", visits.of(CALLS))
    theirs = write(CALLS, login(keeper(CALLS)))
    return [
        Trial("call next", crew.call_next, WRITE, theirs, WRITES),
        Trial("finish", crew.finish, WRITE, theirs, WRITES),
    ]


def staff_trials(port: int) -> list[Trial]:
    who = login(keeper(STAFF))
    poll = Call("GET", f"{SITE}/{STAFF}/@waiting-room", headers=(who,))
    known, theirs = KnownPolls(port, poll), read(STAFF, who)
    plain, empty = page(STAFF, "@@trivial", who), page(STAFF, "@@trivial-page", who)
    live, whole = page(STAFF, "@@staff-live", who), page(STAFF, "@@staff", who)
    return [
        Trial("staff poll, nothing new", known, SERVICE, theirs, Goal()),
        Trial("staff poll", always(poll), SERVICE, theirs, Goal()),
        Trial("staff view, live part", live, "trivial view", plain, Goal()),
        Trial("staff view", whole, "page of Plone", empty, Goal()),
    ]


def service_trials() -> list[Trial]:
    """Lists of all services beside Plone's own list of them, as many on a page."""
    who = login("editor")
    finder, theirs = shown(f"{SITE}/@@services"), listing(25)
    inventory, editors = shown(f"{SITE}/@@service-inventory", who), listing(30, who)
    return [
        Trial("finder, 1,000", finder, "listing of Plone", theirs, NOT_SLOWER),
        Trial("inventory, 1,000", inventory, "listing of Plone", editors, NOT_SLOWER),
    ]


def listing(size: int, *headers: tuple[str, str]) -> MakeCall:
    return shown(f"{FOLDER}/listing_view?b_size={size}", *headers)


def always(call: Call) -> MakeCall:
    return lambda number: call


def read(office: str, *headers: tuple[str, str]) -> MakeCall:
    return always(Call("GET", f"{SITE}/{office}/@trivial", headers=headers))


def write(office: str, *headers: tuple[str, str]) -> MakeCall:
    return always(Call("POST", f"{SITE}/{office}/@trivial", {}, headers))


def page(office: str, name: str, *headers: tuple[str, str]) -> MakeCall:
    return shown(f"{SITE}/{office}/{name}", *headers)


def shown(path: str, *headers: tuple[str, str]) -> MakeCall:
    said: Headers = (HTML, *headers)
    return always(Call("GET", path, headers=said))


def door(office: str) -> MakeCall:
    return always(Call("GET", f"{SITE}/{office}/@door"))


def board(office: str) -> MakeCall:
    return always(Call("GET", f"{SITE}/{office}/@board"))


def visit(visits: Visits) -> MakeCall:
    tokens = list(visits.of(STAFF).values())
    path = f"{SITE}/{STAFF}/@visits"
    return lambda number: Call("GET", f"{path}/{random.choice(tokens)}")


def presence(visits: Visits) -> MakeCall:
    """One after the other: a sign so soon after another one is not stored."""
    tokens = cycle(visits.of(SIGNS).values())
    path = f"{SITE}/{SIGNS}/@visits"
    return lambda number: Call("POST", f"{path}/{next(tokens)}/presence", {})


def knock(office: str) -> MakeCall:
    def make(number: int) -> Call:
        said = {"name": "Erika Mustermann", "privacy_noted": True}
        key = ("Idempotency-Key", token_hex(16))
        return Call("POST", f"{SITE}/{office}/@visits", said, (key,), (201,))

    return make
