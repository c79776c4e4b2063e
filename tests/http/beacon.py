"""How it is known in every process what happened in any of them."""

from collections.abc import Sequence
from secrets import token_hex
from time import monotonic
from town import ADMIN
from town import Office
from urllib.parse import urlsplit
from wire import basic
from wire import Client


PATIENCE = 10.0  # seconds


class Beacon:
    """Waits until every process knows what any of them has done.

    A ZEO server tells them in its own time, but in order: who knows of the notice that
    was put at the door of this other office last, knows of all before.
    """

    def __init__(self, office: Office, ports: Sequence[int]) -> None:
        self.path, self.login = urlsplit(office.url).path, basic(*ADMIN)
        self.clients = [Client(port) for port in ports]

    def pass_through(self) -> None:
        notice, said = token_hex(8), f"{self.path}/@admission"
        body = {"suspended": True, "notice": notice}
        put = self.clients[0].send("POST", said, body, **self.login)
        assert put.is_good, put
        for client in self.clients:
            self.wait(client, notice)

    def wait(self, client: Client, notice: str) -> None:
        end, path = monotonic() + PATIENCE, f"{self.path}/@waiting-room"
        while monotonic() < end:
            room = client.send("GET", path, **self.login)
            if room.is_good and room.data["admission"]["notice"] == notice:
                return
            client.renew()
        raise AssertionError("A process does not learn what another has done.")
