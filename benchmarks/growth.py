"""What whole visits, hours of waiting and the clock add to the database.

Everything is asked over HTTP in the rhythm of the pages, while time runs ahead.
"""

from dataclasses import asdict
from dataclasses import dataclass
from datafs import packed_size
from datafs import written_after
from instance import CHECKOUT
from measured import running
from measured import say
from pathlib import Path
from rhythm import ENDED
from rhythm import whole_visit
from tale import HOUR
from tale import NAME
from tale import Scales
from tale import Teller
from tale import Time
from tempfile import TemporaryDirectory
import json
import secrets


AHEAD = CHECKOUT / "tests" / "web" / "ahead"
CLOCK_EVERY = 20  # scripts/clock.py
BEFORE = 60  # visits of the same day
VISITS = 10
CROWD = 100
TICKS = 10
DAY = 25 * HOUR  # after which a visit that is over is erased
ROW = "{:34}{:>10}{:>10}{:>12}"


@dataclass(frozen=True)
class Growth:
    """Bytes of Data.fs, all as means.

    ``deeds`` are times and bytes of each deed in one ``visit``, ``classes`` the bytes
    of a visit by class. An open desk gives signs whether anybody comes or not: what a
    visit has ``added`` to those is the rest. ``packed`` is left of a visit after
    packing while it is kept, ``erased`` once it was erased: facts only. The hours are
    those of one person in front, of one of a hundred, of an open desk, and of the clock
    of a site in which nothing happens.
    """

    visit: float
    added: float
    deeds: dict[str, tuple[float, float]]
    classes: dict[str, float]
    packed: float
    erased: float
    hour_in_front: float
    hour_in_crowd: float
    hour_of_desk: float
    hour_of_clock: float


def main() -> None:
    growth = measure()
    show(growth)
    print(json.dumps(asdict(growth)))


def measure() -> Growth:
    with TemporaryDirectory(prefix="growth-") as folder:
        ahead, key = Path(folder) / "ahead", secrets.token_hex(32)
        time = Time(ahead)
        environment = {
            "PYTHONPATH": str(AHEAD),
            "TOWN_IS_AHEAD_BY": str(ahead),
            "VIRTUALOFFICE_CLOCK_KEY": key,
        }
        var = Path(folder) / "var"
        with running(var, {NAME: 0}, **environment) as (zope, instance):
            return tell(Teller(zope.port, instance.database, time, key))


def tell(teller: Teller) -> Growth:
    teller.open_desk()
    database = teller.database
    empty = packed_size(database)
    say("Whole visits of ten minutes")
    for _ in range(BEFORE):
        teller.whole(BRIEF)
    start, before = database.stat().st_size, packed_size(database)
    visits = weigh_visits(teller)
    classes = written_after(database, start)
    packed = packed_size(database) - before
    say("Hours of waiting")
    alone, crowd = weigh_hour(teller, 1), weigh_hour(teller, CROWD)
    desk, whole = alone.bytes["desk presence"], visits.bytes.total() / VISITS
    clock = weigh_clock(teller)
    teller.time.pass_to(teller.time.seconds + DAY)
    teller.tick()
    erased = packed_size(database) - empty
    return Growth(
        visit=whole,
        added=whole - desk * ENDED / HOUR,
        deeds={
            deed: (times / VISITS, visits.bytes[deed] / VISITS)
            for deed, times in visits.times.items()
        },
        classes={name: size / VISITS for name, size in classes.most_common()},
        packed=packed / VISITS,
        erased=erased / (BEFORE + VISITS + 1 + CROWD),
        hour_in_front=alone.bytes["presence"],
        hour_in_crowd=crowd.bytes["presence"] / CROWD,
        hour_of_desk=desk,
        hour_of_clock=clock,
    )


BRIEF = [(0, "knock"), (1, "call"), (2, "answer"), (3, "finish")]


def weigh_visits(teller: Teller) -> Scales:
    scales = teller.weigh_anew()
    for _ in range(VISITS):
        teller.whole(whole_visit())
    return scales


def weigh_hour(teller: Teller, count: int) -> Scales:
    """An hour of presence of so many who wait, and of the desk."""
    scales = teller.weigh_anew()
    teller.be_back()
    teller.wait_an_hour([teller.knock() for _ in range(count)])
    return scales


def weigh_clock(teller: Teller) -> float:
    """An hour of the clock, when all that was due is done."""
    teller.tick()
    scales = teller.weigh_anew()
    for _ in range(TICKS):
        teller.time.pass_to(teller.time.seconds + CLOCK_EVERY)
        teller.tick()
    return scales.bytes.total() / TICKS * HOUR / CLOCK_EVERY


def show(growth: Growth) -> None:
    print(f"\nA whole visit of ten minutes: {growth.visit:.0f} bytes")
    print(ROW.format("", "times", "bytes", "each"))
    for deed, (times, size) in growth.deeds.items():
        print(ROW.format(deed, f"{times:.0f}", f"{size:.0f}", f"{size / times:.0f}"))
    print("\nof these by class:")
    for name, size in growth.classes.items():
        print(ROW.format(name, "", f"{size:.0f}", ""))
    print(f"\nof these the visit adds to what an open desk writes: {growth.added:.0f}")
    print(f"\nleft of a visit after packing:     {growth.packed:.0f} bytes")
    print(f"and when it is erased:             {growth.erased:.0f} bytes")
    print(f"an hour of waiting in front:       {growth.hour_in_front:.0f} bytes")
    print(f"an hour of waiting, one of {CROWD}:  {growth.hour_in_crowd:.0f} bytes")
    print(f"an hour of an open desk:           {growth.hour_of_desk:.0f} bytes")
    print(f"an hour of the clock:              {growth.hour_of_clock:.0f} bytes")


if __name__ == "__main__":
    main()
