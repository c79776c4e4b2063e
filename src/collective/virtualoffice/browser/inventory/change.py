"""One change of many services: what it would do, then what it did."""

from . import words
from .listing import tolerant
from .wishform import WishForm
from collections.abc import Iterable
from collective.virtualoffice import _
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.services.bulk import Obstacle
from collective.virtualoffice.domain.services.sieve import Sieve
from collective.virtualoffice.domain.services.sieve import UNSET
from collective.virtualoffice.domain.services.wish import Wish
from collective.virtualoffice.usecases.amending import amend
from collective.virtualoffice.usecases.amending import foresee
from collective.virtualoffice.usecases.amending import Prospect
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import parse_qsl
from xml.sax.saxutils import quoteattr


SEE_OTHER = 303
NONE_CHOSEN = _(
    "inventory_none_chosen", default="Please choose at least one service in the list."
)
NOT_DONE = _(
    "inventory_not_done",
    default="Nothing was changed: this page was out of date. Please try again.",
)


@dataclass(frozen=True)
class Line:
    """What becomes of one field of a service, in words."""

    field: str
    old: str
    new: str


class ChangePage(WishForm):
    """Answers forms only. A wish is asked back first, and done when it is confirmed.

    Whatever else leads here leads on to the list.
    """

    ask = ViewPageTemplateFile("ask.pt")
    check = ViewPageTemplateFile("check.pt")
    done = ViewPageTemplateFile("done.pt")
    outcome_part = ViewPageTemplateFile("outcome.pt")

    def __call__(self) -> str:
        self.secure()
        if self.request.method != "POST":
            return self.go_back()
        if not self.is_genuine:
            return self.go_back(NOT_DONE)
        return self.do() if self.request.form.get("deed") == "change" else self.plan()

    def go_back(self, message: str | None = None) -> str:
        if message:
            api.portal.show_message(message, self.request, "warning")
        self.request.response.redirect(self.address(self.sieve), status=SEE_OTHER)
        return ""

    @cached_property
    def sieve(self) -> Sieve:
        """The list that the form came from."""
        query = self.request.form.get("sieve")
        return tolerant(dict(parse_qsl(query)) if isinstance(query, str) else {})

    def plan(self) -> str:
        """Ask for the wish again, or say what it would do."""
        if not self.chosen:
            return self.go_back(NONE_CHOSEN)
        try:
            wish = self.wish
        except Invalid as refused:
            self.wrong = refused.fields
            return self.rendered(self.ask)
        self.prospects = foresee(self.chosen, wish)
        return self.rendered(self.check)

    def do(self) -> str:
        """In the one transaction of the request."""
        try:
            self.prospects = amend(self.stamps, self.wish)
        except Invalid:
            return self.go_back(NOT_DONE)
        return self.rendered(self.done)

    @cached_property
    def wish(self) -> Wish:
        """Raises Invalid."""
        return Wish.read(self.request.form, self.inventory.offices, self.today)

    @cached_property
    def chosen(self) -> list[str]:
        """UIDs in the order of the list; all that was found, or those with a tick."""
        if self.request.form.get("which") == "found":
            return [entry.uid for entry in self.found]
        ticked = self.request.form.get("services", ())
        return ticked.split() if isinstance(ticked, str) else list(ticked)

    @property
    def stamps(self) -> dict[str, str]:
        """What was confirmed: how each service stood, by UID."""
        written = str(self.request.form.get("stamps", ""))
        return dict(pair.split(":", 1) for pair in written.split() if ":" in pair)

    @property
    def happening(self) -> list[Prospect]:
        return [each for each in self.prospects if each.happens]

    @property
    def left_out(self) -> list[Prospect]:
        return [each for each in self.prospects if each.obstacle]

    @property
    def unchanged(self) -> list[Prospect]:
        return [e for e in self.prospects if not e.changes and not e.obstacle]

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """What is wrong with the wish, by the names of its fields."""
        return [
            (self.say(words.WISH_FIELDS[name]), self.say(self.error(name)))
            for name in self.wrong
        ]

    @property
    def chosen_words(self) -> str:
        return self.say(words.found(len(self.chosen)))

    @property
    def confirm_words(self) -> str:
        return self.say(words.confirm(len(self.happening)))

    def reason(self, obstacle: Obstacle) -> str:
        return self.say(words.OBSTACLES[obstacle])

    def lines(self, prospect: Prospect) -> list[Line]:
        return [
            Line(
                self.say(words.FIELDS[name]),
                self._read(name, old),
                self._read(name, new),
            )
            for name, (old, new) in prospect.changes.items()
        ]

    def _read(self, name: str, value: Any) -> str:
        """A value in the words of the page."""
        if name == "released":
            return self.say(words.RELEASED if value else words.NOT_RELEASED)
        if name == "fitness":
            return self.say(words.FITNESS[value or UNSET])
        if name == "reviewed" and value:
            return self.day(value.isoformat())
        if name == "offices":
            value = self._office_names(value)
        text = value if isinstance(value, str) else ", ".join(value or ())
        return text or self.say(words.EMPTY)

    def _office_names(self, uids: Iterable[str]) -> list[str]:
        hidden = self.say(words.HIDDEN_OFFICE)
        return [self.inventory.offices.get(uid, hidden) for uid in uids]

    @property
    def confirmed(self) -> str:
        """The hidden fields of what is confirmed."""
        stamps = " ".join(f"{each.uid}:{each.stamp}" for each in self.happening)
        said = {"stamps": stamps, **self.wish.said}
        return self.hidden("change") + "".join(_fields(said))


def _fields(said: dict[str, str | list[str]]) -> Iterable[str]:
    for name, value in said.items():
        for each in [value] if isinstance(value, str) else value:
            yield f'<input type="hidden" name="{name}" value={quoteattr(each)} />'
