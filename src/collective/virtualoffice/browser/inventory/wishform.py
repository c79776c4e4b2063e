"""The form that says what is to be changed about the chosen services."""

from . import words
from .listing import InventoryBase
from collections.abc import Mapping
from collective.virtualoffice.domain.services.sieve import UNSET
from collective.virtualoffice.domain.services.wish import MOST_NOTE
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18nmessageid import Message


class WishForm(InventoryBase):
    """The part with its fields, as they were filled in when something was wrong."""

    wish_part = ViewPageTemplateFile("wish.pt")
    office_fields = words.OFFICE_FIELDS
    situation_fields = words.SITUATION_FIELDS
    most_note = MOST_NOTE
    wrong: Mapping[str, str] = {}

    @property
    def change_url(self) -> str:
        """It names the list that leads there, for whoever comes back to it by GET."""
        query = urlencode({"sieve": urlencode(self.sieve.said)})
        return f"{self.context.absolute_url()}/@@service-inventory-change?{query}"

    @cached_property
    def given(self) -> Mapping[str, object]:
        """What was filled in; only a form that was sent back has anything."""
        return self.request.form if self.request.method == "POST" else {}

    @property
    def fitness_choices(self) -> list[tuple[str, Message]]:
        """Undecided is nothing that somebody decides."""
        return [pair for pair in words.FITNESS.items() if pair[0] != UNSET]

    def value(self, name: str) -> str:
        value = self.given.get(name)
        return value if isinstance(value, str) else ""

    def is_given(self, name: str, value: str) -> bool:
        chosen = self.given.get(name, ())
        return value in ((chosen,) if isinstance(chosen, str) else chosen)

    def error(self, name: str) -> Message | None:
        code = self.wrong.get(name)
        return words.WRONG.get(code, words.WRONG["unknown"]) if code else None
