"""Keeps the offices open that are measured."""

from collections.abc import Iterable
from crew import keeper
from crew import login
from load import Call
from load import Client
from measured import SITE


def keep_open(port: int, offices: Iterable[str]) -> None:
    """Open a desk in each; a desk that lets people wait would be paused in time."""
    client = Client(port)
    for office in offices:
        desk, who = {"label": "1"}, (login(keeper(office)),)
        path = f"{SITE}/{office}/@desk"
        client.send(Call("POST", path, desk, who, (200, 201)))
