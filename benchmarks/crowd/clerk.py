"""A clerk who calls one after the other, with the staff view open."""

from contextlib import suppress
from crew import login
from paces import STAFF_VIEW
from people import OFFICE
from poll import poll
from random import choice
from random import uniform
from tally import Tally
from time import monotonic
from wire import CONFLICT
from wire import Place
from wire import Refused
from wire import Wire
import asyncio


PRESENCE = 25.0
# Calls come from time to time, not as fast as they can.
BETWEEN = (2.0, 6.0)
CONVERSATION = 4.0
LONGEST_WAY = 60.0
FROM_BEHIND = 0.5


class Clerk:
    def __init__(self, place: Place, tally: Tally, name: str) -> None:
        self.tally = tally
        self.name = name
        self.talking: set[str] = set()
        who = dict([login(name)])
        self.view, self.desk = Wire(place, tally, who), Wire(place, tally, who)

    async def open(self) -> None:
        label = {"label": self.name}
        await self.desk.send("desk", "POST", f"{OFFICE}/@desk", label)

    async def serve(self) -> None:
        """As long as the crowd is there."""
        async with asyncio.TaskGroup() as work:
            work.create_task(self.watch())
            work.create_task(self.be_present())
            work.create_task(self.call())

    async def watch(self) -> None:
        path = f"{OFFICE}/@waiting-room"
        async for room in poll(self.view, "staff view", path, lambda: STAFF_VIEW):
            visits = room["visits"]
            self.talking = {v["id"] for v in visits if v["state"] == "in_call"}

    async def be_present(self) -> None:
        while True:
            await asyncio.sleep(PRESENCE)
            with suppress(Refused):
                path = f"{OFFICE}/@desk/presence"
                await self.desk.send("desk presence", "POST", path, {})

    async def call(self) -> None:
        while True:
            await asyncio.sleep(uniform(*BETWEEN))
            with suppress(Refused):
                visit = await self.call_somebody()
                if visit is not None:
                    await self.meet(visit)

    async def call_somebody(self) -> str | None:
        """By turns the next, and somebody who stands further back and asks slowly.

        None if a colleague was quicker.
        """
        wish = {}
        if uniform(0, 1) < FROM_BEHIND:
            board = await self.desk.send("clerk's board", "GET", f"{OFFICE}/@board")
            if behind := board.data["waiting"][30:]:
                wish = {"visit": choice(behind)}
        pressed = monotonic()
        answer = await self.desk.send("call", "POST", f"{OFFICE}/@calls", wish)
        if answer.status == CONFLICT:
            return None
        visit = answer.data["id"]
        self.tally.called(visit, pressed)
        return visit

    async def meet(self, visit: str) -> None:
        """Wait until the visit has come into the room; then talk, and end it."""
        try:
            async with asyncio.timeout(LONGEST_WAY):
                while visit not in self.talking:
                    await asyncio.sleep(0.5)
        except TimeoutError:
            self.tally.failed("call", "nobody came")
            await self.end(visit, "missed", {})
        else:
            await asyncio.sleep(CONVERSATION)
            await self.end(visit, "finish", {"outcome": "solved"})

    async def end(self, visit: str, how: str, said: dict[str, str]) -> None:
        await self.desk.send(how, "POST", f"{OFFICE}/@calls/{visit}/{how}", said)
