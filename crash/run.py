"""Kills the server again and again under load, and asks what became of it all."""

from argparse import ArgumentParser
from argparse import Namespace
from pathlib import Path
from random import randrange
from server import Server
from tempfile import TemporaryDirectory
from time import monotonic
from trial import Trial
import report
import sys


def main() -> int:
    wish, began = parse_arguments(), monotonic()
    report.say(f"Crash test; for the same choices again: make crash SEED={wish.seed}")
    with TemporaryDirectory(prefix="crash-") as folder:
        server = Server(Path(folder))
        trial = Trial(server, wish)
        try:
            trial.run()
        finally:
            server.stop()
    report.show(trial.ledger, trial.inspector.seen, trial.kills, monotonic() - began)
    return 1 if trial.ledger.findings else 0


def parse_arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=randrange(10**6))
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--citizens", type=int, default=24)
    parser.add_argument("--clerks", type=int, default=4)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
