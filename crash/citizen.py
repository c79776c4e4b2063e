"""Knocks, waits, answers, leaves, and knocks again."""

from actor import Actor
from actor import OFFICE
from ledger import Deed
from ledger import is_over
from ledger import Known
from ledger import standing
from secrets import token_hex
from urllib.parse import urlsplit
from wire import Exchange


class Citizen(Actor):
    visit: Known | None = None
    visits = 0

    def step(self) -> None:
        if self.visit is None:
            self.visit = self.knock()
            self.knock_again(self.visit)
        else:
            self.go_on(self.visit)
        self.rest(0.1)

    def knock(self) -> Known:
        """Under one key, until it is acknowledged."""
        self.visits += 1
        name, key = f"{self.name}-{self.visits}", token_hex(16)
        self.ledger.pending[key] = name
        deed = "knock"
        while True:
            exchange = self.knock_once(deed, name, key)
            if exchange.is_good:
                return self.ledger.visits[exchange.data["id"]]
            if exchange.is_cut:
                deed = "knock repeated"
            self.rest(0.1)

    def knock_once(self, deed: str, name: str, key: str) -> Exchange:
        def then(exchange: Exchange) -> None:
            if exchange.is_good:
                self.welcome(exchange, name, key)
                if exchange.status == 200:
                    self.recognise(deed, name)

        said = {"name": name, "privacy_noted": True}
        path = f"{OFFICE}/@visits"
        return self.ask(deed, "POST", path, said, then, Idempotency_Key=key)

    def welcome(self, exchange: Exchange, name: str, key: str) -> None:
        shape, ledger = exchange.data, self.ledger
        page = urlsplit(shape["links"]["page"]).path
        known = Known(shape["id"], shape["token"], key, name, page, exchange.sent)
        ledger.visits[known.id] = known
        ledger.pending.pop(key, None)
        self.note(known.id, "knock", standing(shape))(exchange)

    def recognise(self, deed: str, name: str) -> None:
        """The knock had come through before it was cut off."""
        self.ledger.count(deed, "found")
        if deed == "knock":
            self.ledger.findings.append(f"{name}: a key never used found a visit")

    def knock_again(self, visit: Known) -> None:
        """As if the answer had been lost on its way."""
        if not self.likely(0.2):
            return
        said = {"name": visit.name, "privacy_noted": True}
        path = f"{OFFICE}/@visits"
        again = self.ask("knock again", "POST", path, said, Idempotency_Key=visit.key)
        if again.is_good and (again.status, again.data["id"]) != (200, visit.id):
            self.ledger.findings.append(f"{visit.name}: one key made two visits")

    def go_on(self, visit: Known) -> None:
        state = self.look(visit)
        if state is None:
            return
        if is_over(state):
            self.end(visit)
        elif self.likely(0.02):
            self.act(visit, "leave", "DELETE", "left")
        elif state == "called":
            self.act(visit, "shown", "POST", None)
            self.act(visit, "room", "POST", "in_call")
        elif state == "missed":
            self.act(visit, "return", "POST", "waiting")
        else:
            self.be_present(visit)

    def look(self, visit: Known) -> str | None:
        """Where it stands; None when there was no answer."""

        def then(exchange: Exchange) -> None:
            if exchange.is_good:
                self.observe(visit, exchange)

        found = self.ask("look", "GET", f"{OFFICE}/@visits/{visit.token}", then=then)
        if found.status == 404:
            self.gone(visit)
            return None
        return standing(found.data) if found.is_good else None

    def observe(self, visit: Known, exchange: Exchange) -> None:
        seen = standing(exchange.data)
        told = Deed("look", seen, exchange.sent, exchange.ended, True)
        self.ledger.deeds[visit.id].append(told)

    def gone(self, visit: Known) -> None:
        """Right only where the visitor asked for it."""
        deeds = {deed.name for deed in self.ledger.deeds[visit.id]}
        if not deeds & {"leave", "erase"}:
            self.ledger.findings.append(f"{visit.name}: the link is dead")
        self.visit = None

    def act(self, visit: Known, deed: str, method: str, state: str | None) -> None:
        path = f"{OFFICE}/@visits/{visit.token}"
        path = path if method == "DELETE" else f"{path}/{deed}"
        then = self.note(visit.id, deed, state) if state else None
        self.ask(deed, method, path, then=then)

    def end(self, visit: Known) -> None:
        if self.likely(0.2):
            self.act(visit, "erase", "DELETE", "erased")
        self.visit = None

    def be_present(self, visit: Known) -> None:
        def then(exchange: Exchange) -> None:
            if exchange.is_good and exchange.data["presence_after"] is not None:
                self.ledger.heard[visit.id] = exchange.data["now"]

        path = f"{OFFICE}/@visits/{visit.token}/presence"
        self.ask("presence", "POST", path, {}, then)
