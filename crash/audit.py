"""Compares what the office says with what was acknowledged, and with its own rules.

Every function answers what is wrong, in words. Called while nobody does anything.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.virtualoffice.domain.signs import FRESH
from datetime import datetime
from ledger import is_over
from ledger import Ledger
from ledger import possible
from typing import Any


LISTED = 100  # the board shows no more
WITH_DESK = {"called", "in_call"}
ENDS = ("finished", "left", "expired", "dismissed")
Shape = Mapping[str, Any]


def compare(ledger: Ledger, seen: Mapping[str, str], now: float) -> Iterator[str]:
    """Is every acknowledged deed there? ``seen`` are states by visit id."""
    for id, state in seen.items():
        expected = possible(ledger.deeds[id], now)
        if state not in expected:
            wanted = " or ".join(sorted(expected)) or "nothing"
            name = ledger.visits[id].name
            yield f"{name} is {state}; what was acknowledged says {wanted}"


def nobody_lost(ledger: Ledger, seen: Mapping[str, str], room: Shape) -> Iterator[str]:
    """Is everybody who is inside in the waiting room, with the same state?"""
    listed = {visit["id"]: visit["state"] for visit in room["visits"]}
    for id, state in seen.items():
        if not is_over(state) and listed.get(id) != state:
            name = ledger.visits[id].name
            yield f"{name} is {state} and in the waiting room {listed.get(id)}"


def nobody_doubled(ledger: Ledger, room: Shape) -> Iterator[str]:
    """Is everybody in the waiting room once, and somebody who knocked?"""
    for name in repeated(visit["name"] for visit in room["visits"]):
        yield f"{name} is in the waiting room twice"
    for visit in room["visits"]:
        at_the_door = visit["name"] in ledger.pending.values()
        if visit["id"] not in ledger.visits and not at_the_door:
            yield f"{visit['name']} is in the waiting room and did not knock"


def one_desk_one_visit(room: Shape) -> Iterator[str]:
    """Does every desk hold one visit at most, and every visit in a call have one?"""
    held = {desk["id"]: desk["visit"] for desk in room["desks"] if desk["visit"]}
    for id in repeated(held.values()):
        yield f"two desks hold the visit {id}"
    for desk in repeated(visit["desk"] for visit in room["visits"] if visit["desk"]):
        yield f"two visits are at the desk {desk}"
    for visit in room["visits"]:
        if visit["state"] in WITH_DESK and held.get(visit["desk"]) != visit["id"]:
            yield f"{visit['name']} is {visit['state']} at no desk"
        if visit["state"] not in WITH_DESK and visit["id"] in held.values():
            yield f"a desk holds {visit['name']}, who is {visit['state']}"


def board_is_right(room: Shape, board: Shape) -> Iterator[str]:
    """Does the board show everybody who waits once, in the order of the staff view?"""
    waiting = [
        visit["id"]
        for visit in sorted(room["visits"], key=lambda visit: visit["position"] or 0)
        if visit["state"] == "waiting"
    ]
    for id in repeated(board["waiting"]):
        yield f"the visit {id} is on the board twice"
    if board["waiting"] != waiting[:LISTED] or board["total"] != len(waiting):
        yield f"the board shows {board['waiting']}, there wait {waiting}"
    called = {visit["id"] for visit in room["visits"] if visit["state"] == "called"}
    if set(board["called"]) != called:
        yield f"the board calls {board['called']}, called are {sorted(called)}"


def repeated(things: Iterable[str]) -> list[str]:
    return [thing for thing, count in Counter(things).items() if count > 1]


def books_agree(
    ledger: Ledger, seen: Mapping[str, str], stored: Shape
) -> Iterator[str]:
    """Are visits and facts in the database as often as they were acknowledged?

    ``stored`` is what `books.py` found: facts by kind, and signs of life by visit.
    One that follows another at once is not stored, nor is one during a call.
    """
    facts, heard = stored["facts"], stored["heard"]
    kept = [id for id, state in seen.items() if state != "erased"]
    yield from differ("visits", sorted(heard), sorted(kept))
    yield from differ("knocks in the journal", facts["knocked"], len(seen))
    ends = sum(facts[kind] for kind in ENDS)
    yield from differ("ends in the journal", ends, sum(map(is_over, seen.values())))
    least = ledger.total("acknowledged", "call")
    most = least + ledger.total("cut off", "call")
    if not least <= facts["called"] <= most:
        yield f"calls in the journal: {facts['called']} instead of {least} to {most}"
    for id, at in ledger.heard.items():
        oldest = int(datetime.fromisoformat(at).timestamp()) - FRESH
        if seen.get(id) == "waiting" and heard.get(id, oldest) < oldest:
            yield f"{ledger.visits[id].name} gave a sign of life that was lost"


def differ(what: str, found: object, expected: object) -> Iterator[str]:
    if found != expected:
        yield f"{what}: {found} instead of {expected}"
