"""Ten thousand pages that ask, through nginx, while clerks call; what do they feel?"""

from argparse import ArgumentParser
from argparse import Namespace
from clerk import Clerk
from collections.abc import Coroutine
from contextlib import suppress
from crew import CLERKS
from pathlib import Path
from people import look_on
from people import queue_up
from random import uniform
from report import say
from report import show
from tally import Tally
from tempfile import TemporaryDirectory
from time import monotonic
from time import process_time
from town import running_town
from town import Town
from typing import Any
from watch import Log
from watch import machine_time
from watch import processor_time
from wire import Place
import asyncio
import resource
import sys


CALM = 10  # seconds after the last one came


def main() -> int:
    wish, tally = parse_arguments(), Tally()
    allow_connections(wish.pages + wish.waiting + 500)
    with TemporaryDirectory(prefix="crowd-") as folder:
        say("Making a town")
        with running_town(Path(folder), wish.pages + wish.waiting) as town:
            asyncio.run(gather(town, tally, wish))
    return 1 if tally.failures else 0


def parse_arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--waiting", type=int, default=300)
    parser.add_argument("--desks", type=int, default=10)
    parser.add_argument("--ramp", type=float, default=120, help="seconds")
    parser.add_argument("--seconds", type=float, default=180)
    return parser.parse_args()


def allow_connections(wanted: int) -> None:
    """As many open files as this needs. Ends the program if it may not."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most != resource.RLIM_INFINITY and most < wanted:
        sys.exit(f"{wanted} open files are needed, {most} allowed: ulimit -n {wanted}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


async def gather(town: Town, tally: Tally, wish: Namespace) -> None:
    """Everybody comes over time; then it is measured while they stay."""
    proxy = town.proxy
    place = Place("127.0.0.1", proxy.port, proxy.certificate)
    clerks = [Clerk(place, tally, name) for name in CLERKS[: wish.desks]]
    for clerk in clerks:
        await clerk.open()
    say(f"{wish.pages} pages are opened within {wish.ramp:.0f} s")
    everybody = [
        *(late(queue_up(place, tally), wish.ramp) for _ in range(wish.waiting)),
        *(late(look_on(place, tally, name), wish.ramp) for name in onlookers(wish)),
    ]
    with suppress(TimeoutError):
        async with asyncio.timeout(None) as stay, asyncio.TaskGroup() as crowd:
            for each in everybody:
                crowd.create_task(each)
            await asyncio.sleep(wish.ramp + CALM)
            for clerk in clerks:
                crowd.create_task(clerk.serve())
            await measure(town, tally, wish)
            stay.reschedule(asyncio.get_running_loop().time())


def onlookers(wish: Namespace) -> list[str]:
    """What each of the others asks: half stand far back, half only look at the door."""
    return [("@board", "@door")[n % 2] for n in range(wish.pages - wish.waiting)]


async def late(deed: Coroutine[Any, Any, None], within: float) -> None:
    await asyncio.sleep(uniform(0, within))
    await deed


async def measure(town: Town, tally: Tally, wish: Namespace) -> None:
    log = Log(town.proxy.logs / "office.log")
    say(f"Clerks call for {wish.seconds:.0f} s")
    log.mark()
    tally.open, began, before = True, monotonic(), processors(town)
    await asyncio.sleep(wish.seconds)
    tally.open, seconds, after = False, monotonic() - began, processors(town)
    cpu = {who: (after[who] - before[who]) / seconds for who in after}
    crowd = f"{wish.pages} pages, {wish.waiting} of them wait, {wish.desks} desks"
    show(crowd, tally, seconds, log.read(), cpu)


def processors(town: Town) -> dict[str, float]:
    """Seconds of processor time, by who took them."""
    ours = {
        "nginx": processor_time(town.proxy.process.pid),
        "Zope": processor_time(town.zope.pid),
        "the crowd itself": process_time(),
    }
    return {**ours, "the rest of the machine": machine_time() - sum(ours.values())}


if __name__ == "__main__":
    sys.exit(main())
