"""Into a room as Jitsi's own page gets there: XMPP over BOSH (XEP-0124, XEP-0045)."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from itertools import count
from urllib.parse import urlencode
from urllib.request import Request
from urllib.request import urlopen
from xml.etree import ElementTree as ET
import random
import time


MUC = "http://jabber.org/protocol/muc"
SASL = "urn:ietf:params:xml:ns:xmpp-sasl"
BIND = "urn:ietf:params:xml:ns:xmpp-bind"
NAMES = {
    "xmlns": "http://jabber.org/protocol/httpbind",
    "xmlns:xmpp": "urn:xmpp:xbosh",
}
PATIENCE = 100
OWN = "{*}status[@code='110']"


class Refused(Exception):
    """The server lets nobody in; its own words for why."""

    def __init__(self, error: ET.Element) -> None:
        named = [each.tag.partition("}")[2] for each in error]
        super().__init__(" ".join([*named, *filter(None, error.itertext())]))


@dataclass
class Client:
    """One connection to ``host``, with a token, or with a name and a password."""

    port: int
    host: str
    query: dict[str, str] = field(default_factory=dict)
    login: tuple[str, str] | None = None
    numbers: Iterator[int] = field(
        default_factory=lambda: count(random.getrandbits(40))
    )
    session: str = ""

    def connect(self) -> None:
        opened = self._send("", to=self.host, hold="0", wait="0", ver="1.6")
        self.session = opened.get("sid", "")
        failure = self._judgement().find(f"{{{SASL}}}failure")
        if failure is not None:
            raise Refused(failure)
        self._send("", to=self.host, **{"xmpp:restart": "true"})
        bind = f"<bind xmlns='{BIND}'/>"
        self._send(f"<iq xmlns='jabber:client' type='set' id='bind'>{bind}</iq>")

    def join(self, room: str, nick: str) -> tuple[str | None, str | None]:
        """Affiliation and role in the room, when nothing changes any more."""
        x = f"<x xmlns='{MUC}'/>"
        to = f"to='{room}/{nick}'"
        answer = self._send(f"<presence xmlns='jabber:client' {to}>{x}</presence>")
        place = None, None
        for told in [answer, *(self._send("") for _ in range(3))]:
            place = _place(told) or place
        return place

    def _judgement(self) -> ET.Element:
        """It may take a moment: the server fetches public keys."""
        told = self._send(self._proof)
        for _ in range(PATIENCE):
            if len(told):
                break
            time.sleep(0.1)
            told = self._send("")
        return told

    @property
    def _proof(self) -> str:
        if self.login is None:
            return f"<auth xmlns='{SASL}' mechanism='ANONYMOUS'/>"
        said = b64encode("\0".join(["", *self.login]).encode()).decode()
        return f"<auth xmlns='{SASL}' mechanism='PLAIN'>{said}</auth>"

    def _send(self, stanza: str, **said: str) -> ET.Element:
        known = {"rid": str(next(self.numbers)), "sid": self.session, **NAMES, **said}
        names = " ".join(f"{name}='{value}'" for name, value in known.items() if value)
        body = f"<body {names}>{stanza}</body>".encode()
        address = f"http://127.0.0.1:{self.port}/http-bind?{urlencode(self.query)}"
        with urlopen(Request(address, body, {"Host": self.host}), timeout=10) as answer:
            return ET.fromstring(answer.read())


def _place(told: ET.Element) -> tuple[str | None, str | None] | None:
    """One's own affiliation and role, where the server tells them. Raises Refused."""
    error = told.find(".//{jabber:client}error")
    if error is not None:
        raise Refused(error)
    own = [each for each in told.iter(f"{{{MUC}#user}}x") if each.find(OWN) is not None]
    item = own[-1].find("{*}item") if own else None
    return None if item is None else (item.get("affiliation"), item.get("role"))
