"""Gives made-up requests real keys and ids, so that they get past 404.

Half of those that are lent something meet somebody to whom the deed can be done.
"""

from cast import Cast
from cast import COMPANY
from cast import DEEDS
from collections.abc import Callable
from schemathesis import Case
from secrets import token_hex
from typing import Any


STATES, STAGES = list(DEEDS), list(COMPANY)

# In which state a visit must be, and its guest, for a deed to be done.
FITTING: dict[str, tuple[str, str]] = {
    "noteShown": ("called", "invited"),
    "comeBack": ("missed", "invited"),
    "extend": ("shown", "invited"),
    "askForCallBack": ("waiting", "invited"),
    "answerCall": ("called", "invited"),
    "noteCitizenSeat": ("in_call", "invited"),
    "noteTrouble": ("in_call", "invited"),
    "withdrawAsCitizen": ("waiting", "invited"),
    "askToBeLetIn": ("waiting", "invited"),
    "noteGuestSeat": ("in_call", "admitted"),
    "call": ("waiting", "invited"),
    "requeue": ("called", "invited"),
    "miss": ("called", "invited"),
    "recall": ("missed", "invited"),
    "hold": ("in_call", "invited"),
    "finish": ("in_call", "invited"),
    "resume": ("on_hold", "invited"),
    "undo": ("finished", "invited"),
    "takeOver": ("left_alone", "invited"),
    "enterRoom": ("in_call", "invited"),
    "renewLink": ("waiting", "invited"),
    "noteClerkSeat": ("in_call", "invited"),
    "inviteAsCitizen": ("waiting", "invited"),
    "inviteAsClerk": ("waiting", "invited"),
    "admit": ("in_call", "asking"),
    "refuse": ("in_call", "asking"),
    "withdrawAsClerk": ("waiting", "invited"),
}


def lend(case: Case, cast: Cast, chance: int) -> None:
    """``chance`` decides who is lent; what the request does not name stays as it is."""
    name = case.operation.definition.raw["operationId"]
    if name == "runClock":
        case.headers["Authorization"] = f"Bearer {cast.town.clock_key}"
    chance, fits = divmod(chance, 2)
    chance, state = divmod(chance, len(STATES))
    met = STATES[state], STAGES[chance % len(STAGES)]
    if fits:
        met = FITTING.get(name, met)
        BESIDES.get(name, _nothing)(case, cast)
    _lend_path(case, cast, *met)
    if isinstance(case.body, dict):
        _lend_body(case.body, cast, met[0])


def _lend_path(case: Case, cast: Cast, state: str, stage: str) -> None:
    named = case.path_parameters or {}
    if "message" in named:
        named["message"] = cast.message()
    if not named.keys() & {"token", "visit"}:
        return
    is_guest = "guest" in case.operation.tags
    scene = cast.scene(state, stage if is_guest or "guest" in named else None)
    known = {
        "token": scene.guest_token if is_guest else scene.token,
        "visit": scene.visit,
        "guest": scene.guest,
    }
    named.update({name: known[name] for name in named.keys() & known.keys()})


def _lend_body(body: dict[str, Any], cast: Cast, state: str) -> None:
    if isinstance(body.get("visit"), str):
        body["visit"] = cast.scene(state).visit
    if isinstance(body.get("release"), str):
        body["release"] = cast.desk()
    if isinstance(body.get("offices"), list):
        body["offices"] = [cast.office.uid]


def _nothing(case: Case, cast: Cast) -> None:
    """All that is needed stands in the path or in the body."""


def _knock_again(case: Case, cast: Cast) -> None:
    """With the key of an earlier knock."""
    key = token_hex(16)
    cast.knock(key)
    case.headers["Idempotency-Key"] = key


def _close_desk(case: Case, cast: Cast) -> None:
    cast.send("DELETE", "@desk", cast.login)


def _open_desk(case: Case, cast: Cast) -> None:
    cast.open_desk(cast.login)
    _free_desk(case, cast)


def _free_desk(case: Case, cast: Cast) -> None:
    held = cast.send("GET", "@desk", cast.login).json()["desk"]
    if held and held["visit"]:
        cast.free_desk(cast.login, held)


def _know_answer(case: Case, cast: Cast) -> None:
    name = case.path.strip("/")
    url = cast.town.path(name) if "site" in case.operation.tags else None
    answer = cast.send("GET", name, cast.login, url)
    case.headers["If-None-Match"] = answer.headers["ETag"]


BESIDES: dict[str, Callable[[Case, Cast], None]] = {
    "knock": _knock_again,
    "openDesk": _close_desk,
    "closeDesk": _open_desk,
    "call": _free_desk,
    "takeOver": _free_desk,
    "readDoor": _know_answer,
    "readBoard": _know_answer,
    "readDescription": _know_answer,
    "readWaitingRoom": _know_answer,
}
