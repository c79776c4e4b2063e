"""Measures the office beside the least that Plone does, in one run on one machine."""

from argparse import ArgumentParser
from argparse import Namespace
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import contextmanager
from figures import Comparison
from findings import Findings
from instance import CHECKOUT
from load import Client
from machine import machine
from machine import memory
from measured import answering
from measured import running
from measured import say
from measured import sharing
from measured import Zope
from offices import keep_open
from pathlib import Path
from reaction import reactions
from table import as_json
from table import show
from tempfile import TemporaryDirectory
from trials import board
from trials import FULL
from trials import OFFICES
from trials import SERVICES
from trials import SHARED_OFFICES
from trials import shared_trials
from trials import trials
from turns import compare
from turns import Pace
from turns import Trial
from visits import Visits
import growth
import json


THOROUGH = Pace(rounds=3, seconds=0.5, clients=(1, 8, 32))
QUICK = Pace(rounds=1, seconds=0.3, clients=(8,))
ALONE = "One process, FileStorage"
TOGETHER = {1: "One process, ZEO", 2: "Two processes, ZEO"}


def main() -> None:
    wish = parse_arguments()
    pace, calls = (QUICK, 2) if wish.quick else (THOROUGH, 10)
    found = Findings(machine(), {}, {}, [], growth.measure())
    measure_alone(found, pace, calls)
    measure_together(found, pace)
    show(found)
    wish.json.parent.mkdir(parents=True, exist_ok=True)
    wish.json.write_text(json.dumps(as_json(found), indent=2) + "\n")
    print(f"\nAll figures: {wish.json}")


def parse_arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path, default=CHECKOUT / "var" / "bench.json")
    return parser.parse_args()


def measure_alone(found: Findings, pace: Pace, calls: int) -> None:
    with (
        folder() as there,
        running(there, OFFICES, SERVICES) as (
            zope,
            instance,
        ),
    ):
        found.memory["after the start"] = memory(zope.process)
        keep_open(zope.port, OFFICES)
        Client(zope.port).send(board(FULL)(0))
        found.memory[f"with {sum(OFFICES.values())} who wait"] = memory(zope.process)
        asked = trials([zope.port], Visits(instance))
        found.comparisons[ALONE] = list(take(asked, [zope], pace, OFFICES))
        found.memory["after the load"] = memory(zope.process)
        keep_open(zope.port, OFFICES)
        say("Calling people in a real browser")
        found.reactions.extend(reactions(zope.port, calls))


def measure_together(found: Findings, pace: Pace) -> None:
    """Of several processes several clients are asked."""
    several = Pace(pace.rounds, pace.seconds, pace.clients[1:] or pace.clients)
    with folder() as there, sharing(there, SHARED_OFFICES) as instances:
        for count, setting in TOGETHER.items():
            with answering(instances[:count], {}) as zopes:
                asked = shared_trials(Visits(instances[0]))
                taken = take(asked, zopes, several, SHARED_OFFICES)
                found.comparisons[setting] = list(taken)


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="bench-") as name:
        yield Path(name)


def take(
    asked: list[Trial], zopes: list[Zope], pace: Pace, offices: Iterable[str]
) -> Iterator[Comparison]:
    ports = [zope.port for zope in zopes]
    for trial in asked:
        keep_open(ports[0], offices)
        say(f"{trial.name} beside {trial.beside}")
        for clients in pace.clients:
            yield compare(trial, ports, pace, clients)


if __name__ == "__main__":
    main()
