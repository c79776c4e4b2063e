"""What the pages of the inventory share: the services, and which of them are wanted."""

from ..staff.forms import FormPage
from . import words
from collections.abc import Iterable
from collections.abc import Mapping
from collective.virtualoffice import _
from collective.virtualoffice.catalogue.inventory import Inventory
from collective.virtualoffice.catalogue.inventory import read_inventory
from collective.virtualoffice.catalogue.inventory import today
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.services.sieve import Entry
from collective.virtualoffice.domain.services.sieve import Sieve
from collective.virtualoffice.domain.services.sieve import UNSET
from datetime import date
from datetime import datetime
from datetime import UTC
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from zope.i18n import translate
from zope.i18nmessageid import Message


# Nothing here is personal; going back shows a page again as it was left.
FOR_ONE = "private, no-cache"


def tolerant(form: Mapping[str, Any]) -> Sieve:
    """The sieve without what there is not: an old link leads to a list all the same."""
    try:
        return Sieve.read(form)
    except Invalid as refused:
        fine = {n: value for n, value in form.items() if n not in refused.fields}
        return Sieve.read(fine)


class InventoryBase(FormPage):
    """Base of them."""

    title = _("inventory_title", default="Inventory of services")

    def secure(self, **guests: Any) -> None:
        super().secure(**guests)
        self.request.response.setHeader("Cache-Control", FOR_ONE)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@service-inventory"

    @cached_property
    def today(self) -> date:
        return today(datetime.now(UTC))

    @cached_property
    def inventory(self) -> Inventory:
        return read_inventory(self.today)

    @cached_property
    def sieve(self) -> Sieve:
        return tolerant(self.request.form)

    @cached_property
    def found(self) -> list[Entry]:
        return self.sieve.sift(self.inventory.entries)

    def address(self, sieve: Sieve, name: str = "") -> str:
        """The inventory, or a view beside it, through a sieve."""
        query = urlencode(sieve.said)
        return f"{self.url}{name}?{query}" if query else f"{self.url}{name}"

    def say(self, message: Message | str) -> str:
        return translate(message, context=self.request)

    def day(self, written: str | None) -> str:
        """A date as people write it here."""
        if written is None:
            return ""
        date_format = _("inventory_date", default="%Y-%m-%d")
        return date.fromisoformat(written).strftime(self.say(date_format))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The names of texts that may be missing."""
        return {name: self.say(title) for name, title in words.TEXTS.items()}

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """The names of all choices of all filters, by code; each said once."""
        entries = self.inventory.entries
        states = sorted({entry.state for entry in entries if entry.state})
        situations = sorted({name for entry in entries for name in entry.situations})
        named: dict[str, dict[str, Any]] = {
            "finding": words.finding_names(),
            "maturity": words.maturity_names(),
            "fitness": words.FITNESS,
            "state": {state: words.state_name(state) for state in states},
            "office": {**self.inventory.offices, UNSET: words.NO_OFFICE},
            "situation": {**{n: n for n in situations}, UNSET: words.NO_SITUATION},
        }
        return {
            name: {code: self.say(title) for code, title in choices.items()}
            for name, choices in named.items()
        }

    def details(self, entry: Entry) -> list[str]:
        """What was found, with what it is about."""
        about: dict[str, Iterable[str]] = {
            "missing_text": (self.texts[name] for name in entry.facts["missing"]),
            "doubled_key": entry.doubled,
            "dead_link": (each for each in entry.dead if each.startswith("/")),
        }
        return [
            _with(self.names["finding"][each], about.get(each, ()))
            for each in entry.findings
        ]


def _with(finding: str, parts: Iterable[str]) -> str:
    named = ", ".join(parts)
    return f"{finding}: {named}" if named else finding
