"""Those who have a page open: onlookers, and citizens in the waiting room."""

from contextlib import suppress
from paces import AGAIN
from paces import DOOR
from paces import OWN_VISIT
from paces import pace
from paces import PRESENCE_AGAIN
from poll import poll
from secrets import token_hex
from tally import Reaction
from tally import Tally
from typing import Any
from wire import Answer
from wire import Place
from wire import Refused
from wire import Wire
import asyncio


OFFICE = "/crowd"
# Until somebody who was called presses the button.
STARTLED = 1.0
HTML = "text/html"


async def look_on(place: Place, tally: Tally, name: str) -> None:
    """A page that only looks at the door, or at the board from far back."""
    wire = Wire(place, tally)
    async for _ in poll(wire, name, f"{OFFICE}/{name}", lambda: DOOR):
        pass


class Citizen:
    """One page of the waiting room, from the knock to the end of the visit."""

    def __init__(self, place: Place, tally: Tally) -> None:
        self.tally = tally
        # Browsers speak HTTP/2 and ask several things at once; this needs connections.
        self.board, self.own = Wire(place, tally), Wire(place, tally)
        self.stand: int | str | None = None
        self.state = "waiting"

    async def knock(self) -> None:
        said = {"name": "Erika Mustermann", "privacy_noted": True}
        key = {"Idempotency_Key": token_hex(16)}
        visit = await self.own.send("knock", "POST", f"{OFFICE}/@visits", said, **key)
        self.id, self.token = visit.data["id"], visit.data["token"]
        self.path = f"{OFFICE}/@visits/{self.token}"

    async def wait(self) -> None:
        """Until the visit is over."""
        presence = asyncio.create_task(self.keep_present())
        try:
            await self.watch_board()
            await self.talk()
        finally:
            presence.cancel()
            self.board.close()
            self.own.close()

    async def watch_board(self) -> None:
        path = f"{OFFICE}/@board"
        async for board in poll(self.board, "@board", path, lambda: pace(self.stand)):
            stand, before = self.stand_on(board), self.stand
            if stand == before:
                continue
            self.stand = stand
            if await self.ask() == "called":
                await self.be_called(before)
                return

    def stand_on(self, board: dict[str, Any]) -> int | str:
        if self.id in board["called"]:
            return "called"
        if self.id in board["waiting"]:
            return board["waiting"].index(self.id)
        return "far" if board["total"] > len(board["waiting"]) else "gone"

    async def ask(self) -> str:
        """What became of the visit."""
        answer = await self.insist("visit", "GET", self.path)
        self.state = answer.data["state"]
        return self.state

    async def be_called(self, before: int | str | None) -> None:
        known = self.tally.since_call(self.id)
        page = f"{OFFICE}/@@visit/{self.token}"
        await self.insist("page", "GET", page, Accept=HTML)
        shown = self.tally.since_call(self.id)
        await self.insist("shown", "POST", f"{self.path}/shown", {})
        place = before if isinstance(before, int) else 100
        reaction = Reaction(place, pace(before), known, shown)
        self.tally.reacted(self.id, reaction)

    async def insist(self, *wish: Any, **headers: str) -> Answer:
        """Try again until it is answered, as a page or its reader does."""
        while True:
            with suppress(Refused):
                return await self.own.send(*wish, **headers)
            await asyncio.sleep(AGAIN)

    async def talk(self) -> None:
        await asyncio.sleep(STARTLED)
        await self.insist("room", "POST", f"{self.path}/room", {})
        while await self.ask() != "finished":
            await asyncio.sleep(OWN_VISIT)

    async def keep_present(self) -> None:
        """Signs of life in the rhythm that the office asks for; each asks the visit."""
        after: float | None = 0.0
        while after is not None:
            await asyncio.sleep(after)
            try:
                path = f"{self.path}/presence"
                told = await self.own.send("presence", "POST", path, {})
                after = told.data["presence_after"]
                await self.ask()
            except Refused:
                after = PRESENCE_AGAIN


async def queue_up(place: Place, tally: Tally) -> None:
    """One place in the waiting room that is taken again when it is free."""
    while True:
        citizen = Citizen(place, tally)
        try:
            await citizen.knock()
            await citizen.wait()
        except Refused:
            await asyncio.sleep(PRESENCE_AGAIN)
