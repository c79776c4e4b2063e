"""Measures the office beside the least that Plone does, in one run on one machine."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from instance import free_port
from instance import Instance
from instance import INTERPRETER
from instance import SCRIPTS
from load import Call
from load import Client
from load import Figures
from load import measure
from pathlib import Path
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from secrets import token_hex
from statistics import median
from tempfile import TemporaryDirectory
import base64
import json
import os
import platform
import random
import subprocess
import sys
import time


HERE = Path(__file__).resolve().parent
CLIENTS = 8
ROUNDS = 5
SECONDS = 2.0
CALLS = 20
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
ROW = "{:24}{:18}{:>7}  {:10}{:>9}{:>8}{:>8}"
OFFICE = "/musterstadt/bench"
STAFF = (("Authorization", "Basic " + base64.b64encode(b"admin:admin").decode()),)


@dataclass(frozen=True)
class Comparison:
    """Something of ours beside its measure; ``goal`` is the least ratio."""

    name: str
    beside: str
    ratio: float
    goal: str
    subject: Figures


def main() -> None:
    with TemporaryDirectory() as folder, running(Path(folder)) as port:
        comparisons = list(compare_all(port))
    show(comparisons)


@contextmanager
def running(folder: Path) -> Iterator[int]:
    """A demo of its own, with an office in which 10 people wait."""
    port = free_port()
    os.environ["PYTHONPATH"] = f"{HERE}{os.pathsep}{SCRIPTS}"
    instance = Instance(var=folder, port=port)
    instance.configure()
    say("Making a site to measure")
    if instance.run(HERE / "prepare.py").wait():
        sys.exit(instance.console.read_text()[-3000:])
    with instance.console.open("ab") as console:
        server = subprocess.Popen(
            [INTERPRETER, HERE / "server.py", folder / "etc/wsgi.ini", str(port)],
            cwd=folder,
            stdout=console,
            stderr=console,
        )
    try:
        if not is_up(port, server):
            sys.exit(instance.console.read_text()[-3000:])
        yield port
    finally:
        server.terminate()
        server.wait()


def compare_all(port: int) -> Iterator[Comparison]:
    desk = Call("POST", f"{OFFICE}/@desk", {"label": "1"}, STAFF, expect=201)
    Client(port).send(desk)
    tokens = fill(port, 10)
    read = Call("GET", f"{OFFICE}/@trivial")
    write = Call("POST", f"{OFFICE}/@trivial", {})
    door, board = Call("GET", f"{OFFICE}/@door"), Call("GET", f"{OFFICE}/@board")

    def presence(number: int) -> Call:
        return Call("POST", f"{OFFICE}/@visits/{random.choice(tokens)}/presence", {})

    yield compare(port, "@door", door, "trivial service", read, "≥ 0.8")
    yield compare(port, "@board", board, "trivial service", read, "≥ 0.8")
    say("Calling people in a real browser")
    show_reaction(call_to_page(port))
    few = alternate(port, board, board)[0]
    tokens += fill(port, 200)
    yield compare(port, "presence", presence, "trivial write", write, "≥ 0.6")
    yield compare(port, "knock", knock, "trivial write", write, "≥ 0.6")
    waiting = json.loads(Client(port).send(board))["total"]
    fill(port, max(0, 1000 - waiting))
    many = alternate(port, board, board)[0]
    slower = median(many.durations) / median(few.durations)
    yield Comparison("@board, 1,000 waiting", "10 waiting", slower, "≤ 2 times", many)


def call_to_page(port: int) -> list[float]:
    """Seconds from a clerk's call to a page that shows it, in a real browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=CHROMIUM_ARGUMENTS
        )
        page = browser.new_page()
        return [time_a_call(page, port) for _ in range(CALLS)]


def time_a_call(page: Page, port: int) -> float:
    """One visit waits at any moment of its page's rhythm, and is called."""
    client = Client(port)
    visit = json.loads(client.send(knock(0)))
    page.goto(visit["links"]["page"])
    page.wait_for_selector("#visit-live[data-state=waiting]")
    time.sleep(random.uniform(1, 4))
    client.send(Call("POST", f"{OFFICE}/@calls", {"visit": visit["id"]}, STAFF))
    began = time.perf_counter()
    page.wait_for_selector("#visit-live[data-state=called]")
    shown = time.perf_counter() - began
    client.send(Call("POST", f"{OFFICE}/@calls/{visit['id']}/missed", {}, STAFF))
    return shown


def compare(
    port: int,
    name: str,
    subject: Call | Callable[[int], Call],
    beside: str,
    measure_of: Call,
    goal: str,
) -> Comparison:
    ours, theirs = alternate(port, subject, measure_of)
    return Comparison(name, beside, ours.per_second / theirs.per_second, goal, ours)


def alternate(
    port: int, one: Call | Callable[[int], Call], other: Call
) -> tuple[Figures, Figures]:
    """Both in short rounds by turns, so that the machine's moods meet both."""
    figures: tuple[list[Figures], list[Figures]] = ([], [])
    for _ in range(ROUNDS):
        for call, found in zip((one, other), figures, strict=True):
            make_call = call if callable(call) else lambda number, call=call: call
            found.append(measure(port, make_call, SECONDS, CLIENTS))
    return joined(figures[0]), joined(figures[1])


def joined(figures: list[Figures]) -> Figures:
    durations = tuple(duration for each in figures for duration in each.durations)
    return Figures(durations, sum(each.elapsed for each in figures))


def knock(number: int) -> Call:
    said = {"name": "Erika Mustermann", "privacy_noted": True}
    headers = (("Idempotency-Key", token_hex(16)),)
    return Call("POST", f"{OFFICE}/@visits", said, headers, expect=201)


def fill(port: int, count: int) -> list[str]:
    """Let so many people knock; answers their keys."""
    client = Client(port)
    return [json.loads(client.send(knock(0)))["token"] for _ in range(count)]


def show(comparisons: list[Comparison]) -> None:
    print(f"\n{machine()}; {CLIENTS} clients, one process, FileStorage\n")
    head = ("", "beside", "ratio", "goal", "a second", "p50 ms", "p95 ms")
    print(ROW.format(*head))
    for each in comparisons:
        took = sorted(1000 * duration for duration in each.subject.durations)
        print(
            ROW.format(
                each.name,
                each.beside,
                f"{each.ratio:.2f}",
                each.goal,
                f"{each.subject.per_second:.0f}",
                f"{median(took):.1f}",
                f"{took[int(0.95 * len(took))]:.1f}",
            )
        )


def show_reaction(seconds: list[float]) -> None:
    print(
        f"From a call to the waiting page showing it, {len(seconds)} calls: "
        f"median {median(seconds):.1f} s, at most {max(seconds):.1f} s"
    )


def machine() -> str:
    python = platform.python_version()
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {python}"


def is_up(port: int, server: subprocess.Popen[bytes]) -> bool:
    """Whether the server answers, waited for."""
    while server.poll() is None:
        try:
            Client(port).send(Call("GET", "/musterstadt/@site"))
        except OSError:
            time.sleep(0.5)
        else:
            return True
    return False


def say(text: str) -> None:
    print(f"== {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
